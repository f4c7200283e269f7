"""The 2-2-1 net of level 10 in plain numbers, so quick that a slider can have it trained anew, and its usual slips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import exp

import numpy as np
from numpy.typing import NDArray

from course.data_people import LABELS, PEOPLE, TRAIN

Weights = tuple[float, ...]
"""w31, w32, b3, w41, w42, b4, w53, w54, b5."""
Points = tuple[tuple[float, float], ...]
Array = NDArray[np.float64]

UNEQUAL: Weights = (0.1, 0.2, 0.3, 0.2, 0.1, -0.1, 0.3, -0.2, 0.1)
"""The start of the level."""
EQUAL: Weights = (0.1,) * 9
CENTRE = (62, 164)
"""The mean of the four people, rounded down."""
SLIPS = {
    "all right": "",
    "hidden: f' left out": "no slope",
    "hidden: f' of y, not of net": "slope of y",
    "hidden: no weights in delta": "no weights",
    "biases never updated": "no bias",
    "hidden: wrong sign": "sign",
}
"""What can be wrong in a back-propagation, by the words of the level, and what `train` calls it."""


def centred(people: Iterable[tuple[float, float]]) -> Points:
    """The people with the mean of the four subtracted."""
    return tuple((weight - CENTRE[0], height - CENTRE[1]) for weight, height in people)


def random_start(seed: int) -> Weights:
    """Nine numbers between -0.5 and 0.5."""
    return tuple(np.random.default_rng(seed).uniform(-0.5, 0.5, 9).tolist())


def sigmoid(net: float) -> float:
    """Below -700, where exp has no room, it is 0."""
    return 1 / (1 + exp(-net)) if net > -700 else 0.0


@lru_cache(maxsize=512)
def train(
    start: Weights, x: Points, t: tuple[int, ...], rate: float, epochs: int, slip: str = ""
) -> tuple[Weights, ...]:
    """The weights before the training and after each epoch; one update for each sample, in order."""
    step, history = 2 / len(t) * rate, [start]
    w = start
    for _ in range(epochs):
        for (a, b), target in zip(x, t, strict=True):
            w = _updated(w, a, b, target, step, slip)
        history.append(w)
    return tuple(history)


def _updated(w: Weights, a: float, b: float, target: int, step: float, slip: str) -> Weights:
    """The weights after one sample (a, b)."""
    w31, w32, b3, w41, w42, b4, w53, w54, b5 = w
    y3, y4 = sigmoid(w31 * a + w32 * b + b3), sigmoid(w41 * a + w42 * b + b4)
    y5 = sigmoid(w53 * y3 + w54 * y4 + b5)
    delta = step * (target - y5) * y5 * (1 - y5)  # downhill, the learning rate included
    down3, down4 = (delta, delta) if slip == "no weights" else (delta * w53, delta * w54)
    delta3, delta4 = down3 * _slope(y3, slip), down4 * _slope(y4, slip)
    biased = 0.0 if slip == "no bias" else 1.0
    return (
        w31 + delta3 * a, w32 + delta3 * b, b3 + delta3 * biased,
        w41 + delta4 * a, w42 + delta4 * b, b4 + delta4 * biased,
        w53 + delta * y3, w54 + delta * y4, b5 + delta * biased,
    )  # fmt: skip


def _slope(y: float, slip: str) -> float:
    if slip == "no slope":
        return 1.0
    if slip == "slope of y":
        y = sigmoid(y)
    return -y * (1 - y) if slip == "sign" else y * (1 - y)


def outputs(w: Weights, weight: Array, height: Array) -> Array:
    """y for whole arrays of weights and heights, as the net gets to see them."""

    hidden = _neuron(w[0:3], weight, height), _neuron(w[3:6], weight, height)
    return _neuron(w[6:9], *hidden)


def _neuron(w: Weights, a: Array, b: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-np.clip(w[0] * a + w[1] * b + w[2], -700, 700)))
    return result


def judged(w: Weights, people: Sequence[tuple[float, float]]) -> Array:
    """y for each of a few people."""
    columns = np.array(people, dtype=float).T
    return outputs(w, columns[0], columns[1])


def loss(w: Weights, x: Points, t: Sequence[int]) -> float:
    """The mean of the squared errors."""
    return float(np.mean((np.array(t) - judged(w, x)) ** 2))


def compare_slips(starts: int = 10, print_line: Callable[[str], None] = print) -> None:
    """Train with each slip from several random starts; print the middle of the last losses and how often both people
    were judged right.
    """
    print_line(f"{'back-propagation':30} middle loss   both people right")
    for name, slip in SLIPS.items():
        ends = [train(random_start(seed), centred(TRAIN), LABELS, 0.1, 1000, slip)[-1] for seed in range(starts)]
        right = sum(bool(y[0] < 0.5 < y[1]) for y in (judged(w, centred(PEOPLE)) for w in ends))
        middle = np.median([loss(w, centred(TRAIN), LABELS) for w in ends])
        print_line(f"{name:30} {middle:.4f}        in {right} of {starts}")
