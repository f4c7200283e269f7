"""Probabilities and losses of a batch out of its logits, for formulas of mistakes."""

from __future__ import annotations

import numpy as np

from checks.declaring.probes import Array


def log_p(logits: Array) -> Array:
    """Logarithms of the probabilities of logits (N, C), finite for any logits."""
    logarithms: Array = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return logarithms


def softmax(logits: Array) -> Array:
    """The probabilities (N, C) of logits (N, C)."""
    return np.asarray(np.exp(log_p(logits)))


def mean_loss(logs: Array, t: Array) -> Array:
    """The loss of a batch out of the logarithms (N, C) of its probabilities and its labels (N,)."""
    loss: Array = -logs[np.arange(len(t)), t].mean()
    return loss
