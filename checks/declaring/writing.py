"""The small tools that exercises are declared with: mistakes told in short, formulas that raise, and a gap for probes.

`checks.probing` has what a probe reads an answer with, `checks.declaring.questions` declares a question with a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import Other, snapshot
from checks.declaring.old import Formula, Mistake

Told = tuple[Any, ...]
"""A mistake in short: its name, its hint, and a formula for each way in which it is made."""
Seen = Callable[[SimpleNamespace, SimpleNamespace], tuple[SimpleNamespace, SimpleNamespace]]

# -- mistakes --------------------------------------------------------------------------------------------------------


def mistakes(row: str, *told: Told) -> tuple[Mistake, ...]:
    """The mistakes of a row, each told as (name, hint, formula, ...), in the order in which to look for them.

    Where shapes don't fit, `@` and `np.dot` refuse in different words, so both stand as formulas: see `refused`.
    """
    return tuple(Mistake(name, row, formula, hint) for name, hint, *formulas in told for formula in formulas)


def as_they_are(given: SimpleNamespace, right: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
    return given, right


def echo(mistakes: Iterable[Mistake], row: str, of: str = "", seen: Seen = as_they_are) -> tuple[Mistake, ...]:
    """The same mistakes in another row, which need not be explained again; `of` is the row that explains them.

    `seen(given, right)` says what is given and right in that row, such as those of the next batch.
    """

    def formula(mistake: Mistake) -> Formula:
        return lambda given, right: mistake.formula(*seen(given, right))

    return tuple(Mistake(each.name, row, formula(each), f"The same as in {of or each.row}.") for each in mistakes)


# -- formulas --------------------------------------------------------------------------------------------------------


def over(values: Iterable[Any], formula: Callable[[SimpleNamespace, SimpleNamespace, Any], Any]) -> list[Formula]:
    """`formula(given, right, value)` as a formula for each value."""

    def bound(value: Any) -> Formula:
        return lambda given, right: formula(given, right, value)

    return [bound(value) for value in values]


def raises(error: Exception) -> Formula:
    """A formula that predicts an exception."""

    def formula(given: SimpleNamespace, right: SimpleNamespace) -> Any:
        raise error

    return formula


def undefined(*names: str) -> list[Formula]:
    """Formulas of a method that reaches for something of the layer as if it were a variable of its own."""
    return [raises(NameError(f"name {name!r} is not defined")) for name in names]


def lacking(owner: str, *names: str) -> list[Formula]:
    """Formulas of reaching for what an object of the class `owner` has not, such as what forward did not keep."""
    return [raises(AttributeError(f"{owner!r} object has no attribute {name!r}")) for name in names]


def refused(factors: Callable[[SimpleNamespace], Iterable[Any]]) -> list[Formula]:
    """Formulas of a product whose axes don't meet, of the two arrays `factors(given)`: with `@` and with `np.dot`."""
    return [lambda given, right: np.matmul(*factors(given)), lambda given, right: np.dot(*factors(given))]


# -- for probes ------------------------------------------------------------------------------------------------------


def gap(one: Any, other: Any) -> float:
    """The largest difference between two results of one answer, whatever they should have been: a behaviour's value.

    0.0 where neither is an array, and between nan and nan; the rows of the values say so then.
    """
    a, b = (np.zeros(0) if isinstance(value, Other) else value for value in (snapshot(one), snapshot(other)))
    if np.array_equal(a, b, equal_nan=True):
        return 0.0
    with np.errstate(all="ignore"):
        apart = [np.where((a == b) | (np.isnan(a) & np.isnan(b)), 0, a - b)] if a.shape == b.shape else [a, b]
        return max(float(np.abs(part).max(initial=0)) for part in apart)


def quietly(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call it without numpy's warnings: the report says what they warn of, if anything came of it."""
    with np.errstate(all="ignore"):
        return function(*arguments)
