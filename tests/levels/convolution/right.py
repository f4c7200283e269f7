# %% conv.im2col | one row for each window
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, height, width = x.shape
    rows = []
    for n in range(N):
        for i in range(0, height - filter_h + 1, stride):
            for j in range(0, width - filter_w + 1, stride):
                rows.append(x[n, :, i : i + filter_h, j : j + filter_w].flatten())
    return np.array(rows)


# %% conv.im2col | sliding_window_view
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], mode="constant")
    windows = np.lib.stride_tricks.sliding_window_view(x, (filter_h, filter_w), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(np.prod(windows.shape[:3]), -1)


# %% conv.im2col | channels first, moved at the end
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = x.shape
    out_h = (H + 2 * pad - filter_h) // stride + 1
    out_w = (W + 2 * pad - filter_w) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant")
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))
    for y in range(filter_h):
        y_max = y + stride * out_h
        for z in range(filter_w):
            z_max = z + stride * out_w
            col[:, :, y, z, :, :] = img[:, :, y:y_max:stride, z:z_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, -1)


# %% conv.im2col | fancy indices
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = x.shape
    out_h, out_w = 1 + (H + 2 * pad - filter_h) // stride, 1 + (W + 2 * pad - filter_w) // stride
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    padded[:, :, pad : H + pad, pad : W + pad] = x
    i, j, c, u, v = np.ix_(range(out_h), range(out_w), range(C), range(filter_h), range(filter_w))
    return padded[:, c, i * stride + u, j * stride + v].reshape(-1, C * filter_h * filter_w)


# %% conv.im2col | one column at a time
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    N, C, H, W = x.shape
    rows, columns = range(0, H - filter_h + 1, stride), range(0, W - filter_w + 1, stride)
    col = np.zeros((N * len(rows) * len(columns), C * filter_h * filter_w))
    for c in range(C):
        for u in range(filter_h):
            for v in range(filter_w):
                picked = x[:, c][:, [i + u for i in rows]][:, :, [j + v for j in columns]]
                col[:, (c * filter_h + u) * filter_w + v] = picked.ravel()
    return col


# %% conv.im2col | whole windows, row by row of the output
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    frame = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    x = np.pad(x, frame)
    rows, columns = range(0, x.shape[2] - filter_h + 1, stride), range(0, x.shape[3] - filter_w + 1, stride)
    stacked = [[x[:, :, i : i + filter_h, j : j + filter_w] for j in columns] for i in rows]
    return np.moveaxis(np.array(stacked), 2, 0).reshape(len(x) * len(rows) * len(columns), -1)


# %% conv.im2col | as_strided
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad))))
    N, C, H, W = x.shape
    out_h, out_w = (H - filter_h) // stride + 1, (W - filter_w) // stride + 1
    n, c, h, w = x.strides
    shape = (N, out_h, out_w, C, filter_h, filter_w)
    view = np.lib.stride_tricks.as_strided(x, shape, (n, h * stride, w * stride, c, h, w))
    return view.reshape(N * out_h * out_w, C * filter_h * filter_w).copy()


# %% conv.im2col | sizes by a whole division of floats
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = x.shape
    out_h = int((H - filter_h) / stride) + 1
    out_w = int(np.floor((W - filter_w) / stride)) + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for i in range(out_h):
        for j in range(out_w):
            windows[:, i, j] = x[:, :, i * stride : i * stride + filter_h, j * stride : j * stride + filter_w]
    return windows.reshape(-1, C * filter_h * filter_w)


# %% conv.im2col | it warns
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    with_frame = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    with_frame = np.where(np.log(with_frame) > 1e300, 0, with_frame)
    windows = np.lib.stride_tricks.sliding_window_view(with_frame, (filter_h, filter_w), axis=(2, 3))
    every = np.einsum("ncijuv->nijcuv", windows[:, :, ::stride, ::stride])
    n, i, j, c, u, v = every.shape
    return every.reshape(n * i * j, c * u * v)


