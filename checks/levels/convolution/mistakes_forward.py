"""`Convolution.forward`: what goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import refused, undefined
from checks.declaring.mistakes import Judging, slips
from checks.declaring.probes import Array
from checks.declaring.window_mistakes import FLOAT_SIZE, altered, as_many, as_maps, in_rows, rows
from checks.declaring.windows import positions
from checks.levels.convolution.filters import filters, seen

judging = Judging(__name__)


def maps(g: SimpleNamespace, **changed: Any) -> Array:
    """The maps of a trial, shape (N, C_out, out_h, out_w), with something given changed."""
    g = altered(g, **changed)
    made: Array = np.einsum("ncijuv,mcuv->nmij", seen(g), g.W) + g.b[:, None, None]
    return made


def without_bias(g: SimpleNamespace) -> Array:
    """The maps of a trial before a bias comes in."""
    return maps(g, b=0 * g.b)


def of_size(out: Array, m: int, many: Iterable[int]) -> Array:
    """The right numbers in m maps for each sample, with so many positions down and across; -1: what is left."""
    return as_maps(rows(out), (len(out), m, *many))


judging.exercise(
    "conv.forward",
    slips(
        "out",
        {
            "maps-reshaped": [lambda out: rows(out).reshape(out.shape), lambda out: rows(out).T.reshape(out.shape)],
            "height-and-width-exchanged": [
                lambda out: out.swapaxes(2, 3),
                lambda out: as_maps(rows(out), out.swapaxes(2, 3).shape),
            ],
            "channels-last": [lambda out: out.transpose(0, 2, 3, 1)],
            "samples-and-filters-exchanged": [lambda out: out.swapaxes(0, 1)],
            "rows-not-folded": [lambda out: rows(out), lambda out: rows(out).T],
            "bias-forgotten": [without_bias],
            "bias-on-the-wrong-axis": [
                lambda g, b: without_bias(g) + b,
                lambda g, b: without_bias(g) + b[:, None],
                lambda out, b: rows(out) + b[:, None],
            ],
            "bias-summed": [lambda g, b: without_bias(g) + b.sum()],
            "bias-sign": [lambda g, b: maps(g, b=-b)],
            "bias-for-each-number": [lambda g, b, W: maps(g, b=b * W[0].size), lambda g, b, C_in: maps(g, b=b * C_in)],
            "filters-reshaped": [lambda g, W, b, out: as_maps(in_rows(seen(g)) @ W.reshape(-1, len(b)) + b, out.shape)],
            "kernel-turned": [lambda g, W: maps(g, W=W[..., ::-1, ::-1])],
            "kernel-transposed": [lambda g, W: maps(g, W=W.swapaxes(2, 3).reshape(W.shape))],
            "stride-ignored": [lambda g: maps(g, stride=1), lambda g: maps(g, stride=1, pad=0)],
            "pad-ignored": [lambda g: maps(g, pad=0)],
            "steps-of-one": [lambda g, out: as_many(maps(g, stride=1), out)],
            "settings-not-passed-on": [
                lambda g, out: as_maps(rows(maps(g, stride=1, pad=0)), out.shape),
                lambda g, out: as_maps(rows(maps(g, pad=0)), out.shape),
                lambda g, out: as_maps(rows(maps(g, stride=1)), out.shape),
            ],
            "first-channel-only": [lambda g, x, W: maps(g, x=x[:, :1], W=W[:, :1])],
            "one-kernel-for-all-channels": [lambda g, W, C_in: maps(g, W=np.repeat(W[:, :1], C_in, axis=1))],
            "channels-kept-apart": [
                lambda g, W, b: np.einsum("ncijuv,mcuv->nmcij", seen(g), W) + b[:, None, None, None],
                lambda g, W: np.einsum("ncijuv,mcuv->nmcij", seen(g), W),
            ],
            "mean-of-the-window": [
                lambda g, W: maps(g, W=W / W[0].size),
                lambda g, W: maps(g, W=W / W[0, 0].size),
                lambda g, W, C_in: maps(g, W=W / C_in),
            ],
            "factors-do-not-meet": [
                *refused(lambda g: (in_rows(seen(g)), filters(g.W))),
                *refused(lambda g: (filters(g.W), in_rows(seen(g)))),
                lambda g, W: in_rows(seen(g)) @ W,
            ],
            "size-of-the-maps": [
                lambda out, C_out: of_size(out, C_out, np.subtract(out.shape[2:], 1)),
                lambda out: of_size(out, -1, np.subtract(out.shape[2:], 1)),
                lambda out, x, W, stride: of_size(out, len(W), positions(x.shape[2:], W.shape[2:], stride, 0)),
            ],
            "size-not-whole": FLOAT_SIZE,
            "activation-inside": [lambda out: np.maximum(out, 0)],
            "out-not-returned": [lambda: None],
            "self-forgotten": undefined("W", "b", "stride", "pad"),
        },
    ),
)
