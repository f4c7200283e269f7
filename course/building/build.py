"""Building the course: the authored texts become release, solutions and stored answers.

    source/NN-name/name.md -> source/NN-name/name.ipynb -> release/NN-name/   (by nbgrader's own generate_assignment)
                                                        -> solutions/NN-name/ (solved, executed, marks stripped)
                                                        -> checks/answers/    (the right rows on the visible inputs)

A level whose own solution does not earn full points, or whose untouched release earns any, is not built.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode

from checks.api import VISIBLE_SEED
from checks.evidence import Evidence, Other, decode, encode
from checks.exercise import all_exercises
from checks.grading.running.follow import execute
from checks.grading.level import Level, called_with
from checks.grading.course import METADATA, Course, CourseError, pair, write_text
from checks.grading.verdict import LONG, evidence_of, judge_cells, plain, run, run_folder
from checks.rooms import room_of
from course.building.given import given_layers
from checks.grading.marks import without_marks
from course.nbgrader import nbgrader_api

MADE_FROM = "backprop_course_made_from"


def build_level(course: Course, name: str) -> list[str]:
    """Build one level.  Returns the files that changed.  Raises CourseError when the level must not be released."""
    level = Level(course, name)
    changed = [write_layers(course, name)]
    pair(course, name)
    prove(level)
    changed += [write_answers(level), write_solution(level), release(level)]
    return [path for path in changed if path]


def write_layers(course: Course, name: str) -> str:
    """The `layers.py` that the level brings along, if it brings one."""
    text = given_layers(course, name)
    return _write(course.root / "source" / name / "layers.py", text) if text else ""


# -- proof -----------------------------------------------------------------------------------------------------------


def prove(level: Level) -> None:
    """Raise CourseError unless the solution earns every point and the untouched release none, by a secret seed."""
    seed = secrets.randbits(64)
    for what, notebook, wanted in (("solution", level.solved, True), ("untouched release", level.untouched, False)):
        copied = nbformat.from_dict(notebook)
        with run_folder(level) as folder:
            run(copied, folder, seed, LONG, trusted=True)
        for judged in judge_cells(level, copied, seed):
            if wanted and not judged.report.passed:
                raise CourseError(f"{level.name}: its own {what} does not pass.\n{judged.report.text()}")
            if not wanted and judged.score > 0:
                raise CourseError(f"{level.name}: the {what} earns points.\n{judged.report.text()}")


# -- stored answers --------------------------------------------------------------------------------------------------


def write_answers(level: Level) -> str:
    """Store the right rows for the visible inputs, unless those stored already are the same within tolerance."""
    answers = visible_answers(level)
    path = level.course.answers(level.name)
    if path.is_file() and answers_agree(json.loads(path.read_text(encoding="utf-8")), answers):
        return ""
    encoded = {id: encode(evidence) for id, evidence in answers.items()}
    return _write(path, json.dumps(encoded, indent=1, sort_keys=True) + "\n")


def visible_answers(level: Level) -> dict[str, Evidence]:
    """What the solution gives on the visible seed, for every exercise that the level checks, by exercise id."""
    probing = nbformat.from_dict(level.solved)
    for cell in probing.cells:
        if cell.cell_type == "code" and called_with(cell.source, "check"):
            cell.source = cell.source.replace("checks.check(", "checks.score(").split("### BEGIN HIDDEN TESTS")[0]
    with run_folder(level) as folder:
        stopped = run(probing, folder, VISIBLE_SEED, LONG, trusted=True)
    found: dict[str, Evidence] = {}
    for cell in probing.cells:
        for id in called_with(cell.source, "score") if cell.cell_type == "code" else []:
            evidence, reason = evidence_of(cell)
            if evidence is None:
                raise CourseError(f"{level.name}: no answer for {id}: {stopped or reason}")
            found[id] = evidence
    return found


def answers_agree(stored: Mapping[str, Any], answers: Mapping[str, Evidence]) -> bool:
    """Whether stored answers equal fresh ones, but for the last digits, which differ between machines."""
    if set(stored) != set(answers):
        return False
    return all(_evidence_agrees(decode(stored[id]), answers[id]) for id in answers)


def _evidence_agrees(a: Evidence, b: Evidence) -> bool:
    if len(a.trials) != len(b.trials):
        return False
    pairs = [
        (left, right)
        for one, two in zip(a.trials, b.trials, strict=True)
        for left, right in ((one.rows, two.rows), (one.arguments, two.arguments))
    ]
    return all(set(x) == set(y) and all(_value_agrees(x[name], y[name]) for name in x) for x, y in pairs)


def _value_agrees(a: Any, b: Any) -> bool:
    if isinstance(a, Other) or isinstance(b, Other):
        return bool(a == b)
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-8, atol=1e-10))


# -- release and solution --------------------------------------------------------------------------------------------


def release(level: Level) -> str:
    """nbgrader's generate_assignment.  Returns the released file if it changed."""
    path = level.course.release(level.name)
    before = path.read_bytes() if path.is_file() else b""
    result = nbgrader_api(level.course.root).generate_assignment(level.name, force=True)
    if not result["success"]:
        raise CourseError(
            f"{level.name}: nbgrader generate_assignment failed.\n{result.get('log') or result.get('error')}"
        )
    _write(path, _json(_only_known_metadata(nbformat.read(path, 4))))
    return "" if path.read_bytes() == before else str(path)