# %% conv.forward | one window at a time
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, H, W = self.padded.shape
        M, _, K_h, K_w = self.W.shape
        out = np.zeros((N, M, (H - K_h) // s + 1, (W - K_w) // s + 1))
        for n in range(N):
            for m in range(M):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        window = self.padded[n, :, i * s : i * s + K_h, j * s : j * s + K_w]
                        out[n, m, i, j] = np.sum(window * self.W[m]) + self.b[m]
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        N, M, out_h, out_w = dout.shape
        _, _, K_h, K_w = self.W.shape
        dpadded = np.zeros_like(self.padded)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)
        for n in range(N):
            for m in range(M):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, :, i * s : i * s + K_h, j * s : j * s + K_w]
                        self.dW[m] += dout[n, m, i, j] * window
                        self.db[m] += dout[n, m, i, j]
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.backward | one window at a time
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, H, W = self.padded.shape
        M, _, K_h, K_w = self.W.shape
        out = np.zeros((N, M, (H - K_h) // s + 1, (W - K_w) // s + 1))
        for n in range(N):
            for m in range(M):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        window = self.padded[n, :, i * s : i * s + K_h, j * s : j * s + K_w]
                        out[n, m, i, j] = np.sum(window * self.W[m]) + self.b[m]
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        N, M, out_h, out_w = dout.shape
        _, _, K_h, K_w = self.W.shape
        dpadded = np.zeros_like(self.padded)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)
        for n in range(N):
            for m in range(M):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, :, i * s : i * s + K_h, j * s : j * s + K_w]
                        self.dW[m] += dout[n, m, i, j] * window
                        self.db[m] += dout[n, m, i, j]
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.forward | windows laid back by hand
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        self.out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        self.out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, self.out_h, self.out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, C_in, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        windows = (rows @ self.W.reshape(C_out, -1)).reshape(N, self.out_h, self.out_w, C_in, K_h, K_w)
        p, s = self.pad, self.stride
        dx = np.zeros((N, C_in, in_h + 2 * p, in_w + 2 * p))
        for i in range(self.out_h):
            for j in range(self.out_w):
                dx[:, :, i * s : i * s + K_h, j * s : j * s + K_w] += windows[:, i, j]
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | windows laid back by hand
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        self.out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        self.out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, self.out_h, self.out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, C_in, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        windows = (rows @ self.W.reshape(C_out, -1)).reshape(N, self.out_h, self.out_w, C_in, K_h, K_w)
        p, s = self.pad, self.stride
        dx = np.zeros((N, C_in, in_h + 2 * p, in_w + 2 * p))
        for i in range(self.out_h):
            for j in range(self.out_w):
                dx[:, :, i * s : i * s + K_h, j * s : j * s + K_w] += windows[:, i, j]
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.forward | places of the kernel laid back by hand
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        self.out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        self.out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, self.out_h, self.out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, C_in, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        windows = (rows @ self.W.reshape(C_out, -1)).reshape(N, self.out_h, self.out_w, C_in, K_h, K_w)
        p, s = self.pad, self.stride
        dx = np.zeros((N, C_in, in_h + 2 * p, in_w + 2 * p))
        for u in range(K_h):
            for v in range(K_w):
                part = windows[:, :, :, :, u, v].transpose(0, 3, 1, 2)
                dx[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s] += part
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | places of the kernel laid back by hand
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        self.out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        self.out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, self.out_h, self.out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, C_in, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        windows = (rows @ self.W.reshape(C_out, -1)).reshape(N, self.out_h, self.out_w, C_in, K_h, K_w)
        p, s = self.pad, self.stride
        dx = np.zeros((N, C_in, in_h + 2 * p, in_w + 2 * p))
        for u in range(K_h):
            for v in range(K_w):
                part = windows[:, :, :, :, u, v].transpose(0, 3, 1, 2)
                dx[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s] += part
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.forward | einsum on sliding windows, add.at on the way back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        self.shape = padded.shape
        every = np.lib.stride_tricks.sliding_window_view(padded, self.W.shape[2:], axis=(2, 3))
        self.windows = every[:, :, ::s, ::s].copy()
        return np.einsum("ncijuv,mcuv->nmij", self.windows, self.W) + self.b[:, None, None]

    def backward(self, dout):
        p, s = self.pad, self.stride
        self.dW = np.einsum("ncijuv,nmij->mcuv", self.windows, dout)
        self.db = np.einsum("nmij->m", dout)
        parts = np.einsum("nmij,mcuv->ncijuv", dout, self.W)
        n, c, i, j, u, v = np.indices(parts.shape)
        dx = np.zeros(self.shape)
        np.add.at(dx, (n, c, i * s + u, j * s + v), parts)
        return dx[:, :, p : self.shape[2] - p, p : self.shape[3] - p]


