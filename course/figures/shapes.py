"""Arrays drawn as boxes to scale: their axes with names and lengths, their numbers if they are few, several in a row as an equation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.style import (
    COLUMN, FAINT, GRADIENT, GRADIENT_FILL, GREY, INK, LABEL, SMALL, SUM, TITLE, VALUE, VALUE_FILL, arrow, canvas, number, text_width, write,
)

Axis = tuple[str, int]
"""Name and length of an axis, such as ("N", 4)."""

LARGEST = 0.46
ABOVE, BELOW = 0.42, 0.62
SIGN = 0.36
GAP = 0.13


@dataclass(frozen=True, eq=False)
class Box:
    """One array of a picture.

    `rows` and `columns` are its axes; a vector has no rows.  `numbers`, shape (rows, columns) or (columns,), are written into the cells
    where they fit.  `lit`, of the same shape and boolean, marks entries.  `summed` is "rows" or "columns" if the sum of an equation runs
    over that axis.  `repeated` stands for a vector that is used again for each index of an axis.
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
        if self.rows:
            return f"({self.rows[0]}, {self.columns[0]})"
        return f"({self.columns[0]},)" + (f", {self.repeated[0]} times" if self.repeated else "")

    @property
    def left(self) -> float:
        """Room in inches that its row axis needs at its left."""
        axis = self.rows or self.repeated
        if axis is None:
            return GAP
        return 0.27 + text_width(_axis_text(axis, self.summed == "rows"), SMALL)


Equation = Sequence[Box | str]
"""Boxes and the signs between them, from left to right."""


def draw_array(array: NDArray[Any], name: str, axes: Sequence[str] = ("rows", "columns"), *, highlight: NDArray[np.bool_] | None = None,
               gradient: bool = False) -> Figure:
    """One array of shape (n,) or (n, m) with its numbers; `axes` names its axes, `highlight` is a mask of its shape.

    Raises ValueError for an array of any other rank.
    """
    box = box_of(array, name, axes, highlight=highlight, gradient=gradient)
    return draw_equations([[box]], width=min(COLUMN, box.left + GAP + box.size[1] * LARGEST + 0.4))


def box_of(array: NDArray[Any], name: str, axes: Sequence[str], *, highlight: NDArray[np.bool_] | None = None, gradient: bool = False,
           summed: str = "") -> Box:
    """The box of an array of shape (n,) or (n, m) with its numbers; `axes` names as many axes, or more, of which the last count.

    Raises ValueError for an array of any other rank, and for a `highlight` of another shape.
    """
    if array.ndim not in (1, 2):
        raise ValueError(f"{name} has the shape {array.shape}; only arrays with one or two axes can be drawn")
    if highlight is not None and highlight.shape != array.shape:
        raise ValueError(f"the highlight has the shape {highlight.shape}, {name} has {array.shape}")
    named = list(zip(axes[-array.ndim:], array.shape, strict=True))
    return Box(name, named[0] if array.ndim == 2 else None, named[-1], gradient, array, highlight, summed)


def draw_equations(equations: Sequence[Equation], *, width: float = COLUMN, height: float | None = None) -> Figure:
    """Draw equations of boxes, one below the other, all in one scale: a cell has the same size everywhere.

    The scale is the largest that fits; without `height` (inches) the figure is as high as it needs to be.
    """
    frame = len(equations) * (ABOVE + BELOW) + GAP
    tall = sum(_cells_high(equation) for equation in equations)
    cell = min(LARGEST, *(_fitting(equation, width) for equation in equations))
    if height is not None:
        cell = min(cell, (height - frame) / tall)
    figure, axes = canvas(width, frame + tall * cell if height is None else height)
    top = axes.get_ylim()[1] - GAP / 2
    for equation in equations:
        high = _cells_high(equation) * cell
        _draw_equation(axes, equation, top - ABOVE - high / 2, cell)
        top -= ABOVE + high + BELOW
    return figure


def _cells_high(equation: Equation) -> int:
    return max(part.size[0] for part in equation if isinstance(part, Box))


def _sign_width(sign: str) -> float:
    return SIGN if len(sign) == 1 else text_width(sign, LABEL) + 0.25


def _fitting(equation: Equation, width: float) -> float:
    """The largest cell with which an equation is no wider than `width`."""
    fixed = sum(part.left + GAP if isinstance(part, Box) else _sign_width(part) for part in equation)
    return (width - fixed - GAP) / sum(part.size[1] for part in equation if isinstance(part, Box))


