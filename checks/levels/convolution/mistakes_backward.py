"""`Convolution.backward`: what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, lacking, refused, undefined
from checks.declaring.layer_mistakes import next_batch
from checks.declaring.layers import AGAIN, LATER
from checks.declaring.mistakes import Judging, echo, slips
from checks.declaring.probes import Array
from checks.declaring.window_mistakes import altered, as_many, as_maps, folded, in_rows, laid_back, rows
from checks.declaring.windows import positions
from checks.levels.convolution.filters import filters, seen
from checks.probing import Missing

judging = Judging(__name__)


def parts(g: SimpleNamespace) -> Array:
    """What each window of x gets, axes n c i j u v, before the windows are laid back."""
    every: Array = np.einsum("nmij,mcuv->ncijuv", g.dout, g.W)
    return every


def dx_of(g: SimpleNamespace, **changed: Any) -> Array:
    """dx, with something given changed."""
    g = altered(g, **changed)
    return laid_back(parts(g), g)


def weights_of(g: SimpleNamespace, **changed: Any) -> Array:
    """dW, with something given changed."""
    g = altered(g, **changed)
    return gathered(seen(g), g.dout)


def gathered(every: Array, dout: Array) -> Array:
    """dW from windows and the gradient of their maps."""
    dW: Array = np.einsum("ncijuv,nmij->mcuv", every, dout)
    return dW


# Wrong ways of making rows of maps.
WAYS: tuple[Callable[[Array, int], Array], ...] = (
    lambda dout, m: dout.reshape(-1, m),
    lambda dout, m: dout.swapaxes(0, 1).reshape(-1, m),
    lambda dout, m: rows(dout).reshape(m, -1).T,
    lambda dout, m: dout.reshape(m, -1).T,
)


def mixed(gradient: Written) -> list[Written]:
    """Formulas of a gradient in which the numbers of dout go to wrong windows."""
    return [lambda g, dout, way=way: gradient(g, dout=as_maps(way(dout, dout.shape[1]), dout.shape)) for way in WAYS]


def from_rows(products: Array, g: SimpleNamespace, many: Iterable[int]) -> Array:
    """dx from rows of products, when so `many` windows are laid back, down and across."""
    every = products.reshape(len(g.x), *many, *g.W.shape[1:])
    return laid_back(np.einsum("nijcuv->ncijuv", every), g)


def counted_anew(g: SimpleNamespace, **told: int) -> Array:
    """col2im that is told neither or only one of stride and pad: it counts other windows than there are."""
    g = altered(g, **told)
    return from_rows(rows(g.dout) @ filters(g.W), g, positions(g.x.shape[2:], g.W.shape[2:], g.stride, g.pad))


def averaged(g: SimpleNamespace, dx: Array) -> Array:
    """dx divided by the number of windows in which a pixel lies, where there are any."""
    return dx / np.maximum(laid_back(np.ones_like(parts(g)), g), 1)


DX = slips(
    "dx",
    {
        "overlap-overwritten": [
            lambda g: laid_back(parts(g), g, add=False),
            lambda g: laid_back(parts(g), g, add=False, turn=-1),
        ],
        "overlap-averaged": [averaged],
        "dout-mixed-up": mixed(dx_of),
        "filters-reshaped": [lambda g, dout, W: from_rows(rows(dout) @ W.reshape(-1, len(W)).T, g, dout.shape[2:])],
        "kernel-turned": [lambda g, W: dx_of(g, W=W[..., ::-1, ::-1])],
        "pad-not-cut": [lambda g: folded(parts(g), g)],
        "cut-at-the-wrong-side": [
            lambda g, x: as_many(folded(parts(g), g), x),
            lambda g, pad: folded(parts(g), g)[:, :, 2 * pad :, 2 * pad :],
        ],
        "windows-counted-anew": [
            lambda g: counted_anew(g, stride=1, pad=0),
            lambda g: counted_anew(g, pad=0),
            lambda g: counted_anew(g, stride=1),
        ],
        "not-laid-back": [lambda g: in_rows(parts(g)), parts, lambda g, x: in_rows(parts(g)).reshape(x.shape)],
        "factors-do-not-meet": [*refused(lambda g: (rows(g.dout), filters(g.W).T)), lambda dout, W: rows(dout) @ W],
        "steps-of-one": [lambda g: dx_of(g, stride=1)],
        "one-filter-only": [
            lambda g, dout, W: dx_of(g, dout=dout[:, :1], W=W[:1]),
            lambda g, dout, W: dx_of(g, dout=dout[:, -1:], W=W[-1:]),
        ],
        "dout-ignored": [lambda g, dout: dx_of(g, dout=np.ones_like(dout))],
        "mean-in-dx": [lambda dx, N: dx / N],
        "dx-not-returned": [lambda: None],
        "all-three-returned": [lambda dx, dW, db: (dx, dW, db)],
        "self-forgotten": undefined("W", "b", "x", "col", "rows", "stride", "pad", "x_shape"),
        "not-kept": lacking("Convolution", "x", "col", "cols", "x_shape", "shape", "input", "cache"),
    },
)
DW = slips(
    "dW",
    {
        "dout-mixed-up": mixed(weights_of),
        "dW-reshaped": [
            lambda dW, axes=axes: dW.transpose(axes).reshape(dW.shape)
            for axes in ((1, 2, 3, 0), (2, 3, 1, 0), (1, 0, 2, 3), (0, 1, 3, 2))
        ],
        "dW-not-folded": [lambda dW: filters(dW), lambda dW: filters(dW).T],
        "kernel-turned/dW": [lambda dW: dW[..., ::-1, ::-1]],
        "mean-in-dW": [lambda dW, N: dW / N, lambda dW, dout: dW / len(rows(dout))],
        "one-sample-in-dW": [
            lambda g, x, dout: weights_of(g, x=x[:1], dout=dout[:1]),
            lambda g, x, dout: weights_of(g, x=x[-1:], dout=dout[-1:]),
        ],
        "shared-by-all-layers": [lambda g, x: weights_of(g, x=x[::-1])],
        "dW-not-gathered": [lambda g, dout: np.einsum("ncijuv,nmij->nmcuv", seen(g), dout)],
        "one-position-in-dW": [
            lambda g, dout: gathered(seen(g)[:, :, :1, :1], dout[:, :, :1, :1]),
            lambda g, dout: gathered(seen(g)[:, :, -1:, -1:], dout[:, :, -1:, -1:]),
            lambda g, dout: gathered(seen(g)[-1:, :, -1:, -1:], dout[-1:, :, -1:, -1:]),
        ],
        "dout-ignored": [lambda g, dout: weights_of(g, dout=np.ones_like(dout))],
        "dW-not-kept": [lambda: None, lambda: Missing("Convolution", "dW")],
    },
)
DB = slips(
    "db",
    {
        "dout-mixed-up": mixed(lambda g, dout: dout.sum(axis=(0, 2, 3))),
        "bias-not-gathered": [
            lambda dout: dout,
            lambda dout: dout.sum(axis=0),
            lambda dout: dout.sum(axis=(2, 3)),
            lambda dout: rows(dout),
        ],
        "bias-of-something-else": [
            lambda dout: dout.sum(),
            lambda dout: dout.sum(axis=(1, 2, 3)),
            lambda dout: rows(dout).sum(axis=1),
            lambda dout: dout.sum(axis=(0, 1, 2)),
            lambda dout: dout.sum(axis=(0, 1)),
        ],
        "mean-in-db": [
            lambda db, N: db / N,
            lambda dout: rows(dout).mean(axis=0),
            lambda db, dout: db / dout[0, 0].size,
        ],
        "db-kept-axes": [lambda db: db[None, :], lambda db: db[:, None], lambda db: db[None, :, None, None]],
        "dout-ignored": [lambda db: np.ones_like(db), lambda db, dout: np.full_like(db, len(rows(dout)))],
        "db-not-kept": [lambda: None, lambda: Missing("Convolution", "db")],
    },
)
NEXT = next_batch("W", "b")

judging.exercise(
    "conv.backward",
    DX + DW + DB,
    slips(f"dx{LATER}", {"parameters-copied": [lambda g, next_x, next_dout: dx_of(g, x=next_x, dout=next_dout)]}),
    echo(DX, f"dx{LATER}", seen=NEXT),
    echo(DW, f"dW{AGAIN}"),
    echo(DW, f"dW{LATER}", seen=NEXT),
    echo(DB, f"db{LATER}", seen=NEXT),
)
