"""Level 10: which label the net gives to each point of the plane, epoch by epoch, and for a large made-up sample."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from ipywidgets import Dropdown, SelectionSlider
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.data_people import LABELS, PEOPLE, TRAIN, best_border, people_sample
from course.figures.play import play
from course.figures.show import show
from course.figures.style import (
    COLUMN,
    FAINT,
    FONT,
    GREY,
    INK,
    LABEL,
    SMALL,
    SUM,
    VALUE,
)
from course.levels.gender.net import (
    CENTRE,
    EQUAL,
    UNEQUAL,
    Points,
    Weights,
    centred,
    judged,
    loss,
    outputs,
    random_start,
    train,
)
from course.levels.gender.pictures import KINDS, draw_marks, plane

Array = NDArray[Any]
EPOCHS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000)
RATES = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 200.0)
STARTS: dict[str, Weights] = {
    "the one of the level": UNEQUAL,
    "all 0.1": EQUAL,
    **{f"random {seed}": random_start(seed) for seed in (1, 2, 3)},
}
DATA = ("zero mean", "raw kg and cm")
COLOURS = LinearSegmentedColormap.from_list("label", ["#F0AE80", "white", "#86B6D6"], N=20)
"""Few colours: the picture is packed in half the time."""
LEFT, RIGHT, BOTTOM, TOP = 40, 100, 140, 198


def trained(data: str, rate: float, start: str) -> tuple[Weights, ...]:
    """The weights after each epoch of a training on the four people."""
    return train(STARTS[start], seen(data, TRAIN), LABELS, rate, EPOCHS[-1])


def seen(data: str, people: Points) -> Points:
    """What the net gets to see of these people."""
    return people if data == DATA[1] else centred(people)


@cache
def loss_curve(data: str, rate: float, start: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Epochs, close together at first, and the loss after each of them."""
    epochs = tuple(sorted({0, *np.geomspace(1, EPOCHS[-1], 60).round().astype(int).tolist()}))
    history = trained(data, rate, start)
    return epochs, tuple(loss(history[epoch], seen(data, TRAIN), LABELS) for epoch in epochs)


# -- to play with ----------------------------------------------------------------------------------------------------


def play_regions() -> None:
    """A slider for the epoch and one for the learning rate; menus for the data and the start."""
    play(draw_regions, describe_regions, **region_controls())


def region_controls() -> dict[str, SelectionSlider | Dropdown]:
    """The controls, in the middle of a training that goes well."""
    return {
        "epoch": SelectionSlider(options=[(str(epoch), epoch) for epoch in EPOCHS], value=50, description="epoch"),
        "rate": SelectionSlider(
            options=[(f"{rate:g}", rate) for rate in RATES], value=0.1, description="learning rate"
        ),
        "data": Dropdown(options=list(DATA), value=DATA[0], description="the net sees"),
        "start": Dropdown(options=list(STARTS), value="the one of the level", description="starting weights"),
    }


def draw_regions(epoch: int, rate: float, data: str, start: str) -> Figure:
    """The plane in the colours of the two labels with the border between them, and the loss up to this epoch."""
    figure = Figure(figsize=(COLUMN, 3.7), facecolor="white")
    axes = _axes(figure, (0.075, 0.14, 0.5, 0.83), "weight in kg", "height in cm")
    _draw_region(axes, trained(data, rate, start)[epoch], data)
    draw_marks(axes, TRAIN, PEOPLE)
    curve = _axes(figure, (0.68, 0.14, 0.31, 0.83), "epoch", "loss E")
    _draw_curve(curve, epoch, *loss_curve(data, rate, start))
    return figure


def _axes(figure: Figure, place: tuple[float, float, float, float], across: str, up: str) -> Axes:
    axes = figure.add_axes(place)
    axes.set_xlabel(across, fontsize=LABEL, color=INK, family=FONT)
    axes.set_ylabel(up, fontsize=LABEL, color=INK, family=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=GREY, labelsize=SMALL)
    return axes


def _draw_region(axes: Axes, weights: Weights, data: str) -> None:
    """y over the plane as a colour, a line where it is 0.5, and in words what lies on its sides."""
    weight, height = np.meshgrid(np.linspace(LEFT, RIGHT, 61), np.linspace(BOTTOM, TOP, 59))
    shift = (0, 0) if data == DATA[1] else CENTRE
    y = outputs(weights, weight - shift[0], height - shift[1])
    axes.imshow(
        y,
        cmap=COLOURS,
        vmin=0,
        vmax=1,
        extent=(LEFT, RIGHT, BOTTOM, TOP),
        origin="lower",
        aspect="auto",
        interpolation="nearest",
    )
    if y.min() < 0.5 < y.max():
        axes.contour(weight, height, y, levels=[0.5], colors=INK, linewidths=1.6)
    for place, align, value in (((42, 142), "left", y[0, 0]), ((98, 195), "right", y[-1, -1])):
        name = KINDS[int(value > 0.5)][0]
        text = f"y = {value:.3f} here: {name.split(',')[0]}"
        axes.text(*place, text, ha=align, color=INK, fontsize=SMALL, family=FONT, weight="bold")
    axes.set_xlim(LEFT, RIGHT)
    axes.set_ylim(BOTTOM, TOP)
    axes.set_xticks([50, 70, 90])
    axes.set_yticks([150, 170, 190])