def _draw_equation(axes: Axes, equation: Equation, middle: float, cell: float) -> None:
    x = 0.05
    for part in equation:
        if isinstance(part, str):
            write(axes, x + _sign_width(part) / 2, middle, part, size=16 if len(part) == 1 else LABEL)
            x += _sign_width(part)
        else:
            draw_box(axes, part, x + part.left, middle, cell)
            x += part.left + part.size[1] * cell + GAP


def draw_box(axes: Axes, box: Box, x: float, middle: float, cell: float) -> None:
    """Draw a box with its left side at `x` and its centre at the height `middle`, cells `cell` inches wide; all in inches."""
    high, wide = box.size
    top, right = middle + high * cell / 2, x + wide * cell
    solid = high if box.rows else 1
    colour, fill = (GRADIENT, GRADIENT_FILL) if box.gradient else (VALUE, VALUE_FILL)
    if box.repeated:
        axes.add_patch(Rectangle((x, top - high * cell), wide * cell, high * cell, facecolor="none", edgecolor=GREY, linestyle="--"))
    axes.add_patch(Rectangle((x, top - solid * cell), wide * cell, solid * cell, facecolor=fill, edgecolor="none"))
    if cell > 0.07:
        _draw_grid(axes, x, top, solid, wide, cell)
    axes.add_patch(Rectangle((x, top - solid * cell), wide * cell, solid * cell, facecolor="none", edgecolor=colour, linewidth=1.6, zorder=3))
    _draw_cells(axes, box, x, top, cell, colour)
    _draw_axis(axes, box.columns, (x, top + 0.09), (right, top + 0.09), box.summed == "columns")
    if box.rows or box.repeated:
        _draw_axis(axes, box.rows or box.repeated, (x - 0.09, top), (x - 0.09, top - high * cell), box.summed == "rows")
    write(axes, (x + right) / 2, top - high * cell - 0.17, box.name, colour=colour, size=TITLE, bold=True)
    write(axes, (x + right) / 2, top - high * cell - 0.36, box.shape, colour=GREY, size=SMALL)


def _draw_grid(axes: Axes, x: float, top: float, rows: int, columns: int, cell: float) -> None:
    right, bottom = x + columns * cell, top - rows * cell
    lines = [((x, top - row * cell), (right, top - row * cell)) for row in range(1, rows)]
    lines += [((x + column * cell, top), (x + column * cell, bottom)) for column in range(1, columns)]
    axes.add_collection(LineCollection(lines, colors="white", linewidths=1.2), autolim=False)


def _draw_cells(axes: Axes, box: Box, x: float, top: float, cell: float, colour: str) -> None:
    """The marked cells and the numbers.  A marked cell has a frame, too, and its number is bold: its colour is not all that tells."""
    lit = None if box.lit is None else np.atleast_2d(box.lit)
    numbers = np.empty((0, 0)) if box.numbers is None else np.atleast_2d(box.numbers)
    for row, column in [] if lit is None else np.argwhere(lit):
        axes.add_patch(Rectangle((x + column * cell, top - (row + 1) * cell), cell, cell, facecolor=colour, edgecolor=INK, linewidth=1.6, zorder=3))
    texts = [[number(entry) for entry in line] for line in numbers.tolist()]
    longest = max((len(text) for line in texts for text in line), default=1)
    size = min(LABEL, 0.88 * cell * 72 / (0.66 * max(longest, 2)))
    if size < 6.5:
        return
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            marked = lit is not None and bool(lit[row, column])
            write(axes, x + (column + 0.5) * cell, top - (row + 0.5) * cell, text, colour="white" if marked else INK, size=size, bold=marked)


def _axis_text(axis: Axis, summed: bool) -> str:
    return f"Σ {axis[0]} = {axis[1]}" if summed else f"{axis[0]} = {axis[1]}"


def _draw_axis(axes: Axes, axis: Axis | None, start: tuple[float, float], end: tuple[float, float], summed: bool) -> None:
    """A line along an axis with its name and length: with an arrow and a Σ if the sum runs over it, else with a tick at each end."""
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
    write(axes, x, y, _axis_text(axis, summed), colour=SUM if summed else GREY, size=SMALL, align="right" if down else "center", bold=summed)
