"""The chain of layers, digits, and how a training went.  `play` has the interactive part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.history import History, describe_history, draw_history
from course.figures.images import draw_images
from course.figures.show import show
from course.figures.style import (
    COLUMN,
    GRADIENT,
    GREY,
    INK,
    SMALL,
    TITLE,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    write,
)

Array = NDArray[Any]


# -- the chain -------------------------------------------------------------------------------------------------------

BLOCKS = (("Affine", 1.2), ("Relu", 2.9), ("Affine", 4.5), ("SoftmaxWithLoss", 6.5))
"""The layers from left to right, each with the middle of its box in inches."""
SHAPES = ("x (N, D)", "(N, H)", "(N, H)", "(N, C)", "loss")
PARAMS = (("W1", "(D, H)", 0.9), ("b1", "(H,)", 1.5), ("W2", "(H, C)", 4.2), ("b2", "(C,)", 4.8))
HALF, LINE = 0.31, 2.35


def show_chain() -> None:
    """The layers of TwoLayerNet with the shapes between them, and the dict of params whose arrays they hold."""
    show(draw_chain(), CHAIN)


CHAIN = (
    "Four layers in a row: Affine, Relu, Affine and SoftmaxWithLoss. Forward, x of shape (N, D) enters the first; "
    "(N, H) leaves it, (N, H) leaves Relu, the logits (N, C) leave the second Affine, and with the labels t the last "
    "layer makes the loss of them, one number. Backward, gradients of the same shapes go from right to left. Below is "
    "the dict params with W1 (D, H), b1 (H,), W2 (H, C) and b2 (C,). The first Affine holds the arrays W1 and b1 of "
    "params themselves, the second W2 and b2."
)


def draw_chain() -> Figure:
    """The chain above, params below, a double line wherever both hold one and the same array."""
    figure, axes = canvas(COLUMN, 3.55)
    halves = [0.5 if len(name) < 8 else 0.78 for name, _ in BLOCKS]
    for (name, x), half in zip(BLOCKS, halves, strict=True):
        axes.add_patch(Rectangle((x - half, LINE - HALF), 2 * half, 2 * HALF, facecolor="white", edgecolor=INK))
        write(axes, x, LINE, name, bold=True)
    lefts = [0.0, *(x + half for (_, x), half in zip(BLOCKS, halves, strict=True))]
    rights = [*(x - half for (_, x), half in zip(BLOCKS, halves, strict=True)), COLUMN - 0.08]
    for number, (left, right, shape) in enumerate(zip(lefts, rights, SHAPES, strict=True)):
        _between(axes, left, right, shape, backward=number > 0, last=number == len(SHAPES) - 1)
    arrow(axes, [(BLOCKS[-1][1], LINE + HALF + 0.4), (BLOCKS[-1][1], LINE + HALF + 0.04)], VALUE)
    write(axes, BLOCKS[-1][1], LINE + HALF + 0.5, "t (N,)", colour=VALUE)
    _draw_params(axes)
    return figure


def _between(axes: Axes, left: float, right: float, shape: str, *, backward: bool, last: bool) -> None:
    """The way forward above the line, with what it carries; the way back below, with its gradient."""
    arrow(axes, [(left + 0.04, LINE + 0.09), (right - 0.04, LINE + 0.09)], VALUE)
    middle = (left + right) / 2
    write(axes, middle, LINE + 0.27, shape, colour=VALUE, size=SMALL)
    if backward:
        arrow(axes, [(right - 0.04, LINE - 0.09), (left + 0.04, LINE - 0.09)], GRADIENT)
        write(axes, middle, LINE - 0.27, "1" if last else shape, colour=GRADIENT, size=SMALL, bold=True)


def _draw_params(axes: Axes) -> None:
    axes.add_patch(Rectangle((0.3, 0.35), 5.1, 0.8, facecolor=VALUE_FILL, edgecolor="none"))
    write(axes, 5.52, 0.88, "params", align="left", colour=VALUE, bold=True, size=TITLE)
    write(axes, 5.52, 0.62, "a dict of four arrays", align="left", colour=GREY, size=SMALL)
    for name, shape, x in PARAMS:
        write(axes, x, 0.88, name, size=TITLE, bold=True, colour=VALUE)
        write(axes, x, 0.62, shape, size=SMALL, colour=GREY)
        for shift in (-0.025, 0.025):
            axes.plot([x + shift, x + shift], [1.15, LINE - HALF], color=VALUE, linewidth=1)
    for x in (1.5, 4.8):
        write(axes, x + 0.15, 1.6, "the same arrays,\nno copies", size=SMALL, align="left", colour=VALUE)


# -- digits ----------------------------------------------------------------------------------------------------------


def show_digits(x: Array, t: Array, count: int = 20) -> None:
    """The first images of a set, with their labels."""
    titles = [str(label) for label in t[:count]]
    show(draw_images(x[:count], titles), f"{len(titles)} small grey images of digits, labelled {', '.join(titles)}.")


def show_missed(guesses: Array, x: Array, t: Array, count: int = 10) -> None:
    """The first images for which the guess is not the label."""
    wrong = np.flatnonzero(guesses != t)[:count]
    if not len(wrong):
        print("No image is guessed wrong.")
        return
    titles = [f"{t[i]}, not {guesses[i]}" for i in wrong]
    show(draw_images(x[wrong], titles), f"{len(wrong)} images that the net got wrong: {'; '.join(titles)}.")


# -- a training ------------------------------------------------------------------------------------------------------


def show_history(history: History, batch_losses: Sequence[float] = (), classes: int = 10) -> None:
    """Loss and accuracies over the epochs, high accuracies magnified; `batch_losses`, evenly spread, as a thin line."""
    show(draw_history(history, batch_losses, classes, magnified=True), describe_history(history, classes))
