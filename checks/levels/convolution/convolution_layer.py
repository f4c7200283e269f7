"""Level 11, convolution: `Convolution` forward.  `convolution_backward` has the gradients."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import Formula, exercise
from checks.declaring.windows import FLOAT_SIZE, LEVEL, SELF, WHOLE_STEPS, Arrays, frame, in_rows, windows
from checks.declaring.writing import gap, mistakes, undefined

# Images and kernels that are not square, C_in and C_out apart, windows that overlap and, in the second and third trial,
# don't fit evenly; the last has gaps between its windows.
SIZES = (
    dict(N=2, C_in=3, height=5, width=6, C_out=4, K_h=3, K_w=2, stride=1, pad=0),
    dict(N=3, C_in=5, height=6, width=7, C_out=4, K_h=3, K_w=2, stride=2, pad=1),
    dict(N=4, C_in=5, height=5, width=8, C_out=3, K_h=2, K_w=3, stride=2, pad=1),
    dict(N=3, C_in=4, height=7, width=9, C_out=2, K_h=2, K_w=2, stride=3, pad=1),
)


def layer_and_batch(
    rng: np.random.Generator,
    N: int,
    C_in: int,
    height: int,
    width: int,
    C_out: int,
    K_h: int,
    K_w: int,
    stride: int,
    pad: int,
) -> Arrays:
    """x, W, b, and W_step, b_step, by which an update changes them; a next batch, which is larger in every way."""
    shapes = {
        "x": (N, C_in, height, width),
        "W": (C_out, C_in, K_h, K_w),
        "b": (C_out,),
        "W_step": (C_out, C_in, K_h, K_w),
        "b_step": (C_out,),
        "next_x": (N + 1, C_in, height + 1, width + 2),
    }
    arrays = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {**arrays, "stride": stride, "pad": pad}


def made(Convolution: Any, W: Any, b: Any, stride: int, pad: int) -> Any:
    """A layer, by its defaults where they fit."""
    return Convolution(W, b) if (stride, pad) == (1, 0) else Convolution(W, b, stride, pad)


# -- what the mistakes are made of -----------------------------------------------------------------------------------


def seen(g: SimpleNamespace, **changed: Any) -> Any:
    """The windows of a trial, axes n c i j u v, with something about them changed."""
    asked = dict(size=g.W.shape[2:], stride=g.stride, sides=frame(g.pad))
    return windows(g.x, **{**asked, **changed})


def maps(every: Any, W: Any, b: Any = 0) -> Any:
    """What the filters W make of windows, axes n m i j; `b` as it broadcasts to them."""
    return np.einsum("ncijuv,mcuv->nmij", every, W) + b


def bias(g: SimpleNamespace) -> Any:
    """b, one number for each map."""
    return g.b[:, None, None]


def places(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The right numbers with one row for each window, (N * out_h * out_w, C_out)."""
    return r.out.transpose(0, 2, 3, 1).reshape(-1, r.out.shape[1])


