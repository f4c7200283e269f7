"""A level as the grader needs it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from checks.grading.course import Course, CourseError
from checks.grading.level import Level, called_with, read_level, scored_exercises
from checks.grading.marks import grade_id, is_test
from checks.rooms import room_of

SCORED = "checks.check('affine.forward', Affine)\nchecks.score('affine.forward', Affine)"


def level_with_test(folder: Path, source: str, settings: str = "grade: true, points: 2") -> Level:
    path = folder / "source" / "04-affine" / "affine.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"```{{code-cell}}\n:nbgrader: {{grade_id: test, {settings}}}\n\n{source}\n```\n", encoding="utf-8")
    return read_level(Course(folder), "04-affine")


def test_untouched_is_the_release_with_its_hidden_tests(level: Level) -> None:
    before = nbformat.from_dict(level.solved)
    assert [cell.metadata for cell in level.untouched.cells] == [cell.metadata for cell in level.solved.cells]
    for cell in level.untouched.cells:
        assert "### BEGIN SOLUTION" not in cell.source
        if grade_id(cell) in level.tests:
            assert "checks.score(" in cell.source
    assert any("raise NotImplementedError()" in cell.source for cell in level.untouched.cells)
    assert level.solved == before


def test_every_cell_with_points_scores_one_exercise(level: Level) -> None:
    assert list(level.tests) == [cell.metadata.nbgrader.grade_id for cell in level.solved.cells if is_test(cell)]
    for id, test in level.tests.items():
        assert (test.id, test.exercise.id) == (id, test.exercise_id)
        assert test.exercise.level == room_of(level.name)
        assert test.points > 0


def test_ids_are_those_of_the_cells(level: Level) -> None:
    assert {"imports", *level.tests} <= level.ids
    assert None not in level.ids


def test_points_may_be_any_number(tmp_path: Path) -> None:
    (test,) = level_with_test(tmp_path, SCORED, "grade: true, points: 2.5").tests.values()
    assert (test.id, test.points, test.exercise.id) == ("test", 2.5, "affine.forward")


@pytest.mark.parametrize(
    ("source", "times"), [("checks.check('affine.forward', Affine)", 0), (f"{SCORED}\n{SCORED}", 2)]
)
def test_a_test_cell_that_does_not_score_once_is_refused(tmp_path: Path, source: str, times: int) -> None:
    with pytest.raises(CourseError, match=f"04-affine: the test cell test must call .* once; it does {times} times"):
        level_with_test(tmp_path, source)


def test_an_unknown_exercise_is_refused_naming_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"04-affine: there is no exercise 'affine\.sideways'; .*affine\.forward"):
        level_with_test(tmp_path, "checks.score('affine.sideways', Affine)")


def test_a_free_response_answer_is_graded_by_hand(tmp_path: Path) -> None:
    assert level_with_test(tmp_path, "why = ...", "grade: true, solution: true, points: 2").tests == {}


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("checks.score('a', A)\nx = [checks.score('b', B)]", ["a", "b"]),
        ("# checks.score('a', A)", []),
        ("text = \"checks.score('a', A)\"", []),
        ("score('a', A)\nchecks.score()\nchecks.score(name, A)\nchecks.check('a', A)", []),
    ],
)
def test_calls_are_read_from_the_code_not_from_its_text(source: str, ids: list[str]) -> None:
    assert scored_exercises(source) == called_with(source, "score") == ids
