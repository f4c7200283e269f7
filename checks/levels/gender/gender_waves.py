"""Layers of another kind, on which level 10 tries a student's training and judging alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.levels.gender.gender import Arrays
from checks.probing import Misuse


class Waves:
    """A layer of another kind: y_j is the sum over i of sin(w_ji x_i). It writes down what it is asked to do."""

    def __init__(self, W: Any) -> None:
        self.W = np.array(W)
        self.seen: list[Any] = []
        self.handed: list[Any] = []
        self.weights: list[Any] = []
        self.given_out: list[Any] = []

    def forward(self, x: Any) -> Any:
        x = np.asarray(x)
        if x.shape != self.W.shape[1:]:
            raise Misuse(
                f"forward was called with an array of shape {x.shape}; expected one sample, {self.W.shape[1:]}. "
                "A layer takes one sample at a time."
            )
        self._x = x.copy()
        return np.sin(self.W * x).sum(axis=1)

    def backward(self, dy: Any) -> Any:
        dy = np.ones(len(self.W)) * dy
        if dy.shape != (len(self.W),):
            raise Misuse(f"backward was called with an array of shape {dy.shape}; expected {(len(self.W),)}.")
        self.seen.append(self._x)
        self.handed.append(dy)
        self.weights.append(np.array(self.W))
        self.given_out.append(np.sin(self.W * self._x).sum(axis=1))
        slopes = dy[:, None] * np.cos(self.W * self._x)
        self.dW = slopes * self._x
        return (slopes * self.W).sum(axis=0)


def waves(g: SimpleNamespace) -> list[Waves]:
    """The layers of one trial; the middle one is there when `layers` is 3."""
    middle = [Waves(g.W_middle)] if g.layers == 3 else []
    return [Waves(g.W_first), *middle, Waves(g.W_last)]


def output(layers: list[Waves], x: Any) -> Any:
    for layer in layers:
        x = layer.forward(x)
    return x


def layer_weights(rng: np.random.Generator, D: int) -> Arrays:
    """Weights for D inputs, three hidden numbers and one output; the middle layer may be left out."""
    shapes = {"W_first": (3, D), "W_middle": (3, 3), "W_last": (1, 3)}
    return {name: rng.uniform(0.3, 1.2, size=shape) * rng.choice([-1, 1], size=shape) for name, shape in shapes.items()}


# -- what an epoch should have seen -----------------------------------------------------------------------------------


def first_error(g: SimpleNamespace) -> Any:
    """t - y of the first sample, before any update."""
    return g.t[0] - output(waves(g), g.x[0])[0]


def loss_at_start(g: SimpleNamespace, of: Any = np.mean) -> Any:
    outputs = np.array([output(waves(g), sample)[0] for sample in g.x])
    return of((g.t - outputs) ** 2)


def errors_at_the_end(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """t - y of all samples, (N,), with the weights that the epoch leaves behind, where there are two layers."""
    if g.layers != 2:
        raise ValueError("the weights of the middle layer are not among the rows")
    net = [Waves(r.W_of_the_first_layer), Waves(r.W_of_the_last_layer)]
    return g.t - np.array([output(net, sample)[0] for sample in g.x])


def errors_on_the_way(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """t - y of each sample, (N,), just before its step."""
    return g.t - r.y_of_each_step
