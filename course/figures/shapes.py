"""Boxes in a row as an equation, several equations below each other in one scale."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.figures.box import ABOVE, BELOW, GAP, Box, draw_box
from course.figures.style import (
    COLUMN,
    LABEL,
    canvas,
    text_width,
    write,
)

LARGEST = 0.46
SIGN = 0.36
MARGIN = 0.25
"""Room at the right for the label of a narrow box, which is wider than the box."""

Equation = Sequence[Box | str]
"""Boxes and the signs between them, from left to right."""


def draw_equations(equations: Sequence[Equation], *, width: float = COLUMN, height: float | None = None) -> Figure:
    """Draw equations of boxes, one below the other, all in one scale: a cell has the same size everywhere.

    The scale is the largest that fits; without `height` (inches) the figure is as high as it needs to be.
    """
    frame = len(equations) * (ABOVE + BELOW) + GAP
    tall = sum(_cells_high(equation) for equation in equations)
    cell = min(LARGEST, *(_fitting(equation, width) for equation in equations))
    if height is not None:
        cell = min(cell, (height - frame) / tall)
    needed = frame + tall * cell
    figure, axes = canvas(width, height or needed)
    top = ((height or needed) + needed - GAP) / 2
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
    return (width - fixed - MARGIN) / sum(part.size[1] for part in equation if isinstance(part, Box))


def _draw_equation(axes: Axes, equation: Equation, middle: float, cell: float) -> None:
    x = 0.05
    for part in equation:
        if isinstance(part, str):
            write(axes, x + _sign_width(part) / 2, middle, part, size=16 if len(part) == 1 else LABEL)
            x += _sign_width(part)
        else:
            draw_box(axes, part, x + part.left, middle, cell)
            x += part.left + part.size[1] * cell + GAP
