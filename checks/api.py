"""What a notebook calls: `check` for the student, `score` for the grader."""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from typing import Any

from checks import rooms
from checks.evidence import MIME, Evidence, decode, encode
from checks.exercise import Exercise, find
from checks.judging.judge import judge
from checks.judging.report import Report, wrapped
from checks.probing import run

VISIBLE_SEED = 0
SEED_VARIABLE = "CHECKS_SEED"
COLLECT_VARIABLE = "CHECKS_COLLECT"
"""While the course is built, checks hand out the evidence for each of these seeds: "0 17 4711"."""


class CheckFailed(Exception):
    """A check found something wrong; it is shown as its report, with no traceback."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.text())
        self.report = report

    def _render_traceback_(self) -> list[str]:
        """IPython shows this instead of a traceback."""
        if _rich():
            return [f"{self.report.headline} Start here:", *wrapped(self.report.first_message, "  ")]
        return [self.report.text()]


class NotGraded(Exception):
    """Points are given by the grader only."""

    def _render_traceback_(self) -> list[str]:
        return [f"NotGraded: {self}"]


def check(exercise_id: str, answer: Any) -> None:
    """Check an answer on visible inputs and say what is right and what is wrong.

    Silent while a submission is graded: there `score` speaks. Raises CheckFailed when something is wrong.
    """
    if COLLECT_VARIABLE in os.environ:
        for seed in os.environ[COLLECT_VARIABLE].split():
            _publish(exercise_id, answer, int(seed))
    if SEED_VARIABLE in os.environ:
        return
    report = report_on(exercise_id, answer)
    if _rich():
        _display(report)
    elif report.passed:
        print(report.text())
    if not report.passed:
        raise CheckFailed(report)


def score(exercise_id: str, answer: Any) -> None:
    """Hand the evidence for an exercise to the grader; the verdict is made there, outside this process.

    Raises NotGraded outside of the grader, so that no missing grader turns into points.
    """
    if COLLECT_VARIABLE in os.environ:
        return  # the check beside it has given all that is needed
    seed = os.environ.get(SEED_VARIABLE)
    if seed is None:
        raise NotGraded(
            "this cell earns points only when the course's grader runs it. Run `nbgrader autograde` in the course's "
            "folder, where nbgrader_config.py is, or `course score` on the notebook."
        )
    _publish(exercise_id, answer, int(seed))


def _publish(exercise_id: str, answer: Any, seed: int) -> None:
    from IPython.display import publish_display_data

    publish_display_data({MIME: encode(run(find(exercise_id), answer, seed))})


def report_on(exercise_id: str, answer: Any) -> Report:
    """The report of the visible check, as an object."""
    exercise = find(exercise_id)
    return judge(exercise, VISIBLE_SEED, run(exercise, answer, VISIBLE_SEED), stored_answer(exercise))


def stored_answer(exercise: Exercise) -> Evidence:
    """The right rows for the visible inputs, as the build stored them.  Raises LookupError when they are not there."""
    answers = _stored(exercise.level)
    if exercise.id not in answers:
        raise LookupError(f"no answers are stored for {exercise.id}: run `course build {exercise.level}`")
    return decode(answers[exercise.id])


@cache
def _stored(level: str) -> dict[str, Any]:
    file = rooms.find_file(level, rooms.ANSWERS)
    if file is None:
        raise LookupError(f"no answers are stored for the level {level}: run `course build {level}`")
    stored: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return stored


def _rich() -> bool:
    """Whether a notebook shows the output, not a terminal: then the report is a table."""
    if "IPython" not in sys.modules:
        return False
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    return shell is not None and type(shell).__name__ != "TerminalInteractiveShell"


def _display(report: Report) -> None:
    from IPython.display import publish_display_data

    publish_display_data({"text/html": report.html(), "text/plain": report.text()})
