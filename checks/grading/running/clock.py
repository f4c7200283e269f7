"""The time that a cell and the notebook have left, and the memory that they use."""

from __future__ import annotations

import time
from collections.abc import Callable

from checks.grading.running.limits import MB, Limits
from checks.grading.running.process import Worker

WATCH_SECONDS = 0.2


class Clock:
    """Interrupts a cell that is late, and kills its process after a grace."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.notebook_seconds
        self._cell, self._cell_end = -1, self._end
        self._interrupted = False
        self._watched = 0.0
        self.reason = ""

    def left(self, cell: int, *, begun: bool = True) -> float:
        """Seconds that a cell may still run; until the first one has `begun`, Python is starting, and has longer."""
        now = time.monotonic()
        if not begun:
            return self._end - now
        if cell != self._cell:
            self._cell, self._interrupted = cell, False
            self._cell_end = min(self._end, now + self._limits.cell_seconds)
        return self._cell_end - now

    def watch_memory(self, worker: Worker) -> None:
        """Kill a notebook whose processes together use too much; looked at a few times a second."""
        now = time.monotonic()
        if now - self._watched < WATCH_SECONDS or self.reason:
            return
        self._watched = now
        if worker.uses_more_than(self._limits.memory_bytes):
            limit = self._limits.memory_bytes // MB
            self.reason = f"The notebook used more than {limit} MB of memory in cell {self._cell + 1} and was stopped."
            worker.kill()

    def late(self, worker: Worker, note: Callable[[str], None]) -> None:
        """The time is up: ask the cell to stop, and `note` it; when asked before, kill it."""
        if self._interrupted:
            self.reason = (
                f"Cell {self._cell + 1} ran for more than {self._limits.cell_seconds:g} seconds, did not stop when "
                "interrupted, and was killed. Is there a loop that never ends?"
            )
            worker.kill()
        elif time.monotonic() >= self._end:
            self.reason = f"The notebook took more than {self._limits.notebook_seconds:g} seconds and was stopped."
            worker.kill()
        else:
            self._interrupted = True
            self._cell_end = time.monotonic() + self._limits.grace_seconds
            note(f"This cell ran for more than {self._limits.cell_seconds:g} seconds and was interrupted.")
            worker.interrupt()
