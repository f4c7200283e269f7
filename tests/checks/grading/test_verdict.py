"""From an executed notebook to its verdict: only right numbers in one piece of evidence earn points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

from checks.evidence import MIME, encode
from checks.grading.grade import truths
from checks.grading.level import Level, TestCell
from checks.grading.marks import grade_id
from checks.grading.verdict import RECORD, Judged, evidence_of, judge_cells, plain, write_verdict

SEED = 20_260_102


@pytest.fixture
def test(level: Level) -> TestCell:
    """The last cell that carries points."""
    return list(level.tests.values())[-1]


def evidence(output: Any) -> NotebookNode:
    return new_output("display_data", data={MIME: output})


def error(name: str, value: str) -> NotebookNode:
    return new_output("error", ename=name, evalue=value, traceback=[value])


def right(level: Level, test: TestCell) -> dict[str, Any]:
    """The course's own evidence, as data that may be changed."""
    return encode(truths(level, SEED)[test.id])


def judged(level: Level, test: TestCell, *outputs: NotebookNode, unread: str = "") -> Judged:
    """The verdict on a test cell with these outputs."""
    notebook = nbformat.from_dict(level.untouched)
    next(cell for cell in notebook.cells if grade_id(cell) == test.id).outputs = list(outputs)
    return {one.test.id: one for one in judge_cells(level, notebook, SEED, truths(level, SEED), unread)}[test.id]


# -- evidence --------------------------------------------------------------------------------------------------------


def test_the_right_numbers_earn_everything(level: Level, test: TestCell) -> None:
    verdict = judged(level, test, evidence(right(level, test)))
    assert verdict.report.passed
    assert verdict.score == test.points


def test_evidence_is_found_between_other_outputs(level: Level, test: TestCell) -> None:
    noise = [new_output("stream", text="100.0"), error("ValueError", "x"), new_output("execute_result", data={})]
    assert judged(level, test, *noise, evidence(right(level, test)), *noise).score == test.points


def test_one_wrong_row_costs_its_part(level: Level, test: TestCell) -> None:
    true, row = truths(level, SEED)[test.id], next(iter(test.exercise.rows))
    first, *others = true.trials
    wrong = replace(first, rows={**first.rows, row: first.rows[row] + 1})
    verdict = judged(level, test, evidence(encode(replace(true, trials=(wrong, *others)))))
    assert [(found.name, found.passed) for found in verdict.report.rows if not found.passed] == [(row, False)]
    rows = len(verdict.report.rows)
    assert verdict.score == round(test.points * (rows - 1) / rows, 2)


@pytest.mark.parametrize("tamper", ["no trials", "one trial", "no rows"])
def test_less_than_all_evidence_earns_less(level: Level, test: TestCell, tamper: str) -> None:
    data = right(level, test)
    if tamper == "no trials":
        data["trials"] = []
    elif tamper == "one trial":
        del data["trials"][1:]
    else:
        data["trials"] = [{**trial, "rows": {}} for trial in data["trials"]]
    verdict = judged(level, test, evidence(data))
    assert verdict.score < test.points
    assert (verdict.score == 0) == (tamper != "one trial")


def test_more_trials_than_asked_for_change_nothing(level: Level, test: TestCell) -> None:
    data = right(level, test)
    data["trials"] *= 2
    assert judged(level, test, evidence(data)).score == test.points


@pytest.mark.parametrize(
    ("outputs", "reason"),
    [
        ([], "The check gave no result here"),
        ([new_output("execute_result", data={"text/plain": "100.0"})], "The check gave no result here"),
        ([error("NameError", "name 'Affine' is not defined")], "name 'Affine' is not defined. Is the cell"),
        ([error("TypeError", "\x1b[31mno\x1b[0m")], "The check could not run: TypeError: no"),
        ([error("Stopped", "It took too long.")], "It took too long."),
        ([evidence({"exercise": "x"})], "The evidence here can't be read: evidence has no proper list of trials."),
        ([evidence("x")], "The evidence here can't be read"),
        ([evidence({"exercise": 3, "trials": []})], "The evidence here can't be read"),
        ([evidence({"exercise": "affine.sideways", "trials": []})], "The notebook gave evidence of another exercise"),
    ],
)
def test_without_good_evidence_there_are_no_points_and_a_reason(
    level: Level, test: TestCell, outputs: list[NotebookNode], reason: str
) -> None:
    verdict = judged(level, test, *outputs)
    assert verdict.score == 0
    assert reason in verdict.report.text().replace("\n", " ").replace("      ", "")


