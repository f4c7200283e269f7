"""A gate: what an activation lets through, forward and on the way back."""

from __future__ import annotations

import numpy as np
from ipywidgets import Dropdown, FloatSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.figures.play import play
from course.figures.style import (
    COLUMN,
    FAINT,
    GRADIENT,
    GREY,
    INK,
    SMALL,
    SUM,
    TITLE,
    arrow,
    number,
    write,
)
from course.levels.activations.pictures import ACTIVATIONS, FAR, RELU, SIGMOID, curve_axes, draw_line

UNIT = 0.62
"""Inches for a gradient of 1."""
ZERO = 1.86
"""The height from which the arrows start."""
COLUMNS = {"dout": 0.5, "slope": 1.6, "dx": 2.7}
"""Where in the right half, 3.3 inches wide, the three columns stand."""


def play_gate() -> None:
    """A menu for the activation, a slider for x and one for dout."""
    play(draw_gate, describe_gate, **gate_controls())


def gate_controls() -> dict[str, Dropdown | FloatSlider]:
    """The controls; the start is a sigmoid that lets a tenth through."""
    return {
        "activation": Dropdown(options=list(ACTIVATIONS), value=SIGMOID, description="activation"),
        "x": FloatSlider(2.0, min=-FAR, max=FAR, step=0.1, readout_format=".1f", description="x"),
        "dout": FloatSlider(1.6, min=-2, max=2, step=0.1, readout_format=".1f", description="dout"),
    }


def gate(activation: str, x: float, dout: float) -> tuple[float, float, float]:
    """out, slope and dx at x; x is rounded as its slider shows it, so that its zero is exactly 0."""
    at = np.array(round(x, 1))
    slope = float(ACTIVATIONS[activation].slope(at))
    return float(ACTIVATIONS[activation].out(at)), slope, slope * round(dout, 1) + 0.0


def draw_gate(activation: str, x: float, dout: float) -> Figure:
    """Left the curve with its tangent at x, a broad line; right dout, the slope as a gate, and dx."""
    out, slope, dx = gate(activation, x, dout)
    figure = Figure(figsize=(COLUMN, 3.5), facecolor="white")
    curve = curve_axes(figure, (0.08, 0.15, 0.45, 0.80), "out", ACTIVATIONS[activation].high)
    curve.set_xticks([-6, -3, 0, 3, 6])  # few ticks: most of the time for a redraw goes into them
    curve.set_yticks([0, 0.5, 1] if activation == SIGMOID else [0, 2, 4, 6])
    draw_line(curve, activation, slope=False)
    _draw_tangent(curve, x, out, slope)
    right = figure.add_axes((0.5875, 0, 0.4125, 1))
    right.set_axis_off()
    right.set_xlim(0, 3.3)
    right.set_ylim(0, 3.5)
    _draw_arrow(right, "dout", round(dout, 1))
    _draw_opening(right, activation, slope)
    _draw_arrow(right, "dx", dx, round(dout, 1))
    for sign, between in (("×", ("dout", "slope")), ("=", ("slope", "dx"))):
        write(right, sum(COLUMNS[name] for name in between) / 2, ZERO, sign, size=16)
    return figure


def _draw_tangent(axes: Axes, x: float, out: float, slope: float) -> None:
    ends = np.array([x - 2, x + 2])
    axes.plot(ends, out + slope * (ends - x), color=SUM, linewidth=7, alpha=0.35, solid_capstyle="butt", zorder=1)
    axes.plot([x, x], [0, out], color=GREY, linewidth=1, linestyle=":")
    axes.plot([x], [out], "o", color=INK, markersize=8, zorder=5)


def _draw_arrow(axes: Axes, name: str, value: float, outline: float = 0.0) -> None:
    """A gradient as an arrow from the zero line, up if it is positive; `outline` is one to compare it with."""
    x, tip = COLUMNS[name], ZERO + value * UNIT
    axes.plot([x - 0.3, x + 0.3], [ZERO, ZERO], color=GREY, linewidth=1)
    if outline:
        axes.plot([x, x], [ZERO, ZERO + outline * UNIT], color=FAINT, linewidth=9, solid_capstyle="butt", zorder=0)
    if abs(value * UNIT) > 0.03:
        arrow(axes, [(x, ZERO), (x, tip)], GRADIENT, width=3)
    write(axes, x, 0.38, name, colour=GRADIENT, size=TITLE, bold=True)
    write(axes, x, 0.14, number(round(value, 4)).replace("-", "−"), colour=GRADIENT, bold=True)


def _draw_opening(axes: Axes, activation: str, slope: float) -> None:
    """The slope as the opening of a gate, between 0, shut, and 1, all open; a tick where the activation can open no
    further.
    """
    x, low, high = COLUMNS["slope"], ZERO - 1.0, 2.0
    axes.add_patch(Rectangle((x - 0.2, low), 0.4, high * slope, facecolor=SUM, edgecolor="none"))
    axes.add_patch(Rectangle((x - 0.2, low), 0.4, high, facecolor="none", edgecolor=GREY, linewidth=1.2))
    for height in (0, 0.25, 1) if activation == SIGMOID else (0, 1):
        level = low + high * height
        axes.plot([x + 0.2, x + 0.26], [level, level], color=GREY, linewidth=1.2)
        write(axes, x + 0.3, level, f"{height}", colour=GREY, size=SMALL, align="left")
    write(axes, x, 0.38, "slope", colour=SUM, size=TITLE, bold=True)
    write(axes, x, 0.14, number(round(slope, 4)), colour=SUM, bold=True)


def describe_gate(activation: str, x: float, dout: float) -> str:
    """The numbers of the picture, and how much passes."""
    out, slope, dx = gate(activation, x, dout)
    dout, at = round(dout, 1) + 0.0, round(x, 1) + 0.0
    if activation == RELU and at == 0:
        passes = "At the corner the slope is chosen to be 0, so nothing passes."
    elif slope in (0, 1):
        passes = "All of it passes." if slope else "Nothing passes, however large dout is."
    else:
        passes = f"{100 * slope:.3g} % of it passes."
    text = (
        f"{activation} at x = {at:g}: out = {out:.4g}, slope = {slope:.4g}. "
        f"dx = {dout:g} · {slope:.4g} = {dx:.4g}. {passes}"
    )
    return text.replace("-", "−")
