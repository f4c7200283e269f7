# %% conv.im2col | axes-not-moved
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | axes-not-moved
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, out_h, out_w, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | rows-in-another-order
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.transpose(4, 5, 0, 1, 2, 3).reshape(N * out_h * out_w, -1)


# %% conv.im2col | rows-in-another-order
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.transpose(0, 5, 4, 1, 2, 3).reshape(N * out_h * out_w, -1)


# %% conv.im2col | columns-in-another-order
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.transpose(0, 4, 5, 2, 3, 1).reshape(N * out_h * out_w, -1)


# %% conv.im2col | columns-in-another-order
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.transpose(0, 4, 5, 1, 3, 2).reshape(N * out_h * out_w, -1)


# %% conv.im2col | windows-in-columns
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1).T


# %% conv.im2col | windows-in-columns
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, C, filter_h, filter_w, out_h, out_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, u, v] = met
    return windows.transpose(1, 2, 3, 4, 5, 0).reshape(C * filter_h * filter_w, -1)


# %% conv.im2col | axes-not-joined
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows


# %% conv.im2col | axes-not-joined
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N, out_h * out_w, -1)


# %% conv.im2col | pad-forgotten
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | pad-on-one-side
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, 0), (pad, 0)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | pad-on-one-side
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (0, 0)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | padded-all-axes
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, pad)
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | padded-all-axes
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | padded-with-pixels
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | padded-with-pixels
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="reflect")
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | stride-forgotten
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    stride = 1
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | stride-in-one-direction
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = in_w - filter_w + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + out_w]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | one-position-short
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride
    out_w = (in_w - filter_w) // stride
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | pad-on-one-side
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    N, C, in_h, in_w = x.shape
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out_h = (in_h + pad - filter_h) // stride + 1
    out_w = (in_w + pad - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | height-and-width-exchanged
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    filter_h, filter_w = filter_w, filter_h
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | first-sample-only
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows[0].reshape(out_h * out_w, -1)


# %% conv.im2col | window-upside-down
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, filter_h - 1 - u, filter_w - 1 - v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | size-not-whole
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) / stride + 1
    out_w = (in_w - filter_w) / stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | col-not-returned
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    col = windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | more-positions-than-fit
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h + 2 * pad - filter_h) // stride + 1
    out_w = (in_w + 2 * pad - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | more-positions-than-fit
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = int(np.ceil((in_h - filter_h) / stride)) + 1
    out_w = int(np.ceil((in_w - filter_w) / stride)) + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | truncated
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    windows = np.empty((N, out_h, out_w, C, filter_h, filter_w), dtype=int)
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | behaviour: change of the first col by a second call
kept = {}


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, in_h, in_w = x.shape
    out_h = (in_h - filter_h) // stride + 1
    out_w = (in_w - filter_w) // stride + 1
    size = (N, out_h, out_w, C, filter_h, filter_w)
    windows = kept.setdefault(size, np.empty(size))
    for u in range(filter_h):
        for v in range(filter_w):
            met = x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride]
            windows[:, :, :, :, u, v] = met.transpose(0, 2, 3, 1)
    return windows.reshape(N * out_h * out_w, -1)


# %% conv.im2col | steps-of-one
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = x.shape
    out_h = (H - filter_h) // stride + 1
    out_w = (W - filter_w) // stride + 1
    rows = []
    for n in range(N):
        for i in range(out_h):
            for j in range(out_w):
                rows.append(x[n, :, i : i + filter_h, j : j + filter_w].ravel())
    return np.array(rows)


# %% conv.im2col | rows-in-another-order
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = x.shape
    rows = []
    for i in range(0, H - filter_h + 1, stride):
        for j in range(0, W - filter_w + 1, stride):
            for n in range(N):
                rows.append(x[n, :, i : i + filter_h, j : j + filter_w].ravel())
    return np.array(rows)


# %% conv.im2col | one-position-short
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = x.shape
    rows = []
    for n in range(N):
        for i in range(0, H - filter_h, stride):
            for j in range(0, W - filter_w, stride):
                rows.append(x[n, :, i : i + filter_h, j : j + filter_w].ravel())
    return np.array(rows)


