"""Stand-ins for `train_one_iter` and `batches`, with which a student's `train_epoch` is judged alone.

For the time of a check they take the places of the student's own, so that a mistake in those costs nothing there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from checks.declaring.probes import Array
from checks.probing import Misuse


def cut(array: Array, batch_size: int) -> list[Array]:
    """The array in batches along its first axis; the last may be shorter."""
    return np.split(array, range(batch_size, len(array), batch_size))


def step(p: Array, x: Array, t: Array, learning_rate: float, weight_decay: float) -> Array:
    """A parameter after one iteration of the stand-in, which draws all of them to one number, a mean over the batch."""
    aim = float(np.mean(x.reshape(len(x), -1)[:, 0] * t))
    return p - learning_rate * (p - aim + weight_decay * p)


class Practice:
    """The stand-ins, and what the student's loop did with them."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.labels: list[Array] = [np.empty(0)]
        self.rates: list[tuple[float, float]] = []

    def stand_ins(self) -> dict[str, Callable[..., Any]]:
        """The functions by name.  Their parameters and names are those of the student's: Python's errors show them."""

        def train_one_iter(
            W_conv1: Array,
            b_conv1: Array,
            W_conv2: Array,
            b_conv2: Array,
            W_fc: Array,
            b_fc: Array,
            x: Array,
            t: Array,
            learning_rate: float,
            weight_decay: float,
        ) -> tuple[Array, ...]:
            if len(x) != len(t):
                raise Misuse(f"train_one_iter was given {len(x)} images and {len(t)} labels: one label for each image.")
            self.seen.append((np.array(x), np.array(t), float(learning_rate), float(weight_decay)))
            params = W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc
            return tuple(step(p, x, t, learning_rate, weight_decay) for p in params)
