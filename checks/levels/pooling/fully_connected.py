"""Level 11, convolution: `FullyConnected`, the affine layer for inputs of any rank."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import Formula, exercise
from checks.declaring.old import FORWARD_BEHAVIOUR
from checks.declaring.old import BACKWARD_BEHAVIOUR
from checks.declaring.windows import LEVEL, SELF, Arrays
from checks.probing import Missing, read
from checks.declaring.writing import gap, lacking, mistakes, raises, undefined

# Images, samples that are rows already, samples with two axes; D_in and D_out always apart.
SIZES = (
    dict(N=4, sample=(3, 2, 5), D_out=7),
    dict(N=3, sample=(6,), D_out=2),
    dict(N=2, sample=(3, 4), D_out=3),
)


def layer_and_batch(rng: np.random.Generator, N: int, sample: tuple[int, ...], D_out: int) -> Arrays:
    """x (N, *sample), W, b, W_step and b_step, by which an update changes them, and a next batch with a sample more."""
    D_in = prod(sample)
    shapes = {"x": (N, *sample), "W": (D_in, D_out), "b": (D_out,), "W_step": (D_in, D_out), "b_step": (D_out,)}
    return {name: rng.normal(size=shape) for name, shape in {**shapes, "next_x": (N + 1, *sample)}.items()}


def with_dout(rng: np.random.Generator, N: int, sample: tuple[int, ...], D_out: int) -> Arrays:
    """The same, and a dout for each batch."""
    given = layer_and_batch(rng, N, sample, D_out)
    return {**given, "dout": rng.normal(size=(N, D_out)), "next_dout": rng.normal(size=(N + 1, D_out))}


def flat(x: Any) -> Any:
    """One row for each sample, in C order."""
    return x.reshape(len(x), -1)


def in_order(x: Any, way: str) -> Any:
    """One row for each sample, its numbers in another order; C order where a sample has one axis."""
    if way == "channels last":
        return flat(np.moveaxis(x, 1, -1))
    return x.reshape(len(x), -1, order="F") if way == "F" else x.T.reshape(-1, len(x)).T


WAYS = ("channels last", "F", "turned")


def back_in_order(dx: Any, shape: tuple[int, ...], way: str) -> Any:
    """The reverse of `in_order`, from rows to images."""
    if way == "channels last":
        return np.moveaxis(dx.reshape(shape[0], *shape[2:], *shape[1:2]), -1, 1)
    return dx.reshape(shape, order="F") if way == "F" else dx.T.reshape(shape[::-1]).T


def ordered_in_out(way: str) -> Formula:
    return lambda g, r: in_order(g.x, way) @ g.W + g.b


def ordered_in_weights(way: str) -> Formula:
    return lambda g, r: in_order(g.x, way).T @ g.dout


def ordered_in_dx(way: str) -> Formula:
    return lambda g, r: back_in_order(flat(r.dx), g.x.shape, way)


ORDER = (
    "The numbers of a sample meet weights that belong to others of its numbers. A sample is read in C order: its first "
    "channel line by line, then the second. In which order do you read it?"
)
ROW_EACH = "Each sample becomes a row of its own. Which axis of x must a reshape leave alone?"
AFFINE = "For rows this layer is an affine layer. Which axes of x, as rows, and W have to meet?"
MEAN_ONCE = "The mean over the batch is taken once, in the loss, and dout brings it along. Where is it taken again?"
KEEP = "Training reads it from the layer: which attributes does the docstring ask for?"
LIKE_X = "The numbers are right, but the layer below handed out images. In which shape does it want its gradient?"

# -- forward ---------------------------------------------------------------------------------------------------------

FORWARD_MISTAKES = mistakes(
    "out",
    ("read-in-another-order", ORDER, *map(ordered_in_out, WAYS)),
    (
        "samples-not-kept-apart",
        ROW_EACH,
        lambda g, r: g.x.reshape(-1) @ g.W + g.b,
        lambda g, r: np.dot(g.x.reshape(-1), g.W) + g.b,
        lambda g, r: g.x.reshape(1, -1) @ g.W + g.b,
        lambda g, r: g.x.reshape(-1, len(g.x)) @ g.W + g.b,
    ),
    (
        "samples-mixed-up",
        f"A row holds numbers of several samples. {ROW_EACH}",
        lambda g, r: g.x.reshape(-1, len(g.x)).T @ g.W + g.b,
        lambda g, r: g.x.T.reshape(len(g.x), -1) @ g.W + g.b,
    ),
    (
        "not-flattened",
        "x has more than two axes here. W expects one row of D_in numbers for each sample.",
        lambda g, r: g.x @ g.W + g.b,
        lambda g, r: np.dot(g.x, g.W) + g.b,
    ),
    (
        "four-axes-expected",
        "x has two axes here. The first counts the samples; whatever comes after it, however many axes, is one sample.",
        raises(IndexError("tuple index out of range")),
        raises(ValueError("not enough values to unpack (expected 4, got 2)")),
    ),
    ("bias-forgotten", "The dot products are right. What does each output add?", lambda g, r: flat(g.x) @ g.W),
    (
        "bias-on-the-wrong-axis",
        "b has one number for each output. Along which axis of an (N, D_out) array does it have to lie?",
        lambda g, r: flat(g.x) @ g.W + g.b[:, None],
    ),
    ("bias-summed", "Every output has a bias of its own.", lambda g, r: flat(g.x) @ g.W + g.b.sum()),
    (
        "W-turned",
        AFFINE,
        lambda g, r: flat(g.x) @ g.W.T + g.b,
        lambda g, r: np.dot(flat(g.x), g.W.T) + g.b,
        lambda g, r: g.W @ flat(g.x) + g.b,
    ),
    ("out-not-returned", "The next layer takes over what forward hands out.", lambda g, r: None),
    ("samples-in-columns", "The samples came out in columns.", lambda g, r: r.out.T),
    (
        "activation-inside",
        "The negative numbers were cut off. Nothing is bent here.",
        lambda g, r: np.maximum(r.out, 0),
    ),
    ("self-forgotten", SELF, *undefined("W", "b")),
)


@exercise(
    "fc.forward",
    level=LEVEL,
    inputs=layer_and_batch,
    trials=SIZES,
    rows={"out": "one row per sample, one column per output"},
    behaviour=FORWARD_BEHAVIOUR,
    mistakes=FORWARD_MISTAKES,
)
def forward(
    FullyConnected: Any, x: Any, W: Any, b: Any, W_step: Any, b_step: Any, next_x: Any
) -> Iterator[tuple[str, Any]]:
    """out; then whether the layer, on the next batch and after an update, is as good as a new one."""
    layer = FullyConnected(W, b)
    out = layer.forward(x)
    yield "out", out
    before = snapshot(out)
    next_out = layer.forward(next_x)
    yield "change of the first out by a second forward", gap(before, out)
    yield "difference to a new layer on the next batch", gap(next_out, FullyConnected(W, b).forward(next_x))
    W -= W_step
    b -= b_step
    yield "difference to a new layer after an update", gap(layer.forward(x), FullyConnected(W, b).forward(x))


# -- backward --------------------------------------------------------------------------------------------------------


def dx_after_an_update(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """dx of the next batch with the W from before the update."""
    return (g.next_dout @ g.W.T).reshape(g.next_x.shape)


BACKWARD_MISTAKES = (
    *mistakes(
        "dx",
        (
            "shape-of-x-not-restored",
            LIKE_X,
            lambda g, r: flat(r.dx),
            lambda g, r: flat(r.dx).reshape(len(g.x), g.x.shape[1], -1),
        ),
        ("laid-back-in-another-order", f"The shape is right, the places are not. {ORDER}", *map(ordered_in_dx, WAYS)),
        (
            "laid-back-in-another-order",
            f"The shape is right, the places are not. {ORDER}",
            lambda g, r: flat(r.dx).reshape(g.x.shape[::-1]).T,
            lambda g, r: flat(r.dx).T.reshape(g.x.shape),
        ),
        (
            "W-turned",
            "Write the shapes beside each other: dout is (N, D_out), and rows of dx are to be (N, D_in). Which way "
            "round must W stand?",
            lambda g, r: g.dout @ g.W,
            lambda g, r: np.dot(g.dout, g.W),
        ),
        (
            "dout-ignored",
            "This does not depend on dout, which alone says how the loss reacts to each output.",
            lambda g, r: (np.ones_like(g.dout) @ g.W.T).reshape(g.x.shape),
        ),
        ("mean-in-dx", MEAN_ONCE, lambda g, r: r.dx / g.N),
        ("dx-not-returned", "dW and db stay with the layer; dx has to be handed on.", lambda g, r: None),
        (
            "all-three-returned",
            "The layer below can use dx only. The others stay here, as attributes.",
            lambda g, r: (r.dx, r.dW, r.db),
        ),
        ("self-forgotten", SELF, *undefined("x", "W", "x_shape", "shape", "rows", "flat")),
        (
            "not-kept",
            "backward needs something of the last forward. Who saw it, and could have kept it?",
            *lacking("FullyConnected", "x", "x_shape", "shape", "flat", "rows"),
        ),
    ),
    *mistakes(
        "dW",
        ("read-in-another-order", ORDER, *map(ordered_in_weights, WAYS)),
        ("dW-turned", "dW must lie on W entry by entry. Which factor gives a product its rows?", lambda g, r: r.dW.T),
        (
            "x-not-flattened",
            "x has more than two axes here. For dW, too, each sample is one row.",
            lambda g, r: g.x.T @ g.dout,
            lambda g, r: np.dot(g.x.T, g.dout),
        ),
        ("mean-in-dW", MEAN_ONCE, lambda g, r: r.dW / g.N),
        ("dW-shaped-like-x", "dW has the shape of W.", lambda g, r: r.dW.T.reshape(-1, *g.x.shape[1:])),
        (
            "shared-by-all-layers",
            "This was made from the x of another layer, which worked in between. Where is it kept: with this layer "
            "alone?",
            lambda g, r: flat(g.x[::-1]).T @ g.dout,
        ),
        ("dW-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("FullyConnected", "dW")),
    ),
    *mistakes(
        "db",
        (
            "bias-not-gathered",
            "b was added to every row of the batch: over which axis does its gradient collect?",
            lambda g, r: g.dout,
        ),
        ("mean-in-db", MEAN_ONCE, lambda g, r: r.db / g.N),
        ("db-kept-an-axis", "The numbers are right, but b has one axis.", lambda g, r: r.db[None, :]),
        (
            "db-over-the-wrong-axis",
            "A bias belongs to an output: which axis of dout must stay?",
            lambda g, r: g.dout.sum(axis=1),
            lambda g, r: g.dout.sum(),
        ),
        ("db-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("FullyConnected", "db")),
    ),
    *mistakes(
        "dx of the next batch",
        (
            "parameters-copied",
            "W was changed in place before this batch, as training does, and dx was made from the old one. Does the "
            "layer look into the array that it was given, or into a copy?",
            dx_after_an_update,
        ),
        (
            "shape-of-x-not-restored",
            "The same as in dx.",
            lambda g, r: flat(r.dx_of_the_next_batch),
        ),
    ),
)


@exercise(
    "fc.backward",
    level=LEVEL,
    inputs=with_dout,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per output"},
    behaviour=BACKWARD_BEHAVIOUR,
    mistakes=BACKWARD_MISTAKES,
)
def backward(
    FullyConnected: Any, x: Any, W: Any, b: Any, W_step: Any, b_step: Any, next_x: Any, dout: Any, next_dout: Any
) -> Iterator[tuple[str, Any]]:
    """dx, dW and db while another layer is at work, dW again, and all of the next batch after an update in place."""
    layer = FullyConnected(W, b)
    layer.forward(x)
    FullyConnected(W, b).forward(x[::-1])
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
