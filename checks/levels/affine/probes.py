"""`Affine` and two questions: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.layers import AGAIN, LATER, NEXT_BATCH, OUT_STAYS, UPDATED, backward_of, forward_of
from checks.declaring.probes import Array, Arrays, Room

room = Room(__name__)

# In the first two trials every size differs, so that mistakes show in the shapes. The last has a square W on purpose:
# numpy refuses no product there, and an answer that tries which way round fits is found out.
SIZES = (dict(N=4, D=3, M=5), dict(N=3, D=6, M=2), dict(N=2, D=4, M=4))


def layer(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """x (N, D), W (D, M), b (M,), and `W_step`, `b_step`, by which an update of the parameters changes them."""
    shapes = {"x": (N, D), "W": (D, M), "b": (M,), "W_step": (D, M), "b_step": (M,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def forward_inputs(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """A layer, a batch, and a next batch with one sample more."""
    return {**layer(rng, N, D, M), "next_x": rng.normal(size=(N + 1, D))}


def backward_inputs(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """A layer and two batches of one size, each with its dout (N, M)."""
    later = {"dout": (N, M), "next_x": (N, D), "next_dout": (N, M)}
    return {**layer(rng, N, D, M), **{name: rng.normal(size=shape) for name, shape in later.items()}}


def make(Affine: Any, W: Array, b: Array) -> Any:
    return Affine(W, b)


room.exercise(
    "affine.forward",
    inputs=forward_inputs,
    trials=SIZES,
    rows={"out": "one row per sample, one column per output"},
    behaviour=(OUT_STAYS, NEXT_BATCH, UPDATED),
)(forward_of(make, "W", "b"))

room.exercise(
    "affine.backward",
    inputs=backward_inputs,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per output"},
    behaviour=(f"dW{AGAIN}", f"dx{LATER}", f"dW{LATER}", f"db{LATER}"),
)(backward_of(make, "W", "b"))

room.question("affine.question-size")
room.question("affine.question-batch")
