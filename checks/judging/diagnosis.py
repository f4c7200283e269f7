"""Saying what is wrong with one row: the first explanation that fits."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.evidence import Other, Raised, Trial, Value, short, snapshot
from checks.exercise import Exercise
from checks.judging import signatures
from checks.judging.report import NO_EVIDENCE, NOT_REACHED
from checks.judging.rubric import Mistake, Rubric
from checks.words import as_attribute, with_article

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Finding:
    """What is wrong, in a sentence or two, and the name of the diagnosis."""

    message: str
    hint: str


@dataclass(frozen=True)
class Case:
    """One trial: the inputs as `given`, the `right` rows, and what the student's code gave."""

    exercise: Exercise
    rubric: Rubric
    given: SimpleNamespace
    right: SimpleNamespace
    got: Trial | None
    missing: str = ""


def is_right(case: Case, name: str, got: Value, want: Value) -> bool:
    """Whether a row passes: by its rule, if it has one, else by equality within the tolerance."""
    if isinstance(got, Other) or isinstance(want, Other):
        return False
    if name in case.rubric.rules:
        return _refusal(case, name, got, want) is None
    return same(got, want, case.exercise.atol, case.exercise.rtol)


def same(got: Any, want: Any, atol: float, rtol: float) -> bool:
    """Equal shape, and every entry within atol + rtol * |want|.  nan and inf equal nothing."""
    if np.shape(got) != np.shape(want):
        return False
    with np.errstate(invalid="ignore", over="ignore"):
        return bool(np.all(np.abs(got - want) <= atol + rtol * np.abs(want)))


def _refusal(case: Case, name: str, got: Array, want: Array) -> str | None:
    """What the rule of a row says against a value, or None."""
    try:
        with np.errstate(all="ignore"):
            return case.rubric.rules[name](got, want)
    except Exception:  # a rule may stumble over a value that nobody thought of; then the value is refused
        return f"{name} is not what was asked for; expected {_expected(case.exercise, name, want)}."


# -- a row that is not there -----------------------------------------------------------------------------------------


def explain_missing(case: Case, name: str) -> Finding:
    """Why a row was never reached: the student's own exception, or no evidence at all."""
    order = case.exercise.declared
    first = next(row for row in order if case.got is None or row not in case.got.rows)
    if name != first:
        return Finding("", NOT_REACHED)
    if case.got is None or case.got.raised is None:
        return Finding(case.missing or "The notebook gave no result here.", NO_EVIDENCE)
    raised = case.got.raised
    mistake = _raising_mistake(case, raised)
    if mistake:
        return Finding(f"{raised_sentence(raised)} {mistake.hint}", mistake.name)
    return Finding(raised_sentence(raised), _raised_kind(raised))


def raised_sentence(raised: Raised) -> str:
    """An exception as a student can use it: what, where, and the line itself."""
    if raised.type == "Misuse":
        return raised.message
    if raised.type == "NotImplementedError":
        return "Nothing is here yet: the cell still raises NotImplementedError."
    said = f"{raised.type}: {raised.message}" if raised.message else raised.type
    where = f" in {raised.where}" if raised.where else ""
    line = f": `{raised.line}`" if raised.line else ""
    return f"Your code raised an error{where}{line}. Python says: {said}" + (
        "" if said.endswith((".", "!", "?")) else "."
    )


def _raised_kind(raised: Raised) -> str:
    return {"Misuse": "misuse", "NotImplementedError": "not-written"}.get(raised.type, "raised")


def _raising_mistake(case: Case, raised: Raised) -> Mistake | None:
    for mistake in case.rubric.mistakes:
        error = _error_of(mistake, case)
        if error is not None and type(error).__name__ == raised.type and short(error) == raised.message:
            return mistake
    return None


def _error_of(mistake: Mistake, case: Case) -> Exception | None:
    try:
        with np.errstate(all="ignore"):
            mistake.formula(case.given, case.right)
    except Exception as error:  # a formula may raise on purpose: the error is then what it predicts
        return error
    return None


# -- a row that is wrong ---------------------------------------------------------------------------------------------


