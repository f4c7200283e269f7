from dataclasses import replace

import pytest

from checks.exercise import find
from checks.judging.judge import judge
from checks.judging.rubric import Rubric, declare_rubric, rubric_of
from checks.probing import run
from tests.checks.strategies import SEED, Affine


def test_the_rubric_of_an_exercise_is_what_its_level_declares():
    rubric = rubric_of(find("affine.backward"))
    assert {"bias-not-gathered", "dW-transposed"} <= {mistake.name for mistake in rubric.mistakes}
    assert set(rubric.behaviour) == set(find("affine.backward").behaviour)
    assert rubric_of(find("affine.backward")) is rubric


def test_every_mistake_belongs_to_a_row_and_has_a_sentence_and_an_idea():
    for id in ("affine.forward", "affine.backward", "affine.question-size"):
        for mistake in rubric_of(find(id)).mistakes:
            assert mistake.row in find(id).declared
            assert mistake.hint
            assert mistake.idea


def test_an_exercise_for_which_its_level_declares_nothing_is_named():
    forgotten = replace(find("affine.backward"), id="affine.sideways")
    with pytest.raises(LookupError, match=r"checks/levels/affine/ declares no mistakes for affine\.sideways"):
        rubric_of(forgotten)
    evidence = run(forgotten, Affine, SEED)
    with pytest.raises(LookupError, match=r"affine\.sideways"):
        judge(forgotten, SEED, evidence, evidence)
    assert judge(forgotten, SEED, evidence, evidence, rubric=Rubric()).passed


def test_a_rubric_is_declared_once():
    rubric_of(find("affine.forward"))
    with pytest.raises(ValueError, match=r"the mistakes of 'affine\.forward' are declared twice"):
        declare_rubric("affine.forward", Rubric())
