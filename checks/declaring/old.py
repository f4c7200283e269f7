"""Transition."""

from __future__ import annotations
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any
from checks import exercise as _e
from checks import rooms
from checks.declaring.probes import one_number
from checks.judging.rubric import Formula, Mistake, Rubric, Rule, declare_rubric
from checks.exercise import Probe
from checks.declaring.mistakes import the_right_number

asked = one_number


def exercise(
    id: str,
    *,
    level: str,
    inputs: Any,
    trials: Any,
    rows: Any,
    expects: str = "class",
    behaviour: Any = None,
    mistakes: Any = (),
    rules: Any = None,
    atol: float = 1e-5,
    rtol: float = 1e-5,
) -> Any:
    def declare(probe: Any) -> Any:
        room = _room(id, rooms.room_of(level))
        declare_rubric(id, Rubric(mistakes, behaviour or {}, rules or {}))
        return _e.declare(
            _e.Exercise(id, room, expects, probe, inputs, trials, rows, tuple(behaviour or {}), atol, rtol)
        )

    return declare


def _room(id: str, room: str) -> str:
    if id.startswith(("pool.", "fc.")):
        return "pooling"
    return "relu_net" if id == "net.train-by-hand" else room


def question(
    id: str, level: str, *choices: Any, meaning: str = "", rule: Any = the_right_number, probe: Any = one_number
) -> None:
    from checks.declaring.writing import mistakes, over

    told = [(name, why, *over(numbers, lambda g, r, number: number)) for name, why, *numbers in choices]
    exercise(
        id,
        level=level,
        expects="value",
        inputs=lambda rng: {},
        trials=({},),
        rows={"answer": meaning},
        rules={"answer": rule},
        mistakes=mistakes("answer", *told),
    )(probe)


import sys as _sys

_sys.path.append("/tmp")
from global_ import G as _G

_H = {k: t for k, _, t in _G}
FORWARD_BEHAVIOUR = {
    k: _H[k]
    for k in (
        "change of the first out by a second forward",
        "difference to a new layer on the next batch",
        "difference to a new layer after an update",
    )
}
BACKWARD_BEHAVIOUR = {
    k: _H[k]
    for k in ("dW after a second backward", "dx of the next batch", "dW of the next batch", "db of the next batch")
}
