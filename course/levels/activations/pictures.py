"""Pictures of level 03: the curves of ReLU and sigmoid with their slopes, a mask over a small array, and the kink.
`play` has the gate to play with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.box import Box
from course.figures.shapes import Equation, draw_equations
from course.figures.show import show
from course.figures.style import (
    COLUMN,
    FAINT,
    FONT,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    VALUE,
    write,
)

Array = NDArray[np.float64]
RELU, SIGMOID = "ReLU", "sigmoid"
FAR = 6.0
"""The curves are drawn from −FAR to FAR."""


class Activation(NamedTuple):
    """A curve, its slope, and the range of the two that a picture shows."""

    out: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    high: tuple[float, float]
    steep: tuple[float, float]


def sigmoid_curve(x: Array) -> Array:
    """Between 0 and 1, for the x that a picture can show."""
    return 1 / (1 + np.exp(-x))


def sigmoid_slope(x: Array) -> Array:
    """A hill, 0.25 high at 0."""
    return sigmoid_curve(x) * (1 - sigmoid_curve(x))


ACTIVATIONS = {
    RELU: Activation(lambda x: np.clip(x, 0, None), lambda x: (x > 0).astype(float), (-0.7, 6.3), (-0.12, 1.2)),
    SIGMOID: Activation(sigmoid_curve, sigmoid_slope, (-0.1, 1.15), (-0.03, 0.3)),
}

# -- curve and slope -------------------------------------------------------------------------------------------------

RELU_POINTS = (-3.0, -1.0, 0.0, 2.0, 4.0, 5.0)
SIGMOID_POINTS = (-2.0, 0.0, 2.0, 4.0)
"""The x that the text works by hand."""


def show_relu() -> None:
    """ReLU and its slope, with the values that the text works by hand."""
    show(draw_curve(RELU, RELU_POINTS), describe_relu())


def show_sigmoid() -> None:
    """The sigmoid and its slope, with the values of the text's table."""
    show(draw_curve(SIGMOID, SIGMOID_POINTS), describe_sigmoid())


def draw_curve(name: str, points: tuple[float, ...]) -> Figure:
    """Two plots over the same x, out at the left and the slope at the right, with a dot at each of the `points`."""
    figure = Figure(figsize=(COLUMN, 3.1), facecolor="white")
    curve = curve_axes(figure, (0.07, 0.17, 0.40, 0.79), "out", ACTIVATIONS[name].high)
    slope = curve_axes(figure, (0.58, 0.17, 0.40, 0.79), "slope of out", ACTIVATIONS[name].steep)
    at = np.array(points, dtype=float)
    draw_line(curve, name, slope=False)
    curve.plot(at, ACTIVATIONS[name].out(at), "o", color=VALUE, markersize=6, zorder=4)
    draw_line(slope, name, slope=True)
    slope.plot(at, ACTIVATIONS[name].slope(at), "o", color=SUM, markersize=6, zorder=4)
    if name == SIGMOID:
        slope.axhline(0.25, color=GREY, linewidth=1, linestyle=":")
        write(slope, FAR, 0.265, "never above 0.25", colour=GREY, size=SMALL, align="right")
    else:
        write(slope, 0.35, 0.07, "0 at x = 0: a choice", colour=GREY, size=SMALL, align="left")
    return figure


def describe_relu() -> str:
    """What the picture of ReLU shows, in words."""
    return (
        "Two plots over x from −6 to 6. Left, out: it is 0 for every x up to 0 and equal to x from there on, with a "
        "corner at 0. Right, the slope of out: 0 for every x up to and with 0, 1 for every x above. Dots mark the "
        "x of the example: −3, −1 and 0 have out 0 and slope 0; 2, 4 and 5 have out = x and slope 1."
    )


def describe_sigmoid() -> str:
    """What the picture of the sigmoid shows, in words."""
    x = np.array(SIGMOID_POINTS)
    each = zip(x, sigmoid_curve(x), sigmoid_slope(x), strict=True)
    rows = [f"out {out:.3f}, slope {slope:.3f} at x = {at:g}".replace("-", "−") for at, out, slope in each]
    return (
        "Two plots over x from −6 to 6. Left, out: a smooth S from 0 at the far left to 1 at the far right. Right, the "
        f"slope of out: a hill around 0, never above 0.25, almost 0 beyond −5 and 5. Marked: {'; '.join(rows)}."
    )