# %% conv.im2col | pad-forgotten
def im2col(x, filter_h, filter_w, stride=1, pad=0):
    windows = np.lib.stride_tricks.sliding_window_view(x, (filter_h, filter_w), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, windows.shape[3] * filter_h * filter_w)


# %% conv.forward | maps-reshaped
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, C_out, out_h, out_w)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | maps-reshaped
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.T.reshape(N, C_out, out_h, out_w)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | height-and-width-exchanged
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 2, 1)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | height-and-width-exchanged
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_w, out_h, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | channels-last
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | samples-and-filters-exchanged
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(3, 0, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | rows-not-folded
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | bias-forgotten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | bias-on-the-wrong-axis
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2) + self.b

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | bias-on-the-wrong-axis
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b[:, None]
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | bias-summed
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b.sum()
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | bias-sign
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T - self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | filters-reshaped
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(-1, C_out) + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | kernel-turned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W[:, :, ::-1, ::-1].reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | kernel-transposed
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.transpose(0, 1, 3, 2).reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | stride-ignored
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = in_h + 2 * self.pad - K_h + 1
        out_w = in_w + 2 * self.pad - K_w + 1
        self.col = im2col(x, K_h, K_w, 1, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | pad-ignored
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h - K_h) // self.stride + 1
        out_w = (in_w - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | stride-ignored
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, 1, 0

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | settings-not-passed-on
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | size-of-the-maps
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride
        out_w = (in_w + 2 * self.pad - K_w) // self.stride
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | size-of-the-maps
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h - K_h) // self.stride + 1
        out_w = (in_w - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | size-not-whole
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) / self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) / self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | factors-do-not-meet
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1) + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | factors-do-not-meet
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | factors-do-not-meet
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = np.dot(self.W.reshape(C_out, -1), self.col) + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | first-channel-only
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x[:, :1], K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W[:, 0].reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | mean-of-the-window
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T / self.col.shape[1] + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | activation-inside
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        out = np.maximum(out, 0)
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | out-not-returned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        self.out = out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | self-forgotten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | self-forgotten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, stride, pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | behaviour: difference to a new layer after an update
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W.copy(), b.copy(), stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | behaviour: difference to a new layer after an update
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.filters = W.reshape(len(W), -1).T.copy()

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.filters + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | behaviour: difference to a new layer on the next batch
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        if not hasattr(self, "col"):
            self.col = im2col(x, K_h, K_w, self.stride, self.pad)
            self.sizes = N, out_h, out_w
        N, out_h, out_w = self.sizes
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.forward | steps-of-one
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
                        window = self.padded[n, :, i : i + K_h, j : j + K_w]
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


# %% conv.forward | one-kernel-for-all-channels
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
                        out[n, m, i, j] = np.sum(window * self.W[m, 0]) + self.b[m]
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


# %% conv.forward | bias-for-each-number
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
                        out[n, m, i, j] = np.sum(window * self.W[m] + self.b[m])
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


# %% conv.forward | mean-of-the-window
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
                        out[n, m, i, j] = np.mean(window * self.W[m]) + self.b[m]
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


# %% conv.forward | kernel-turned
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
                        out[n, m, i, j] = np.sum(window * self.W[m, :, ::-1, ::-1]) + self.b[m]
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


# %% conv.forward | first-channel-only
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
                        out[n, m, i, j] = np.sum(window[0] * self.W[m, 0]) + self.b[m]
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


