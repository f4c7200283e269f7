"""Neurons with a sigmoid, and numbers for them that no mistake can hide behind."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from checks.declaring.probes import Array


def sigmoid(net: Any) -> Array:
    return np.asarray(1 / (1 + np.exp(-net)))


def slope(net: Any) -> Array:
    return np.asarray(sigmoid(net) * (1 - sigmoid(net)))


def signed(rng: np.random.Generator, shape: Any, low: float = 0.4, high: float = 1.4) -> Array:
    """Numbers of both signs, none near 0, none equal."""
    return np.asarray(rng.uniform(low, high, size=shape) * rng.choice([-1, 1], size=shape))


def targets(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Targets near 1 and near 0 in turn, so that t - y has both signs."""
    ends = (np.arange(math.prod(shape)) + rng.integers(2)) % 2
    return (0.8 * ends + rng.uniform(0, 0.2, size=ends.shape)).reshape(shape)
