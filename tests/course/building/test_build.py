"""Building: the same again changes nothing, and a level that would not hold is not built, with the reason."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from checks.grading.course import Course, CourseError
from checks.grading.level import Level, read_level
from checks.grading.marks import without_marks
from course.building.answers_file import answers_agree
from course.building.build import build_level, require_own_exercises
from course.building.fingerprint import fingerprint, is_whole, made_from, seal
from course.building.proof import prove
from tests.classroom import AFFINE, quick_course

Cells = list[NotebookNode]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, list[str]]:
    """A course of one level, built, and the files that this wrote."""
    course = quick_course(tmp_path_factory.mktemp("built"), AFFINE)
    return course, build_level(course, AFFINE)


def files(course: Course) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in course.root.rglob("*") if path.suffix in (".ipynb", ".json", ".md")}


def test_building_writes_release_solution_and_answers(built: tuple[Course, list[str]]) -> None:
    course, changed = built
    written = {str(Path(path).relative_to(course.root)) for path in changed}
    assert written == {
        f"release/{AFFINE}/affine.ipynb",
        f"solutions/{AFFINE}/affine.ipynb",
        "levels/affine/answers.json",
    }


def test_building_again_changes_nothing(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    before = files(course)
    assert build_level(course, AFFINE) == []
    assert files(course) == before


def test_the_release_has_stubs_and_visible_checks_alone(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    released, untouched = nbformat.read(course.release(AFFINE), 4), read_level(course, AFFINE).untouched
    for cell, whole in zip(released.cells, untouched.cells, strict=True):
        assert cell.source == whole.source.split("\n### BEGIN HIDDEN TESTS")[0]
        assert not cell.get("outputs")
        assert cell.id == whole.id


def test_the_solution_is_solved_executed_and_bare(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    notebook = nbformat.read(course.root / "solutions" / AFFINE / "affine.ipynb", 4)
    text = json.dumps(notebook)
    for mark in ("SOLUTION", "HIDDEN TESTS", "checks.score", "nbgrader", "NotImplementedError"):
        assert mark not in text
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        if "checks.check(" in cell.source:
            assert "✓" in cell.outputs[0].data["text/plain"]


def test_the_answers_are_those_of_every_check(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    level = read_level(course, AFFINE)
    stored = json.loads(course.answers(AFFINE).read_text(encoding="utf-8"))
    assert set(stored) >= {test.exercise.id for test in level.tests.values()}
    assert answers_agree(stored, prove(level))


@pytest.mark.parametrize("damage", ["exercise", "trial", "row", "number"])
def test_answers_that_differ_are_written_anew(built: tuple[Course, list[str]], damage: str) -> None:
    course, _ = built
    path = course.answers(AFFINE)
    before = path.read_text(encoding="utf-8")
    stored = json.loads(before)
    (id, *_) = stored
    rows = stored[id]["trials"][0]["rows"]
    if damage == "exercise":
        del stored[id]
    elif damage == "trial":
        del stored[id]["trials"][0]
    elif damage == "row":
        rows.popitem()
    else:
        name = next(name for name in rows if "float64" in rows[name])
        rows[name]["float64"] = "A" * 10 + rows[name]["float64"][10:]
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert build_level(course, AFFINE) == [str(path)]
    assert path.read_text(encoding="utf-8") == before


def test_an_output_that_was_edited_is_run_anew(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    path = course.solution(AFFINE)
    before = nbformat.read(path, 4)
    edited = nbformat.from_dict(before)
    next(cell for cell in edited.cells if cell.get("outputs")).outputs[0].data["text/plain"] = "100 of 100"
    nbformat.write(edited, path)
    assert build_level(course, AFFINE) == [str(path)]
    assert nbformat.read(path, 4) == before


def test_a_solution_made_from_something_else_is_run_anew(built: tuple[Course, list[str]]) -> None:
    course, _ = built
    path = course.solution(AFFINE)
    before = nbformat.read(path, 4)
    assert is_whole(before)
    assert made_from(before) == fingerprint(read_level(course, AFFINE), before)
    older = nbformat.from_dict(before)
    seal(older, "0123456789abcdef")
    nbformat.write(older, path)
    assert build_level(course, AFFINE) == [str(path)]
    assert nbformat.read(path, 4) == before


# -- what is not built -----------------------------------------------------------------------------------------------


def solution_cell(cells: Cells) -> NotebookNode:
    return next(cell for cell in cells if "class Affine" in cell.source)


def never_the_same(cells: Cells) -> None:
    solution_cell(
        cells
    ).source += (
        "\n\nright = Affine.forward\nAffine.forward = lambda self, x: right(self, x) + np.random.default_rng().normal()"
    )


def gives_no_number(cells: Cells) -> None:
    solution_cell(cells).source += "\n\nAffine.forward = lambda self, x: None"


def given_away(cells: Cells) -> None:
    cell = solution_cell(cells)
    cell.source += "\n\n" + without_marks(cell.source)


def raises_in_a_check(cells: Cells) -> None:
    solution_cell(cells).source += "\n\ndel Affine"


def raises_elsewhere(cells: Cells) -> None:
    cells.append(new_code_cell("1 / 0"))


def warns(cells: Cells) -> None:
    cells.append(new_code_cell("np.log(np.zeros(1));"))


def dies(cells: Cells) -> None:
    cells.append(new_code_cell("import os; os._exit(1)"))


def of_no_exercise(cells: Cells) -> None:
    for cell in cells:
        cell.source = cell.source.replace("affine.backward", "affine.sideways")


def of_another_level(cells: Cells) -> None:
    for cell in cells:
        cell.source = cell.source.replace("affine.question-size", "add-mul.question-blind")
    cells.append(new_code_cell('import checks\nchecks.check("add-mul.question-blind", 1)'))


def scored_but_not_checked(cells: Cells) -> None:
    for cell in cells:
        cell.source = cell.source.replace('checks.check("affine.backward", Affine)', "")


def without_score(cells: Cells) -> None:
    for cell in cells:
        cell.source = cell.source.replace("checks.score(", "checks.check(")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (never_the_same, "its own solution does not pass"),
        (gives_no_number, "the solution's out is not an array of finite numbers"),
        (given_away, "the untouched release earns points"),
        (raises_in_a_check, "does not pass|gives no evidence"),
        (raises_elsewhere, "a cell of the solved notebook fails"),
        (warns, "a cell of the solved notebook warns"),
        (dies, "The Python process ended with status 1"),
        (of_no_exercise, "there is no exercise 'affine.sideways'; there are: "),
        (without_score, "must call checks.score once; it does 0 times"),
        (of_another_level, "which the room add_mul declares"),
        (scored_but_not_checked, "scores affine.backward, but no cell lets a student check it"),
    ],
)
def test_a_level_that_would_not_hold_is_not_built(tmp_path: Path, change: Callable[[Cells], None], reason: str) -> None:
    course = quick_course(tmp_path, AFFINE, change=change)
    with pytest.raises(CourseError, match=reason) as refused:
        build_level(course, AFFINE)
    assert "affine" in str(refused.value)
    assert not (tmp_path / "release").exists()
    assert not course.solution(AFFINE).exists()
    assert not course.answers(AFFINE).exists()


@pytest.mark.parametrize("change", [never_the_same, given_away, raises_elsewhere, warns])
def test_what_was_built_before_stays(
    built: tuple[Course, list[str]], tmp_path: Path, change: Callable[[Cells], None]
) -> None:
    shutil.copytree(built[0].root, tmp_path, dirs_exist_ok=True)
    course = quick_course(tmp_path, AFFINE, change=lambda cells: (now_twice_as_large(cells), change(cells)))
    before = outcome(course)
    assert len(before) == 3
    with pytest.raises(CourseError):
        build_level(course, AFFINE)
    assert outcome(course) == before


def now_twice_as_large(cells: Cells) -> None:
    """Other answers than those that are stored."""
    solution_cell(cells).source += "\n\nAffine.forward = lambda self, x, once=Affine.forward: 2 * once(self, x)"


def test_neither_does_a_release_that_fails_leave_half_of_a_level(
    built: tuple[Course, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built[0].root, tmp_path, dirs_exist_ok=True)
    course = quick_course(tmp_path, AFFINE, change=now_twice_as_large)
    before = outcome(course)
    (course.root / "gradebook.db").write_bytes(b"no database " * 100)
    with pytest.raises(CourseError, match=r"The gradebook sqlite:.* can't be opened"):
        build_level(course, AFFINE)
    assert outcome(course) == before


def outcome(course: Course) -> dict[str, bytes]:
    """What is made of a level."""
    paths = (course.release(AFFINE), course.solution(AFFINE), course.answers(AFFINE))
    return {str(path): path.read_bytes() for path in paths if path.is_file()}


# -- whose exercises -------------------------------------------------------------------------------------------------


def level_that_runs(tmp_path: Path, source: str) -> Level:
    """The level affine with one more cell."""
    course = quick_course(tmp_path, AFFINE, change=lambda cells: cells.append(new_code_cell(source)))
    return read_level(course, AFFINE)


@pytest.mark.parametrize("function", ["check", "score"])
def test_an_exercise_of_another_room_is_refused_and_both_rooms_are_named(tmp_path: Path, function: str) -> None:
    level = level_that_runs(tmp_path, f'if True:\n    checks.{function}("add.layer", Affine)')
    with pytest.raises(CourseError) as refused:
        require_own_exercises(level)
    assert str(refused.value) == (
        f"{AFFINE} checks add.layer, which the room add_mul declares. Exercises of this level belong into the room "
        "affine."
    )


def test_an_exercise_of_no_room_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"^04-affine checks affine\.sideways, which no room declares\.$"):
        require_own_exercises(level_that_runs(tmp_path, 'checks.check("affine.sideways", Affine)'))


def test_its_own_exercises_and_other_calls_are_accepted(tmp_path: Path) -> None:
    others = '# checks.check("add.layer", Add)\ntext = \'checks.check("add.layer", Add)\'\nprint("add.layer")'
    require_own_exercises(level_that_runs(tmp_path, others))


def test_a_text_that_is_no_notebook_is_not_built(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    course.text(AFFINE).write_text("```{code-cell}\n:nbgrader: {grade_id: [\n\nx\n```\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"affine\.md can't be read as a MyST text notebook"):
        build_level(course, AFFINE)


# -- small parts -----------------------------------------------------------------------------------------------------


def test_marks_and_hidden_tests_are_taken_out() -> None:
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n"
    hidden = "### BEGIN HIDDEN TESTS\nchecks.score('a', f)\n### END HIDDEN TESTS\n"
    assert without_marks(f"{source}{hidden}") == "def f():\n    return 1"
