"""Pictures of level 13: TinyNet as a graph, a net small enough to follow by hand, and its maps drawn to scale."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.figures import graph
from course.figures.graph_picture import draw_graph
from course.figures.show import show
from course.figures.small_tinynet import describe_small, draw_small
from course.figures.style import (
    COLUMN,
    GREY,
    INK,
    SMALL,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    write,
)
from course.figures.tinynet_graph import tinynet_graph


def show_tinynet() -> None:
    """TinyNet as a graph, forward."""
    show(draw_graph(tinynet_graph(), gradients=False), graph.describe(tinynet_graph(), gradients=False))


def show_small_net() -> None:
    """The small net with all its numbers."""
    show(draw_small(), describe_small())


# -- sizes -----------------------------------------------------------------------------------------------------------

CELL = 0.1
"""Inches for one number, the same everywhere in the picture."""
BEHIND = 0.06
"""How far a channel sticks out behind the one before it."""

Block = tuple[str, int, int, int]
"""A name, and how many channels, rows and columns."""


def sizes_of(side: int, C1: int, C2: int) -> list[Block]:
    """The blocks on the way of one image with one channel; `side` is a multiple of 4."""
    half, quarter = side // 2, side // 4
    return [
        ("x", 1, side, side),
        ("conv1, relu1", C1, side, side),
        ("pool1", C1, half, half),
        ("conv2, relu2", C2, half, half),
        ("pool2", C2, quarter, quarter),
    ]


def show_sizes(side: int = 8, C1: int = 4, C2: int = 8) -> None:
    """The blocks of numbers between the layers, to scale."""
    show(draw_sizes(side, C1, C2), describe_sizes(side, C1, C2))


def draw_sizes(side: int = 8, C1: int = 4, C2: int = 8) -> Figure:
    """Each block as its channels one behind the other, then what fc sees as one column, and ten logits."""
    blocks = sizes_of(side, C1, C2)
    flat = C2 * (side // 4) ** 2
    height = max(flat * CELL, side * CELL + 1.4) + 0.75
    figure, axes = canvas(COLUMN, height)
    x, middle = 0.15, height / 2
    for name, channels, rows, columns in blocks:
        wide = columns * CELL + (channels - 1) * BEHIND
        _draw_block(axes, x, middle, channels, rows, columns)
        _label(axes, x + wide / 2, middle, name, f"({channels}, {rows}, {columns})", f"{channels * rows * columns}")
        x = _step(axes, x + wide, middle)
    for name, length in (("what fc sees", flat), ("logits", 10)):
        _draw_column(axes, x + 0.31, middle, length)
        write(axes, x + 0.36, middle + length * CELL / 2 + 0.18, name, colour=VALUE, size=SMALL, bold=True)
        write(axes, x + 0.36, middle - length * CELL / 2 - 0.18, f"({length},)", colour=GREY, size=SMALL)
        x = _step(axes, x + 0.41, middle) if name != "logits" else x
    return figure


def _step(axes: Axes, x: float, middle: float) -> float:
    """An arrow to the next block.  Returns where that begins."""
    arrow(axes, [(x + 0.1, middle), (x + 0.36, middle)], INK)
    return x + 0.46


def _draw_block(axes: Axes, x: float, middle: float, channels: int, rows: int, columns: int) -> None:
    wide, high = columns * CELL, rows * CELL
    low = middle - (high + (channels - 1) * BEHIND) / 2
    for channel in reversed(range(channels)):
        corner = (x + channel * BEHIND, low + channel * BEHIND)
        axes.add_patch(Rectangle(corner, wide, high, facecolor=VALUE_FILL, edgecolor=VALUE, linewidth=1))
    for row in range(1, rows):
        axes.plot([x, x + wide], [low + row * CELL] * 2, color="white", linewidth=0.8)
    for column in range(1, columns):
        axes.plot([x + column * CELL] * 2, [low, low + high], color="white", linewidth=0.8)
    axes.add_patch(Rectangle((x, low), wide, high, facecolor="none", edgecolor=VALUE, linewidth=1.2))


def _draw_column(axes: Axes, x: float, middle: float, length: int) -> None:
    low = middle - length * CELL / 2
    for place in range(length):
        corner = (x, low + place * CELL)
        axes.add_patch(Rectangle(corner, CELL, CELL, facecolor=VALUE_FILL, edgecolor=VALUE, linewidth=0.8))


def _label(axes: Axes, x: float, middle: float, name: str, shape: str, total: str) -> None:
    write(axes, x, middle + 0.85, name, colour=VALUE, size=SMALL, bold=True)
    write(axes, x, middle - 0.85, shape, colour=GREY, size=SMALL)
    write(axes, x, middle - 1.05, f"{total} numbers", colour=GREY, size=SMALL)


def describe_sizes(side: int = 8, C1: int = 4, C2: int = 8) -> str:
    """What `draw_sizes` shows, in words."""
    told = [f"{name} ({c}, {h}, {w}), that is {c * h * w} numbers" for name, c, h, w in sizes_of(side, C1, C2)]
    flat = C2 * (side // 4) ** 2
    return (
        f"The way of one image of {side} by {side} pixels, drawn to scale as blocks of channels, rows and columns: "
        f"{'; '.join(told)}. fc sees these last {flat} numbers as one column and makes 10 logits."
    )
