"""One array drawn as a box to scale: its axes with names and lengths, its numbers if they are few, marked entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.style import (
    FAINT,
    GRADIENT,
    GRADIENT_FILL,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    TITLE,
    VALUE,
    VALUE_FILL,
    arrow,
    number,
    text_width,
    write,
)

Axis = tuple[str, int]
"""Name and length of an axis, such as ("N", 4)."""

ABOVE, BELOW = 0.42, 0.62
GAP = 0.13
SMALLEST = 6.0
"""Points below which numbers are left out."""


@dataclass(frozen=True, eq=False)
class Box:
    """One array of a picture.

    `rows` and `columns` are its axes; a vector has no rows. `numbers`, shape (rows, columns) or (columns,), are
    written into the cells where they fit. `lit`, of the same shape and boolean, marks entries. `summed` is "rows" or
    "columns" if the sum of an equation runs over that axis. `repeated` stands for a vector that is used again for
    each index of an axis.
    """

    name: str
    rows: Axis | None
    columns: Axis
    gradient: bool = False
    numbers: NDArray[Any] | None = None
    lit: NDArray[np.bool_] | None = None
    summed: str = ""
    repeated: Axis | None = None

    @property
    def size(self) -> tuple[int, int]:
        """How many cells high and wide it is drawn."""
        height = self.rows or self.repeated
        return (height[1] if height else 1), self.columns[1]

    @property
    def shape(self) -> str:
        """Its shape in letters, such as (N, D), or (M,) for a vector."""
        return f"({self.rows[0]}, {self.columns[0]})" if self.rows else f"({self.columns[0]},)"

    @property
    def left(self) -> float:
        """Room in inches that its row axis needs at its left."""
        axis = self.rows or self.repeated
        if axis is None:
            return 0.25  # for the label above a narrow box, which is wider than the box
        return 0.27 + text_width(_axis_text(axis, self.summed == "rows"), SMALL)


def box_of(
    array: NDArray[Any],
    name: str,
    axes: Sequence[str],
    *,
    highlight: NDArray[np.bool_] | None = None,
    gradient: bool = False,
    summed: str = "",
) -> Box:
    """The box of an array of shape (n,) or (n, m) with its numbers. `axes` names its axes.

    Raises ValueError for an array of any other rank, and for a `highlight` of another shape.
    """
    if array.ndim not in (1, 2):
        raise ValueError(f"{name} has the shape {array.shape}; only arrays with one or two axes can be drawn")
    if highlight is not None and highlight.shape != array.shape:
        raise ValueError(f"the highlight has the shape {highlight.shape}, {name} has {array.shape}")
    named = list(zip(axes[-array.ndim :], array.shape, strict=True))
    return Box(name, named[0] if array.ndim == 2 else None, named[-1], gradient, array, highlight, summed)


def draw_box(axes: Axes, box: Box, x: float, middle: float, cell: float) -> None:
    """Draw a box: its left side at `x`, its centre at the height `middle`, each cell `cell` wide, all in inches."""
    high, wide = box.size
    top, right = middle + high * cell / 2, x + wide * cell
    solid = high if box.rows else 1
    colour, fill = (GRADIENT, GRADIENT_FILL) if box.gradient else (VALUE, VALUE_FILL)
    if box.repeated:
        _rectangle(axes, x, top, wide * cell, high * cell, "none", GREY, linestyle="--")
    _rectangle(axes, x, top, wide * cell, solid * cell, fill, "none")
    if cell > 0.07:
        _draw_grid(axes, x, top, solid, wide, cell)
    _rectangle(axes, x, top, wide * cell, solid * cell, "none", colour, zorder=3)
    _draw_cells(axes, box, x, top, cell, colour)
    _draw_axis(axes, box.columns, (x, top + 0.09), (right, top + 0.09), box.summed == "columns")
    if box.rows or box.repeated:
        _draw_axis(axes, box.rows or box.repeated, (x - 0.09, top), (x - 0.09, top - high * cell), box.summed == "rows")
    write(axes, (x + right) / 2, top - high * cell - 0.17, box.name, colour=colour, size=TITLE, bold=True)
    write(axes, (x + right) / 2, top - high * cell - 0.36, box.shape, colour=GREY, size=SMALL)


def _rectangle(axes: Axes, x: float, top: float, wide: float, high: float, fill: str, edge: str, **more: Any) -> None:
    axes.add_patch(Rectangle((x, top - high), wide, high, facecolor=fill, edgecolor=edge, linewidth=1.6, **more))


def _draw_grid(axes: Axes, x: float, top: float, rows: int, columns: int, cell: float) -> None:
    right, bottom = x + columns * cell, top - rows * cell
    lines = [((x, top - row * cell), (right, top - row * cell)) for row in range(1, rows)]
    lines += [((x + column * cell, top), (x + column * cell, bottom)) for column in range(1, columns)]
    axes.add_collection(LineCollection(lines, colors="white", linewidths=1.2), autolim=False)


def _draw_cells(axes: Axes, box: Box, x: float, top: float, cell: float, colour: str) -> None:
    """The marked cells and the numbers. A marked cell has a frame and a bold number as well as its colour."""
    lit = np.zeros(box.size, dtype=bool) if box.lit is None else np.atleast_2d(box.lit)
    for row, column in np.argwhere(lit):
        _rectangle(axes, x + column * cell, top - row * cell, cell, cell, colour, INK, zorder=3)
    if box.numbers is None:
        return
    texts = [[number(entry) for entry in line] for line in np.atleast_2d(box.numbers).tolist()]
    longest = max(2, *(len(text) for line in texts for text in line))
    size = min(LABEL, 0.8 * cell * 72 / (0.66 * longest))
    if size < SMALLEST:
        return
    for (row, column), marked in np.ndenumerate(lit[: len(texts)]):
        across, down = x + (column + 0.5) * cell, top - (row + 0.5) * cell
        write(axes, across, down, texts[row][column], colour="white" if marked else INK, size=size, bold=bool(marked))


def _axis_text(axis: Axis, summed: bool) -> str:
    return f"Σ {axis[0]} = {axis[1]}" if summed else f"{axis[0]} = {axis[1]}"


def _draw_axis(
    axes: Axes, axis: Axis | None, start: tuple[float, float], end: tuple[float, float], summed: bool
) -> None:
    """The name and length of an axis beside a line: an arrow with Σ if the sum runs over it, else ticks."""
    if axis is None:
        return
    down = start[0] == end[0]
    if summed:
        arrow(axes, [start, end], SUM, width=2)
    else:
        tick = (0.04, 0) if down else (0, 0.04)
        ends = [((x - tick[0], y - tick[1]), (x + tick[0], y + tick[1])) for x, y in (start, end)]
        axes.add_collection(LineCollection([*ends, (start, end)], colors=FAINT, linewidths=1.2), autolim=False)
    x, y = (start[0] - 0.07, (start[1] + end[1]) / 2) if down else ((start[0] + end[0]) / 2, start[1] + 0.13)
    align, colour = "right" if down else "center", SUM if summed else GREY
    write(axes, x, y, _axis_text(axis, summed), colour=colour, size=SMALL, align=align, bold=summed)
