"""What every level must have.  Adding a level is following these messages; see docs/adding-a-level.md."""

from __future__ import annotations

import re

import pytest

from checks.exercise import Exercise, all_exercises
from checks.grading.marks import BEGIN_HIDDEN, grade_id, marks_of, without_marks
from checks.judging.rubric import rubric_of
from checks.rooms import room_of
from course.building.answers import Answer, answers
from tests.answers import COURSE, level

LEVELS = COURSE.levels()
GRADED = [(name, test.exercise) for name in LEVELS for test in level(name).tests.values()]
WRONG_AT_LEAST = 8
RIGHT_AT_LEAST = 4


def _sources(name: str, kind: str) -> list[str]:
    return [cell.source for cell in level(name).solved.cells if cell.cell_type == kind]


def _of(kind: str, exercise: Exercise) -> list[Answer]:
    return [answer for answer in answers(COURSE, kind, exercise.level) if answer.exercise == exercise.id]


@pytest.mark.parametrize("name", LEVELS)
def test_level_has_a_figure_with_a_description(name: str) -> None:
    code = "\n".join(_sources(name, "code"))
    assert re.search(r"\b(show|show_\w+|draw_\w+)\(", code), f"{name} shows no figure: add one with course.figures"


@pytest.mark.parametrize("name", LEVELS)
def test_level_has_something_to_play_with(name: str) -> None:
    assert re.search(r"\bplay(_\w+)?\(", "\n".join(_sources(name, "code"))), f"{name} has no interactive part"


@pytest.mark.parametrize("name", LEVELS)
def test_level_has_a_length_that_can_be_read(name: str) -> None:
    cells = level(name).solved.cells
    assert 18 <= len(cells) <= 45, f"{name} has {len(cells)} cells; 20 to 35 are a good length"
    long = [cell.source[:60] for cell in cells if len(without_marks(cell.source).splitlines()) > 45]
    assert not long, f"{name} has cells longer than a screen: {long}"


@pytest.mark.parametrize("name", LEVELS)
def test_level_begins_with_a_title_and_a_locked_cell_of_imports(name: str) -> None:
    cells = level(name).solved.cells
    assert cells[0].source.startswith("# Level " + name[:2]), f"{name} must begin with '# Level {name[:2]}: ...'"
    locked = [cell for cell in cells if grade_id(cell) == "imports"]
    assert locked, f"{name} has no cell with grade_id imports"
    assert marks_of(locked[0])["locked"], f"the imports of {name} must be locked"


@pytest.mark.parametrize("name", LEVELS)
def test_level_has_exercises_and_each_is_scored_by_a_test_cell(name: str) -> None:
    scored = {test.exercise.id for test in level(name).tests.values()}
    assert scored, f"{name} has no test cell"
    declared = {
        id
        for id, exercise in all_exercises().items()
        if exercise.level == room_of(name) and exercise.expects != "value"
    }
    assert declared == scored, f"declared in checks/levels but not scored, or the reverse: {declared ^ scored}"


@pytest.mark.parametrize("name", LEVELS)
def test_test_cells_check_what_they_score(name: str) -> None:
    for test in level(name).tests.values():
        source = next(cell.source for cell in level(name).solved.cells if grade_id(cell) == test.id)
        visible, hidden = source.split(BEGIN_HIDDEN)
        assert visible.strip().replace("checks.check(", "checks.score(") == hidden.split("### END")[0].strip(), test.id


@pytest.mark.parametrize(("name", "exercise"), GRADED, ids=lambda value: getattr(value, "id", value))
def test_exercise_has_wrong_and_right_answers(name: str, exercise: Exercise) -> None:
    wrong, right = _of("wrong", exercise), _of("right", exercise)
    assert len(wrong) >= WRONG_AT_LEAST, (
        f"{exercise.id} has {len(wrong)} wrong answers in tests/levels/{room_of(name)}/wrong.py"
    )
    assert len(right) >= RIGHT_AT_LEAST, (
        f"{exercise.id} has {len(right)} right answers in tests/levels/{room_of(name)}/right.py"
    )


@pytest.mark.parametrize(("name", "exercise"), GRADED, ids=lambda value: getattr(value, "id", value))
def test_exercise_has_several_trials_of_different_sizes_and_hints(name: str, exercise: Exercise) -> None:
    assert len(exercise.trials) >= 2, f"{exercise.id} has one trial; give it two with different sizes"
    assert len({tuple(trial.items()) for trial in exercise.trials}) == len(exercise.trials), exercise.id
    assert rubric_of(exercise).mistakes, f"{exercise.id} recognises no mistake of its own"
