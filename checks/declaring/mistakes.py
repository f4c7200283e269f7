"""Declaring what the judge knows of an exercise: the half of a level that stays outside of a sandbox.

    judging = Judging(__name__)

    DX = slips("dx", {"W-not-transposed": [lambda dout, W: dout @ W], "mean-in-dx": [lambda dx, N: dx / N]})

    judging.exercise("affine.backward", DX, echo(DX, "dx of the next batch", seen=next_batch))
    judging.question("affine.question-size", {"bias-forgotten": [640]})

The sentences stand in the room's hints.toml, under the exercise and the name of the mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, named
from checks.declaring.hints import Hints
from checks.exercise import find
from checks.judging.rubric import Formula, Mistake, Rubric, Rule, declare_rubric

Seen = Callable[[SimpleNamespace, SimpleNamespace], tuple[SimpleNamespace, SimpleNamespace]]
"""What is given and right in a later row, such as those of the next batch, out of what is given and right at first."""


@dataclass(frozen=True)
class Slip:
    """A mistake whose sentence is still to be looked up: under `hint`, with `words` in its placeholders."""

    name: str
    row: str
    formula: Formula
    hint: str
    words: Mapping[str, str] = field(default_factory=dict)


def slips(row: str, told: Mapping[str, Iterable[Written]], **words: str) -> list[Slip]:
    """The mistakes of a row by name, each with a formula for every way of making it, in the order of looking for them.

    "name/variant" is another way to make the mistake "name", with a hint of its own. `words` fill the placeholders of
    the hints; {row} is always the row's name.
    """
    filled = {"row": row, **words}
    return [
        Slip(key.split("/")[0], row, named(formula), key, filled)
        for key, formulas in told.items()
        for formula in formulas
    ]


def numbers(*wrong: float) -> dict[str, list[float]]:
    """Wrong answers to a question, each known by its number alone: "answer-4"."""
    return {f"answer-{number:g}": [number] for number in wrong}


def seen_as(told: Iterable[Slip], seen: Seen) -> list[Slip]:
    """The same mistakes, with formulas that name what `seen(given, right)` makes of what is given and right."""

    def elsewhere(formula: Formula) -> Formula:
        return lambda given, right: formula(*seen(given, right))

    return [replace(slip, formula=elsewhere(slip.formula)) for slip in told]


def echo(told: Iterable[Slip], row: str, of: str = "", seen: Seen | None = None) -> list[Slip]:
    """The same mistakes in another row, which need not be explained again; `of` is the row that explains them."""
    return [
        replace(slip, row=row, hint="the-same", words={"of": of or slip.row, "why": slip.hint})
        for slip in (seen_as(told, seen) if seen else told)
    ]


class Judging:
    """A level's room, as its `mistakes` module sees it."""

    def __init__(self, module: str) -> None:
        """`module` is the `__name__` of the module, such as "checks.levels.affine.mistakes"."""
        self.room = module.split(".")[-2]
        self._hints = Hints(self.room)

    def exercise(self, id: str, *told: Sequence[Slip], rules: Mapping[str, Rule] | None = None) -> None:
        """Declare the mistakes of an exercise, in the order in which to look for them, and the rules of its rows.

        Raises HintError when a mistake or a row about behaviour has no hint, ValueError when a row is not declared.
        """
        exercise = find(id)
        mistakes = [self._mistake(id, slip) for group in told for slip in group]
        unknown = ({mistake.row for mistake in mistakes} | set(rules or {})) - set(exercise.declared)
        if unknown:
            raise ValueError(f"{id} has no row {', '.join(sorted(unknown))}")
        behaviour = {row: self._hints.find(id, row).filled({"row": row}).text for row in exercise.behaviour}
        declare_rubric(id, Rubric(mistakes, behaviour, rules or {}))

    def question(self, id: str, choices: Mapping[str, Iterable[Any]], rule: Rule | None = None) -> None:
        """Declare the wrong answers to a question, each with the values by which it is known."""
        told = {name: [lambda value=value: value for value in values] for name, values in choices.items()}
        self.exercise(id, slips("answer", told), rules={"answer": rule or the_right_number})

    def _mistake(self, id: str, slip: Slip) -> Mistake:
        hint = self._hints.find(id, slip.hint).filled(slip.words)
        idea = self._hints.find(id, slip.words["why"]).idea if slip.hint == "the-same" else hint.idea
        return Mistake(slip.name, slip.row, slip.formula, hint.text, idea)


def the_right_number(got: Any, want: Any) -> str | None:
    """A rule in place of equality, since a report on a question must not print the right answer."""
    return None if np.isclose(got, want) else f"Your answer is {got:g}."
