"""Level 11, convolution: `MaxPool` forward.  `pooling_backward` has the gradient."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import Formula, exercise
from checks.declaring.windows import FLOAT_SIZE, LEVEL, SELF, WHOLE_STEPS, Arrays, frame, windows
from checks.declaring.writing import gap, mistakes, undefined

ANY, NEGATIVE, TIES, EQUAL = "any", "negative", "many ties", "all equal"
# Overlapping windows; padding around negative numbers; windows that don't fit evenly; ties.
SIZES = (
    dict(N=2, C=3, height=5, width=6, pool_h=3, pool_w=2, stride=1, pad=0, values=ANY),
    dict(N=2, C=3, height=5, width=7, pool_h=2, pool_w=3, stride=2, pad=1, values=NEGATIVE),
    dict(N=3, C=2, height=8, width=9, pool_h=3, pool_w=2, stride=2, pad=0, values=TIES),
    dict(N=2, C=3, height=4, width=5, pool_h=2, pool_w=2, stride=1, pad=1, values=EQUAL),
)


def numbers(rng: np.random.Generator, shape: tuple[int, ...], values: str) -> Any:
    """An array of that kind; "all equal" means within a channel of a sample. All ties are between negative numbers."""
    kinds = {
        ANY: rng.normal(size=shape),
        NEGATIVE: -rng.uniform(0.5, 3, size=shape),
        TIES: rng.integers(-3, -1, size=shape).astype(float),
        EQUAL: np.broadcast_to(-rng.uniform(0.5, 3, size=(*shape[:2], 1, 1)), shape).copy(),
    }
    return kinds[values]


def layer_and_batch(
    rng: np.random.Generator,
    N: int,
    C: int,
    height: int,
    width: int,
    pool_h: int,
    pool_w: int,
    stride: int,
    pad: int,
    values: str,
) -> Arrays:
    """x (N, C, height, width), a next batch that is larger in every way, and a dout for each."""
    x = numbers(rng, (N, C, height, width), values)
    next_x = numbers(rng, (N + 1, C, height + 1, width + 2), ANY)
    many = [windows(images, (pool_h, pool_w), stride, frame(pad)).shape[:4] for images in (x, next_x)]
    given = {"x": x, "next_x": next_x, "dout": rng.normal(size=many[0]), "next_dout": rng.normal(size=many[1])}
    return {**given, "pool_h": pool_h, "pool_w": pool_w, "stride": stride, "pad": pad}


def without_dout(rng: np.random.Generator, **trial: Any) -> Arrays:
    """The same, for forward."""
    given = layer_and_batch(rng, **trial)
    return {name: value for name, value in given.items() if not name.endswith("dout")}


def made(MaxPool: Any, pool_h: int, pool_w: int, stride: int, pad: int) -> Any:
    """A layer, by its defaults where they fit."""
    return MaxPool(pool_h, pool_w) if (stride, pad) == (1, 0) else MaxPool(pool_h, pool_w, stride, pad)


def seen(g: SimpleNamespace, **changed: Any) -> Any:
    """The windows of a trial, axes n c i j u v, with something about them changed; the padding never wins."""
    asked = dict(size=(g.pool_h, g.pool_w), stride=g.stride, sides=frame(g.pad), constant_values=-np.inf)
    return windows(g.x, **{**asked, **changed})


# -- forward ---------------------------------------------------------------------------------------------------------


def largest(**changed: Any) -> Formula:
    """A formula with the maximum of windows that were changed."""
    return lambda g, r: seen(g, **changed).max(axis=(4, 5))


def pool_sized_steps(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The stride left to be as large as the window."""
    return seen(g, stride=1)[:, :, :: g.pool_h, :: g.pool_w].max(axis=(4, 5))