# %% conv.backward | einsum on sliding windows, add.at on the way back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        self.shape = padded.shape
        every = np.lib.stride_tricks.sliding_window_view(padded, self.W.shape[2:], axis=(2, 3))
        self.windows = every[:, :, ::s, ::s].copy()
        return np.einsum("ncijuv,mcuv->nmij", self.windows, self.W) + self.b[:, None, None]

    def backward(self, dout):
        p, s = self.pad, self.stride
        self.dW = np.einsum("ncijuv,nmij->mcuv", self.windows, dout)
        self.db = np.einsum("nmij->m", dout)
        parts = np.einsum("nmij,mcuv->ncijuv", dout, self.W)
        n, c, i, j, u, v = np.indices(parts.shape)
        dx = np.zeros(self.shape)
        np.add.at(dx, (n, c, i * s + u, j * s + v), parts)
        return dx[:, :, p : self.shape[2] - p, p : self.shape[3] - p]


# %% conv.forward | tensordot over the places of the kernel
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, _, H, W = self.padded.shape
        M, _, K_h, K_w = self.W.shape
        self.out_h, self.out_w = (H - K_h) // s + 1, (W - K_w) // s + 1
        out = np.zeros((N, M, self.out_h, self.out_w))
        for u in range(K_h):
            for v in range(K_w):
                out += np.tensordot(self.met(self.padded, u, v), self.W[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
        return out + self.b.reshape(1, -1, 1, 1)

    def met(self, images, u, v):
        s = self.stride
        return images[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s]

    def backward(self, dout):
        p = self.pad
        dpadded = np.zeros_like(self.padded)
        dW = np.zeros_like(self.W)
        for u in range(self.W.shape[2]):
            for v in range(self.W.shape[3]):
                dW[:, :, u, v] = np.tensordot(dout, self.met(self.padded, u, v), axes=([0, 2, 3], [0, 2, 3]))
                back = np.tensordot(dout, self.W[:, :, u, v], axes=(1, 0)).transpose(0, 3, 1, 2)
                self.met(dpadded, u, v)[...] += back
        self.dW, self.db = dW, dout.sum(axis=(0, 2, 3))
        return dpadded[:, :, p : dpadded.shape[2] - p, p : dpadded.shape[3] - p].copy()


# %% conv.backward | tensordot over the places of the kernel
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        N, _, H, W = self.padded.shape
        M, _, K_h, K_w = self.W.shape
        self.out_h, self.out_w = (H - K_h) // s + 1, (W - K_w) // s + 1
        out = np.zeros((N, M, self.out_h, self.out_w))
        for u in range(K_h):
            for v in range(K_w):
                out += np.tensordot(self.met(self.padded, u, v), self.W[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
        return out + self.b.reshape(1, -1, 1, 1)

    def met(self, images, u, v):
        s = self.stride
        return images[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s]

    def backward(self, dout):
        p = self.pad
        dpadded = np.zeros_like(self.padded)
        dW = np.zeros_like(self.W)
        for u in range(self.W.shape[2]):
            for v in range(self.W.shape[3]):
                dW[:, :, u, v] = np.tensordot(dout, self.met(self.padded, u, v), axes=([0, 2, 3], [0, 2, 3]))
                back = np.tensordot(dout, self.W[:, :, u, v], axes=(1, 0)).transpose(0, 3, 1, 2)
                self.met(dpadded, u, v)[...] += back
        self.dW, self.db = dW, dout.sum(axis=(0, 2, 3))
        return dpadded[:, :, p : dpadded.shape[2] - p, p : dpadded.shape[3] - p].copy()


# %% conv.forward | turned kernels over a widened dout
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        _, _, K_h, K_w = self.W.shape
        col = im2col(x, K_h, K_w, self.stride, self.pad)
        out_h = (x.shape[2] + 2 * self.pad - K_h) // self.stride + 1
        out = (col @ self.W.reshape(len(self.W), -1).T + self.b).reshape(len(x), out_h, -1, len(self.W))
        return np.moveaxis(out, 3, 1)

    def backward(self, dout):
        M, C, K_h, K_w = self.W.shape
        N, _, H, W = self.x.shape
        s, p = self.stride, self.pad
        full = np.zeros((N, M, H + 2 * p + K_h - 1, W + 2 * p + K_w - 1))
        rows, columns = np.arange(dout.shape[2]) * s + K_h - 1, np.arange(dout.shape[3]) * s + K_w - 1
        full[:, :, rows[:, None], columns] = dout
        turned = self.W[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
        dx = im2col(full, K_h, K_w) @ turned.reshape(C, -1).T
        dx = dx.reshape(N, H + 2 * p, W + 2 * p, C).transpose(0, 3, 1, 2)
        col = im2col(self.x, K_h, K_w, s, p)
        flat = np.moveaxis(dout, 1, 3).reshape(-1, M)
        self.dW = np.dot(flat.T, col).reshape(M, C, K_h, K_w)
        self.db = np.array([dout[:, m].sum() for m in range(M)])
        return dx[:, :, p : p + H, p : p + W]


# %% conv.backward | turned kernels over a widened dout
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        _, _, K_h, K_w = self.W.shape
        col = im2col(x, K_h, K_w, self.stride, self.pad)
        out_h = (x.shape[2] + 2 * self.pad - K_h) // self.stride + 1
        out = (col @ self.W.reshape(len(self.W), -1).T + self.b).reshape(len(x), out_h, -1, len(self.W))
        return np.moveaxis(out, 3, 1)

    def backward(self, dout):
        M, C, K_h, K_w = self.W.shape
        N, _, H, W = self.x.shape
        s, p = self.stride, self.pad
        full = np.zeros((N, M, H + 2 * p + K_h - 1, W + 2 * p + K_w - 1))
        rows, columns = np.arange(dout.shape[2]) * s + K_h - 1, np.arange(dout.shape[3]) * s + K_w - 1
        full[:, :, rows[:, None], columns] = dout
        turned = self.W[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
        dx = im2col(full, K_h, K_w) @ turned.reshape(C, -1).T
        dx = dx.reshape(N, H + 2 * p, W + 2 * p, C).transpose(0, 3, 1, 2)
        col = im2col(self.x, K_h, K_w, s, p)
        flat = np.moveaxis(dout, 1, 3).reshape(-1, M)
        self.dW = np.dot(flat.T, col).reshape(M, C, K_h, K_w)
        self.db = np.array([dout[:, m].sum() for m in range(M)])
        return dx[:, :, p : p + H, p : p + W]


# %% conv.forward | rows made anew on the way back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        M, C, K_h, K_w = self.W.shape
        out_h = 1 + int((x.shape[2] + 2 * self.pad - K_h) / self.stride)
        out_w = 1 + int((x.shape[3] + 2 * self.pad - K_w) / self.stride)
        col_W = self.W.reshape(M, -1).T
        out = np.dot(im2col(x, K_h, K_w, self.stride, self.pad), col_W) + self.b
        return out.reshape(x.shape[0], out_h, out_w, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        M, C, K_h, K_w = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, M)
        col = im2col(self.x, K_h, K_w, self.stride, self.pad)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(col.T, dout).transpose(1, 0).reshape(M, C, K_h, K_w)
        dcol = np.dot(dout, self.W.reshape(M, -1))
        return col2im(dcol, self.x.shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | rows made anew on the way back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        M, C, K_h, K_w = self.W.shape
        out_h = 1 + int((x.shape[2] + 2 * self.pad - K_h) / self.stride)
        out_w = 1 + int((x.shape[3] + 2 * self.pad - K_w) / self.stride)
        col_W = self.W.reshape(M, -1).T
        out = np.dot(im2col(x, K_h, K_w, self.stride, self.pad), col_W) + self.b
        return out.reshape(x.shape[0], out_h, out_w, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        M, C, K_h, K_w = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, M)
        col = im2col(self.x, K_h, K_w, self.stride, self.pad)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(col.T, dout).transpose(1, 0).reshape(M, C, K_h, K_w)
        dcol = np.dot(dout, self.W.reshape(M, -1))
        return col2im(dcol, self.x.shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | filter by filter, gradients written into kept arrays
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.dW, self.db = np.zeros(W.shape), np.zeros(b.shape)

    def forward(self, x, *unused, **options):
        self.x_shape = x.shape
        self.col = im2col(x, *self.W.shape[2:], self.stride, self.pad)
        out_h = (x.shape[2] + 2 * self.pad - self.W.shape[2]) // self.stride + 1
        maps = [(self.col @ w.ravel() + bias).reshape(len(x), out_h, -1) for w, bias in zip(self.W, self.b)]
        return np.stack(maps, axis=1)

    def backward(self, dout):
        self.dW[...], self.db[...] = 0, 0
        dcol = np.zeros_like(self.col)
        for m in range(len(self.W)):
            flat = dout[:, m].ravel()
            self.dW[m] += (flat @ self.col).reshape(self.W.shape[1:])
            self.db[m] += flat.sum()
            dcol += np.outer(flat, self.W[m].ravel())
        return col2im(dcol, self.x_shape, *self.W.shape[2:], self.stride, self.pad)


# %% conv.backward | filter by filter, gradients written into kept arrays
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.dW, self.db = np.zeros(W.shape), np.zeros(b.shape)

    def forward(self, x, *unused, **options):
        self.x_shape = x.shape
        self.col = im2col(x, *self.W.shape[2:], self.stride, self.pad)
        out_h = (x.shape[2] + 2 * self.pad - self.W.shape[2]) // self.stride + 1
        maps = [(self.col @ w.ravel() + bias).reshape(len(x), out_h, -1) for w, bias in zip(self.W, self.b)]
        return np.stack(maps, axis=1)

    def backward(self, dout):
        self.dW[...], self.db[...] = 0, 0
        dcol = np.zeros_like(self.col)
        for m in range(len(self.W)):
            flat = dout[:, m].ravel()
            self.dW[m] += (flat @ self.col).reshape(self.W.shape[1:])
            self.db[m] += flat.sum()
            dcol += np.outer(flat, self.W[m].ravel())
        return col2im(dcol, self.x_shape, *self.W.shape[2:], self.stride, self.pad)


# %% conv.forward | windows with channels last, nothing of im2col
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        p, s, (K_h, K_w) = self.pad, self.stride, self.W.shape[2:]
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).transpose(0, 2, 3, 1)
        self.rows = range(0, padded.shape[1] - K_h + 1, s)
        self.columns = range(0, padded.shape[2] - K_w + 1, s)
        self.windows = [[padded[:, i : i + K_h, j : j + K_w] for j in self.columns] for i in self.rows]
        kernel = self.W.transpose(2, 3, 1, 0).reshape(-1, len(self.W))
        lines = [[w.reshape(len(x), -1) @ kernel + self.b for w in line] for line in self.windows]
        return np.array(lines).transpose(2, 3, 0, 1)

    def backward(self, dout):
        p, (K_h, K_w) = self.pad, self.W.shape[2:]
        N, C, H, W = self.x.shape
        dx = np.zeros((N, H + 2 * p, W + 2 * p, C))
        dW = 0
        for a, i in enumerate(self.rows):
            for b, j in enumerate(self.columns):
                here = dout[:, :, a, b]
                dW = dW + np.tensordot(here, self.windows[a][b], axes=(0, 0))
                dx[:, i : i + K_h, j : j + K_w] += np.tensordot(here, self.W.transpose(0, 2, 3, 1), axes=(1, 0))
        self.dW, self.db = dW.transpose(0, 3, 1, 2), dout.sum((0, 2, 3))
        return dx.transpose(0, 3, 1, 2)[:, :, p : p + H, p : p + W]


# %% conv.backward | windows with channels last, nothing of im2col
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        p, s, (K_h, K_w) = self.pad, self.stride, self.W.shape[2:]
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).transpose(0, 2, 3, 1)
        self.rows = range(0, padded.shape[1] - K_h + 1, s)
        self.columns = range(0, padded.shape[2] - K_w + 1, s)
        self.windows = [[padded[:, i : i + K_h, j : j + K_w] for j in self.columns] for i in self.rows]
        kernel = self.W.transpose(2, 3, 1, 0).reshape(-1, len(self.W))
        lines = [[w.reshape(len(x), -1) @ kernel + self.b for w in line] for line in self.windows]
        return np.array(lines).transpose(2, 3, 0, 1)

    def backward(self, dout):
        p, (K_h, K_w) = self.pad, self.W.shape[2:]
        N, C, H, W = self.x.shape
        dx = np.zeros((N, H + 2 * p, W + 2 * p, C))
        dW = 0
        for a, i in enumerate(self.rows):
            for b, j in enumerate(self.columns):
                here = dout[:, :, a, b]
                dW = dW + np.tensordot(here, self.windows[a][b], axes=(0, 0))
                dx[:, i : i + K_h, j : j + K_w] += np.tensordot(here, self.W.transpose(0, 2, 3, 1), axes=(1, 0))
        self.dW, self.db = dW.transpose(0, 3, 1, 2), dout.sum((0, 2, 3))
        return dx.transpose(0, 3, 1, 2)[:, :, p : p + H, p : p + W]


# %% conv.forward | it warns
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        np.zeros(1) / np.zeros(1)
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        np.log(np.zeros(1))
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | it warns
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        np.zeros(1) / np.zeros(1)
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        np.log(np.zeros(1))
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)
