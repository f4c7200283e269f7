"""Colours, sizes and the few drawing helpers that every figure of the course shares.

The colours are those of Okabe and Ito, made for colour-blind eyes. Blue and vermillion are darkened so that text in
them has a contrast of at least 4.5 on white and so that the two still differ when printed in grey. Schematic figures
are drawn in inches, one inch shown as 100 pixels, so a text of 10 points is as tall as the text of a notebook.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path
from matplotlib.text import Text

VALUE = "#004A75"
VALUE_FILL = "#DCEBF5"
GRADIENT = "#C75000"
GRADIENT_FILL = "#FBE6D8"
SUM = "#00654A"
INK = "#1A1A1A"
GREY = "#5C5C5C"
FAINT = "#C8C8C8"
CYCLE = (VALUE, GRADIENT, "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
"""Colours of the curves in one plot, in this order; give each curve a line style or a label at its end as well."""
LINES = ("-", "--", "-.", ":")

FONT = "DejaVu Sans"
MONO = "DejaVu Sans Mono"
TITLE, LABEL, SMALL = 12.0, 10.5, 9.0

COLUMN = 8.0
"""Width of a notebook column in inches."""
PIXELS_PER_INCH = 100


def number(value: float | str) -> str:
    """The number as a reader would write it: six digits at most, no trailing noise (3.3, not 3.3000000000000003);
    text stays as it is.
    """
    if isinstance(value, str):
        return value
    if float(value).is_integer() and abs(value) < 1e9:
        return str(int(value))
    return f"{float(value):.6g}"


def canvas(width: float, height: float) -> tuple[Figure, Axes]:
    """An empty figure of `width` by `height` inches and its only axes: no frame, coordinates in inches, the origin at
    the lower left.
    """
    figure = Figure(figsize=(width, height), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return figure, axes


def plot(xlabel: str, ylabel: str, width: float = 6.4, height: float = 3.6) -> tuple[Figure, Axes]:
    """A figure with one pair of axes for curves, both named (unit included), with only the left and the lower line
    drawn.
    """
    figure = Figure(figsize=(width, height), facecolor="white", layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(xlabel, fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(ylabel, fontsize=LABEL, color=INK, family=FONT)
    axes.set_prop_cycle(color=CYCLE)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    return figure, axes


def write(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    *,
    colour: str = INK,
    size: float = LABEL,
    align: str = "center",
    bold: bool = False,
    mono: bool = False,
) -> Text:
    """Write `text` at (x, y), centred vertically; `align` is the horizontal alignment: "left", "center" or "right"."""
    # No mathtext: a dollar sign or an underscore in a name is meant literally, and plain text is drawn faster.
    return axes.text(
        x,
        y,
        text,
        color=colour,
        fontsize=size,
        ha=align,
        va="center_baseline",
        weight="bold" if bold else "normal",
        family=MONO if mono else FONT,
        parse_math=False,
    )


def text_width(text: str, size: float, mono: bool = False) -> float:
    """About how many inches wide `text` is at `size` points; good to a tenth, without drawing it."""
    return len(text) * size / 72 * (0.61 if mono else 0.63)


def arrow(axes: Axes, points: Sequence[tuple[float, float]], colour: str = INK, *, width: float = 1.4) -> None:
    """Draw an arrow along `points`, from the first to the last, its tip exactly there."""
    patch = FancyArrowPatch(path=Path(points), arrowstyle="-|>", mutation_scale=9, linewidth=width, color=colour)
    patch.set_joinstyle("miter")
    axes.add_patch(patch)
