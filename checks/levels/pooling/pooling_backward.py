"""Level 11, convolution: `MaxPool` backward."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.declaring.windows import LEVEL, SELF, cut, folded, frame, windows
from checks.levels.pooling.pooling import SIZES, layer_and_batch, made, seen
from checks.declaring.writing import echo, lacking, mistakes, undefined


def winners(every: Any, turned: bool = False, last: bool = False) -> Any:
    """1 at the first maximum of each window, 0 elsewhere, axes n c i j u v.

    `turned` looks for it column by column, `last` from the end.
    """
    every = every.swapaxes(4, 5) if turned else every
    flat = every.reshape(*every.shape[:4], -1)
    place = flat.shape[4] - 1 - flat[..., ::-1].argmax(axis=4) if last else flat.argmax(axis=4)
    won = (np.arange(flat.shape[4]) == place[..., None]).reshape(every.shape)
    return won.swapaxes(4, 5) if turned else won


def sent(mask: Any, g: SimpleNamespace, dout: Any = None, **how: Any) -> Any:
    """dx when each window hands its dout on by `mask`, axes n c i j u v."""
    every = mask * (g.dout if dout is None else dout)[..., None, None]
    return cut(folded(every, g.x.shape[2:], g.stride, g.pad, **how), g.pad)


def tied(g: SimpleNamespace) -> Any:
    """True at every maximum of each window."""
    every = seen(g)
    return every == every.max(axis=(4, 5), keepdims=True)


def won_last(turn: int) -> Formula:
    """A formula in which each window writes its dout at its maximum, over what stood there."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        mask, size = winners(seen(g)), (g.height + 2 * g.pad, g.width + 2 * g.pad)
        dx = np.zeros((g.N, g.C, *size))
        for n, c, i, j, u, v in np.argwhere(mask)[::turn]:
            dx[n, c, i * g.stride + u, j * g.stride + v] = g.dout[n, c, i, j]
        return cut(dx, g.pad)

    return formula


def everywhere(g: SimpleNamespace) -> Any:
    return np.ones_like(seen(g))


def uncut(g: SimpleNamespace) -> Any:
    """dx with its padding."""
    return folded(winners(seen(g)) * g.dout[..., None, None], g.x.shape[2:], g.stride, g.pad)


