"""Level 09, third part: the error terms of a hidden layer, and the gradient of a layer's weights."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import exercise
from checks.levels.error_terms.error_terms import (
    LEVEL,
    NO_HIDDEN_SLOPE,
    SHORT_FORM,
    SLOPE_AT_Y,
    Arrays,
    sigmoid,
    signed,
    slope,
)
from checks.declaring.writing import gap, mistakes

# -- the error terms of a hidden layer -------------------------------------------------------------------------------


def hidden_layer(rng: np.random.Generator, H: int, M: int) -> Arrays:
    """W_out (M, H + 1), delta_out (M,), net_hidden (H,)."""
    net = signed(rng, H, 0.4, 2)
    return {"W_out": signed(rng, (M, H + 1)), "delta_out": signed(rng, M), "net_hidden": net}


TURN = (
    "Write the shapes beside each other: delta_out is (M,), W_out without its biases (M, H), and (H,) is wanted. "
    "Over which axis of W_out must the sum run?"
)
NO_BIAS = (
    "W_out has a column more than there are hidden neurons. What stands in it, and does anything lead from there "
    "further back?"
)
WRONG_COLUMN = "A column of W_out has to stay out, but the biases stand in the last one."
NO_WEIGHTS = "W_out is not in it. How much of each delta reaches a hidden neuron depends on the weight between them."
ONE_OUTPUT = "Only one output neuron was asked. A hidden neuron leads to all of them, and the ways add up."
NOT_SUMMED = "There is a number for each way from an output to a hidden neuron. A hidden neuron gathers its ways."
COLUMN_TIMES_ROW = (
    "A column (H, 1) times a row (H,) makes a table. Both belong to the same neurons: they need one shape, (H,)."
)


def turned(g: SimpleNamespace) -> Any:
    """The sums over the outputs, a bias column included, shape (H + 1,)."""
    return g.delta_out @ g.W_out


def ways(g: SimpleNamespace) -> Any:
    """What each output hands to each hidden neuron, shape (M, H)."""
    return g.delta_out[:, None] * g.W_out[:, :-1]


VECTOR_MISTAKES = mistakes(
    "delta_hidden",
    (
        "W-not-turned",
        TURN,
        lambda g, r: g.W_out[:, :-1] @ g.delta_out * slope(g.net_hidden),
        lambda g, r: np.dot(g.W_out[:, :-1], g.delta_out) * slope(g.net_hidden),
        lambda g, r: g.delta_out @ g.W_out[:, :-1].T * slope(g.net_hidden),
        lambda g, r: np.dot(g.delta_out, g.W_out[:, :-1].T) * slope(g.net_hidden),
        lambda g, r: g.W_out @ g.delta_out,
        lambda g, r: np.dot(g.W_out, g.delta_out),
        lambda g, r: (g.W_out[:, :-1] * g.delta_out).sum(axis=0) * slope(g.net_hidden),
        lambda g, r: ways(g).sum(axis=1) * slope(g.net_hidden),
    ),
    (
        "bias-column-kept",
        NO_BIAS,
        lambda g, r: turned(g) * slope(g.net_hidden),
        lambda g, r: slope(g.net_hidden) * turned(g),
        lambda g, r: turned(g) * slope(np.append(g.net_hidden, 1)),
        lambda g, r: turned(g),
    ),
    (
        "another-column-left-out",
        WRONG_COLUMN,
        lambda g, r: turned(g)[1:] * slope(g.net_hidden),
    ),
    (
        "row-left-out",
        f"A row of W_out was left out, so an output neuron is missing. {WRONG_COLUMN}",
        lambda g, r: g.W_out[:-1].T @ g.delta_out,
        lambda g, r: np.dot(g.W_out[:-1].T, g.delta_out),
        lambda g, r: g.delta_out @ g.W_out[:-1],
    ),
    ("slope-omitted", NO_HIDDEN_SLOPE, lambda g, r: turned(g)[:-1]),
    ("slope-of-y", SLOPE_AT_Y, lambda g, r: turned(g)[:-1] * slope(sigmoid(g.net_hidden))),
    ("net-for-y-in-the-slope", SHORT_FORM, lambda g, r: turned(g)[:-1] * g.net_hidden * (1 - g.net_hidden)),
    (
        "output-for-slope",
        "sigmoid was used where its slope belongs.",
        lambda g, r: turned(g)[:-1] * sigmoid(g.net_hidden),
        lambda g, r: turned(g)[:-1] * (1 - sigmoid(g.net_hidden)),
    ),
    (
        "slope-of-the-outputs",
        "The slopes that belong here are those of the hidden neurons; delta_out has its own in it already.",
        lambda g, r: turned(g)[:-1] * slope(g.delta_out),
        lambda g, r: (g.delta_out * slope(g.delta_out)) @ g.W_out[:, :-1] * slope(g.net_hidden),
    ),
    (
        "no-weights",
        NO_WEIGHTS,
        lambda g, r: g.delta_out.sum() * slope(g.net_hidden),
        lambda g, r: g.delta_out * slope(g.net_hidden),
    ),
    (
        "one-output-only",
        ONE_OUTPUT,
        lambda g, r: ways(g)[0] * slope(g.net_hidden),
        lambda g, r: ways(g)[-1] * slope(g.net_hidden),
    ),
    (
        "mean-for-the-sum",
        "It is M times too small: the ways to the outputs are added, not averaged.",
        lambda g, r: r.delta_hidden / g.M,
    ),
    (
        "delta-ignored",
        "The weights were added up as they are. What does each of them hand down?",
        lambda g, r: g.W_out[:, :-1].sum(axis=0) * slope(g.net_hidden),
    ),
    (
        "not-gathered",
        NOT_SUMMED,
        lambda g, r: ways(g) * slope(g.net_hidden),
        lambda g, r: (ways(g) * slope(g.net_hidden)).T,
        lambda g, r: ways(g),
    ),
    (
        "all-added-up",
        "Everything was added up. Each hidden neuron has an error term of its own.",
        lambda g, r: r.delta_hidden.sum(),
    ),
    (
        "column-times-row",
        COLUMN_TIMES_ROW,
        lambda g, r: turned(g)[:-1, None] * slope(g.net_hidden),
        lambda g, r: turned(g)[:-1] * slope(g.net_hidden)[:, None],
    ),
    ("not-returned", "It may be computed, but it is not handed out.", lambda g, r: None),
)


@exercise(
    "delta.vector",
    level=LEVEL,
    expects="function",
    inputs=hidden_layer,
    trials=(dict(H=3, M=2), dict(H=2, M=4), dict(H=3, M=3)),
    rows={"delta_hidden": "one for each hidden neuron"},
    behaviour={
        "change in a second call": "The same arguments must give the same: is something left from the first call?"
    },
    mistakes=VECTOR_MISTAKES,
)
def vector(delta_hidden_layer: Any, W_out: Any, delta_out: Any, net_hidden: Any) -> Iterator[tuple[str, Any]]:
    """The error terms, twice.  In the last trial the weights are square, so that numpy refuses no product."""
    first = delta_hidden_layer(W_out, delta_out, net_hidden)
    yield "delta_hidden", first
    yield "change in a second call", gap(first, delta_hidden_layer(W_out, delta_out, net_hidden))


# -- the gradient of a layer's weights -------------------------------------------------------------------------------


def layer_inputs(rng: np.random.Generator, D: int, M: int) -> Arrays:
    """delta (M,), y (D,)."""
    return {"delta": signed(rng, M), "y": signed(rng, D)}


def with_one(g: SimpleNamespace) -> Any:
    return np.append(g.y, 1)


EVERY_PAIR = (
    "Each error term has to meet everything that came in: a table of products. `*` and `@` on two plain rows don't "
    "make one."
)

WEIGHT_MISTAKES = mistakes(
    "gradient",
    (
        "one-not-appended",
        "A column is missing: the biases. What comes in along a bias?",
        lambda g, r: np.outer(g.delta, g.y),
    ),
    (
        "factors-exchanged",
        "Rows and columns are exchanged. A row of W is a neuron of this layer: whose numbers count the rows?",
        lambda g, r: r.gradient.T,
        lambda g, r: np.outer(g.y, g.delta),
    ),
    (
        "one-in-front",
        "The biases stand in the last column of W. Where does the 1 have to stand?",
        lambda g, r: np.outer(g.delta, np.append(1, g.y)),
    ),
    (
        "one-appended-to-delta",
        "The 1 belongs to what comes in. Here a neuron was added instead.",
        lambda g, r: np.outer(np.append(g.delta, 1), g.y),
    ),
    (
        "zero-appended",
        "The last column is 0, so no bias would ever learn. What is a bias multiplied by on the way forward?",
        lambda g, r: np.outer(g.delta, np.append(g.y, 0)),
    ),
    (
        "ones-for-the-biases",
        "The last column is 1 throughout, whatever the error terms are.",
        lambda g, r: np.column_stack([np.outer(g.delta, g.y), np.ones(g.M)]),
    ),
    (
        "one-appended-twice",
        "There is a column too many: the 1 was appended twice.",
        lambda g, r: np.outer(g.delta, np.append(g.y, [1, 1])),
    ),
    (
        "entry-by-entry",
        EVERY_PAIR,
        lambda g, r: g.delta * with_one(g),
        lambda g, r: g.delta * g.y,
        lambda g, r: g.delta @ with_one(g),
        lambda g, r: g.delta @ g.y,
        lambda g, r: np.dot(g.delta, with_one(g)),
        lambda g, r: np.dot(g.delta, g.y),
        lambda g, r: with_one(g) @ g.delta,
    ),
    (
        "not-wrapped-for-append",
        "np.append takes the array and what to append, and hands out a new array.",
        lambda g, r: g.y.append(1),
    ),
    (
        "slope-again",
        "A slope was multiplied in. The error term has it already, and nothing comes between net and weight.",
        lambda g, r: np.outer(g.delta, with_one(g)) * slope(with_one(g)),
        lambda g, r: np.outer(g.delta, with_one(g)) * with_one(g) * (1 - with_one(g)),
        lambda g, r: np.outer(g.delta, np.append(slope(g.y), 1)),
        lambda g, r: np.outer(g.delta, np.append(g.y * (1 - g.y), 1)),
        lambda g, r: np.outer(slope(g.delta), with_one(g)),
        lambda g, r: np.outer(g.delta * slope(g.delta), with_one(g)),
    ),
    (
        "minus",
        "The minus comes in when the weights are updated, not before.",
        lambda g, r: -r.gradient,
    ),
    (
        "flat",
        "All products are there, in one long row. Which shape has W?",
        lambda g, r: r.gradient.ravel(),
    ),
    ("not-returned", "It may be computed, but it is not handed out.", lambda g, r: None),
)


@exercise(
    "delta.weights",
    level=LEVEL,
    expects="function",
    inputs=layer_inputs,
    trials=(dict(D=3, M=2), dict(D=2, M=5), dict(D=3, M=4)),
    rows={"gradient": "one row per neuron, biases in the last column"},
    behaviour={
        "change of the gradient by later calls": "What was handed out changed when its arguments did, or when the "
        "function was called again: make a new array in every call."
    },
    mistakes=WEIGHT_MISTAKES,
)
def weights(weight_gradient: Any, delta: Any, y: Any) -> Iterator[tuple[str, Any]]:
    """The gradient; the same once its arguments hold something else.  In the last trial it is square."""
    yield "gradient", weight_gradient(delta, y)
    others = delta.copy(), y.copy()
    gradient = weight_gradient(*others)
    before = snapshot(gradient)
    for value in others:
        value[...] = 0.5
    weight_gradient(*others)
    yield "change of the gradient by later calls", gap(before, gradient)
