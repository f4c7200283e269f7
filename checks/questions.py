"""Questions without points, whose answer is one number: declared in one call, with a reason for each wrong number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.exercise import Probe, Rule, exercise
from checks.probing import Misuse
from checks.writing import Told, mistakes, over


def asked(answer: Any) -> Iterator[tuple[str, Any]]:
    """One number, or a sentence about what stands in its place."""
    if answer is ...:
        raise Misuse("Nothing is here yet: put a number in the place of the dots and run that cell again.")
    if np.ndim(answer):
        raise Misuse("One number is asked for.")
    yield "answer", answer


def the_right_number(got: Any, want: Any) -> str | None:
    """A rule in place of equality, since a report on a question must not print the right answer."""
    return None if np.isclose(got, want) else f"Your answer is {got:g}."


def question(
    id: str, level: str, *choices: Told, meaning: str = "", rule: Rule = the_right_number, probe: Probe = asked
) -> None:
    """Declare a question; each wrong choice is (name, reason, number, ...), as a mistake is for `mistakes`.

    Args:
        id, level, rule, probe: as in `exercise`; the usual rule and probe take any one number.
        meaning: the words behind the expected shape, as for a row.
    """
    told = [(name, why, *over(numbers, lambda g, r, number: number)) for name, why, *numbers in choices]
    exercise(
        id,
        level=level,
        expects="value",
        inputs=lambda rng: {},
        trials=({},),
        rows={"answer": meaning},
        rules={"answer": rule},
        mistakes=mistakes("answer", *told),
    )(probe)
