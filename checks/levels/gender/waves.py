"""Layers of another kind, on which a student's training and judging are tried alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays
from checks.probing import Misuse


class Waves:
    """A layer of another kind: y_j is the sum over i of sin(w_ji x_i). It notes each step back: x, dy, W and y."""

    def __init__(self, W: Array) -> None:
        self.W = np.array(W)
        self.steps: list[SimpleNamespace] = []

    def forward(self, x: Any) -> Array:
        x = np.asarray(x)
        if x.shape != self.W.shape[1:]:
            raise Misuse(
                f"forward was called with an array of shape {x.shape}; expected one sample, {self.W.shape[1:]}. "
                "A layer takes one sample at a time."
            )
        self._x = x.copy()
        return np.asarray(np.sin(self.W * x).sum(axis=1))

    def backward(self, dy: Any) -> Array:
        dy = np.ones(len(self.W)) * dy
        if dy.shape != (len(self.W),):
            raise Misuse(f"backward was called with an array of shape {dy.shape}; expected {(len(self.W),)}.")
        self.steps.append(SimpleNamespace(x=self._x, dy=dy, W=np.array(self.W), y=np.sin(self.W * self._x).sum(axis=1)))
        slopes = dy[:, None] * np.cos(self.W * self._x)
        self.dW = slopes * self._x
        return np.asarray((slopes * self.W).sum(axis=0))


def layer_weights(rng: np.random.Generator, D: int) -> Arrays:
    """Weights for D inputs, three hidden numbers and one output; the middle layer may be left out."""
    shapes = {"W_first": (3, D), "W_middle": (3, 3), "W_last": (1, 3)}
    return {name: rng.uniform(0.3, 1.2, size=shape) * rng.choice([-1, 1], size=shape) for name, shape in shapes.items()}


def waves(W_first: Array, W_middle: Array, W_last: Array, layers: int, **_: Any) -> list[Waves]:
    """The layers of one trial, out of its inputs; the middle one is there when `layers` is 3."""
    return [Waves(W) for W in ((W_first, W_middle, W_last) if layers == 3 else (W_first, W_last))]


def outputs(layers: Iterable[Waves], x: Array) -> Array:
    """What the last of the layers gives out for samples (N, D), one row for each."""
    return np.array([reduce(lambda y, layer: layer.forward(y), layers, sample) for sample in x])
