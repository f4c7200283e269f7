"""Level 11, convolution: the wrong gradients that mistakes in `Convolution.backward` lead to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula
from checks.levels.convolution.convolution_layer import seen
from checks.declaring.windows import cut, folded


def parts(g: SimpleNamespace) -> Any:
    """What each window of x gets, axes n c i j u v, before the windows are laid back."""
    return np.einsum("nmij,mcuv->ncijuv", g.dout, g.W)


def laid_back(every: Any, g: SimpleNamespace, **how: Any) -> Any:
    """Windows of gradients laid back over x, padding included."""
    return folded(every, g.x.shape[2:], g.stride, g.pad, **how)


def dx_of(every: Any, g: SimpleNamespace, **how: Any) -> Any:
    """The same without the padding."""
    return cut(laid_back(every, g, **how), g.pad)


def weights_of(every: Any, dout: Any) -> Any:
    """dW from windows and the gradient of their maps."""
    return np.einsum("ncijuv,nmij->mcuv", every, dout)


def mixed(g: SimpleNamespace, way: str) -> Any:
    """dout with its numbers in wrong places, as a wrong way of making rows of it leaves them."""
    n, m, i, j = g.dout.shape
    rows = {
        "straight": lambda: g.dout.reshape(-1, m),
        "filters first": lambda: g.dout.transpose(1, 0, 2, 3).reshape(-1, m),
        "filters last": lambda: g.dout.transpose(0, 2, 3, 1).reshape(m, -1).T,
        "straight, turned": lambda: g.dout.reshape(m, -1).T,
    }[way]()
    return rows.reshape(n, i, j, m).transpose(0, 3, 1, 2)


WAYS = ("straight", "filters first", "filters last", "straight, turned")


def mixed_in_dx(way: str) -> Formula:
    return lambda g, r: dx_of(np.einsum("nmij,mcuv->ncijuv", mixed(g, way), g.W), g)


def mixed_in_weights(way: str) -> Formula:
    return lambda g, r: weights_of(seen(g), mixed(g, way))


def mixed_in_db(way: str) -> Formula:
    return lambda g, r: mixed(g, way).sum(axis=(0, 2, 3))


def rows_of(g: SimpleNamespace) -> Any:
    """dout with one row for each window, (N * out_h * out_w, C_out)."""
    return g.dout.transpose(0, 2, 3, 1).reshape(-1, g.dout.shape[1])


def filters_mixed(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """W reshaped so that a row of it holds numbers of several filters."""
    n, m, i, j = g.dout.shape
    every = (rows_of(g) @ g.W.reshape(-1, m).T).reshape(n, i, j, *g.W.shape[1:])
    return dx_of(np.einsum("nijcuv->ncijuv", every), g)


def defaults(g: SimpleNamespace, stride: int, pad: int) -> Any:
    """col2im that is told neither or only one of stride and pad: it counts other windows than there are."""
    sizes = zip(g.x.shape[2:], g.W.shape[2:], strict=True)
    many = [(size + 2 * pad - kernel) // stride + 1 for size, kernel in sizes]
    every = (rows_of(g) @ g.W.reshape(len(g.b), -1)).reshape(len(g.x), *many, *g.W.shape[1:])
    return cut(folded(np.einsum("nijcuv->ncijuv", every), g.x.shape[2:], stride, pad), pad)


def counts(g: SimpleNamespace) -> Any:
    """In how many windows each pixel lies; 1 where in none."""
    return np.maximum(dx_of(np.ones_like(parts(g)), g), 1)


def shares(g: SimpleNamespace) -> Any:
    """What each sample adds to dW, shape (N, C_out, C_in, K_h, K_w)."""
    return np.einsum("ncijuv,nmij->nmcuv", seen(g), g.dout)


def next_batch(g: SimpleNamespace, r: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
    """What is given and right once W and b were changed and the next batch has come."""
    height, width = g.next_x.shape[2:]
    later = dict(x=g.next_x, dout=g.next_dout, W=g.W - g.W_step, b=g.b - g.b_step, N=g.N + 1, next_x=g.x)
    right = {name: vars(r)[f"{name}_of_the_next_batch"] for name in ("dx", "dW", "db")}
    return SimpleNamespace(**{**vars(g), **later, "height": height, "width": width}), SimpleNamespace(**right)


def next_dx(g: SimpleNamespace, W: Any) -> Any:
    """dx of the next batch with another W."""
    every = np.einsum("nmij,mcuv->ncijuv", g.next_dout, W)
    return cut(folded(every, g.next_x.shape[2:], g.stride, g.pad), g.pad)