def another_size(change: int, last: int | None = None) -> Formula:
    """A formula with `change` positions more in each direction, in the shape that the maps are then given."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        n, m, i, j = r.out.shape
        return places(g, r).reshape(n, i + change, j + change, last or m).transpose(0, 3, 1, 2)

    return formula


def size_without_pad(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The number of positions as if there were no padding."""
    n, m = r.out.shape[:2]
    many = [(size - kernel) // g.stride + 1 for size, kernel in zip(g.x.shape[2:], g.W.shape[2:], strict=True)]
    return places(g, r).reshape(n, *many, m).transpose(0, 3, 1, 2)


def steps_of_one(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """As many windows as there should be, side by side."""
    i, j = r.out.shape[2:]
    return maps(seen(g, stride=1)[:, :, :i, :j], g.W, bias(g))


def not_passed_on(**settings: Any) -> Formula:
    """A formula in which im2col is not told of stride or padding, while the size of the maps knows of them."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        made_of = maps(seen(g, **settings), g.W, bias(g)).transpose(0, 2, 3, 1).reshape(-1, len(g.b))
        n, m, i, j = r.out.shape
        return made_of.reshape(n, i, j, m).transpose(0, 3, 1, 2)

    return formula


FROM_PLACES = (
    "Every number is right and stands in the wrong place. The matrix product has one row for each window and one "
    "column for each filter, while a map wants the numbers of one filter side by side. A reshape moves no axis."
)
FILTERS = (
    "Each window met numbers of several filters. W holds filter after filter: which axis of it must stay whole when "
    "the others are joined?"
)
MEET = (
    "Write the shapes beside each other: the windows are (N·out_h·out_w, C_in·K_h·K_w), and W has one filter of "
    "C_in·K_h·K_w numbers for each of C_out. Which axes of the two have to meet?"
)
SIZES_OF_MAPS = (
    "The maps are given another size than there are windows. Count the positions of a window: the padding has two "
    "sides, and there is a position before the first step."
)

FORWARD_MISTAKES = mistakes(
    "out",
    ("maps-reshaped", FROM_PLACES, lambda g, r: places(g, r).reshape(r.out.shape)),
    (
        "maps-reshaped",
        FROM_PLACES,
        lambda g, r: places(g, r).T.reshape(r.out.shape),
        lambda g, r: np.einsum("nmij->nijm", r.out).reshape(r.out.shape[0], -1).reshape(r.out.shape),
    ),
    (
        "height-and-width-exchanged",
        "The maps lie on their side. The last axis of out runs from left to right.",
        lambda g, r: r.out.transpose(0, 1, 3, 2),
        lambda g, r: places(g, r).reshape(len(g.x), *r.out.shape[:1:-1], len(g.b)).transpose(0, 3, 1, 2),
    ),
    (
        "channels-last",
        "The numbers are right. The next layer expects channels where x has its own, on the axis after the samples.",
        lambda g, r: r.out.transpose(0, 2, 3, 1),
    ),
    (
        "samples-and-filters-exchanged",
        "The numbers are right. The first axis of out counts the samples, the second the filters.",
        lambda g, r: r.out.transpose(1, 0, 2, 3),
    ),
    (
        "rows-not-folded",
        "These are the right numbers, one row for each window. They have to become images again.",
        places,
        lambda g, r: places(g, r).T,
    ),
    (
        "bias-forgotten",
        "The products of windows and kernels are right. What does each filter add to its own?",
        lambda g, r: maps(seen(g), g.W),
    ),
    (
        "bias-on-the-wrong-axis",
        "b has one number for each filter. Along which axis does it lie on what you add it to?",
        lambda g, r: maps(seen(g), g.W) + g.b,
        lambda g, r: maps(seen(g), g.W) + g.b[:, None],
        lambda g, r: places(g, r) + g.b[:, None],
    ),
    ("bias-summed", "Every filter has a bias of its own.", lambda g, r: maps(seen(g), g.W, g.b.sum())),
    ("bias-sign", "Look at the sign with which the bias goes in.", lambda g, r: maps(seen(g), g.W, -bias(g))),
    (
        "bias-for-each-number",
        "The bias came in for each number of the window. It is added to the finished sum, once.",
        lambda g, r: maps(seen(g), g.W, bias(g) * g.W[0].size),
        lambda g, r: maps(seen(g), g.W, bias(g) * g.C_in),
    ),
    (
        "filters-reshaped",
        FILTERS,
        lambda g, r: (
            np.einsum(
                "nijk,km->nmij",
                in_rows(seen(g)).reshape(len(g.x), *r.out.shape[2:], -1),
                g.W.reshape(-1, len(g.b)),
            )
            + bias(g)
        ),
    ),
    (
        "kernel-turned",
        "The kernel was turned upside down and left to right. Here it lies on the window as it is.",
        lambda g, r: maps(seen(g), g.W[..., ::-1, ::-1], bias(g)),
    ),
    (
        "kernel-transposed",
        "Height and width of the kernel were exchanged: the number in its line u and column v belongs on line u and "
        "column v of the window.",
        lambda g, r: maps(seen(g), g.W.transpose(0, 1, 3, 2).reshape(g.W.shape), bias(g)),
    ),
    (
        "stride-ignored",
        "The windows lie side by side. What was the layer given when it was made?",
        lambda g, r: maps(seen(g, stride=1), g.W, bias(g)),
        lambda g, r: maps(seen(g, stride=1, sides=frame(0)), g.W, bias(g)),
    ),
    (
        "pad-ignored",
        "The windows at the border are missing. What was the layer given when it was made?",
        lambda g, r: maps(seen(g, sides=frame(0)), g.W, bias(g)),
    ),
    (
        "steps-of-one",
        "The number of windows is right, but they lie side by side: where in x does window number 3 begin?",
        steps_of_one,
    ),
    (
        "settings-not-passed-on",
        "There are other windows than the maps have places. Does im2col know of the stride and the padding?",
        not_passed_on(stride=1, sides=frame(0)),
        not_passed_on(sides=frame(0)),
        not_passed_on(stride=1),
    ),
    (
        "first-channel-only",
        "Only channel 0 went in. A filter has a kernel for every channel of x and adds up what they give.",
        lambda g, r: maps(seen(g)[:, :1], g.W[:, :1], bias(g)),
    ),
    (
        "one-kernel-for-all-channels",
        "The kernel of channel 0 was used for every channel. W[m] has one for each.",
        lambda g, r: maps(seen(g), np.repeat(g.W[:, :1], g.C_in, axis=1), bias(g)),
    ),
    (
        "channels-kept-apart",
        "The channels of x are still apart. A filter adds up what its kernels give.",
        lambda g, r: np.einsum("ncijuv,mcuv->nmcij", seen(g), g.W) + g.b[:, None, None, None],
        lambda g, r: np.einsum("ncijuv,mcuv->nmcij", seen(g), g.W),
    ),
    (
        "mean-of-the-window",
        "It was divided by the number of products. A neuron adds up and does not average.",
        lambda g, r: maps(seen(g), g.W / g.W[0].size, bias(g)),
        lambda g, r: maps(seen(g), g.W / g.W[0, 0].size, bias(g)),
        lambda g, r: maps(seen(g), g.W / g.C_in, bias(g)),
    ),
    (
        "factors-do-not-meet",
        MEET,
        *(
            lambda g, r, product=product: product(in_rows(seen(g)), g.W.reshape(len(g.b), -1))
            for product in (np.matmul, np.dot, lambda col, W: W @ col, lambda col, W: np.dot(W, col))
        ),
        lambda g, r: in_rows(seen(g)) @ g.W,
    ),
    ("size-of-the-maps", SIZES_OF_MAPS, another_size(-1), another_size(-1, -1), size_without_pad),
    ("size-not-whole", WHOLE_STEPS, *FLOAT_SIZE),
    (
        "activation-inside",
        "The negative numbers were cut off. That is the work of a layer of its own, which comes after this one.",
        lambda g, r: np.maximum(r.out, 0),
    ),
    ("out-not-returned", "The next layer takes over what forward hands out.", lambda g, r: None),
    ("self-forgotten", SELF, *undefined("W", "b", "stride", "pad")),
)


@exercise(
    "conv.forward",
    level=LEVEL,
    inputs=layer_and_batch,
    trials=SIZES,
    rows={"out": "one map for each sample and filter"},
    behaviour={
        "change of the first out by a second forward": "The caller may still need what the first call returned: each "
        "call makes an array of its own.",
        "difference to a new layer on the next batch": "Something of the first batch is left in the layer. The next "
        "one may have more samples and larger images, too: use the x of this call.",
        "difference to a new layer after an update": "W and b were changed in place between the calls, as training "
        "does. The layer must keep the arrays that it was given, not copies, and look into them at every call.",
    },
    mistakes=FORWARD_MISTAKES,
)
def forward(
    Convolution: Any, x: Any, W: Any, b: Any, W_step: Any, b_step: Any, next_x: Any, stride: int, pad: int
) -> Iterator[tuple[str, Any]]:
    """The maps; then whether the layer, on the next batch and after an update, is as good as a new one."""
    layer = made(Convolution, W, b, stride, pad)
    out = layer.forward(x)
    yield "out", out
    before = snapshot(out)
    next_out = layer.forward(next_x)
    yield "change of the first out by a second forward", gap(before, out)
    fresh = made(Convolution, W, b, stride, pad)
    yield "difference to a new layer on the next batch", gap(next_out, fresh.forward(next_x))
    W -= W_step
    b -= b_step
    fresh = made(Convolution, W, b, stride, pad)
    yield "difference to a new layer after an update", gap(layer.forward(x), fresh.forward(x))
