"""A sample of the mutants of every level, the same on every day; `make mutants` runs them all."""

from __future__ import annotations

import random

import pytest

from tests.answers import COURSE
from tests.mutants import Mutant, judge_mutant, known_equivalents, mutants

A_LEVEL = 12


def sample(name: str) -> list[Mutant]:
    found = list(mutants(name))
    return random.Random(name).sample(found, min(A_LEVEL, len(found)))


@pytest.mark.slow
@pytest.mark.parametrize("name", COURSE.levels())
def test_small_changes_to_the_solution_are_refused(name: str) -> None:
    chosen = sample(name)
    assert chosen, f"{name} has no mutants"
    survivors = [str(one) for one in chosen if not judge_mutant(one).refused]
    assert [one for one in survivors if one not in known_equivalents()] == []
