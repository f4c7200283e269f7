"""The proof that a level can be released: its solution is right, and nothing else is.

The solution runs once and hands out its evidence for the visible seed and for secret ones. Each evidence must be
complete. Asked twice for one seed it must give the same, and what is right for one seed must be refused for another:
otherwise the checks do not see the inputs. The untouched release must earn nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

import nbformat
import numpy as np

from checks.api import COLLECT_VARIABLE, SEED_VARIABLE, VISIBLE_SEED
from checks.evidence import MIME, Evidence, decode
from checks.exercise import Exercise, find
from checks.grading.course import CourseError
from checks.grading.grade import run
from checks.grading.level import Level, called_with
from checks.grading.running.follow import execute
from checks.grading.running.job import Job
from checks.grading.running.limits import LONG
from checks.grading.verdict import judge_cells
from checks.judging.judge import BadTruth, judge

Found = Mapping[str, Evidence]
"""Evidence by exercise id."""


def prove(level: Level) -> Found:
    """The right rows on the visible inputs, by exercise id.  Raises CourseError when the level must not be released."""
    one, other = secrets.randbits(64), secrets.randbits(64)
    visible, found, again, elsewhere = collect(level, VISIBLE_SEED, one, one, other)
    _require_a_visible_check(level, visible)
    for id in visible:
        _require_right(level, id, VISIBLE_SEED, visible, visible)
        _require_right(level, id, one, again, found)
        _require_right(level, id, other, elsewhere, elsewhere)
        _require_inputs_used(level, id, one, elsewhere, found)
    _require_untouched_earns_nothing(level, one, found)
    return visible


def collect(level: Level, *seeds: int) -> Sequence[Found]:
    """What the solution gives for every exercise that the level checks, for each of the seeds, in one run."""
    sources = [cell.source for cell in level.solved.cells if cell.cell_type == "code"]
    environment = {COLLECT_VARIABLE: " ".join(map(str, seeds)), SEED_VARIABLE: str(seeds[0])}
    ran = execute(Job(sources, level.files, environment, LONG), trusted=True)
    found: list[dict[str, Evidence]] = [{} for _ in seeds]
    for source, result in zip(sources, ran.results, strict=True):
        ids = called_with(source, "check")
        pieces = [output.data[MIME] for output in result.outputs if MIME in output.get("data", {})]
        if len(pieces) != len(ids) * len(seeds):
            raise CourseError(f"{level.name}: the solution gives no evidence here. {ran.stopped}\n{source}")
        for number, piece in enumerate(pieces):  # a check hands out all seeds, then comes the next check
            id, nth = divmod(number, len(seeds))
            found[nth][ids[id]] = decode(piece)
    return found


def _require_a_visible_check(level: Level, visible: Found) -> None:
    for test in level.tests.values():
        if test.exercise_id not in visible:
            raise CourseError(
                f"{level.name}: {test.id} scores {test.exercise_id}, but no cell lets a student check it."
            )


def _require_right(level: Level, id: str, seed: int, got: Found, want: Found) -> None:
    try:
        report = judge(find(id), seed, got[id], want[id])
    except BadTruth as error:
        raise CourseError(f"{level.name}: {error}") from error
    if not report.passed:
        raise CourseError(f"{level.name}: its own solution does not pass.\n{report.text()}")


def _require_inputs_used(level: Level, id: str, seed: int, got: Found, want: Found) -> None:
    """Refuse an exercise in which the answer to other inputs passes; its arguments, which are those inputs, aside."""
    exercise = find(id)
    rows = judge(exercise, seed, got[id], want[id]).rows
    if _draws(exercise) and all(row.passed for row in rows if row.name in exercise.rows):
        raise CourseError(
            f"{level.name}: {id} accepts the answer to other inputs. Does its probe use the inputs that it is given?"
        )


def _draws(exercise: Exercise) -> bool:
    """Whether the inputs of an exercise differ from seed to seed; those of a question don't."""
    rng = np.random.default_rng()
    before = rng.bit_generator.state
    for trial in exercise.trials:
        exercise.inputs(rng, **trial)
    return bool(rng.bit_generator.state != before)


def _require_untouched_earns_nothing(level: Level, seed: int, right: Found) -> None:
    untouched = nbformat.from_dict(level.untouched)
    run(untouched, level.files, seed, LONG, trusted=True)
    truths = {id: right[test.exercise_id] for id, test in level.tests.items()}
    for judged in judge_cells(level, untouched, seed, truths):
        if judged.score > 0:
            raise CourseError(f"{level.name}: the untouched release earns points.\n{judged.report.text()}")
