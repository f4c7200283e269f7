"""Level 11: what the checks of its layers share; windows and where they lie, for formulas of mistakes."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.writing import raises

LEVEL = "11-convolution"

Arrays = dict[str, Any]


SELF = "A method sees its arguments. What the layer keeps from one call to the next is reached through self."
WHOLE_STEPS = (
    "The number of positions in each direction is a whole number, and `/` always gives a float. Which division of "
    "Python leaves the rest away?"
)
FLOAT_SIZE = (
    raises(TypeError("'float' object cannot be interpreted as an integer")),
    raises(TypeError("slice indices must be integers or None or have an __index__ method")),
)


# -- windows, for formulas of mistakes -------------------------------------------------------------------------------

Sides = tuple[tuple[int, int], ...]
NO_SIDES: Sides = ((0, 0),) * 4


def frame(pad: int, top: int = 1, bottom: int = 1, left: int = 1, right: int = 1) -> Sides:
    """What np.pad adds to each of the four axes: `pad` around every image, or only at some sides of it."""
    return ((0, 0), (0, 0), (pad * top, pad * bottom), (pad * left, pad * right))


def windows(x: Any, size: tuple[int, int], stride: int = 1, sides: Sides = NO_SIDES, **how: Any) -> Any:
    """Every window of x, shape (N, C, out_h, out_w, height, width): in formulas the axes are called n c i j u v.

    `how` goes to np.pad: what stands in the padding.
    """
    padded = np.pad(x, sides, **how)
    return np.lib.stride_tricks.sliding_window_view(padded, size, axis=(2, 3))[:, :, ::stride, ::stride]


def in_rows(every: Any, order: str = "nijcuv") -> Any:
    """Windows with their axes in this order, in the shape that im2col is asked for."""
    n, c, i, j, u, v = every.shape
    return np.einsum(f"ncijuv->{order}", every).reshape(n * i * j, c * u * v)


def folded(parts: Any, size: tuple[int, int], stride: int, pad: int, add: bool = True, turn: int = 1) -> Any:
    """Windows of gradients, axes n c i j u v, laid back over images of this size with their padding still around them.

    Where windows overlap they add up, or else the last one stays: with `turn` = -1 the windows come last to first.
    """
    n, c, many_h, many_w, u, v = parts.shape
    dx = np.zeros((n, c, size[0] + 2 * pad, size[1] + 2 * pad))
    for i, j in list(np.ndindex(many_h, many_w))[::turn]:
        place = (..., slice(i * stride, i * stride + u), slice(j * stride, j * stride + v))
        dx[place] = parts[:, :, i, j] + (dx[place] if add else 0)
    return dx


def cut(dx: Any, pad: int) -> Any:
    """The images without their padding."""
    return dx[:, :, pad : dx.shape[2] - pad, pad : dx.shape[3] - pad]