def _draw_curve(axes: Axes, epoch: int, epochs: tuple[int, ...], losses: tuple[float, ...]) -> None:
    """The whole curve faintly, the part that is done strongly, with a point at its end."""
    done = sum(each <= epoch for each in epochs)
    axes.plot(epochs, losses, color=FAINT, linewidth=1.4)
    axes.plot(epochs[:done], losses[:done], color=VALUE, linewidth=2)
    axes.plot(epochs[done - 1], losses[done - 1], "o", color=VALUE, markersize=6)
    axes.axhline(0.25, color=SUM, linestyle=":", linewidth=1.4)
    axes.set_xscale("symlog", linthresh=1, linscale=0.4)
    axes.set_xticks([0, 1, 10, 100, 1000], labels=["0", "1", "10", "100", "1000"])
    axes.set_yticks([0, 0.25, 0.5], labels=["0", "0.25", "0.5"])
    axes.set_xlim(-0.1, 1600)
    axes.set_ylim(0, 0.55)


def describe_regions(epoch: int, rate: float, data: str, start: str) -> str:
    """Where the training stands, and what the net says about the four and the two people."""
    weights = trained(data, rate, start)[epoch]
    four, two = (judged(weights, seen(data, people)) for people in (TRAIN, PEOPLE))
    known = ", ".join(f"{y:.3f} for a {label}" for y, label in zip(four, LABELS, strict=True))
    asked = ", ".join(f"{y:.3f} for ({w}, {h})" for y, (w, h) in zip(two, PEOPLE, strict=True))
    alike = " Both hidden neurons have the same weights." if weights[0:3] == weights[3:6] else ""
    return (
        f"After {epoch} epochs with the learning rate {rate:g}, {data}, starting weights: {start}. "
        f"The loss is {loss(weights, seen(data, TRAIN), LABELS):.4f}. y is {known}; to be judged: {asked}.{alike}"
    )


# -- the made-up sample ----------------------------------------------------------------------------------------------

SAMPLE_RATE, SAMPLE_EPOCHS = 10.0, 30


@cache
def sample_net() -> Weights:
    """The net after a training on the made-up sample."""
    x, t = people_sample()
    return train(UNEQUAL, centred(map(tuple, x.tolist())), tuple(t.tolist()), SAMPLE_RATE, SAMPLE_EPOCHS)[-1]


def show_sample() -> None:
    """The made-up sample with the border that the net has found and the best one there is."""
    show(draw_sample(), describe_sample())
    print("Misjudged, of 20000 more made-up people:")
    for name, part in sample_errors().items():
        print(f"{name:30} {part:.1%}")


def draw_sample() -> Figure:
    """400 points in the plane; the net's border as a line, the best straight one dashed."""
    figure, axes = plane(6.4, 4.6)
    x, t = people_sample()
    for label, (name, marker, colour) in enumerate(KINDS):
        points = x[t == label]
        axes.plot(*points.T, marker, color=colour, markersize=3.6, alpha=0.65, linestyle="", label=name)
    weight, height = np.meshgrid(np.linspace(35, 115, 81), np.linspace(140, 202, 63))
    y = outputs(sample_net(), weight - CENTRE[0], height - CENTRE[1])
    axes.contour(weight, height, y, levels=[0.5], colors=INK, linewidths=2)
    a, b = best_border()
    across = np.array([35, 115])
    axes.plot(across, (b - a[0] * across) / a[1], "--", color=SUM, linewidth=2, label="best border there is")
    axes.plot([], [], color=INK, linewidth=2, label="border of the net")
    axes.set_xlim(35, 115)
    axes.set_ylim(140, 202)
    axes.legend(frameon=True, edgecolor="white", fontsize=SMALL, loc="upper left", labelcolor=INK)
    return figure


def sample_errors() -> dict[str, float]:
    """Which part of 20000 more made-up people each border misjudges."""
    x, t = people_sample(20_000, seed=9)
    a, b = best_border()
    net = outputs(sample_net(), x[:, 0] - CENTRE[0], x[:, 1] - CENTRE[1])
    four = outputs(trained(DATA[0], 0.1, "the one of the level")[-1], x[:, 0] - CENTRE[0], x[:, 1] - CENTRE[1])
    guesses = {
        "the net of the four people": four > 0.5,
        "the net trained on the sample": net > 0.5,
        "the best border there is": x @ a > b,
    }
    return {name: float(np.mean(guess != t)) for name, guess in guesses.items()}


def describe_sample() -> str:
    """What `draw_sample` shows, in words."""
    errors = ", ".join(f"{name} {part:.1%}" for name, part in sample_errors().items())
    return (
        "400 made-up people in the plane of weight and height. The clouds of the two labels overlap widely. The "
        "border of the net and the best border there is cross in the middle of the overlap. "
        f"Misjudged of 20000 more: {errors}."
    )
