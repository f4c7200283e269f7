"""What the probes of `convolution` and `pooling` share: numbers of windows, defaults, inputs for forward."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checks.declaring.probes import Arrays
from checks.exercise import Inputs


def positions(size: Iterable[int], window: Iterable[int], stride: int, pad: int) -> list[int]:
    """How many windows there are, down and across: `size` is that of an image, without its padding."""
    return [(n + 2 * pad - f) // stride + 1 for n, f in zip(size, window, strict=True)]


def settings(stride: int, pad: int) -> tuple[int, ...]:
    """Stride and padding as arguments; none where the defaults fit, so that those are looked at, too."""
    return () if (stride, pad) == (1, 0) else (stride, pad)


def without_dout(inputs: Inputs) -> Inputs:
    """The inputs of a backward as those of the forward, which knows of no gradient."""

    def drawn(*args: Any, **trial: Any) -> Arrays:
        return {name: value for name, value in inputs(*args, **trial).items() if not name.endswith("dout")}

    return drawn
