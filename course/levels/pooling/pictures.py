"""A max-pooling and its way back."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.pixels import Grid, Sliding, draw_grid
from course.figures.show import show
from course.figures.style import COLUMN, GRADIENT, GRADIENT_FILL, LABEL, VALUE, arrow, canvas

Array = NDArray[Any]

SLIDING = Sliding((3, 4), 2, 2)
POOL_X = np.array([[1, 3, 2, 0], [0, 2, 5, 1], [4, 4, 1, -2]])
POOL_DOUT = np.array([[1, 2, 3], [4, 5, 6]])
"""One image of one channel, and the gradient of its pooling, worked by hand in the text."""


def pooled() -> tuple[Array, Array, NDArray[np.bool_]]:
    """out and dx of the worked max-pooling, 2 by 2 with stride 1, and which pixels win."""
    windows = SLIDING.cut(POOL_X).reshape(6, 4)
    dx = np.zeros_like(POOL_X)
    for (i, j), place in zip(np.ndindex(2, 3), windows.argmax(axis=1), strict=True):
        dx[i + place // 2, j + place % 2] += POOL_DOUT[i, j]
    return windows.max(axis=1).reshape(2, 3), dx, dx != 0


def show_pool() -> None:
    """A max-pooling with windows of 2 by 2 and stride 1, forward and backward; the winners are marked."""
    show(draw_pool(), describe_pool())


def draw_pool() -> Figure:
    """x and out at the left, dx and dout at the right."""
    out, dx, won = pooled()
    figure, axes = canvas(COLUMN, 1.9)
    cell, top, pale = 0.4, 1.8, lambda value: GRADIENT_FILL
    draw_grid(axes, Grid("x", POOL_X, won, size=LABEL, note="winners marked"), 0.15, top, cell)
    draw_grid(axes, Grid("out", out, size=LABEL), 2.3, top - cell / 2, cell)
    back = Grid("dx", dx, won, colour=GRADIENT, shade=pale, size=LABEL)
    draw_grid(axes, back, 4.45, top, cell)
    draw_grid(axes, Grid("dout", POOL_DOUT, colour=GRADIENT, shade=pale, size=LABEL), 6.6, top - cell / 2, cell)
    middle = top - 1.5 * cell
    arrow(axes, [(1.82, middle), (2.23, middle)], VALUE)
    arrow(axes, [(6.53, middle), (6.12, middle)], GRADIENT)
    return figure


def describe_pool() -> str:
    """What `draw_pool` shows, in words."""
    out, dx, won = pooled()
    winners = ", ".join(f"[{i}, {j}]" for i, j in np.argwhere(won))
    return (
        f"Boxes with numbers: x = {POOL_X.tolist()} gives out = {out.tolist()}; dx = {dx.tolist()} comes from dout = "
        f"{POOL_DOUT.tolist()}. Marked in x and dx are the pixels that win a window: {winners}. All others get 0."
    )
