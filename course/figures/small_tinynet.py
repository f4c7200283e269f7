"""The TinyNet that levels 13 and 14 work by hand: one image of 4 by 4 pixels, one channel everywhere, two classes.

All numbers are written down here, as on paper. A test compares them with what the layers give.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.number_grids import Grid, draw_chains
from course.figures.style import number

Array = NDArray[Any]

LABEL = 0
PARAMETERS: dict[str, Array] = {
    "W_conv1": np.array([[-1, -1, 0], [1, 2, 0], [0, 1, 0]]),
    "b_conv1": np.array([-1]),
    "W_conv2": np.array([[0, 0, 0], [-1, 1, 0], [1, -1, 0]]),
    "b_conv2": np.array([-1]),
    "W_fc": np.array([[1, -1]]),
    "b_fc": np.array([-3, 3]),
}
VALUES: dict[str, Array] = {
    "x": np.array([[0, 1, 1, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 1, 0, 0]]),
    "conv1": np.array([[-1, 1, 3, 0], [-1, -1, -1, -1], [-1, 2, -1, -2], [-1, 0, -1, -1]]),
    "relu1": np.array([[0, 1, 3, 0], [0, 0, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0]]),
    "pool1": np.array([[1, 3], [2, 0]]),
    "conv2": np.array([[-2, 3], [1, -3]]),
    "relu2": np.array([[0, 3], [1, 0]]),
    "pool2": np.array([[3]]),
    "logits": np.array([[0, 0]]),
    "p": np.array([[0.5, 0.5]]),
}
GRADIENTS: dict[str, Array] = {
    "logits": np.array([[-0.5, 0.5]]),
    "W_fc": np.array([[-1.5, 1.5]]),
    "pool2": np.array([[-1]]),
    "relu2": np.array([[0, -1], [0, 0]]),
    "conv2": np.array([[0, -1], [0, 0]]),
    "W_conv2": np.array([[0, 0, 0], [-1, -3, 0], [-2, 0, 0]]),
    "pool1": np.array([[1, -1], [-1, 1]]),
    "relu1": np.array([[0, 1, -1, 0], [0, 0, 0, 0], [0, -1, 1, 0], [0, 0, 0, 0]]),
    "conv1": np.array([[0, 1, -1, 0], [0, 0, 0, 0], [0, -1, 0, 0], [0, 0, 0, 0]]),
    "W_conv1": np.array([[0, 0, -1], [-1, -1, 1], [0, -2, 1]]),
}
CHAINS = (
    ("x", "W_conv1", "conv1", "relu1", "pool1"),
    ("pool1", "W_conv2", "conv2", "relu2", "pool2", "W_fc", "logits"),
)


def draw_small(*, gradients: bool = False) -> Figure:
    """The net in two lines; the numbers that a pooling chose are marked."""
    return draw_chains([[_grid(name) for name in chain] for chain in CHAINS], gradients=gradients)


def _grid(name: str) -> Grid:
    values = PARAMETERS[name] if name in PARAMETERS else VALUES[name]
    before = "∗" if name.startswith("W_conv") else "@" if name == "W_fc" else "→"
    return Grid(name, values, GRADIENTS.get(name), _chosen(name), before)


def _chosen(name: str) -> Array | None:
    """Which entries of a map the pooling after it handed on; none of a window that is all zeros."""
    if name not in ("relu1", "relu2"):
        return None
    pooled = VALUES[name.replace("relu", "pool")]
    chosen: Array = (VALUES[name] == pooled.repeat(2, axis=0).repeat(2, axis=1)) & (VALUES[name] > 0)
    return chosen


def describe_small(*, gradients: bool = False) -> str:
    """What `draw_small` shows, in words."""
    maps = "; ".join(f"{name} {VALUES[name].tolist()}" for name in VALUES)
    weights = "; ".join(f"{name} {array.tolist()}" for name, array in PARAMETERS.items() if name.startswith("W"))
    said = [f"A small TinyNet as a chain of grids of numbers. Maps: {maps}. Weights: {weights}."]
    said.append("The numbers that a pooling handed on are marked: 1, 3 and 2 in relu1, 3 in relu2.")
    if gradients:
        told = "; ".join(f"d {name} {_plain(array)}" for name, array in GRADIENTS.items())
        said.append(f"Below each grid is its gradient, from right to left: {told}.")
    return " ".join(said)


def _plain(array: Array) -> str:
    return "[" + ", ".join("[" + ", ".join(number(float(v)) for v in row) + "]" for row in array) + "]"
