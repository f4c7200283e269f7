"""The checks are right: every wrong answer is refused with its hint, every right one gets everything."""

from __future__ import annotations

import pytest

from checks.api import VISIBLE_SEED
from course.building.answers import Answer, answers
from tests.answers import COURSE, SECRET_SEED, report

SEEDS = [
    pytest.param(SECRET_SEED, id="secret"),
    pytest.param(VISIBLE_SEED, id="visible", marks=pytest.mark.slow),
]
pytestmark = pytest.mark.filterwarnings("ignore")  # an answer may warn, as a student's may; it is judged by its numbers


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("answer", answers(COURSE, "wrong"), ids=str)
def test_wrong_answer_is_refused_with_its_hint(answer: Answer, seed: int) -> None:
    got = report(answer, seed)
    hints = {row.hint for row in got.rows if not row.passed}
    assert not got.passed, f"{answer} passes"
    assert answer.label in hints, f"{answer} got the hints {sorted(hints)}\n{got.text()}"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("answer", answers(COURSE, "right"), ids=str)
def test_right_answer_gets_everything(answer: Answer, seed: int) -> None:
    got = report(answer, seed)
    assert got.passed, got.text()
