"""Whatever was done to a notebook, what runs is the student's code and the course's tests, each cell once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import nbformat
import pytest
from nbformat import NotebookNode

from checks.grading.course import METADATA
from checks.grading.level import Level
from checks.grading.marks import grade_id
from checks.grading.submitted.reading import SubmittedCell
from checks.grading.submitted.repair import repair
from tests.classroom import released, work_on

Cells = list[SubmittedCell]


@pytest.fixture
def solved(level: Level) -> Cells:
    """A submission in which every solution is written."""
    work = work_on(level)
    work.solve()
    return [SubmittedCell(cell.cell_type, cell.source, grade_id(cell)) for cell in work.notebook.cells]


@pytest.fixture
def test(level: Level) -> str:
    """A cell that carries points."""
    return next(iter(level.tests))


@pytest.fixture
def solution(level: Level) -> str:
    """The last solution before that cell."""
    found = ""
    for cell in level.untouched.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            return found
        if cell.metadata.get("nbgrader", {}).get("solution"):
            found = str(grade_id(cell))
    raise AssertionError("the level has no solution cell")


def mended(level: Level, cells: Cells) -> tuple[NotebookNode, list[str]]:
    """The repaired notebook, which is whole whatever `cells` are, and what was said about it."""
    notebook, notes = repair(cells, level.untouched)
    official = {grade_id(cell): cell for cell in level.untouched.cells if grade_id(cell)}
    found = [cell for cell in notebook.cells if grade_id(cell)]
    assert sorted(grade_id(cell) for cell in found) == sorted(official)
    for cell in found:
        wanted = official[grade_id(cell)]
        assert cell.metadata == wanted.metadata
        assert cell.cell_type == wanted.cell_type
        if not wanted.metadata.nbgrader.solution:
            assert cell.source == wanted.source
    assert all(set(cell.metadata) <= {"nbgrader"} for cell in notebook.cells)
    assert notebook.metadata == METADATA
    nbformat.validate(notebook)
    return notebook, notes


def sources(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells]


def at(cells: Cells, id: str) -> int:
    return next(number for number, cell in enumerate(cells) if cell.id == id)


def order(notebook: NotebookNode) -> list[str]:
    """The cells as they run: ids, and the sources of those that the student added."""
    return [grade_id(cell) or cell.source for cell in notebook.cells]


def answer_in(notebook: NotebookNode, id: str) -> str:
    return str(next(cell.source for cell in notebook.cells if grade_id(cell) == id))


# -- nothing done ----------------------------------------------------------------------------------------------------


def test_a_notebook_as_it_should_be_is_not_mended(level: Level, solved: Cells) -> None:
    notebook, notes = mended(level, solved)
    assert notes == []
    assert order(notebook) == [grade_id(cell) or cell.source for cell in level.untouched.cells]


def test_the_answers_are_the_students(level: Level, solved: Cells, solution: str) -> None:
    notebook, _ = mended(level, solved)
    assert answer_in(notebook, solution) == solved[at(solved, solution)].source


def test_an_untouched_notebook(level: Level) -> None:
    cells = [SubmittedCell(cell.cell_type, cell.source, grade_id(cell)) for cell in released(level).cells]
    notebook, notes = mended(level, cells)
    assert notes == []
    assert sources(notebook) == [cell.source for cell in level.untouched.cells]


def test_nothing_at_all(level: Level) -> None:
    notebook, notes = mended(level, [])
    assert order(notebook) == [grade_id(cell) for cell in level.untouched.cells if grade_id(cell)]
    assert len(notes) == len(notebook.cells)


# -- tests -----------------------------------------------------------------------------------------------------------


def test_deleted_tests_are_put_back(level: Level, solved: Cells) -> None:
    notebook, notes = mended(level, [cell for cell in solved if cell.id not in level.tests])
    assert notes == [f"Cell {id} was missing and was put back." for id in level.tests]
    assert [id for id in order(notebook) if id in level.ids] == [cell.id for cell in solved if cell.id]


def test_a_test_that_was_edited(level: Level, solved: Cells, test: str) -> None:
    solved[at(solved, test)] = SubmittedCell("code", "100.0", test)
    _, notes = mended(level, solved)
    assert notes == [f"Cell {test} had been edited; the course's own cell was run."]


def test_a_test_that_was_turned_into_text(level: Level, solved: Cells, test: str) -> None:
    solved[at(solved, test)] = replace(solved[at(solved, test)], kind="markdown")
    mended(level, solved)


def test_a_test_that_stands_twice(level: Level, solved: Cells, test: str) -> None:
    notebook, notes = mended(level, [*solved, SubmittedCell("code", "100.0", test)])
    assert notes == [f"Cell {test} stood in the notebook twice; the first answer counts."]
    assert "100.0" not in sources(notebook)


def test_a_test_never_runs_before_its_solution(level: Level, solved: Cells, test: str, solution: str) -> None:
    moved = [solved[at(solved, test)], *(cell for cell in solved if cell.id != test)]
    notebook, _ = mended(level, moved)
    assert order(notebook).index(test) == order(notebook).index(solution) + 1


def test_a_deleted_test_runs_after_what_the_student_added_to_the_exercise(
    level: Level, solved: Cells, test: str, solution: str
) -> None:
    without = [cell for cell in solved if cell.id not in level.tests]
    without.insert(at(without, solution) + 1, SubmittedCell("code", "del Affine"))
    notebook, _ = mended(level, without)
    assert order(notebook).index("del Affine") < order(notebook).index(test)


# -- solutions -------------------------------------------------------------------------------------------------------


def test_a_solution_that_stands_twice_the_first_answer_counts(level: Level, solved: Cells, solution: str) -> None:
    first = solved[at(solved, solution)]
    second = replace(first, source=first.source.replace("return", "return -"))
    notebook, notes = mended(level, [*solved, second])
    assert answer_in(notebook, solution) == first.source
    assert second.source not in sources(notebook)
    assert notes == [f"Cell {solution} stood in the notebook twice; the first answer counts."]


@pytest.mark.parametrize("stub_first", [True, False])
def test_a_solution_beside_its_stub_the_answer_counts(
    level: Level, solved: Cells, solution: str, stub_first: bool
) -> None:
    position = at(solved, solution)
    stub = SubmittedCell("code", answer_in(level.untouched, solution), solution)
    solved.insert(position if stub_first else position + 1, stub)
    notebook, _ = mended(level, solved)
    assert answer_in(notebook, solution) == solved[position + stub_first].source
    assert stub.source not in sources(notebook)


def test_a_solution_copied_as_it_is(level: Level, solved: Cells, solution: str) -> None:
    notebook, _ = mended(level, [*solved, replace(solved[at(solved, solution)])])
    assert sources(notebook).count(solved[at(solved, solution)].source) == 1


def test_a_solution_split_in_two_runs_both_halves_before_the_test(
    level: Level, solved: Cells, test: str, solution: str
) -> None:
    position = at(solved, solution)
    second = SubmittedCell("code", "Affine.extra = 1", solution)
    notebook, notes = mended(level, [*solved[: position + 1], second, *solved[position + 1 :]])
    here = order(notebook).index(solution)
    assert order(notebook)[here : here + 3] == [solution, second.source, test]
    assert notes == []


def test_a_solution_deleted_but_written_elsewhere_wins_over_the_stub(
    level: Level, solved: Cells, test: str, solution: str
) -> None:
    elsewhere = SubmittedCell("code", solved[at(solved, solution)].source)
    solved[at(solved, solution)] = elsewhere
    notebook, _ = mended(level, solved)
    assert order(notebook).index(solution) < order(notebook).index(elsewhere.source) < order(notebook).index(test)


def test_a_solution_turned_into_text_is_code_again(level: Level, solved: Cells, solution: str) -> None:
    solved[at(solved, solution)] = replace(solved[at(solved, solution)], kind="markdown")
    notebook, notes = mended(level, solved)
    assert answer_in(notebook, solution) == solved[at(solved, solution)].source
    assert notes == [f"Cell {solution} had been turned into markdown; it is code again."]


def test_unicode_in_an_answer(level: Level, solved: Cells, solution: str) -> None:
    solved[at(solved, solution)] = SubmittedCell("code", "größe_σ = 'ångström 🐍'", solution)
    assert answer_in(mended(level, solved)[0], solution) == "größe_σ = 'ångström 🐍'"


# -- other cells -----------------------------------------------------------------------------------------------------


def test_deleted_imports_run_first(level: Level, solved: Cells) -> None:
    notebook, notes = mended(level, [cell for cell in solved if cell.id != "imports"])
    assert order(notebook)[0] == "imports"
    assert notes == ["Cell imports was missing and was put back."]


def test_imports_copied_to_the_end_still_run_first(level: Level, solved: Cells) -> None:
    notebook, _ = mended(level, [*solved, replace(solved[at(solved, "imports")])])
    assert order(notebook) == [grade_id(cell) or cell.source for cell in level.untouched.cells]


def test_added_cells_keep_their_place(level: Level, solved: Cells, solution: str) -> None:
    added = [SubmittedCell("code", "a = 1"), SubmittedCell("code", "b = 2")]
    position = at(solved, solution)
    notebook, _ = mended(level, [*solved[:position], *added, *solved[position:]])
    here = order(notebook).index(solution)
    assert order(notebook)[here - 2 : here] == ["a = 1", "b = 2"]


def test_a_cell_of_another_level_is_only_a_cell(level: Level, solved: Cells) -> None:
    notebook, _ = mended(level, [*solved, SubmittedCell("code", "100.0", "check-of-another-level")])
    assert notebook.cells[-1].source == "100.0"
    assert "nbgrader" not in notebook.cells[-1].metadata


@pytest.mark.parametrize(
    "disorder",
    [
        lambda cells: cells[::-1],
        lambda cells: [replace(cell) for cell in cells * 3],
        lambda cells: cells[::2],
        lambda cells: [replace(cell) for cell in cells[1::2] + cells],
    ],
    ids=["backwards", "three times", "every other cell", "mixed"],
)
def test_every_solution_precedes_its_tests_in_any_disorder(
    level: Level, solved: Cells, disorder: Callable[[Cells], Cells]
) -> None:
    notebook, _ = mended(level, disorder(solved))
    ran = order(notebook)
    before: list[str] = []
    for cell in level.untouched.cells:
        if grade_id(cell) in level.tests:
            assert all(ran.index(one) < ran.index(str(grade_id(cell))) for one in before)
        elif cell.metadata.get("nbgrader", {}).get("solution"):
            before.append(str(grade_id(cell)))


def test_imports_that_were_moved_to_the_end_run_before_what_needs_them(level: Level, solved: Cells) -> None:
    cells = [*solved]
    cells.append(cells.pop(at(cells, "imports")))
    notebook, _ = mended(level, cells)
    running = order(notebook)
    assert running.index("imports") < min(
        running.index(str(cell.id)) for cell in solved if cell.id not in (None, "imports")
    )
