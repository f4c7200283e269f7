"""`im2col` and a question: what goes wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written
from checks.declaring.mistakes import Judging, slips
from checks.declaring.probes import Array
from checks.declaring.window_mistakes import FLOAT_SIZE, altered, as_many, frame, in_rows, windows

judging = Judging(__name__)

ONE_SIDE = (dict(bottom=0, right=0), dict(top=0, left=0), dict(top=0, bottom=0), dict(left=0, right=0))


def of(g: SimpleNamespace, **changed: Any) -> Array:
    """The windows of a trial, axes n c i j u v, with something given changed."""
    g = altered(g, **changed)
    return windows(g, (g.filter_h, g.filter_w))


def padded(g: SimpleNamespace, sides: Sequence[tuple[int, int]], mode: Any = "constant") -> Array:
    """The windows of images that are padded in another way."""
    return of(g, x=np.pad(g.x, sides, mode), pad=0)


def half_the_padding(g: SimpleNamespace) -> Array:
    """As many windows as if one side were padded; the padding itself is right."""
    return in_rows(as_many(of(g), padded(g, frame(g.pad, bottom=0, right=0))))


def more_than_fit(g: SimpleNamespace, pads: int, part: int, order: tuple[int, ...]) -> None:
    """Too many positions: raises as numpy does where slices don't fill them.

    So many `pads` are added to a size that has the padding already; `part` of a step, 0 or 1, counts as a whole one.
    The windows are put into an array with its axes in this `order`.
    """
    x, size = np.pad(g.x, frame(g.pad)), (g.filter_h, g.filter_w)
    sizes = zip(x.shape[2:], size, strict=True)
    many = [(n + pads * g.pad - f + part * (g.stride - 1)) // g.stride + 1 for n, f in sizes]
    target = np.empty((*x.shape[:2], *many)).transpose(order)
    for u, v in np.ndindex(*size):
        met = x[:, :, u : u + g.stride * many[0] : g.stride, v : v + g.stride * many[1] : g.stride]
        target[...] = met.transpose(order)
    raise LookupError("everything fits: this mistake leaves no trace here")


def in_orders(*orders: str) -> list[Written]:
    """Formulas of windows whose axes are put into rows in another order."""
    return [lambda g, order=order: in_rows(of(g), order) for order in orders]


judging.exercise(
    "conv.im2col",
    slips(
        "col",
        {
            "rows-in-another-order": in_orders("njicuv", "ijncuv", "injcuv", "jincuv"),
            "columns-in-another-order": in_orders("nijuvc", "nijcvu", "nijucv", "nijvuc"),
            "axes-not-moved": in_orders("ncuvij", "ncijuv", "cuvnij", "nuvcij", "ncjiuv", "ncvuij"),
            "windows-in-columns": [lambda col: col.T, lambda g, col: in_rows(of(g), "cuvijn").reshape(col.T.shape)],
            "axes-not-joined": [
                lambda g: of(g),
                lambda g: np.einsum("ncijuv->nijcuv", of(g)),
                lambda g: np.einsum("ncijuv->ncuvij", of(g)),
                lambda g, col: col.reshape(g.N, -1, col.shape[1]),
            ],
            "pad-forgotten": [lambda g: in_rows(of(g, pad=0))],
            "pad-on-one-side": [
                half_the_padding,
                *(lambda g, sides=sides: in_rows(padded(g, frame(g.pad, **sides))) for sides in ONE_SIDE),
            ],
            "padded-all-axes": [
                lambda g, pad: in_rows(padded(g, ((pad, pad),) * 4)),
                lambda g, pad: in_rows(padded(g, ((0, 0), *((pad, pad),) * 3))),
            ],
            "padded-with-pixels": [
                lambda g, mode=mode: in_rows(padded(g, frame(g.pad), mode))
                for mode in ("edge", "reflect", "symmetric", "wrap")
            ],
            "stride-forgotten": [lambda g: in_rows(of(g, stride=1))],
            "stride-in-one-direction": [
                lambda g, stride: in_rows(of(g, stride=1)[:, :, ::stride]),
                lambda g, stride: in_rows(of(g, stride=1)[:, :, :, ::stride]),
            ],
            "one-position-short": [lambda g: in_rows(of(g)[:, :, :-1, :-1])],
            "height-and-width-exchanged": [lambda g: in_rows(of(g, filter_h=g.filter_w, filter_w=g.filter_h))],
            "first-sample-only": [lambda col, N: col[: len(col) // N]],
            "window-upside-down": [lambda g: in_rows(of(g)[..., ::-1, ::-1])],
            "steps-of-one": [lambda g: in_rows(as_many(of(g, stride=1), of(g)))],
            "more-positions-than-fit": [
                partial(more_than_fit, pads=pads, part=part, order=order)
                for pads, part in ((2, 0), (0, 1), (2, 1))
                for order in ((0, 1, 2, 3), (0, 2, 3, 1))
            ],
            "size-not-whole": FLOAT_SIZE,
            "col-not-returned": [lambda: None],
        },
    ),
)

judging.question(
    "conv.question-size",
    {
        "one-position-short": [96],
        "channels-of-the-input": [105],
        "channels-not-added": [420],
        "one-filter": [35],
        "stride-forgotten": [468],
        "weights-counted": [72],
        "weights-counted/with-biases": [76],
        "windows-counted": [630],
    },
)
