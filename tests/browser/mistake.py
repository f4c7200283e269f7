"""The mistake that the browser tests make, and what a page must say about it."""

from __future__ import annotations

from nbformat import NotebookNode

from checks.exercise import find
from checks.grading.level import Level
from checks.judging.rubric import rubric_of
from course.building.sample_class import Work
from tests.classroom import answer, filled_in

EXERCISE = "affine.backward"
LABEL = "bias-not-gathered"
HINT = next(mistake.hint for mistake in rubric_of(find(EXERCISE)).mistakes if mistake.name == LABEL)
OURS = ("Traceback", "checks/api.py", "CheckFailed", "site-packages")
"""What no student should have to read: the stack of the checks."""


def mistaken(level: Level) -> NotebookNode:
    """Level 04 solved, except that `db` is not summed over the batch."""

    def fill(work: Work) -> None:
        work.solve()
        work.replace(answer("wrong", LABEL))

    return filled_in(level, fill)
