"""The interactive part of level 08: a whole training on the digits for each learning rate and weight scale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import numpy as np
from ipywidgets import SelectionSlider
from matplotlib.figure import Figure
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # comes with scikit-learn

from course.data import Split, load_digits_split
from course.figures.history import describe_history, draw_history
from course.figures.play import play

RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
SCALES = (0.0, 0.0001, 0.001, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
EPOCHS, BATCH, HIDDEN, CLASSES = 15, 100, 50, 10

Array = NDArray[Any]
Training = tuple[tuple[tuple[float, float, float], ...], int]
"""Loss and accuracies before the training and after each epoch; how many hidden neurons give 0 for every image."""


def play_training() -> None:
    """A slider for the learning rate and one for the scale of the start weights."""
    play(draw_training, describe_training, **training_controls())


def training_controls() -> dict[str, SelectionSlider]:
    """The controls; the start is a scale at which the first loss is far from chance, and a rate that copes with it."""
    rates, scales = ([(f"{value:g}", value) for value in values] for values in (RATES, SCALES))
    return {
        "rate": SelectionSlider(options=rates, value=0.1, description="learning rate"),
        "scale": SelectionSlider(options=scales, value=1.0, description="weight scale"),
    }


def draw_training(rate: float, scale: float) -> Figure:
    """Loss and accuracies of the training."""
    return draw_history(trained(rate, scale)[0])


def describe_training(rate: float, scale: float) -> str:
    """The same in words, and how many neurons are of no use."""
    history, silent = trained(rate, scale)
    return (
        f"Learning rate {rate:g}, weight scale {scale:g}. {describe_history(history)} "
        f"{silent} of {HIDDEN} hidden neurons give 0 for every training image."
    )


# -- a net in a few lines, quick enough to be trained anew for each place of a slider --------------------------------


@cache
def digits() -> Split:
    """The digits, loaded once."""
    return load_digits_split()


@lru_cache(maxsize=len(RATES) * len(SCALES))
def trained(rate: float, scale: float) -> Training:
    """Train on the digits, from one start times `scale`, with the same batches whatever the rate."""
    x, t, x_test, t_test = digits()
    rng = np.random.default_rng(6)
    sizes = ((x.shape[1], HIDDEN), (HIDDEN,), (HIDDEN, CLASSES), (CLASSES,))
    params = [rng.normal(size=size) * scale if len(size) == 2 else np.zeros(size) for size in sizes]
    # Arrays so small are multiplied sooner by one thread. A rate that is too large is one of the things to be seen.
    with threadpool_limits(1), np.errstate(all="ignore"):
        history = [_measured(params, x, t, x_test, t_test)]
        for _ in range(EPOCHS):
            for batch in _batches(rng.permutation(len(x))):
                _step(params, x[batch], t[batch], rate)
            history.append(_measured(params, x, t, x_test, t_test))
        silent = int((_forward(params, x)[0] <= 0).all(axis=0).sum())
    return tuple(history), silent


def _batches(order: Array) -> Iterator[Array]:
    return (order[start : start + BATCH] for start in range(0, len(order), BATCH))


def _forward(params: list[Array], x: Array) -> tuple[Array, Array]:
    """Hidden values (N, H) and logarithms of the probabilities (N, C)."""
    W1, b1, W2, b2 = params
    hidden = np.maximum(x @ W1 + b1, 0)
    logits = hidden @ W2 + b2
    shifted = logits - logits.max(axis=1, keepdims=True)
    return hidden, shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def _step(params: list[Array], x: Array, t: Array, rate: float) -> None:
    """One update on one batch, in place."""
    hidden, log_p = _forward(params, x)
    error = np.exp(log_p)
    error[np.arange(len(t)), t] -= 1
    error /= len(t)
    below = error @ params[2].T * (hidden > 0)
    gradients = (x.T @ below, below.sum(axis=0), hidden.T @ error, error.sum(axis=0))
    for param, gradient in zip(params, gradients, strict=True):
        param -= rate * gradient


def _measured(params: list[Array], x: Array, t: Array, x_test: Array, t_test: Array) -> tuple[float, float, float]:
    log_p, held_out = _forward(params, x)[1], _forward(params, x_test)[1]
    loss = -float(log_p[np.arange(len(t)), t].mean())
    return loss, float((log_p.argmax(axis=1) == t).mean()), float((held_out.argmax(axis=1) == t_test).mean())
