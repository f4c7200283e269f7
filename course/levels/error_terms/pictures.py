"""Pictures of level 09: the 2-2-1 net, its nine gradients as products of factors, whole layers in boxes, and two
versions that agree and are wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.box import Box
from course.figures.shapes import Equation, draw_equations
from course.figures.show import show
from course.figures.style import COLUMN, GRADIENT, GREY, INK, SMALL, SUM, VALUE, VALUE_FILL, canvas, plot, write
from course.levels.error_terms.net import (
    COLOURS,
    FILLS,
    NET_HEIGHT,
    STARTS,
    WEIGHTS,
    Net,
    describe_net,
    draw_neurons,
    forward,
    said,
    worked,
)

# -- the net ---------------------------------------------------------------------------------------------------------


def show_net() -> None:
    """The 2-2-1 net with the numbers that the text works by hand."""
    show(draw_net(), describe_net())


def draw_net() -> Figure:
    """The net with its weights, and what every neuron gets and gives."""
    figure, axes = canvas(COLUMN, NET_HEIGHT)
    draw_neurons(axes, worked(), 0.15)
    return figure


# -- nine products ---------------------------------------------------------------------------------------------------

LINE = 0.36
EDGES = (1.6, 2.72, 3.55, 4.2, 5.1, 5.3, 6.35, 7.9)
"""Where the columns begin and end: five of factors, between the fourth and the fifth a gap, and the gradient."""
MIDDLES = (2.16, 3.135, 3.875, 4.65, 5.825)


def show_products() -> None:
    """The nine gradients of the worked net, factor by factor, with the shared ones in blocks."""
    show(draw_products(), describe_products())


def draw_products() -> Figure:
    """One line for each weight: its factors in columns, its gradient at the end; blocks of factors that are shared."""
    net, height = worked(), len(WEIGHTS) * LINE + 0.75
    figure, axes = canvas(COLUMN, height)
    top = height - 0.42
    _block(axes, 0, 2, top, range(9), "output")
    write(axes, (EDGES[0] + EDGES[2]) / 2, top + 0.16, "δ5, in all nine", bold=True, colour=GRADIENT)
    for first, neuron in ((3, 3), (6, 4)):
        _block(axes, 2, 4, top, range(first, first + 3), "hidden")
        _frame(axes, top, first, neuron)
    for line, weight in enumerate(WEIGHTS):
        y = top - (line + 0.5) * LINE
        write(axes, EDGES[0] - 0.12, y, f"dE/d{weight} =", align="right")
        for factor, column in zip(net.factors(weight), _columns(weight), strict=True):
            write(axes, MIDDLES[column], y, factor.name, colour=COLOURS[factor.part])
        write(axes, EDGES[6] + 0.1, y, f"= {said(net.gradient(weight), 6)}", align="left")
    write(axes, MIDDLES[4], top + 0.16, "what came in", size=SMALL, colour=VALUE)
    write(axes, 0.12, 0.14, "The factors in one line are multiplied.", size=SMALL, align="left", colour=GREY)
    return figure


def describe_products() -> str:
    """The nine products in words, and which factors they share."""
    net = worked()
    lines = [
        f"dE/d{weight} = {' · '.join(factor.name for factor in net.factors(weight))} = {said(net.gradient(weight), 6)}."
        for weight in WEIGHTS
    ]
    return (
        "Nine products, one below the other, their factors in columns. "
        + " ".join(lines)
        + " A block around the first two factors, −2 (t − y5) and f'(net5), goes through all nine lines and is named "
        "δ5. A frame around the first four factors of w31, w32 and b3 is named δ3; the same for w41, w42, b4 and δ4."
    )


def _columns(weight: str) -> Sequence[int]:
    """In which columns the factors of a weight stand: those of the output neuron have no hidden neuron between."""
    return (0, 1, 4) if weight[1] == "5" else range(5)


def _block(axes: Axes, left: int, right: int, top: float, lines: range, part: str) -> None:
    """A coloured block around whole columns of some lines."""
    corner = (EDGES[left] + 0.03, top - lines.stop * LINE + 0.03)
    size = (EDGES[right] - EDGES[left] - 0.06, len(lines) * LINE - 0.06)
    axes.add_patch(Rectangle(corner, *size, facecolor=FILLS[part], edgecolor=COLOURS[part], linewidth=1.6, zorder=0))


def _frame(axes: Axes, top: float, first: int, neuron: int) -> None:
    """A dashed frame around the first four factors of three lines, with the name of the error term."""
    corner = (EDGES[0] - 0.03, top - (first + 3) * LINE + 0.01)
    size = (EDGES[4] - EDGES[0] + 0.06, 3 * LINE - 0.02)
    axes.add_patch(Rectangle(corner, *size, facecolor="none", edgecolor=SUM, linestyle="--", linewidth=1.6, zorder=1))
    write(axes, 0.12, top - (first + 1.5) * LINE, f"δ{neuron}", bold=True, colour=SUM, align="left")


# -- whole layers ----------------------------------------------------------------------------------------------------

WHOLE = slice(None)


def layer_arrays() -> dict[str, NDArray[Any]]:
    """The arrays that the text works by hand: D = 3 inputs, H = 3 hidden neurons, M = 2 output neurons."""
    W_out = np.array([[1, 2, 0, 7], [3, 4, 1, 7]])
    delta_out, x1 = np.array([2, -4]), np.array([2, 3, -1, 1])
    sums = delta_out @ W_out[:, :-1]
    delta_hidden = sums / 4
    return {
        "W_out": W_out,
        "δ_out": delta_out,
        "sums": sums,
        "δ_hidden": delta_hidden,
        "x and 1": x1,
        "dE/dW_hidden": delta_hidden[:, None] * x1,
    }


def show_sharing() -> None:
    """How the error terms of two output neurons reach three hidden neurons."""
    show(draw_sharing(), describe_sharing())


def draw_sharing() -> Figure:
    """δ_out and W_out in boxes, one hidden neuron's entries marked; the bias column has no part in it."""
    hidden, outputs, columns = ("H", 3), ("M", 2), ("H + 1", 4)
    boxes = {
        "sums": Box("sums", None, hidden, gradient=True),
        "W_out": Box("W_out", outputs, columns, summed="rows"),
        "δ_out": Box("δ_out", None, outputs, gradient=True, summed="columns"),
    }
    lit: dict[str, Any] = {"sums": (1,), "W_out": (WHOLE, 1), "δ_out": (WHOLE,)}
    filled = {name: _filled(box, lit[name]) for name, box in boxes.items()}
    equation: Equation = [filled["sums"], "from", filled["δ_out"], "and", filled["W_out"]]
    return draw_equations([equation])