def dout_reshaped(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """dout read off in its own order, and given to windows in the order of im2col's rows."""
    n, c, i, j = g.dout.shape
    return sent(winners(seen(g)), g, g.dout.reshape(n, i, j, c).transpose(0, 3, 1, 2))


def counted_anew(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """col2im with a stride of 1: it counts other windows than there are, and its reshape raises."""
    size = (g.height + 2 * g.pad, g.width + 2 * g.pad)
    many = [n - f + 1 for n, f in zip(size, (g.pool_h, g.pool_w), strict=True)]
    return seen(g).reshape(g.N, *many, g.C, g.pool_h, g.pool_w)


def rows_picked(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """An array of places as the only index, which picks whole rows."""
    place = np.einsum("ncijuv->nijcuv", winners(seen(g))).reshape(g.dout.size, -1).argmax(axis=1)
    np.zeros((g.dout.size, g.pool_h * g.pool_w))[place] = g.dout.ravel()


def next_batch(g: SimpleNamespace, r: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
    """What is given and right once the next batch has come."""
    height, width = g.next_x.shape[2:]
    later = dict(x=g.next_x, dout=g.next_dout, height=height, width=width, N=g.N + 1)
    return SimpleNamespace(**{**vars(g), **later}), SimpleNamespace(dx=r.dx_of_the_next_batch)


FIRST = "Where several numbers of a window are equally large, only one of them, the first in reading order, gets dout."
FIRST_LARGEST = f"{FIRST} Reading order means line by line, each from left to right."

DX_TOLD: tuple[tuple[Any, ...], ...] = (
    (
        "all-maxima",
        f"Several numbers of a window are equally large, and each of them got the whole dout. {FIRST}",
        lambda g, r: sent(tied(g), g),
    ),
    ("shared-among-maxima", FIRST, lambda g, r: sent(tied(g) / tied(g).sum(axis=(4, 5), keepdims=True), g)),
    (
        "last-maximum",
        f"The last of equally large numbers got dout. {FIRST}",
        lambda g, r: sent(winners(seen(g), last=True), g),
    ),
    (
        "maximum-in-another-order",
        FIRST_LARGEST,
        lambda g, r: sent(winners(seen(g), turned=True), g),
        lambda g, r: sent(winners(seen(g), turned=True, last=True), g),
    ),
    (
        "padding-wins",
        "Some of dout was sent into the padding, where it is lost. In a window with padding the maximum still is a "
        "number of x.",
        lambda g, r: sent(winners(seen(g, constant_values=0)), g),
        lambda g, r: sent(winners(windows(g.x, (g.pool_h, g.pool_w), g.stride, frame(g.pad), mode="edge")), g),
    ),
    (
        "whole-window",
        "Every number of the window got dout. Only one of them was handed on in forward; the others had no say.",
        lambda g, r: sent(everywhere(g), g),
    ),
    (
        "mean-of-the-window",
        "dout was divided among the whole window, as if forward had taken the mean.",
        lambda g, r: sent(everywhere(g) / (g.pool_h * g.pool_w), g),
    ),
    (
        "overlap-overwritten",
        "A pixel can win in several windows, and then gets the sum of what comes back. Here only one of them counts.",
        won_last(1),
        won_last(-1),
        lambda g, r: sent(winners(seen(g)), g, add=False),
        lambda g, r: sent(winners(seen(g)), g, add=False, turn=-1),
    ),
    (
        "overlap-overwritten",
        "A pixel can lie in several windows, and then gets the sum of what comes back. Here only one of them counts.",
        lambda g, r: sent(tied(g), g, add=False),
        lambda g, r: sent(tied(g), g, add=False, turn=-1),
    ),
    (
        "dout-mixed-up",
        "The maxima are known, but the numbers of dout went to other windows than their own. In which order do your "
        "windows come, and in which the numbers of dout?",
        dout_reshaped,
    ),
    (
        "dout-ignored",
        "This does not depend on dout, which alone says how the loss reacts to each number of out.",
        lambda g, r: sent(winners(seen(g)), g, np.ones_like(g.dout)),
    ),
    (
        "maximum-handed-back",
        "The maxima themselves were sent back. What is the gradient of each?",
        lambda g, r: sent(winners(seen(g)), g, seen(g).max(axis=(4, 5))),
        lambda g, r: sent(winners(seen(g)), g, seen(g).max(axis=(4, 5)) * g.dout),
    ),
    (
        "pad-not-cut",
        "The padding is still there. It is no part of x, so its gradient is dropped.",
        lambda g, r: uncut(g),
    ),
    (
        "cut-at-the-wrong-side",
        "The shape is right, the picture is shifted: the padding lies around x on all four sides.",
        lambda g, r: uncut(g)[:, :, : g.height, : g.width],
    ),
    (
        "steps-of-one",
        "The gradients lie side by side. Window number 3 begins `stride` times 3 pixels from the border.",
        lambda g, r: cut(folded(winners(seen(g)) * g.dout[..., None, None], g.x.shape[2:], 1, g.pad), g.pad),
    ),
    (
        "windows-counted-anew",
        "The windows were laid back as if they had another stride than in forward. What does col2im have to know?",
        counted_anew,
    ),
    (
        "rows-picked",
        "One array of places as an index picks whole rows. In each row there is one place: rows and places both "
        "have to be said.",
        rows_picked,
    ),
    ("dout-handed-through", "This is dout as it came in. dx has the shape of x.", lambda g, r: g.dout),
    ("dx-not-returned", "The layer below waits for it.", lambda g, r: None),
    ("self-forgotten", SELF, *undefined("pool_h", "pool_w", "stride", "pad", "x", "x_shape", "winners", "windows")),
    (
        "not-kept",
        "backward needs something of the last forward. Who saw it, and could have kept it?",
        *lacking("MaxPool", "x", "col", "winner", "winners", "argmax", "arg_max", "mask", "x_shape", "shape"),
    ),
)
DX_MISTAKES = (
    *mistakes("dx", *DX_TOLD),
    *mistakes(
        "dx",
        (
            "shared-by-all-layers",
            "This was made from the x of another layer, which worked in between. Where is it kept: with this layer "
            "alone?",
            lambda g, r: sent(winners(seen(g))[::-1], g),
            lambda g, r: sent(tied(g)[::-1], g),
        ),
    ),
    *echo(mistakes("dx", *DX_TOLD), "dx of the next batch", seen=next_batch),
)


@exercise(
    "pool.backward",
    level=LEVEL,
    inputs=layer_and_batch,
    trials=SIZES,
    rows={"dx": "the shape of x"},
    behaviour={
        "dx of a second backward": "If dx itself is right, the first call left something behind. Until the next "
        "forward the same dout gives the same dx.",
        "dx of the next batch": "If dx itself is right, something of the first batch is left.",
    },
    mistakes=DX_MISTAKES,
)
def backward(
    MaxPool: Any, x: Any, next_x: Any, dout: Any, next_dout: Any, pool_h: int, pool_w: int, stride: int, pad: int
) -> Iterator[tuple[str, Any]]:
    """dx while another layer is at work, dx again, and dx of the next batch."""
    layer = made(MaxPool, pool_h, pool_w, stride, pad)
    layer.forward(x)
    made(MaxPool, pool_h, pool_w, stride, pad).forward(x[::-1])
    yield "dx", layer.backward(dout)
    yield "dx of a second backward", layer.backward(dout)
    layer.forward(next_x)
    yield "dx of the next batch", layer.backward(next_dout)
