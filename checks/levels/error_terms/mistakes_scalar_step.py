"""A step of the 2-2-1 net with single numbers: what goes wrong."""

from __future__ import annotations

from itertools import permutations
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.levels.error_terms import sheet
from checks.levels.error_terms.probes import NAMES
from checks.levels.error_terms.sheet import Cells, Groups, Wrong, with_ones, wrong_passes

judging = Judging(__name__)

GROUPS: Groups = {
    "all": (NAMES,),
    "out": (NAMES[:3],),
    "hidden": (NAMES[3:6], NAMES[6:]),
    "inputs": (NAMES[3:5], NAMES[6:8]),
    "outputs": (NAMES[:2],),
    "biases": (("b5",), ("b3",), ("b4",)),
}
"""Each hidden neuron may have a mistake alone."""


def old(g: SimpleNamespace) -> dict[str, Any]:
    return dict(zip(NAMES, g.weights, strict=True))


def new(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    """The nine weights after a step with wrong cells in it."""
    W = {"W_out": g.weights[:3].reshape(1, 3), "W_hidden": g.weights[3:].reshape(2, 3)}
    n = sheet.passed({**vars(g), **W}, wrong)
    return dict(zip(NAMES, g.weights - g.learning_rate * np.append(n.out, n.hidden), strict=True))


SWAP = [1, 0, 2]
"""The order of columns when the first two are exchanged."""
OTHER_X: Cells = {"in_hidden": lambda x1: x1[:, SWAP]}
OTHER_Y: Cells = {"in_out": lambda y1: y1[:, SWAP]}
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
        "net-for-what-came-in": [{"in_out": lambda net: with_ones(net)}],
        "inputs-at-the-output": [{"in_out": lambda x1: x1}],
    },
    "all": {
        "inputs-of-the-example": [{"x1": lambda: np.array([[-2, -1, 1]])}],
        "inputs-crossed": [CROSSED_X, {**CROSSED_X, **OTHER_X}],
        "hidden-outputs-crossed": [CROSSED_Y, {**CROSSED_Y, **OTHER_Y}],
        "biases-left-out": [sheet.NO_BIASES],
    },
    "biases": {
        "bias-gets-an-input": [
            *({"in_out": lambda y1, i=i: y1[:, [i] * 3], "in_hidden": lambda x1, i=i: x1[:, [i] * 3]} for i in (0, 1)),
            {"out": lambda d_out, W_out: d_out.T * W_out, "hidden": lambda d, W_hidden: d.T * W_hidden},
        ]
    },
}


def copied(weight: str, gradient: str) -> list[Slip]:
    """A line of the code in which a weight is moved by the gradient of another, in the row of either."""
    told = {"copied-line": [lambda g, r: old(g)[weight] - old(g)[gradient] + vars(r)[gradient]]}
    return [slip for row in (weight, gradient) for slip in slips(row, told, weight=weight, gradient=gradient)]


REVERSED = [raises(KeyError(f"w{i}{j}")) for j, i in ((3, 1), (3, 2), (4, 1), (4, 2), (5, 3), (5, 4))]

judging.exercise(
    "delta.scalar-step",
    *(wrong_passes(wrong, GROUPS, new) for wrong in (sheet.ANY_NET, WRONG, sheet.MOVED_FIRST)),
    sheet.wrong_updates(NAMES, old),
    *(copied(*pair) for pair in permutations(NAMES, 2)),
    slips(NAMES[0], {"names-reversed": REVERSED}),
)
