"""Level 03, activations: what goes wrong in `Sigmoid`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
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

# The first trial has no large number, so that an overflow alone doesn't cost everything.
TRIALS = (dict(shape=(6,), largest=4), dict(shape=(3, 4), largest=800), dict(shape=(2, 3, 2, 4), largest=1e5))


def inputs(rng: np.random.Generator, shape: tuple[int, ...], largest: float) -> dict[str, Any]:
    """A zero, and two numbers of the largest size."""
    return with_dout(rng, shape, [0.0, largest, -largest])


E_GREW = "exp of a number above 709 is inf, and inf / inf is nan."
OUT_NOT_X = "The rule for the slope is about out, the number that forward returned."
FALLS = "This falls where the sigmoid rises: look at the sign in the exponent."

SIGMOID_FORWARD: tuple[Told, ...] = (
    (
        "parentheses",
        "Some values are above 1. Division comes before addition: what stands below the line?",
        lambda g, r: 1 + np.exp(-g.x),
    ),
    (
        "overflow",
        f"{E_GREW} Which way to write the sigmoid never asks for exp of a large positive number?",
        lambda g, r: np.where(g.x > 709, np.nan, r.out),
        lambda g, r: np.where(g.x < -709, np.nan, r.out),
    ),
    (
        "nan-painted-over",
        "A large x should give 1. Was a nan replaced by a number? Better ask where it came from.",
        lambda g, r: np.where(g.x > 709, 0, r.out),
        lambda g, r: np.where(g.x > 709, 0.5, r.out),
    ),
    ("sign-in-the-exponent", FALLS, lambda g, r: 1 - r.out),
    (
        "minus-below",
        "At 0 this is 1 / 0. Which sign stands below the line?",
        lambda g, r: 1 / (1 - np.exp(-g.x)),
    ),
    (
        "another-curve",
        "It has the form of an S, but not from 0 to 1.",
        lambda g, r: np.tanh(g.x),
        lambda g, r: 2 * r.out - 1,
        lambda g, r: g.x / (1 + np.abs(g.x)),
    ),
    (
        "too-steep",
        "It is twice as steep, or half as steep, as it should be. Which factor stands before x in the exponent?",
        lambda g, r: sigma(2 * g.x),
        lambda g, r: sigma(g.x / 2),
    ),
    (
        "another-base",
        "The base of the power is another one. e belongs there, as in np.exp.",
        lambda g, r: 1 / (1 + 2.0**-g.x),
        lambda g, r: 1 / (1 + 10.0**-g.x),
        lambda g, r: 1 / (1 + 2.71**-g.x),
    ),
    (
        "clipped",
        "x was cut off so early that it shows. The sigmoid of 10 is still 0.00005 away from 1.",
        *over((1, 2, 3, 4, 5, 6, 7, 8, 9, 10), lambda g, r, end: sigma(np.clip(g.x, -end, end))),
    ),
    (
        "zero-left-out",
        "It is wrong only where x is 0. If you treat both signs apart, to which side does 0 belong?",
        lambda g, r: np.where(g.x == 0, 0, r.out),
        lambda g, r: np.where(g.x == 0, 1, r.out),
    ),
    ("rounded", "0 or 1 only: a sigmoid has all that lies between.", lambda g, r: g.x > 0, lambda g, r: g.x >= 0),
    ("slope-returned", "This is the slope, which is the business of backward.", lambda g, r: r.out * (1 - r.out)),
    (
        "shared-out",
        "The values sum to 1, as if the entries competed. Here each entry goes its way alone.",
        lambda g, r: np.exp(g.x - g.x.max()) / np.exp(g.x - g.x.max()).sum(),
        lambda g, r: np.exp(g.x) / np.exp(g.x).sum(),
    ),
    *entries("out")[:2],
)


def through(slope: Callable[[Any], Any], *bends: Callable[[Any], Any]) -> list[Formula]:
    """dout times a wrong slope, made from each of `bends` of x; from the right out if none are given."""
    return over(bends or (sigma,), lambda g, r, bend: g.dout * slope(bend(g.x)))


def hill(y: Any) -> Any:
    return y * (1 - y)


SIGMOID_BACKWARD: tuple[Told, ...] = (
    ("input-for-output", f"{OUT_NOT_X} Here x stands in its place.", *through(hill, lambda x: x)),
    (
        "sigmoid-twice",
        "The slope was made from a sigmoid of a sigmoid. Which number was put aside, and what was done to it then?",
        *through(hill, lambda x: sigma(sigma(x))),
    ),
    ("handed-through", "This is dout as it came in. How far is the gate open?", lambda g, r: g.dout),
    (
        "dout-ignored",
        "This is the slope alone. What was handed down from above has to pass through it.",
        lambda g, r: hill(sigma(g.x)),
    ),
    (
        "half-the-slope",
        "One of the two factors of the slope is missing.",
        *through(lambda y: y),
        *through(lambda y: 1 - y),
    ),
    ("sign-of-the-slope", "The curve rises everywhere. Which sign has its slope?", lambda g, r: -r.dx),
    (
        "another-slope",
        "This is the slope of another curve. At x = 0 the sigmoid's is 0.25.",
        *through(lambda y: 1 - y * y),
        *through(lambda y: y * y),
        *through(lambda y: y * (1 + y)),
    ),
    ("relu-for-sigmoid", "This is how ReLU lets gradients pass.", lambda g, r: g.dout * (g.x > 0)),
    (
        "sigmoid-of-dout",
        "Whether much passes depends on x. dout itself goes through no curve.",
        lambda g, r: g.dout * hill(sigma(g.dout)),
        lambda g, r: hill(sigma(g.dout)),
        lambda g, r: hill(g.dout),
    ),
    ("added", "The slope has to scale dout, not to be added to it.", lambda g, r: g.dout + hill(sigma(g.x))),
    (
        "overflow",
        f"{E_GREW} The slope can be made from out alone, with no exp in it. If it is: is out itself right?",
        lambda g, r: np.where(g.x > 709, np.nan, r.dx),
        lambda g, r: np.where(g.x < -709, np.nan, r.dx),
    ),
    (
        "out-is-wrong",
        "This would be right if forward had given the right out. Begin there.",
        *through(hill, lambda x: 1 + np.exp(-x), np.tanh, lambda x: sigma(2 * x)),
    ),
    (
        "shared-by-all-layers",
        "The slope is that of another layer, which worked in between. Where is it kept: with this layer alone?",
        lambda g, r: g.dout * hill(sigma(g.other_x)),
    ),
    *entries("dx")[:2],
)

exercise(
    "sigmoid.forward",
    level=LEVEL,
    inputs=forward_only(inputs),
    trials=TRIALS,
    rows={"out": "the shape of x"},
    behaviour=FORWARD_BEHAVIOUR,
    mistakes=mistakes("out", *SIGMOID_FORWARD, *EITHER),
)(forward)
exercise(
    "sigmoid.backward",
    level=LEVEL,
    inputs=inputs,
    trials=TRIALS,
    rows={"dx": "the shape of x"},
    behaviour=BACKWARD_BEHAVIOUR,
    mistakes=mistakes("dx", *SIGMOID_BACKWARD, *EITHER),
)(backward)
