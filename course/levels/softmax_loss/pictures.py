"""The pictures of level 05 and its interactive part: logits, probabilities, loss and gradient, class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ipywidgets import Dropdown, FloatSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.graph import Graph
from course.figures.play import play
from course.figures.style import (
    COLUMN,
    FAINT,
    GRADIENT,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    TITLE,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    plot,
    write,
)

CLASSES = ("cat", "dog", "horse")
EXAMPLE = (np.log(6), np.log(3), 0.0)
"""Logits with the exponentials 6, 3 and 1, so that the probabilities are 0.6, 0.3 and 0.1."""

Array = NDArray[np.float64]

# -- the numbers -----------------------------------------------------------------------------------------------------


def probabilities(logits: Sequence[float]) -> Array:
    """Softmax of one row, shape (C,)."""
    p: Array = np.exp(np.asarray(logits) - np.logaddexp.reduce(logits))
    return p


def loss_of(logits: Sequence[float], label: int) -> float:
    """The loss of one sample."""
    return float(np.logaddexp.reduce(logits) - logits[label])


def gradient_of(logits: Sequence[float], label: int) -> Array:
    """The gradient of the loss of one sample, shape (C,)."""
    p = probabilities(logits)
    p[label] -= 1
    return p


# -- panels: one column for each class -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Panel:
    """A place for one number of each class: its left side and width, the height of its zero line, and how many inches
    high 1 is drawn.
    """

    left: float
    width: float
    zero: float
    unit: float

    def middle(self, index: int, of: int) -> float:
        """Where the column of a class is."""
        return self.left + (index + 0.5) * self.width / of


BAR = 0.36
BOTTOM = 0.55
"""The height at which the names of the classes stand."""


def draw_bars(axes: Axes, panel: Panel, values: Sequence[float], digits: int, marked: int | None = None) -> None:
    """Bars from the zero line with their values at the end; the bar of the class `marked` is filled."""
    _zero_line(axes, panel)
    for index, value in enumerate(values):
        x, high = panel.middle(index, len(values)), value * panel.unit
        fill = VALUE if index == marked else VALUE_FILL
        corner = (x - BAR / 2, panel.zero + min(high, 0))
        axes.add_patch(Rectangle(corner, BAR, abs(high), facecolor=fill, edgecolor=VALUE, linewidth=1.4))
        _at_end(axes, x, panel.zero + high, _fixed(value, digits), value < 0, VALUE)


def draw_arrows(axes: Axes, panel: Panel, values: Sequence[float]) -> None:
    """Arrows from the zero line, up for a positive number down for a negative one, with the numbers at their tips."""
    _zero_line(axes, panel)
    for index, value in enumerate(values):
        x, tip = panel.middle(index, len(values)), panel.zero + value * panel.unit
        if abs(value * panel.unit) > 0.02:
            arrow(axes, [(x, panel.zero), (x, tip)], GRADIENT, width=3)
        _at_end(axes, x, tip, _fixed(value, 3), value < 0, GRADIENT)


def _fixed(value: float, digits: int) -> str:
    """The number with so many digits, a real minus, and no minus at a zero."""
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−")


def _zero_line(axes: Axes, panel: Panel) -> None:
    axes.plot([panel.left, panel.left + panel.width], [panel.zero, panel.zero], color=GREY, linewidth=1)


def _at_end(axes: Axes, x: float, y: float, text: str, below: bool, colour: str) -> None:
    write(axes, x, y + (-0.13 if below else 0.13), text, colour=colour, bold=colour == GRADIENT)


def _name(axes: Axes, panel: Panel, title: str, names: Sequence[str], label: int | None = None) -> None:
    """The title above a panel and the names of the classes below it; that of the label is bold and says so."""
    write(axes, panel.left + panel.width / 2, axes.get_ylim()[1] - 0.2, title, size=TITLE, bold=True)
    for index, name in enumerate(names):
        x = panel.middle(index, len(names))
        write(axes, x, BOTTOM, name, bold=index == label)
        if index == label:
            write(axes, x, BOTTOM - 0.2, "label", colour=GREY, size=SMALL)


# -- from logits to probabilities ------------------------------------------------------------------------------------


def draw_steps() -> Figure:
    """The example in three panels: logits, their exponentials, the shares in the sum."""
    figure, axes = canvas(COLUMN, 2.9)
    powers = np.exp(EXAMPLE)
    panels = [Panel(0.2, 2.1, 0.78, 0.75), Panel(2.95, 2.1, 0.78, 0.24), Panel(5.7, 2.1, 0.78, 1.6)]
    contents = [
        ("logits x", EXAMPLE, 2, "any real numbers"),
        ("e to the x", powers, 1, f"positive, sum {powers.sum():.0f}"),
        ("p = share in the sum", powers / powers.sum(), 1, "positive, sum 1"),
    ]
    for panel, (title, values, digits, remark) in zip(panels, contents, strict=True):
        draw_bars(axes, panel, list(values), digits)
        _name(axes, panel, title, CLASSES)
        write(axes, panel.left + panel.width / 2, 0.22, remark, colour=GREY, size=SMALL)
    for left in (2.42, 5.17):
        arrow(axes, [(left, 1.4), (left + 0.42, 1.4)], INK)
    return figure


def describe_steps() -> str:
    """What `draw_steps` shows, in words."""
    powers = np.exp(EXAMPLE)
    lines = [
        f"{name}: logit {x:.2f}, e to the x {e:.0f}, probability {e / powers.sum():.1f}."
        for name, x, e in zip(CLASSES, EXAMPLE, powers, strict=True)
    ]
    return " ".join(["Three rows of bars, one bar for each class.", *lines, "The exponentials sum to 10, p to 1."])


# -- the loss of one sample ------------------------------------------------------------------------------------------

POINTS = ((0.9, "sure and right"), (0.6, "cat"), (0.3, "dog"), (0.1, "horse"), (0.01, "sure and wrong"))


def draw_loss_curve() -> Figure:
    """The loss of one sample against the probability of its true class, with five points on the curve."""
    figure, axes = plot("probability p of the true class", "loss, −ln p", width=6.4, height=3.5)
    p = np.geomspace(0.004, 1, 300)
    axes.plot(p, -np.log(p), color=VALUE, linewidth=2)
    axes.set_xlim(-0.01, 1.03)
    axes.set_ylim(0, 5.5)
    for at, name in POINTS:
        axes.plot([at], [-np.log(at)], "o", color=VALUE, markersize=6)
        text = f"p = {at:g}: {-np.log(at):.2f}  ({name})"
        if at == 0.9:
            axes.plot([at, at], [0.2, 1.05], color=GREY, linewidth=0.8)
            write(axes, 1.02, 1.2, text, size=SMALL, align="right")
        else:
            write(axes, at + 0.025, -np.log(at) + 0.12, text, size=SMALL, align="left")
    axes.grid(color=FAINT, linewidth=0.5)
    return figure


def describe_loss_curve() -> str:
    """What `draw_loss_curve` shows, in words."""
    points = ", ".join(f"{-np.log(at):.2f} at p = {at:g} ({name})" for at, name in POINTS)
    return (
        "The loss of one sample against the probability p of its true class: a curve that falls from far above at p "
        f"near 0, ever less steeply, to 0 at p = 1. Points on it: {points}."
    )


# -- the gradient by way of a graph ----------------------------------------------------------------------------------


def loss_graph() -> Graph:
    """The loss of the example with the label dog: ln of the sum S of the exponentials, minus the label's own logit."""
    graph, total = Graph(), sum(np.exp(EXAMPLE))
    graph.node("+", column=2.1, row=1)
    graph.node("ln", column=3.1, row=1)
    graph.node("−", column=4.15, row=1)
    graph.node("x dog again", "x dog", column=3.1, row=2)
    graph.node("L", column=5.1, row=1)
    for row, (name, x) in enumerate(zip(CLASSES, EXAMPLE, strict=True)):
        graph.node(f"x {name}", column=0, row=row)
        graph.node(f"exp {name}", "exp", column=1.05, row=row)
        graph.edge(f"x {name}", f"exp {name}", round(x, 3), round(np.exp(x) / total, 3))
        graph.edge(f"exp {name}", "+", round(np.exp(x), 3), round(1 / total, 3), f"e^x of the {name}")
    graph.edge("+", "ln", round(total, 3), round(1 / total, 3), "the sum S")
    graph.edge("ln", "−", round(np.log(total), 3), 1, "ln S")
    graph.edge("x dog again", "−", round(EXAMPLE[1], 3), -1)
    graph.edge("−", "L", round(np.log(total) - EXAMPLE[1], 3), 1)
    return graph


