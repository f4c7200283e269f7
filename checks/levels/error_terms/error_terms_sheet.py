"""Level 09: what a step with arrays and a batch share, above all the mistakes that both can hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Mistake
from checks.levels.error_terms.error_terms import (
    HALF,
    HIDDEN_SLOPE_AT_Y,
    NO_HIDDEN_SLOPE,
    NO_OUTPUT_SLOPE,
    OUTPUT_SLOPE_AT_Y,
    SHORT_FORM,
    UPHILL,
    Arrays,
    Cell,
    fill,
    sigmoid,
    signed,
    slope,
)
from checks.levels.error_terms.error_terms_layers import NO_BIAS, NO_WEIGHTS, ONE_OUTPUT, TURN

ROWS = ("out", "hidden")
"""The output layer first: the first wrong row from the error names the culprit."""


def layers(rng: np.random.Generator, D: int, H: int, M: int) -> Arrays:
    """W_hidden (H, D + 1), W_out (M, H + 1)."""
    return {"W_hidden": signed(rng, (H, D + 1), 0.3, 1), "W_out": signed(rng, (M, H + 1))}


def with_ones(rows: Any) -> Any:
    return np.hstack([rows, np.ones((len(rows), 1))])


CELLS: dict[str, Cell] = {
    "x1": lambda n: with_ones(n.x),
    "net": lambda n: n.x1 @ n.W_hidden.T,
    "y": lambda n: sigmoid(n.net),
    "y1": lambda n: with_ones(n.y),
    "net_out": lambda n: n.y1 @ n.W_out.T,
    "y_out": lambda n: sigmoid(n.net_out),
    "f_out": lambda n: slope(n.net_out),
    "f": lambda n: slope(n.net),
    "d_out": lambda n: -2 * (n.t - n.y_out) * n.f_out / len(n.x),
    "sums": lambda n: n.d_out @ n.W_out[:, :-1],
    "d": lambda n: n.sums * n.f,
    "out": lambda n: n.d_out.T @ n.y1,
    "hidden": lambda n: n.d.T @ n.x1,
}
"""A batch forward and back; `out` and `hidden` are the gradients of the two layers."""


def net_of(g: SimpleNamespace, wrong: Mapping[str, Cell]) -> SimpleNamespace:
    """Everything that a pass computes, with `wrong` cells in it; one sample is a batch of one."""
    given = SimpleNamespace(W_hidden=g.W_hidden, W_out=g.W_out, x=np.atleast_2d(g.x), t=np.atleast_2d(g.t))
    return fill(given, CELLS, wrong)


BIAS_GONE = (
    "The biases of this layer were left as they are, or got nothing. Which number comes in along a bias, and is it "
    "there on the way back?"
)
NO_BIAS_FORWARD = "The biases had no part in the forward pass."
MINUS_AND_2 = f"{UPHILL} {HALF}"
OWN_WEIGHTS = (
    "The error terms of the output layer came back along the weights of the hidden layer itself. Which weights lead "
    "from a hidden neuron to an output neuron?"
)
EXCHANGED = "Rows and columns of the gradient are exchanged. A row of W is a neuron: whose numbers must count the rows?"

Told = tuple[str, str, tuple[dict[str, Cell], ...], tuple[str, ...]]

SHARED: tuple[Told, ...] = (
    ("slope-omitted-at-the-output", NO_OUTPUT_SLOPE, ({"f_out": lambda n: 1},), ("out",)),
    ("slope-of-y-at-the-output", OUTPUT_SLOPE_AT_Y, ({"f_out": lambda n: slope(n.y_out)},), ROWS),
    ("net-for-y-in-the-slope", SHORT_FORM, ({"f_out": lambda n: n.net_out * (1 - n.net_out)},), ROWS),
    ("factor-2-forgotten", HALF, ({"d_out": lambda n: -(n.t - n.y_out) * n.f_out / len(n.x)},), ROWS),
    ("sign", UPHILL, ({"d_out": lambda n: 2 * (n.t - n.y_out) * n.f_out / len(n.x)},), ROWS),
    ("minus-and-2-forgotten", MINUS_AND_2, ({"d_out": lambda n: (n.t - n.y_out) * n.f_out / len(n.x)},), ROWS),
    (
        "mean-over-the-outputs",
        "The gradient is M times too small. The outputs of a sample are added up in E: is there a mean over them?",
        ({"d_out": lambda n: -2 * (n.t - n.y_out) * n.f_out / n.t.size},),
        ROWS,
    ),
    (
        "outputs-added-up",
        "All output neurons got the same error term. Each has a target, and so an error term, of its own.",
        ({"d_out": lambda n: (-2 * (n.t - n.y_out) * n.f_out / len(n.x)).sum(1, keepdims=True) * np.ones(n.t.shape)},),
        ROWS,
    ),
    ("biases-left-out", NO_BIAS_FORWARD, ({"net": lambda n: n.x @ n.W_hidden[:, :-1].T},), ROWS),
    ("biases-left-out", NO_BIAS_FORWARD, ({"net_out": lambda n: n.y @ n.W_out[:, :-1].T},), ROWS),
    (
        "biases-left-out",
        NO_BIAS_FORWARD,
        ({"net": lambda n: n.x @ n.W_hidden[:, :-1].T, "net_out": lambda n: n.y @ n.W_out[:, :-1].T},),
        ROWS,
    ),
    (
        "net-handed-on",
        "The output layer got the nets of the hidden neurons. What does a neuron hand on?",
        ({"y": lambda n: n.net},),
        ROWS,
    ),
    ("net-compared", "t was compared with the nets of the output layer.", ({"y_out": lambda n: n.net_out},), ROWS),
    ("biases-not-learned", BIAS_GONE, ({"out": lambda n: n.d_out.T @ n.y1 * bias_off(n.y1)},), ("out",)),
    ("biases-not-learned", BIAS_GONE, ({"hidden": lambda n: n.d.T @ n.x1 * bias_off(n.x1)},), ("hidden",)),
    ("slope-omitted-hidden", NO_HIDDEN_SLOPE, ({"f": lambda n: 1},), ("hidden",)),
    ("slope-of-y-hidden", HIDDEN_SLOPE_AT_Y, ({"f": lambda n: slope(n.y)},), ("hidden",)),
    ("net-for-y-in-the-slope", SHORT_FORM, ({"f": lambda n: n.net * (1 - n.net)},), ("hidden",)),
    (
        "output-for-slope",
        "The output of the hidden neurons was used where their slope belongs.",
        ({"f": lambda n: n.y},),
        ("hidden",),
    ),
    (
        "W-not-turned",
        TURN,
        (
            {"sums": lambda n: n.d_out @ n.W_out[:, :-1].T},
            {"sums": lambda n: np.dot(n.d_out, n.W_out[:, :-1].T)},
        ),
        ("hidden",),
    ),
    (
        "own-weights-for-the-next",
        OWN_WEIGHTS,
        (
            {"sums": lambda n: n.d_out @ n.W_hidden[:, :-1]},
            {"sums": lambda n: n.d_out @ n.W_hidden[:, :-1].T},
        ),
        ("hidden",),
    ),
    (
        "another-column-left-out",
        f"A column of W_out has to stay out on the way back, and it is not this one. {NO_BIAS}",
        ({"sums": lambda n: n.d_out @ n.W_out[:, 1:]},),
        ("hidden",),
    ),
    ("no-weights", NO_WEIGHTS, ({"sums": lambda n: n.d_out.sum(1, keepdims=True)},), ("hidden",)),
    (
        "one-output-only",
        ONE_OUTPUT,
        (
            {"sums": lambda n: n.d_out[:, :1] @ n.W_out[:1, :-1]},
            {"sums": lambda n: n.d_out[:, -1:] @ n.W_out[-1:, :-1]},
        ),
        ("hidden",),
    ),
    (
        "output-slope-lost",
        "The slopes of the output neurons are missing on the way further back. Which numbers of the output layer "
        "belong into the sum?",
        ({"sums": lambda n: (n.d_out / n.f_out) @ n.W_out[:, :-1]},),
        ("hidden",),
    ),
    (
        "own-output-for-what-came-in",
        "The error terms of the hidden layer met the outputs of the same layer. What came into it?",
        ({"hidden": lambda n: n.d.T @ n.y1},),
        ("hidden",),
    ),
)
"""Name, hint, the wrong cells of each way to make it, and the rows in which it shows: told in the first of them."""


def bias_off(came_in: Any) -> Any:
    """1 for every column, 0 for the last."""
    return np.append(np.ones(came_in.shape[1] - 1), 0)


def shared(formula: Any, rows: Mapping[str, str]) -> list[Mistake]:
    """The mistakes that both exercises know; `rows` names the row of each layer."""
    return [
        Mistake(name, rows[row], formula(row, wrong), hint if row == shown[0] else f"The same as in {rows[shown[0]]}.")
        for name, hint, ways, shown in SHARED
        for row in shown
        for wrong in ways
    ]
