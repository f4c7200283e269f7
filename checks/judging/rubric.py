"""What the judge knows of an exercise beside the right answer: the mistakes that people make, rules, and hints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from checks import rooms
from checks.exercise import Exercise

Formula = Callable[[SimpleNamespace, SimpleNamespace], Any]
Rule = Callable[[Any, Any], "str | None"]


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, told by the number it leaves behind.

    `formula(given, right)` returns what the row holds when the mistake is made: `given` has the probe's inputs as
    attributes, `right` the right rows (spaces in a row's name become underscores). A formula may raise: then the
    mistake is recognised by the same exception. `hint` names the idea that was missed, never the solution.
    """

    name: str
    row: str
    formula: Formula
    hint: str
    idea: str = ""


@dataclass(frozen=True)
class Rubric:
    """How the rows of an exercise are judged and explained.

    Attributes:
        mistakes: what people get wrong, in the order in which to look for it.
        behaviour: the hint that is shown when a row about behaviour fails and no mistake explains it.
        rules: rows judged by a rule instead of equality: `rule(got, want)` returns what is wrong, or None.
    """

    mistakes: Sequence[Mistake] = ()
    behaviour: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)


_rubrics: dict[str, Rubric] = {}


def declare_rubric(id: str, rubric: Rubric) -> None:
    """Make the rubric of an exercise known.  Raises ValueError when it has one."""
    if id in _rubrics:
        raise ValueError(f"the mistakes of {id!r} are declared twice")
    _rubrics[id] = rubric


def rubric_of(exercise: Exercise) -> Rubric:
    """The rubric of an exercise.  Raises LookupError when its level declares none."""
    if exercise.id not in _rubrics:
        for _ in rooms.modules(exercise.level, "mistakes"):
            pass
    if exercise.id not in _rubrics:
        raise LookupError(f"checks/levels/{exercise.level}/ declares no mistakes for {exercise.id}")
    return _rubrics[exercise.id]
