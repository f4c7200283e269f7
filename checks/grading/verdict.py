"""From an executed notebook to its verdict: evidence taken out, judged, and replaced by a score and a report.

Whatever a student's process wrote into a test cell's output is dropped here; what stays was made by the grader.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.api import SEED_VARIABLE
from checks.evidence import MIME, BadEvidence, Evidence, decode, short
from checks.grading.running.follow import execute
from checks.grading.level import Level, TestCell
from checks.grading.running.process import FONTS, Limits, font_caches
from checks.grading.running.sandbox import MB
from checks.grading.course import Course, CourseError, grade_id
from checks.judging.judge import BadTruth, judge
from checks.judging.report import Report

RECORD = "backprop_course"  # where an autograded notebook keeps the rows of a report, for later counting


LONG = Limits(cell_seconds=600, notebook_seconds=1800, memory_bytes=8_000 * MB)  # for the course's own solutions


@dataclass(frozen=True)
class Judged:
    """A test cell and what came of it.  Points are rounded to two places, as a gradebook shows them."""

    test: TestCell
    report: Report

    @property
    def score(self) -> float:
        return round(self.test.points * self.report.fraction, 2)


def run(notebook: NotebookNode, folder: Path, seed: int, limits: Limits | None = None, *, trusted: bool = False) -> str:
    """Execute a notebook's code cells in place, see `execute`.  Returns why it was stopped, or ""."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    environment = {SEED_VARIABLE: str(seed)}
    results, stopped = execute([cell.source for cell in code], folder, environment, limits, trusted=trusted)
    for number, (cell, result) in enumerate(zip(code, results, strict=True)):
        cell.outputs = result.outputs
        cell.execution_count = number + 1 if result.finished else None
    return stopped


def truths(level: Level, seed: int) -> Mapping[str, Evidence]:
    """The right rows of every test cell: the evidence of the course's own solution, run with the same seed.

    Raises CourseError when the solution gives none, since no submission could be judged.
    """
    with _one_at_a_time:
        return _truths(level.course.root, level.name, level.course.text(level.name).stat().st_mtime_ns, seed)


_one_at_a_time = threading.Lock()  # two submissions of a level that are scored side by side share one truth


@lru_cache(maxsize=32)
def _truths(root: Path, name: str, _edited: int, seed: int) -> Mapping[str, Evidence]:
    level = Level(Course(root), name)
    solved = nbformat.from_dict(level.solved)
    with run_folder(level) as folder:
        stopped = run(solved, folder, seed, LONG, trusted=True)
    found: dict[str, Evidence] = {}
    for cell in solved.cells:
        if grade_id(cell) in level.tests:
            evidence, reason = evidence_of(cell)
            if evidence is None or stopped:
                raise CourseError(f"{name}: the solution of {grade_id(cell)} gives no evidence. {stopped or reason}")
            found[str(grade_id(cell))] = evidence
    return found


@contextlib.contextmanager
def run_folder(level: Level, extra: Iterable[Path] = ()) -> Iterator[Path]:
    """A temporary folder with a level's own files, and `extra` ones of a submission that can't replace those."""
    with tempfile.TemporaryDirectory(prefix="backprop-run-") as folder:
        for file in [*extra, *level.course.files(level.name)]:
            shutil.copyfile(file, Path(folder) / file.name)
        (Path(folder) / FONTS).mkdir()
        for file in font_caches():
            shutil.copyfile(file, Path(folder) / FONTS / file.name)
        yield Path(folder)


def evidence_of(cell: NotebookNode) -> tuple[Evidence | None, str]:
    """The one piece of evidence in a cell's outputs, or None and the reason as a sentence."""
    pieces = [output.data[MIME] for output in cell.outputs if MIME in output.get("data", {})]
    if len(pieces) > 1:
        return None, "The notebook gave evidence more than once here. Only the check itself may do that."
    if pieces:
        try:
            return decode(pieces[0]), ""
        except BadEvidence as error:
            return None, f"The evidence here can't be read: {error}."
    return None, _why_none(cell)


def _why_none(cell: NotebookNode) -> str:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if not errors:
        return "The check gave no result here: did the notebook change or remove it?"
    error = errors[0]
    if error.ename == "Stopped":
        return str(error.evalue)
    if error.ename == "NameError":
        return (
            f"The check could not start: {short(plain(error.evalue))}. "
            "Is the cell that defines it missing, or did that cell stop with an error?"
        )
    return f"The check could not run: {error.ename}: {short(plain(error.evalue))}"


def plain(text: str) -> str:
    """Text without terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def judge_cells(level: Level, notebook: NotebookNode, seed: int, unread: str = "") -> list[Judged]:
    """The verdict on every test cell of an executed notebook, in the level's order; `unread`: why it was not run."""
    right = truths(level, seed)
    cells = {grade_id(cell): cell for cell in notebook.cells}
    judged = []
    for id, test in level.tests.items():
        cell = cells.get(id)
        evidence, reason = (None, unread) if unread or cell is None else evidence_of(cell)
        judged.append(Judged(test, _judge(test, seed, evidence, right[id], reason)))
    return judged


def _judge(test: TestCell, seed: int, evidence: Evidence | None, truth: Evidence, reason: str) -> Report:
    try:
        return judge(test.exercise, seed, evidence, truth, reason)
    except BadTruth as error:
        raise CourseError(str(error)) from error


def write_verdict(notebook: NotebookNode, judged: Iterable[Judged]) -> None:
    """Replace the outputs of the test cells: the report for people, the score as nbgrader's partial credit."""
    cells = {grade_id(cell): cell for cell in notebook.cells}
    for one in judged:
        report = {"text/html": one.report.html(), "text/plain": one.report.text()}
        metadata = {RECORD: {"exercise": one.report.exercise, "rows": [vars(row) for row in one.report.rows]}}
        score = {"text/plain": repr(one.score)}
        count = cells[one.test.id].get("execution_count") or 0
        cells[one.test.id].outputs = [
            new_output("display_data", data=report, metadata=metadata),
            new_output("execute_result", data=score, execution_count=count),
        ]
