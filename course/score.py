"""Scoring notebooks without a gradebook: `course score`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks import rooms
from checks.grading.course import Course
from checks.grading.grade import grade_one, mended
from checks.grading.level import Level, read_level
from checks.grading.nbgrader.preprocessors import RunSubmission
from checks.grading.running.limits import Limits
from checks.grading.running.sandbox import require_sandbox
from checks.grading.submitted.intake import MAX_FILES, beside
from checks.grading.submitted.reading import SubmittedCell, Unreadable, read_submission
from checks.grading.verdict import Judged
from course.nbgrader import nbgrader_config


@dataclass(frozen=True)
class Scored:
    """One notebook's result.  `score` is None when it could not be scored; `error` says why, or why it stopped."""

    path: Path
    level: str | None = None
    judged: tuple[Judged, ...] = ()
    error: str | None = None

    @property
    def score(self) -> float | None:
        return round(sum(one.score for one in self.judged), 2) if self.judged else None

    @property
    def max_score(self) -> float | None:
        return sum(one.test.points for one in self.judged) if self.judged else None


def score_all(
    course: Course,
    paths: Sequence[Path],
    report: Callable[[int, int], None] = lambda done, total: None,
    *,
    trusted: bool = False,
) -> list[Scored]:
    """Score notebooks, two at a time, in the order given; `report(done, total)` is called as they finish.

    Limits are those of the course's nbgrader configuration. Raises SandboxUnavailable when there is no sandbox and the
    notebooks are not `trusted`.
    """
    rooms.use(course.root)
    settings = RunSubmission(config=nbgrader_config(course.root))
    trusted = trusted or settings.trust_submissions
    if not trusted:
        require_sandbox()
    scoring = Scoring(
        [read_level(course, name) for name in course.levels()], secrets.randbits(64), settings.limits, trusted
    )
    notebooks = [found for path in paths for found in _notebooks(path)]
    done: list[Scored] = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for scored in pool.map(scoring.score, notebooks):
            done.append(scored)
            report(len(done), len(notebooks))
    return done


@dataclass(frozen=True)
class Scoring:
    """What all notebooks of a run are scored with."""

    levels: Sequence[Level]
    seed: int
    limits: Limits
    trusted: bool

    def score(self, path: Path) -> Scored:
        """One notebook's result; a notebook that can't be read has an error instead."""
        if path.is_dir():
            return Scored(path, error=f"There is no notebook in {path}.")
        try:
            cells = read_submission(path)
            level = _level_of(self.levels, path, cells)
        except Unreadable as unreadable:
            return Scored(path, error=str(unreadable))
        submission = mended(level, cells)
        graded = grade_one(level, submission, self.seed, _beside(path), self.limits, trusted=self.trusted)
        return Scored(path, level.name, tuple(graded.judged), graded.stopped or None)


def _notebooks(path: Path) -> list[Path]:
    """The notebooks in a folder, or the path itself."""
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*.ipynb") if ".ipynb_checkpoints" not in file.parts)
    return found or [path]


def _beside(path: Path) -> dict[str, bytes]:
    """The files that go along with a notebook, as in grading; none out of a folder that is no submission's."""
    return beside(path) if len(list(path.parent.iterdir())) <= MAX_FILES else {}


def _level_of(levels: Sequence[Level], path: Path, cells: Sequence[SubmittedCell]) -> Level:
    """The level that has the most of the notebook's cells; among equals the one of the same name."""
    claimed = {cell.id for cell in cells if cell.id}
    best = max(levels, key=lambda level: (len(claimed & level.ids), level.notebook == path.stem), default=None)
    if best is not None and (claimed & best.ids or best.notebook == path.stem):
        return best
    names = ", ".join(level.name for level in levels)
    raise Unreadable(
        f"{path.name} belongs to no level: none of its cells is one of the course's, and no level has that name. "
        f"The levels are: {names}. Copy your answers into the level's own notebook."
    )


def to_json(scored: Sequence[Scored]) -> str:
    """The document that `course score --json` prints."""
    return json.dumps({"notebooks": [_document(one) for one in scored]}, indent=2, ensure_ascii=False)


def _document(one: Scored) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "level": one.level,
        "score": one.score,
        "max_score": one.max_score,
        "error": one.error,
        "exercises": [_exercise(judged) for judged in one.judged],
    }


def _exercise(judged: Judged) -> dict[str, Any]:
    rows = [
        {"name": f"{row.name} ({row.trial})" if row.trial else row.name, "passed": row.passed, "message": row.message}
        for row in judged.report.rows
    ]
    return {"id": judged.test.exercise.id, "score": judged.score, "max_score": judged.test.points, "rows": rows}


def to_text(scored: Sequence[Scored]) -> str:
    """The same for people: each notebook's points, and the report of each exercise."""
    return "\n\n".join(_text(one) for one in scored)


def _text(one: Scored) -> str:
    if one.score is None:
        return f"{one.path}: not scored. {one.error}"
    head = f"{one.path}: {one.score:g} of {one.max_score:g} points ({one.level})"
    parts = [head, *([one.error] if one.error else []), *(judged.report.text() for judged in one.judged)]
    return "\n".join(parts)