def test_two_pieces_of_evidence_are_none(level: Level, test: TestCell) -> None:
    piece = evidence(right(level, test))
    verdict = judged(level, test, piece, piece)
    assert verdict.score == 0
    assert "gave evidence more than once" in verdict.report.text()


def test_right_evidence_of_another_exercise_is_none(level: Level, test: TestCell) -> None:
    other = next(iter(level.tests.values()))
    assert other.exercise.id != test.exercise.id
    verdict = judged(level, test, evidence(right(level, other)))
    assert verdict.score == 0
    assert "evidence of another exercise" in verdict.report.text()


def test_right_evidence_under_another_seed_is_wrong(level: Level, test: TestCell) -> None:
    notebook = nbformat.from_dict(level.untouched)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == test.id)
    cell.outputs = [evidence(right(level, test))]
    scores = {one.test.id: one.score for one in judge_cells(level, notebook, SEED + 1, truths(level, SEED + 1))}
    assert scores[test.id] < test.points / 2


def test_evidence_in_another_cell_counts_for_nothing(level: Level, test: TestCell) -> None:
    notebook = nbformat.from_dict(level.untouched)
    for cell in notebook.cells:
        if cell.cell_type == "code" and grade_id(cell) != test.id:
            cell.outputs = [evidence(right(level, test))]
    assert {one.test.id: one.score for one in judge_cells(level, notebook, SEED, truths(level, SEED))} == dict.fromkeys(
        level.tests, 0
    )


def test_a_notebook_that_was_not_read_earns_nothing_and_says_why(level: Level, test: TestCell) -> None:
    verdict = judged(level, test, evidence(right(level, test)), unread="It is empty.")
    assert verdict.score == 0
    assert "It is empty." in verdict.report.text()


def test_evidence_of_a_cell_without_any_is_none() -> None:
    assert evidence_of(new_code_cell())[0] is None


def test_colours_are_taken_out() -> None:
    assert plain("\x1b[0;31mNameError\x1b[0m: x") == "NameError: x"


# -- what is written -------------------------------------------------------------------------------------------------


def test_score_and_report_replace_all_that_a_test_cell_put_out(level: Level, test: TestCell) -> None:
    notebook = nbformat.from_dict(level.untouched)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == test.id)
    cell.outputs = [new_output("stream", text="100.0"), evidence(right(level, test)), error("E", "x")]
    found = judge_cells(level, notebook, SEED, truths(level, SEED))
    write_verdict(notebook, found)
    verdict = next(one for one in found if one.test.id == test.id)
    report, score = cell.outputs
    assert report.data == {"text/html": verdict.report.html(), "text/plain": verdict.report.text()}
    assert (score.output_type, score.data) == ("execute_result", {"text/plain": str(float(test.points))})
    nbformat.validate(notebook)


def test_the_rows_are_kept_for_counting(level: Level, test: TestCell) -> None:
    notebook = nbformat.from_dict(level.untouched)
    found = judge_cells(level, notebook, SEED, truths(level, SEED))
    write_verdict(notebook, found)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == test.id)
    record = cell.outputs[0].metadata[RECORD]
    assert record["exercise"] == test.exercise.id
    assert {row["name"] for row in record["rows"]} >= set(test.exercise.rows)
    assert all(set(row) == {"name", "trial", "passed", "message", "hint"} for row in record["rows"])
    assert not any(row["passed"] for row in record["rows"])


def test_points_are_rounded_as_a_gradebook_shows_them(level: Level, test: TestCell) -> None:
    data = right(level, test)
    del data["trials"][1:]
    score = judged(level, test, evidence(data)).score
    assert score == round(score, 2)
