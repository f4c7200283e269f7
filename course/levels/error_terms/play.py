"""The interactive part of level 09: choose a weight of the 2-2-1 net and see the factors of its gradient."""

from __future__ import annotations

from ipywidgets import Dropdown, FloatSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.figures.play import play
from course.figures.style import COLUMN, SMALL, canvas, write
from course.levels.error_terms.net import (
    COLOURS,
    FILLS,
    NET_HEIGHT,
    STARTS,
    WEIGHTS,
    Factor,
    draw_neurons,
    forward,
    said,
)

BOX_WIDE, BOX_HIGH, GAP = 1.08, 0.56, 0.22


def play_factors() -> None:
    """A menu for the weight and one for the start, sliders for the inputs and the target."""
    play(draw_factors, describe_factors, **factor_controls())


def factor_controls() -> dict[str, Dropdown | FloatSlider]:
    """The controls, at a weight with five factors in a net whose weights all differ."""
    return {
        "weight": Dropdown(options=sorted(WEIGHTS, key=lambda n: (n[1], n[0] == "b", n)), value="w31"),
        "start": Dropdown(options=list(STARTS), value="unequal", description="weights"),
        "x1": FloatSlider(-2, min=-3, max=3, step=0.5),
        "x2": FloatSlider(-1, min=-3, max=3, step=0.5),
        "t": FloatSlider(1, min=0, max=1, step=0.1, description="target t"),
    }


def draw_factors(weight: str, start: str, x1: float, x2: float, t: float) -> Figure:
    """The net with the way from the weight to E, below it the product of the factors with the error terms in it."""
    net = forward(STARTS[start], x1, x2, t)
    figure, axes = canvas(COLUMN, NET_HEIGHT + 1.95)
    draw_neurons(axes, net, 2.05, weight)
    factors, low = net.factors(weight), 0.95
    write(axes, 0.12, low + BOX_HIGH + 0.2, f"dE/d{weight}  =", align="left", bold=True)
    for place, factor in enumerate(factors):
        x = 0.12 + place * (BOX_WIDE + GAP)
        _draw_factor(axes, factor, x, low)
        sign = "=" if place == len(factors) - 1 else "×"
        write(axes, x + BOX_WIDE + GAP / 2, low + BOX_HIGH / 2, sign)
    write(
        axes,
        0.12 + len(factors) * (BOX_WIDE + GAP),
        low + BOX_HIGH / 2,
        said(net.gradient(weight)),
        bold=True,
        align="left",
    )
    _bracket(axes, 2, low - 0.1, f"δ5 = {said(net.delta(5))}, shared by all nine", "output")
    if weight[1] != "5":
        j = int(weight[1])
        _bracket(axes, 4, low - 0.5, f"δ{j} = {said(net.delta(j))}, shared by w{j}1, w{j}2 and b{j}", "hidden")
    return figure


def _draw_factor(axes: Axes, factor: Factor, x: float, low: float) -> None:
    colour = COLOURS[factor.part]
    axes.add_patch(
        Rectangle((x, low), BOX_WIDE, BOX_HIGH, facecolor=FILLS[factor.part], edgecolor=colour, linewidth=1.6)
    )
    name = "bias" if factor.name == "1" else factor.name
    write(axes, x + BOX_WIDE / 2, low + BOX_HIGH * 0.72, name, size=SMALL, colour=colour)
    write(axes, x + BOX_WIDE / 2, low + BOX_HIGH * 0.3, said(factor.number), colour=colour, bold=True)


def _bracket(axes: Axes, count: int, y: float, text: str, part: str) -> None:
    """A bracket under the first `count` factors with a text below it."""
    left, right = 0.12, 0.12 + count * BOX_WIDE + (count - 1) * GAP
    axes.plot([left, left, right, right], [y + 0.06, y, y, y + 0.06], color=COLOURS[part], linewidth=1.6)
    write(axes, left, y - 0.16, text, size=SMALL, colour=COLOURS[part], align="left", bold=True)


def describe_factors(weight: str, start: str, x1: float, x2: float, t: float) -> str:
    """The product in letters and in numbers, and which part of it is an error term."""
    net = forward(STARTS[start], x1, x2, t)
    factors = net.factors(weight)
    letters = " · ".join(factor.name for factor in factors)
    numbers = " · ".join(f"({said(f.number)})" if f.number < 0 else said(f.number) for f in factors)
    shared = f"The first two factors are δ5 = {said(net.delta(5))}, which all nine weights share."
    if weight[1] != "5":
        j = weight[1]
        shared += f" The first four are δ{j} = {said(net.delta(int(j)))}, which w{j}1, w{j}2 and b{j} share."
    return f"dE/d{weight} = {letters} = {numbers} = {said(net.gradient(weight))}. {shared}"
