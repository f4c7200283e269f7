"""`LinearLayer`: what goes wrong."""

from __future__ import annotations

import numpy as np

from checks.declaring.formulas import lacking, refused, undefined
from checks.declaring.mistakes import Judging, slips
from checks.declaring.probes import Array
from checks.levels.gender.following import following
from checks.probing import Missing

judging = Judging(__name__)

UNDEFINED = undefined("W", "activation", "net", "f", "df", "x", "delta")


def with_one(x: Array) -> Array:
    """The inputs with the input of the biases behind them."""
    return np.append(x, 1.0)


def net(W: Array, x: Array) -> Array:
    """The weighted sums, (M,)."""
    return W @ with_one(x)


judging.exercise(
    "gender.linear-layer-forward",
    slips(
        "y",
        {
            "bias-forgotten": [lambda W, x, activation: activation.f(W[:, :-1] @ x)],
            "activation-forgotten": [net],
            "slope-for-activation": [lambda W, x, activation: activation.df(net(W, x))],
            "activation-twice": [lambda y, activation: activation.f(y)],
            "sigmoid-built-in": [lambda W, x: 1 / (1 + np.exp(-net(W, x)))],
            "bias-first": [lambda W, x, activation: activation.f(W @ np.append(1, x))],
            "bias-after-the-activation": [lambda W, x, activation: activation.f(W[:, :-1] @ x) + W[:, -1]],
            "bias-sign": [lambda W, x, activation: activation.f(net(W, x) - 2 * W[:, -1])],
            "one-not-appended": [*refused(lambda g: (g.W, g.x)), lambda W, x: W * x],
            "W-turned": [
                *refused(lambda g: (g.W.T, with_one(g.x))),
                *refused(lambda g: (with_one(g.x), g.W)),
                lambda W, x, activation: activation.f(with_one(x) @ W),
            ],
            "not-summed": [lambda W, x, activation: activation.f(W * with_one(x))],
            "a-column": [lambda y: y[:, None], lambda y: y[None, :]],
            "one-handed-out": [lambda y: with_one(y)],
            "y-not-returned": [lambda: None],
            "self-forgotten": UNDEFINED,
        },
    ),
)

WRONG_DELTAS = slips(
    "delta",
    {
        "slope-forgotten": [lambda dy: dy],
        "slope-at-y": [lambda W, x, dy, activation: dy * activation.df(activation.f(net(W, x)))],
        "slope-of-y-by-hand": [
            lambda W, x, dy, activation: dy * activation.f(net(W, x)) * (1 - activation.f(net(W, x)))
        ],
        "net-for-y": [lambda W, x, dy: dy * net(W, x) * (1 - net(W, x))],
        "activation-for-slope": [lambda W, x, dy, activation: dy * activation.f(net(W, x))],
        "dy-forgotten": [lambda delta, dy: delta / dy],
        "delta-sign": [lambda delta: -delta],
        "net-without-bias": [lambda W, x, dy, activation: dy * activation.df(W[:, :-1] @ x)],
        "activation-divided": [lambda W, x, dy, activation: dy / activation.df(net(W, x))],
        "delta-summed": [lambda delta: np.full_like(delta, delta.sum())],
    },
)
DELTA = slips(
    "delta",
    {
        "delta-of-the-inputs": [lambda dx: dx],
        "delta-not-kept": [lambda: None, lambda: Missing("LinearLayer", "delta")],
        "delta-a-column": [lambda delta: delta[:, None], lambda delta: delta[None, :]],
        "W-not-turned": [
            lambda W, delta: W[:, :-1] @ delta,
            lambda W, delta: np.dot(W[:, :-1], delta),
            lambda W, delta: delta * W[:, :-1],
            lambda W, delta: delta @ W[:, :-1].T,
        ],
        "W-not-turned/with-its-biases": [lambda W, delta: W @ delta, lambda W, delta: np.dot(W, delta)],
        "plain-product": [
            lambda delta, x: delta * with_one(x),
            lambda delta, x: delta @ with_one(x),
            lambda delta, x: np.dot(delta, with_one(x)),
            lambda delta, x: delta * x,
        ],
        "self-forgotten": UNDEFINED,
        "forward-kept-nothing": lacking("LinearLayer", "x", "net", "y", "inputs", "out"),
    },
)
DX = slips(
    "dx",
    {
        "bias-column-in-dx": [lambda delta, W: delta @ W],
        "wrong-column-left-out": [lambda delta, W: delta @ W[:, 1:]],
        "W-not-turned": [lambda W, delta: (W[:, :-1] * delta).sum(axis=1)],
        "W-left-out": [lambda x, delta: np.full_like(x, delta.sum())],
        "not-summed": [lambda delta, W: delta[:, None] * W[:, :-1]],
        "dy-for-delta": [lambda dy, W: dy @ W[:, :-1]],
        "dx-not-returned": [lambda: None],
        "delta-returned": [lambda delta: delta],
        "dW-returned": [lambda dW: dW],
        "all-returned": [lambda dx, dW: (dx, dW)],
        "inputs-for-weights": [lambda delta, x: delta.sum() * x],
    },
)
DW = slips(
    "dW",
    {
        "bias-not-learned": [lambda delta, x: np.outer(delta, x), lambda delta, x: np.outer(delta, np.append(x, 0))],
        "bias-first": [lambda delta, x: np.outer(delta, np.append(1, x))],
        "dW-turned": [lambda dW: dW.T],
        "dy-for-delta": [lambda dy, x: np.outer(dy, with_one(x))],
        "dW-from-the-output": [lambda delta, W, x, activation: np.outer(delta, with_one(activation.f(net(W, x))))],
        "dW-sign": [lambda dW: -dW],
        "weights-for-inputs": [lambda delta, W: delta[:, None] * W],
        "dx-for-delta": [lambda dx, x: np.outer(dx, with_one(x))],
        "dW-not-kept": [lambda: None, lambda: Missing("LinearLayer", "dW")],
        "shared-by-all-layers": [lambda delta, next_x: np.outer(delta, with_one(next_x))],
    },
)

judging.exercise(
    "gender.linear-layer-backward",
    WRONG_DELTAS,
    DELTA,
    DX,
    following(WRONG_DELTAS, "dx", lambda delta, W: delta @ W[:, :-1]),
    DW,
    following(WRONG_DELTAS, "dW", lambda delta, x: np.outer(delta, with_one(x))),
)
