"""The formulas of mistakes name what there is: a misspelt name would make a mistake that nothing ever matches."""

from __future__ import annotations

import numpy as np
import pytest

from checks.api import VISIBLE_SEED, stored_answer
from checks.declaring.formulas import NotThere
from checks.exercise import Exercise, all_exercises
from checks.judging.judge import fresh_namespace, right_namespace
from checks.judging.rubric import Formula, rubric_of

EXERCISES = [pytest.param(exercise, id=exercise.id) for exercise in all_exercises().values()]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_formula_finds_what_it_names_in_some_trial(exercise: Exercise) -> None:
    lost = [mistake.name for mistake in rubric_of(exercise).mistakes if not _works_somewhere(exercise, mistake.formula)]
    assert lost == []


def _works_somewhere(exercise: Exercise, formula: Formula) -> bool:
    truth = stored_answer(exercise)
    for number, trial in enumerate(truth.trials):
        given, right = fresh_namespace(exercise, VISIBLE_SEED, number), right_namespace(trial)
        try:
            with np.errstate(all="ignore"):
                formula(given, right)
        except NotThere:
            continue
        except Exception:  # it predicts an error, as it may
            return True
        return True
    return False
