"""A cell's time is its own: it begins with the cell, and a late one is interrupted first and killed after a grace."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from checks.grading.running import clock as module
from checks.grading.running.clock import Clock
from checks.grading.running.limits import Limits

LIMITS = Limits(cell_seconds=10, notebook_seconds=100, grace_seconds=3)


class Worker:
    """Notes what is done to it."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def interrupt(self) -> None:
        self.done.append("interrupt")

    def kill(self) -> None:
        self.done.append("kill")

    def uses_more_than(self, most: int) -> bool:
        return True


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A time that stands still until a test sets it."""
    now = SimpleNamespace(time=1000.0)
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: now.time))
    return now


def late(clock: Clock, worker: Any) -> list[str]:
    """The sentences that are noted when a cell is late."""
    notes: list[str] = []
    clock.late(worker, notes.append)
    return notes


def test_each_cell_has_its_own_time_and_the_last_what_is_left(now: SimpleNamespace) -> None:
    clock = Clock(LIMITS)
    assert clock.left(0) == 10
    now.time += 4
    assert clock.left(0) == 6
    assert clock.left(1) == 10
    now.time += 91
    assert clock.left(2) == 5


def test_the_start_of_python_does_not_count_for_the_first_cell(now: SimpleNamespace) -> None:
    clock = Clock(LIMITS)
    now.time += 15
    assert clock.left(0, begun=False) == 85
    assert clock.left(0) == 10


def test_a_python_that_never_starts_is_stopped_with_the_notebook(now: SimpleNamespace) -> None:
    clock, worker = Clock(LIMITS), Worker()
    now.time += 100
    assert clock.left(0, begun=False) == 0
    assert late(clock, worker) == []
    assert worker.done == ["kill"]
    assert clock.reason == "The notebook took more than 100 seconds and was stopped."


def test_a_late_cell_is_interrupted_and_killed_after_a_grace(now: SimpleNamespace) -> None:
    clock, worker = Clock(LIMITS), Worker()
    clock.left(0)
    now.time += 10
    assert late(clock, worker) == ["This cell ran for more than 10 seconds and was interrupted."]
    assert (worker.done, clock.reason, clock.left(0)) == (["interrupt"], "", 3)
    now.time += 3
    assert late(clock, worker) == []
    assert worker.done == ["interrupt", "kill"]
    assert clock.reason.startswith(
        "Cell 1 ran for more than 10 seconds, did not stop when interrupted, and was killed."
    )


def test_an_interrupted_cell_that_ends_costs_the_next_one_nothing(now: SimpleNamespace) -> None:
    clock, worker = Clock(LIMITS), Worker()
    clock.left(0)
    now.time += 10
    late(clock, worker)
    assert clock.left(1) == 10
    now.time += 10
    late(clock, worker)
    assert worker.done == ["interrupt", "interrupt"]


def test_memory_is_looked_at_now_and_then_and_too_much_of_it_kills_once(now: SimpleNamespace) -> None:
    clock, worker = Clock(LIMITS), Worker()
    clock.left(2)
    for _ in range(3):
        clock.watch_memory(worker)  # type: ignore[arg-type]
        now.time += 1
    assert worker.done == ["kill"]
    assert clock.reason == "The notebook used more than 2000 MB of memory in cell 3 and was stopped."
