"""`TwoLayerNet` and its training: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written
from checks.declaring.mistakes import Judging, Slip, slips
from checks.declaring.probabilities import log_p, mean_loss
from checks.declaring.probes import Array
from checks.levels.two_layer_net.probes import PARAMETERS, logits_of

judging = Judging(__name__)

SPREAD: dict[str, list[Written]] = {
    "zero-weights": [lambda: 0],
    "scale-forgotten": [lambda scale: 1 / scale],
    "scale-squared": [lambda scale: scale],
    "scale-ignored": [lambda scale: 0.01 / scale],
    "uniform": [lambda: 0.3, lambda: 0.6],
}


def of_bias(name: str, inputs: str) -> dict[str, list[Written]]:
    """The mistakes of a bias whose neurons have that many inputs."""
    return {
        "bias-kept-an-axis": [lambda r: vars(r)[name][None, :], lambda r: vars(r)[name][:, None]],
        "bias-for-each-input": [lambda g: np.zeros(vars(g)[inputs])],
        "bias-of-ones": [lambda r: vars(r)[name] + 1],
    }


judging.exercise(
    "net.start",
    slips("shape of W1", {"axes-exchanged/W1": [lambda D, H: np.array([H, D])]}),
    slips("spread of W1", SPREAD),
    slips("shape of W2", {"axes-exchanged/W2": [lambda H, C: np.array([C, H])]}),
    slips("spread of W2", SPREAD),
    slips("b1", of_bias("b1", "D")),
    slips("b2", of_bias("b2", "H")),
)


def has_to_move(got: Any, want: Any) -> str | None:
    """The rule for a row that says whether something followed the params."""
    return None if got == want else "Numbers in the arrays of params were changed in place, and nothing followed."


judging.exercise(
    "net.forward",
    slips("logits follow params", {"params-copied": [lambda: 0]}),
    slips(
        "logits",
        {
            "softmax-in-predict": [lambda logits: np.exp(log_p(logits)), lambda logits: log_p(logits)],
            "relu-left-out": [lambda x, W1, b1, W2, b2: (x @ W1 + b1) @ W2 + b2],
            "relu-at-the-end": [
                lambda logits: np.maximum(logits, 0),
                lambda x, W1, b1, W2, b2: np.maximum((x @ W1 + b1) @ W2 + b2, 0),
            ],
            "classes-for-logits": [lambda logits: logits.argmax(axis=1)],
            "hidden-values-returned": [lambda x, W1, b1: x @ W1 + b1, lambda x, W1, b1: np.maximum(x @ W1 + b1, 0)],
        },
    ),
    slips(
        "loss",
        {
            "softmax-twice": [lambda logits, t: mean_loss(log_p(np.exp(log_p(logits))), t)],
            "logits-returned": [lambda logits: logits],
            "summed": [lambda loss, N: loss * N],
            "mean-twice": [lambda loss, N: loss / N],
        },
    ),
    slips(
        "accuracy",
        {
            "counted-not-divided": [lambda accuracy, N: accuracy * N],
            "percent": [lambda accuracy: accuracy * 100],
            "share-of-mistakes": [lambda accuracy: 1 - accuracy],
            "one-for-each-sample": [lambda logits, t: logits.argmax(axis=1) == t],
            "no-sample-right": [lambda: 0],
            "one-hot-labels": [lambda t: t.argmax(axis=1), lambda t: np.argmax(t, axis=1)],
            "over-the-samples": [lambda logits, t: logits.argmax(axis=0) == t],
        },
    ),
    rules={"logits follow params": has_to_move},
)


def past_the_relu(g: SimpleNamespace) -> Array:
    """The gradient at the hidden values, (N, H): that of the sums, too, when backward passes the ReLU by."""
    p = np.exp(log_p(logits_of(g.x, g.W1, g.b1, g.W2, g.b2)))
    gradient: Array = (p - np.eye(g.C)[g.t]) / g.N @ g.W2.T
    return gradient


def of_each(name: str, other: str) -> dict[str, list[Written]]:
    """The mistakes that every gradient can show; `other` is its counterpart in the other layer."""
    return {
        "exchanged": [lambda r: vars(r)[other]],
        "stale-cache": [lambda r: vars(r).get(f"{name}_of_the_next_batch")],
        "params-returned": [lambda g: vars(g)[name]],
        "uphill": [lambda r: -vars(r)[name]],
        "summed": [lambda r, N: vars(r)[name] * N],
        "mean-twice": [lambda r, N: vars(r)[name] / N],
        "zeros": [lambda g: np.zeros_like(vars(g)[name])],
    }


judging.exercise(
    "net.gradient",
    slips("loss follows params", {"params-copied": [lambda: 0]}),
    slips(
        "W1",
        {
            "relu-skipped-in-backward": [lambda g: g.x.T @ past_the_relu(g)],
            "layers-not-reversed": [lambda N, C, H, D: np.zeros((N, C)) @ np.zeros((H, D))],
            "loss-not-walked-back": [lambda x: x.T @ 1],  # Affine is handed the number 1
            **of_each("W1", "W2"),
        },
    ),
    slips("b1", {"relu-skipped-in-backward": [lambda g: past_the_relu(g).sum(axis=0)], **of_each("b1", "b2")}),
    slips("W2", of_each("W2", "W1")),
    slips("b2", of_each("b2", "b1")),
    rules={"loss follows params": has_to_move},
)

STEPS: dict[str, list[Written]] = {
    "uphill": [lambda p, d, rate: p + rate * d],
    "rate-forgotten": [lambda p, d, rate: p - d],
    "divided-by-the-rate": [lambda p, d, rate: p - d / rate],
    "start-forgotten": [lambda p, d, rate: -rate * d, lambda p, d, rate: rate * d, lambda p, d, rate: d],
    "step-in-proportion": [lambda p, d, rate: p * (1 - rate * d)],
    "rate-subtracted": [lambda p, d, rate: p - d - rate],
}
"""What becomes of a parameter p with the gradient d."""


def of_step(name: str) -> list[Slip]:
    """The mistakes that every parameter can show."""

    def step(way: Written) -> Written:
        return lambda g: way(vars(g)[name], vars(g)[f"d{name}"], g.learning_rate)

    told = {"rebound" if name[0] == "W" else "bias-not-updated": [lambda p, d, rate: p], **STEPS}
    return slips(name, {key: map(step, ways) for key, ways in told.items()})


judging.exercise(
    "net.update",
    # The first gradient of the dict is that of b2.
    slips("W1", {"paired-by-position": [lambda W1, db2: np.subtract(W1, db2, out=W1.copy())]}),
    *map(of_step, PARAMETERS),
)

judging.exercise(
    "net.train-epoch",
    slips(
        "sizes of the batches",
        {
            "short-batch-left-out": [lambda N, batch_size: np.full(N // batch_size, batch_size)],
            "whole-set-in-every-batch": [lambda N, batch_size: np.full(-(-N // batch_size), N)],
            "one-batch-only": [lambda sizes_of_the_batches: sizes_of_the_batches[:1]],
            "one-sample-a-batch": [lambda N: np.ones(N)],
        },
    ),
    slips("first pixel of each sample", {"order-ignored": [lambda x: x[:, 0]]}),
    slips("label of each sample", {"labels-left-behind": [lambda t: t], "indices-for-labels": [lambda order: order]}),
    slips("W1 after the epoch", {"params-not-reached": [lambda W1: W1]}),
    slips(
        "losses",
        {
            "loss-after-the-update": [lambda losses, learning_rate: losses * (1 - learning_rate) ** 2],
            "one-number-for-the-epoch": [
                lambda losses: losses.mean(),
                lambda losses: losses.sum(),
                lambda losses: losses[-1],
                lambda losses: losses[0],
            ],
        },
    ),
)

judging.question("net.question-zero", {"all-four": [1], "W2-too": [2], "none": [4]})
judging.question(
    "net.question-updates",
    {
        "short-batch-left-out": [71],
        "a-fraction": [71.85],
        "one-sample-a-batch": [1437],
        "size-for-number": [20],
        "epoch-for-batch": [1],
    },
)
