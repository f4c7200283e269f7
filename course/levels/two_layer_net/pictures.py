"""The chain of layers, digits, and how a training went.  `play` has the interactive part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from course.figures.show import show
from course.figures.style import (
    COLUMN,
    FAINT,
    FONT,
    GRADIENT,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    TITLE,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    write,
)

Array = NDArray[Any]
History = Sequence[tuple[float, float, float]]
"""Loss, accuracy on training images and accuracy on held-out ones: before the training and after each epoch."""


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


def draw_images(x: Array, titles: Sequence[str], columns: int = 10) -> Figure:
    """Square images in rows of ten, dark ink on white, a title below each."""
    side, rows = int(np.sqrt(x.shape[1])), -(-len(titles) // columns)
    figure, axes = canvas(COLUMN, rows * 1.02 + 0.05)
    for index, title in enumerate(titles):
        left, bottom = 0.06 + index % columns * 0.79, (rows - 1 - index // columns) * 1.02 + 0.33
        image = x[index].reshape(side, side)
        extent = (left, left + 0.7, bottom, bottom + 0.7)
        axes.imshow(image, cmap="Greys", vmin=0, vmax=1, extent=extent, interpolation="nearest", zorder=1)
        axes.add_patch(Rectangle((left, bottom), 0.7, 0.7, facecolor="none", edgecolor=FAINT, zorder=2))
        write(axes, left + 0.35, bottom - 0.16, title, size=SMALL if len(title) > 2 else LABEL)
    axes.set_xlim(0, COLUMN)
    axes.set_ylim(0, rows * 1.02 + 0.05)
    axes.set_aspect("auto")
    return figure


# -- a training ------------------------------------------------------------------------------------------------------


def show_history(history: History, batch_losses: Sequence[float] = (), classes: int = 10) -> None:
    """Loss and accuracies over the epochs, high accuracies magnified; `batch_losses`, evenly spread, as a thin line."""
    show(draw_history(history, batch_losses, classes, magnified=True), describe_history(history, classes))


def draw_history(
    history: History, batch_losses: Sequence[float] = (), classes: int = 10, *, magnified: bool = False
) -> Figure:
    """Two plots side by side: the loss on a logarithmic axis with the chance level, and both accuracies; `magnified`
    shows those above 0.9 again in a frame.
    """
    figure = Figure(figsize=(COLUMN, 3.2), facecolor="white")
    left = _axes(figure, (0.095, 0.16, 0.375, 0.79), "loss")
    right = _axes(figure, (0.575, 0.16, 0.415, 0.79), "accuracy")
    epochs = np.arange(len(history))
    loss, train, test = (np.array(column, dtype=float) for column in zip(*history, strict=True))
    if len(batch_losses):
        spread = np.linspace(0, len(history) - 1, len(batch_losses), endpoint=False)
        left.plot(spread, batch_losses, color=GREY, linewidth=0.4, alpha=0.5)
    left.plot(epochs, loss, color=VALUE, linewidth=2)
    _draw_loss_axis(left, classes)
    frame = _frame(right, len(history)) if magnified else None
    for axes in filter(None, (right, frame)):
        axes.plot(epochs, train, color=VALUE, linewidth=2)
        axes.plot(epochs, test, color=GRADIENT, linewidth=2, linestyle="--")
    right.axhline(1 / classes, color=SUM, linestyle=":", linewidth=1.4)
    right.set_ylim(0, 1.03)
    _named(right, ((0.31, "training images", VALUE), (0.22, "held-out images, dashed", GRADIENT)))
    return figure


def _frame(axes: Axes, epochs: int) -> Axes:
    """A frame inside the plot that shows accuracies from 0.9 to 1."""
    frame = axes.inset_axes((0.34, 0.44, 0.64, 0.38))
    frame.set_xlim(0, epochs - 1)
    frame.set_ylim(0.9, 1.003)
    frame.set_yticks([0.9, 0.95, 1])
    frame.set_xticks([])
    frame.tick_params(colors=GREY, labelsize=SMALL)
    frame.spines[:].set_color(GREY)
    return frame


def _axes(figure: Figure, place: tuple[float, float, float, float], name: str) -> Axes:
    axes = figure.add_axes(place)
    axes.set_xlabel("epoch", fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(name, fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    return axes


def _draw_loss_axis(axes: Axes, classes: int) -> None:
    axes.set_yscale("log")
    low, high = axes.get_ylim()
    low, high = max(min(low, 0.05), 0.001), max(high, 5)
    axes.set_ylim(low, high)
    ticks = [10.0**power for power in range(-5, 7) if low <= 10.0**power <= high]
    axes.set_yticks(ticks, labels=[f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.axhline(np.log(classes), color=SUM, linestyle=":", linewidth=1.4)
    axes.text(
        0.98, np.log(classes) * 1.12, f"chance {np.log(classes):.3f}",
        transform=axes.get_yaxis_transform(), ha="right", color=SUM, fontsize=SMALL, family=FONT,
    )  # fmt: skip


def _named(axes: Axes, names: Sequence[tuple[float, str, str]]) -> None:
    """Names of the curves in their colours, at the right."""
    for height, name, colour in (*names, (0.125, "chance, dotted", SUM)):
        axes.text(
            0.98, height, name, transform=axes.transAxes, ha="right", color=colour, fontsize=SMALL, family=FONT,
            weight="bold",
        )  # fmt: skip


def describe_history(history: History, classes: int = 10) -> str:
    """What `draw_history` shows, in words."""
    (first, *_), (last, train, test) = history[0], history[-1]
    return (
        f"Loss and accuracy over {len(history) - 1} epochs. The loss starts at {first:.3f} (chance: "
        f"{np.log(classes):.3f}) and ends at {last:.3g}. In the end {train:.1%} of the training images and {test:.1%} "
        "of the held-out images are recognised."
    )
