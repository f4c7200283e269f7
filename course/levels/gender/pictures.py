"""Pictures of level 10: the people in their plane, one layer as a table, how a training went, and the made-up sample.

`play` has the interactive part, `net` the net that these pictures are drawn with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.data_people import LABELS, PEOPLE, TRAIN
from course.figures.show import show
from course.figures.style import (
    COLUMN,
    CYCLE,
    FAINT,
    FONT,
    GRADIENT,
    GRADIENT_FILL,
    GREY,
    INK,
    LABEL,
    LINES,
    SMALL,
    SUM,
    VALUE,
    VALUE_FILL,
    arrow,
    canvas,
    number,
    plot,
    write,
)

Array = NDArray[Any]


# -- the plane -------------------------------------------------------------------------------------------------------

KINDS = (("label 0, male", "s", GRADIENT), ("label 1, female", "o", VALUE))
"""Name, marker and colour of each label."""


def show_people() -> None:
    """The six people in the plane of weight and height."""
    show(draw_people(), describe_people())


def draw_people() -> Figure:
    """Each person as a mark with the numbers beside it; the two without a label as diamonds."""
    figure, axes = plane()
    draw_marks(axes, TRAIN, PEOPLE)
    places = {(50, 150): (-4, 10, "center"), (51, 149): (9, -12, "left"), (89, 190): (-10, 4, "right")}
    for person in (*TRAIN, *PEOPLE):
        across, up, align = places.get(person, (10, -4, "left"))
        text = f"{person[0]} kg, {person[1]} cm" + (" ?" if person in PEOPLE else "")
        axes.annotate(
            text, person, (across, up), textcoords="offset points", ha=align, fontsize=SMALL, family=FONT, color=INK
        )
    for height, (name, marker, colour) in zip((0.16, 0.09), reversed(KINDS), strict=True):
        _key(axes, height, name, marker, colour)
    _key(axes, 0.02, "to be judged", "D", "white")
    return figure


def _key(axes: Axes, height: float, name: str, marker: str, colour: str) -> None:
    where = axes.transAxes
    axes.plot([0.78], [height + 0.015], marker, color=colour, markeredgecolor=INK, markersize=7, transform=where)
    axes.text(0.8, height, name, fontsize=SMALL, family=FONT, color=INK, transform=where)


def plane(width: float = 6.4, height: float = 4.2) -> tuple[Figure, Axes]:
    """The axes of weight and height."""
    figure, axes = plot("weight in kg", "height in cm", width=width, height=height)
    axes.set_xlim(40, 100)
    axes.set_ylim(140, 198)
    axes.grid(color=FAINT, linewidth=0.5)
    axes.set_axisbelow(True)
    return figure, axes


def draw_marks(axes: Axes, known: Sequence[tuple[int, int]], asked: Sequence[tuple[int, int]]) -> None:
    """A circle for a label of 1, a square for 0, a white diamond for who is to be judged."""
    for person, label in zip(known, LABELS, strict=True):
        _, marker, colour = KINDS[label]
        axes.plot(*person, marker, color=colour, markeredgecolor="white", markersize=9, zorder=4)
    for person in asked:
        axes.plot(*person, "D", color="white", markeredgecolor=INK, markeredgewidth=1.6, markersize=8, zorder=4)


def describe_people() -> str:
    """What `draw_people` shows, in words."""
    labels = {1: "female", 0: "male"}
    known = [f"{w} kg and {h} cm, {labels[t]}" for (w, h), t in zip(TRAIN, LABELS, strict=True)]
    asked = [f"{w} kg and {h} cm" for w, h in PEOPLE]
    return (
        f"The plane of weight and height with six people. Four with a label: {'; '.join(known)}. "
        f"Two to be judged: {'; '.join(asked)}. The first of them is close to the heaviest and tallest person, the "
        "second lies between the two light people and the third."
    )


# -- one layer as a table --------------------------------------------------------------------------------------------

WORKED_W = np.array([[1, -1, 3], [0, 2, -1]])
WORKED_X = np.array([2, 1])
WORKED_DY = np.array([0.5, -1])
CELL = 0.46
"""The side of a cell in inches."""


def show_layer() -> None:
    """The worked layer, forward and backward, as tables."""
    show(draw_layer(), describe_layer())


def worked_layer() -> dict[str, Array]:
    """The layer of the text: W (2, 3), x (2,), the activation net * net, and what follows from them."""
    inputs = np.append(WORKED_X, 1)
    net = (WORKED_W * inputs).sum(axis=1)
    delta = WORKED_DY * 2 * net
    products = delta[:, None] * WORKED_W[:, :2] + 0.0  # no minus at a zero
    return {
        "inputs": inputs,
        "net": net,
        "y": net**2,
        "delta": delta,
        "dW": delta[:, None] * inputs,
        "products": products,
        "dx": products.sum(axis=0),
    }


INPUTS = ("x₀", "x₁", "1 for b")


def draw_layer() -> Figure:
    """Above the way forward, W with the inputs over its columns; below the way back, dW and dx made from delta."""
    figure, axes = canvas(COLUMN, 5.1)
    found = worked_layer()
    _draw_forward(axes, found, 1.3, 4.2)
    _draw_weights_back(axes, found, 1.3, 1.85)
    _draw_inputs_back(axes, found, 5.2, 1.85)
    return figure


def _draw_forward(axes: Axes, found: dict[str, Array], left: float, top: float) -> None:
    _inputs(axes, left, top, found["inputs"])
    _cells(axes, left, top, WORKED_W, VALUE_FILL, VALUE)
    write(axes, left + 1.5 * CELL, top - 2 * CELL - 0.2, "W (M, D + 1)", colour=VALUE, bold=True)
    beside = left + 3 * CELL + 0.2
    arrow(axes, [(beside, top - CELL), (beside + 1.1, top - CELL)])
    write(axes, beside + 0.5, top - CELL + 0.16, "row times inputs", size=SMALL)
    _column(axes, beside + 1.25, top, found["net"], "net (M,)")
    arrow(axes, [(beside + CELL + 1.4, top - CELL), (beside + CELL + 2.5, top - CELL)])
    write(axes, beside + CELL + 1.92, top - CELL + 0.16, "f: square", size=SMALL)
    _column(axes, beside + CELL + 2.65, top, found["y"], "y (M,)")


def _draw_weights_back(axes: Axes, found: dict[str, Array], left: float, top: float) -> None:
    _column(axes, left - CELL - 0.25, top, found["delta"], "δ (M,)", gradient=True)
    _inputs(axes, left, top, found["inputs"])
    _cells(axes, left, top, found["dW"], GRADIENT_FILL, GRADIENT)
    write(axes, left + 1.5 * CELL, top - 2 * CELL - 0.2, "dW (M, D + 1)", colour=GRADIENT, bold=True)


def _draw_inputs_back(axes: Axes, found: dict[str, Array], left: float, top: float) -> None:
    """The products of delta and the weights, added up over the neurons."""
    _column(axes, left - CELL - 0.25, top, found["delta"], "δ (M,)", gradient=True)
    _cells(axes, left, top, found["products"], "white", GREY)
    beside, bottom = left + 2 * CELL + 0.15, top - 2 * CELL
    write(axes, beside, top - CELL, "δ times the weights,", size=SMALL, align="left")
    write(axes, beside, top - CELL - 0.2, "without the biases", size=SMALL, align="left")
    for index in (0, 1):
        x = left + (index + 0.5) * CELL
        arrow(axes, [(x, bottom - 0.04), (x, bottom - 0.26)], SUM, width=2)
    write(axes, beside, bottom - 0.16, "Σ over M", colour=SUM, size=SMALL, align="left", bold=True)
    _cells(axes, left, bottom - 0.3, found["dx"][None], GRADIENT_FILL, GRADIENT)
    write(axes, beside, bottom - 0.3 - CELL / 2, "dx (D,)", colour=GRADIENT, bold=True, align="left")


def _inputs(axes: Axes, left: float, top: float, inputs: Array) -> None:
    """The inputs, with their names, over the columns of a table that begins at `top`."""
    _cells(axes, left, top + CELL + 0.1, inputs[None], "white", GREY)
    for index, name in enumerate(INPUTS):
        write(axes, left + (index + 0.5) * CELL, top + CELL + 0.28, name, size=SMALL, colour=GREY)


def _cells(axes: Axes, left: float, top: float, numbers: Array, fill: str, edge: str) -> None:
    for (row, column), value in np.ndenumerate(numbers):
        corner = (left + column * CELL, top - (row + 1) * CELL)
        axes.add_patch(Rectangle(corner, CELL, CELL, facecolor=fill, edgecolor=edge, linewidth=1.2))
        write(axes, corner[0] + CELL / 2, corner[1] + CELL / 2, number(float(value)).replace("-", "−"))


def _column(axes: Axes, left: float, top: float, numbers: Array, name: str, gradient: bool = False) -> None:
    """A vector, drawn as a column because each of its entries belongs to a row of W."""
    colour, fill = (GRADIENT, GRADIENT_FILL) if gradient else (VALUE, VALUE_FILL)
    _cells(axes, left, top, numbers[:, None], fill, colour)
    write(axes, left + CELL / 2, top - len(numbers) * CELL - 0.2, name, colour=colour, bold=True)


def describe_layer() -> str:
    """What `draw_layer` shows, in words."""
    found = {name: (array + 0).tolist() for name, array in worked_layer().items()}
    return (
        f"Forward: W = {WORKED_W.tolist()}, its last column being the biases. Above its columns stand the inputs with "
        f"a 1 after them, {found['inputs']}. Each row gives one number of net = {found['net']}, and f, the square, "
        f"makes y = {found['y']} of it. Backward, to the weights: a table with delta = {found['delta']} beside its "
        f"rows and the inputs above its columns; each cell is a product, dW = {found['dW']}. To the inputs: delta "
        f"times the weights without the biases, {found['products']}; the columns add up to dx = {found['dx']}."
    )


# -- how a training went ---------------------------------------------------------------------------------------------


def show_losses(**runs: Sequence[float]) -> None:
    """The losses of one or more trainings, by name, over the epochs; a _ in a name stands for a space."""
    named = {name.replace("_", " "): losses for name, losses in runs.items()}
    show(draw_losses(named), describe_losses(named))


def draw_losses(runs: dict[str, Sequence[float]]) -> Figure:
    """A curve for each training and a dotted line where every output is 0.5."""
    figure, axes = plot("epoch", "loss E", width=6.4, height=3.0)
    axes.axhline(0.25, color=SUM, linestyle=":", linewidth=1.4)
    length = max(len(losses) for losses in runs.values())
    axes.text(length, 0.256, "0.25: always 0.5", ha="right", color=SUM, fontsize=SMALL, family=FONT)
    for index, (name, losses) in enumerate(runs.items()):
        axes.plot(losses, color=CYCLE[index], linestyle=LINES[index], linewidth=2, label=name)
    axes.set_ylim(0, max(0.3, 1.06 * max(max(losses) for losses in runs.values())))
    axes.set_xlim(0, length * 1.01)
    axes.grid(color=FAINT, linewidth=0.5)
    if len(runs) > 1:
        axes.legend(frameon=False, fontsize=LABEL)
    return figure


def describe_losses(runs: dict[str, Sequence[float]]) -> str:
    """What `draw_losses` shows, in words."""
    told = [
        f"{name}: {losses[0]:.4f} after the first epoch, {losses[len(losses) // 10]:.4f} after a tenth of them, "
        f"{losses[-1]:.4f} after the last"
        for name, losses in runs.items()
    ]
    return f"The loss over the epochs, with a line at 0.25. {'. '.join(told)}."
