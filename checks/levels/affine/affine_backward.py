"""Level 04, affine: the three gradients of out = x @ W + b for a batch."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.affine.affine import LEVEL, SELF, SIZES, Arrays, layer_and_batch
from checks.probing import Missing, read
from checks.declaring.writing import echo, lacking, mistakes, refused, undefined


def backward_inputs(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """A layer and two batches of one size, each with its dout (N, M)."""
    later = {"dout": (N, M), "next_x": (N, D), "next_dout": (N, M)}
    return {**layer_and_batch(rng, N, D, M), **{name: rng.normal(size=shape) for name, shape in later.items()}}


def next_batch(g: SimpleNamespace, r: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
    """What is given and right once W and b were changed and the next batch has come."""
    given = dict(x=g.next_x, dout=g.next_dout, W=g.W - g.W_step, b=g.b - g.b_step, N=g.N, M=g.M, next_x=g.x)
    right = {name: vars(r)[f"{name}_of_the_next_batch"] for name in ("dx", "dW", "db")}
    return SimpleNamespace(**given), SimpleNamespace(**right)


def refused_products(*products: str) -> list[Formula]:
    """Formulas of products such as "doutT W", which raise where the axes don't meet."""

    def factors(names: str) -> Any:
        return lambda g: [getattr(g, name[:-1]).T if name.endswith("T") else getattr(g, name) for name in names.split()]

    return [formula for names in products for formula in refused(factors(names))]


def shares(g: SimpleNamespace) -> Any:
    """What each sample adds to dW, shape (N, D, M)."""
    return g.x[:, :, None] * g.dout[:, None, :]


TURN_W = (
    "Write the shapes beside each other: dout is (N, M), dx must become (N, D). Which way round must W (D, M) stand?"
)
TURN_X = "Write the shapes beside each other: x is (N, D), dout (N, M), dW must become (D, M). Which axes have to meet?"
MEAN_ONCE = "The mean over the batch is taken once, in the loss, and dout brings it along. Where is it taken again?"
ONE_SAMPLE = "This is the share of one sample. All N have a share: what has to happen to the shares?"
HANDED_DOWN = "This does not depend on dout, which alone says how the loss reacts to each output."
KEEP = "The update of level 08 reads it from the layer: which attributes does the docstring ask for?"
KEEP_X = "backward needs the inputs of the last forward. Who saw them, and could have kept them?"
ONE_AXIS = "The numbers are right, but b has one axis and db two: updating b in place by such a db is refused or wrong."
NO_DB = "With a db of 0 the bias would never learn. Which entries of out move when one bias moves?"
OWN_DOUT = "A sample's x belongs to its own row of dout and to no other."

DX_MISTAKES = mistakes(
    "dx",
    (
        "W-not-transposed",
        TURN_W,
        lambda g, r: g.dout @ g.W,
        lambda g, r: np.dot(g.dout, g.W),
        lambda g, r: g.dout * g.W,
    ),
    ("samples-in-columns", "Compare with x: which axis of it counts the samples?", lambda g, r: r.dx.T),
    ("dx-not-returned", "dW and db stay with the layer; dx has to be handed on.", lambda g, r: None),
    (
        "all-three-returned",
        "The layer below can use dx only. The others stay here, as attributes.",
        lambda g, r: (r.dx, r.dW, r.db),
    ),
    ("dW-returned", "This is dW. What does the layer below wait for?", lambda g, r: r.dW),
    (
        "dout-handed-through",
        "This is dout as it came in. From x to out each number met weights; on the way back it meets them again.",
        lambda g, r: g.dout,
    ),
    ("dout-ignored", HANDED_DOWN, lambda g, r: np.ones_like(g.dout) @ g.W.T, lambda g, r: g.W.T),
    ("mean-in-dx", MEAN_ONCE, lambda g, r: r.dx / g.N),
    ("self-forgotten", SELF, *undefined("x", "W")),
    (
        "x-not-kept",
        KEEP_X,
        *lacking("Affine", "x"),
        *lacking("NoneType", "T"),
    ),
)

