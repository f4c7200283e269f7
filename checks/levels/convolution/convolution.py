"""Level 11, convolution: im2col, and a question.  `convolution_layer` has `Convolution`."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import Formula, exercise
from checks.declaring.windows import FLOAT_SIZE, LEVEL, NO_SIDES, WHOLE_STEPS, Arrays, frame, in_rows, windows
from checks.declaring.old import question
from checks.declaring.writing import gap, mistakes

# -- im2col ----------------------------------------------------------------------------------------------------------


def images(
    rng: np.random.Generator,
    N: int,
    C: int,
    height: int,
    width: int,
    filter_h: int,
    filter_w: int,
    stride: int,
    pad: int,
) -> Arrays:
    """x (N, C, height, width) without a zero, a next batch of the same shape, and the four whole numbers."""
    x, next_x = rng.normal(size=(2, N, C, height, width))
    return dict(x=x, next_x=next_x, filter_h=filter_h, filter_w=filter_w, stride=stride, pad=pad)


def of(g: SimpleNamespace, **changed: Any) -> Any:
    """The windows of a trial, with something about them changed."""
    asked = dict(size=(g.filter_h, g.filter_w), stride=g.stride, sides=frame(g.pad))
    return windows(g.x, **{**asked, **changed})


def in_order(*orders: str) -> list[Formula]:
    """Formulas of rows, or of columns, that stand in another order."""

    def formula(order: str) -> Formula:
        return lambda g, r: in_rows(of(g), order)

    return [formula(order) for order in orders]


def without(**sides: int) -> Formula:
    """A formula in which the padding is missing at some sides, such as top=0."""
    return lambda g, r: in_rows(of(g, sides=frame(g.pad, **sides)))


def filled(mode: str) -> Formula:
    """A formula in which the padding holds something else."""
    return lambda g, r: in_rows(of(g, mode=mode))


def one_short(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The positions without the last one of each direction."""
    return in_rows(of(g)[:, :, :-1, :-1])