# %% conv.forward | channels-kept-apart
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        windows = np.lib.stride_tricks.sliding_window_view(x, self.W.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("ncijuv,mcuv->nmcij", windows, self.W) + self.b[:, None, None, None]

    def backward(self, dout):
        pass


# %% conv.forward | bias-on-the-wrong-axis
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        p, s = self.pad, self.stride
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        windows = np.lib.stride_tricks.sliding_window_view(x, self.W.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("ncijuv,mcuv->nmij", windows, self.W) + self.b

    def backward(self, dout):
        pass


# %% conv.backward | dout-mixed-up
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dout-mixed-up
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.reshape(C_out, -1).T
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dout-mixed-up
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(1, 0, 2, 3).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dout-mixed-up
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(C_out, -1).T
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dW-reshaped
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (self.col.T @ rows).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dW-not-folded
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = rows.T @ self.col
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dW-not-folded
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = self.col.T @ rows
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | kernel-turned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)[:, :, ::-1, ::-1]
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | mean-in-dW
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape) / len(dout)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dW-not-kept
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | behaviour: dW after a second backward
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.dW = np.zeros_like(W)

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW += (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | shared-by-all-layers
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        Convolution.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dout-ignored
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (np.ones_like(rows).T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | dout-ignored
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(np.ones_like(rows) @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | bias-not-gathered
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | bias-not-gathered
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | bias-not-gathered
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout.sum(axis=(2, 3))
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | bias-of-something-else
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout.sum()
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | bias-of-something-else
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout.sum(axis=(1, 2, 3))
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | mean-in-db
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.mean(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | mean-in-db
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0) / len(dout)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | db-kept-axes
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0, keepdims=True)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | db-kept-axes
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = dout.sum(axis=(0, 2, 3), keepdims=True)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | db-not-kept
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | filters-reshaped
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(-1, C_out).T, self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | kernel-turned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W[:, :, ::-1, ::-1].reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | windows-counted-anew
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w)


# %% conv.backward | windows-counted-anew
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride)


# %% conv.backward | not-laid-back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return rows @ self.W.reshape(C_out, -1)


# %% conv.backward | not-laid-back
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return (rows @ self.W.reshape(C_out, -1)).reshape(self.x_shape)


# %% conv.backward | factors-do-not-meet
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1).T, self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | mean-in-dx
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad) / len(dout)


# %% conv.backward | dx-not-returned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        self.dx = col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | all-three-returned
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        dx = col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)
        return dx, self.dW, self.db


# %% conv.backward | self-forgotten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | not-kept
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | parameters-copied
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.filters = W.reshape(len(W), -1).copy()

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.filters, self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | argument-overwritten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        dout *= 1.0 / len(dout)
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


# %% conv.backward | argument-overwritten
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        dx = col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)
        self.W -= 0.1 * self.dW
        return dx


# %% conv.backward | pad-not-cut
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
        return dpadded


# %% conv.backward | cut-at-the-wrong-side
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
        return dpadded[:, :, : self.x.shape[2], : self.x.shape[3]]


# %% conv.backward | kernel-turned
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
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m, :, ::-1, ::-1]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.backward | one-sample-in-dW
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
                        self.dW[m] += dout[n, m, i, j] * window * (n == 0)
                        self.db[m] += dout[n, m, i, j]
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.backward | one-position-in-dW
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
                        self.dW[m] = dout[n, m, i, j] * window
                        self.db[m] += dout[n, m, i, j]
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.backward | behaviour: dW after a second backward
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.dW, self.db = np.zeros_like(W), np.zeros_like(b)

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
        for n in range(N):
            for m in range(M):
                for i in range(out_h):
                    for j in range(out_w):
                        window = self.padded[n, :, i * s : i * s + K_h, j * s : j * s + K_w]
                        self.dW[m] += dout[n, m, i, j] * window
                        self.db[m] += dout[n, m, i, j]
                        dpadded[n, :, i * s : i * s + K_h, j * s : j * s + K_w] += dout[n, m, i, j] * self.W[m]
        return dpadded[:, :, p : p + self.x.shape[2], p : p + self.x.shape[3]]


# %% conv.backward | overlap-overwritten
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
                dx[:, :, u : u + s * self.out_h : s, v : v + s * self.out_w : s] = part
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | overlap-overwritten
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
                dx[:, :, i * s : i * s + K_h, j * s : j * s + K_w] = windows[:, i, j]
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | overlap-averaged
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
        counts = np.zeros_like(dx)
        for i in range(self.out_h):
            for j in range(self.out_w):
                dx[:, :, i * s : i * s + K_h, j * s : j * s + K_w] += windows[:, i, j]
                counts[:, :, i * s : i * s + K_h, j * s : j * s + K_w] += 1
        dx /= np.maximum(counts, 1)
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | steps-of-one
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
                dx[:, :, i : i + K_h, j : j + K_w] += windows[:, i, j]
        return dx[:, :, p : p + in_h, p : p + in_w]


# %% conv.backward | one-filter-only
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        windows = rows[:, :1] @ self.W[:1].reshape(1, -1)
        return col2im(windows, self.x_shape, K_h, K_w, self.stride, self.pad)
