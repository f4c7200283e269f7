"""Formulas of mistakes: what a row holds, or what is raised, when somebody makes one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.judging.rubric import Formula

Written = Callable[..., Any]
"""A formula that names what it uses: `lambda x, W: x @ W`."""


class NotThere(KeyError):
    """A formula names something that is no input, size or row in this trial; tests/test_formulas.py finds a slip."""


def named(formula: Written) -> Formula:
    """A formula that names what it uses, as the judge calls it.

    Each parameter is the right row, the input or the size of that name, whichever is found first; spaces in a row's
    name are underscores. `g` is everything that was given and `r` all right rows, for names that are both. Parameters
    with a default keep it.
    """

    def called(given: SimpleNamespace, right: SimpleNamespace) -> Any:
        known = {"g": given, "r": right, **vars(given), **vars(right)}
        missing = [name for name in _parameters(formula) if name not in known]
        if missing:
            raise NotThere(f"there is no {', '.join(missing)} in this trial")
        return formula(*(known[name] for name in _parameters(formula)))

    return called


@cache
def _parameters(formula: Written) -> tuple[str, ...]:
    parameters = inspect.signature(formula).parameters.values()
    return tuple(parameter.name for parameter in parameters if parameter.default is parameter.empty)


def raises(error: Exception) -> Written:
    """A formula that predicts an exception."""

    def formula() -> Any:
        raise error

    return formula


def undefined(*names: str) -> list[Written]:
    """Formulas of a method that reaches for something of the layer as if it were a variable of its own."""
    return [raises(NameError(f"name {name!r} is not defined")) for name in names]


def lacking(owner: str, *names: str) -> list[Written]:
    """Formulas of reaching for what an object of the class `owner` has not, such as what forward did not keep."""
    return [raises(AttributeError(f"{owner!r} object has no attribute {name!r}")) for name in names]


def refused(factors: Callable[[SimpleNamespace], Iterable[Any]]) -> list[Written]:
    """Formulas of a product whose axes don't meet, of the two arrays `factors(g)`: with `@` and with `np.dot`."""
    return [lambda g: np.matmul(*factors(g)), lambda g: np.dot(*factors(g))]
