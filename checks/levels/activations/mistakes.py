"""`Relu`, `Sigmoid` and two questions: what goes wrong."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, lacking, undefined
from checks.declaring.mistakes import Judging, slips

judging = Judging(__name__)

Told = dict[str, list[Written]]


def sigma(x: Any) -> Any:
    """The sigmoid of any x."""
    return (1 + np.tanh(x / 2)) / 2


def hill(y: Any) -> Any:
    """The slope of a sigmoid, from its output."""
    return y * (1 - y)


# -- what goes wrong in both layers ----------------------------------------------------------------------------------

KEPT = ("mask", "x", "out", "y", "slope")
EITHER: Told = {
    "one-decision-for-all": [lambda x: bool(x > 0)],
    "wrong-kind-of-max": [lambda x: np.max(0, x)],
    "math-for-one-number": [lambda x: math.exp(x)],
    "math-overflow": [lambda: math.exp(800)],
    "self-forgotten": undefined(*KEPT),
    "nothing-kept": [*lacking("Relu", *KEPT), *lacking("Sigmoid", *KEPT)],
}


def shapes(row: str) -> Told:
    """What goes wrong with the shape of a row."""
    return {"not-returned": [lambda: None], "flattened": [lambda r: vars(r)[row].ravel()]}


def dropped(row: str) -> Told:
    """Only what passes a ReLU is left of a row."""
    return {"entries-dropped": [lambda x, r: vars(r)[row][x > 0], lambda x, r: vars(r)[row][x >= 0]]}


# -- Relu ------------------------------------------------------------------------------------------------------------

LEAKS = (0.001, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3)
RELU_FORWARD: Told = {
    "wrong-side": [lambda x: np.minimum(x, 0)],
    "mask-for-value": [lambda out: np.sign(out), lambda x: x >= 0],
    "sign-dropped": [lambda x: np.abs(x)],
    "leaky": [lambda x, leak=leak: np.where(x > 0, x, leak * x) for leak in LEAKS],
    "cut-above": [lambda x, top=top: np.clip(x, 0, top) for top in (1, 2, 6, 10, 100, 255)],
    "zero-by-zero": [lambda x, out: np.where(x == 0, np.nan, out)],
    "another-curve": [lambda x: np.logaddexp(0, x), sigma, lambda x: x * sigma(x)],
    **shapes("out"),
    **dropped("out"),
    "largest-along-an-axis": [lambda x: x.max(axis=0)],
    "largest-along-an-axis/whole-array": [lambda out: out.max()],
}
RELU_BACKWARD: Told = {
    "mask-from-dout": [lambda dout: np.maximum(dout, 0)],
    "mask-from-both": [lambda dx: np.maximum(dx, 0)],
    "wrong-side": [lambda x, dout: dout * (x <= 0), lambda x, dout: dout * (x < 0)],
    "dout-ignored": [lambda x: x > 0, lambda x: x >= 0],
    "gradient-at-zero": [
        lambda x, dout: dout * (x >= 0),
        lambda x, dout: dout * np.heaviside(x, 0.5),
        lambda x, dx: np.where(x == 0, 1, dx),
    ],
    "zero-by-zero": [lambda x, dx: np.where(x == 0, np.nan, dx)],
    "leaky": [lambda x, dout, leak=leak: np.where(x > 0, dout, leak * dout) for leak in LEAKS],
    "value-for-slope": [lambda x, dout: dout * x, lambda x, dx: dx * x],
    "handed-through": [lambda dout: dout],
    "forward-again": [lambda x: x * (x > 0)],
    "shared-by-all-layers": [lambda other_x, dout: dout * (other_x > 0), lambda other_x, dout: dout * (other_x >= 0)],
    **shapes("dx"),
    **dropped("dx"),
}

judging.exercise("relu.forward", slips("out", {**RELU_FORWARD, **EITHER}))
judging.exercise("relu.backward", slips("dx", {**RELU_BACKWARD, **EITHER}))

# -- Sigmoid ---------------------------------------------------------------------------------------------------------

SIGMOID_FORWARD: Told = {
    "parentheses": [lambda x: 1 + np.exp(-x)],
    "overflow": [lambda x, out: np.where(x > 709, np.nan, out), lambda x, out: np.where(x < -709, np.nan, out)],
    "nan-painted-over": [lambda x, out: np.where(x > 709, 0, out), lambda x, out: np.where(x > 709, 0.5, out)],
    "sign-in-the-exponent": [lambda out: 1 - out],
    "minus-below": [lambda x: 1 / (1 - np.exp(-x))],
    "another-curve": [lambda x: np.tanh(x), lambda out: 2 * out - 1, lambda x: x / (1 + np.abs(x))],
    "too-steep": [lambda x: sigma(2 * x), lambda x: sigma(x / 2)],
    "another-base": [lambda x, base=base: 1 / (1 + base**-x) for base in (2.0, 10.0, 2.71)],
    "clipped": [lambda x, end=end: sigma(np.clip(x, -end, end)) for end in range(1, 11)],
    "zero-left-out": [lambda x, out: np.where(x == 0, 0, out), lambda x, out: np.where(x == 0, 1, out)],
    "rounded": [lambda x: x > 0, lambda x: x >= 0],
    "slope-returned": [lambda out: hill(out)],
    "shared-out": [
        lambda x: np.exp(x - x.max()) / np.exp(x - x.max()).sum(),
        lambda x: np.exp(x) / np.exp(x).sum(),
    ],
    **shapes("out"),
}
SIGMOID_BACKWARD: Told = {
    "input-for-output": [lambda x, dout: dout * hill(x)],
    "sigmoid-twice": [lambda x, dout: dout * hill(sigma(sigma(x)))],
    "handed-through": [lambda dout: dout],
    "dout-ignored": [lambda x: hill(sigma(x))],
    "half-the-slope": [lambda x, dout: dout * sigma(x), lambda x, dout: dout * (1 - sigma(x))],
    "sign-of-the-slope": [lambda dx: -dx],
    "another-slope": [
        lambda x, dout: dout * (1 - sigma(x) ** 2),
        lambda x, dout: dout * sigma(x) ** 2,
        lambda x, dout: dout * sigma(x) * (1 + sigma(x)),
    ],
    "relu-for-sigmoid": [lambda x, dout: dout * (x > 0)],
    "sigmoid-of-dout": [
        lambda dout: dout * hill(sigma(dout)),
        lambda dout: hill(sigma(dout)),
        lambda dout: hill(dout),
    ],
    "added": [lambda x, dout: dout + hill(sigma(x))],
    "overflow": [lambda x, dx: np.where(x > 709, np.nan, dx), lambda x, dx: np.where(x < -709, np.nan, dx)],
    "out-is-wrong": [
        lambda x, dout: dout * hill(1 + np.exp(-x)),
        lambda x, dout: dout * hill(np.tanh(x)),
        lambda x, dout: dout * hill(sigma(2 * x)),
    ],
    "shared-by-all-layers": [lambda other_x, dout: dout * hill(sigma(other_x))],
    **shapes("dx"),
}

judging.exercise("sigmoid.forward", slips("out", {**SIGMOID_FORWARD, **EITHER}))
judging.exercise("sigmoid.backward", slips("dx", {**SIGMOID_BACKWARD, **EITHER}))

# -- questions -------------------------------------------------------------------------------------------------------

judging.question("activations.question-blocked", {"loss-as-gate": [1], "sign-turned": [3], "dout-decides": [4]})
judging.question(
    "activations.question-five",
    {
        "one-layer": [256],
        "slopes-added": [1280, 204.8, 819.2],
        "largest-out": [32],
        "handed-through": [1024],
        "dout-forgotten": [0.25**5],
        "one-too-few": [4, 0.25],
    },
)
