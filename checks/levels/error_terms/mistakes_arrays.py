"""A step with arrays on one sample, and the gradients of a batch: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, refused
from checks.declaring.mistakes import Judging, slips
from checks.levels.error_terms import sheet
from checks.levels.error_terms.sheet import Cells, Groups, Wrong, with_ones, wrong_passes

judging = Judging(__name__)

WRONG: Wrong = {
    "all": {
        "mean-over-the-outputs": [{"N": lambda t: t.size}],
        "outputs-added-up": [{"d_out": lambda dE, f_out, N: np.ones_like(dE) * (dE * f_out / N).sum(1, keepdims=True)}],
        "biases-left-out": [{name: cell} for name, cell in sheet.NO_BIASES.items()] + [sheet.NO_BIASES],
        "net-handed-on": [{"y": lambda net: net}],
    },
    "out": {"biases-not-learned": [{"in_out": lambda y: with_ones(y, 0)}]},
    "hidden": {
        "biases-not-learned": [{"in_hidden": lambda x: with_ones(x, 0)}],
        "output-for-slope/hidden": [{"f": lambda y: y}],
        "W-not-turned/square": [
            {"sums": lambda d_out, W_out: d_out @ W_out[:, :-1].T},
            {"sums": lambda d_out, W_out: np.dot(d_out, W_out[:, :-1].T)},
        ],
        "own-weights-for-the-next": [
            {"sums": lambda d_out, W_hidden: d_out @ W_hidden[:, :-1]},
            {"sums": lambda d_out, W_hidden: d_out @ W_hidden[:, :-1].T},
        ],
        "another-column-left-out": [{"sums": lambda d_out, W_out: d_out @ W_out[:, 1:]}],
        "no-weights": [{"sums": lambda d_out: d_out.sum(axis=1, keepdims=True)}],
        "one-output-only": [
            {"sums": lambda d_out, W_out: d_out[:, :1] @ W_out[:1, :-1]},
            {"sums": lambda d_out, W_out: d_out[:, -1:] @ W_out[-1:, :-1]},
        ],
        "output-slope-lost": [{"sums": lambda dE, N, W_out: dE / N @ W_out[:, :-1]}],
        "own-output-for-what-came-in": [{"in_hidden": lambda y1: y1}],
    },
}
NOT_RETURNED: dict[str, list[Written]] = {"not-returned": [lambda: None]}

# The output layer comes first: the first wrong row from the error names the culprit.
STEP: Groups = {"all": [("W_out", "W_hidden")], "out": [("W_out",)], "hidden": [("W_hidden",)]}
BATCH: Groups = {"all": [("dW_out", "dW_hidden")], "out": [("dW_out",)], "hidden": [("dW_hidden",)]}


def new_weights(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    n = sheet.passed(vars(g), wrong)
    return {"W_out": g.W_out - g.learning_rate * n.out, "W_hidden": g.W_hidden - g.learning_rate * n.hidden}


STEP_RAISES = slips(
    "W_out",
    {
        "one-not-appended": [*refused(lambda g: (g.W_hidden, g.x)), *refused(lambda g: (g.W_out, np.zeros(g.H)))],
        "gradient-lacks-a-column": [lambda W_out: W_out - W_out[:, 1:], lambda W_hidden: W_hidden - W_hidden[:, 1:]],
        "number-too-many": [
            lambda H: np.zeros(H + 1) * np.zeros(H),
            lambda H: np.zeros(H) * np.zeros(H + 1),
            lambda W_hidden: W_hidden - np.vstack([W_hidden, W_hidden[:1]]),
            lambda W_out, H: W_out @ np.zeros(H + 2),
            lambda W_hidden, D: W_hidden @ np.zeros(D + 2),
        ],
        "W-not-turned": [
            *refused(lambda g: (g.W_out[:, :-1], np.zeros(g.M))),
            *refused(lambda g: (g.W_out, np.zeros(g.M))),
        ],
        "factors-exchanged": [lambda W_out: W_out - W_out.T, lambda W_hidden: W_hidden - W_hidden.T],
    },
)

judging.exercise(
    "delta.step",
    STEP_RAISES,
    *(wrong_passes(wrong, STEP, new_weights) for wrong in (sheet.MOVED_FIRST, sheet.ANY_NET, WRONG)),
    sheet.wrong_updates(("W_out", "W_hidden"), vars),
    *(slips(row, NOT_RETURNED) for row in ("W_out", "W_hidden")),
)


def gradients(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    n = sheet.passed(vars(g), wrong)
    return {"dW_out": n.out, "dW_hidden": n.hidden}


SAMPLES: dict[str, list[Written]] = {
    "mean-forgotten": [lambda dW, N: dW * N],
    "mean-twice": [lambda dW, N: dW / N],
    "one-sample-only": [lambda shares, N, i=i, k=k: shares[i] * N**k for i in (0, -1) for k in (0, 1)],
    "not-gathered": [lambda shares: shares, lambda shares, N: shares * N],
    "averaged-before-the-product": [lambda d, y, N, k=k: np.outer(d.sum(0), y.mean(0)) * N**k for k in (0, 1)],
    "factors-exchanged": [lambda dW: dW.T],
    "one-not-appended/column": [lambda dW: dW[:, :-1]],
    "biases-not-averaged": [lambda dW, N: dW * np.append(np.ones(dW.shape[1] - 1), N)],
}
"""What can only go wrong with a batch.  In a layer y came in, dW is right, and `shares` are those of the samples."""


def of_a_layer(formula: Written, row: str) -> Written:
    """A formula of SAMPLES for one of the rows."""

    def called(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        n = sheet.passed(vars(g), {})
        d, y = (n.d_out, n.in_out) if row == "dW_out" else (n.d, n.in_hidden)
        layer = {"d": d, "y": y, "shares": d[:, :, None] * y[:, None, :], "dW": vars(r)[row]}
        return sheet.computed(formula, {**layer, "N": g.N})

    return called


BATCH_RAISES = slips(
    "dW_out",
    {
        "one-row-for-a-batch": [
            *refused(lambda g: (g.W_hidden, np.append(g.x, 1))),
            lambda W_hidden, x: np.append(x, 1) @ W_hidden.T,
            lambda x: np.hstack([x, 1]),
            lambda x: np.append(x, 1, axis=1),
            lambda x, D: np.append(x, np.ones((1, D + 1)), axis=0),
        ],
        "samples-in-columns": [
            *refused(lambda g: (g.W_hidden, with_ones(g.x))),
            *refused(lambda g: (with_ones(g.x), g.W_hidden)),
            lambda W_hidden, x: W_hidden @ x,
        ],
        "one-not-appended": [
            *refused(lambda g: (g.x, g.W_hidden.T)),
            *refused(lambda g: (np.zeros((g.N, g.H)), g.W_out.T)),
        ],
        "number-too-many": [
            lambda N, H: np.zeros((N, H + 1)) * np.zeros((N, H)),
            lambda N, H: np.zeros((N, H)) * np.zeros((N, H + 1)),
        ],
        "W-not-turned": refused(lambda g: (np.zeros((g.N, g.M)), g.W_out[:, :-1].T)),
        "samples-do-not-meet": [
            *refused(lambda g: (np.zeros((g.N, g.M)), np.zeros((g.N, g.H + 1)))),
            *refused(lambda g: (np.zeros((g.N, g.H)), with_ones(g.x))),
            lambda N, M, H: np.zeros((N, M)) @ np.zeros((H + 1, N)),
        ],
    },
)

judging.exercise(
    "delta.batch",
    BATCH_RAISES,
    *(wrong_passes(wrong, BATCH, gradients) for wrong in (sheet.ANY_NET, WRONG)),
    sheet.spread(SAMPLES, ("dW_out", "dW_hidden"), of_a_layer),
    *(slips(row, NOT_RETURNED) for row in ("dW_out", "dW_hidden")),
)
