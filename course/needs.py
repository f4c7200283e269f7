"""What a notebook's cell says while what it uses is not written yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def needs(*names: str) -> Iterator[None]:
    """For a cell that uses what the student builds: while that is not written, a sentence in place of a traceback.

    Every other error comes through: a `NameError` may be the student's own.
    """
    try:
        yield
    except NotImplementedError:
        print(f"This cell uses your own {' and '.join(names)}. Come back and run it when that is written.")
