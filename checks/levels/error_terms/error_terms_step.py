"""Level 09, fourth part: a training step with arrays on one sample.  `error_terms_batch` has the batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.levels.error_terms.error_terms import (
    LEVEL,
    MOVED_FIRST,
    NO_RATE,
    NOT_THE_GRADIENT,
    Arrays,
    Cell,
    signed,
    targets,
)
from checks.levels.error_terms.error_terms_layers import TURN
from checks.levels.error_terms.error_terms_sheet import EXCHANGED, layers, net_of, shared
from checks.probing import unpack
from checks.declaring.writing import mistakes


def one_sample(rng: np.random.Generator, D: int, H: int, M: int, learning_rate: float) -> Arrays:
    """Both layers, x (D,) and t (M,) of two samples, and the learning rate."""
    samples = {"x": signed(rng, D), "t": targets(rng, (M,)), "next_x": signed(rng, D), "next_t": targets(rng, (M,))}
    return {**layers(rng, D, H, M), **samples, "learning_rate": learning_rate}


def stepped(row: str, wrong: Mapping[str, Cell]) -> Formula:
    """The new weights of a layer after a step with `wrong` cells in it."""
    return lambda g, r: vars(g)[f"W_{row}"] - g.learning_rate * vars(net_of(g, wrong))[row]


LEFT_IN_Y = (
    "On the way back a number too many came along. The 1 is appended for the product with W only: are net and y of "
    "the hidden layer as long as the layer itself? And does the last column of W_out lead to a neuron?"
)
NO_ONE = "W has a column for the biases, so what comes in needs one number more: which one, and where?"
NO_COLUMN = "The gradient lacks a column. What comes in along a bias, and is it there in the outer product?"


def off(W: str, d: Any) -> Formula:
    """Subtract an array of another shape from weights; `d` says how its shape differs."""
    return lambda g, r: vars(g)[W] - np.zeros(np.add(vars(g)[W].shape, d))


STEP_RAISES = mistakes(
    "W_out",
    (
        "one-not-appended",
        NO_ONE,
        lambda g, r: g.W_hidden @ g.x,
        lambda g, r: np.dot(g.W_hidden, g.x),
        lambda g, r: g.W_out @ np.zeros(g.H),
        lambda g, r: np.dot(g.W_out, np.zeros(g.H)),
    ),
    ("gradient-lacks-a-column", NO_COLUMN, off("W_out", (0, -1)), off("W_hidden", (0, -1))),
    (
        "number-too-many",
        LEFT_IN_Y,
        lambda g, r: np.zeros(g.H + 1) * np.zeros(g.H),
        lambda g, r: np.zeros(g.H) * np.zeros(g.H + 1),
        off("W_hidden", (1, 0)),
        lambda g, r: g.W_out @ np.zeros(g.H + 2),
        lambda g, r: g.W_hidden @ np.zeros(g.D + 2),
    ),
    (
        "W-not-turned",
        f"{TURN} And is it W_out that stands there, not the weights of the layer itself?",
        lambda g, r: g.W_out[:, :-1] @ np.zeros(g.M),
        lambda g, r: np.dot(g.W_out[:, :-1], np.zeros(g.M)),
        lambda g, r: g.W_out @ np.zeros(g.M),
        lambda g, r: np.dot(g.W_out, np.zeros(g.M)),
    ),
    (
        "factors-exchanged",
        EXCHANGED,
        lambda g, r: g.W_out - np.zeros(g.W_out.T.shape),
        lambda g, r: g.W_hidden - np.zeros(g.W_hidden.T.shape),
    ),
)


def step_only(W: str) -> tuple[Mistake, ...]:
    """What can only go wrong in an update."""

    def gone(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        return vars(g)[W] - vars(r)[W]

    again = None if W == "W_out" else "The same as in W_out."
    return mistakes(
        W,
        ("rate-forgotten", again or NO_RATE, lambda g, r: vars(g)[W] - gone(g, r) / g.learning_rate),
        (
            "gradient-returned",
            again or NOT_THE_GRADIENT,
            lambda g, r: gone(g, r) / g.learning_rate,
            lambda g, r: gone(g, r),
            lambda g, r: -gone(g, r),
        ),
        ("not-moved", "These are the old weights. They have a gradient, too.", lambda g, r: vars(g)[W]),
        (
            "not-returned",
            "It may be computed, but it is not handed out.",
            lambda g, r: None,
        ),
    )


@exercise(
    "delta.step",
    level=LEVEL,
    expects="function",
    inputs=one_sample,
    trials=(
        dict(D=4, H=2, M=6, learning_rate=0.5),
        dict(D=2, H=4, M=3, learning_rate=2.0),
        dict(D=3, H=3, M=3, learning_rate=1.5),
    ),
    rows={"W_out": "one row per output neuron", "W_hidden": "one row per hidden neuron"},
    behaviour={
        "W_hidden after a second step": "If both arrays are right, something of the first step is left over in the "
        "second."
    },
    mistakes=(
        *STEP_RAISES,
        *mistakes("W_hidden", ("output-moved-first", MOVED_FIRST, lambda g, r: moved_first(g, r))),
        *shared(stepped, {"out": "W_out", "hidden": "W_hidden"}),
        *step_only("W_out"),
        *step_only("W_hidden"),
    ),
)
def training_step(
    step: Any, W_hidden: Any, W_out: Any, x: Any, t: Any, next_x: Any, next_t: Any, learning_rate: float
) -> Iterator[tuple[str, Any]]:
    """Both new arrays, and one of them after a second step.  In the last trial no product is refused."""
    call = "step(W_hidden, W_out, x, t, learning_rate)"
    new_hidden, new_out = unpack(step(W_hidden, W_out, x, t, learning_rate), "W_hidden W_out", call)
    yield "W_out", new_out
    yield "W_hidden", new_hidden
    following = step(new_hidden, new_out, next_x, next_t, learning_rate)
    yield "W_hidden after a second step", unpack(following, "W_hidden W_out", call)[0]


def moved_first(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """W_hidden when the error terms came back along an output layer that had already moved."""
    return stepped("hidden", {"sums": lambda n: n.d_out @ r.W_out[:, :-1]})(g, r)
