"""`softmax`, `cross_entropy`, `SoftmaxWithLoss` and two questions: what goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.mistakes import Judging, Slip, seen_as, slips
from checks.declaring.probabilities import log_p, mean_loss, softmax
from checks.declaring.probes import Array

judging = Judging(__name__)


def shares(x: Array, shift: Any) -> Array:
    """Shares of exp within each row after taking off `shift`: nan where the shift does not keep exp in its range."""
    e = np.exp(x - shift)
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def with_p(told: Iterable[Slip], logits: str = "x") -> list[Slip]:
    """The same, with formulas that may name what follows from the input `logits`: x, p, `logs` (ln p), `hot` of t."""

    def seen(given: SimpleNamespace, right: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
        x = vars(given)[logits]
        known = {"x": x, "p": softmax(x), "logs": log_p(x), "hot": np.eye(given.C)[given.t]}
        return SimpleNamespace(**{**vars(given), **known}), right

    return seen_as(told, seen)


LOST_AXIS = {"lost-axis": [lambda x: x - x.max(axis=1)]}
LOST_IN_T = {**LOST_AXIS, "one-hot": [lambda t: t.argmax(axis=1)]}

P = slips(
    "p",
    {
        "whole-number-buffer": [lambda x, p: p.astype(x.dtype)],
        "shift-too-small": [lambda x, of=of: shares(x, of(x, axis=1, keepdims=True)) for of in (np.mean, np.min)],
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
)

# ln p after taking off a shift, by way of p and of the logarithm of a sum: nan or inf where exp leaves its range.
LOGS = (
    lambda x, shift: np.log(shares(x, shift)),
    lambda x, shift: x - shift - np.log(np.exp(x - shift).sum(axis=1, keepdims=True)),
)
TINY = (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)
LOSS = slips(
    "loss",
    {
        "log-of-zero": [lambda p, t: mean_loss(np.log(p), t)],
        "one-shift-for-all": [lambda x, t, logs=logs: mean_loss(logs(x, x.max()), t) for logs in LOGS],
        "no-shift": [lambda x, t, logs=logs: mean_loss(logs(x, 0), t) for logs in LOGS],
        "epsilon": [lambda p, t, e=e, f=f: mean_loss(np.log(f(p, e)), t) for f in (np.add, np.maximum) for e in TINY],
        "summed": [lambda loss, N: loss * N],
        "one-for-each-sample": [lambda logs, t, N: -logs[np.arange(N), t]],
        "mean-of-the-table": [lambda loss, C: loss / C],
        "minus-missing": [lambda loss: -loss],
        "another-logarithm": [lambda loss, base=base: loss / np.log(base) for base in (2, 10)],
        "softmax-twice": [lambda p, t: mean_loss(log_p(p), t)],
        "logits-as-probabilities": [lambda x, t: mean_loss(np.log(x), t)],
        "only-the-label": [lambda x, t: mean_loss(x, t)],
        "own-guess": [lambda logs: -logs.max(axis=1).mean()],
        "every-label-in-every-row": [lambda logs, t: -logs[:, t].mean(), lambda logs, t, N: -logs[:, t].sum() / N],
        "labels-pick-rows": [lambda logs, t: -logs[t].mean()],
        "all-classes": [lambda logs: -logs.mean(), lambda logs, N: -logs.sum() / N],
        "labels-as-numbers": [lambda logs, t, N: -(t[:, None] * logs).sum() / N],
        "yes-or-no-formula": [lambda p, hot, N: -(hot * np.log(p) + (1 - hot) * np.log(1 - p)).sum() / N],
        "squares": [
            lambda p, hot: ((p - hot) ** 2).mean(),
            *(lambda p, hot, N, by=by: ((p - hot) ** 2).sum() / N / by for by in (1, 2)),
        ],
        **LOST_IN_T,
    },
)

BACKWARD = "SoftmaxWithLoss.backward()"
DX = slips(
    "dx",
    {
        "one-shift-for-all": [lambda x, hot, N: (shares(x, x.max()) - hot) / N],
        "no-shift": [lambda x, hot, N: (shares(x, 0) - hot) / N],
        "mean-forgotten": [lambda dx, N: dx * N],
        "mean-twice": [lambda dx, N: dx / N],
        "divided-by-classes": [lambda dx, N, C: dx * N / C, lambda dx, C: dx / C],
        "sign": [lambda dx: -dx],
        "label-not-used": [lambda p, N: p / N, lambda p: p],
        "every-label-in-every-row": [lambda p, t, N, C: (p - np.isin(np.arange(C), t)) / N],
        "labels-as-numbers": [lambda p, t, N: (p - t[:, None]) / N],
        "own-guess": [lambda p, N, C: (p - np.eye(C)[p.argmax(axis=1)]) / N],
        "logits-not-probabilities": [lambda x, hot, N: (x - hot) / N],
        "gradient-of-p": [lambda p, hot, N: -hot / p / N],
        "others-forgotten": [lambda dx, hot: dx * hot],
        "slope-twice": [lambda dx, p: dx * p * (1 - p)],
        "no-default": [raises(TypeError(f"{BACKWARD} missing 1 required positional argument: 'dout'"))],
        "dout-not-taken": [raises(TypeError(f"{BACKWARD} takes 1 positional argument but 2 were given"))],
        **LOST_IN_T,
    },
)
AGAIN = slips(
    "dx of a second backward",
    {"cache-overwritten": [lambda dx, hot, N: dx - hot / N, lambda dx, hot, N: (dx - hot) / N]},
)

judging.exercise("softmax.rows", P)
judging.exercise("softmax.cross-entropy", with_p(LOSS, "logits"))
judging.exercise("softmax.loss-forward", with_p(LOSS))
judging.exercise(
    "softmax.loss-backward",
    with_p(DX + AGAIN),
    slips("dx for another dout", {"dout-ignored": [lambda dx: dx]}),
)


def not_this(got: Any, want: Any) -> str | None:
    """A rule in place of equality: the report must not give the right answer away."""
    return None if abs(got - want) < 0.011 else f"It is not {got:g}."


CHANCE: dict[str, list[float]] = {
    "probability": [0.2],
    "one-minus-p": [0.8],
    "sign": [-1.61],
    "summed": [32.19],
    "another-logarithm/base-2": [2.32],
    "another-logarithm/base-10": [0.7],
    "samples-for-classes": [3],
    "zero": [0],
}
ROW: dict[str, list[float]] = {
    "mean-forgotten": [0.82],
    "an-entry": [0.18, -0.18, 0.06, 0.12],
    "one-minus-p": [0.9],
    "not-the-label": [0.3, 0.6],
    "index": [1],
}
judging.question("softmax.question-chance", CHANCE, rule=not_this)
judging.question("softmax.question-row", ROW, rule=not_this)
