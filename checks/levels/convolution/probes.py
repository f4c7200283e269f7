"""`im2col`, `Convolution` and a question: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.layers import AGAIN, LATER, NEXT_BATCH, OUT_STAYS, UPDATED, backward_of, forward_of
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.declaring.windows import positions, settings, without_dout
from checks.evidence import snapshot
from checks.probing import gap

room = Room(__name__)

COL_STAYS = "change of the first col by a second call"
# Images and kernels that are not square, C_in and C_out apart, windows that overlap and, in the second and third trial,
# don't fit evenly; the last has gaps between its windows.
SIZES = (
    dict(N=2, C_in=3, height=5, width=6, C_out=4, K_h=3, K_w=2, stride=1, pad=0),
    dict(N=3, C_in=5, height=6, width=7, C_out=4, K_h=3, K_w=2, stride=2, pad=1),
    dict(N=4, C_in=5, height=5, width=8, C_out=3, K_h=2, K_w=3, stride=2, pad=1),
    dict(N=3, C_in=4, height=7, width=9, C_out=2, K_h=2, K_w=2, stride=3, pad=1),
)


def images(rng: np.random.Generator, N: int, C: int, height: int, width: int, **window: int) -> Arrays:
    """x (N, C, height, width) without a zero, a next batch of the same shape, and the four whole numbers."""
    x, next_x = rng.normal(size=(2, N, C, height, width))
    return dict(x=x, next_x=next_x, **window)


def layer_inputs(
    rng: np.random.Generator, N: int, C_in: int, height: int, width: int, C_out: int, K_h: int, K_w: int, **steps: int
) -> Arrays:
    """x, W, b, a step for both, by which an update changes it, a next batch larger in every way, a dout for each."""
    x, next_x = (N, C_in, height, width), (N + 1, C_in, height + 1, width + 2)
    W, b = (C_out, C_in, K_h, K_w), (C_out,)
    shapes = {"x": x, "W": W, "b": b, "W_step": W, "b_step": b, "next_x": next_x}
    for name, (n, _, *size) in (("dout", x), ("next_dout", next_x)):
        shapes[name] = (n, C_out, *positions(size, (K_h, K_w), **steps))
    return {**{name: rng.normal(size=shape) for name, shape in shapes.items()}, **steps}


def make(Convolution: Any, W: Array, b: Array, stride: int, pad: int) -> Any:
    return Convolution(W, b, *settings(stride, pad))


@room.exercise(
    "conv.im2col",
    expects="function",
    inputs=images,
    trials=(
        dict(N=2, C=3, height=5, width=6, filter_h=3, filter_w=2, stride=1, pad=0),
        dict(N=4, C=2, height=6, width=7, filter_h=3, filter_w=2, stride=2, pad=1),
        dict(N=4, C=5, height=6, width=8, filter_h=2, filter_w=3, stride=3, pad=2),
        dict(N=5, C=4, height=8, width=5, filter_h=3, filter_w=2, stride=2, pad=0),
    ),
    rows={"col": "one row for each window, one column for each number in it"},
    behaviour=(COL_STAYS,),
)
def rows_of_windows(im2col: Any, x: Array, next_x: Array, filter_h: int, filter_w: int, stride: int, pad: int) -> Rows:
    """The windows of x as rows; then whether a second call leaves them alone."""
    col = im2col(x, filter_h, filter_w, *settings(stride, pad))
    yield "col", col
    before = snapshot(col)
    im2col(next_x, filter_h, filter_w, *settings(stride, pad))
    yield COL_STAYS, gap(before, col)


room.exercise(
    "conv.forward",
    inputs=without_dout(layer_inputs),
    trials=SIZES,
    rows={"out": "one map for each sample and filter"},
    behaviour=(OUT_STAYS, NEXT_BATCH, UPDATED),
)(forward_of(make, "W", "b"))

room.exercise(
    "conv.backward",
    inputs=layer_inputs,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per filter"},
    behaviour=(f"dW{AGAIN}", f"dx{LATER}", f"dW{LATER}", f"db{LATER}"),
)(backward_of(make, "W", "b"))

room.question("conv.question-size")