def explain(case: Case, name: str, got: Value, want: Value) -> Finding:
    """The observation, and the idea behind it where the mistake is known."""
    assert not isinstance(want, Other)
    observation, kind = observe(case, name, got, want)
    mistake = _matching_mistake(case, name, got)
    if mistake:
        return Finding(f"{observation} {mistake.hint}", mistake.name)
    if name in case.rubric.behaviour:
        return Finding(f"{observation} {case.rubric.behaviour[name]}", f"behaviour: {name}")
    if isinstance(got, Other) or name in case.rubric.rules:  # a signature may tell what a rule keeps to itself
        return Finding(observation, kind)
    signature = signatures.recognise(case, name, got, want)
    return Finding(f"{observation} {signature.hint}", signature.name) if signature else Finding(observation, kind)


def _matching_mistake(case: Case, name: str, got: Value) -> Mistake | None:
    """The first declared mistake that predicts exactly what was got."""
    return next((m for m in case.rubric.mistakes if m.row == name and _predicts(m, case, name, got)), None)


def _predicts(mistake: Mistake, case: Case, name: str, got: Value) -> bool:
    try:
        with np.errstate(all="ignore"):
            predicted = snapshot(mistake.formula(case.given, case.right))
    except Exception:  # this formula predicts an exception, which is not what happened
        return False
    if isinstance(predicted, Other) or isinstance(got, Other):
        return isinstance(predicted, Other) and isinstance(got, Other) and predicted.type == got.type
    return _equal(predicted, got) and not _equal(predicted, vars(case.right)[as_attribute(name)])


def _equal(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-6, atol=1e-9, equal_nan=True))


def observe(case: Case, name: str, got: Value, want: Array) -> tuple[str, str]:
    """What can be seen from outside: a wrong type or shape, nan or inf, else the first entry that differs."""
    exercise = case.exercise
    if isinstance(got, Other):
        kind = "an array of shape " if want.ndim else ""
        return f"{_of_type(name, got)}; expected {kind}{_expected(exercise, name, want)}.", "type"
    if name in case.rubric.rules:
        return _refusal(case, name, got, want) or "", "rule"
    if got.shape != want.shape:
        return f"{name} has {_shape(got)}; expected {_expected(exercise, name, want)}.", "shape"
    if not np.isfinite(got).all():
        return _not_finite(name, got), "not-finite"
    with np.errstate(over="ignore"):
        wrong = np.abs(got - want) > exercise.atol + exercise.rtol * np.abs(want)
    index = _first(wrong)
    is_now, should_be = _apart(got[index], want[index])
    return f"{_place(name, index)} is {is_now}; expected {should_be}.", "value"


def _of_type(name: str, got: Other) -> str:
    if got.type == "Missing":
        return got.text
    if got.type == "None":
        return f"{name} is None (is a return missing?)"
    text = got.text if len(got.text) <= 60 else f"{got.text[:59]}…"
    return f"{name} is {with_article(got.type)}: {text}"


def _expected(exercise: Exercise, name: str, want: Array) -> str:
    meaning = exercise.rows.get(name, "")
    shape = "one number" if want.ndim == 0 else f"{want.shape}"
    return ", ".join(part for part in (shape, meaning) if part)


def _shape(got: Array) -> str:
    return "no shape (one number)" if got.ndim == 0 else f"shape {got.shape}"


def _not_finite(name: str, got: Array) -> str:
    index = _first(~np.isfinite(got))
    return (
        f"{_place(name, index)} is {got[index]}. "
        "Look for a division by zero, the log of zero, or an exp of a large number."
    )


def _first(where: NDArray[np.bool_]) -> tuple[int, ...]:
    """The index of the first True."""
    return tuple(int(i) for i in np.argwhere(where)[0])


def _place(name: str, index: tuple[int, ...]) -> str:
    return f"{name}[{', '.join(map(str, index))}]" if index else name


def _apart(a: float, b: float) -> tuple[str, str]:
    """Two numbers, with as many digits as it takes to tell them apart."""
    texts = [(f"{a:.{digits}g}", f"{b:.{digits}g}") for digits in (6, 9, 12, 17)]
    return next((pair for pair in texts if pair[0] != pair[1]), texts[-1])