def curve_axes(
    figure: Figure, place: tuple[float, float, float, float], name: str, limits: tuple[float, float]
) -> Axes:
    axes = figure.add_axes(place)
    axes.set_xlabel("x", fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(name, fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    axes.set_xlim(-FAR - 0.3, FAR + 0.3)
    axes.set_ylim(*limits)
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    axes.axhline(0, color=FAINT, linewidth=1, zorder=0)
    return axes


def draw_line(axes: Axes, name: str, slope: bool) -> None:
    """The curve, or its slope, which for ReLU jumps: a ring marks the end that doesn't belong to it."""
    x = np.linspace(-FAR, FAR, 241)
    if not slope:
        axes.plot(x, ACTIVATIONS[name].out(x), color=VALUE, linewidth=2)
    elif name == SIGMOID:
        axes.plot(x, sigmoid_slope(x), color=SUM, linewidth=2)
    else:
        axes.plot([-FAR, 0], [0, 0], color=SUM, linewidth=2)
        axes.plot([0, FAR], [1, 1], color=SUM, linewidth=2)
        axes.plot([0], [1], "o", color=SUM, markerfacecolor="white", markersize=7)


# -- a mask over a small array ---------------------------------------------------------------------------------------


def worked_arrays() -> dict[str, NDArray[Any]]:
    """The arrays that the text works by hand, shape (2, 3)."""
    x, dout = np.array([[4, -1, 2], [-3, 0, 5]]), np.array([[10, 20, -30], [40, -50, 60]])
    slope = (x > 0).astype(int)
    return {"x": x, "out": x * slope, "slope": slope, "dout": dout, "dx": dout * slope}


def show_mask() -> None:
    """ReLU forward and backward on the worked arrays, with the entries that pass marked."""
    show(draw_mask(), describe_mask())


def draw_mask() -> Figure:
    """Two lines of boxes: x and out; dout times the slope gives dx. The same entries are marked in all of them."""
    boxes = {name: _box(name, array) for name, array in worked_arrays().items()}
    forward: Equation = [boxes["x"], "→", boxes["out"]]
    return draw_equations([forward, [boxes["dout"], "×", boxes["slope"], "=", boxes["dx"]]])


def describe_mask() -> str:
    """What `draw_mask` shows, in words."""
    said = ", ".join(f"{name} = {array.tolist()}" for name, array in worked_arrays().items())
    return (
        f"Boxes with numbers, two rows and three columns each: {said}. Marked in all of them are the three entries "
        "at which x is positive. There out is x and dx is dout; everywhere else out and dx are 0."
    )


def _box(name: str, array: NDArray[Any]) -> Box:
    rows, columns = array.shape
    lit = worked_arrays()["x"] > 0
    return Box(name, ("rows", rows), ("columns", columns), name in ("dout", "dx"), array, lit)


# -- the kink --------------------------------------------------------------------------------------------------------


def show_kink() -> None:
    """ReLU around 0 and three lines that touch it there."""
    show(draw_kink(), describe_kink())


def draw_kink() -> Figure:
    """The corner, and lines through it with the slopes 0, 0.5 and 1."""
    figure = Figure(figsize=(5.6, 2.9), facecolor="white")
    axes = curve_axes(figure, (0.13, 0.17, 0.67, 0.79), "out", (-1.15, 1.65))
    axes.set_xlim(-1.5, 1.55)
    axes.plot([-1.5, 0, 1.5], [0, 0, 1.5], color=VALUE, linewidth=5, alpha=0.35)
    for slope, line in ((0, "-"), (0.5, "--"), (1, ":")):
        ends = np.array([-1.1, 1.5])
        axes.plot(ends, slope * ends, color=SUM, linestyle=line, linewidth=1.8)
        write(axes, 1.6, slope * 1.5, f"slope {slope:g}", colour=SUM, align="left", bold=True)
    axes.plot([0], [0], "o", color=INK, markersize=7, zorder=5)
    return figure


def describe_kink() -> str:
    """What `draw_kink` shows, in words."""
    return (
        "ReLU around its corner at x = 0, drawn as a broad band, and three straight lines through the corner, with "
        "the slopes 0, 0.5 and 1. Each touches the band there and lies nowhere above it."
    )
