"""The interactive part of level 13: a digit on its way through a TinyNet, with the maps at each node."""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import NDArray

from course.data import load_digits_split
from course.figures.play import play
from course.figures.style import (
    COLUMN,
    FAINT,
    GRADIENT_FILL,
    GREY,
    INK,
    SMALL,
    VALUE,
    VALUE_FILL,
    canvas,
    write,
)

Array = NDArray[Any]
NODES = ("x", "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "fc", "softmax")
STROKES = (
    ("across", [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]]),
    ("down", [[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]]),
    ("rising", [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]),
    ("falling", [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]]),
)
"""The kernels of conv1: each answers to a stroke in one direction."""
DIGITS = 30
"""How many of the held out digits can be looked at."""
FAR = 2
"""Pixels by which a digit can be moved."""
HEIGHT = 3.7


class Walk(NamedTuple):
    """What stands at each node for one digit, and the digit's label."""

    maps: dict[str, Array]
    label: int


class Net:
    """A TinyNet for digits, out of the layers that the level brings along.

    conv1 has the four kernels of STROKES, conv2 eight that were drawn by lot. Only fc has learned: it was fitted to
    1437 digits, of which none is shown here.
    """

    def __init__(self, layers: ModuleType) -> None:
        x, t, x_out, t_out = load_digits_split()
        self.digits, self.labels = x_out[:DIGITS].reshape(-1, 1, 8, 8), t_out[:DIGITS]
        strokes = np.array([kernel for _, kernel in STROKES])[:, None] / 3
        drawn = 0.3 * np.random.default_rng(3).normal(size=(8, 4, 3, 3))
        self.chain = {
            "conv1": layers.Convolution(strokes, np.zeros(4), stride=1, pad=1),
            "relu1": layers.Relu(),
            "pool1": layers.MaxPool(2, 2, stride=2),
            "conv2": layers.Convolution(drawn, np.zeros(8), stride=1, pad=1),
            "relu2": layers.Relu(),
            "pool2": layers.MaxPool(2, 2, stride=2),
        }
        features = self.maps(x.reshape(-1, 1, 8, 8))["pool2"].reshape(len(x), -1)
        self.W_fc, self.b_fc = _fitted(features, t)

    def maps(self, x: Array) -> dict[str, Array]:
        """What each node up to pool2 hands out for a batch."""
        found = {"x": x}
        for name, layer in self.chain.items():
            x = found[name] = layer.forward(x)
        return found

    def walk(self, digit: int, down: int, right: int) -> Walk:
        """One digit, moved by so many pixels, at every node."""
        padded = np.pad(self.digits[digit : digit + 1], ((0, 0), (0, 0), (FAR, FAR), (FAR, FAR)))
        found = self.maps(padded[:, :, FAR - down : FAR - down + 8, FAR - right : FAR - right + 8])
        found["fc"] = found["pool2"].reshape(1, -1) @ self.W_fc + self.b_fc
        found["softmax"] = _shares(found["fc"])
        return Walk({name: values[0] for name, values in found.items()}, int(self.labels[digit]))


def _shares(logits: Array) -> Array:
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Array = e / e.sum(axis=1, keepdims=True)
    return shares


def _fitted(features: Array, t: Array) -> tuple[Array, Array]:
    """Weights (D, 10) and biases (10,) that tell the digits apart as well as these features allow: 300 steps."""
    W, b, truth = np.zeros((features.shape[1], 10)), np.zeros(10), np.eye(10)[t]
    for _ in range(300):
        error = (_shares(features @ W + b) - truth) / len(t)
        W -= features.T @ error
        b -= error.sum(axis=0)
    return W, b


@cache
def net_of(layers: ModuleType) -> Net:
    """The net out of these layers, made once."""
    return Net(layers)


# -- the picture -----------------------------------------------------------------------------------------------------


def play_walk(layers: ModuleType) -> None:
    """A menu of digits, one for the node, and two sliders that move the digit; `layers` is the module of the level."""
    net = net_of(layers)

    def draw(digit: int, node: str, down: int, right: int) -> Figure:
        return draw_walk(net.walk(digit, down, right), node)

    def describe(digit: int, node: str, down: int, right: int) -> str:
        return describe_walk(net.walk(digit, down, right), node)

    play(draw, describe, **walk_controls(net))


def walk_controls(net: Net) -> dict[str, Dropdown | IntSlider]:
    """The controls, at a digit after the first convolution."""
    digits = [(f"number {place}: a {label}", place) for place, label in enumerate(net.labels)]
    return {
        "digit": Dropdown(options=digits, value=6, description="digit"),
        "node": Dropdown(options=NODES, value="conv1", description="after the node"),
        "down": IntSlider(0, -FAR, FAR, description="moved down"),
        "right": IntSlider(0, -FAR, FAR, description="moved right"),
    }


def draw_walk(walk: Walk, node: str) -> Figure:
    """The chain with its shapes, the digit, and what stands after `node`: maps, or a bar for each class."""
    figure, axes = canvas(COLUMN, HEIGHT)
    _draw_chain(axes, walk, node)
    _draw_map(axes, walk.maps["x"][0], 0.15, 0.75, 1.6)
    write(axes, 0.95, 0.52, f"x, a {walk.label}", colour=GREY, size=SMALL)
    if walk.maps[node].ndim == 1:
        _draw_bars(axes, walk, node)
    elif node == "x":
        _draw_map(axes, walk.maps["x"][0], 3.7, 0.45, 2.2)
    else:
        _draw_maps(axes, walk.maps[node])
    write(
        axes,
        0.15,
        0.14,
        "blue: positive   orange, with a bar: negative   white: 0",
        colour=GREY,
        size=SMALL,
        align="left",
    )
    return figure


