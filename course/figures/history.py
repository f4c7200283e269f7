"""How a training went: loss and accuracies over the epochs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course.figures.style import COLUMN, FONT, GRADIENT, GREY, INK, LABEL, SMALL, SUM, VALUE

History = Sequence[tuple[float, float, float]]
"""Loss, accuracy on training images and accuracy on held-out ones: before the training and after each epoch."""


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
