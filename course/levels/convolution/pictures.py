"""A window by hand, and a convolution as a matrix product.  `play` and `kernel` have what moves."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.box import Box
from course.figures.pixels import Grid, Sliding, draw_grid
from course.figures.shapes import draw_equations
from course.figures.show import show
from course.figures.style import COLUMN, canvas, write

Array = NDArray[Any]

X = np.array([[1, 2, 0, 1], [0, 1, 3, 1], [2, 0, 1, 4]])
W = np.array([[[1, -1], [2, 1]], [[0, 1], [1, 0]]])
B = np.array([1, 10])
"""One image of one channel, 3 by 4 pixels, and two filters with their biases, worked by hand in the text."""
SLIDING = Sliding((3, 4), 2, 2)
CELL = 0.3
PLACE = (1, 2)
"""The place of the output that is marked."""


def worked_maps() -> Array:
    """The two maps of the worked image, shape (2, 2, 3)."""
    maps: Array = np.einsum("ijuv,muv->mij", SLIDING.cut(X), W) + B[:, None, None]
    return maps


def worked_rows() -> tuple[Array, Array]:
    """The windows as rows, (6, 4), and what the filters make of them, (6, 2)."""
    col = SLIDING.cut(X).reshape(6, 4)
    return col, col @ W.reshape(2, 4).T + B


# -- one window ------------------------------------------------------------------------------------------------------


def show_window() -> None:
    """The worked image, its first filter and the map, with one window and its number marked."""
    show(draw_window(), describe_window())


def draw_window() -> Figure:
    """x, the kernel and out in boxes with their numbers."""
    image = Box("x", ("in_h", 3), ("in_w", 4), numbers=X, lit=_marked(X, SLIDING.window(PLACE)))
    kernel = Box("kernel", ("K_h", 2), ("K_w", 2), numbers=W[0])
    out = Box("out", ("out_h", 2), ("out_w", 3), numbers=worked_maps()[0], lit=_marked(worked_maps()[0], PLACE))
    return draw_equations([[image, "and", kernel, f"with b = {B[0]} give", out]])


def describe_window() -> str:
    """What `draw_window` shows, in words."""
    window = SLIDING.cut(X)[PLACE]
    return (
        f"Three boxes with numbers: x = {X.tolist()}, the kernel = {W[0].tolist()} and out = "
        f"{worked_maps()[0].tolist()}. Marked are out{list(PLACE)} = {worked_maps()[0][PLACE]} and the window of x "
        f"that it comes from, {window.tolist()}: lines 1 and 2, columns 2 and 3."
    )


def _marked(array: Array, index: Any) -> NDArray[np.bool_]:
    lit = np.zeros(array.shape, dtype=bool)
    lit[index] = True
    return lit


# -- all windows as a matrix product ---------------------------------------------------------------------------------


def show_product() -> None:
    """The worked image as rows of windows times two filters; then the two columns as maps, wrong and right."""
    show(draw_product(), describe_product())


def draw_product() -> Figure:
    """col @ filters + b = numbers; below it what a reshape makes of them, and the maps as they should be."""
    col, numbers = worked_rows()
    of_first = np.broadcast_to(np.arange(2) == 0, (6, 2))
    figure, axes = canvas(COLUMN, 4.05)
    product = [
        Grid("col", col, note="(6, 4), a window in each row"),
        Grid("filters", W.reshape(2, 4).T, note="(4, 2), one in each column"),
        Grid("b", B[None, :], note="(2,)"),
        Grid("result", numbers, of_first, note="(6, 2)"),
    ]
    for grid, left in zip(product, (0.5, 2.75, 4.6, 6.1), strict=True):
        rows = grid.numbers.shape[0]
        draw_grid(axes, grid, left, 3.95 - (6 - rows) * CELL / 2, CELL)
    for sign, x in (("@", 2.25), ("+", 4.0), ("=", 5.65)):
        write(axes, x, 3.95 - 3 * CELL, sign, size=16)
    straight, maps = numbers.reshape(2, 2, 3), worked_maps()
    places = [*of_first.reshape(2, 2, 3), np.ones((2, 3), dtype=bool), None]
    names = ("reshaped[0]", "reshaped[1]", "out[0, 0]", "out[0, 1]")
    for name, x, lit, left in zip(names, [*straight, *maps], places, (0.5, 1.95, 4.6, 6.1), strict=True):
        draw_grid(axes, Grid(name, x, lit), left, 1.05, CELL)
    write(axes, 0.5, 1.27, "a reshape alone, to (2, 2, 3):", align="left")
    write(axes, 4.6, 1.27, "the maps that are wanted:", align="left")
    return figure


def describe_product() -> str:
    """What `draw_product` shows, in words."""
    col, numbers = worked_rows()
    return (
        f"Two rows of boxes with numbers. Above, a matrix product: col, one window in each row, {col.tolist()}, times "
        f"the filters, one in each column, {W.reshape(2, 4).T.tolist()}, plus b = {B.tolist()} gives "
        f"{numbers.tolist()}, one row for each window and one column for each filter, that of filter 0 marked. "
        f"Below left the same numbers reshaped to (2, 2, 3): {numbers.reshape(2, 2, 3).tolist()}, where the marked "
        f"numbers lie scattered over both maps. Below right the maps that are wanted: {worked_maps().tolist()}, all "
        "marked numbers in the first."
    )