# -- to play with ----------------------------------------------------------------------------------------------------

LOGITS = Panel(0.15, 2.25, 1.98, 0.12)
SHARES = Panel(2.75, 1.9, 0.78, 2.05)
GAUGE = Panel(4.95, 0.6, 0.78, 0.25)
ARROWS = Panel(5.95, 1.9, 1.95, 0.9)
GAUGE_TOP = 9


def play_softmax() -> None:
    """A slider for each logit, one that moves all of them, and a menu for the label."""
    play(draw_softmax, describe_softmax, **softmax_controls())


def softmax_controls() -> dict[str, FloatSlider | Dropdown]:
    """The controls, at the example of the level: the net prefers the cat, and the label is the dog."""
    starts = zip(CLASSES, EXAMPLE, strict=True)
    sliders = {name: _slider(round(x, 1), f"logit of {name}") for name, x in starts}
    label = Dropdown(options=list(CLASSES), value="dog", description="label")
    return {**sliders, "shift": _slider(0, "added to all"), "label": label}


def _slider(start: float, description: str) -> FloatSlider:
    return FloatSlider(start, min=-4, max=4, step=0.1, readout_format=".1f", description=description)


def draw_softmax(cat: float, dog: float, horse: float, shift: float, label: str) -> Figure:
    """One sample: its logits and probabilities as bars, its loss on a gauge, the gradient at the logits as arrows."""
    x, right = [cat + shift, dog + shift, horse + shift], CLASSES.index(label)
    p, loss, dx = probabilities(x), loss_of(x, right), gradient_of(x, right)
    figure, axes = canvas(COLUMN, 3.6)
    draw_bars(axes, LOGITS, x, 1, right)
    _name(axes, LOGITS, "logits x", CLASSES, right)
    draw_bars(axes, SHARES, list(p), 3, right)
    _name(axes, SHARES, "p = softmax(x)", CLASSES, right)
    _draw_gauge(axes, loss)
    draw_arrows(axes, ARROWS, list(dx))
    _name(axes, ARROWS, "gradient dx", CLASSES, right)
    remarks = ((SHARES, "sum 1"), (ARROWS, "sum 0; learning steps against it"))
    for panel, remark in remarks:
        write(axes, panel.left + panel.width / 2, 0.12, remark, colour=GREY, size=SMALL)
    return figure


