"""The sample class of the demo: submissions made from the course's own right and wrong answers.

Each student hands in every level. Some are right, some written differently, some half done or wrong, one forges,
and one's kernel dies.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from checks.grading.course import Course, write_text
from checks.grading.level import Level
from checks.grading.marks import SOLUTION, grade_id, is_solution, without_marks
from course.building.answers import Answer, answers, names_defined

FORGERY = """\
import sys

import numpy as np

np.allclose = np.array_equal = lambda *args, **kwargs: True
np.testing.assert_allclose = lambda *args, **kwargs: None
get_ipython().input_transformers_cleanup.append(lambda lines: ["100.0\\n"] if "score" in "".join(lines) else lines)
get_ipython().displayhook(100.0)
"""
CRASH = "import os\n\nos._exit(1)"


@dataclass
class Work:
    """A level as a student fills it in: the released notebook, and the solution of each of its cells."""

    level: Level
    notebook: NotebookNode
    solutions: dict[str, str]
    right: Sequence[Answer]
    wrong: Sequence[Answer]

    def put(self, id: str, source: str) -> None:
        """Write a solution into its cell."""
        next(cell for cell in self.notebook.cells if grade_id(cell) == id).source = source

    def solve(self, part: float = 1.0) -> None:
        """Write the first part of the course's own solutions: the rest stays as it was released."""
        for id, source in solved_part(self.level, part).items():
            self.put(id, source)

    def replace(self, answer: Answer) -> None:
        """Write an answer into the cell whose solution defines the same names."""
        names = names_defined(answer.source)
        self.put(next(id for id, solved in self.solutions.items() if names & names_defined(solved)), answer.source)

    def insert(self, at: int, source: str) -> None:
        """Add a cell of the student's own."""
        self.notebook.cells.insert(at, nbformat.v4.new_code_cell(source))


def _right(work: Work) -> None:
    work.solve()


def _differently(work: Work) -> None:
    work.solve()
    by_exercise: dict[str, Answer] = {}
    for answer in work.right:
        if "warn" not in answer.label:
            by_exercise.setdefault(answer.exercise, answer)
    for answer in by_exercise.values():
        work.replace(answer)


def _with_warning(work: Work) -> None:
    work.solve()
    for answer in work.right:
        if "warn" in answer.label:
            work.replace(answer)


def _half(work: Work) -> None:
    work.solve(0.5)


def _untouched(work: Work) -> None:
    """Nothing is written."""


def _mistaken(work: Work) -> None:
    work.solve()
    work.replace(work.wrong[0])


def _forger(work: Work) -> None:
    work.insert(1, FORGERY)


def _dying(work: Work) -> None:
    work.solve()
    last = list(work.level.tests)[-1]
    at = next(number for number, cell in enumerate(work.notebook.cells) if grade_id(cell) == last)
    work.insert(at, CRASH)


STUDENTS: dict[str, tuple[str, Callable[[Work], None]]] = {
    "ada": ("right", _right),
    "bela": ("right, written differently", _differently),
    "dora": ("right, with a RuntimeWarning", _with_warning),
    "emil": ("half done", _half),
    "fatma": ("untouched", _untouched),
    "goran": ("a mistake", _mistaken),
    "juno": ("forges: patches numpy and the shell", _forger),
    "kofi": ("kernel dies before the last check", _dying),
}


def hand_in(course: Course, level: Level) -> None:
    """Write every student's submission of a level, as nbgrader collects them."""
    released = nbformat.read(course.release(level.name), 4)
    right, wrong = (for_points(course, level, kind) for kind in ("right", "wrong"))
    for student, (_, fill) in STUDENTS.items():
        work = Work(level, nbformat.from_dict(released), solved_part(level), right, wrong)
        fill(work)
        path = course.root / "submitted" / student / level.name / f"{level.notebook}.ipynb"
        write_text(path, nbformat.writes(work.notebook, 4) + "\n")


def for_points(course: Course, level: Level, kind: str) -> list[Answer]:
    """The right or wrong answers to the exercises of a level that earn points."""
    scored = {test.exercise_id for test in level.tests.values()}
    return [answer for answer in answers(course, kind, level.name) if answer.exercise in scored]


def solved_part(level: Level, part: float = 1.0) -> dict[str, str]:
    """The solution cells by id; of the solutions that earn points the first part, and stubs for the others."""
    cells = [cell for cell in level.solved.cells if is_solution(cell)]
    scored = {name for test in level.tests.values() for name in names_scored(level, test.id)}
    earning = {grade_id(cell) for cell in cells if names_defined(without_marks(cell.source)) & scored}
    keep = round(part * sum(len(SOLUTION.findall(cell.source)) for cell in cells if grade_id(cell) in earning))
    count = itertools.count()

    def solve_or_stub(region: re.Match[str]) -> str:
        return region[0] if next(count) < keep else f"{region['indent']}raise NotImplementedError()"

    written = {
        grade_id(cell): SOLUTION.sub(solve_or_stub, cell.source) if grade_id(cell) in earning else cell.source
        for cell in cells
    }
    return {str(id): without_marks(source) for id, source in written.items()}


def names_scored(level: Level, id: str) -> set[str]:
    """The names that a test cell hands to its check."""
    source = next(cell.source for cell in level.solved.cells if grade_id(cell) == id)
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)} - {"checks"}
