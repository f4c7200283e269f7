"""Level 09, last part: the gradients of a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.error_terms.error_terms import LEVEL, Arrays, Cell, signed, targets
from checks.levels.error_terms.error_terms_sheet import EXCHANGED, layers, net_of, shared, with_ones
from checks.levels.error_terms.error_terms_step import LEFT_IN_Y, NO_ONE
from checks.probing import unpack
from checks.declaring.writing import mistakes


def batch(rng: np.random.Generator, N: int, D: int, H: int, M: int) -> Arrays:
    """Both layers, x (N, D), t (N, M)."""
    return {**layers(rng, D, H, M), "x": signed(rng, (N, D)), "t": targets(rng, (N, M))}


def gradient(row: str, wrong: Mapping[str, Cell]) -> Formula:
    """The gradient of a layer's weights with `wrong` cells on the way to it."""
    return lambda g, r: vars(net_of(g, wrong))[row]


MEAN_MISSING = "It is N times too large. E is a mean over the samples: in which factor does that show first?"
MEAN_TWICE = "It is N times too small: the mean over the samples was taken twice."
GATHER = "All samples used the same W. What becomes of their shares?"


def rows_of_the_batch(row: str) -> tuple[tuple[Any, ...], ...]:
    """What can only go wrong with a batch; `row` is "out" or "hidden"."""
    d, came_in, name = ("d_out", "y1", "dW_out") if row == "out" else ("d", "x1", "dW_hidden")

    def shares(g: SimpleNamespace) -> Any:
        n = vars(net_of(g, {}))
        return n[d][:, :, None] * n[came_in][:, None, :]

    def averaged(g: SimpleNamespace) -> Any:
        n = vars(net_of(g, {}))
        return np.outer(n[d].sum(axis=0), n[came_in].mean(axis=0))

    again = "" if row == "out" else "The same as in dW_out."
    return (
        ("mean-forgotten", again or MEAN_MISSING, lambda g, r: vars(r)[name] * g.N),
        ("mean-twice", again or MEAN_TWICE, lambda g, r: vars(r)[name] / g.N),
        (
            "one-sample-only",
            again or f"This is the share of one sample. {GATHER}",
            *(lambda g, r, i=i, k=k: shares(g)[i] * (g.N if k else 1) for i in (0, -1) for k in (0, 1)),
        ),
        (
            "not-gathered",
            again or f"There is a gradient for each sample. {GATHER}",
            lambda g, r: shares(g),
            lambda g, r: shares(g) * g.N,
        ),
        (
            "averaged-before-the-product",
            again
            or "The samples were averaged first and multiplied later. An error term of a sample belongs to what "
            "came in for that sample.",
            lambda g, r: averaged(g),
            lambda g, r: averaged(g) * g.N,
        ),
        (
            "factors-exchanged",
            again or EXCHANGED,
            lambda g, r: vars(r)[name].T,
        ),
        (
            "one-not-appended",
            again or "A column is missing: the biases. What comes in along a bias, for every sample?",
            lambda g, r: vars(r)[name][:, :-1],
        ),
        (
            "biases-not-averaged",
            again or "The last column is N times too large, the others are right.",
            lambda g, r: vars(r)[name] * np.append(np.ones(vars(r)[name].shape[1] - 1), g.N),
        ),
        ("not-returned", "It may be computed, but it is not handed out.", lambda g, r: None),
    )


ONES_COLUMN = (
    "x is (N, D), and each of its N rows needs a 1 at its end. np.append without an axis makes one long row of "
    "everything."
)

