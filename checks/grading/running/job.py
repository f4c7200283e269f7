"""What is run and what came of it, as plain data: both can be sent to another process or machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.grading.running.limits import Limits


@dataclass(frozen=True)
class Job:
    """The sources of a notebook's code cells, and what they find around them.

    Attributes:
        cells: the sources, run one after the other in a fresh process.
        files: name -> content; they lie in the folder where the cells run, to be read and imported.
        environment: variables added to a clean environment.
        limits: how much may be used.
    """

    cells: Sequence[str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


@dataclass
class Result:
    """What became of one cell."""

    outputs: list[NotebookNode] = field(default_factory=list)
    finished: bool = False
    size: int = 0


@dataclass(frozen=True)
class Ran:
    """One result for each cell, and a sentence that says why the notebook was stopped ("" if it was not)."""

    results: Sequence[Result]
    stopped: str = ""


class Stopped(Exception):
    """The notebook could not go on; the message says why, as a sentence."""


def stop_output(sentence: str) -> NotebookNode:
    """An error output by which the grader says what it did to a cell."""
    return new_output("error", ename="Stopped", evalue=sentence, traceback=[sentence])  # type: ignore[no-any-return]
