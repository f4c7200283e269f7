"""The windows and the filters of a trial, for formulas of mistakes."""

from __future__ import annotations

from types import SimpleNamespace

from checks.declaring.probes import Array
from checks.declaring.window_mistakes import windows


def seen(g: SimpleNamespace) -> Array:
    """The windows of a trial, axes n c i j u v."""
    return windows(g, g.W.shape[2:])


def filters(W: Array) -> Array:
    """W with one row for each filter."""
    return W.reshape(len(W), -1)
