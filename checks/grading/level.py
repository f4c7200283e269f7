"""A level as the grader needs it: the solved notebook, the untouched one, and which exercise each test cell scores."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property

import nbformat
from nbformat import NotebookNode

from checks.exercise import Exercise, find
from checks.grading.course import Course, CourseError, grade_id


@dataclass(frozen=True)
class TestCell:
    """A cell that carries points, and the exercise it scores."""

    __test__ = False  # not a test, whatever its name looks like to pytest

    id: str
    points: float
    exercise: Exercise


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell is graded by its outputs; a free-response answer, graded by hand, is not."""
    nbgrader = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and nbgrader.get("grade") and not nbgrader.get("solution"))


class Level:
    """One level of a course; everything is read once."""

    def __init__(self, course: Course, name: str) -> None:
        self.course, self.name = course, name
        self.notebook = course.notebook(name)

    @cached_property
    def solved(self) -> NotebookNode:
        """The authored notebook, solutions and hidden tests inside."""
        return self.course.source(self.name)

    @cached_property
    def untouched(self) -> NotebookNode:
        """The released notebook, but with the hidden tests still inside: nbgrader's own ClearSolutions makes it."""
        from nbgrader.preprocessors import ClearSolutions

        notebook = nbformat.from_dict(self.solved)
        notebook, _ = ClearSolutions().preprocess(notebook, {})
        return notebook  # type: ignore[no-any-return]

    @cached_property
    def tests(self) -> dict[str, TestCell]:
        """The cells that carry points, by id, in order.  Raises CourseError for one that scores no exercise."""
        return {str(grade_id(cell)): self._test(cell) for cell in self.solved.cells if is_test(cell)}

    def _test(self, cell: NotebookNode) -> TestCell:
        ids = scored_exercises(cell.source)
        if len(ids) != 1:
            raise CourseError(
                f"{self.name}: the test cell {grade_id(cell)} must call checks.score once; it does {len(ids)} times."
            )
        try:
            exercise = find(ids[0])
        except KeyError as error:
            raise CourseError(f"{self.name}: {error.args[0]}") from error
        return TestCell(str(grade_id(cell)), float(cell.metadata.nbgrader.points), exercise)

    @property
    def ids(self) -> set[str]:
        """The nbgrader ids of the level's cells."""
        return {str(grade_id(cell)) for cell in self.solved.cells if grade_id(cell)}


def scored_exercises(source: str) -> list[str]:
    """The exercise ids for which a cell calls `checks.score`."""
    return called_with(source, "score")


def called_with(source: str, function: str) -> list[str]:
    """The first arguments of all calls `checks.<function>("...", ...)` in a cell."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if ast.unparse(call.func) == f"checks.{function}"]
    return [str(arg.value) for arg in (call.args[0] for call in named) if isinstance(arg, ast.Constant)]
