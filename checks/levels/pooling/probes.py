"""`MaxPool` and `FullyConnected`: how they are driven."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from checks.declaring.layers import AGAIN, LATER, NEXT_BATCH, OUT_STAYS, UPDATED, backward_of, forward_of
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.declaring.windows import positions, settings, without_dout

room = Room(__name__)

# -- MaxPool -----------------------------------------------------------------------------------------------------------

ANY, NEGATIVE, TIES, EQUAL = "any", "negative", "many ties", "all equal"
# Overlapping windows; padding around negative numbers; windows that don't fit evenly; ties.
POOL_SIZES = (
    dict(N=2, C=3, height=5, width=6, pool_h=3, pool_w=2, stride=1, pad=0, values=ANY),
    dict(N=2, C=3, height=5, width=7, pool_h=2, pool_w=3, stride=2, pad=1, values=NEGATIVE),
    dict(N=3, C=2, height=8, width=9, pool_h=3, pool_w=2, stride=2, pad=0, values=TIES),
    dict(N=2, C=3, height=4, width=5, pool_h=2, pool_w=2, stride=1, pad=1, values=EQUAL),
)


def numbers(rng: np.random.Generator, shape: tuple[int, ...], values: str) -> Array:
    """An array of that kind; "all equal" means within a channel of a sample. All ties are between negative numbers."""
    kinds = {
        ANY: rng.normal(size=shape),
        NEGATIVE: -rng.uniform(0.5, 3, size=shape),
        TIES: rng.integers(-3, -1, size=shape).astype(float),
        EQUAL: np.broadcast_to(-rng.uniform(0.5, 3, size=(*shape[:2], 1, 1)), shape).copy(),
    }
    return kinds[values]


def pool_inputs(rng: np.random.Generator, N: int, C: int, height: int, width: int, values: str, **pool: int) -> Arrays:
    """x (N, C, height, width), a next batch that is larger in every way, a dout for each, and four whole numbers."""
    x = numbers(rng, (N, C, height, width), values)
    next_x = numbers(rng, (N + 1, C, height + 1, width + 2), ANY)
    given = {"x": x, "next_x": next_x, **pool}
    for name, images in (("dout", x), ("next_dout", next_x)):
        many = positions(images.shape[2:], (pool["pool_h"], pool["pool_w"]), pool["stride"], pool["pad"])
        given[name] = rng.normal(size=(*images.shape[:2], *many))
    return given


def make_pool(MaxPool: Any, pool_h: int, pool_w: int, stride: int, pad: int) -> Any:
    return MaxPool(pool_h, pool_w, *settings(stride, pad))


room.exercise(
    "pool.forward",
    inputs=without_dout(pool_inputs),
    trials=(*POOL_SIZES[:-1], {**POOL_SIZES[-1], "values": NEGATIVE}),
    rows={"out": "one number for each window of each channel"},
    behaviour=(OUT_STAYS, NEXT_BATCH),
)(forward_of(make_pool))


@room.exercise(
    "pool.backward",
    inputs=pool_inputs,
    trials=POOL_SIZES,
    rows={"dx": "the shape of x"},
    behaviour=("dx of a second backward", f"dx{LATER}"),
)
def pool_backward(MaxPool: Any, x: Array, next_x: Array, dout: Array, next_dout: Array, **pool: int) -> Rows:
    """dx while another layer is at work, dx again, and dx of the next batch."""
    layer = make_pool(MaxPool, **pool)
    layer.forward(x)
    make_pool(MaxPool, **pool).forward(x[::-1])
    yield "dx", layer.backward(dout)
    yield "dx of a second backward", layer.backward(dout)
    layer.forward(next_x)
    yield f"dx{LATER}", layer.backward(next_dout)


# -- FullyConnected ----------------------------------------------------------------------------------------------------

# Images, samples that are rows already, samples with two axes; D_in and D_out always apart.
FC_SIZES = (
    dict(N=4, sample=(3, 2, 5), D_out=7),
    dict(N=3, sample=(6,), D_out=2),
    dict(N=2, sample=(3, 4), D_out=3),
)


def fc_inputs(rng: np.random.Generator, N: int, sample: tuple[int, ...], D_out: int) -> Arrays:
    """x (N, *sample), W, b, a step for each, by which an update changes it, a longer next batch, a dout for both."""
    W, b = (prod(sample), D_out), (D_out,)
    shapes = {"x": (N, *sample), "W": W, "b": b, "W_step": W, "b_step": b, "next_x": (N + 1, *sample)}
    later = {"dout": (N, D_out), "next_dout": (N + 1, D_out)}
    return {name: rng.normal(size=shape) for name, shape in {**shapes, **later}.items()}


def make_fc(FullyConnected: Any, W: Array, b: Array) -> Any:
    return FullyConnected(W, b)


room.exercise(
    "fc.forward",
    inputs=without_dout(fc_inputs),
    trials=FC_SIZES,
    rows={"out": "one row per sample, one column per output"},
    behaviour=(OUT_STAYS, NEXT_BATCH, UPDATED),
)(forward_of(make_fc, "W", "b"))

room.exercise(
    "fc.backward",
    inputs=fc_inputs,
    trials=FC_SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per output"},
    behaviour=(f"dW{AGAIN}", f"dx{LATER}", f"dW{LATER}", f"db{LATER}"),
)(backward_of(make_fc, "W", "b"))