def _draw_chain(axes: Axes, walk: Walk, node: str) -> None:
    wide = COLUMN / len(NODES)
    for place, name in enumerate(NODES):
        x, here = (place + 0.5) * wide, name == node
        box = FancyBboxPatch((x - 0.36, HEIGHT - 0.42), 0.72, 0.32, "round,pad=0,rounding_size=0.1")
        box.set(facecolor=VALUE if here else "white", edgecolor=VALUE if here else GREY, linewidth=2 if here else 1)
        axes.add_patch(box)
        write(axes, x, HEIGHT - 0.26, name, colour="white" if here else INK, size=SMALL, bold=here)
        shape = " × ".join(str(n) for n in walk.maps[name].shape)
        write(axes, x, HEIGHT - 0.56, shape, colour=INK if here else GREY, size=8, bold=here)


def _draw_maps(axes: Axes, maps: Array) -> None:
    """All channels, four to a line, in one scale of colours."""
    lines = -(-len(maps) // 4)
    side = 1.15 if lines == 1 else 1.0
    largest = max(float(np.abs(maps).max()), 1e-9)
    for channel, values in enumerate(maps):
        x = 2.2 + (channel % 4) * 1.42
        low = (1.15 if lines == 1 else 1.82) - (channel // 4) * 1.36
        _draw_map(axes, values, x, low, side, largest)
        name = STROKES[channel][0] if lines == 1 else f"channel {channel}"
        write(axes, x + side / 2, low + side + 0.11, name, colour=GREY, size=8)


def _draw_map(axes: Axes, values: Array, x: float, low: float, side: float, largest: float = 1.0) -> None:
    """One map as a picture; negative numbers carry a bar; small maps have their numbers written in."""
    rows, columns = values.shape
    box = (x, x + side, low, low + side)
    axes.imshow(_coloured(values / largest), extent=box, interpolation="nearest", aspect="auto", zorder=1)
    axes.add_patch(Rectangle((x, low), side, side, facecolor="none", edgecolor=FAINT, linewidth=1, zorder=2))
    cell = side / rows
    if rows <= 2:
        for row, column in np.ndindex(rows, columns):
            at = x + (column + 0.5) * cell, low + side - (row + 0.5) * cell
            dark = values[row, column] > 0.6 * largest
            write(axes, *at, f"{values[row, column]:.2f}", size=8, colour="white" if dark else INK)
        return
    below = np.argwhere(values < -0.005 * largest)
    xs, ys = x + (below[:, 1] + 0.5) * cell, low + side - (below[:, 0] + 0.5) * cell
    axes.plot(
        xs, ys, linestyle="none", marker="_", color=INK, markersize=0.4 * cell * 72, markeredgewidth=0.8, zorder=3
    )


def _coloured(values: Array) -> Array:
    """Numbers from -1 to 1 as colours: white at 0, the blue of values above, an orange below."""
    blue, orange = _rgb(VALUE), _rgb("#E69F00")
    target = np.where(values[..., None] > 0, blue, orange)
    mixed: Array = 1 + (target - 1) * np.minimum(np.abs(values), 1)[..., None]
    return mixed


def _rgb(colour: str) -> Array:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def _draw_bars(axes: Axes, walk: Walk, node: str) -> None:
    """One bar for each class; the label is filled."""
    values = walk.maps[node]
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 1e-9)
    unit = 1.75 / (high - low)
    zero = 0.72 - low * unit
    axes.plot([2.4, 7.8], [zero, zero], color=GREY, linewidth=1)
    for place, value in enumerate(values):
        x, tall = 2.7 + place * 0.53, float(value) * unit
        fill = VALUE if place == walk.label else VALUE_FILL if value >= 0 else GRADIENT_FILL
        corner = (x - 0.18, zero + min(tall, 0))
        axes.add_patch(Rectangle(corner, 0.36, abs(tall), facecolor=fill, edgecolor=VALUE, linewidth=1.2))
        text = f"{value:.2f}".replace("-", "−")
        write(axes, x, zero + tall + (0.1 if value >= 0 else -0.1), text, size=8)
        write(axes, x, 0.42, str(place), bold=place == walk.label)


def describe_walk(walk: Walk, node: str) -> str:
    """What stands after `node`, in words and numbers."""
    values, shape = walk.maps[node], " × ".join(str(n) for n in walk.maps[node].shape)
    start = f"The digit is a {walk.label}. After {node}: {shape}, that is {values.size} numbers"
    if values.ndim == 1:
        told = ", ".join(f"{place}: {value:.2f}" for place, value in enumerate(values))
        return f"{start}. {told}. The largest is that of class {int(values.argmax())}."
    negative, zeros = int((values < 0).sum()), int((values == 0).sum())
    spread = f"from {values.min():.2f} to {values.max():.2f}; {negative} are negative, {zeros} are 0"
    if node == "x":
        return f"{start}, {spread}."
    strongest = values.max(axis=(1, 2)).argmax()
    name = STROKES[strongest][0] if len(values) == len(STROKES) else str(strongest)
    return f"{start}, {spread}. The largest is in channel {name}."
