"""Pictures of level 14: the two backward nodes of a matrix product, the small net and TinyNet with their gradients."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from course.figures import graph
from course.figures.graph_picture import draw_graph
from course.figures.show import show
from course.figures.small_tinynet import describe_small, draw_small
from course.figures.style import (
    COLUMN,
    GRADIENT,
    GRADIENT_FILL,
    GREY,
    LABEL,
    SMALL,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    write,
)
from course.figures.tinynet_graph import tinynet_graph

Point = tuple[float, float]


def show_small_backward() -> None:
    """The small net with all its numbers and their gradients."""
    show(draw_small(gradients=True), describe_small(gradients=True))


def show_tinynet_backward() -> None:
    """TinyNet as a graph, forward and backward."""
    show(draw_graph(tinynet_graph()), graph.describe(tinynet_graph()))


# -- the matrix product ----------------------------------------------------------------------------------------------

PRODUCT: Point = (4.2, 3.15)
TOWARD_X: Point = (4.2, 1.75)
TOWARD_W: Point = (4.2, 0.75)
NODE = (1.5, 0.42)
"""How wide and high a node is."""


def show_product() -> None:
    """The node of a matrix product and the two nodes that its backward pass consists of."""
    show(draw_product(), describe_product())


def draw_product() -> Figure:
    """Above: x and W go into the product. Below: dout goes into two nodes, each with the factor kept for it."""
    figure, axes = canvas(COLUMN, 3.85)
    x, W = (0.75, 3.45), (0.75, 2.75)
    for name, shape, at in (("x", "(N, D)", x), ("W", "(D, M)", W)):
        _variable(axes, name, shape, at, VALUE)
        arrow(
            axes,
            [(at[0] + 0.55, at[1]), (PRODUCT[0] - NODE[0] / 2 - 0.04, PRODUCT[1] + (at[1] - PRODUCT[1]) * 0.3)],
            VALUE,
        )
    arrow(axes, [(PRODUCT[0] + NODE[0] / 2, PRODUCT[1]), (6.65, PRODUCT[1])], VALUE)
    _variable(axes, "out", "(N, M)", (7.2, PRODUCT[1]), VALUE)
    _node(axes, "product", PRODUCT, VALUE, VALUE_FILL)
    _variable(axes, "dout", "(N, M)", (7.2, (TOWARD_X[1] + TOWARD_W[1]) / 2), GRADIENT)
    for node, name, result, shape in ((TOWARD_X, "toward x", "dx", "(N, D)"), (TOWARD_W, "toward W", "dW", "(D, M)")):
        middle = (TOWARD_X[1] + TOWARD_W[1]) / 2
        arrow(axes, [(6.6, middle + (node[1] - middle) * 0.3), (node[0] + NODE[0] / 2 + 0.04, node[1])], GRADIENT)
        arrow(axes, [(node[0] - NODE[0] / 2, node[1]), (1.35, node[1])], GRADIENT)
        _node(axes, name, node, GRADIENT, GRADIENT_FILL)
        _variable(axes, result, shape, (0.75, node[1]), GRADIENT)
    _kept(axes, (W[0] + 0.45, W[1] - 0.2), (TOWARD_X[0] - 0.45, TOWARD_X[1] + 0.24), "W, kept", (2.85, 2.42))
    _kept(axes, (x[0] + 0.3, x[1] - 0.25), (TOWARD_W[0] - 0.6, TOWARD_W[1] + 0.24), "x, kept", (2.0, 1.98))
    write(
        axes,
        0.1,
        0.18,
        "blue: forward     orange: backward     dashed: kept from forward",
        colour=GREY,
        size=SMALL,
        align="left",
    )
    return figure


def _node(axes: Axes, name: str, at: Point, colour: str, fill: str) -> None:
    wide, high = NODE
    corner = (at[0] - wide / 2, at[1] - high / 2)
    box = FancyBboxPatch(corner, wide, high, "round,pad=0,rounding_size=0.2", facecolor=fill, edgecolor=colour)
    box.set_linewidth(1.5)
    axes.add_patch(box)
    write(axes, *at, name, bold=True)


def _variable(axes: Axes, name: str, shape: str, at: Point, colour: str) -> None:
    write(axes, at[0], at[1] + 0.09, name, colour=colour, size=LABEL + 1, bold=True)
    write(axes, at[0], at[1] - 0.11, shape, colour=GREY, size=SMALL)


def _kept(axes: Axes, start: Point, end: Point, text: str, at: Point) -> None:
    line = FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=9, linewidth=1.2, linestyle=(0, (4, 3)))
    line.set_color(VALUE)
    axes.add_patch(line)
    write(axes, *at, text, colour=VALUE, size=SMALL)


def describe_product() -> str:
    """What `draw_product` shows, in words."""
    return (
        "Above, forward: x (N, D) and W (D, M) lead to the node product, which gives out (N, M). Below, backward: "
        "dout (N, M) leads to two nodes. The node toward x also gets W, kept from forward, and gives dx (N, D). "
        "The node toward W also gets x, kept from forward, and gives dW (D, M). The two lines of what was kept cross."
    )
