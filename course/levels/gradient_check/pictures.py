"""Pictures of level 02: difference quotients as secants, their error against the step, and what a kink does to them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from ipywidgets import Dropdown, SelectionSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.play import play
from course.figures.show import show
from course.figures.style import COLUMN, FAINT, FONT, GRADIENT, GREY, INK, LABEL, SMALL, SUM, VALUE, number, write

X, SLOPE = 3.0, 27.0
"""The point that every picture looks at, and the slope of x³ there."""
KINK = 2.99
STEPS = (*(float(f"{digit}e{power}") for power in range(-15, 0) for digit in (1, 2, 5)), 1.0)
"""1e-15 to 1, three to a decade: the values of the slider, and the points of the V."""

CENTRAL, FORWARD = "central", "forward"
COLOURS = {CENTRAL: GRADIENT, FORWARD: VALUE}
LINES = {CENTRAL: "-", FORWARD: "--"}
MARKERS = {CENTRAL: "o", FORWARD: "s"}

Function = Callable[[float], float]


def cubic(x: float) -> float:
    """x³, whose slope at 3 is 27."""
    return x**3


def clipped(x: float) -> float:
    """x³, cut flat below a kink close to 3: the same value and slope at 3."""
    return max(x, KINK) ** 3


FUNCTIONS: dict[str, Function] = {"x³": cubic, f"x³, flat below {KINK}": clipped}


def ends(h: float, difference: str) -> tuple[float, float]:
    """The two points at which a difference quotient asks for the function."""
    return (X - h if difference == CENTRAL else X), X + h


def quotient(f: Function, h: float, difference: str) -> float:
    """The slope of the secant; the width is h or 2h as written, not as rounded."""
    low, high = ends(h, difference)
    return (f(high) - f(low)) / (2 * h if difference == CENTRAL else h)


def errors(f: Function, difference: str) -> NDArray[np.float64]:
    """How far each step's quotient is from the slope; nan where it is exact, which no logarithmic axis shows."""
    found = np.array([abs(quotient(f, h, difference) - SLOPE) for h in STEPS])
    return np.where(found > 0, found, np.nan)


# -- still pictures --------------------------------------------------------------------------------------------------


def show_secants() -> None:
    """The forward and the central secant of x³ at 3 with h = 1, beside the tangent."""
    show(draw_secants(1.0), describe_secants(1.0))


def draw_secants(h: float) -> Figure:
    """The curve, its tangent and both secants."""
    figure = Figure(figsize=(COLUMN, 3.6), facecolor="white")
    axes = _curve_axes(figure, (0.09, 0.15, 0.57, 0.82))
    _draw_curve(axes, cubic)
    for difference in (FORWARD, CENTRAL):
        _draw_secant(axes, cubic, h, difference)
    forward, central = (number(round(quotient(cubic, h, kind), 9)) for kind in (FORWARD, CENTRAL))
    lines = (
        (0.80, f"forward: slope {forward}", COLOURS[FORWARD]),
        (0.66, f"central: slope {central}", COLOURS[CENTRAL]),
        (0.52, f"tangent: slope {SLOPE:g}", SUM),
    )
    for height, text, colour in lines:
        figure.text(0.70, height, text, color=colour, fontsize=LABEL, family=FONT, weight="bold")
    figure.text(0.70, 0.36, f"x = {X:g},  h = {h:g}", color=GREY, fontsize=LABEL, family=FONT)
    return figure


def describe_secants(h: float) -> str:
    """What `draw_secants` shows, in words."""
    forward, central = (quotient(cubic, h, kind) for kind in (FORWARD, CENTRAL))
    return (
        f"The curve x³ with its tangent at x = {X:g}, slope {SLOPE:g}, and two secants for h = {h:g}. The forward "
        f"secant goes from x to x + h and has the slope {forward:.6g}. The central secant goes from x − h to x + h, "
        f"has the slope {central:.6g} and is almost parallel to the tangent."
    )