def half_the_padding(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The size made with the padding of one side; the padding itself is right."""
    many = [(n + g.pad - f) // g.stride + 1 for n, f in ((g.height, g.filter_h), (g.width, g.filter_w))]
    return in_rows(of(g)[:, :, : many[0], : many[1]])


def steps_of_one(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """As many windows as there should be, side by side."""
    down, across = of(g).shape[2:4]
    return in_rows(of(g, stride=1)[:, :, :down, :across])


def more_than_fit(pads: int, part: int, order: tuple[int, ...]) -> Formula:
    """A formula with too many positions, which raises as numpy does where slices don't fill them.

    So many `pads` are added to a size that has the padding already; `part` of a step, 0 or 1, counts as a whole one.
    The windows are put into an array with its axes in this `order`.
    """

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        x, size = np.pad(g.x, frame(g.pad)), (g.filter_h, g.filter_w)
        sizes = zip(x.shape[2:], size, strict=True)
        many = [(n + pads * g.pad - f + part * (g.stride - 1)) // g.stride + 1 for n, f in sizes]
        target = np.empty((g.N, g.C, *many)).transpose(order)
        for u, v in np.ndindex(*size):
            met = x[:, :, u : u + g.stride * many[0] : g.stride, v : v + g.stride * many[1] : g.stride]
            target[...] = met.transpose(order)
        raise LookupError("everything fits: this mistake leaves no trace here")

    return formula


def stride_in_one_direction(axis: int) -> Formula:
    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        every = of(g, stride=1)
        return in_rows(every[:, :, :: g.stride] if axis == 0 else every[:, :, :, :: g.stride])

    return formula


LAYOUTS = ((0, 1, 2, 3), (0, 2, 3, 1))
ORDER_OF_ROWS = (
    "Every window is there, but the rows stand in another order. First come all windows of sample 0: its first line "
    "from left to right, then its second line."
)
ORDER_OF_COLUMNS = (
    "Each row holds the right window, but its numbers stand in another order. First comes the whole of channel 0, line "
    "by line from left to right, then the whole of channel 1."
)
NOT_MOVED = (
    "The right numbers stand in wrong places: a row mixes several windows. A reshape reads an array from its last axis "
    "to its first. Which axes have to be last before it?"
)

IM2COL_MISTAKES = mistakes(
    "col",
    ("rows-in-another-order", ORDER_OF_ROWS, *in_order("njicuv", "ijncuv", "injcuv", "jincuv")),
    ("columns-in-another-order", ORDER_OF_COLUMNS, *in_order("nijuvc", "nijcvu", "nijucv", "nijvuc")),
    ("axes-not-moved", NOT_MOVED, *in_order("ncuvij", "ncijuv", "cuvnij", "nuvcij", "ncjiuv", "ncvuij")),
    (
        "windows-in-columns",
        "The windows stand in columns here. A window is to be a row, like a sample of an affine layer.",
        lambda g, r: r.col.T,
        lambda g, r: np.einsum("ncijuv->cuvijn", of(g)).reshape(r.col.T.shape),
    ),
    (
        "axes-not-joined",
        "The numbers are there, with their axes still apart. The result has two: windows, and numbers in a window.",
        lambda g, r: of(g),
        lambda g, r: np.einsum("ncijuv->nijcuv", of(g)),
        lambda g, r: np.einsum("ncijuv->ncuvij", of(g)),
        lambda g, r: r.col.reshape(g.N, -1, r.col.shape[1]),
    ),
    (
        "pad-forgotten",
        "The windows near the border are missing. Around every image lies a frame of zeros, `pad` pixels wide.",
        lambda g, r: in_rows(of(g, sides=NO_SIDES)),
    ),
    (
        "pad-on-one-side",
        "Windows at the border are missing. The frame of zeros has four sides, and both the padding itself and your "
        "count of positions have to know of all of them.",
        half_the_padding,
        without(bottom=0, right=0),
        without(top=0, left=0),
        without(top=0, bottom=0),
        without(left=0, right=0),
    ),
    (
        "padded-all-axes",
        "There are images and channels of zeros now. Only height and width get padding; x has four axes.",
        lambda g, r: in_rows(of(g, sides=((g.pad, g.pad),) * 4)),
        lambda g, r: in_rows(of(g, sides=((0, 0), *((g.pad, g.pad),) * 3))),
    ),
    (
        "padded-with-pixels",
        "The inner windows are right. In the padding stand zeros, not pixels of the image once more.",
        *map(filled, ("edge", "reflect", "symmetric", "wrap")),
    ),
    (
        "stride-forgotten",
        "Windows lie `stride` pixels apart; these lie side by side.",
        lambda g, r: in_rows(of(g, stride=1)),
    ),
    (
        "stride-in-one-direction",
        "In one direction the windows lie `stride` apart, in the other they don't.",
        stride_in_one_direction(0),
        stride_in_one_direction(1),
    ),
    (
        "one-position-short",
        "The last window of each line and the last line are missing. With no step at all there is one window already: "
        "does your count of positions have it?",
        one_short,
    ),
    (
        "height-and-width-exchanged",
        "The window is filter_h pixels high and filter_w wide. Here it lies on its side.",
        lambda g, r: in_rows(of(g, size=(g.filter_w, g.filter_h))),
    ),
    (
        "first-sample-only",
        "Only the windows of the first sample are here.",
        lambda g, r: r.col[: len(r.col) // g.N],
    ),
    (
        "window-upside-down",
        "The numbers of a window stand in reverse order. The first is its upper left one.",
        lambda g, r: in_rows(of(g)[..., ::-1, ::-1]),
    ),
    (
        "steps-of-one",
        "The number of windows is right, but they lie side by side. Where in x does window number 3 begin?",
        steps_of_one,
    ),
    (
        "more-positions-than-fit",
        "There is room for more positions than there are windows. If x has its padding already, its size has it, too; "
        "and a window that doesn't fit as a whole is left out.",
        *(more_than_fit(pads, part, order) for pads, part in ((2, 0), (0, 1), (2, 1)) for order in LAYOUTS),
    ),
    ("size-not-whole", WHOLE_STEPS, *FLOAT_SIZE),
    ("col-not-returned", "The array has to be handed out.", lambda g, r: None),
)


@exercise(
    "conv.im2col",
    level=LEVEL,
    expects="function",
    inputs=images,
    trials=(
        dict(N=2, C=3, height=5, width=6, filter_h=3, filter_w=2, stride=1, pad=0),
        dict(N=4, C=2, height=6, width=7, filter_h=3, filter_w=2, stride=2, pad=1),
        dict(N=4, C=5, height=6, width=8, filter_h=2, filter_w=3, stride=3, pad=2),
        dict(N=5, C=4, height=8, width=5, filter_h=3, filter_w=2, stride=2, pad=0),
    ),
    rows={"col": "one row for each window, one column for each number in it"},
    behaviour={
        "change of the first col by a second call": "The caller may still need what the first call returned: each call "
        "makes an array of its own."
    },
    mistakes=IM2COL_MISTAKES,
)
def rows_of_windows(
    im2col: Any, x: Any, next_x: Any, filter_h: int, filter_w: int, stride: int, pad: int
) -> Iterator[tuple[str, Any]]:
    """The windows of x as rows, with the defaults where they fit; then whether a second call leaves them alone."""
    steps = () if (stride, pad) == (1, 0) else (stride, pad)
    col = im2col(x, filter_h, filter_w, *steps)
    yield "col", col
    before = snapshot(col)
    im2col(next_x, filter_h, filter_w, *steps)
    yield "change of the first col by a second call", gap(before, col)


# -- a question ------------------------------------------------------------------------------------------------------

question(
    "conv.question-size",
    LEVEL,
    (
        "one-position-short",
        "You are one position short in both directions. Is there padding on both sides, and did you count the "
        "position before the first step?",
        96,
    ),
    ("channels-of-the-input", "The 3 channels of a window are added up. What gives out its channels?", 105),
    ("channels-not-added", "Each filter has a kernel for each of the 3 channels and adds them up.", 420),
    ("one-filter", "Those are the positions. What does each of the 4 filters make at each of them?", 35),
    ("stride-forgotten", "Those are windows at every pixel. With stride 2 every other one is left out.", 468),
    ("weights-counted", "Those are the weights. They are the same at each position: what is asked for?", 72),
    ("weights-counted", "That is what the layer learns. How many numbers does it hand out?", 76),
    ("windows-counted", "Those are the numbers in all windows. A filter makes one number of a window.", 630),
)