def describe_sharing() -> str:
    """What `draw_sharing` shows, in words."""
    arrays = layer_arrays()
    return (
        f"Three boxes with numbers: sums = {arrays['sums'].tolist()} from δ_out = {arrays['δ_out'].tolist()} and "
        f"W_out = {arrays['W_out'].tolist()}, whose last column holds the biases. Marked are sums[1] = "
        f"{arrays['sums'][1]}, both entries of δ_out and column 1 of W_out. The sum runs over the M = 2 output neurons."
    )


def show_outer() -> None:
    """The gradient of the hidden layer's weights as a table of products."""
    show(draw_outer(), describe_outer())


def draw_outer() -> Figure:
    """δ_hidden and x with the 1 in boxes, and the gradient; one entry is marked with its two factors."""
    hidden, columns = ("H", 3), ("D + 1", 4)
    boxes: dict[str, tuple[Box, Any]] = {
        "dE/dW_hidden": (Box("dE/dW_hidden", hidden, columns, gradient=True), (1, 2)),
        "δ_hidden": (Box("δ_hidden", None, hidden, gradient=True), (1,)),
        "x and 1": (Box("x and 1", None, columns), (2,)),
    }
    gradient, delta, x1 = (_filled(box, index) for box, index in boxes.values())
    return draw_equations([[gradient, "from", delta, "and", x1]])


def describe_outer() -> str:
    """What `draw_outer` shows, in words."""
    arrays = {name: array.tolist() for name, array in layer_arrays().items()}
    return (
        f"Three boxes with numbers: dE/dW_hidden = {arrays['dE/dW_hidden']} from δ_hidden = {arrays['δ_hidden']} and "
        f"x with a 1 at its end = {arrays['x and 1']}. Marked are δ_hidden[1] = −3, the third entry of x, −1, and "
        "their product, the entry [1, 2] of the gradient."
    )


def _filled(box: Box, index: Any) -> Box:
    numbers = layer_arrays()[box.name]
    lit = np.zeros(numbers.shape, dtype=bool)
    lit[index] = True
    return replace(box, numbers=numbers, lit=lit)


# -- two that agree --------------------------------------------------------------------------------------------------


def without_hidden_slope(net: Net, weight: str) -> float:
    """The gradient of a weight when f' of the hidden neuron is left out."""
    factors = [factor for factor in net.factors(weight) if factor.name not in ("f'(net3)", "f'(net4)")]
    return prod(factor.number for factor in factors)


def measured(net: Net, weight: str, h: float = 1e-5) -> float:
    """The gradient of a weight by central difference."""

    def error(change: float) -> float:
        moved = forward({**net.w, weight: net.w[weight] + change}, net.y[1], net.y[2], net.t)
        return (moved.t - moved.y[5]) ** 2

    return (error(h) - error(-h)) / (2 * h)


def show_agreement() -> None:
    """Nine gradients three times: two versions with the same mistake in them, and central differences."""
    show(draw_agreement(), describe_agreement())


def draw_agreement() -> Figure:
    """A dot, a cross and a bar for each of the nine weights."""
    net = forward(STARTS["unequal"], -2, -1, 1)
    figure, axes = plot("weight", "gradient of E", width=7.2, height=3.4)
    places = np.arange(len(WEIGHTS))
    wrong = [without_hidden_slope(net, weight) for weight in WEIGHTS]
    axes.bar(places, [measured(net, w) for w in WEIGHTS], 0.5, color=VALUE_FILL, edgecolor=VALUE, label="measured")
    axes.plot(places, wrong, "o", color=GRADIENT, markersize=9, fillstyle="none", label="with single numbers")
    axes.plot(places, wrong, "x", color=INK, markersize=6, label="with arrays")
    axes.axhline(0, color=GREY, linewidth=1)
    axes.set_xticks(places, WEIGHTS)
    axes.legend(frameon=False, fontsize=SMALL, loc="upper left")
    return figure


def describe_agreement() -> str:
    """The numbers of `draw_agreement`."""
    net = forward(STARTS["unequal"], -2, -1, 1)
    lines = [
        f"{weight}: both {said(without_hidden_slope(net, weight))}, measured {said(measured(net, weight))}"
        for weight in WEIGHTS
    ]
    return (
        "For each of the nine weights a circle (single numbers), a cross (arrays) and a bar (measured by central "
        "differences). Circle and cross always lie on each other. They end at the bar for the three weights of neuron "
        f"5 only. {'; '.join(lines)}."
    )
