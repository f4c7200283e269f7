"""Weights and heights of people: six of them one by one, and a sample that is made up from stated means."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

TRAIN = ((50, 150), (51, 149), (60, 172), (90, 188))
"""Weight in kg and height in cm of the four people whose label is known."""
LABELS = (1, 1, 0, 0)
"""Their labels: 1 says female, 0 says male. That is all that the data say about them."""
PEOPLE = ((89, 190), (60, 155))
"""The two people who are to be judged."""

MEAN_0, MEAN_1 = (80.0, 177.0), (65.0, 164.0)
"""Of the made-up sample: mean weight and height of those labelled 0 and of those labelled 1."""
DEVIATIONS, CORRELATION = (11.0, 7.0), 0.5
"""Standard deviations of weight and height, and how far the two go together; the same for both labels."""


def people_sample(count: int = 400, seed: int = 8) -> tuple[Array, Array]:
    """x (count, 2), weights and heights that nobody has, and t (count,), their labels, every other one a 1.

    They are drawn from two normal distributions with the means, deviations and correlation above: round numbers of
    the size found among adults, taken from no survey. The same seed gives the same sample.
    """
    t = np.arange(count) % 2
    means = np.where(t[:, None] == 1, MEAN_1, MEAN_0)
    return means + np.random.default_rng(seed).multivariate_normal((0, 0), covariance(), size=count), t


def covariance() -> Array:
    """The covariance of weight and height, (2, 2)."""
    both = CORRELATION * DEVIATIONS[0] * DEVIATIONS[1]
    return np.array([[DEVIATIONS[0] ** 2, both], [both, DEVIATIONS[1] ** 2]])


def best_border() -> tuple[Array, float]:
    """The straight line a @ x = b that misjudges the fewest of all who could be drawn: a (2,) and b.

    Above b a label of 1 is the more likely one. No other border does better, since both labels are equally frequent
    and spread alike.
    """
    a = np.linalg.solve(covariance(), np.subtract(MEAN_1, MEAN_0))
    return a, float(a @ np.add(MEAN_1, MEAN_0) / 2)
