"""Level 03, activations: what goes wrong in `Relu`."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.old import exercise
from checks.levels.activations.activations import (
    BACKWARD_BEHAVIOUR,
    EITHER,
    FORWARD_BEHAVIOUR,
    LEVEL,
    backward,
    entries,
    forward,
    forward_only,
    sigma,
    with_dout,
)
from checks.declaring.writing import Told, mistakes, over

# The first trial has no zero, so that the kink alone doesn't cost everything.
TRIALS = (dict(shape=(6,), zeros=0), dict(shape=(3, 4), zeros=2), dict(shape=(2, 3, 2, 4), zeros=5))


def inputs(rng: np.random.Generator, shape: tuple[int, ...], zeros: int) -> dict[str, Any]:
    """So many exact zeros, and two numbers of large size."""
    return with_dout(rng, shape, [400.0, -400.0, *[0.0] * zeros])


LEAKS = (0.001, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3)
WHICH_SIDE = "The wrong side passes: which numbers shall go through, and which become 0?"
ONLY_X = "Whether a gradient passes was decided on the way forward, by x. Of dout, both signs pass."

RELU_FORWARD: tuple[Told, ...] = (
    ("wrong-side", WHICH_SIDE, lambda g, r: np.minimum(g.x, 0)),
    (
        "mask-for-value",
        "This says where something passes, as 1 or 0. What passes there?",
        lambda g, r: np.sign(r.out),
        lambda g, r: g.x >= 0,
    ),
    ("sign-dropped", "The negative numbers lost their sign, but they went through.", lambda g, r: np.abs(g.x)),
    (
        "leaky",
        "On the negative side, a part of x leaks through. This ReLU is shut there: exactly 0.",
        *over(LEAKS, lambda g, r, leak: np.where(g.x > 0, g.x, leak * g.x)),
    ),
    (
        "cut-above",
        "Large numbers are cut off, too. ReLU has no upper end.",
        *over((1, 2, 6, 10, 100, 255), lambda g, r, top: np.clip(g.x, 0, top)),
    ),
    (
        "zero-by-zero",
        "Where x is 0 something is divided by 0. Nothing needs to be divided here.",
        lambda g, r: np.where(g.x == 0, np.nan, r.out),
    ),
    (
        "another-curve",
        "This is a smooth curve. ReLU has a corner, and right of it the number itself passes.",
        lambda g, r: np.logaddexp(0, g.x),
        lambda g, r: sigma(g.x),
        lambda g, r: g.x * sigma(g.x),
    ),
    *entries("out"),
    (
        "largest-along-an-axis",
        "One number was picked along an axis. Which function compares each entry with 0?",
        lambda g, r: g.x.max(axis=0),
    ),
    ("largest-along-an-axis", "One number was picked for the whole array.", lambda g, r: r.out.max()),
)

RELU_BACKWARD: tuple[Told, ...] = (
    ("mask-from-dout", ONLY_X, lambda g, r: np.maximum(g.dout, 0)),
    ("mask-from-both", ONLY_X, lambda g, r: np.maximum(r.dx, 0)),
    ("wrong-side", WHICH_SIDE, lambda g, r: g.dout * (g.x <= 0), lambda g, r: g.dout * (g.x < 0)),
    (
        "dout-ignored",
        "This is the slope, 1 or 0. What was handed down from above has to pass through it.",
        lambda g, r: g.x > 0,
        lambda g, r: g.x >= 0,
    ),
    (
        "gradient-at-zero",
        "It is wrong only where x is exactly 0. There the slope can be chosen, and this course chose: nothing passes.",
        lambda g, r: g.dout * (g.x >= 0),
        lambda g, r: g.dout * np.heaviside(g.x, 0.5),
        lambda g, r: np.where(g.x == 0, 1, r.dx),
    ),
    (
        "zero-by-zero",
        "Where x is 0, 0 is divided by 0. Nothing needs to be divided here.",
        lambda g, r: np.where(g.x == 0, np.nan, r.dx),
    ),
    (
        "leaky",
        "On the negative side, a part of dout leaks through. There out is 0 whatever x is: how large is its slope?",
        *over(LEAKS, lambda g, r, leak: np.where(g.x > 0, g.dout, leak * g.dout)),
    ),
    (
        "value-for-slope",
        "dout was multiplied by what passed forward. How fast does it grow when x grows?",
        lambda g, r: g.dout * g.x,
        lambda g, r: r.dx * g.x,
    ),
    (
        "handed-through",
        "This is dout as it came in. Where x was cut off forward, may anything pass on the way back?",
        lambda g, r: g.dout,
    ),
    ("forward-again", "This is what forward returns. backward hands on a gradient.", lambda g, r: g.x * (g.x > 0)),
    (
        "shared-by-all-layers",
        "This is what another layer let through, which worked in between. Where is it kept: with this layer alone?",
        lambda g, r: g.dout * (g.other_x > 0),
        lambda g, r: g.dout * (g.other_x >= 0),
    ),
    *entries("dx"),
)

exercise(
    "relu.forward",
    level=LEVEL,
    inputs=forward_only(inputs),
    trials=TRIALS,
    rows={"out": "the shape of x"},
    behaviour=FORWARD_BEHAVIOUR,
    mistakes=mistakes("out", *RELU_FORWARD, *EITHER),
)(forward)
exercise(
    "relu.backward",
    level=LEVEL,
    inputs=inputs,
    trials=TRIALS,
    rows={"dx": "the shape of x"},
    behaviour=BACKWARD_BEHAVIOUR,
    mistakes=mistakes("dx", *RELU_BACKWARD, *EITHER),
)(backward)
