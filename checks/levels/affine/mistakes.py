"""`Affine` and two questions: what goes wrong."""

from __future__ import annotations

import numpy as np

from checks.declaring.formulas import lacking, undefined
from checks.declaring.layer_mistakes import next_batch, refused_products
from checks.declaring.layers import AGAIN, LATER
from checks.declaring.mistakes import Judging, echo, slips
from checks.declaring.probes import Array
from checks.probing import Missing

judging = Judging(__name__)


def grown(array: Array, step: Array) -> Array:
    """A copy of `array` to which `step` was added in place; raises as numpy does when the shapes don't fit."""
    copy = array.copy()
    copy += step
    return copy


def multiplied(array: Array, factor: Array) -> Array:
    """A copy of `array` that was multiplied by the matrix `factor` in place."""
    copy = array.copy()
    copy @= factor
    return copy


def shares(x: Array, dout: Array) -> Array:
    """What each sample adds to dW, shape (N, D, M)."""
    return x[:, :, None] * dout[:, None, :]


judging.exercise(
    "affine.forward",
    slips(
        "out",
        {
            "bias-forgotten": [lambda x, W: x @ W],
            "bias-on-the-wrong-axis": [lambda x, W, b: x @ W + b[:, None], lambda x, W, b: W.T @ x.T + b],
            "bias-in-one-row": [lambda x, W, out: np.vstack([out[:1], (x @ W)[1:]])],
            "bias-summed": [lambda x, W, b: x @ W + b.sum()],
            "bias-sign": [lambda x, W, b: x @ W - b],
            "bias-inside-the-product": [lambda x, W, b: x @ (W + b)],
            "W-transposed-in-forward": [lambda x, W, b: x @ W.T + b, lambda x, W, b: np.dot(x, W.T) + b],
            "factors-exchanged": [lambda x, W, b: W @ x + b, lambda x, W, b: np.dot(W, x) + b],
            "multiplied-entry-by-entry": [lambda x, W, b: x * W + b],
            "samples-in-columns": [lambda out: out.T],
            "first-sample-only": [lambda out: out[0]],
            "batch-summed": [lambda out: out.sum(axis=0), lambda x, W, b: (x @ W).sum(axis=0) + b],
            "activation-inside/relu": [lambda out: np.maximum(out, 0)],
            "activation-inside/sigmoid": [lambda out: 1 / (1 + np.exp(-out))],
            "out-not-returned": [lambda: None],
            "written-in-place": [lambda x, W: multiplied(x, W), lambda x, W, b: grown(b, x @ W)],
            "self-forgotten": undefined("W", "b"),
        },
    ),
)

DX = slips(
    "dx",
    {
        "W-not-transposed": [lambda dout, W: dout @ W, lambda dout, W: np.dot(dout, W), lambda dout, W: dout * W],
        "samples-in-columns": [lambda dx: dx.T],
        "dx-not-returned": [lambda: None],
        "all-three-returned": [lambda dx, dW, db: (dx, dW, db)],
        "dW-returned": [lambda dW: dW],
        "dout-handed-through": [lambda dout: dout],
        "dout-ignored": [lambda dout, W: np.ones_like(dout) @ W.T, lambda W: W.T],
        "mean-in-dx": [lambda dx, N: dx / N],
        "self-forgotten": undefined("x", "W"),
        "x-not-kept": [*lacking("Affine", "x"), *lacking("NoneType", "T")],
    },
)
DW = slips(
    "dW",
    {
        "dW-transposed": [lambda dW: dW.T],
        "x-not-transposed": [lambda x, dout: x @ dout, lambda x, dout: np.dot(x, dout), lambda x, dout: x * dout],
        "mean-in-dW": [lambda dW, N: dW / N],
        "dW-from-the-output": [lambda x, W, b, dout: (x @ W + b).T @ dout],
        "one-sample-in-dW": [lambda x, dout: shares(x, dout)[0], lambda x, dout: shares(x, dout)[-1]],
        "shared-by-all-layers": [lambda x, dout: x[::-1].T @ dout],
        "dW-not-gathered": [shares],
        "outer-of-the-batch": [lambda x, dout: np.outer(x, dout)],
        "summed-before-the-product": [lambda x, dout: np.outer(x.sum(axis=0), dout.sum(axis=0))],
        "dout-ignored": [lambda x, dout: x.T @ np.ones_like(dout)],
        "dW-not-kept": [lambda: None, lambda: Missing("Affine", "dW")],
    },
)
DB = slips(
    "db",
    {
        "bias-not-gathered": [lambda dout: dout],
        "mean-in-db": [lambda db, N: db / N],
        "db-kept-an-axis": [lambda db: db[None, :], lambda db: db[:, None]],
        "db-over-the-wrong-axis": [lambda dout: dout.sum(axis=1)],
        "db-over-both-axes": [lambda dout: dout.sum()],
        "one-sample-in-db": [lambda dout: dout[0], lambda dout: dout[-1]],
        "dout-ignored": [lambda M: np.ones(M), lambda M, N: np.full(M, N)],
        "db-not-kept": [lambda: None, lambda: Missing("Affine", "db")],
        "db-not-computed": [lambda: 0, lambda M: np.zeros(M)],
    },
)
PRODUCTS = ("W dout", "dout x", "WT dout", "doutT W", "doutT WT", "x doutT", "xT doutT", "doutT xT")
NEXT = next_batch("W", "b")

judging.exercise(
    "affine.backward",
    DX + DW + DB,
    slips("dx", {"axes-do-not-meet": refused_products(*PRODUCTS)}),
    slips(f"dx{LATER}", {"parameters-copied": [lambda next_dout, W: next_dout @ W.T]}),
    slips(f"dW{LATER}", {"stale-x": [lambda x, next_dout: x.T @ next_dout]}),
    echo(DW, f"dW{AGAIN}"),
    echo(DX, f"dx{LATER}", seen=NEXT),
    echo(DW, f"dW{LATER}", seen=NEXT),
    echo(DB, f"db{LATER}", seen=NEXT),
)

judging.question(
    "affine.question-size",
    {
        "bias-forgotten": [640],
        "one-layer-per-sample": [20800],
        "bias-per-sample": [960],
        "bias-per-input": [704],
        "added-sizes": [74],
        "output-counted": [330],
        "input-counted": [2058],
    },
)
judging.question("affine.question-batch", {"a-mean": [1], "one-bias-per-sample": [3], "rows-of-dx-added": [4]})