def show_v() -> None:
    """The error of both differences against the step."""
    show(draw_v(), describe_v())


def draw_v() -> Figure:
    """Two V-shaped curves on logarithmic axes, each with its lowest region named."""
    figure = Figure(figsize=(COLUMN, 4.0), facecolor="white")
    axes = _error_axes(figure, (0.12, 0.14, 0.85, 0.82))
    for difference in (FORWARD, CENTRAL):
        _draw_errors(axes, cubic, difference)
    write(axes, 1.5e-4, 4e-2, "forward", colour=COLOURS[FORWARD], bold=True)
    write(axes, 4e-2, 1.5e-6, "central", colour=COLOURS[CENTRAL], bold=True)
    write(axes, 1e-11, 1e-8, "too small:\ndigits are lost", colour=GREY, size=SMALL)
    write(axes, 1e-2, 1e-9, "too large:\nthe curve bends", colour=GREY, size=SMALL)
    axes.annotate(
        "h = 1e-5",
        (1e-5, 2e-10),
        (1e-5, 2e-12),
        ha="center",
        color=INK,
        fontsize=LABEL,
        family=FONT,
        arrowprops={"arrowstyle": "-|>", "color": INK},
    )
    return figure


def describe_v() -> str:
    """What `draw_v` shows, in words."""
    best = {kind: STEPS[int(np.nanargmin(errors(cubic, kind)))] for kind in (FORWARD, CENTRAL)}
    return (
        "Error of the slope of x³ at 3 against the step h, both axes logarithmic, h from 1e-15 to 1. Each curve is "
        "a V. On the right the error falls with h: the forward one ten times for each decade, the central one a "
        "hundred times. On the left it rises again in a jagged line, because digits are lost. The forward curve is "
        f"lowest near h = {best[FORWARD]:.0e}, the central one near {best[CENTRAL]:.0e}, and much lower."
    )


def show_kink() -> None:
    """A central secant that reaches across a kink, and one that does not."""
    show(draw_kink(), describe_kink())


def draw_kink() -> Figure:
    """max(0, x) at 0.4, once with h = 1 and once with h = 0.2."""
    figure = Figure(figsize=(COLUMN, 2.9), facecolor="white")
    for left, h in ((0.09, 1.0), (0.57, 0.2)):
        axes = figure.add_axes((left, 0.18, 0.41, 0.69))
        _frame(axes, "x", "max(0, x)" if h == 1 else "")
        axes.plot([-1, 0, 1.6], [0, 0, 1.6], color=VALUE, linewidth=2)
        low, high = 0.4 - h, 0.4 + h
        axes.plot([low, high], [max(0.0, low), high], color=GRADIENT, marker="o", linewidth=1.8)
        axes.plot([0.4], [0.4], color=INK, marker="D", markersize=6, linestyle="none")
        slope = (high - max(0.0, low)) / (2 * h)
        axes.set_title(f"h = {h:g}: secant {slope:g}, slope 1", fontsize=LABEL, color=INK, family=FONT)
        axes.set_ylim(-0.12, 1.7)
    return figure


def describe_kink() -> str:
    """What `draw_kink` shows, in words."""
    return (
        "Twice the function max(0, x), flat left of its kink at 0 and of slope 1 right of it, looked at in x = 0.4. "
        "With h = 1 the central secant goes from −0.6 to 1.4, across the kink, and has the slope 0.7. "
        "With h = 0.2 both of its ends are right of the kink and its slope is 1, as it should be."
    )


# -- to play with ----------------------------------------------------------------------------------------------------


def play_step() -> None:
    """A logarithmic slider for h, a switch for a function with a kink, a menu for the kind of difference."""
    play(draw_step, describe_step, **step_controls())


def step_controls() -> dict[str, SelectionSlider | Dropdown]:
    """The controls; the start is a secant that can be seen, far up on the right arm of the V."""
    steps = [(f"{h:g}", h) for h in STEPS]
    return {
        "h": SelectionSlider(options=steps, value=0.5, description="step h"),
        "function": Dropdown(options=list(FUNCTIONS), description="function"),
        "difference": Dropdown(options=[CENTRAL, FORWARD], description="difference"),
    }


