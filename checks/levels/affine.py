"""Level 04, affine: Y = X @ W + b for a batch, and the three gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.exercise import Mistake, exercise
from checks.probing import read

LEVEL = "04-affine"
SIZES = (dict(N=4, D=3, M=5), dict(N=3, D=6, M=2))


def batch(rng: np.random.Generator, N: int, D: int, M: int) -> dict[str, Any]:
    """A batch and a layer: x (N, D), W (D, M), b (M,), dout (N, M); every size differs from the others."""
    return {
        "x": rng.normal(size=(N, D)),
        "W": rng.normal(size=(D, M)),
        "b": rng.normal(size=M),
        "dout": rng.normal(size=(N, M)),
    }


@exercise(
    "affine.forward",
    level=LEVEL,
    inputs=lambda rng, **sizes: {k: v for k, v in batch(rng, **sizes).items() if k != "dout"},
    trials=SIZES,
    rows={"out": "one row per sample, one column per output"},
)
def forward(Affine: Any, x: Any, W: Any, b: Any) -> Iterator[tuple[str, Any]]:
    """Y = XW + b."""
    yield "out", Affine(W, b).forward(x)


@exercise(
    "affine.backward",
    level=LEVEL,
    inputs=batch,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per output"},
    behaviour={"dW after a second backward": "Each call of backward starts anew: what the last one left must not be added."},
    mistakes=(
        Mistake(
            "bias-not-gathered",
            "db",
            lambda given, right: given.dout,
            "b was added to every row of the batch, so its gradient collects from every row: "
            "over which axis must dout be summed?",
        ),
        Mistake(
            "W-not-transposed",
            "dx",
            lambda given, right: given.dout @ given.W,
            "Write the shapes side by side: dout is (N, M), dx must become (N, D). Which way round must W (D, M) stand?",
        ),
    ),
)
def backward(Affine: Any, x: Any, W: Any, b: Any, dout: Any) -> Iterator[tuple[str, Any]]:
    """dX, dW and dB of Y = XW + b."""
    layer = Affine(W, b)
    layer.forward(x)
    yield "dx", layer.backward(dout)
    yield "dW", read(layer, "dW")
    yield "db", read(layer, "db")
    layer.backward(dout)
    yield "dW after a second backward", read(layer, "dW")
