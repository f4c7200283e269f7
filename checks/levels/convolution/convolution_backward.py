"""Level 11, convolution: the three gradients of `Convolution`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.declaring.old import exercise
from checks.declaring.old import BACKWARD_BEHAVIOUR
from checks.levels.convolution.convolution_gradients import (
    WAYS,
    counts,
    defaults,
    dx_of,
    filters_mixed,
    laid_back,
    mixed_in_db,
    mixed_in_dx,
    mixed_in_weights,
    next_batch,
    next_dx,
    parts,
    rows_of,
    shares,
    weights_of,
)
from checks.levels.convolution.convolution_layer import SIZES, layer_and_batch, made, seen
from checks.declaring.windows import LEVEL, SELF, Arrays, cut, folded, in_rows
from checks.probing import Missing, read
from checks.declaring.writing import echo, lacking, mistakes, undefined


def backward_inputs(rng: np.random.Generator, **trial: int) -> Arrays:
    """A layer and two batches, each with its dout; the next one is larger in every way."""
    given = layer_and_batch(rng, **trial)
    return {**given, "dout": dout_of(rng, given, "x"), "next_dout": dout_of(rng, given, "next_x")}


def dout_of(rng: np.random.Generator, given: Arrays, x: str) -> Any:
    """A gradient for the maps of a batch."""
    sizes = zip(given[x].shape[2:], given["W"].shape[2:], strict=True)
    many = [(size + 2 * given["pad"] - kernel) // given["stride"] + 1 for size, kernel in sizes]
    return rng.normal(size=(len(given[x]), len(given["b"]), *many))


# -- mistakes ---------------------------------------------------------------------------------------------------------

FROM_MAPS = (
    "dout came in as maps, and the rows that you made of it mix filters or samples. Row by row it must belong to the "
    "windows of col: which axis has to be last before it is reshaped?"
)
MEAN_ONCE = "The mean over the batch is taken once, in the loss, and dout brings it along. Where is it taken again?"
HANDED_DOWN = "This does not depend on dout, which alone says how the loss reacts to each number of out."
KEEP = "Training reads it from the layer: which attributes does the docstring ask for?"
OVERLAP = (
    "Windows overlap, so a pixel was used several times and gets the sum of what comes back. Here only one of its "
    "windows counts."
)

NOT_LAID_BACK = "Each window has its gradient, in a row of its own. Which pixels of x do these numbers belong to?"

DX_MISTAKES = mistakes(
    "dx",
    (
        "overlap-overwritten",
        OVERLAP,
        lambda g, r: dx_of(parts(g), g, add=False),
        lambda g, r: dx_of(parts(g), g, add=False, turn=-1),
    ),
    (
        "overlap-averaged",
        "A pixel in several windows gets the sum of what comes back, not the mean.",
        lambda g, r: r.dx / counts(g),
    ),
    ("dout-mixed-up", FROM_MAPS, *map(mixed_in_dx, WAYS)),
    (
        "filters-reshaped",
        "Numbers of several filters were mixed on the way back. W holds filter after filter: which axis must stay "
        "whole?",
        filters_mixed,
    ),
    (
        "kernel-turned",
        "The kernel was turned upside down and left to right. A pixel gets back what it was multiplied by on the way "
        "forward, and col2im knows where the windows lay.",
        lambda g, r: dx_of(parts(g)[..., ::-1, ::-1], g),
    ),
    (
        "pad-not-cut",
        "The padding is still there. It is no part of x, so its gradient is dropped.",
        lambda g, r: laid_back(parts(g), g),
    ),
    (
        "cut-at-the-wrong-side",
        "The shape is right, the picture is shifted: the padding lies around x on all four sides.",
        lambda g, r: laid_back(parts(g), g)[:, :, : g.height, : g.width],
        lambda g, r: laid_back(parts(g), g)[:, :, 2 * g.pad :, 2 * g.pad :],
    ),
    (
        "windows-counted-anew",
        "The windows were laid back as if they had another stride or padding than on the way forward. What does col2im "
        "have to know?",
        lambda g, r: defaults(g, 1, 0),
        lambda g, r: defaults(g, g.stride, 0),
        lambda g, r: defaults(g, 1, g.pad),
    ),
    (
        "not-laid-back",
        NOT_LAID_BACK,
        lambda g, r: in_rows(parts(g)),
        lambda g, r: parts(g),
    ),
    ("not-laid-back", NOT_LAID_BACK, lambda g, r: in_rows(parts(g)).reshape(g.x.shape)),
    (
        "factors-do-not-meet",
        "Write the shapes beside each other: the rows of dout are (N·out_h·out_w, C_out), and W has one filter of "
        "C_in·K_h·K_w numbers for each of C_out. Which axes have to meet here?",
        lambda g, r: rows_of(g) @ g.W.reshape(len(g.b), -1).T,
        lambda g, r: np.dot(rows_of(g), g.W.reshape(len(g.b), -1).T),
        lambda g, r: rows_of(g) @ g.W,
    ),
    (
        "steps-of-one",
        "The windows were laid back side by side. Window number 3 begins 3 strides from the border.",
        lambda g, r: cut(folded(parts(g), g.x.shape[2:], 1, g.pad), g.pad),
    ),
    (
        "one-filter-only",
        "Only one filter sends its gradient back. Every filter looked at x.",
        lambda g, r: dx_of(np.einsum("nij,cuv->ncijuv", g.dout[:, 0], g.W[0]), g),
        lambda g, r: dx_of(np.einsum("nij,cuv->ncijuv", g.dout[:, -1], g.W[-1]), g),
    ),
    ("dout-ignored", HANDED_DOWN, lambda g, r: dx_of(np.einsum("nmij,mcuv->ncijuv", np.ones_like(g.dout), g.W), g)),
    ("mean-in-dx", MEAN_ONCE, lambda g, r: r.dx / g.N),
    ("dx-not-returned", "dW and db stay with the layer; dx has to be handed on.", lambda g, r: None),
    (
        "all-three-returned",
        "The layer below can use dx only. The others stay here, as attributes.",
        lambda g, r: (r.dx, r.dW, r.db),
    ),
    ("self-forgotten", SELF, *undefined("W", "b", "x", "col", "rows", "stride", "pad", "x_shape")),
    (
        "not-kept",
        "backward needs something of the last forward. Who saw it, and could have kept it?",
        *lacking("Convolution", "x", "col", "cols", "x_shape", "shape", "input", "cache"),
    ),
)

DW_MISTAKES = mistakes(
    "dW",
    ("dout-mixed-up", FROM_MAPS, *map(mixed_in_weights, WAYS)),
    (
        "dW-reshaped",
        "The right numbers stand in wrong places. In W the filters come first, and a reshape moves no axis: what lies "
        "first in your product?",
        lambda g, r: r.dW.reshape(len(g.b), -1).T.reshape(r.dW.shape),
        lambda g, r: np.einsum("mcuv->uvcm", r.dW).reshape(r.dW.shape),
        lambda g, r: np.einsum("mcuv->cmuv", r.dW).reshape(r.dW.shape),
        lambda g, r: np.einsum("mcuv->mcvu", r.dW).reshape(r.dW.shape),
    ),
    (
        "dW-not-folded",
        "The right numbers in two axes. W is to be updated by it entry by entry: which shape has it?",
        lambda g, r: r.dW.reshape(len(g.b), -1),
        lambda g, r: r.dW.reshape(len(g.b), -1).T,
    ),
    (
        "kernel-turned",
        "Each kernel of dW is turned upside down and left to right.",
        lambda g, r: r.dW[..., ::-1, ::-1],
    ),
    ("mean-in-dW", MEAN_ONCE, lambda g, r: r.dW / g.N, lambda g, r: r.dW / rows_of(g).shape[0]),
    (
        "one-sample-in-dW",
        "This is the share of one sample. All N used this W: what has to happen to their shares?",
        lambda g, r: shares(g)[0],
        lambda g, r: shares(g)[-1],
    ),
    (
        "shared-by-all-layers",
        "This was made from the x of another layer, which worked in between. Where is it kept: with this layer alone?",
        lambda g, r: weights_of(seen(g)[::-1], g.dout),
    ),
    ("dW-not-gathered", "Each sample still has a dW of its own, but all share one W.", lambda g, r: shares(g)),
    (
        "one-position-in-dW",
        "This is the share of one window. The kernel lay on every window of every sample.",
        lambda g, r: np.einsum("ncuv,nm->mcuv", seen(g)[:, :, 0, 0], g.dout[:, :, 0, 0]),
        lambda g, r: np.einsum("ncuv,nm->mcuv", seen(g)[:, :, -1, -1], g.dout[:, :, -1, -1]),
        lambda g, r: np.einsum("cuv,m->mcuv", seen(g)[-1, :, -1, -1], g.dout[-1, :, -1, -1]),
    ),
    ("dout-ignored", HANDED_DOWN, lambda g, r: weights_of(seen(g), np.ones_like(g.dout))),
    ("dW-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("Convolution", "dW")),
)

DB_MISTAKES = mistakes(
    "db",
    ("dout-mixed-up", FROM_MAPS, *map(mixed_in_db, WAYS)),
    (
        "bias-not-gathered",
        "A bias was added at every position of its map, for every sample. Over which axes does its gradient collect?",
        lambda g, r: g.dout,
        lambda g, r: g.dout.sum(axis=0),
        lambda g, r: g.dout.sum(axis=(2, 3)),
        lambda g, r: rows_of(g),
    ),
    (
        "bias-of-something-else",
        "A bias belongs to a filter: which axis of dout must stay?",
        lambda g, r: g.dout.sum(),
        lambda g, r: g.dout.sum(axis=(1, 2, 3)),
        lambda g, r: rows_of(g).sum(axis=1),
        lambda g, r: g.dout.sum(axis=(0, 1, 2)),
        lambda g, r: g.dout.sum(axis=(0, 1)),
    ),
    (
        "mean-in-db",
        MEAN_ONCE,
        lambda g, r: r.db / g.N,
        lambda g, r: rows_of(g).mean(axis=0),
        lambda g, r: r.db / g.dout[0, 0].size,
    ),
    (
        "db-kept-axes",
        "The numbers are right, but b has one axis.",
        lambda g, r: r.db[None, :],
        lambda g, r: r.db[:, None],
        lambda g, r: r.db[None, :, None, None],
    ),
    ("dout-ignored", HANDED_DOWN, lambda g, r: np.ones(len(g.b)), lambda g, r: np.full(len(g.b), rows_of(g).shape[0])),
    ("db-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("Convolution", "db")),
)

# -- later calls -----------------------------------------------------------------------------------------------------

LATER_MISTAKES = (
    *mistakes(
        "dx of the next batch",
        (
            "parameters-copied",
            "W was changed in place before this batch, as training does, and dx was made from the old one. Does the "
            "layer look into the array that it was given, or into a copy?",
            lambda g, r: next_dx(g, g.W),
        ),
    ),
    *echo(DX_MISTAKES, "dx of the next batch", seen=next_batch),
    *echo(DW_MISTAKES, "dW after a second backward"),
    *echo(DW_MISTAKES, "dW of the next batch", seen=next_batch),
    *echo(DB_MISTAKES, "db of the next batch", seen=next_batch),
)


@exercise(
    "conv.backward",
    level=LEVEL,
    inputs=backward_inputs,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W", "db": "one number per filter"},
    behaviour=BACKWARD_BEHAVIOUR,
    mistakes=(*DX_MISTAKES, *DW_MISTAKES, *DB_MISTAKES, *LATER_MISTAKES),
)
def backward(
    Convolution: Any,
    x: Any,
    W: Any,
    b: Any,
    W_step: Any,
    b_step: Any,
    next_x: Any,
    stride: int,
    pad: int,
    dout: Any,
    next_dout: Any,
) -> Iterator[tuple[str, Any]]:
    """dx, dW and db while another layer is at work, dW again, and all of the next batch after an update in place."""
    layer = made(Convolution, W, b, stride, pad)
    layer.forward(x)
    made(Convolution, W, b, stride, pad).forward(x[::-1])
    yield "dx", layer.backward(dout)
    yield "dW", read(layer, "dW")
    yield "db", read(layer, "db")
    layer.backward(dout)
    yield "dW after a second backward", read(layer, "dW")
    W -= W_step
    b -= b_step
    layer.forward(next_x)
    yield "dx of the next batch", layer.backward(next_dout)
    yield "dW of the next batch", read(layer, "dW")
    yield "db of the next batch", read(layer, "db")
