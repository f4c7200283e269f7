"""A step with arrays on one sample, and the gradients of a batch: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, named, refused
from checks.declaring.mistakes import Judging, slips
from checks.levels.error_terms.sheet import (
    ANY_NET,
    MOVED_FIRST,
    NO_BIASES,
    Cells,
    Wrong,
    passed,
    spread,
    with_ones,
    wrong_passes,
    wrong_updates,
)

judging = Judging(__name__)


ANY_LAYERS: Wrong = {
    "all": {
        "mean-over-the-outputs": [{"N": lambda t: t.size}],
        "outputs-added-up": [
            {"d_out": lambda dE, f_out, N: (dE * f_out / N).sum(axis=1, keepdims=True) * np.ones_like(dE)}
        ],
        "biases-left-out": [{name: cell} for name, cell in NO_BIASES.items()] + [NO_BIASES],
        "net-handed-on": [{"y": lambda net: net}],
    },
    "out": {"biases-not-learned": [{"out": lambda d_out, y: d_out.T @ with_ones(y, 0)}]},
    "hidden": {
        "biases-not-learned": [{"hidden": lambda d, x: d.T @ with_ones(x, 0)}],
        "output-for-slope/hidden": [{"f": lambda y: y}],
        "W-not-turned/square": [
            {"sums": lambda d_out, W_out, dot=dot: dot(d_out, W_out[:, :-1].T)} for dot in (np.matmul, np.dot)
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
        "own-output-for-what-came-in": [{"hidden": lambda d, y1: d.T @ y1}],
    },
}


def groups(out: str, hidden: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows in which a mistake shows.  The output layer comes first: the first wrong row names the culprit."""
    return {"all": [(out, hidden)], "out": [(out,)], "hidden": [(hidden,)]}


# -- a step ----------------------------------------------------------------------------------------------------------


def new_weights(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    n = passed(g, wrong)
    return {"W_out": g.W_out - g.learning_rate * n.out, "W_hidden": g.W_hidden - g.learning_rate * n.hidden}


STEP = groups("W_out", "W_hidden")
NOT_RETURNED: dict[str, list[Written]] = {"not-returned": [lambda: None]}

judging.exercise(
    "delta.step",
    slips(
        "W_out",
        {
            "one-not-appended": [
                *refused(lambda g: (g.W_hidden, g.x)),
                *refused(lambda g: (g.W_out, np.zeros(g.H))),
            ],
            "gradient-lacks-a-column": [
                lambda W_out: W_out - W_out[:, :-1],
                lambda W_hidden: W_hidden - W_hidden[:, :-1],
            ],
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
    ),
    wrong_passes(MOVED_FIRST, STEP, new_weights),
    wrong_passes(ANY_NET, STEP, new_weights),
    wrong_passes(ANY_LAYERS, STEP, new_weights),
    wrong_updates(("W_out", "W_hidden"), vars),
    slips("W_out", NOT_RETURNED),
    slips("W_hidden", NOT_RETURNED),
)

# -- a batch ---------------------------------------------------------------------------------------------------------


def gradients(g: SimpleNamespace, wrong: Cells) -> dict[str, Any]:
    n = passed(g, wrong)
    return {"dW_out": n.out, "dW_hidden": n.hidden}


BATCH = groups("dW_out", "dW_hidden")
SAMPLES: dict[str, list[Written]] = {
    "mean-forgotten": [lambda dW, N: dW * N],
    "mean-twice": [lambda dW, N: dW / N],
    "one-sample-only": [
        lambda shares: shares[0],
        lambda shares, N: shares[0] * N,
        lambda shares: shares[-1],
        lambda shares, N: shares[-1] * N,
    ],
    "not-gathered": [lambda shares: shares, lambda shares, N: shares * N],
    "averaged-before-the-product": [
        lambda d, came_in: np.outer(d.sum(axis=0), came_in.mean(axis=0)),
        lambda d, came_in: np.outer(d.sum(axis=0), came_in.sum(axis=0)),
    ],
    "factors-exchanged": [lambda dW: dW.T],
    "one-not-appended/column": [lambda dW: dW[:, :-1]],
    "biases-not-averaged": [lambda dW, N: dW * np.append(np.ones(dW.shape[1] - 1), N)],
}
"""What can only go wrong with a batch: of a layer dW is the right gradient, `shares` has those of the samples."""


def of_a_layer(formula: Written, row: str) -> Written:
    """A formula of SAMPLES for one of the rows."""

    def called(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        n = passed(g, {})
        d, came_in = (n.d_out, n.y1) if row == "dW_out" else (n.d, n.x1)
        layer = {"d": d, "came_in": came_in, "shares": d[:, :, None] * came_in[:, None, :], "dW": vars(r)[row]}
        return named(formula)(SimpleNamespace(**layer, N=g.N), SimpleNamespace())

    return lambda g, r: called(g, r)


judging.exercise(
    "delta.batch",
    slips(
        "dW_out",
        {
            "one-row-for-a-batch": [
                lambda W_hidden, x: W_hidden @ np.append(x, 1),
                lambda W_hidden, x: np.append(x, 1) @ W_hidden.T,
                lambda W_hidden, x: np.dot(W_hidden, np.append(x, 1)),
                lambda x: np.hstack([x, 1]),
                lambda x, N: np.hstack([x, np.ones(N)]),
                lambda x: np.append(x, 1, axis=1),
                lambda x, N: np.append(x, np.ones(N), axis=1),
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
    ),
    wrong_passes(ANY_NET, BATCH, gradients),
    wrong_passes(ANY_LAYERS, BATCH, gradients),
    spread(SAMPLES, ("dW_out", "dW_hidden"), of_a_layer),
    slips("dW_out", NOT_RETURNED),
    slips("dW_hidden", NOT_RETURNED),
)
