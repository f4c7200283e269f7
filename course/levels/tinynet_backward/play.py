"""The interactive part of level 14: one layer of a TinyNet is broken in backward; which gradients fail?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import NDArray

from course.figures.play import play
from course.figures.style import COLUMN, FAINT, GRADIENT, GRADIENT_FILL, GREY, INK, LABEL, SMALL, arrow, canvas, write

Array = NDArray[Any]
LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "fc", "loss")
LEARNING = ("conv1", "conv2", "fc")
Errors = dict[str, float]
"""For each of the six gradients how far it is off, from 0 to 1."""


def _to_all_four(layer: Any, dout: Array) -> Array:
    whole: Array = dout.repeat(2, axis=2).repeat(2, axis=3)
    return whole


def _handed_through(layer: Any, dout: Array) -> Array:
    return dout


def _one_pixel_off(layer: Any, dout: Array) -> Array:
    moved: Array = np.roll(layer.backward(dout), 1, axis=(2, 3))
    return moved


def _wrong_sign(layer: Any, dout: Array) -> Array:
    turned: Array = -layer.backward(dout)
    return turned


def _mean_for_sum(layer: Any, dout: Array) -> Array:
    dx: Array = layer.backward(dout)
    layer.db = layer.db / len(dout)
    return dx


def _summed_over_batch(layer: Any, dout: Array) -> Array:
    dx: Array = layer.backward()
    return dx * len(dx)


BROKEN: dict[str, tuple[str, Callable[[Any, Array], Array]]] = {
    "nothing is broken": ("", _handed_through),
    "loss: the mean over the batch is forgotten": ("loss", _summed_over_batch),
    "fc: dx has the wrong sign": ("fc", _wrong_sign),
    "pool2: all four places get the gradient": ("pool2", _to_all_four),
    "relu2: its backward is skipped": ("relu2", _handed_through),
    "conv2: dx is one pixel off": ("conv2", _one_pixel_off),
    "pool1: all four places get the gradient": ("pool1", _to_all_four),
    "relu1: its backward is skipped": ("relu1", _handed_through),
    "conv1: db is a mean in place of a sum": ("conv1", _mean_for_sum),
}
"""What can be broken: the layer, and what it does in place of backward."""


class Chain:
    """A TinyNet of 8 by 8 images with 4 and 8 channels and 10 classes, its weights drawn by lot, after one forward."""

    def __init__(self, layers: ModuleType, N: int) -> None:
        rng = np.random.default_rng(11)
        shapes = ((4, 1, 3, 3), (4,), (8, 4, 3, 3), (8,), (32, 10), (10,))
        W1, b1, W2, b2, W3, b3 = (0.3 * rng.normal(size=shape) for shape in shapes)
        self.layers: dict[str, Any] = {
            "conv1": layers.Convolution(W1, b1, stride=1, pad=1),
            "relu1": layers.Relu(),
            "pool1": layers.MaxPool(2, 2, stride=2),
            "conv2": layers.Convolution(W2, b2, stride=1, pad=1),
            "relu2": layers.Relu(),
            "pool2": layers.MaxPool(2, 2, stride=2),
            "fc": layers.FullyConnected(W3, b3),
            "loss": layers.SoftmaxWithLoss(),
        }
        out = rng.normal(size=(N, 1, 8, 8))
        for name in LAYERS[:-1]:
            out = self.layers[name].forward(out)
        self.layers["loss"].forward(out, rng.integers(10, size=N))

    def gradients(self, broken: str = "", instead: Callable[[Any, Array], Array] = _handed_through) -> dict[str, Array]:
        """The six gradients when the layer `broken` does `instead` of its backward."""
        dout = np.ones(1)
        for name in reversed(LAYERS):
            layer = self.layers[name]
            if name == broken:
                dout = instead(layer, dout)
            else:
                dout = layer.backward() if name == "loss" else layer.backward(dout)
        pairs = ((f"{kind}_{name}", getattr(self.layers[name], kind)) for name in LEARNING for kind in ("dW", "db"))
        return dict(pairs)


@cache
def errors_of(layers: ModuleType, what: str, N: int) -> Errors:
    """How far each gradient is off: |wrong - right| over |wrong| + |right|, with the lengths of the arrays."""
    chain, (broken, instead) = Chain(layers, N), BROKEN[what]
    right = {name: gradient.copy() for name, gradient in chain.gradients().items()}
    got = chain.gradients(broken, instead)
    length = np.linalg.norm
    return {name: float(length(got[name] - right[name]) / (length(got[name]) + length(right[name]))) for name in right}


# -- the picture -----------------------------------------------------------------------------------------------------


def play_broken(layers: ModuleType) -> None:
    """A menu of broken layers and a slider for the batch; `layers` is the module that the level brings along."""

    def draw(what: str, N: int) -> Figure:
        return draw_broken(BROKEN[what][0], errors_of(layers, what, N))

    def describe(what: str, N: int) -> str:
        return describe_broken(what, errors_of(layers, what, N))

    play(draw, describe, **broken_controls())


def broken_controls() -> dict[str, Dropdown | IntSlider]:
    """The controls, at a ReLU that was skipped."""
    return {
        "what": Dropdown(options=list(BROKEN), value="relu2: its backward is skipped", description="what is broken"),
        "N": IntSlider(5, 1, 20, description="N, images"),
    }


def draw_broken(broken: str, errors: Errors) -> Figure:
    """The layers in a row, the gradient on its way from right to left, and under each learning layer its errors."""
    figure, axes = canvas(COLUMN, 3.3)
    wide, y = COLUMN / len(LAYERS), 2.75
    reached = False
    for place in reversed(range(len(LAYERS))):
        name, x = LAYERS[place], (place + 0.5) * wide
        here = name == broken
        _node(axes, name, x, y, here)
        reached = reached or here
        if place:
            _step(axes, x - 0.38, x - wide + 0.38, y, reached)
        if name in LEARNING:
            _bars(axes, x, {kind: errors[f"{kind}_{name}"] for kind in ("dW", "db")})
    write(
        axes,
        0.1,
        0.14,
        "Bars: how far a gradient is off, from 0 (equal) to 1 (opposite).",
        colour=GREY,
        size=SMALL,
        align="left",
    )
    return figure


def _node(axes: Axes, name: str, x: float, y: float, broken: bool) -> None:
    box = FancyBboxPatch((x - 0.36, y - 0.2), 0.72, 0.4, "round,pad=0,rounding_size=0.15")
    box.set(facecolor=GRADIENT if broken else "white", edgecolor=GRADIENT if broken else INK, linewidth=1.5)
    axes.add_patch(box)
    write(axes, x, y, name, colour="white" if broken else INK, bold=broken)
    if broken:
        write(axes, x, y + 0.34, "broken", colour=GRADIENT, size=SMALL, bold=True)


def _step(axes: Axes, start: float, end: float, y: float, wrong: bool) -> None:
    """The gradient between two layers; a wrong one has a cross."""
    arrow(axes, [(start, y), (end, y)], GRADIENT if wrong else GREY)
    if wrong:
        write(axes, (start + end) / 2, y + 0.14, "✗", colour=GRADIENT, bold=True)


def _bars(axes: Axes, x: float, errors: dict[str, float]) -> None:
    """Two bars of at most one inch, with the numbers on top."""
    low, wide = 0.72, 0.3
    for shift, (name, error) in zip((-0.24, 0.24), errors.items(), strict=True):
        left, wrong = x + shift - wide / 2, error > 1e-6
        axes.add_patch(Rectangle((left, low), wide, 1.2, facecolor="white", edgecolor=FAINT))
        axes.add_patch(Rectangle((left, low), wide, 1.2 * error, facecolor=GRADIENT_FILL, edgecolor=GRADIENT))
        write(axes, x + shift, low - 0.14, name, size=LABEL, bold=wrong, colour=GRADIENT if wrong else INK)
        write(axes, x + shift, low + 1.34, f"{error:.2f}", size=SMALL, bold=wrong, colour=GRADIENT if wrong else INK)
        write(axes, x + shift, low + 1.52, "✗" if wrong else "✓", colour=GRADIENT if wrong else INK)


def describe_broken(what: str, errors: Errors) -> str:
    """Which gradients are wrong, in words."""
    told = ", ".join(f"{name} {error:.2f}" for name, error in errors.items())
    wrong = [name for name in reversed(LEARNING) if max(errors[f"dW_{name}"], errors[f"db_{name}"]) > 1e-6]
    start = "Nothing is broken" if not BROKEN[what][0] else f"Broken is {what}"
    if not wrong:
        return f"{start}. All six gradients are right. How far each is off: {told}."
    return f"{start}. How far each gradient is off: {told}. Counted from the loss, {wrong[0]} is the first wrong one."
