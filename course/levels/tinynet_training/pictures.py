"""Pictures of level 15: curves through few points, batches of an epoch, a training, and what the net misreads.

`curves` has the curves themselves, `play` the interactive part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.history import describe_history, draw_history
from course.figures.images import draw_images
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
    TITLE,
    VALUE,
    VALUE_FILL,
    canvas,
    write,
)
from course.levels.tinynet_training.curves import Fit, draw_curve, fitted
from course.training import Live

Array = NDArray[Any]

# -- under- and overfitting ------------------------------------------------------------------------------------------


def show_degrees() -> None:
    """A line, a quadratic and a curve of degree 9 through the same ten points."""
    fits = [("a line", fitted(1)), ("a quadratic", fitted(2)), ("degree 9", fitted(9))]
    show(draw_fits(fits), describe_fits(fits))


def show_decays() -> None:
    """The curve of degree 9 with three decays."""
    fits = [(f"decay {decay:g}", fitted(9, decay)) for decay in (0, 0.01, 10)]
    show(draw_fits(fits), describe_fits(fits))


def draw_fits(fits: Sequence[tuple[str, Fit]]) -> Figure:
    """Curves side by side, each with its two losses below its name."""
    figure = Figure(figsize=(COLUMN, 3.0), facecolor="white")
    for number, (name, fit) in enumerate(fits):
        axes = figure.add_axes((0.045 + number * 0.325, 0.1, 0.295, 0.66))
        draw_curve(axes, fit, labels=number == 0)
        middle = 0.1925 + number * 0.325
        for height, text, size, colour in (
            (0.95, name, TITLE, INK),
            (0.875, f"training loss {fit.training:.3f}", SMALL, VALUE),
            (0.81, f"held-out loss {fit.held_out:.3f}", SMALL, GRADIENT),
        ):
            figure.text(
                middle, height, text, ha="center", va="center", fontsize=size, color=colour, family=FONT,
                weight="bold" if size == TITLE else "normal",
            )  # fmt: skip
    return figure


def describe_fits(fits: Sequence[tuple[str, Fit]]) -> str:
    """What `draw_fits` shows, in words."""
    parts = [
        f"{name}: training loss {fit.training:.3f}, held-out loss {fit.held_out:.3f}, largest weight {fit.largest:.3g}"
        for name, fit in fits
    ]
    return f"Ten training points and twenty held-out ones, with three curves. {'; '.join(parts)}."


# -- mistakes that a small decay hides -------------------------------------------------------------------------------

RATE, SMALL_DECAY, LARGE_DECAY, TOLERANCE = 0.1, 1e-5, 0.5, 1e-5


def show_hidden_mistakes() -> None:
    """How far wrong decays move a weight, with a decay as small as is usual and with a large one."""
    show(draw_hidden_mistakes(), describe_hidden_mistakes())


def hidden_mistakes() -> list[tuple[str, float, float]]:
    """Each mistake with the largest error that it leaves in 1000 weights after one step, for both decays."""
    largest = float(np.abs(0.3 * np.random.default_rng(12).normal(size=1000)).max())
    off = {  # by how many times decay * weight the step is wrong
        "decay not times the rate": 1 - RATE,
        "wrong sign of the decay": 2 * RATE,
        "decay forgotten": RATE,
        "decay counted twice": RATE,
        "decay divided by N = 5": RATE * 4 / 5,
    }
    return [(name, times * SMALL_DECAY * largest, times * LARGE_DECAY * largest) for name, times in off.items()]


def draw_hidden_mistakes() -> Figure:
    """Two points for each mistake on a logarithmic axis, and the line below which a comparison sees nothing."""
    figure = Figure(figsize=(COLUMN, 2.9), facecolor="white")
    axes = figure.add_axes((0.27, 0.2, 0.7, 0.68))
    rows = hidden_mistakes()
    for height, (_, small, large) in enumerate(reversed(rows)):
        axes.plot([small, large], [height, height], color=FAINT, linewidth=1.2, zorder=1)
        axes.plot([small], [height], "o", color=VALUE, markersize=8)
        axes.plot([large], [height], "s", color=GRADIENT, markersize=8)
    axes.axvline(TOLERANCE, color=INK, linestyle="--", linewidth=1.2)
    axes.set_xscale("log")
    axes.set_xlim(2e-7, 2)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_yticks(range(len(rows)), labels=[name for name, *_ in reversed(rows)], fontsize=SMALL, color=INK)
    axes.set_xlabel("largest error in a weight after one step", fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="x", colors=GREY, labelsize=SMALL)
    axes.minorticks_off()
    for x, text, colour in (
        (0.2, "● decay 0.00001", VALUE),
        (0.475, "┆ tolerance", INK),
        (0.83, "■ decay 0.5", GRADIENT),
    ):
        axes.text(x, 1.06, text, transform=axes.transAxes, ha="center", color=colour, fontsize=SMALL, family=FONT)
    return figure


def describe_hidden_mistakes() -> str:
    """The same in words."""
    rows = "; ".join(f"{name}: {small:.1g} and {large:.1g}" for name, small, large in hidden_mistakes())
    return (
        "The largest error in a weight after one step, with a decay of 0.00001 and with one of 0.5. "
        f"{rows}. A comparison with a tolerance of 0.00001 sees none of the first and all of the second."
    )


# -- epochs and batches ----------------------------------------------------------------------------------------------

SAMPLES, BATCH, SIDE = 10, 4, 0.52


def show_epochs() -> None:
    """Ten samples in two epochs of three batches each."""
    show(draw_epochs(), describe_epochs())


def orders() -> list[Array]:
    """The orders of the two epochs."""
    rng = np.random.default_rng(12)
    return [rng.permutation(SAMPLES) for _ in range(2)]


def draw_epochs() -> Figure:
    """A row for each epoch, the samples in its order, a frame around each batch with the number of its iteration."""
    figure, axes = canvas(COLUMN, 2.5)
    for epoch, order in enumerate(orders()):
        bottom = 1.5 - epoch * 1.25
        write(axes, 0.1, bottom + SIDE / 2, f"epoch {epoch + 1}", align="left", bold=True)
        for batch, start in enumerate(range(0, SAMPLES, BATCH)):
            _draw_batch(axes, 1.2 + start * SIDE + batch * 0.35, bottom, order[start : start + BATCH])
            middle = 1.2 + batch * 0.35 + (start + min(BATCH, SAMPLES - start) / 2) * SIDE
            write(axes, middle, bottom + SIDE + 0.2, f"iteration {epoch * 3 + batch + 1}", colour=GREY, size=SMALL)
    return figure


def _draw_batch(axes: Axes, left: float, bottom: float, samples: Array) -> None:
    for place, sample in enumerate(samples):
        x = left + place * SIDE
        axes.add_patch(Rectangle((x, bottom), SIDE, SIDE, facecolor=VALUE_FILL, edgecolor="white", linewidth=2))
        write(axes, x + SIDE / 2, bottom + SIDE / 2, str(sample), colour=VALUE)
    frame = Rectangle((left, bottom), len(samples) * SIDE, SIDE, facecolor="none", edgecolor=VALUE, linewidth=1.6)
    axes.add_patch(frame)


def describe_epochs() -> str:
    """The same in words."""
    rows = []
    for epoch, order in enumerate(orders()):
        parts = [" ".join(map(str, order[start : start + BATCH])) for start in range(0, SAMPLES, BATCH)]
        rows.append(f"Epoch {epoch + 1}: {', then '.join(parts)}.")
    return f"Ten samples, 0 to 9, in batches of four. {' '.join(rows)} Each batch is one iteration, six in all."


# -- a training ------------------------------------------------------------------------------------------------------


def watch(epochs: int) -> Live:
    """A progress bar with the curves of loss and accuracy; `add` takes (loss, accuracy, accuracy held out)."""
    return Live(epochs, lambda rows: _as_far(rows, epochs), describe_history)


def _as_far(rows: Sequence[Any], epochs: int) -> Figure:
    """The curves so far, on an axis that has room for all epochs, so that it stands still while they grow."""
    figure = draw_history(rows)
    for axes in figure.axes:
        axes.set_xlim(-0.02 * epochs, max(epochs, 1))
    return figure


def show_confusion(guesses: Array, t: Array) -> None:
    """How often each digit was read as each digit."""
    show(draw_confusion(confusion(guesses, t)), describe_confusion(confusion(guesses, t)))


def confusion(guesses: Array, t: Array) -> Array:
    """Counts, shape (10, 10): the row is the label, the column the guess."""
    counts = np.zeros((10, 10), dtype=int)
    np.add.at(counts, (t, guesses), 1)
    return counts


def draw_confusion(counts: Array) -> Figure:
    """The counts in a table; right ones on blue, wrong ones on a frame of another colour."""
    figure, axes = canvas(5.2, 4.9)
    side, left, top = 0.4, 1.0, 4.15
    for digit in range(10):
        write(axes, left + (digit + 0.5) * side, top + 0.16, str(digit), bold=True)
        write(axes, left - 0.18, top - (digit + 0.5) * side, str(digit), bold=True)
    write(axes, left + 5 * side, top + 0.48, "read as", size=LABEL, colour=GREY)
    axes.text(0.4, top - 5 * side, "label", rotation=90, ha="center", va="center", color=GREY, fontsize=LABEL)
    for (row, column), count in np.ndenumerate(counts):
        corner = (left + column * side, top - (row + 1) * side)
        wrong = bool(count) and row != column
        fill = VALUE_FILL if row == column else "white"
        axes.add_patch(Rectangle(corner, side, side, facecolor=fill, edgecolor=FAINT, linewidth=0.7))
        if wrong:
            inner = (corner[0] + 0.03, corner[1] + 0.03)
            axes.add_patch(
                Rectangle(inner, side - 0.06, side - 0.06, facecolor="none", edgecolor=GRADIENT, linewidth=1.8)
            )
        if count or row == column:
            colour = GRADIENT if wrong else VALUE
            write(axes, corner[0] + side / 2, corner[1] + side / 2, str(count), colour=colour, bold=wrong)
    return figure


def describe_confusion(counts: Array) -> str:
    """What the table shows, in words."""
    wrong = [
        f"{label} as {guess}{f' ({count} times)' if count > 1 else ''}"
        for (label, guess), count in np.ndenumerate(counts)
        if count and label != guess
    ]
    right, total = int(np.trace(counts)), int(counts.sum())
    misread = f"Misread: {', '.join(wrong)}." if len(wrong) <= 20 else f"{total - right} are misread."
    return (
        f"{right} of {total} images are on the diagonal of the table, read as what they are. {misread if wrong else ''}"
    )


def show_misread(guesses: Array, x: Array, t: Array, count: int = 20) -> None:
    """The images (N, 1, H, W) for which the guess is not the label: the label first."""
    wrong = np.flatnonzero(guesses != t)[:count]
    if not len(wrong):
        print("No image is misread.")
        return
    titles = [f"{t[i]}, not {guesses[i]}" for i in wrong]
    show(
        draw_images(x[wrong].reshape(len(wrong), -1), titles), f"Misread images, the label first: {'; '.join(titles)}."
    )
