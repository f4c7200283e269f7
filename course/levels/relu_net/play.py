"""The interactive part of level 07: a walk on the loss of the small net, from a start, with a learning rate."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from ipywidgets import FloatSlider, IntSlider, SelectionSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.figures.play import play
from course.figures.style import (
    COLUMN,
    FONT,
    GRADIENT,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    VALUE,
    number,
    write,
)

X = (1.0, 2.0)
W1_BELOW, TARGET = 1.0, 4.0
"""w1[1, 0] at the start, and y. The second hidden neuron is closed for x and gets no gradient: it never moves."""
RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.1)
STEPS = 40
DEAD = TARGET**2
"""The loss where the first neuron is closed, too: the answer is 0."""

LEFT, RIGHT, BOTTOM, TOP = -2.5, 5.5, -3.4, 4.4
LEVELS = (0.0, 1.0, 4.0, 9.0, 16.0, 36.0, 100.0, 300.0)
SHADES = ("#FFFFFF", "#EAF3F9", "#D3E6F1", "#B5D3E4", "#97BFD7", "#7AABC9", "#5E97BA")
LABELS_AT, SMALLER = 4.9, 8.0
"""Where along the hidden sum the losses are written on their lines, and how large."""
LOWEST = 1e-4
"""The loss axis ends here; smaller losses are drawn on the line."""


@dataclass(frozen=True)
class Point:
    """The net at one step: the hidden sum of the first neuron, its weight in w2, and the loss."""

    hidden_sum: float
    weight: float

    @property
    def answer(self) -> float:
        """What the net answers to X."""
        return max(self.hidden_sum, 0.0) * self.weight + 0.0  # no −0 in a text

    @property
    def loss(self) -> float:
        """The square of the error."""
        return (self.answer - TARGET) ** 2


def walk(first: float, weight: float, rate: float, steps: int) -> list[Point]:
    """The start and the point after each step; `first` is w1[0, 0] and `weight` is w2[0] at the start."""
    w1, points = [first, W1_BELOW], list[Point]()
    for _ in range(steps + 1):
        point = Point(w1[0] * X[0] + w1[1] * X[1], weight)
        points.append(point)
        if point.hidden_sum > 0:
            slope = 2 * (point.answer - TARGET)
            w1 = [w - rate * slope * weight * x for w, x in zip(w1, X, strict=True)]
            weight -= rate * slope * point.hidden_sum
    return points


def play_walk() -> None:
    """Sliders for two weights at the start, for the learning rate and for the number of steps."""
    play(draw_walk, describe_walk, **walk_controls())


def walk_controls() -> dict[str, FloatSlider | IntSlider | SelectionSlider]:
    """The controls, at the start of the text and a rate that takes the first step too far."""
    rates = [(f"{rate:g}", rate) for rate in RATES]
    return {
        "first": FloatSlider(1, min=-2.5, max=3, step=0.5, readout_format=".1f", description="w1[0, 0] at start"),
        "weight": FloatSlider(2, min=-3, max=4, step=0.5, readout_format=".1f", description="w2[0] at start"),
        "rate": SelectionSlider(options=rates, value=0.05, description="learning rate"),
        "steps": IntSlider(10, 0, STEPS, description="steps"),
    }


def draw_walk(first: float, weight: float, rate: float, steps: int) -> Figure:
    """The loss as a map over hidden sum and weight with the path on it, and the loss after each step."""
    points = walk(first, weight, rate, steps)
    figure = Figure(figsize=(COLUMN, 3.7), facecolor="white")
    surface = _axes(figure, (0.08, 0.135, 0.48, 0.845), "hidden sum of the first neuron", "its weight w2[0]")
    _draw_surface(surface)
    _draw_path(surface, points)
    curve = _axes(figure, (0.69, 0.135, 0.29, 0.845), "step", "loss")
    _draw_losses(curve, points)
    return figure


def _axes(figure: Figure, place: tuple[float, float, float, float], across: str, up: str) -> Axes:
    axes = figure.add_axes(place)
    axes.set_xlabel(across, fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(up, fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    return axes


def _draw_surface(axes: Axes) -> None:
    """The loss in steps of blue, the line of right answers, and the part where the neuron is closed."""
    hidden, weight = np.meshgrid(np.linspace(0, RIGHT, 67), np.linspace(BOTTOM, TOP, 71))
    loss = (hidden * weight - TARGET) ** 2
    axes.contourf(hidden, weight, loss, levels=LEVELS, colors=SHADES, extend="max")
    axes.contour(hidden, weight, loss, levels=LEVELS[1:], colors="white", linewidths=0.8)
    right = np.linspace(TARGET / TOP, RIGHT, 60)
    axes.plot(right, TARGET / right, color=SUM, linestyle="--", linewidth=2)
    write(axes, 4.35, 1.3, "loss 0", colour=SUM, size=SMALL, bold=True)
    for level in LEVELS[4:]:
        write(axes, LABELS_AT, (TARGET - np.sqrt(level)) / LABELS_AT, f"loss {level:g}", size=SMALLER)
    axes.axvspan(LEFT, 0, facecolor="#EDEDED", linewidth=0)
    axes.axvline(0, color=GREY, linewidth=1)
    write(axes, LEFT / 2, 4.05, "closed: loss 16,", size=SMALL)
    write(axes, LEFT / 2, 3.6, "no gradient", size=SMALL)
    axes.set_xlim(LEFT, RIGHT)
    axes.set_ylim(BOTTOM, TOP)
    axes.set_xticks(range(-2, 6))
    axes.set_yticks(range(-3, 5))


def _draw_path(axes: Axes, points: list[Point]) -> None:
    """A dot for each step; the start is a diamond and the end a ring."""
    across, up = [p.hidden_sum for p in points], [p.weight for p in points]
    axes.plot(across, up, color=GRADIENT, marker="o", markersize=4, linewidth=1.2, zorder=4)
    axes.plot(across[:1], up[:1], color=INK, marker="D", markersize=8, linestyle="none", zorder=5)
    axes.plot(across[-1:], up[-1:], color=INK, marker="o", markersize=11, fillstyle="none", mew=2, zorder=6)


def _draw_losses(axes: Axes, points: list[Point]) -> None:
    losses = [max(point.loss, LOWEST) for point in points]
    axes.axhline(DEAD, color=GREY, linestyle=":", linewidth=1.6)
    write(axes, STEPS, DEAD / 2.1, "answer 0: loss 16", colour=GREY, size=SMALL, align="right")
    axes.plot(losses, color=VALUE, marker="o", markersize=3.5, linewidth=1.6, clip_on=False)
    axes.set_yscale("log")
    axes.set_xlim(0, STEPS)
    axes.set_xticks(range(0, STEPS + 1, 10))
    axes.set_ylim(LOWEST, 1000)
    axes.set_yticks([1e-4, 1e-2, 1, 100], labels=["0.0001", "0.01", "1", "100"])
    axes.minorticks_off()


def describe_walk(first: float, weight: float, rate: float, steps: int) -> str:
    """Start and end in numbers, the first losses, and what became of the net."""
    points = walk(first, weight, rate, steps)
    start, end = points[0], points[-1]
    begin = (
        f"Start: hidden sum {number(start.hidden_sum)}, w2[0] {number(weight)}, answer {number(start.answer)}, loss "
        f"{number(start.loss)}. "
    )
    if not steps:
        return begin + "No step is made yet."
    losses = ", ".join(f"{point.loss:.3g}" for point in points[1:4])
    return (
        f"{begin}Learning rate {rate:g}; the loss after {_counted(min(steps, 3), 'step')}: {losses}. After "
        f"{_counted(steps, 'step')}: hidden sum {end.hidden_sum:.3g}, w2[0] {end.weight:.3g}, answer {end.answer:.2f}, "
        f"loss {end.loss:.2g}. {_fate(points)}"
    )


def _fate(points: list[Point]) -> str:
    """In a sentence or two: whether the net died, and how often its answer jumped past the target."""
    closed = next((step for step, point in enumerate(points) if point.hidden_sum <= 0), None)
    if closed is not None:
        return f"The first neuron is closed from step {closed} on: every gradient is 0, and the net is dead."
    errors = [point.answer - TARGET for point in points]
    jumps = sum(before * after < 0 for before, after in pairwise(errors))
    return f"The answer jumped past the target {_counted(jumps, 'time')}."


def _counted(many: int, what: str) -> str:
    return f"{many} {what}" if many == 1 else f"{many} {what}s"