def draw_step(h: float, function: str, difference: str) -> Figure:
    """The secant on the curve, and its error as a point on the V."""
    f = FUNCTIONS[function]
    figure = Figure(figsize=(COLUMN, 3.5), facecolor="white")
    curve = _curve_axes(figure, (0.08, 0.15, 0.36, 0.80))
    _draw_curve(curve, f)
    _draw_secant(curve, f, h, difference)
    right = _error_axes(figure, (0.57, 0.15, 0.41, 0.80))
    _draw_errors(right, f, difference)
    error = abs(quotient(f, h, difference) - SLOPE)
    right.axvline(h, color=FAINT, linewidth=1, zorder=0)
    right.plot([h], [max(error, BOTTOM)], color=INK, marker=MARKERS[difference], markersize=10, fillstyle="none", mew=2)
    return figure


def describe_step(h: float, function: str, difference: str) -> str:
    """The quotient written out with all the digits that the computer keeps, and its error."""
    f = FUNCTIONS[function]
    low, high = ends(h, difference)
    width, found = (2 * h if difference == CENTRAL else h), quotient(f, h, difference)
    across = " The kink lies between the two points." if f is clipped and low < KINK else ""
    return (
        f"{function} at x = {X:g}, {difference} difference, h = {h:g}: "
        f"({f(high):.16g} − {f(low):.16g}) / {width:g} = {found:.10g}. "
        f"The slope is {SLOPE:g}; the error is {abs(found - SLOPE):.1e}.{across}"
    )


# -- parts -----------------------------------------------------------------------------------------------------------

BOTTOM = 3e-13


def _frame(axes: Axes, xlabel: str, ylabel: str) -> None:
    axes.set_xlabel(xlabel, fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(ylabel, fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)


def _curve_axes(figure: Figure, place: tuple[float, float, float, float]) -> Axes:
    axes = figure.add_axes(place)
    _frame(axes, "x", "f(x)")
    axes.set_xlim(1.7, 4.3)
    axes.set_ylim(-10, 75)
    return axes


def _draw_curve(axes: Axes, f: Function) -> None:
    """The function in a thin dark line, and the tangent at X, dotted."""
    x = np.linspace(1.7, 4.3, 131)
    axes.plot(x, [f(value) for value in x], color=INK, linewidth=1.2)
    axes.axline((X, f(X)), slope=SLOPE, color=SUM, linestyle=":", linewidth=2)
    axes.plot([X], [f(X)], color=INK, marker="D", markersize=6, linestyle="none", zorder=4)


def _draw_secant(axes: Axes, f: Function, h: float, difference: str) -> None:
    low, high = ends(h, difference)
    axes.plot(
        [low, high],
        [f(low), f(high)],
        color=COLOURS[difference],
        linestyle=LINES[difference],
        marker=MARKERS[difference],
        linewidth=1.8,
    )


def _error_axes(figure: Figure, place: tuple[float, float, float, float]) -> Axes:
    axes = figure.add_axes(place)
    _frame(axes, "step h", "error of the slope")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(5e-16, 2)
    axes.set_ylim(BOTTOM, 50)
    axes.set_xticks([1e-15, 1e-10, 1e-5, 1], labels=["1e-15", "1e-10", "1e-5", "1"])
    axes.set_yticks([1e-12, 1e-9, 1e-6, 1e-3, 1], labels=["1e-12", "1e-9", "1e-6", "1e-3", "1"])
    axes.minorticks_off()
    return axes


def _draw_errors(axes: Axes, f: Function, difference: str) -> None:
    axes.plot(
        STEPS,
        errors(f, difference),
        color=COLOURS[difference],
        linestyle=LINES[difference],
        marker=MARKERS[difference],
        markersize=3,
        linewidth=1.4,
    )