DW_MISTAKES = mistakes(
    "dW",
    ("dW-transposed", "dW must lie on W entry by entry. Which factor gives a product its rows?", lambda g, r: r.dW.T),
    (
        "x-not-transposed",
        TURN_X,
        lambda g, r: g.x @ g.dout,
        lambda g, r: np.dot(g.x, g.dout),
        lambda g, r: g.x * g.dout,
    ),
    ("mean-in-dW", MEAN_ONCE, lambda g, r: r.dW / g.N),
    (
        "dW-from-the-output",
        "This was made from what forward returned. What is a weight multiplied by in forward?",
        lambda g, r: (g.x @ g.W + g.b).T @ g.dout,
    ),
    ("one-sample-in-dW", ONE_SAMPLE, lambda g, r: shares(g)[0], lambda g, r: shares(g)[-1]),
    (
        "shared-by-all-layers",
        "This was made from the x of another layer, which worked in between. Where is x kept: with this layer alone?",
        lambda g, r: g.next_x.T @ g.dout,
    ),
    ("dW-not-gathered", "Each sample still has a dW of its own, but all share one W.", lambda g, r: shares(g)),
    (
        "outer-of-the-batch",
        f"Here every number of x met every number of dout. {OWN_DOUT}",
        lambda g, r: np.outer(g.x, g.dout),
    ),
    (
        "summed-before-the-product",
        f"The batch was added up first and multiplied later. {OWN_DOUT}",
        lambda g, r: np.outer(g.x.sum(axis=0), g.dout.sum(axis=0)),
    ),
    ("dout-ignored", HANDED_DOWN, lambda g, r: g.x.T @ np.ones_like(g.dout)),
    ("dW-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("Affine", "dW")),
)

DB_MISTAKES = mistakes(
    "db",
    (
        "bias-not-gathered",
        "b was added to every row of the batch, so its gradient collects from every row: "
        "over which axis must dout be summed?",
        lambda g, r: g.dout,
    ),
    ("mean-in-db", MEAN_ONCE, lambda g, r: r.db / g.N),
    ("db-kept-an-axis", ONE_AXIS, lambda g, r: r.db[None, :], lambda g, r: r.db[:, None]),
    (
        "db-over-the-wrong-axis",
        "There is one number for each sample here. A bias belongs to an output: which axis of dout must stay?",
        lambda g, r: g.dout.sum(axis=1),
    ),
    (
        "db-over-both-axes",
        "Everything was added up, but each output has a bias of its own: which axis of dout must stay?",
        lambda g, r: g.dout.sum(),
    ),
    ("one-sample-in-db", ONE_SAMPLE, lambda g, r: g.dout[0], lambda g, r: g.dout[-1]),
    ("dout-ignored", HANDED_DOWN, lambda g, r: np.ones(g.M), lambda g, r: np.full(g.M, g.N)),
    ("db-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("Affine", "db")),
    ("db-not-computed", NO_DB, lambda g, r: 0, lambda g, r: np.zeros(g.M)),
)

REFUSED = mistakes(
    "dx",
    (
        "axes-do-not-meet",
        "Write the shapes beside each other: x is (N, D), W is (D, M), dout is (N, M). The axis that is summed must "
        "lie last in the left factor and first in the right one.",
        *refused_products("W dout", "dout x", "WT dout", "doutT W", "doutT WT", "x doutT", "xT doutT", "doutT xT"),
    ),
)

STATE_MISTAKES = (
    *mistakes(
        "dx of the next batch",
        (
            "parameters-copied",
            "W was changed in place before this batch, as training does, and dx was made from the old one. "
            "Does the layer look into the array that it was given, or into a copy?",
            lambda g, r: g.next_dout @ g.W.T,
        ),
    ),
    *mistakes(
        "dW of the next batch",
        (
            "stale-x",
            "This was made from the x of the first batch, but backward belongs to the last forward.",
            lambda g, r: g.x.T @ g.next_dout,
        ),
    ),
)
SAME_AGAIN = (
    *echo(DW_MISTAKES, "dW after a second backward"),
    *echo(DX_MISTAKES, "dx of the next batch", seen=next_batch),
    *echo(DW_MISTAKES, "dW of the next batch", seen=next_batch),
    *echo(DB_MISTAKES, "db of the next batch", seen=next_batch),
)
BACKWARD_BEHAVIOUR = {
    "dW after a second backward": "If dW itself is right, the second call added to what the first had left. "
    "Each call of backward starts anew.",
    "dx of the next batch": "If dx itself is right, something of the first batch is left, or an older W.",
    "dW of the next batch": "If dW itself is right, something of an earlier call is left in it.",
    "db of the next batch": "If db itself is right, something of an earlier call is left in it.",
}


@exercise(
    "affine.backward",
    level=LEVEL,
    inputs=backward_inputs,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per output"},
    behaviour=BACKWARD_BEHAVIOUR,
    mistakes=(*DX_MISTAKES, *DW_MISTAKES, *DB_MISTAKES, *REFUSED, *STATE_MISTAKES, *SAME_AGAIN),
)
def backward(
    Affine: Any, x: Any, W: Any, b: Any, W_step: Any, b_step: Any, dout: Any, next_x: Any, next_dout: Any
) -> Iterator[tuple[str, Any]]:
    """dx, dW and db while another layer is at work, dW again, and all of the next batch after an update in place."""
    layer = Affine(W, b)
    layer.forward(x)
    Affine(W, b).forward(next_x)
    yield "dx", layer.backward(dout)
    yield "dW", read(layer, "dW")
    yield "db", read(layer, "db")
    layer.backward(dout)
    yield "dW after a second backward", read(layer, "dW")
    W -= W_step
    b -= b_step
    layer.forward(next_x)
    yield "dx of the next batch", layer.backward(next_dout)
    yield "dW of the next batch", read(layer, "dW")
    yield "db of the next batch", read(layer, "db")
