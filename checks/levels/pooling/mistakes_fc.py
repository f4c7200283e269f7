"""`FullyConnected`: what goes wrong."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from checks.declaring.formulas import Written, lacking, raises, refused, undefined
from checks.declaring.layer_mistakes import next_batch
from checks.declaring.layers import LATER
from checks.declaring.mistakes import Judging, echo, slips
from checks.declaring.probes import Array
from checks.probing import Missing

judging = Judging(__name__)


def flat(x: Array) -> Array:
    """One row for each sample, in C order."""
    return x.reshape(len(x), -1)


# One row for each sample, its numbers in another order; C order where a sample has one axis.
WAYS: tuple[Callable[[Array], Array], ...] = (
    lambda x: flat(np.moveaxis(x, 1, -1)),
    lambda x: x.reshape(len(x), -1, order="F"),
    lambda x: x.T.reshape(-1, len(x)).T,
)
# The reverse of each, and two more ways of laying rows back.
BACK: tuple[Written, ...] = (
    lambda x, dx: np.moveaxis(dx.reshape(len(x), *x.shape[2:], *x.shape[1:2]), -1, 1),
    lambda x, dx: flat(dx).reshape(x.shape, order="F"),
    lambda x, dx: flat(dx).T.reshape(x.shape[::-1]).T,
    lambda x, dx: dx.reshape(x.shape[::-1]).T,
    lambda x, dx: flat(dx).T.reshape(x.shape),
)

judging.exercise(
    "fc.forward",
    slips(
        "out",
        {
            "read-in-another-order": [lambda x, W, b, way=way: way(x) @ W + b for way in WAYS],
            "samples-not-kept-apart": [
                *refused(lambda g: (g.x.reshape(-1), g.W)),
                lambda x, W, b: x.reshape(-1, len(x)) @ W + b,
            ],
            "samples-mixed-up": [
                lambda x, W, b: x.reshape(-1, len(x)).T @ W + b,
                lambda x, W, b: x.T.reshape(len(x), -1) @ W + b,
            ],
            "not-flattened": [lambda x, W, b: x @ W + b, lambda x, W, b: np.dot(x, W) + b],
            "four-axes-expected": [
                raises(IndexError("tuple index out of range")),
                raises(ValueError("not enough values to unpack (expected 4, got 2)")),
            ],
            "bias-forgotten": [lambda x, W: flat(x) @ W],
            "bias-on-the-wrong-axis": [lambda x, W, b: flat(x) @ W + b[:, None]],
            "bias-summed": [lambda x, W, b: flat(x) @ W + b.sum()],
            "W-turned": [*refused(lambda g: (flat(g.x), g.W.T)), lambda x, W: W @ flat(x)],
            "out-not-returned": [lambda: None],
            "samples-in-columns": [lambda out: out.T],
            "activation-inside": [lambda out: np.maximum(out, 0)],
            "self-forgotten": undefined("W", "b"),
        },
    ),
)

DX = slips(
    "dx",
    {
        "shape-of-x-not-restored": [lambda dx: flat(dx), lambda x, dx: dx.reshape(*x.shape[:2], -1)],
        "laid-back-in-another-order": BACK,
        "W-turned": refused(lambda g: (g.dout, g.W)),
        "dout-ignored": [lambda x, dout, W: (np.ones_like(dout) @ W.T).reshape(x.shape)],
        "mean-in-dx": [lambda dx, N: dx / N],
        "dx-not-returned": [lambda: None],
        "all-three-returned": [lambda dx, dW, db: (dx, dW, db)],
        "self-forgotten": undefined("x", "W", "x_shape", "shape", "rows", "flat"),
        "not-kept": lacking("FullyConnected", "x", "x_shape", "shape", "flat", "rows"),
    },
)
DW = slips(
    "dW",
    {
        "read-in-another-order": [lambda x, dout, way=way: way(x).T @ dout for way in WAYS],
        "dW-turned": [lambda dW: dW.T],
        "x-not-flattened": refused(lambda g: (g.x.T, g.dout)),
        "mean-in-dW": [lambda dW, N: dW / N],
        "dW-shaped-like-x": [lambda x, dW: dW.T.reshape(-1, *x.shape[1:])],
        "shared-by-all-layers": [lambda x, dout: flat(x[::-1]).T @ dout],
        "dW-not-kept": [lambda: None, lambda: Missing("FullyConnected", "dW")],
    },
)
DB = slips(
    "db",
    {
        "bias-not-gathered": [lambda dout: dout],
        "mean-in-db": [lambda db, N: db / N],
        "db-kept-an-axis": [lambda db: db[None, :]],
        "db-over-the-wrong-axis": [lambda dout: dout.sum(axis=1), lambda dout: dout.sum()],
        "db-not-kept": [lambda: None, lambda: Missing("FullyConnected", "db")],
    },
)

judging.exercise(
    "fc.backward",
    DX + DW + DB,
    slips(f"dx{LATER}", {"parameters-copied": [lambda next_x, next_dout, W: (next_dout @ W.T).reshape(next_x.shape)]}),
    echo(DX[:1], f"dx{LATER}", seen=next_batch("W", "b")),  # rows in place of images
)
