"""The verdict: evidence against the truth, row by row.

The notebook's visible check and the grader both come through here. Nothing in this module runs what a student wrote.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from checks.evidence import Evidence, Other, Trial, Value
from checks.exercise import Exercise
from checks.judging.diagnosis import Case, Finding, explain, explain_missing, is_right, same
from checks.judging.report import NOT_REACHED, Report, Row
from checks.judging.rubric import Rubric, rubric_of
from checks.words import as_attribute

ARGUMENTS = "arguments unchanged"
OVERWRITTEN = "argument-overwritten"


class BadTruth(Exception):
    """The course's own solution did not give the numbers that an exercise needs."""


def judge(
    exercise: Exercise,
    seed: int,
    evidence: Evidence | None,
    truth: Evidence,
    missing: str = "",
    rubric: Rubric | None = None,
) -> Report:
    """Compare `evidence` with `truth`; both come from the same probe and the same seed.

    Args:
        missing: when there is no evidence, the sentence that says why.
        rubric: what is known of mistakes; by default what the exercise's level declares.

    Raises:
        BadTruth: the truth is incomplete; no answer can be judged by it.
    """
    if len(truth.trials) != len(exercise.trials):
        raise BadTruth(f"{exercise.id}: the solution ran {len(truth.trials)} of {len(exercise.trials)} trials")
    if evidence is not None and evidence.exercise != exercise.id:
        evidence, missing = None, "The notebook gave evidence of another exercise here."
    rubric = rubric or rubric_of(exercise)
    rows: list[Row] = []
    for number, want in enumerate(truth.trials):
        require_truth(exercise, want)
        got = _trial(evidence, number)
        case = Case(exercise, rubric, fresh_namespace(exercise, seed, number), right_namespace(want), got, missing)
        rows += _judge_trial(case, want, exercise.label(number))
    return Report(exercise.id, tuple(rows))


def _trial(evidence: Evidence | None, number: int) -> Trial | None:
    if evidence is None or number >= len(evidence.trials):
        return None
    return evidence.trials[number]


def require_truth(exercise: Exercise, want: Trial) -> None:
    """A truth must have every row of the exercise, and numbers in each.  Raises BadTruth."""
    if want.raised:
        raise BadTruth(f"{exercise.id}: the solution raised {want.raised.type}: {want.raised.message}")
    declared = exercise.declared
    if set(want.rows) != set(declared):
        raise BadTruth(f"{exercise.id}: the probe yields {sorted(want.rows)}, but declares {sorted(declared)}")
    for name, value in want.rows.items():
        if isinstance(value, Other) or not np.isfinite(value).all():
            raise BadTruth(f"{exercise.id}: the solution's {name} is not an array of finite numbers")


def fresh_namespace(exercise: Exercise, seed: int, number: int) -> SimpleNamespace:
    """What the probe was given in a trial, untouched by anybody's code, and the sizes of the trial."""
    return SimpleNamespace(**{**exercise.trials[number], **exercise.given(seed, number)})


def right_namespace(want: Trial) -> SimpleNamespace:
    """The right rows of a trial, by name."""
    return SimpleNamespace(**{as_attribute(name): value for name, value in want.rows.items()})


def _judge_trial(case: Case, want: Trial, label: str) -> list[Row]:
    findings = {name: _find(case, name, want.rows[name]) for name in case.exercise.declared}
    earned = any(findings[name] is None for name in case.exercise.rows)
    if want.arguments:
        findings[ARGUMENTS] = _arguments(case, want)
    if not earned:
        findings |= {name: _later(finding) for name, finding in findings.items() if name not in case.exercise.rows}
    return [_row(name, label, finding) for name, finding in findings.items()]


def _later(finding: Finding | None) -> Finding:
    """A row about behaviour where no value is right yet: it earns nothing, and its hint would lead astray."""
    if finding is not None and finding.hint in (NOT_REACHED, OVERWRITTEN):
        return finding
    return Finding("Judged only where a value is right.", NOT_REACHED)


def _row(name: str, label: str, finding: Finding | None) -> Row:
    if finding is None:
        return Row(name, label, True)
    return Row(name, label, False, finding.message, finding.hint)


def _find(case: Case, name: str, want: Value) -> Finding | None:
    """What is wrong with one row, or None."""
    if case.got is None or name not in case.got.rows:
        return explain_missing(case, name)
    got = case.got.rows[name]
    if is_right(case, name, got, want):
        return None
    return explain(case, name, got, want)


def _arguments(case: Case, want: Trial) -> Finding | None:
    """Whether the call left its arguments as they were."""
    if case.got is None or case.got.raised:
        return Finding("", NOT_REACHED)
    for name, value in want.arguments.items():
        if not _unchanged(case.exercise, case.got.arguments.get(name), value):
            return Finding(
                f"{name} was changed by the call. It belongs to the caller, who may still need it: "
                "work on a copy, or build a new array.",
                OVERWRITTEN,
            )
    return None


def _unchanged(exercise: Exercise, got: Value | None, want: Value) -> bool:
    if got is None or isinstance(got, Other) or isinstance(want, Other):
        return False
    return same(got, want, exercise.atol, exercise.rtol)
