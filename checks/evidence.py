"""Evidence: what a student's answer returned, as bounded plain data.

A value becomes JSON that holds numbers and short texts only. Reading it back executes nothing, allocates no more than
it was given, and raises nothing but `BadEvidence`, whatever the bytes are: in the grader they come from a stranger.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.words import representation, type_name

MIME = "application/vnd.backprop-course.evidence+json"
MAX_NUMBERS = 200_000
MAX_ROWS = 64
MAX_TRIALS = 16
MAX_NDIM = 8
MAX_TEXT = 400

Json = dict[str, Any]


class BadEvidence(Exception):
    """The data is not evidence: it was damaged, forged or is too large."""


@dataclass(frozen=True)
class Other:
    """Something that is not an array of real numbers: its type, and the beginning of what it prints as."""

    type: str
    text: str


@dataclass(frozen=True)
class Raised:
    """An exception out of the student's code: where, on which line, and what it said."""

    type: str
    message: str
    where: str = ""
    line: str = ""


Value = NDArray[np.float64] | Other


@dataclass(frozen=True)
class Trial:
    """The rows that one trial of a probe yielded, the probe's arguments after it, and what ended it early."""

    rows: Mapping[str, Value] = field(default_factory=dict)
    arguments: Mapping[str, Value] = field(default_factory=dict)
    raised: Raised | None = None


@dataclass(frozen=True)
class Evidence:
    """All trials of one exercise."""

    exercise: str
    trials: tuple[Trial, ...]


def short(text: Any) -> str:
    """Text of bounded length, on one line, that can be written as UTF-8."""
    line = " ".join(str(text)[: 4 * MAX_TEXT].encode("utf-8", "replace").decode("utf-8").split())
    return line if len(line) <= MAX_TEXT else line[: MAX_TEXT - 1] + "…"


# -- writing ---------------------------------------------------------------------------------------------------------


def snapshot(value: Any) -> Value:
    """A copy of `value` that no later call can change: numbers as float64, everything else as a description."""
    if isinstance(value, int | float | np.generic | np.ndarray):
        array = np.asarray(value)  # copied only after a look at its size, which may be terabytes
        if array.dtype.kind in "biuf" and _fits(array.shape):
            with np.errstate(all="ignore"):
                return np.array(array, dtype=np.float64)
    return Other(short(_type_name(value)), short(representation(value)))


def _fits(shape: Sequence[int]) -> bool:
    """Whether an array is small enough.  Axes of length 0 don't make up for others: numpy, too, refuses those."""
    return len(shape) <= MAX_NDIM and math.prod(max(n, 1) for n in shape) <= MAX_NUMBERS


def _type_name(value: Any) -> str:
    """The type of a value; of an array that is too large, how large."""
    large = isinstance(value, np.ndarray) and value.size > MAX_NUMBERS
    return f"{type_name(value)} of {value.size:,} numbers" if large else type_name(value)


def encode(evidence: Evidence) -> Json:
    """Evidence as JSON data."""
    return {"exercise": evidence.exercise, "trials": [_encode_trial(trial) for trial in evidence.trials]}


def _encode_trial(trial: Trial) -> Json:
    data: Json = {
        "rows": {name: _encode_value(value) for name, value in trial.rows.items()},
        "arguments": {name: _encode_value(value) for name, value in trial.arguments.items()},
    }
    if trial.raised:
        data["raised"] = vars(trial.raised)
    return data


def _encode_value(value: Value) -> Json:
    if isinstance(value, Other):
        return vars(value)
    little_endian = np.ascontiguousarray(value, dtype="<f8")
    return {"shape": list(value.shape), "float64": base64.b64encode(little_endian.tobytes()).decode("ascii")}


# -- reading ---------------------------------------------------------------------------------------------------------


def decode(data: Any) -> Evidence:
    """Evidence out of JSON data.  Raises BadEvidence for anything that `encode` could not have written."""
    _require(isinstance(data, dict), "evidence is not a JSON object")
    trials = data.get("trials")
    _require(isinstance(trials, list) and len(trials) <= MAX_TRIALS, "evidence has no proper list of trials")
    return Evidence(_decode_text(data.get("exercise")), tuple(_decode_trial(trial) for trial in trials))


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise BadEvidence(message)


def _decode_trial(data: Any) -> Trial:
    _require(isinstance(data, dict), "a trial is not a JSON object")
    raised = data.get("raised")
    return Trial(_decode_values(data.get("rows")), _decode_values(data.get("arguments")), _decode_raised(raised))


def _decode_values(data: Any) -> dict[str, Value]:
    _require(isinstance(data, dict) and len(data) <= MAX_ROWS, "a trial has no proper rows")
    return {_decode_text(name): _decode_value(value) for name, value in data.items()}


def _decode_raised(data: Any) -> Raised | None:
    if data is None:
        return None
    _require(isinstance(data, dict) and set(data) <= set(Raised.__match_args__), "an error is not described properly")
    return Raised(**{name: _decode_text(data.get(name, "")) for name in Raised.__match_args__})


def _decode_text(text: Any) -> str:
    _require(isinstance(text, str) and len(text) <= MAX_TEXT, "a text is missing or too long")
    return str(text).encode("utf-8", "replace").decode("utf-8")


def _decode_value(data: Any) -> Value:
    _require(isinstance(data, dict), "a value is not a JSON object")
    if "float64" not in data:
        return Other(_decode_text(data.get("type")), _decode_text(data.get("text")))
    shape = _decode_shape(data.get("shape"))
    raw = _decode_bytes(data["float64"])
    _require(len(raw) == 8 * math.prod(shape), "an array is not as long as its shape says")
    return np.frombuffer(raw, dtype="<f8").astype(np.float64).reshape(shape)


def _decode_shape(shape: Any) -> tuple[int, ...]:
    _require(isinstance(shape, list) and len(shape) <= MAX_NDIM, "an array has no proper shape")
    _require(all(type(n) is int and 0 <= n <= MAX_NUMBERS for n in shape), "an array has no proper shape")
    _require(_fits(shape), "an array is too large")
    return tuple(shape)


def _decode_bytes(text: Any) -> bytes:
    _require(isinstance(text, str) and len(text) <= 11 * MAX_NUMBERS, "an array's numbers are missing or too many")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadEvidence("an array's numbers are not base64") from error
