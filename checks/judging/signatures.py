"""Signatures that any exercise can leave: what a wrong array has in common with the right one."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from checks.exercise import Exercise
from checks.words import as_attribute

Array = NDArray[np.float64]


class Signature(NamedTuple):
    """A recognised signature: its name and what to say."""

    name: str
    hint: str


class Trial(Protocol):
    """What a signature may look at besides the row: the exercise, the inputs as `given`, the `right` rows."""

    @property
    def exercise(self) -> Exercise: ...

    @property
    def given(self) -> SimpleNamespace: ...

    @property
    def right(self) -> SimpleNamespace: ...


def recognise(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    """The first signature that fits, or None; a number that is only inexact has none."""
    with np.errstate(all="ignore"):
        if got.shape == want.shape and np.allclose(got, want):
            return None
        found = (look(case, name, got, want) for look in _LOOKS)
        return next((signature for signature in found if signature), None)


def _zeros(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    if got.size and not got.any() and want.any():
        return Signature("zeros", f"{_all_of(name, got)} is 0: is it computed at all, or cut off on the way?")
    return None


def _all_of(name: str, array: Array) -> str:
    return f"Every entry of {name}" if array.ndim else name


_RATIOS = {
    -1.0: ("sign", "has the right size and the wrong sign."),
    2.0: ("twice", "is exactly twice what it should be: is something counted twice, or added to old values?"),
    0.5: ("half", "is half of what it should be: is a factor 2 or one of two paths missing?"),
}


def _ratio(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    ratio = _common_ratio(got, want)
    if ratio is None:
        return None
    for value, (label, hint) in _RATIOS.items():
        if np.isclose(ratio, value, rtol=1e-6):
            return Signature(label, f"{_all_of(name, got)} {hint}")
    return _batch_ratio(case, _all_of(name, got), ratio)


def _batch_ratio(case: Trial, what: str, ratio: float) -> Signature | None:
    n = vars(case.given).get("N")
    if n and n > 1 and np.isclose(ratio, n, rtol=1e-6):
        return Signature(
            "times-N",
            f"{what} is N = {n} times too large. The mean over the batch must be taken once: where?",
        )
    if n and n > 1 and np.isclose(ratio * n, 1, rtol=1e-6):
        return Signature(
            "over-N", f"{what} is N = {n} times too small. A division by the batch size is one too many here."
        )
    return None


def _common_ratio(got: Array, want: Array) -> float | None:
    if got.shape != want.shape or not want.size:
        return None
    large = np.abs(want) > 1e-9
    if not large.any() or not np.allclose(got[~large], 0, atol=1e-7):
        return None
    ratios = got[large] / want[large]
    return float(ratios.flat[0]) if np.allclose(ratios, ratios.flat[0], rtol=1e-6) else None


def _transposed(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    if want.ndim == 2 and got.shape == want.T.shape and np.allclose(got, want.T):
        return Signature("transposed", f"{name} has the right numbers, but rows and columns are exchanged.")
    return None


def _kept_axis(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    if got.shape != want.shape and got.size == want.size and np.allclose(got.ravel(), want.ravel()):
        return Signature("kept-axis", "The numbers are right, only the shape is not.")
    return None


def _summed(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    for axis in range(want.ndim):
        for summed in (want.sum(axis), want.sum(axis, keepdims=True)):
            if got.shape == summed.shape and got.shape != want.shape and np.allclose(got, summed):
                return Signature("axis-summed", f"Axis {axis} of {name} was summed away; it should stay.")
    return None


def _unsummed(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    for axis in range(got.ndim):
        if want.ndim == got.ndim - 1 and got.sum(axis).shape == want.shape and np.allclose(got.sum(axis), want):
            return Signature("axis-not-summed", f"{name} still has an axis over which a sum should be taken.")
    return None


def _reshaped(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    if want.ndim < 2 or got.shape != want.shape:
        return None
    for axes in _permutations(want.ndim):
        moved = np.transpose(want, axes)
        if np.allclose(moved.reshape(want.shape), got) or np.allclose(np.transpose(got, axes).ravel(), want.ravel()):
            return Signature(
                "reshaped",
                "The right numbers stand in wrong places: a reshape can't exchange axes, a transpose can.",
            )
    return None


def _permutations(ndim: int) -> list[tuple[int, ...]]:
    from itertools import permutations

    return [axes for axes in permutations(range(ndim)) if axes != tuple(range(ndim))] if ndim <= 4 else []


def _truncated(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    for cut in (np.trunc(want), np.floor(want), np.round(want)):
        if got.shape == want.shape and np.array_equal(got, cut):
            return Signature(
                "truncated",
                f"{_all_of(name, got)} is a whole number: were the results put into an array of integers?",
            )
    return None


def _reordered(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    if want.size > 1 and got.shape == want.shape and np.allclose(np.sort(got, axis=None), np.sort(want, axis=None)):
        return Signature("reordered", "The right numbers are there, in the wrong order.")
    return None


def _another_row(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    for other in case.exercise.declared:
        value = getattr(case.right, as_attribute(other))
        if other != name and value.shape == got.shape and value.size and np.allclose(got, value):
            return Signature("another-row", f"This is the value of {other}: were two results exchanged?")
    return None


def _an_input(case: Trial, name: str, got: Array, want: Array) -> Signature | None:
    for other, value in vars(case.given).items():
        if _is_array(value) and value.size > 1 and value.shape == got.shape and np.allclose(got, value):
            return Signature("an-input", f"{name} is {other} as it came in: what should be done with it is missing.")
    return None


def _is_array(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "biuf"


_LOOKS: list[Callable[[Trial, str, Array, Array], Signature | None]] = [
    _zeros,
    _ratio,
    _transposed,
    _kept_axis,
    _another_row,
    _an_input,
    _summed,
    _unsummed,
    _truncated,
    _reshaped,
    _reordered,
]
