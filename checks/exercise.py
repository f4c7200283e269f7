"""What an exercise is: its inputs, the probe that drives the student's answer, and the mistakes it recognises.

An exercise is declared once, in `checks/levels/`. The same probe runs in the student's notebook, in the grader, and
on the course's own solution, which alone supplies the right numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

Probe = Callable[..., Iterator[tuple[str, Any]]]
Inputs = Callable[..., dict[str, Any]]
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


@dataclass(frozen=True, eq=False)
class Exercise:
    """One thing the student builds, and how it is judged.  See `exercise` for the fields."""

    id: str
    level: str
    expects: str
    probe: Probe
    inputs: Inputs
    trials: Sequence[Mapping[str, Any]]
    rows: Mapping[str, str]
    behaviour: Mapping[str, str] = field(default_factory=dict)
    mistakes: Sequence[Mistake] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    atol: float = 1e-5
    rtol: float = 1e-5

    def given(self, seed: int, trial: int) -> dict[str, Any]:
        """The inputs of one trial: the same seed gives the same numbers in every process and on every machine."""
        rng = np.random.default_rng([seed, zlib.crc32(self.id.encode()), trial])
        return self.inputs(rng, **self.trials[trial])

    def label(self, trial: int) -> str:
        """How a trial is called in a report, such as "N=4, D=3, M=5"."""
        return ", ".join(f"{name}={value}" for name, value in self.trials[trial].items())


_registry: dict[str, Exercise] = {}


def exercise(
    id: str,
    *,
    level: str,
    inputs: Inputs,
    trials: Sequence[Mapping[str, Any]],
    rows: Mapping[str, str],
    expects: str = "class",
    behaviour: Mapping[str, str] | None = None,
    mistakes: Sequence[Mistake] = (),
    rules: Mapping[str, Rule] | None = None,
    atol: float = 1e-5,
    rtol: float = 1e-5,
) -> Callable[[Probe], Exercise]:
    """Declare an exercise; decorates its probe.

    Args:
        id: "thing.part", such as "affine.backward".
        level: the folder in `source/`, such as "04-affine".
        inputs: `inputs(rng, **trial)` draws the inputs of a trial, by name, in the order the probe takes them.
        trials: the sizes of each trial. Sizes differ: a square W or a batch of one hides mistakes.
        rows: each value the probe yields, with the words that follow its expected shape in a message.
        expects: what the student hands in: "class", "function" or "value".
        behaviour: rows that earn points only beside a right value, with the hint shown when they fail.
        mistakes: what people get wrong, in the order in which to look for it.
        rules: rows judged by a rule instead of equality: `rule(got, want)` returns what is wrong, or None.
        atol, rtol: a value is right when |got - want| <= atol + rtol * |want|.

    The probe is a generator: `probe(answer, **inputs)` drives the answer and yields `(row, value)` one by one, so
    that what was finished before an error counts.
    """

    def declare(probe: Probe) -> Exercise:
        if id in _registry:
            raise ValueError(f"exercise {id!r} is declared twice")
        declared = Exercise(
            id, level, expects, probe, inputs, trials, rows, behaviour or {}, mistakes, rules or {}, atol, rtol
        )
        _registry[id] = declared
        return declared

    return declare


def find(id: str) -> Exercise:
    """The exercise of that id.  Raises KeyError naming those that exist."""
    exercises = all_exercises()
    if id not in exercises:
        raise KeyError(f"there is no exercise {id!r}; there are: {', '.join(sorted(exercises))}")
    return exercises[id]


def all_exercises() -> dict[str, Exercise]:
    """Every declared exercise by id; the modules in `checks.levels` are imported on first use."""
    from checks import levels

    levels.load()
    return dict(_registry)
