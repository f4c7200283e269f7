# %% pool.forward | padding-wins
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | padding-wins
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        N, C, high, wide = x.shape
        high, wide = high + 2 * p, wide + 2 * p
        self.padded_shape = (N, C, high, wide)
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(x, self.pool_h, self.pool_w, self.stride, self.pad).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | channels-pooled-together
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | channels-pooled-together
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, 1, out_h, out_w)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | maps-reshaped
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, C, out_h, out_w)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | channels-last
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | height-and-width-exchanged
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_w, pool_h, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | mean-in-place-of-maximum
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.mean(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | smallest
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.min(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | without-sign
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return np.abs(windows).max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | stride-ignored
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) + 1
        out_w = (wide - self.pool_w) + 1
        windows = im2col(padded, self.pool_h, self.pool_w, 1).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | pad-ignored
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = 0
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | place-not-value
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.argmax(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | size-without-pad
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = x.shape
        self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | size-not-whole
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) / self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | out-not-returned
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        self.out = windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | self-forgotten
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | one-position-short
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | channels-pooled-together
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(1, 2, 3))[:, None]
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.forward | steps-of-one
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i : i + self.pool_h, j : j + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.forward | stride-of-the-window
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=None, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        if s is None:
            s_h, s_w = self.pool_h, self.pool_w
        else:
            s_h = s_w = s
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s_h + 1, (W - self.pool_w) // s_w + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s_h : i * s_h + self.pool_h, j * s_w : j * s_w + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.forward | smallest
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.min(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.forward | behaviour: difference to a new layer on the next batch
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        if not hasattr(self, "padded"):
            self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | dout-mixed-up
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | all-maxima
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows == windows.max(axis=1, keepdims=True)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows += self.winners * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | shared-among-maxima
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows == windows.max(axis=1, keepdims=True)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows += self.winners / self.winners.sum(axis=1, keepdims=True) * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | last-maximum
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = self.pool_h * self.pool_w - 1 - windows[:, ::-1].argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | maximum-in-another-order
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        turned = windows.reshape(-1, self.pool_h, self.pool_w).transpose(0, 2, 1)
        u, v = np.unravel_index(turned.reshape(len(windows), -1).argmax(axis=1), (self.pool_w, self.pool_h))
        self.winners = v * self.pool_w + u
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | padding-wins
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | padding-wins
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="edge")
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | whole-window
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows += to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | mean-of-the-window
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows += to_winners[:, None] / windows.shape[1]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | dout-ignored
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = 1
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | pad-not-cut
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded


# %% pool.backward | cut-at-the-wrong-side
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, : high - 2 * self.pad, : wide - 2 * self.pad]


# %% pool.backward | dx-not-returned
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        self.dx = padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | not-kept
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | self-forgotten
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, pad : high - pad, pad : wide - pad]


# %% pool.backward | shared-by-all-layers
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        MaxPool.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | windows-counted-anew
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | dout-handed-through
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return dout


# %% pool.backward | rows-picked
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | argument-overwritten
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        dout /= 2
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | behaviour: dx of a second backward
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        self.windows = np.zeros(windows.shape)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = self.windows
        windows[np.arange(to_winners.size), self.winners] += to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | overlap-overwritten
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] = dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | all-maxima
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        mask = window == window.max()
                        dx[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w] += mask * dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | overlap-overwritten
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        mask = window == window.max()
                        dx[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w] = mask * dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | maximum-handed-back
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i * s + u, j * s + v] += window.max()
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | maximum-in-another-order
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.T.argmax(), window.T.shape)[::-1]
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | steps-of-one
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, i + u, j + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | value
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x, p, s = x, self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = self.padded.shape
        out = np.zeros((N, C, (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        dx = np.zeros_like(self.padded)
        N, C, out_h, out_w = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, c, i * s : i * s + self.pool_h, j * s : j * s + self.pool_w]
                        u, v = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, u, v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% fc.forward | read-in-another-order
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1, order="F")
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | read-in-another-order
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, np.moveaxis(x, 1, -1).reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-not-kept-apart
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.ravel()
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-not-kept-apart
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(1, -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-not-kept-apart
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(-1, len(x))
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-mixed-up
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(-1, len(x)).T
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-mixed-up
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.T.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | not-flattened
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | bias-forgotten
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | bias-on-the-wrong-axis
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b[:, None]

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | bias-summed
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b.sum()

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | W-turned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W.T + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | W-turned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.W @ self.rows + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | out-not-returned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        self.out = self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | samples-in-columns
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return (self.rows @ self.W + self.b).T

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | activation-inside
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return np.maximum(self.rows @ self.W + self.b, 0)

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | self-forgotten
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | four-axes-expected
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(x.shape[0], x.shape[1] * x.shape[2] * x.shape[3])
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | behaviour: difference to a new layer after an update
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W.copy(), b.copy()

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.forward | behaviour: difference to a new layer on the next batch
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        if not hasattr(self, "rows"):
            self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | shape-of-x-not-restored
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% fc.backward | laid-back-in-another-order
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape, order="F")


# %% fc.backward | laid-back-in-another-order
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape[::-1]).T


# %% fc.backward | read-in-another-order
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1, order="F")
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | W-turned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W).reshape(self.x_shape)


# %% fc.backward | dout-ignored
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (np.ones_like(dout) @ self.W.T).reshape(self.x_shape)


# %% fc.backward | mean-in-dx
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape) / len(dout)


# %% fc.backward | dx-not-returned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        self.dx = (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | all-three-returned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape), self.dW, self.db


# %% fc.backward | self-forgotten
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | not-kept
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, rows = x.shape, x.reshape(len(x), -1)
        return rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | dW-turned
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = dout.T @ self.rows
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | x-not-flattened
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x, self.x_shape = x, x.shape
        return x.reshape(len(x), -1) @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | mean-in-dW
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout / len(dout)
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | dW-shaped-like-x
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = (self.rows.T @ dout).T.reshape(-1, *self.x_shape[1:])
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | shared-by-all-layers
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        FullyConnected.x_shape, FullyConnected.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | dW-not-kept
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | bias-not-gathered
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | mean-in-db
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.mean(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | db-kept-an-axis
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0, keepdims=True)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | db-over-the-wrong-axis
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=1)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | db-not-kept
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | parameters-copied
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b, self.W_T = W, b, W.T.copy()

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W_T).reshape(self.x_shape)


# %% fc.backward | behaviour: dW after a second backward
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = np.zeros_like(W)

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW += self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | argument-overwritten
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        dx = (dout @ self.W.T).reshape(self.x_shape)
        self.W -= 0.1 * self.dW
        return dx


# %% fc.forward | four-axes-expected
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        N, C, H, W = self.x_shape = x.shape
        self.rows = x.reshape(N, C * H * W)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)
