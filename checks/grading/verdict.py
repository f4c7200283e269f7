"""From an executed notebook to its verdict: evidence taken out, judged, and replaced by a score and a report.

Whatever a student's process wrote into a test cell's output is dropped here; what stays was made by the grader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.evidence import MIME, BadEvidence, Evidence, decode, short
from checks.grading.course import CourseError
from checks.grading.level import Level, TestCell
from checks.grading.marks import grade_id
from checks.judging.judge import BadTruth, judge
from checks.judging.report import Report

RECORD = "backprop_course"  # where an autograded notebook keeps the rows of a report, for later counting


@dataclass(frozen=True)
class Judged:
    """A test cell and what came of it.  Points are rounded to two places, as a gradebook shows them."""

    test: TestCell
    report: Report

    @property
    def score(self) -> float:
        return round(self.test.points * self.report.fraction, 2)


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


def judge_cells(
    level: Level, notebook: NotebookNode, seed: int, right: Mapping[str, Evidence], unread: str = ""
) -> list[Judged]:
    """The verdict on every test cell of an executed notebook, in the level's order.

    `right` is the evidence of the course's own solution by the same seed; `unread` says why the notebook was not run.
    """
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
