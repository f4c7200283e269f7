"""What an exercise is: its inputs, and the probe that drives the student's answer.

An exercise is declared once, in a level's room (`checks.declaring`). The same probe runs in the student's notebook, in
the grader, and on the course's own solution, which alone supplies the right numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from checks import rooms

Probe = Callable[..., Iterator[tuple[str, Any]]]
Inputs = Callable[..., dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Exercise:
    """One thing the student builds, and how it is driven.

    Attributes:
        id: "thing.part", such as "affine.backward".
        level: the name of its room, such as "affine".
        expects: what the student hands in: "class", "function" or "value".
        probe: `probe(answer, **inputs)` drives the answer and yields `(row, value)` one by one, so that what was
            finished before an error counts.
        inputs: `inputs(rng, **trial)` draws the inputs of a trial, by name, in the order the probe takes them.
        trials: the sizes of each trial. Sizes differ: a square W or a batch of one hides mistakes.
        rows: each value the probe yields, with the words that follow its expected shape in a message.
        behaviour: the rows that earn points only beside a right value.
        atol, rtol: a value is right when |got - want| <= atol + rtol * |want|.
    """

    id: str
    level: str
    expects: str
    probe: Probe
    inputs: Inputs
    trials: Sequence[Mapping[str, Any]]
    rows: Mapping[str, str]
    behaviour: Sequence[str] = ()
    atol: float = 1e-5
    rtol: float = 1e-5

    def given(self, seed: int, trial: int) -> dict[str, Any]:
        """The inputs of one trial: the same seed gives the same numbers in every process and on every machine."""
        rng = np.random.default_rng([seed, zlib.crc32(self.id.encode()), trial])
        return self.inputs(rng, **self.trials[trial])

    def label(self, trial: int) -> str:
        """How a trial is called in a report, such as "N=4, D=3, M=5"."""
        return ", ".join(f"{name}={value}" for name, value in self.trials[trial].items())

    @property
    def declared(self) -> list[str]:
        """The names of all rows, values first."""
        return [*self.rows, *self.behaviour]


_declared: dict[str, Exercise] = {}


def declare(exercise: Exercise) -> Exercise:
    """Make an exercise known.  Raises ValueError when its id is taken."""
    if exercise.id in _declared:
        raise ValueError(f"exercise {exercise.id!r} is declared twice")
    _declared[exercise.id] = exercise
    return exercise


def find(id: str) -> Exercise:
    """The exercise of that id; only the level that has it is loaded.  Raises KeyError naming those that exist."""
    if id not in _declared:
        _load(rooms.indexed(id))
    if id not in _declared:  # the index is not built yet, or there is no such exercise
        every = all_exercises()
        if id not in every:
            raise KeyError(f"there is no exercise {id!r}; there are: {', '.join(sorted(every))}")
    return _declared[id]


def all_exercises() -> dict[str, Exercise]:
    """Every declared exercise by id; loads all levels."""
    for room in rooms.rooms():
        _load(room)
    return dict(_declared)


def _load(room: str | None) -> None:
    if room is not None:
        for _ in rooms.modules(room, "probes"):
            pass