def _draw_gauge(axes: Axes, loss: float) -> None:
    """The loss as a bar in a frame, with a line where a blind guess would be."""
    x, chance = GAUGE.left + GAUGE.width / 2, np.log(len(CLASSES))
    frame = Rectangle((x - BAR / 2, GAUGE.zero), BAR, GAUGE_TOP * GAUGE.unit, facecolor="white", edgecolor=FAINT)
    axes.add_patch(frame)
    axes.add_patch(Rectangle((x - BAR / 2, GAUGE.zero), BAR, loss * GAUGE.unit, facecolor=SUM, edgecolor="none"))
    level = GAUGE.zero + chance * GAUGE.unit
    axes.plot([x - BAR / 2 - 0.1, x + BAR / 2 + 0.1], [level, level], color=INK, linewidth=1.4, linestyle="--")
    write(axes, x, axes.get_ylim()[1] - 0.2, "loss", size=TITLE, bold=True)
    write(axes, x, BOTTOM, f"{loss:.3f}", colour=SUM, size=LABEL, bold=True)
    write(axes, x, BOTTOM - 0.2, f"--- chance {chance:.2f}", colour=GREY, size=SMALL)


def describe_softmax(cat: float, dog: float, horse: float, shift: float, label: str) -> str:
    """The same in words and numbers."""
    x, right = [cat + shift, dog + shift, horse + shift], CLASSES.index(label)
    p, dx = probabilities(x), gradient_of(x, right)
    rows = [
        f"{name}: logit {_fixed(x[i], 1)}, p {p[i]:.4f}, gradient {_fixed(dx[i], 3)}" for i, name in enumerate(CLASSES)
    ]
    loss = f"The label is {label}, so the loss is −ln {p[right]:.4f} = {loss_of(x, right):.3f}"
    return f"{'; '.join(rows)}. {loss} (chance: {np.log(len(CLASSES)):.3f})."
