"""A step of the 2-2-1 net with single numbers: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.levels.error_terms.probes import NAMES
from checks.levels.error_terms.sheet import (
    ANY_NET,
    MOVED_FIRST,
    NO_BIASES,
    Cells,
    Wrong,
    passed,
    with_ones,
    wrong_passes,
    wrong_updates,
)

judging = Judging(__name__)

GROUPS = {
    "all": (NAMES,),
    "out": (NAMES[:3],),
    "hidden": (NAMES[3:6], NAMES[6:]),
    "inputs": (NAMES[3:5], NAMES[6:8]),
    "outputs": (NAMES[:2],),
    "biases": (("b5",), ("b3",), ("b4",)),
}
"""The rows in which a mistake shows.  It is explained in the first one of a group: a neuron may have it alone."""


def old(g: SimpleNamespace) -> dict[str, Any]:
    return dict(zip(NAMES, g.weights, strict=True))


def new(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    """The new weights after a step with wrong cells."""
    W = {"W_out": g.weights[:3].reshape(1, 3), "W_hidden": g.weights[3:].reshape(2, 3)}
    n = passed(SimpleNamespace(**vars(g), **W), wrong)
    gradients = np.append(n.out, n.hidden)
    return dict(zip(NAMES, g.weights - g.learning_rate * gradients, strict=True))


SWAP = [1, 0, 2]
"""The order of columns when the first two are exchanged."""
OTHER_X: Cells = {"hidden": lambda d, x1: d.T @ x1[:, SWAP]}
OTHER_Y: Cells = {"out": lambda d_out, y1: d_out.T @ y1[:, SWAP]}
CROSSED_X: Cells = {"net": lambda x1, W_hidden: x1[:, SWAP] @ W_hidden.T}
CROSSED_Y: Cells = {"net_out": lambda y1, W_out: y1[:, SWAP] @ W_out.T}


WRONG: Wrong = {
    "hidden": {
        "own-weight-for-the-next": [{"sums": lambda d_out, W_hidden, i=i: d_out * W_hidden[:, i]} for i in (0, 1)],
        "weights-exchanged": [{"sums": lambda d_out, W_out: d_out @ W_out[:, [1, 0]]}],
        "weight-omitted": [{"sums": lambda d_out: d_out}],
        "error-of-y-handed-down": [
            {"sums": lambda dE, W_out: dE @ W_out[:, :-1]},
            {"sums": lambda f_out, W_out: f_out @ W_out[:, :-1]},
        ],
        "nothing-handed-down": [{"sums": lambda W_out: W_out[:, :-1]}],
    },
    "inputs": {
        "inputs-crossed": [OTHER_X],
        "own-output-for-what-came-in": [{"hidden": lambda d, y: np.repeat((d * y).T, 3, axis=1)}],
    },
    "outputs": {
        "hidden-outputs-crossed": [OTHER_Y],
        "net-for-what-came-in": [{"out": lambda d_out, net: d_out.T @ with_ones(net)}],
        "inputs-at-the-output": [{"out": lambda d_out, x1: d_out.T @ x1}],
    },
    "all": {
        "inputs-of-the-example": [{"x1": lambda: np.array([[-2, -1, 1]])}],
        "inputs-crossed": [CROSSED_X, {**CROSSED_X, **OTHER_X}],
        "hidden-outputs-crossed": [CROSSED_Y, {**CROSSED_Y, **OTHER_Y}],
        "biases-left-out": [NO_BIASES],
    },
    "biases": {
        "bias-gets-an-input": [
            *(
                {
                    "out": lambda d_out, y1, i=i: d_out.T @ y1[:, [i, i, i]],
                    "hidden": lambda d, x1, i=i: d.T @ x1[:, [i, i, i]],
                }
                for i in (0, 1)
            ),
            {"out": lambda d_out, W_out: d_out.T * W_out, "hidden": lambda d, W_hidden: d.T * W_hidden},
        ],
    },
}


def copied(row: str, weight: str, gradient: str) -> list[Slip]:
    """A line of the code in which a weight is moved by the gradient of another."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        return old(g)[weight] - (old(g)[gradient] - vars(r)[gradient])

    return slips(row, {"copied-line": [formula]}, weight=weight, gradient=gradient)


COPIED = [
    slip
    for row in NAMES
    for pair in [(one, row) for one in NAMES if one != row] + [(row, one) for one in NAMES if one != row]
    for slip in copied(row, *pair)
]
REVERSED = [raises(KeyError(f"w{i}{j}")) for j, i in ((3, 1), (3, 2), (4, 1), (4, 2), (5, 3), (5, 4))]

judging.exercise(
    "delta.scalar-step",
    wrong_passes(ANY_NET, GROUPS, new),
    wrong_passes(WRONG, GROUPS, new),
    wrong_passes(MOVED_FIRST, GROUPS, new),
    wrong_updates(NAMES, old),
    COPIED,
    slips(NAMES[0], {"names-reversed": REVERSED}),
)
