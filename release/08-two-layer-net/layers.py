"""The layers of the earlier levels, solved.  Made by `course build 08-two-layer-net`: change those levels instead."""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """The gradient of f at x by central differences.

    f: a function that takes one array and returns one number. It may
       - read x itself, from outside, instead of its argument (float64 x only);
       - write into the array that it is handed.
    x: an array of any shape: (), (D,), (N, D), (N, C, H, W), ...; a transposed one, too.
       If it is not float64, such as integers or float32, work on a float64 copy of it.
    h: the step to each side.

    Returns a new float array of x's shape: (f(x with this entry + h) - f(x with this entry - h)) / (2 h).
    When the function returns, x is what it was before, to the last bit.
    """
    x = np.asarray(x, dtype=float)  # a float64 x stays the same array, so that f sees the step
    start = x.copy()
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] = start[index] + h
        above = f(x)
        x[...] = start  # all of it: f may have written into x
        x[index] = start[index] - h
        below = f(x)
        x[...] = start
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    """|a - b| / max(|a|, |b|, 1e-6), entry by entry.

    a, b: two float arrays of the same shape, or two plain numbers.

    Returns a new array of that shape, or one number for two numbers.
    0 and 0 give 0. A nan in a or b gives nan in that entry.
    """
    larger = np.maximum(np.abs(a), np.abs(b))
    return np.abs(a - b) / np.maximum(larger, 1e-6)


def gradient_check(f, x, gradient, h=1e-5):
    """Compare a gradient with the numerical gradient of f at x, taken with the step h.

    f: a function of x that returns one number, as for numerical_gradient.
    x: an array of any shape.
    gradient: an array of the same shape: what a backward pass claims.

    Returns (worst_error, index): the largest relative error, and the index of the entry that has it as
    a tuple with one whole number for each axis, so that gradient[index] is this entry. If several are
    equally bad, any of them will do. If an entry of the gradient is nan, index points at a nan.
    Raises ValueError if gradient and x differ in shape.
    """
    if np.shape(gradient) != np.shape(x):
        raise ValueError(f"the gradient has shape {np.shape(gradient)}, x has {np.shape(x)}")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return float(errors[index]), tuple(int(i) for i in index)


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


class Affine:
    """A layer of M neurons with D inputs each, for batches of N samples.

    Attributes:
        W: weights, shape (D, M): the array that was handed in.
        b: biases, shape (M,): the array that was handed in.
        dW: gradient of W, shape (D, M); set by backward.
        db: gradient of b, shape (M,); set by backward.
    """

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        """Return out, shape (N, M), for a batch x, shape (N, D).

        N may change from call to call.
        """
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        """Set self.dW and self.db for the batch of the last forward, and return dx.

        dout: gradient of what forward returned, shape (N, M).
        dx: gradient of x, shape (N, D).

        No argument is changed. A second call with the same dout gives the same again.
        """
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


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