def _only_known_metadata(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata = nbformat.from_dict(METADATA)
    return notebook


def write_solution(level: Level) -> str:
    """The solved and executed notebook, nbgrader's marks stripped.  Run anew only when what it is made from changed."""
    path = level.course.root / "solutions" / level.name / f"{level.notebook}.ipynb"
    notebook = solution(level)
    notebook.metadata[MADE_FROM] = fingerprint(level.name, notebook)
    if path.is_file() and nbformat.read(path, 4).metadata.get(MADE_FROM) == notebook.metadata[MADE_FROM]:
        return ""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    with run_folder(level) as folder:
        results, stopped = execute([cell.source for cell in code], folder, {}, LONG, trusted=True)
    for number, (cell, result) in enumerate(zip(code, results, strict=True)):
        cell.outputs, cell.execution_count = [_still(output) for output in result.outputs], number + 1
        _require_clean(level, cell, stopped)
    return _write(path, _json(notebook))


def solution(level: Level) -> NotebookNode:
    """The solved notebook as people read it: no marks, no hidden tests, no nbgrader metadata, not yet executed."""
    notebook = nbformat.from_dict(level.solved)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.source = without_marks(cell.source)
    return notebook  # type: ignore[no-any-return]


def fingerprint(name: str, notebook: NotebookNode) -> str:
    """A hash of everything that a level's outputs depend on: its cells, its checks and its figures."""
    packages = Path(__file__).parents[1]
    exercises = [one for one in all_exercises().values() if one.level == room_of(name)]
    shared = [path for path in (packages / "course" / "figures").glob("*.py") if not path.stem.startswith("level_")]
    code = {
        *(packages / "checks").glob("*.py"),
        *(Path(inspect.getfile(exercise.probe)) for exercise in exercises),
        *(packages / "course" / "figures").glob(f"level_{name[:2]}*.py"),
        *(packages / "course").glob("data*.py"),
        packages / "course" / "play.py",
        packages / "course" / "training.py",
        *shared,
    }
    parts = [cell.source.encode() for cell in notebook.cells] + [path.read_bytes() for path in sorted(code)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _still(output: NotebookNode) -> NotebookNode:
    """An output without a live widget, which no stored page could show: its still picture stays."""
    output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    return output


def _require_clean(level: Level, cell: NotebookNode, stopped: str) -> None:
    for output in cell.outputs:
        if output.output_type == "error":
            text = plain("\n".join(output.traceback))
            raise CourseError(f"{level.name}: a cell of the solved notebook fails. {stopped}\n{cell.source}\n{text}")
        if output.output_type == "stream" and output.name == "stderr":
            raise CourseError(f"{level.name}: a cell of the solved notebook warns.\n{cell.source}\n{output.text}")


def _json(notebook: NotebookNode) -> str:
    return str(nbformat.writes(notebook, 4)) + "\n"


def _write(path: Path, text: str) -> str:
    return str(path) if write_text(path, text) else ""
