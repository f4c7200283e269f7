"""Running a probe on an answer, and the small tools that probes are written with."""

from __future__ import annotations

import inspect
import linecache
import traceback
from collections.abc import Callable
from typing import Any

import numpy as np

from checks.evidence import Evidence, Other, Raised, Trial, Value, short, snapshot
from checks.exercise import Exercise
from checks.words import handed_in, returned


class Misuse(Exception):
    """The answer can't be used as the exercise says: a sentence for the student."""


# -- for probes ------------------------------------------------------------------------------------------------------


def read(layer: Any, name: str) -> Any:
    """`layer.name`, or a `Missing` that a report turns into a sentence, so that the other rows still count."""
    return getattr(layer, name, Missing(type(layer).__name__, name))


class Missing:
    """Stands where an attribute should have been."""

    def __init__(self, owner: str, name: str) -> None:
        self.owner, self.name = owner, name

    def __repr__(self) -> str:
        return f"{self.owner} has no attribute {self.name}"


def unpack(value: Any, names: str, call: str) -> tuple[Any, ...]:
    """The values that `call` returned together, such as `unpack(layer.backward(dout), "dx dy", "backward(dout)")`.

    Raises Misuse when there is another number of them.
    """
    expected = names.split()
    if not isinstance(value, tuple | list):
        raise Misuse(f"{call} returned {returned(value)}; expected {len(expected)} values: {', '.join(expected)}.")
    if len(value) != len(expected):
        values = "1 value" if len(value) == 1 else f"{len(value)} values"
        raise Misuse(f"{call} returned {values}; expected {len(expected)}: {', '.join(expected)}.")
    return tuple(value)


def gap(one: Any, other: Any) -> float:
    """The largest difference between two results of one answer, whatever they should have been: a behaviour's value.

    0.0 where neither is an array, and between nan and nan; the rows of the values say so then.
    """
    a, b = (np.zeros(0) if isinstance(value, Other) else value for value in (snapshot(one), snapshot(other)))
    if np.array_equal(a, b, equal_nan=True):
        return 0.0
    with np.errstate(all="ignore"):
        apart = [np.where((a == b) | (np.isnan(a) & np.isnan(b)), 0, a - b)] if a.shape == b.shape else [a, b]
        return max(float(np.abs(part).max(initial=0)) for part in apart)


def quietly(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call it without numpy's warnings: the report says what they warn of, if anything came of it."""
    with np.errstate(all="ignore"):
        return function(*arguments)


# -- running ---------------------------------------------------------------------------------------------------------


def run(exercise: Exercise, answer: Any, seed: int) -> Evidence:
    """Drive `answer` through every trial of the exercise and write down what it returned."""
    numbers = range(len(exercise.trials))
    return Evidence(exercise.id, tuple(_run_trial(exercise, answer, exercise.given(seed, n)) for n in numbers))


def _run_trial(exercise: Exercise, answer: Any, given: dict[str, Any]) -> Trial:
    rows: dict[str, Value] = {}
    raised = None
    try:
        _require_kind(exercise, answer)
        for name, value in exercise.probe(answer, **given):
            rows[name] = snapshot(value)
    except Exception as error:  # whatever the student's code raises is part of the evidence
        raised = _describe(error)
    arguments = {name: snapshot(value) for name, value in given.items() if isinstance(value, np.ndarray)}
    return Trial(rows, arguments, raised)


def _require_kind(exercise: Exercise, answer: Any) -> None:
    fits = {"class": inspect.isclass(answer), "function": callable(answer) and not inspect.isclass(answer)}
    if not fits.get(exercise.expects, True):
        raise Misuse(
            f"Expected a {exercise.expects}, got {handed_in(answer)}. Was its name given to something else in a later "
            f"cell{_example(answer)}? Choose another name there, and run the cell of the {exercise.expects} again."
        )


def _example(answer: Any) -> str:
    """How the name of a class is lost, when it is an object of that class that came in its place."""
    name = type(answer).__name__
    return f", as `{name} = {name}(...)` does" if type(answer).__module__ == "__main__" else ""


def _describe(error: Exception) -> Raised:
    if isinstance(error, Misuse):
        return Raised("Misuse", short(error))
    kind, message = short(type(error).__name__), short(_message(error))
    frame = _students_frame(error)
    if frame is None:
        return Raised(kind, message)
    return Raised(kind, message, short(f"{frame.name}, line {frame.lineno}"), short(frame.line or ""))


def _message(error: Exception) -> str:
    try:
        return str(error)
    except Exception:  # an exception class of the student's may fail here
        return ""


def _students_frame(error: Exception) -> traceback.FrameSummary | None:
    """The innermost line of the notebook: a cell's code comes from no file on disk."""
    frames = traceback.extract_tb(error.__traceback__)
    in_cells = [frame for frame in frames if _is_cell(frame.filename)]
    return in_cells[-1] if in_cells else None


def _is_cell(filename: str) -> bool:
    entry = linecache.cache.get(filename)
    in_memory = entry is not None and len(entry) == 4 and entry[1] is None
    is_python = filename.startswith("<frozen")
    return in_memory or (filename.startswith("<") and not is_python)
