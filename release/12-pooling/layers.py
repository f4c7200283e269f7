"""The layers of the earlier levels, solved.  Made by `course build 12-pooling`: change those levels instead."""

import numpy as np


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
