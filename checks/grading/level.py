"""A level as the grader needs it, as plain data: read once from the course, sent wherever it is graded."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from checks.exercise import Exercise, find
from checks.grading.course import Course, CourseError
from checks.grading.marks import grade_id, is_test


@dataclass(frozen=True)
class TestCell:
    """A cell that carries points, and the exercise it scores."""

    __test__ = False  # not a test, whatever its name looks like to pytest

    id: str
    points: float
    exercise_id: str

    @property
    def exercise(self) -> Exercise:
        """The exercise itself, out of the level's room."""
        return find(self.exercise_id)


@dataclass(frozen=True, eq=False)
class Level:
    """One level of a course.

    Attributes:
        name: its folder in `source/`, such as "04-affine".
        notebook: nbgrader's notebook id, such as "affine".
        solved: the authored notebook, solutions and hidden tests inside.
        untouched: the released notebook, but with the hidden tests still inside.
        tests: the cells that carry points, by id, in order.
        files: what the level brings along beside its notebook, such as `layers.py`: name -> content.
    """

    name: str
    notebook: str
    solved: NotebookNode
    untouched: NotebookNode
    tests: Mapping[str, TestCell]
    files: Mapping[str, bytes]

    @property
    def ids(self) -> set[str]:
        """The nbgrader ids of the level's cells."""
        return {str(grade_id(cell)) for cell in self.solved.cells if grade_id(cell)}


def read_level(course: Course, name: str) -> Level:
    """A level of a course.  Raises CourseError when a cell that carries points does not score one exercise."""
    solved = course.source(name)
    return Level(
        name=name,
        notebook=course.notebook(name),
        solved=solved,
        untouched=_cleared(solved),
        tests={str(grade_id(cell)): _test(name, cell) for cell in solved.cells if is_test(cell)},
        files={path.name: path.read_bytes() for path in course.files(name)},
    )


def _cleared(solved: NotebookNode) -> NotebookNode:
    """The notebook without its solutions: nbgrader's own ClearSolutions makes it."""
    from nbgrader.preprocessors import ClearSolutions

    notebook, _ = ClearSolutions().preprocess(nbformat.from_dict(solved), {})
    return notebook  # type: ignore[no-any-return]


def _test(level: str, cell: NotebookNode) -> TestCell:
    ids = scored_exercises(cell.source)
    if len(ids) != 1:
        raise CourseError(
            f"{level}: the test cell {grade_id(cell)} must call checks.score once; it does {len(ids)} times."
        )
    try:
        find(ids[0])
    except KeyError as error:
        raise CourseError(f"{level}: {error.args[0]}") from error
    return TestCell(str(grade_id(cell)), float(cell.metadata.nbgrader.points), ids[0])


def scored_exercises(source: str) -> list[str]:
    """The exercise ids for which a cell calls `checks.score`."""
    return called_with(source, "score")


def called_with(source: str, function: str) -> list[str]:
    """The first arguments of all calls `checks.<function>("...", ...)` in a cell."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if ast.unparse(call.func) == f"checks.{function}"]
    return [str(arg.value) for arg in (call.args[0] for call in named) if isinstance(arg, ast.Constant)]