def size_without_pad(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The right maxima, in a shape that was made without the padding."""
    sizes = zip(g.x.shape[2:], (g.pool_h, g.pool_w), strict=True)
    many = [(size - pool) // g.stride + 1 for size, pool in sizes]
    return r.out.transpose(0, 2, 3, 1).reshape(g.N, *many, g.C)


def one_short(down: int, across: int) -> Formula:
    """A formula with so many positions less than there are, in the shape that the maps are then given."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        n, c, i, j = r.out.shape
        return r.out.transpose(0, 2, 3, 1).reshape(n, i - down, j - across, c).transpose(0, 3, 1, 2)

    return formula


def steps_of_one(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """As many windows as there should be, side by side."""
    down, across = r.out.shape[2:]
    return seen(g, stride=1)[:, :, :down, :across].max(axis=(4, 5))


def over_channels(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The maximum of a whole row of im2col."""
    return seen(g).max(axis=(1, 4, 5))


ZERO_WINS = (
    "No number of this window is as large. The padding must never win, not even over negative numbers: what stands in "
    "it here?"
)
APART = "Each channel is pooled by itself: out has as many channels as x."

FORWARD_MISTAKES = mistakes(
    "out",
    ("padding-wins", ZERO_WINS, largest(constant_values=0)),
    (
        "channels-pooled-together",
        APART,
        over_channels,
        lambda g, r: over_channels(g, r)[:, None],
        lambda g, r: over_channels(g, r).ravel(),
        lambda g, r: np.broadcast_to(over_channels(g, r)[:, None], r.out.shape),
        lambda g, r: over_channels(g, r).reshape(len(g.x), *r.out.shape[2:], g.C).transpose(0, 3, 1, 2),
    ),
    (
        "maps-reshaped",
        "Every number is right and stands in the wrong place. In the rows of im2col the channels come after the "
        "positions, in out before them. A reshape moves no axis.",
        lambda g, r: r.out.transpose(0, 2, 3, 1).reshape(r.out.shape),
        lambda g, r: r.out.transpose(2, 3, 0, 1).reshape(r.out.shape),
    ),
    (
        "channels-last",
        "The numbers are right. The next layer expects channels where x has its own, on the axis after the samples.",
        lambda g, r: r.out.transpose(0, 2, 3, 1),
    ),
    (
        "height-and-width-exchanged",
        "The window is pool_h pixels high and pool_w wide. Here it lies on its side.",
        lambda g, r: seen(g, size=(g.pool_w, g.pool_h)).max(axis=(4, 5)),
    ),
    (
        "mean-in-place-of-maximum",
        "This is the mean of each window.",
        lambda g, r: seen(g, constant_values=0).mean(axis=(4, 5)),
    ),
    ("smallest", "This is the smallest number of each window.", lambda g, r: seen(g).min(axis=(4, 5))),
    (
        "smallest",
        "This is the smallest number of each window.",
        lambda g, r: seen(g, constant_values=0).min(axis=(4, 5)),
        lambda g, r: seen(g, constant_values=np.inf).min(axis=(4, 5)),
    ),
    (
        "without-sign",
        "The sign was dropped. The largest of −3 and −1 is −1.",
        lambda g, r: np.abs(seen(g, constant_values=0)).max(axis=(4, 5)),
    ),
    (
        "stride-of-the-window",
        "The windows lie as far apart as they are wide. In this course the stride of a pooling is 1 unless it is said.",
        pool_sized_steps,
    ),
    (
        "stride-ignored",
        "The windows lie side by side. What was the layer given when it was made?",
        largest(stride=1),
        largest(stride=1, sides=frame(0)),
    ),
    (
        "pad-ignored",
        "The windows at the border are missing. What was the layer given when it was made?",
        largest(sides=frame(0)),
    ),
    (
        "place-not-value",
        "These are the places of the maxima in their windows. out holds the maxima.",
        lambda g, r: seen(g).reshape(*r.out.shape, -1).argmax(axis=4),
    ),
    (
        "size-without-pad",
        "The result is given another size than there are windows. Padding counts in the size, on both sides.",
        size_without_pad,
        lambda g, r: size_without_pad(g, r).transpose(0, 3, 1, 2),
    ),
    (
        "one-position-short",
        "There are more windows than the result has room for. With no step at all there is one window already: does "
        "your count of positions have it?",
        one_short(1, 1),
        one_short(1, 0),
        one_short(0, 1),
    ),
    (
        "steps-of-one",
        "The number of windows is right, but they lie side by side. Where in x does window number 3 begin?",
        steps_of_one,
    ),
    ("size-not-whole", WHOLE_STEPS, *FLOAT_SIZE),
    ("out-not-returned", "The next layer takes over what forward hands out.", lambda g, r: None),
    ("self-forgotten", SELF, *undefined("pool_h", "pool_w", "stride", "pad")),
)


@exercise(
    "pool.forward",
    level=LEVEL,
    inputs=without_dout,
    trials=(*SIZES[:-1], {**SIZES[-1], "values": NEGATIVE}),
    rows={"out": "one number for each window of each channel"},
    behaviour={
        "change of the first out by a second forward": "The caller may still need what the first call returned: each "
        "call makes an array of its own.",
        "difference to a new layer on the next batch": "Something of the first batch is left in the layer. The next "
        "one may have more samples and larger images, too: use the x of this call.",
    },
    mistakes=FORWARD_MISTAKES,
)
def forward(
    MaxPool: Any, x: Any, next_x: Any, pool_h: int, pool_w: int, stride: int, pad: int
) -> Iterator[tuple[str, Any]]:
    """The maxima; then whether the layer, on the next batch, is as good as a new one."""
    layer = made(MaxPool, pool_h, pool_w, stride, pad)
    out = layer.forward(x)
    yield "out", out
    before = snapshot(out)
    next_out = layer.forward(next_x)
    yield "change of the first out by a second forward", gap(before, out)
    fresh = made(MaxPool, pool_h, pool_w, stride, pad)
    yield "difference to a new layer on the next batch", gap(next_out, fresh.forward(next_x))
