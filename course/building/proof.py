"""The proof that a level can be released: its solution is right, and nothing else is.

The solution runs once and hands out its evidence for the visible seed and for two secret ones. Each evidence must be
complete, and what is right for one seed must be refused for another: otherwise the checks do not see the inputs. The
untouched release must earn nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

import nbformat

from checks.api import COLLECT_VARIABLE, VISIBLE_SEED
from checks.evidence import MIME, Evidence, decode
from checks.exercise import find
from checks.grading.course import CourseError
from checks.grading.grade import run
from checks.grading.level import Level, called_with
from checks.grading.running.follow import execute
from checks.grading.running.job import Job
from checks.grading.running.limits import LONG
from checks.grading.verdict import judge_cells
from checks.judging.judge import BadTruth, judge

Collected = Mapping[int, Mapping[str, Evidence]]
"""Evidence by seed and exercise id."""


def prove(level: Level) -> Mapping[str, Evidence]:
    """The right rows on the visible inputs, by exercise id.  Raises CourseError when the level must not be released."""
    one, other = secrets.randbits(64), secrets.randbits(64)
    found = collect(level, VISIBLE_SEED, one, other)
    for id in found[VISIBLE_SEED]:
        _require_right(level, id, found, VISIBLE_SEED, one, other)
    _require_untouched_earns_nothing(level, one, found[one])
    return found[VISIBLE_SEED]


def collect(level: Level, *seeds: int) -> Collected:
    """What the solution gives for every exercise that the level checks, for each seed, in one run."""
    sources = [cell.source for cell in level.solved.cells if cell.cell_type == "code"]
    environment = {COLLECT_VARIABLE: " ".join(map(str, seeds)), "CHECKS_SEED": str(seeds[0])}
    ran = execute(Job(sources, level.files, environment, LONG), trusted=True)
    found: dict[int, dict[str, Evidence]] = {seed: {} for seed in seeds}
    for source, result in zip(sources, ran.results, strict=True):
        ids = called_with(source, "check")
        pieces = [output.data[MIME] for output in result.outputs if MIME in output.get("data", {})]
        if len(pieces) != len(ids) * len(seeds):
            raise CourseError(f"{level.name}: the solution gives no evidence here. {ran.stopped}\n{source}")
        for id, first in zip(ids, range(0, len(pieces), len(seeds)), strict=True):
            for seed, piece in zip(seeds, pieces[first : first + len(seeds)], strict=True):
                found[seed][id] = decode(piece)
    return found


def _require_right(level: Level, id: str, found: Collected, visible: int, one: int, other: int) -> None:
    exercise = find(id)
    for seed in (visible, one, other):
        try:
            report = judge(exercise, seed, found[seed][id], found[seed][id])
        except BadTruth as error:
            raise CourseError(f"{level.name}: {error}") from error
        if not report.passed:
            raise CourseError(f"{level.name}: its own solution does not pass.\n{report.text()}")
    if exercise.expects != "value" and judge(exercise, one, found[other][id], found[one][id]).passed:
        raise CourseError(
            f"{level.name}: {id} accepts the answer to other inputs. Does its probe use the inputs that it is given?"
        )


def _require_untouched_earns_nothing(level: Level, seed: int, right: Mapping[str, Evidence]) -> None:
    untouched = nbformat.from_dict(level.untouched)
    run(untouched, level.files, seed, LONG, trusted=True)
    truths = {id: right[test.exercise_id] for id, test in level.tests.items()}
    for judged in judge_cells(level, untouched, seed, truths):
        if judged.score > 0:
            raise CourseError(f"{level.name}: the untouched release earns points.\n{judged.report.text()}")
