"""`MaxPool`: what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import lacking, undefined
from checks.declaring.layer_mistakes import next_batch
from checks.declaring.layers import LATER
from checks.declaring.mistakes import Judging, echo, slips
from checks.declaring.probes import Array
from checks.declaring.window_mistakes import (
    FLOAT_SIZE,
    altered,
    as_many,
    as_maps,
    folded,
    in_rows,
    laid_back,
    rows,
    windows,
)
from checks.declaring.windows import positions

judging = Judging(__name__)


def seen(g: SimpleNamespace, **how: Any) -> Array:
    """The windows of a trial, axes n c i j u v. `how` goes to np.pad; without it the padding never wins."""
    return windows(g, (g.pool_h, g.pool_w), **(how or {"constant_values": -np.inf}))


def largest(g: SimpleNamespace, **changed: Any) -> Array:
    """The maxima of a trial, with something given changed."""
    maxima: Array = seen(altered(g, **changed)).max(axis=(4, 5))
    return maxima


# -- forward ---------------------------------------------------------------------------------------------------------


def size_without_pad(g: SimpleNamespace, out: Array) -> Array:
    """Maps of a size that was made without the padding."""
    many = positions(g.x.shape[2:], (g.pool_h, g.pool_w), g.stride, 0)
    return as_maps(rows(out), (*out.shape[:2], *many))


judging.exercise(
    "pool.forward",
    slips(
        "out",
        {
            "padding-wins": [lambda g: seen(g, constant_values=0).max(axis=(4, 5))],
            "channels-pooled-together": [
                lambda out: out.max(axis=1),
                lambda out: out.max(axis=1, keepdims=True),
                lambda out: out.max(axis=1).ravel(),
                lambda out: np.broadcast_to(out.max(axis=1, keepdims=True), out.shape),
                lambda out: as_maps(out.max(axis=1), out.shape),
            ],
            "maps-reshaped": [
                lambda out: rows(out).reshape(out.shape),
                lambda out: out.transpose(2, 3, 0, 1).reshape(out.shape),
            ],
            "channels-last": [lambda out: out.transpose(0, 2, 3, 1)],
            "height-and-width-exchanged": [lambda g: largest(g, pool_h=g.pool_w, pool_w=g.pool_h)],
            "mean-in-place-of-maximum": [lambda g: seen(g, constant_values=0).mean(axis=(4, 5))],
            "smallest": [
                lambda g, filling=filling: seen(g, constant_values=filling).min(axis=(4, 5))
                for filling in (-np.inf, 0, np.inf)
            ],
            "without-sign": [lambda g: np.abs(seen(g, constant_values=0)).max(axis=(4, 5))],
            "stride-of-the-window": [lambda g, pool_h, pool_w: largest(g, stride=1)[:, :, ::pool_h, ::pool_w]],
            "stride-ignored": [lambda g: largest(g, stride=1), lambda g: largest(g, stride=1, pad=0)],
            "pad-ignored": [lambda g: largest(g, pad=0)],
            "place-not-value": [lambda g, out: seen(g).reshape(*out.shape, -1).argmax(axis=4)],
            "size-without-pad": [size_without_pad, lambda g, out: size_without_pad(g, out).transpose(0, 2, 3, 1)],
            "one-position-short": [
                lambda out, less=less: as_maps(rows(out), np.subtract(out.shape, less))
                for less in ((0, 0, 1, 1), (0, 0, 1, 0), (0, 0, 0, 1))
            ],
            "steps-of-one": [lambda g, out: as_many(largest(g, stride=1), out)],
            "size-not-whole": FLOAT_SIZE,
            "out-not-returned": [lambda: None],
            "self-forgotten": undefined("pool_h", "pool_w", "stride", "pad"),
        },
    ),
)

# -- backward --------------------------------------------------------------------------------------------------------


def winners(g: SimpleNamespace, turned: bool = False, last: bool = False, **how: Any) -> Array:
    """True at the first maximum of each window, axes n c i j u v.

    `turned` looks for it column by column, `last` from the end; `how` goes to np.pad.
    """
    every = seen(g, **how).swapaxes(4, 5) if turned else seen(g, **how)
    flat = every.reshape(*every.shape[:4], -1)
    place = flat.shape[4] - 1 - flat[..., ::-1].argmax(axis=4) if last else flat.argmax(axis=4)
    won: Array = (np.arange(flat.shape[4]) == place[..., None]).reshape(every.shape)
    return won.swapaxes(4, 5) if turned else won


def tied(g: SimpleNamespace) -> Array:
    """True at every maximum of each window."""
    return np.equal(seen(g), largest(g)[..., None, None])


def sent(g: SimpleNamespace, mask: Array, lay: Callable[..., Array] = laid_back, **how: Any) -> Array:
    """dx when each window hands its dout on by `mask`, axes n c i j u v; with its padding when it is `folded`."""
    return lay(mask * g.dout[..., None, None], g, **how)


def with_dout(g: SimpleNamespace, dout: Array) -> Array:
    """dx with another dout."""
    return sent(altered(g, dout=dout), winners(g))


def won_last(g: SimpleNamespace, turn: int) -> Array:
    """dx when each window writes its dout at its maximum, over what stood there."""
    dx: Array = np.zeros_like(g.x)
    for n, c, i, j, u, v in np.argwhere(winners(g))[::turn]:
        dx[n, c, i * g.stride + u - g.pad, j * g.stride + v - g.pad] = g.dout[n, c, i, j]
    return dx


def counted_anew(g: SimpleNamespace) -> Array:
    """col2im with a stride of 1: it counts other windows than there are, and its reshape raises."""
    size = (g.pool_h, g.pool_w)
    return np.reshape(seen(g), (len(g.x), *positions(g.x.shape[2:], size, 1, g.pad), g.x.shape[1], *size))


def rows_picked(g: SimpleNamespace, dout: Array) -> None:
    """An array of places as the only index, which picks whole rows."""
    won = in_rows(winners(g)).reshape(dout.size, -1)
    np.zeros(won.shape)[won.argmax(axis=1)] = dout.ravel()


DX = slips(
    "dx",
    {
        "all-maxima": [lambda g: sent(g, tied(g))],
        "shared-among-maxima": [lambda g: sent(g, tied(g) / tied(g).sum(axis=(4, 5), keepdims=True))],
        "last-maximum": [lambda g: sent(g, winners(g, last=True))],
        "maximum-in-another-order": [
            lambda g, last=last: sent(g, winners(g, turned=True, last=last)) for last in (False, True)
        ],
        "padding-wins": [lambda g: sent(g, winners(g, constant_values=0)), lambda g: sent(g, winners(g, mode="edge"))],
        "whole-window": [lambda g: sent(g, np.ones_like(seen(g)))],
        "mean-of-the-window": [lambda g: sent(g, np.ones_like(seen(g)) / (g.pool_h * g.pool_w))],
        "overlap-overwritten": [
            *(lambda g, turn=turn: won_last(g, turn) for turn in (1, -1)),
            *(lambda g, turn=turn: sent(g, winners(g), add=False, turn=turn) for turn in (1, -1)),
        ],
        "overlap-overwritten/ties": [lambda g, turn=turn: sent(g, tied(g), add=False, turn=turn) for turn in (1, -1)],
        # read off in its own order, and given to windows in the order of im2col's rows
        "dout-mixed-up": [lambda g, dout: with_dout(g, as_maps(dout, dout.shape))],
        "dout-ignored": [lambda g, dout: with_dout(g, np.ones_like(dout))],
        "maximum-handed-back": [lambda g: with_dout(g, largest(g)), lambda g, dout: with_dout(g, largest(g) * dout)],
        "pad-not-cut": [lambda g: sent(g, winners(g), folded)],
        "cut-at-the-wrong-side": [lambda g, x: as_many(sent(g, winners(g), folded), x)],
        "steps-of-one": [lambda g: sent(altered(g, stride=1), winners(g))],
        "windows-counted-anew": [counted_anew],
        "rows-picked": [rows_picked],
        "dout-handed-through": [lambda dout: dout],
        "dx-not-returned": [lambda: None],
        "self-forgotten": undefined("pool_h", "pool_w", "stride", "pad", "x", "x_shape", "winners", "windows"),
        "not-kept": lacking(
            "MaxPool", "x", "col", "winner", "winners", "argmax", "arg_max", "mask", "x_shape", "shape"
        ),
    },
)
ANOTHER_LAYER = [lambda g: sent(g, winners(g)[::-1]), lambda g: sent(g, tied(g)[::-1])]

judging.exercise(
    "pool.backward",
    DX,
    slips("dx", {"shared-by-all-layers": ANOTHER_LAYER}),
    echo(DX, f"dx{LATER}", seen=next_batch()),
)
