"""nbgrader's marks on a cell: its metadata, what is a solution, what is hidden."""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode

DEFAULTS: dict[str, Any] = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
"""What nbgrader's metadata of a cell says where the author says nothing."""
BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
MARKS = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)
HIDDEN = re.compile(rf"^[ \t]*{BEGIN_HIDDEN}.*?### END HIDDEN TESTS[ \t]*\n?", re.MULTILINE | re.DOTALL)
SOLUTION = re.compile(r"^(?P<indent>[ \t]*)### BEGIN SOLUTION.*?^[ \t]*### END SOLUTION", re.MULTILINE | re.DOTALL)


def marks_of(cell: NotebookNode) -> dict[str, Any]:
    """nbgrader's metadata of a cell; empty when it has none."""
    marks = cell.metadata.get("nbgrader", {})
    return dict(marks) if isinstance(marks, dict) else {}


def grade_id(cell: NotebookNode) -> str | None:
    """nbgrader's id of a cell, or None."""
    identity = marks_of(cell).get("grade_id")
    return identity if isinstance(identity, str) else None


def is_solution(cell: NotebookNode) -> bool:
    """Whether a student writes in this cell."""
    return bool(marks_of(cell).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell is graded by its outputs; a free-response answer, graded by hand, is not."""
    return bool(cell.cell_type == "code" and marks_of(cell).get("grade") and not is_solution(cell))


def without_marks(source: str) -> str:
    """A cell's source without nbgrader's solution marks and without hidden tests."""
    return without_hidden(MARKS.sub("", source)).rstrip("\n")


def without_hidden(source: str) -> str:
    """A cell's source as students see it: without its hidden tests."""
    return HIDDEN.sub("", source)
