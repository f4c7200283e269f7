"""The one path from a notebook that was handed in to its verdict: `course score` and nbgrader both take it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from checks.api import SEED_VARIABLE
from checks.evidence import Evidence
from checks.grading.course import CourseError
from checks.grading.level import Level
from checks.grading.marks import grade_id
from checks.grading.running.follow import execute
from checks.grading.running.job import Job
from checks.grading.running.limits import LONG, Limits
from checks.grading.submitted.disarm import disarm_outputs
from checks.grading.submitted.reading import SubmittedCell, Unreadable, read_submission
from checks.grading.submitted.repair import repair
from checks.grading.verdict import Judged, evidence_of, judge_cells, write_verdict


@dataclass(frozen=True)
class Submission:
    """A notebook with every cell that its level has, once, and how it came to be.

    Attributes:
        notebook: what is run and returned.
        notes: a sentence for each thing that was mended.
        unread: why what was handed in could not be read ("" if it was); then the notebook is the untouched level.
    """

    notebook: NotebookNode
    notes: list[str] = field(default_factory=list)
    unread: str = ""


@dataclass(frozen=True)
class Graded:
    """The verdicts on a submission's test cells, and why it was stopped ("" if it was not)."""

    judged: list[Judged]
    stopped: str = ""


def take_in(level: Level, path: Path) -> Submission:
    """A submission in any state, read and mended."""
    try:
        return mended(level, read_submission(path))
    except Unreadable as unreadable:
        return _unread(level, str(unreadable))


def mended(level: Level, cells: list[SubmittedCell]) -> Submission:
    """What was read of a submission, as a notebook that can be graded."""
    return Submission(*repair(cells, level.untouched))


def _unread(level: Level, reason: str) -> Submission:
    """The untouched level, headed by the reason why the submission could not be read."""
    notebook = nbformat.from_dict(level.untouched)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"**This submission could not be read.** {reason}"))
    return Submission(notebook, unread=reason)


def grade_one(
    level: Level,
    submission: Submission,
    seed: int,
    files: Mapping[str, bytes] | None = None,
    limits: Limits | None = None,
    *,
    trusted: bool = False,
) -> Graded:
    """Run a submission, judge it, and write outputs, reports and scores into its notebook.

    Args:
        seed: draws the inputs of all checks.
        files: what was handed in beside the notebook: name -> content. The level's own files win over them.
        trusted: run without the sandbox, with the grader's own rights.

    Raises:
        CourseError: the level's own solution gives no answers to judge by, or there is no sandbox.
    """
    right = truths(level, seed)
    stopped = ""
    if not submission.unread:
        stopped = run(submission.notebook, {**(files or {}), **level.files}, seed, limits or Limits(), trusted=trusted)
    judged = judge_cells(level, submission.notebook, seed, right, submission.unread)
    disarm_outputs(submission.notebook)
    write_verdict(submission.notebook, judged)
    return Graded(judged, stopped)


def run(
    notebook: NotebookNode, files: Mapping[str, bytes], seed: int | None, limits: Limits, *, trusted: bool = False
) -> str:
    """Execute a notebook's code cells in place.  Without a seed it runs as a student runs it.

    Returns why it was stopped, or "".
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    environment = {} if seed is None else {SEED_VARIABLE: str(seed)}
    ran = execute(Job([cell.source for cell in code], files, environment, limits), trusted=trusted)
    for number, (cell, result) in enumerate(zip(code, ran.results, strict=True)):
        cell.outputs = result.outputs
        cell.execution_count = number + 1 if result.finished else None
    return ran.stopped


def truths(level: Level, seed: int) -> Mapping[str, Evidence]:
    """The right rows of every test cell: the evidence of the course's own solution, run with the same seed.

    Raises CourseError when the solution gives none, since no submission could be judged.
    """
    with _one_at_a_time:
        return _truths(level, seed)


_one_at_a_time = threading.Lock()  # two submissions of a level that are scored side by side share one truth


@lru_cache(maxsize=32)
def _truths(level: Level, seed: int) -> Mapping[str, Evidence]:
    solved = nbformat.from_dict(level.solved)
    stopped = run(solved, level.files, seed, LONG, trusted=True)
    found: dict[str, Evidence] = {}
    for cell in solved.cells:
        if grade_id(cell) in level.tests:
            evidence, reason = evidence_of(cell)
            if evidence is None or stopped:
                raise CourseError(
                    f"{level.name}: the solution of {grade_id(cell)} gives no evidence. {stopped or reason}"
                )
            found[str(grade_id(cell))] = evidence
    return found
