"""Level 13, TinyNet forward: how many numbers its last layer sees, and two questions about sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.tinynet_forward.tinynet_forward import LEVEL
from checks.declaring.old import question
from checks.declaring.writing import mistakes

Shapes = dict[str, tuple[int, ...]]


def shapes(rng: np.random.Generator, kernels: str, sides: str) -> Shapes:
    """Shapes of a batch and of the weights of both convolutions, with all sizes different."""
    N, C, C1, C2 = (int(n) for n in rng.permutation([2, 3, 5, 7, 11, 13])[:4])
    H, W = (int(n) for n in rng.permutation([5, 6, 7, 9, 10])[:2])
    H, W = {"multiples of 4": (4 * H, 4 * W), "odd": (4 * H + 3, 4 * W + 1)}[sides]
    low, high = (3, 3) if kernels == "3 x 3" else (2, 5)
    return {"x_shape": (N, C, H, W), "W_conv1_shape": (C1, C, high, low), "W_conv2_shape": (C2, C1, low, high)}


def sizes(g: SimpleNamespace) -> SimpleNamespace:
    """The letters of the shapes, and K_h and K_w of both convolutions."""
    (N, C, H, W), (C1, _, h1, w1), (C2, _, h2, w2) = g.x_shape, g.W_conv1_shape, g.W_conv2_shape
    return SimpleNamespace(N=N, C=C, H=H, W=W, C1=C1, C2=C2, h1=h1, w1=w1, h2=h2, w2=w2)


def only(g: SimpleNamespace, **trial: str) -> SimpleNamespace:
    """The sizes of one kind of trial. In others there are none: the same numbers could come from elsewhere there."""
    if any(vars(g)[name] != value for name, value in trial.items()):
        raise LookupError("another kind of trial")
    return sizes(g)


def unpadded(length: int) -> int:
    """A side after two stages with 3 by 3 kernels that nobody padded."""
    return ((length - 2) // 2 - 2) // 2


def predicts(count: Callable[[SimpleNamespace], Any], **trial: str) -> Formula:
    """The formula that counts so, in one kind of trial or in all."""
    return lambda g, r: count(only(g, **trial))


PLAIN = {"kernels": "3 x 3", "sides": "multiples of 4"}
ODD = {"kernels": "3 x 3", "sides": "odd"}
KERNELS_IGNORED = (
    "With 3 by 3 kernels this would be right. In this trial they are 5 by 2 and 2 by 5, and a padding of 1 does not "
    "make up for that. Their sizes stand in the shapes of the weights."
)

FC_INPUTS_MISTAKES = mistakes(
    "inputs",
    (
        "batch-counted",
        "The number of samples went in. fc sees each sample alone, as one row.",
        lambda g, r: r.inputs * sizes(g).N,
    ),
    (
        "channels-of-conv1",
        "The maps that reach fc come from conv2. How many channels does conv2 make?",
        lambda g, r: r.inputs / sizes(g).C2 * sizes(g).C1,
    ),
    (
        "channels-of-the-image",
        "So many channels has the image. How many come out of conv2?",
        lambda g, r: r.inputs / sizes(g).C2 * sizes(g).C,
    ),
    (
        "channels-forgotten",
        "These are the pixels of one map. How many maps make a sample?",
        lambda g, r: r.inputs / sizes(g).C2,
    ),
    (
        "all-channels-multiplied",
        "conv2 adds up over the channels that it is given. Which channels are left after it?",
        lambda g, r: r.inputs * sizes(g).C1,
        lambda g, r: r.inputs * sizes(g).C1 * sizes(g).C,
    ),
    (
        "poolings-forgotten",
        "Height and width went through no pooling here. What does each of the two do to both sides?",
        predicts(lambda s: s.C2 * s.H * s.W, **PLAIN),
    ),
    (
        "one-pooling",
        "This would fit one pooling. How many are on the way to fc?",
        predicts(lambda s: s.C2 * s.H * s.W // 4, **PLAIN),
    ),
    (
        "one-side-only",
        "Only one of the two sides went in. A map has a height and a width.",
        predicts(lambda s: s.C2 * s.H // 4, **PLAIN),
        predicts(lambda s: s.C2 * s.W // 4, **PLAIN),
    ),
    (
        "pad-forgotten",
        "Both convolutions pad the image by 1 on every side. What does a 3 by 3 kernel do to the sides then?",
        predicts(lambda s: s.C2 * unpadded(s.H) * unpadded(s.W), **PLAIN),
    ),
    (
        "not-a-whole-number",
        "A map has whole pixels. What does a pooling do with a last row that fills no window?",
        predicts(lambda s: s.C2 * s.H * s.W / 16, **ODD),
    ),
    (
        "rounded-at-the-end",
        "Each pooling drops what fills no window, and does so on each side. Here it was rounded once, at the end.",
        predicts(lambda s: s.C2 * s.H * s.W // 16, **ODD),
        predicts(lambda s: round(s.C2 * s.H * s.W / 16), **ODD),
    ),
    (
        "rounded-up",
        "Here an incomplete window counts, too. Look at the formula again: does it round up or down?",
        predicts(lambda s: s.C2 * -(-s.H // 4) * -(-s.W // 4), **ODD),
        predicts(lambda s: s.C2 * round(s.H / 4) * round(s.W / 4), **ODD),
    ),
    (
        "kernel-size-ignored",
        KERNELS_IGNORED,
        predicts(lambda s: s.C2 * (s.H // 4) * (s.W // 4)),
        predicts(lambda s: s.C2 * s.H * s.W // 16),
    ),
)


@exercise(
    "tinynet.fc-inputs",
    level=LEVEL,
    expects="function",
    inputs=shapes,
    trials=(
        dict(kernels="3 x 3", sides="multiples of 4"),
        dict(kernels="3 x 3", sides="odd"),
        dict(kernels="5 x 2 and 2 x 5", sides="multiples of 4"),
        dict(kernels="5 x 2 and 2 x 5", sides="odd"),
    ),
    rows={"inputs": "the rows of W_fc"},
    mistakes=FC_INPUTS_MISTAKES,
)
def fc_inputs(function: Any, x_shape: Any, W_conv1_shape: Any, W_conv2_shape: Any) -> Iterator[tuple[str, Any]]:
    """The number of inputs of fc."""
    yield "inputs", function(x_shape, W_conv1_shape, W_conv2_shape)


# -- questions -------------------------------------------------------------------------------------------------------

question(
    "tinynet.question-place",
    LEVEL,
    ("channel-0", "That is the very first number: channel 0, row 0, column 0.", 0),
    ("position-in-the-map", "That is its place within its own map. What lies before this map?", 1),
    ("start-of-the-map", "There map 1 begins, with row 0, column 0. One step more.", 4),
    ("counted-from-1", "Counted from 1 it would be. The places of an array are counted from 0.", 6),
    ("one-row-for-a-map", "A map has 2 rows of 2 numbers. How many are there before map 1 begins?", 3),
    ("another-map", "There lies a number of channel 2.", 9),
)
question(
    "tinynet.question-larger",
    LEVEL,
    ("kernels-grow", "A kernel slides. Does it care how far? Think of what each weight is multiplied by.", 1),
    ("kernels-grow", "The kernels of conv2 slide over larger maps. Are they larger themselves?", 2),
    ("all-grow", "Which of the six arrays belong to kernels that slide, and which to fixed places?", 4),
)
