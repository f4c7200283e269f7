"""The small net worked by hand, and the losses of a net that was trained by hand."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.graph import Graph
from course.figures.graph_picture import draw_graph
from course.figures.show import show
from course.figures.style import FAINT, VALUE, plot

Array = NDArray[Any]


def show_small_net() -> None:
    """The net with two hidden neurons that the level works out by hand."""
    show(draw_graph(small_net()), SMALL_NET)


SMALL_NET = (
    "The small net as a graph of arrays, read from left to right. x (1, 2) and w1 with the rows (1, 1) and (1, −1) are "
    "multiplied and give h (3, −1). relu makes r (3, 0) of it. r and w2 (2, 5) are multiplied and give 6. Minus y, "
    "this is 2; squared, the loss 4. Backward, from right to left: the loss has the gradient 1. The error 2 gets 4, "
    "and so does the answer 6. w2 gets (12, 0), r gets (8, 20). relu hands (8, 0) on to h. w1 gets the rows (8, 0) "
    "and (16, 0)."
)


def small_net() -> Graph:
    """x = (1, 2), w1 = ((1, 1), (1, -1)), w2 = (2, 5) with the target 4, as a graph of arrays."""
    graph = Graph()
    places = {"x": (0, 1), "w1": (1.1, 0), "@": (1.1, 1), "relu": (2.4, 1), "w2": (3.6, 0), "@ ": (3.6, 1)}
    for name, (column, row) in {**places, "− y": (4.6, 1), "square": (5.7, 1), "L": (6.6, 1)}.items():
        graph.node(name, name.strip(), column=column, row=row)
    graph.edge("x", "@", "(1, 2)")
    graph.edge("w1", "@", "(1, 1), (1, −1)", "(8, 0), (16, 0)")
    graph.edge("@", "relu", "(3, −1)", "(8, 0)", "h")
    graph.edge("relu", "@ ", "(3, 0)", "(8, 20)", "r")
    graph.edge("w2", "@ ", "(2, 5)", "(12, 0)")
    graph.edge("@ ", "− y", 6, 4, "y_pred")
    graph.edge("− y", "square", 2, 4, "the error")
    graph.edge("square", "L", 4, 1)
    return graph


def show_losses(losses: Array) -> None:
    """The losses of the net trained by hand, on a logarithmic axis."""
    show(draw_losses(losses), describe_losses(losses))


def draw_losses(losses: Array) -> Figure:
    """The curve with its first and its last value."""
    figure, axes = plot("step", "loss: sum of squared errors", width=6.4, height=3.2)
    axes.semilogy(losses, color=VALUE, linewidth=2)
    axes.grid(color=FAINT, linewidth=0.5)
    axes.margins(x=0.02, y=0.12)
    for step, align in ((0, "left"), (len(losses) - 1, "right")):
        axes.plot([step], [losses[step]], "o", color=VALUE, markersize=5)
        offset = (8, 2) if step == 0 else (-9, -5)
        axes.annotate(
            f"{losses[step]:.2g}", (step, losses[step]), offset, textcoords="offset points", ha=align, color=VALUE
        )
    return figure


def describe_losses(losses: Array) -> str:
    """What `draw_losses` shows, in words."""
    middle = len(losses) // 5
    return (
        f"The loss over {len(losses)} steps on a logarithmic axis: {losses[0]:.2g} before the first step, "
        f"{losses[middle]:.2g} after {middle} steps, {losses[-1]:.2g} at the end."
    )
