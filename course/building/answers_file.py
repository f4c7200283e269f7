"""The stored answers of a level: what its solution gives on the visible inputs, for a student's own checks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from checks.evidence import BadEvidence, Evidence, Other, decode, encode
from checks.grading.course import Course, write_text
from checks.grading.level import Level


def store_answers(course: Course, level: Level, answers: Mapping[str, Evidence]) -> str:
    """Store the right rows, unless those stored are the same within tolerance.  Returns the file if it changed."""
    path = course.answers(level.name)
    if path.is_file() and answers_agree(json.loads(path.read_text(encoding="utf-8")), answers):
        return ""
    encoded = {id: encode(evidence) for id, evidence in answers.items()}
    return str(path) if write_text(path, json.dumps(encoded, indent=1, sort_keys=True) + "\n") else ""


def answers_agree(stored: Mapping[str, Any], answers: Mapping[str, Evidence]) -> bool:
    """Whether stored answers equal fresh ones, but for the last digits, which differ between machines."""
    if set(stored) != set(answers):
        return False
    try:
        return all(_evidence_agrees(decode(stored[id]), answers[id]) for id in answers)
    except BadEvidence:
        return False


def _evidence_agrees(a: Evidence, b: Evidence) -> bool:
    if len(a.trials) != len(b.trials):
        return False
    pairs = [
        (left, right)
        for one, two in zip(a.trials, b.trials, strict=True)
        for left, right in ((one.rows, two.rows), (one.arguments, two.arguments))
    ]
    return all(set(x) == set(y) and all(_value_agrees(x[name], y[name]) for name in x) for x, y in pairs)


def _value_agrees(a: Any, b: Any) -> bool:
    if isinstance(a, Other) or isinstance(b, Other):
        return bool(a == b)
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-8, atol=1e-10))
