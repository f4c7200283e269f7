"""Windows and where they lie, for formulas of mistakes: axes n c i j u v, those of maps n m i j."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.probes import Array

FLOAT_SIZE = [
    raises(TypeError("'float' object cannot be interpreted as an integer")),
    raises(TypeError("slice indices must be integers or None or have an __index__ method")),
]


def altered(g: SimpleNamespace, **changed: Any) -> SimpleNamespace:
    """What is given, with something about it changed."""
    return SimpleNamespace(**{**vars(g), **changed})


def frame(pad: int, top: int = 1, bottom: int = 1, left: int = 1, right: int = 1) -> list[tuple[int, int]]:
    """What np.pad adds to each of the four axes: `pad` around every image, or only at some sides of it."""
    return [(0, 0), (0, 0), (pad * top, pad * bottom), (pad * left, pad * right)]


def windows(g: SimpleNamespace, size: tuple[int, int], **how: Any) -> Array:
    """Every window of g.x, shape (N, C, out_h, out_w, height, width). `how` goes to np.pad: what is in the padding."""
    padded = np.pad(g.x, frame(g.pad), **how)
    every = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(2, 3))
    return every[:, :, :: g.stride, :: g.stride]


def as_many(every: Array, like: Array) -> Array:
    """The first windows or pixels of each direction, as many as `like` has."""
    return every[:, :, : like.shape[2], : like.shape[3]]


def in_rows(every: Array, order: str = "nijcuv") -> Array:
    """Windows with their axes in this order, in the shape that im2col is asked for."""
    n, c, i, j, u, v = every.shape
    return every.transpose([*map("ncijuv".index, order)]).reshape(n * i * j, c * u * v)


def rows(maps: Array) -> Array:
    """Maps with one row for each window, (N * out_h * out_w, M)."""
    return maps.transpose(0, 2, 3, 1).reshape(-1, maps.shape[1])


def as_maps(rows: Array, shape: Iterable[int]) -> Array:
    """The reverse: rows as maps of this shape."""
    n, m, i, j = shape
    return rows.reshape(n, i, j, m).transpose(0, 3, 1, 2)


def folded(parts: Array, g: SimpleNamespace, add: bool = True, turn: int = 1) -> Array:
    """Windows of gradients laid back over the images g.x, with the padding still around them.

    Where windows overlap they add up, or else the last one stays: with `turn` = -1 the windows come last to first.
    """
    dx, (u, v) = np.zeros_like(np.pad(g.x, frame(g.pad))), parts.shape[4:]
    for i, j in list(np.ndindex(*parts.shape[2:4]))[::turn]:
        place = (..., slice(i * g.stride, i * g.stride + u), slice(j * g.stride, j * g.stride + v))
        dx[place] = parts[:, :, i, j] + (dx[place] if add else 0)
    return dx


def laid_back(parts: Array, g: SimpleNamespace, **how: Any) -> Array:
    """The same without the padding."""
    dx = folded(parts, g, **how)
    return dx[:, :, g.pad : dx.shape[2] - g.pad, g.pad : dx.shape[3] - g.pad]
