"""Small arrays as grids of numbers in a chain: values from left to right, each with its gradient below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.style import (
    COLUMN,
    GRADIENT,
    GRADIENT_FILL,
    INK,
    LABEL,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    number,
    text_width,
    write,
)

CELL = 0.31
GAP = 0.46
NAME = 0.34
"""Room above a grid for its name."""
BETWEEN = 0.3

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Grid:
    """An array (rows, columns) in a chain, and its gradient if it has one.

    `lit`, of the same shape and boolean, marks entries. `before` stands left of it: an arrow, a text, or nothing.
    """

    name: str
    values: Array
    gradient: Array | None = None
    lit: Array | None = None
    before: str = "→"

    @property
    def width(self) -> float:
        """In inches, its name included."""
        return float(max(self.values.shape[1] * CELL, text_width(self.name, LABEL)))


def draw_chains(chains: Sequence[Sequence[Grid]], *, gradients: bool = False) -> Figure:
    """Each chain in a line of its own; with `gradients` each line has a second one below it, with arrows back."""
    heights = [_height(chain, gradients) for chain in chains]
    figure, axes = canvas(COLUMN, sum(heights))
    top = sum(heights)
    for chain, height in zip(chains, heights, strict=True):
        _draw_chain(axes, chain, top, gradients)
        top -= height
    return figure


def _rows(chain: Sequence[Grid]) -> int:
    return max(len(grid.values) for grid in chain)


def _height(chain: Sequence[Grid], gradients: bool) -> float:
    return (NAME + _rows(chain) * CELL) * (1 + gradients) + BETWEEN


def _draw_chain(axes: Axes, chain: Sequence[Grid], top: float, gradients: bool) -> None:
    x, tall = 0.1, _rows(chain) * CELL
    middle = top - NAME - tall / 2
    below = middle - tall - NAME
    for place, grid in enumerate(chain):
        if place:
            _draw_sign(axes, grid, x, middle, below if gradients else None)
            x += GAP
        left = x + (grid.width - grid.values.shape[1] * CELL) / 2
        draw_numbers(axes, grid.name, grid.values, left, middle, lit=grid.lit)
        if gradients and grid.gradient is not None:
            draw_numbers(axes, f"d {grid.name}", grid.gradient, left, below, gradient=True)
        x += grid.width


def _draw_sign(axes: Axes, grid: Grid, x: float, middle: float, below: float | None) -> None:
    if grid.before != "→":
        write(axes, x + GAP / 2, middle, grid.before, size=14)
        return
    arrow(axes, [(x + 0.07, middle), (x + GAP - 0.07, middle)], VALUE)
    if below is not None and grid.gradient is not None:
        arrow(axes, [(x + GAP - 0.07, below), (x + 0.07, below)], GRADIENT)


def draw_numbers(
    axes: Axes, name: str, values: Array, x: float, middle: float, *, gradient: bool = False, lit: Array | None = None
) -> None:
    """One grid with its name above it: its left side at `x`, its centre at the height `middle`, in inches."""
    rows, columns = values.shape
    colour, fill = (GRADIENT, GRADIENT_FILL) if gradient else (VALUE, VALUE_FILL)
    top = middle + rows * CELL / 2
    texts = [[number(float(value)).replace("-", "−") for value in row] for row in values]
    size = LABEL if max(len(text) for row in texts for text in row) < 3 else 8
    for row, column in np.ndindex(rows, columns):
        marked = lit is not None and bool(lit[row, column])
        corner = (x + column * CELL, top - (row + 1) * CELL)
        face = colour if marked else fill
        axes.add_patch(Rectangle(corner, CELL, CELL, facecolor=face, edgecolor="white", linewidth=1.2))
        ink = "white" if marked else INK
        write(axes, corner[0] + CELL / 2, corner[1] + CELL / 2, texts[row][column], colour=ink, size=size, bold=marked)
    frame = Rectangle((x, top - rows * CELL), columns * CELL, rows * CELL, facecolor="none", edgecolor=colour)
    frame.set_linewidth(1.6)
    axes.add_patch(frame)
    write(axes, x + columns * CELL / 2, top + 0.15, name, colour=colour, bold=True)
