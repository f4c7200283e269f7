"""The small net worked by hand, and the losses of a net that was trained by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

from course.figures.graph import Graph
from course.figures.graph_picture import draw_graph
from course.figures.show import show
from course.figures.style import FAINT, GRADIENT, SMALL, VALUE, plot, write

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


RATES = (0.01, 0.02, 0.05, 0.1)
"""The learning rates that the text tries."""
BESIDE = ((0.0015, 0.8), (0.001, -0.9), (0.002, -0.5), (-0.001, -1.1))
"""Where the losses are written, seen from their points."""
SQUARES = 12**2 + 8**2 + 16**2
"""The sum of the squares of all gradients of the small net: how fast the loss falls with the rate, at first."""
CLOSED = 3 / (8 + 2 * 16)
"""The learning rate with which one update brings the hidden sum of the first neuron to 0."""


def one_step(rate: ArrayLike) -> Array:
    """The loss of the small net after one update with this learning rate."""
    rates = np.asarray(rate, dtype=float)
    hidden_sum = 3 - rates * (8 + 2 * 16)
    loss: Array = (np.maximum(hidden_sum, 0) * (2 - rates * 12) - 4) ** 2
    return loss


def show_one_step() -> None:
    """The loss of the small net after one update, for all learning rates from 0 to 0.1."""
    show(draw_one_step(), describe_one_step())


def draw_one_step() -> Figure:
    """The loss against the rate, the straight line that the gradient promises, and the rates of the text."""
    figure, axes = plot("learning rate", "loss after one update", width=6.4, height=3.4)
    rates, promised = np.linspace(0, 0.105, 106), np.array([0, 4 / SQUARES])
    axes.axvspan(CLOSED, 0.105, facecolor="#EDEDED", linewidth=0)
    write(axes, (CLOSED + 0.105) / 2, 8, "both neurons closed", size=SMALL)
    axes.plot(rates, one_step(rates), color=VALUE, linewidth=2)
    axes.plot(promised, 4 - SQUARES * promised, color=GRADIENT, linestyle="--", linewidth=2)
    for height, text in ((5.4, "what the gradient promises:"), (4.5, f"4 − {SQUARES} · rate")):
        write(axes, 0.003, height, text, colour=GRADIENT, size=SMALL, align="left")
    for rate, (right, up) in zip(RATES, BESIDE, strict=True):
        loss = float(one_step(rate))
        axes.plot([rate], [loss], "o", color=VALUE, markersize=6, zorder=4)
        write(axes, rate + right, loss + up, f"{loss:.3g}", colour=VALUE, size=SMALL, align="left")
    axes.set_xlim(0, 0.105)
    axes.set_ylim(-1.6, 17.5)
    ticks = [0, *RATES, CLOSED]
    axes.set_xticks(ticks, labels=[f"{tick:g}" for tick in ticks])
    axes.set_yticks([0, 4, 8, 12, 16])
    return figure


def describe_one_step() -> str:
    """What `draw_one_step` shows, in words."""
    losses = ", ".join(f"{float(one_step(rate)):.3g} with {rate:g}" for rate in RATES)
    return (
        "The loss after one update against the learning rate, from 0 to 0.105. The curve starts at 4 with the slope "
        f"−{SQUARES}, drawn as a dashed straight line that reaches 0 at {4 / SQUARES:.4f}. The curve bends away from "
        "it, touches 0 near 0.019, and rises to 16, the loss of the answer 0, where it stays "
        f"from {CLOSED:g} on: there both neurons are closed. Marked: {losses}."
    )


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
