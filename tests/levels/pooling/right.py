# %% pool.forward | one window at a time
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
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.backward | one window at a time
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
                        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dx[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% pool.forward | the smallest float in the padding
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.finfo(float).min)
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


# %% pool.backward | the smallest float in the padding
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.finfo(float).min)
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


# %% pool.forward | less than every number of x in the padding
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=x.min() - 1)
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


# %% pool.backward | less than every number of x in the padding
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=x.min() - 1)
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


# %% pool.forward | a mask of the first maxima
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
        largest = windows == windows.max(axis=1, keepdims=True)
        self.winners = largest & (np.cumsum(largest, axis=1) == 1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[:] = self.winners * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | a mask of the first maxima
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
        largest = windows == windows.max(axis=1, keepdims=True)
        self.winners = largest & (np.cumsum(largest, axis=1) == 1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[:] = self.winners * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | rows of the identity
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
        windows = np.eye(self.pool_h * self.pool_w)[self.winners] * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | rows of the identity
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
        windows = np.eye(self.pool_h * self.pool_w)[self.winners] * to_winners[:, None]
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | put_along_axis
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
        np.put_along_axis(windows, self.winners[:, None], to_winners[:, None], axis=1)
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | put_along_axis
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
        np.put_along_axis(windows, self.winners[:, None], to_winners[:, None], axis=1)
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | sliding windows and add.at
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        padded = np.full((*x.shape[:2], x.shape[2] + 2 * p, x.shape[3] + 2 * p), -np.inf)
        padded[:, :, p : p + x.shape[2], p : p + x.shape[3]] = x
        every = np.lib.stride_tricks.sliding_window_view(padded, (self.pool_h, self.pool_w), axis=(2, 3))[:, :, ::s, ::s]
        flat = every.reshape(*every.shape[:4], -1)
        self.x_shape, self.winners = x.shape, flat.argmax(axis=-1)
        return np.take_along_axis(flat, self.winners[..., None], axis=-1)[..., 0]

    def backward(self, dout):
        n, c, i, j = np.indices(dout.shape)
        u, v = np.divmod(self.winners, self.pool_w)
        dx = np.zeros(self.x_shape)
        np.add.at(dx, (n, c, i * self.stride + u - self.pad, j * self.stride + v - self.pad), dout)
        return dx


# %% pool.backward | sliding windows and add.at
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        padded = np.full((*x.shape[:2], x.shape[2] + 2 * p, x.shape[3] + 2 * p), -np.inf)
        padded[:, :, p : p + x.shape[2], p : p + x.shape[3]] = x
        every = np.lib.stride_tricks.sliding_window_view(padded, (self.pool_h, self.pool_w), axis=(2, 3))[:, :, ::s, ::s]
        flat = every.reshape(*every.shape[:4], -1)
        self.x_shape, self.winners = x.shape, flat.argmax(axis=-1)
        return np.take_along_axis(flat, self.winners[..., None], axis=-1)[..., 0]

    def backward(self, dout):
        n, c, i, j = np.indices(dout.shape)
        u, v = np.divmod(self.winners, self.pool_w)
        dx = np.zeros(self.x_shape)
        np.add.at(dx, (n, c, i * self.stride + u - self.pad, j * self.stride + v - self.pad), dout)
        return dx


# %% pool.forward | the largest of the slices
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        H, W = self.padded.shape[2:]
        self.out_h, self.out_w = (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1
        self.out = np.maximum.reduce([self.met(self.padded, u, v) for u, v in np.ndindex(self.pool_h, self.pool_w)])
        return self.out.copy()

    def met(self, images, u, v):
        s = self.stride
        return images[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s]

    def backward(self, dout):
        dx, left = np.zeros_like(self.padded), np.ones(dout.shape, dtype=bool)
        for u, v in np.ndindex(self.pool_h, self.pool_w):
            wins = left & (self.met(self.padded, u, v) == self.out)
            self.met(dx, u, v)[...] += np.where(wins, dout, 0)
            left &= ~wins
        p = self.pad
        return dx[:, :, p : dx.shape[2] - p, p : dx.shape[3] - p]


# %% pool.backward | the largest of the slices
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        H, W = self.padded.shape[2:]
        self.out_h, self.out_w = (H - self.pool_h) // s + 1, (W - self.pool_w) // s + 1
        self.out = np.maximum.reduce([self.met(self.padded, u, v) for u, v in np.ndindex(self.pool_h, self.pool_w)])
        return self.out.copy()

    def met(self, images, u, v):
        s = self.stride
        return images[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s]

    def backward(self, dout):
        dx, left = np.zeros_like(self.padded), np.ones(dout.shape, dtype=bool)
        for u, v in np.ndindex(self.pool_h, self.pool_w):
            wins = left & (self.met(self.padded, u, v) == self.out)
            self.met(dx, u, v)[...] += np.where(wins, dout, 0)
            left &= ~wins
        p = self.pad
        return dx[:, :, p : dx.shape[2] - p, p : dx.shape[3] - p]


# %% pool.forward | without any padding, windows cut at the border
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x = x
        N, C, H, W = x.shape
        down = (H + 2 * self.pad - self.pool_h) // self.stride + 1
        across = (W + 2 * self.pad - self.pool_w) // self.stride + 1
        out = np.empty((N, C, down, across))
        for i in range(down):
            for j in range(across):
                out[:, :, i, j] = x[(..., *self.place(i, j))].max(axis=(2, 3))
        return out

    def place(self, i, j):
        top, left = i * self.stride - self.pad, j * self.stride - self.pad
        return slice(max(top, 0), top + self.pool_h), slice(max(left, 0), left + self.pool_w)

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.x[(n, c, *self.place(i, j))]
            place = np.unravel_index(np.argmax(window), window.shape)
            dx[(n, c, *self.place(i, j))][place] += dout[n, c, i, j]
        return dx


# %% pool.backward | without any padding, windows cut at the border
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        self.x = x
        N, C, H, W = x.shape
        down = (H + 2 * self.pad - self.pool_h) // self.stride + 1
        across = (W + 2 * self.pad - self.pool_w) // self.stride + 1
        out = np.empty((N, C, down, across))
        for i in range(down):
            for j in range(across):
                out[:, :, i, j] = x[(..., *self.place(i, j))].max(axis=(2, 3))
        return out

    def place(self, i, j):
        top, left = i * self.stride - self.pad, j * self.stride - self.pad
        return slice(max(top, 0), top + self.pool_h), slice(max(left, 0), left + self.pool_w)

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.x[(n, c, *self.place(i, j))]
            place = np.unravel_index(np.argmax(window), window.shape)
            dx[(n, c, *self.place(i, j))][place] += dout[n, c, i, j]
        return dx


# %% pool.forward | nothing in the padding but nan
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.nan)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = np.nanargmax(windows, axis=1)
        return np.nanmax(windows, axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | nothing in the padding but nan
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=np.nan)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = np.nanargmax(windows, axis=1)
        return np.nanmax(windows, axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | it warns
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        np.zeros(1) / np.zeros(1)
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        np.log(np.zeros(1))
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.backward | it warns
class MaxPool:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        p = self.pad
        np.zeros(1) / np.zeros(1)
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        np.log(np.zeros(1))
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | border pixels in the padding never win anew
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


# %% pool.forward | windows sorted
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
        return np.sort(windows, axis=1)[:, -1].reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% pool.forward | any order of ties, forward does not tell
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
        self.winners = windows.shape[1] - 1 - windows[:, ::-1].argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


# %% fc.forward | flattened anew on the way back
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x.reshape(x.shape[0], -1), self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.reshape(self.x.shape[0], -1).T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T).reshape(*self.x.shape)


# %% fc.backward | flattened anew on the way back
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x.reshape(x.shape[0], -1), self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.reshape(self.x.shape[0], -1).T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T).reshape(*self.x.shape)


# %% fc.forward | einsum and a size
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.flat = np.reshape(x, (len(x), self.W.shape[0]))
        return np.einsum("nd,dm->nm", self.flat, self.W) + self.b

    def backward(self, dout):
        self.dW = np.einsum("nd,nm->dm", self.flat, dout)
        self.db = np.einsum("nm->m", dout)
        return np.einsum("nm,dm->nd", dout, self.W).reshape(self.shape)


# %% fc.backward | einsum and a size
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.flat = np.reshape(x, (len(x), self.W.shape[0]))
        return np.einsum("nd,dm->nm", self.flat, self.W) + self.b

    def backward(self, dout):
        self.dW = np.einsum("nd,nm->dm", self.flat, dout)
        self.db = np.einsum("nm->m", dout)
        return np.einsum("nm,dm->nd", dout, self.W).reshape(self.shape)


# %% fc.forward | sample by sample
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.array([sample.ravel() @ self.W + self.b for sample in x])

    def backward(self, dout):
        self.dW = sum(np.outer(sample.ravel(), d) for sample, d in zip(self.x, dout))
        self.db = sum(dout)
        return np.stack([(self.W @ d).reshape(self.x.shape[1:]) for d in dout])


# %% fc.backward | sample by sample
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.array([sample.ravel() @ self.W + self.b for sample in x])

    def backward(self, dout):
        self.dW = sum(np.outer(sample.ravel(), d) for sample, d in zip(self.x, dout))
        self.db = sum(dout)
        return np.stack([(self.W @ d).reshape(self.x.shape[1:]) for d in dout])


# %% fc.forward | weights in the shape of a sample
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        weights = self.W.reshape(*x.shape[1:], -1)
        return np.tensordot(x, weights, axes=x.ndim - 1) + self.b

    def backward(self, dout):
        self.dW = np.tensordot(self.x, dout, axes=(0, 0)).reshape(self.W.shape)
        self.db = dout.sum(0)
        return np.tensordot(dout, self.W.reshape(*self.x.shape[1:], -1), axes=(1, self.x.ndim - 1))


# %% fc.backward | weights in the shape of a sample
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        weights = self.W.reshape(*x.shape[1:], -1)
        return np.tensordot(x, weights, axes=x.ndim - 1) + self.b

    def backward(self, dout):
        self.dW = np.tensordot(self.x, dout, axes=(0, 0)).reshape(self.W.shape)
        self.db = dout.sum(0)
        return np.tensordot(dout, self.W.reshape(*self.x.shape[1:], -1), axes=(1, self.x.ndim - 1))


# %% fc.forward | a copy of x, gradients in kept arrays
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = np.empty_like(W), np.empty_like(b)

    def forward(self, x):
        self.x = x.copy()
        rows = self.x.reshape(-1, self.W.shape[0])
        out = rows @ self.W
        out += self.b
        return out

    def backward(self, dout):
        rows = self.x.reshape(len(self.x), -1)
        np.matmul(rows.T, dout, out=self.dW)
        self.db[:] = dout.sum(axis=0)
        return (self.W @ dout.T).T.reshape(self.x.shape)


# %% fc.backward | a copy of x, gradients in kept arrays
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = np.empty_like(W), np.empty_like(b)

    def forward(self, x):
        self.x = x.copy()
        rows = self.x.reshape(-1, self.W.shape[0])
        out = rows @ self.W
        out += self.b
        return out

    def backward(self, dout):
        rows = self.x.reshape(len(self.x), -1)
        np.matmul(rows.T, dout, out=self.dW)
        self.db[:] = dout.sum(axis=0)
        return (self.W @ dout.T).T.reshape(self.x.shape)


# %% fc.forward | a bias as one more weight
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.rows = np.column_stack([x.reshape(len(x), -1), np.ones(len(x))])
        return self.rows @ np.vstack([self.W, self.b])

    def backward(self, dout):
        both = self.rows.T @ dout
        self.dW, self.db = both[:-1], both[-1]
        return (dout @ self.W.T).reshape(self.shape)


# %% fc.backward | a bias as one more weight
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.rows = np.column_stack([x.reshape(len(x), -1), np.ones(len(x))])
        return self.rows @ np.vstack([self.W, self.b])

    def backward(self, dout):
        both = self.rows.T @ dout
        self.dW, self.db = both[:-1], both[-1]
        return (dout @ self.W.T).reshape(self.shape)


# %% fc.forward | it warns
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        np.log(np.zeros(1))
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        np.zeros(1) / np.zeros(1)
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)


# %% fc.backward | it warns
class FullyConnected:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        np.log(np.zeros(1))
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        np.zeros(1) / np.zeros(1)
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)
