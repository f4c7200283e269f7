"""The interactive part of level 15: degree, decay and learning rate of a curve that is trained step by step."""

from __future__ import annotations

import numpy as np
from ipywidgets import IntSlider, SelectionSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.figures.play import play
from course.figures.style import COLUMN, FONT, GRADIENT, GREY, INK, LABEL, SMALL, VALUE
from course.levels.tinynet_training.curves import Array, descended, draw_curve, errors, judged

DECAYS = (0.0, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0, 10.0)
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.7)
ITERATIONS = tuple(10**power for power in range(9))
LOST = 1e4
"""A loss above which a training counts as exploded."""


def play_fit() -> None:
    """Sliders for degree, decay, learning rate and the number of iterations."""
    play(draw_training, describe_training, **fit_controls())


def fit_controls() -> dict[str, IntSlider | SelectionSlider]:
    """The controls: degree 9 without decay, at the end of a long training, so that the start shows overfitting."""
    return {
        "degree": IntSlider(9, min=1, max=9, description="degree"),
        "decay": _menu("weight decay", DECAYS, 0.0),
        "rate": _menu("learning rate", RATES, 0.3),
        "iterations": _menu("iterations", ITERATIONS, ITERATIONS[-1]),
    }


def _menu(description: str, values: tuple[float, ...], start: float) -> SelectionSlider:
    options = [(_spaced(int(value)) if value >= 100 else f"{value:g}", value) for value in values]
    return SelectionSlider(options=options, value=start, description=description)


def curves(degree: int, decay: float, rate: float) -> tuple[Array, Array, Array]:
    """Iterations (K,) and both losses (K,) at them; nan from where the training explodes."""
    steps = np.unique(np.logspace(0, 8, 241).round().astype(int))
    with np.errstate(over="ignore", invalid="ignore"):
        training, held_out = errors(descended(degree, decay, rate, steps))
        gone = np.maximum.accumulate(~(training < LOST))
    return steps, np.where(gone, np.nan, training), np.where(gone, np.nan, held_out)


def draw_training(degree: int, decay: float, rate: float, iterations: int) -> Figure:
    """The curve after so many iterations, and both losses over all of them."""
    figure = Figure(figsize=(COLUMN, 3.3), facecolor="white")
    left, right = figure.add_axes((0.045, 0.13, 0.40, 0.83)), figure.add_axes((0.565, 0.13, 0.425, 0.83))
    weights = descended(degree, decay, rate, np.array([iterations]))[0]
    draw_curve(left, judged(weights) if np.isfinite(weights).all() and np.abs(weights).max() < LOST else None)
    steps, training, held_out = curves(degree, decay, rate)
    right.loglog(steps, training, color=VALUE, linewidth=2)
    right.loglog(steps, held_out, color=GRADIENT, linewidth=2, linestyle="--")
    right.axvline(iterations, color=INK, linewidth=1, linestyle=":")
    _draw_axes(right)
    return figure


def _draw_axes(axes: Axes) -> None:
    axes.set_xlim(1, 1.3e8)
    axes.set_ylim(1e-3, 30)
    axes.set_xticks([1, 100, 10**4, 10**6, 10**8], labels=["1", "100", "10⁴", "10⁶", "10⁸"])
    axes.set_yticks([0.001, 0.01, 0.1, 1, 10], labels=["0.001", "0.01", "0.1", "1", "10"])
    axes.minorticks_off()
    axes.set_xlabel("iterations", fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel("loss", fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    for height, text, colour in ((0.95, "held-out points, dashed", GRADIENT), (0.88, "training points", VALUE)):
        axes.text(
            0.93, height, text, transform=axes.transAxes, ha="right", color=colour, fontsize=SMALL, family=FONT,
            weight="bold",
        )  # fmt: skip


def describe_training(degree: int, decay: float, rate: float, iterations: int) -> str:
    """The same in words and numbers."""
    steps, training, held_out = curves(degree, decay, rate)
    settings = f"Degree {degree}, decay {decay:g}, learning rate {rate:g}."
    at = int(np.searchsorted(steps, iterations))
    if np.isnan(training[at]):
        return (
            f"{settings} The training has exploded: each step overshoots the lowest point by more than the one before."
        )
    best = int(np.nanargmin(held_out))
    largest = np.abs(descended(degree, decay, rate, np.array([iterations]))).max()
    return (
        f"{settings} After {_spaced(iterations)} iterations: training loss {training[at]:.4f}, held-out loss "
        f"{held_out[at]:.4f}, largest weight {largest:.3g}. The held-out loss was least, {held_out[best]:.4f}, after "
        f"{_spaced(int(steps[best]))} iterations."
    )


def _spaced(count: int) -> str:
    """A whole number with a space at the thousands."""
    return f"{count:,}".replace(",", " ")