BATCH_RAISES = mistakes(
    "dW_out",
    (
        "one-row-for-a-batch",
        ONES_COLUMN,
        lambda g, r: g.W_hidden @ np.append(g.x, 1),
        lambda g, r: np.append(g.x, 1) @ g.W_hidden.T,
        lambda g, r: np.dot(g.W_hidden, np.append(g.x, 1)),
        lambda g, r: np.hstack([g.x, 1]),
        lambda g, r: np.hstack([g.x, np.ones(g.N)]),
        lambda g, r: np.append(g.x, 1, axis=1),
        lambda g, r: np.append(g.x, np.ones(g.N), axis=1),
        lambda g, r: np.append(g.x, np.ones((1, g.D + 1)), axis=0),
    ),
    (
        "samples-in-columns",
        "A row of x is a sample, and a row of W is a neuron, so both have what comes in along their columns. Which "
        "of them has to be turned before a product?",
        lambda g, r: g.W_hidden @ with_ones(g.x),
        lambda g, r: with_ones(g.x) @ g.W_hidden,
        lambda g, r: np.dot(g.W_hidden, with_ones(g.x)),
        lambda g, r: np.dot(with_ones(g.x), g.W_hidden),
        lambda g, r: g.W_hidden @ g.x,
    ),
    (
        "one-not-appended",
        f"{NO_ONE} Every sample needs it.",
        lambda g, r: g.x @ g.W_hidden.T,
        lambda g, r: np.dot(g.x, g.W_hidden.T),
        lambda g, r: np.zeros((g.N, g.H)) @ g.W_out.T,
        lambda g, r: np.dot(np.zeros((g.N, g.H)), g.W_out.T),
    ),
    (
        "number-too-many",
        LEFT_IN_Y,
        lambda g, r: np.zeros((g.N, g.H + 1)) * np.zeros((g.N, g.H)),
        lambda g, r: np.zeros((g.N, g.H)) * np.zeros((g.N, g.H + 1)),
    ),
    (
        "W-not-turned",
        "Write the shapes beside each other: the error terms are (N, M), W_out without its biases (M, H), and (N, H) "
        "is wanted. Which way round must W_out stand here?",
        lambda g, r: np.zeros((g.N, g.M)) @ g.W_out[:, :-1].T,
        lambda g, r: np.dot(np.zeros((g.N, g.M)), g.W_out[:, :-1].T),
    ),
    (
        "samples-do-not-meet",
        "The axis of the samples met an axis of neurons. Write the shapes of both factors beside each other. Should "
        "the sum run over the samples, and which factor then has to be turned? Or is a factor on the wrong side?",
        lambda g, r: np.zeros((g.N, g.M)) @ with_ones(np.zeros((g.N, g.H))),
        lambda g, r: np.zeros((g.N, g.H)) @ with_ones(g.x),
        lambda g, r: np.dot(np.zeros((g.N, g.H)), with_ones(g.x)),
        lambda g, r: np.zeros((g.N, g.M)) @ with_ones(np.zeros((g.N, g.H))).T,
        lambda g, r: np.dot(np.zeros((g.N, g.M)), with_ones(np.zeros((g.N, g.H)))),
    ),
)


@exercise(
    "delta.batch",
    level=LEVEL,
    expects="function",
    inputs=batch,
    trials=(dict(N=7, D=4, H=2, M=6), dict(N=5, D=3, H=6, M=2), dict(N=4, D=3, H=3, M=3)),
    rows={"dW_out": "the shape of W_out", "dW_hidden": "the shape of W_hidden"},
    behaviour={
        "dW_hidden of the last sample alone": "If dW_hidden itself is right, something is left from the first call, or "
        "the code can't do with a batch of one.",
    },
    mistakes=(
        *BATCH_RAISES,
        *shared(gradient, {"out": "dW_out", "hidden": "dW_hidden"}),
        *mistakes("dW_out", *rows_of_the_batch("out")),
        *mistakes("dW_hidden", *rows_of_the_batch("hidden")),
    ),
)
def batch_of_samples(batch_gradients: Any, W_hidden: Any, W_out: Any, x: Any, t: Any) -> Iterator[tuple[str, Any]]:
    """Both gradients, and one of them for a batch of one."""
    call = "batch_gradients(W_hidden, W_out, x, t)"
    dW_hidden, dW_out = unpack(batch_gradients(W_hidden, W_out, x, t), "dW_hidden dW_out", call)
    yield "dW_out", dW_out
    yield "dW_hidden", dW_hidden
    alone = batch_gradients(W_hidden, W_out, x[-1:], t[-1:])
    yield "dW_hidden of the last sample alone", unpack(alone, "dW_hidden dW_out", call)[0]
