"""`softmax`, `cross_entropy`, `SoftmaxWithLoss` and two questions: what goes wrong."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.declaring.probabilities import log_p, mean_loss
from checks.declaring.probes import Array

judging = Judging(__name__)


def softmax(x: Array) -> Array:
    """The right probabilities (N, C)."""
    return np.exp(log_p(x))


def shares(x: Array, shift: Any) -> Array:
    """Shares of exp within each row after taking off `shift`: nan where the shift does not keep exp in its range."""
    e = np.exp(x - shift)
    return e / e.sum(axis=1, keepdims=True)


def log_shares(x: Array, shift: Any) -> Array:
    """log p by way of the logarithm of a sum: inf where the shift does not keep exp in its range."""
    return x - shift - np.log(np.exp(x - shift).sum(axis=1, keepdims=True))


def one_hot(t: Array, like: Array) -> Array:
    """A table of the shape of `like` (N, C) with a 1 at each label."""
    return np.eye(like.shape[1])[t]


def gradient(p: Array, t: Array) -> Array:
    """The joint gradient with something else in the place of the probabilities."""
    return (p - one_hot(t, p)) / len(t)


def squares(x: Array, t: Array) -> Array:
    """Squared differences (N, C) of the probabilities."""
    return (softmax(x) - one_hot(t, x)) ** 2


def yes_or_no(x: Array, t: Array) -> Array:
    """The loss of classes that each say yes or no alone."""
    p, hot = softmax(x), one_hot(t, x)
    return -(hot * np.log(p) + (1 - hot) * np.log(1 - p)).sum() / len(t)


def every_label_column(x: Array, t: Array) -> Array:
    """The gradient when each row has the labels of all samples."""
    p = softmax(x)
    p[:, t] -= 1
    return p / len(t)


def whole_number_buffer(x: Array, p: Array) -> Array:
    """Probabilities put into an array of whole numbers; raises LookupError unless the logits are such."""
    if x.dtype.kind != "i":
        raise LookupError("only logits that are whole numbers show this")
    return np.trunc(p)


LOST_AXIS = {"lost-axis": [lambda x: x - x.max(axis=1)]}
LOST_IN_T = {**LOST_AXIS, "one-hot": [lambda t: t.argmax(axis=1)]}

judging.exercise(
    "softmax.rows",
    slips(
        "p",
        {
            "whole-number-buffer": [whole_number_buffer],
            "shift-too-small": [
                lambda x: shares(x, x.mean(axis=1, keepdims=True)),
                lambda x: shares(x, x.min(axis=1, keepdims=True)),
            ],
            "no-shift": [lambda x: shares(x, 0)],
            "one-shift-for-all": [lambda x: shares(x, x.max())],
            "over-the-batch": [lambda x: softmax(x.T).T],
            "over-everything": [lambda x: np.exp(x) / np.exp(x).sum()],
            "not-divided": [lambda x: np.exp(x - x.max(axis=1, keepdims=True)), lambda x: np.exp(x)],
            "no-exponential": [lambda x: x / x.sum(axis=1, keepdims=True)],
            "each-alone": [lambda x: 1 / (1 + np.exp(-x))],
            "logarithm": [lambda x: log_p(x)],
            "softmax-twice": [lambda p: softmax(p)],
            **LOST_AXIS,
        },
    ),
)

# -- the loss, as a function and as a layer --------------------------------------------------------------------------

EPSILONS = (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)

LOSSES = slips(
    "loss",
    {
        "log-of-zero": [lambda x, t: mean_loss(np.log(softmax(x)), t)],
        "one-shift-for-all": [
            lambda x, t: mean_loss(np.log(shares(x, x.max())), t),
            lambda x, t: mean_loss(log_shares(x, x.max()), t),
        ],
        "no-shift": [lambda x, t: mean_loss(np.log(shares(x, 0)), t), lambda x, t: mean_loss(log_shares(x, 0), t)],
        "epsilon": [
            *(lambda x, t, e=e: mean_loss(np.log(softmax(x) + e), t) for e in EPSILONS),
            *(lambda x, t, e=e: mean_loss(np.log(np.clip(softmax(x), e, 1)), t) for e in EPSILONS),
        ],
        "summed": [lambda x, t: mean_loss(log_p(x), t) * len(t)],
        "one-for-each-sample": [lambda x, t: -log_p(x)[np.arange(len(t)), t]],
        "mean-of-the-table": [lambda x, t: mean_loss(log_p(x), t) / x.shape[1]],
        "minus-missing": [lambda x, t: -mean_loss(log_p(x), t)],
        "another-logarithm": [lambda x, t, base=base: mean_loss(log_p(x), t) / np.log(base) for base in (2, 10)],
        "softmax-twice": [lambda x, t: mean_loss(log_p(softmax(x)), t)],
        "logits-as-probabilities": [lambda x, t: mean_loss(np.log(x), t)],
        "only-the-label": [lambda x, t: mean_loss(x, t)],
        "own-guess": [lambda x: -log_p(x).max(axis=1).mean()],
        "every-label-in-every-row": [
            lambda x, t: -log_p(x)[:, t].mean(),
            lambda x, t: -log_p(x)[:, t].sum() / len(t),
        ],
        "labels-pick-rows": [lambda x, t: -log_p(x)[t].mean()],
        "all-classes": [lambda x: -log_p(x).mean(), lambda x, t: -log_p(x).sum() / len(t)],
        "labels-as-numbers": [lambda x, t: -(t[:, None] * log_p(x)).sum() / len(t)],
        "yes-or-no-formula": [yes_or_no],
        "squares": [
            lambda x, t: squares(x, t).mean(),
            lambda x, t: squares(x, t).sum() / len(t),
            lambda x, t: squares(x, t).sum() / len(t) / 2,
        ],
        **LOST_IN_T,
    },
)


def of_logits(slip: Slip) -> Slip:
    """The same mistake where x is called `logits`."""
    return replace(slip, formula=lambda given, right: slip.formula(SimpleNamespace(x=given.logits, t=given.t), right))


judging.exercise("softmax.cross-entropy", [of_logits(slip) for slip in LOSSES])
judging.exercise("softmax.loss-forward", LOSSES)

# -- backward --------------------------------------------------------------------------------------------------------

judging.exercise(
    "softmax.loss-backward",
    slips(
        "dx",
        {
            "one-shift-for-all": [lambda x, t: gradient(shares(x, x.max()), t)],
            "no-shift": [lambda x, t: gradient(shares(x, 0), t)],
            "mean-forgotten": [lambda dx, N: dx * N],
            "mean-twice": [lambda dx, N: dx / N],
            "divided-by-classes": [lambda dx, N, C: dx * N / C, lambda dx, C: dx / C],
            "sign": [lambda dx: -dx],
            "label-not-used": [lambda x, N: softmax(x) / N, lambda x: softmax(x)],
            "every-label-in-every-row": [every_label_column],
            "labels-as-numbers": [lambda x, t, N: (softmax(x) - t[:, None]) / N],
            "own-guess": [lambda x: gradient(softmax(x), x.argmax(axis=1))],
            "logits-not-probabilities": [lambda x, t: gradient(x, t)],
            "gradient-of-p": [lambda x, t, N: -one_hot(t, x) / softmax(x) / N],
            "others-forgotten": [lambda dx, t: dx * one_hot(t, dx)],
            "slope-twice": [lambda dx, x: dx * softmax(x) * (1 - softmax(x))],
            "no-default": [
                raises(TypeError("SoftmaxWithLoss.backward() missing 1 required positional argument: 'dout'"))
            ],
            "dout-not-taken": [
                raises(TypeError("SoftmaxWithLoss.backward() takes 1 positional argument but 2 were given"))
            ],
            **LOST_IN_T,
        },
    ),
    slips("dx for another dout", {"dout-ignored": [lambda dx: dx]}),
    slips(
        "dx of a second backward",
        {"cache-overwritten": [lambda dx, t, N: dx - one_hot(t, dx) / N, lambda dx, t: gradient(dx, t)]},
    ),
)

# -- questions -------------------------------------------------------------------------------------------------------


def not_this(got: Any, want: Any) -> str | None:
    """A rule in place of equality: the report must not give the right answer away."""
    return None if abs(got - want) < 0.011 else f"It is not {got:g}."


judging.question(
    "softmax.question-chance",
    {
        "probability": [1 / 5],
        "one-minus-p": [4 / 5],
        "sign": [np.round(-np.log(5), 2)],
        "summed": [np.round(20 * np.log(5), 2)],
        "another-logarithm/base-2": [np.round(np.log2(5), 2)],
        "another-logarithm/base-10": [np.round(np.log10(5), 2)],
        "samples-for-classes": [np.round(np.log(20), 2)],
        "zero": [0],
    },
    rule=not_this,
)
judging.question(
    "softmax.question-row",
    {
        "mean-forgotten": [0.82],
        "an-entry": [0.18, -0.18, 0.06, 0.12],
        "one-minus-p": [0.9],
        "not-the-label": [0.3, 0.6],
        "index": [1],
    },
    rule=not_this,
)
