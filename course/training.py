"""What a notebook that trains needs beside the net: threads, how long to train, and a look at it while it does."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from IPython.display import display
from matplotlib.figure import Figure
from threadpoolctl import threadpool_limits

from checks.api import SEED_VARIABLE
from course.figures.show import Bundle, bundle, shown_width, still

PAUSE = 0.3
"""Seconds between two pictures of a training: a few in a second are seen as movement and cost little."""
BAR = 30
"""Characters in a progress bar."""
DPI = 120


def use_one_thread() -> None:
    """Let numpy multiply matrices with one thread from now on, as the grader does.

    The nets of this course are small. Shared out among the threads of a busy machine, a product of theirs takes many
    times as long, because every thread waits for the last one.
    """
    threadpool_limits(1)


def epochs_to_run(wanted: int) -> int:
    """How many epochs a training in a notebook runs: `wanted`, but 1 while a submission is graded.

    Points come from checks on given numbers, never from a training, so a class of hundreds need not wait for it. Says
    so in a line, so that nobody takes the result of a shortened training for that of a whole one.
    """
    if SEED_VARIABLE not in os.environ or wanted <= 1:
        return wanted
    print(f"While a notebook is graded, this training stops after 1 of {wanted} epochs. No points depend on it.")
    return 1


class Live:
    """A progress bar and a picture that grow while something is trained, shown where it is made.

    `draw(rows)` returns the figure and `describe(rows)` says in words what it shows; `rows` is what was added so far.
    The output is one display, replaced a few times a second; outside of a notebook only the last state is printed.
    """

    def __init__(
        self,
        epochs: int,
        draw: Callable[[Sequence[Any]], Figure],
        describe: Callable[[Sequence[Any]], str],
    ) -> None:
        self.epochs, self.rows = epochs, list[Any]()
        self._draw, self._describe = draw, describe
        self._handle: Any = None
        self._shown = 0.0

    def add(self, row: Any) -> None:
        """Take in what was measured after one more epoch; the first row is that before the training."""
        self.rows.append(row)
        now, done = time.monotonic(), len(self.rows) > self.epochs
        if done or len(self.rows) == 1 or now - self._shown > PAUSE:
            self._shown = now
            self._show(done)

    @property
    def bar(self) -> str:
        """How far the training is, as text."""
        done = len(self.rows) - 1
        full = BAR * done // max(self.epochs, 1)
        return f"{'█' * full}{'░' * (BAR - full)} {done} of {self.epochs} epochs"

    def _show(self, done: bool) -> None:
        if _in_a_notebook():
            if self._handle is None:
                self._handle = display(self, display_id=True)
            else:
                self._handle.update(self)
        elif done:
            print(self)

    def __repr__(self) -> str:
        return f"{self.bar}\n{self._describe(self.rows)}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        figure = self._draw(self.rows)
        data, metadata = bundle(still(figure, DPI), shown_width(figure), self._describe(self.rows))
        bar = f'<div role="status" style="font-family: monospace; white-space: pre">{escape(self.bar)}</div>'
        return {"text/html": bar + data["text/html"], "text/plain": repr(self)}, {"text/html": metadata["image/png"]}


def _in_a_notebook() -> bool:
    from IPython.core.getipython import get_ipython

    return get_ipython() is not None
