"""The layers of the earlier levels, solved.  Made by `course build 13-tinynet-forward`: change those levels instead."""

import numpy as np


class Relu:
    """A gate for each entry, open where x is positive. It is made with no arguments."""

    def forward(self, x):
        """Return out: x where x is positive, 0 elsewhere.

        x: an array of floats of any shape, not always the same. It is not changed.
        out: a new array of the shape of x, which shares no memory with x.
        """
        self.mask = x > 0
        return np.where(self.mask, x, 0)

    def backward(self, dout):
        """Return dx for the x of the last forward: dout where x was positive, 0 elsewhere, also where x was 0.

        dout: the gradient of what forward returned, an array of its shape. It is not changed.
        dx: a new array of the same shape, which shares no memory with dout.

        Until the next forward, the caller leaves x and out as they are, and the same dout always gives the same dx.
        """
        return np.where(self.mask, dout, 0)


def softmax(x):
    """Probabilities from logits, each row for itself.

    Args:
        x: array (N, C), the logits of N samples for C classes. Floats or whole numbers, of any size. Not changed.

    Returns:
        A new array (N, C) of floats: no entry is negative, every row sums to 1, and all is finite for any logits.
    """
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(logits, t):
    """Cross entropy of a batch, from logits.

    Args:
        logits: array (N, C), the logits of N samples for C classes, of any size. Not changed.
        t: array (N,) of whole numbers, the labels: t[n] is the index of the true class of sample n. Not changed.

    Returns:
        One number, the mean over the batch of -ln p of the true class; exact also where p itself would round to 0.
    """
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


class SoftmaxWithLoss:
    """Softmax and cross entropy in one layer, the last one of a net. It is made with no arguments."""

    def forward(self, x, t):
        """The loss of a batch; keeps what backward will need.

        Args:
            x: array (N, C), the logits, of any size. Not changed.
            t: array (N,) of whole numbers, the labels. Not changed.

        Returns:
            One number, the mean cross entropy of the batch.
        """
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        """The gradient at the logits of the latest forward. Two calls in a row give the same.

        Args:
            dout: one number, the gradient handed down; 1 if the loss is the last node.

        Returns:
            dx: a new array (N, C).
        """
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx * dout / len(self.t)


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    """Every window of a batch of images as a row.

    Args:
        x: images, shape (N, C, in_h, in_w), floats. Not changed.
        filter_h, filter_w: height and width of a window.
        stride: number of pixels from one window to the next, to the right and downwards.
        pad: width of the frame of zeros around every image.

    Returns:
        col: a new array, shape (N * out_h * out_w, C * filter_h * filter_w).
            Row by row: sample 0 first; within a sample line by line, from left to right.
            Along a row: channel 0 first; within a channel line by line, from left to right.
    """
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


def col2im(col, x_shape, filter_h, filter_w, stride=1, pad=0):
    """Lay the windows of col, as im2col makes them, back over images; where they overlap they add up.

    col: shape (N * out_h * out_w, C * filter_h * filter_w).
    x_shape: the shape of what is returned, (N, C, in_h, in_w).
    """
    N, C, in_h, in_w = x_shape
    out_h = (in_h + 2 * pad - filter_h) // stride + 1
    out_w = (in_w + 2 * pad - filter_w) // stride + 1
    windows = col.reshape(N, out_h, out_w, C, filter_h, filter_w)
    x = np.zeros((N, C, in_h + 2 * pad, in_w + 2 * pad))
    for u in range(filter_h):
        for v in range(filter_w):
            met = windows[:, :, :, :, u, v].transpose(0, 3, 1, 2)
            x[:, :, u : u + stride * out_h : stride, v : v + stride * out_w : stride] += met
    return x[:, :, pad : pad + in_h, pad : pad + in_w]


class Convolution:
    """C_out filters for images of C_in channels, for batches of N samples.

    Attributes:
        W: weights, shape (C_out, C_in, K_h, K_w): the array that was handed in.
        b: biases, shape (C_out,): the array that was handed in.
        stride, pad: as in im2col.
        dW: gradient of W, of its shape; set by backward.
        db: gradient of b, of its shape; set by backward.
    """

    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        """Return out, shape (N, C_out, out_h, out_w), for images x, shape (N, C_in, in_h, in_w).

        N, in_h and in_w may change from call to call. x is not changed.
        """
        C_out, _, K_h, K_w = self.W.shape
        N, _, in_h, in_w = self.x_shape = x.shape
        out_h = (in_h + 2 * self.pad - K_h) // self.stride + 1
        out_w = (in_w + 2 * self.pad - K_w) // self.stride + 1
        self.col = im2col(x, K_h, K_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(C_out, -1).T + self.b
        return out.reshape(N, out_h, out_w, C_out).transpose(0, 3, 1, 2)

    def backward(self, dout):
        """Set self.dW and self.db for the batch of the last forward, and return dx.

        dout: gradient of what forward returned, of its shape.
        dx: gradient of x, shape (N, C_in, in_h, in_w).

        No argument is changed. A second call with the same dout gives the same again.
        """
        C_out, _, K_h, K_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, C_out)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(C_out, -1), self.x_shape, K_h, K_w, self.stride, self.pad)


class MaxPool:
    """The largest number of each window, for each channel by itself.

    Attributes:
        pool_h, pool_w: height and width of a window.
        stride: number of pixels from one window to the next.
        pad: width of the padding around every image, less than pool_h and pool_w. It counts in the size of out.
    """

    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        """Return out, shape (N, C, out_h, out_w), for images x of floats, shape (N, C, in_h, in_w).

        out_h and out_w are made as for a convolution. N, in_h and in_w may change from call to call. The padding never
        wins, whatever stands in x. x is not changed.
        """
        p = self.pad
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, high, wide = self.padded_shape = padded.shape
        out_h = (high - self.pool_h) // self.stride + 1
        out_w = (wide - self.pool_w) // self.stride + 1
        windows = im2col(padded, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.winners = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        """Return dx, shape (N, C, in_h, in_w), for the batch of the last forward.

        dout: gradient of what forward returned, of its shape.

        Each entry of dout goes to the first maximum of its window, in reading order. dout is not changed. A second call
        with the same dout gives the same again.
        """
        to_winners = dout.transpose(0, 2, 3, 1).ravel()
        windows = np.zeros((to_winners.size, self.pool_h * self.pool_w))
        windows[np.arange(to_winners.size), self.winners] = to_winners
        padded = col2im(windows, self.padded_shape, self.pool_h, self.pool_w, self.stride)
        _, _, high, wide = self.padded_shape
        return padded[:, :, self.pad : high - self.pad, self.pad : wide - self.pad]


class FullyConnected:
    """An affine layer for samples of any shape: D_in numbers each, in C order, and D_out outputs.

    Attributes:
        W: weights, shape (D_in, D_out): the array that was handed in.
        b: biases, shape (D_out,): the array that was handed in.
        dW: gradient of W, of its shape; set by backward.
        db: gradient of b, of its shape; set by backward.
    """

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        """Return out, shape (N, D_out), for a batch x, shape (N, ...), with D_in numbers in each sample.

        N may change from call to call. x is not changed.
        """
        self.x_shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        """Set self.dW and self.db for the batch of the last forward, and return dx.

        dout: gradient of what forward returned, shape (N, D_out).
        dx: gradient of x, of the shape of x.

        No argument is changed. A second call with the same dout gives the same again.
        """
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.x_shape)
