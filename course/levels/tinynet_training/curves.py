"""Curves through a few points of a quadratic: polynomials of any degree, with a decay of their weights.

The loss of a curve is the mean of its squared errors plus decay times half the sum of its squared weights. For this
loss, the weights after any number of gradient steps follow from the eigenvectors of its curvature, without making
the steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from course.figures.style import FONT, GRADIENT, GREY, INK, SMALL, VALUE, number

Array = NDArray[Any]

TRAINING, HELD_OUT, NOISE, SEED = 10, 20, 0.25, 16
TRUE_WEIGHTS = (1.0, 0.5, -2.0)


def points() -> tuple[Array, Array, Array, Array]:
    """x (10,) and y (10,) to train on, x (20,) and y (20,) held out: a quadratic with some noise."""
    rng = np.random.default_rng(SEED)
    x, x_held = np.linspace(-1, 1, TRAINING), np.linspace(-0.95, 0.95, HELD_OUT)
    y, y_held = (powers(at, 2) @ TRUE_WEIGHTS + NOISE * rng.normal(size=len(at)) for at in (x, x_held))
    return x, y, x_held, y_held


def powers(x: Array, degree: int) -> Array:
    """1, x, x², ... up to the degree, shape (N, degree + 1)."""
    return np.asarray(x[:, None] ** np.arange(degree + 1))


@dataclass(frozen=True)
class Fit:
    """A curve: its weights (degree + 1,), and its mean squared errors on both sets of points."""

    weights: Array
    training: float
    held_out: float

    @property
    def largest(self) -> float:
        """The largest weight, by its size."""
        return float(np.abs(self.weights).max())


def fitted(degree: int, decay: float = 0.0) -> Fit:
    """The curve with the least loss."""
    curvature, pull = loss_of(degree, decay)
    return judged(np.linalg.solve(curvature, pull))


def loss_of(degree: int, decay: float) -> tuple[Array, Array]:
    """The loss as w·A·w/2 − b·w + a constant: A (degree + 1, degree + 1) and b (degree + 1,)."""
    x, y, _, _ = points()
    X = powers(x, degree)
    return 2 / len(x) * X.T @ X + decay * np.eye(degree + 1), 2 / len(x) * X.T @ y


def judged(weights: Array) -> Fit:
    """The curve with these weights."""
    training, held_out = errors(weights[None])
    return Fit(weights, float(training[0]), float(held_out[0]))


def errors(weights: Array) -> tuple[Array, Array]:
    """Mean squared errors on both sets of points for many curves, weights (K, degree + 1)."""
    x, y, x_held, y_held = points()
    degree = weights.shape[1] - 1

    def error(at: Array, want: Array) -> Array:
        return np.asarray(((weights @ powers(at, degree).T - want) ** 2).mean(axis=1))

    return error(x, y), error(x_held, y_held)


def descended(degree: int, decay: float, rate: float, steps: Array) -> Array:
    """The weights after so many gradient steps from 0, for each entry of `steps`: shape (K, degree + 1)."""
    curvature, pull = loss_of(degree, decay)
    values, vectors = np.linalg.eigh(curvature)
    with np.errstate(over="ignore", invalid="ignore"):
        left = np.power(1 - rate * values, np.asarray(steps, dtype=float)[:, None])
        return np.asarray((1 - left) * (vectors.T @ pull / values) @ vectors.T)


def draw_curve(axes: Axes, fit: Fit | None, labels: bool = True) -> None:
    """Both sets of points, and the curve, if there is one."""
    x, y, x_held, y_held = points()
    axes.plot(x_held, y_held, "x", color=GRADIENT, markersize=5, markeredgewidth=1.2)
    axes.plot(x, y, "o", color=VALUE, markersize=6)
    if fit is not None:
        fine = np.linspace(-1.02, 1.02, 400)
        axes.plot(fine, powers(fine, len(fit.weights) - 1) @ fit.weights, color=INK, linewidth=1.6)
    axes.set_xlim(-1.08, 1.08)
    axes.set_ylim(-3.2, 2.2)
    axes.set_xticks([-1, 0, 1])
    axes.set_yticks([-3, -2, -1, 0, 1, 2], labels=[number(v).replace("-", "−") for v in range(-3, 3)])
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    if labels:
        for height, text, colour in ((0.13, "● training points", VALUE), (0.05, "× held-out points", GRADIENT)):
            axes.text(
                0.5, height, text, transform=axes.transAxes, ha="center", color=colour, fontsize=SMALL, family=FONT
            )
