"""Building the course: the authored texts become release, solutions and stored answers.

    source/NN-name/name.md -> source/NN-name/name.ipynb -> release/NN-name/      (by nbgrader's own generate_assignment)
                                                        -> solutions/NN-name/    (solved, executed, marks stripped)
                                                        -> the room's answers.json (the right rows on visible inputs)

A level whose own solution does not earn full points, or whose untouched release earns any, is not built: what was
built before stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from checks import rooms
from checks.exercise import all_exercises
from checks.grading.course import METADATA, Course, CourseError, pair, write_text
from checks.grading.grade import run
from checks.grading.level import Level, called_with, read_level
from checks.grading.marks import without_marks
from checks.grading.running.limits import LONG
from checks.grading.verdict import plain
from checks.rooms import own_rooms, room_of
from course.building.answers_file import store_answers
from course.building.fingerprint import fingerprint, is_whole, made_from, seal
from course.building.given import given_layers
from course.building.proof import prove
from course.building.release import release

SEEDED = """
import numpy as np
np.random.seed(0)
np.random.default_rng = (lambda made: lambda seed=0: made(0 if seed is None else seed))(np.random.default_rng)
"""
"""Run first, and not stored: numbers drawn without a seed are the same whenever a notebook is run."""


def build_level(course: Course, name: str) -> list[str]:
    """Build one level.  Returns the files that changed.  Raises CourseError when the level must not be released."""
    rooms.use(course.root)
    changed = [write_layers(course, name)]
    level = read_level(course, name)
    require_own_exercises(level)
    pair(course, name)
    answers = prove(level)
    with all_or_nothing(course.answers(name), course.solution(name)):  # the solution is run with the new answers
        changed += [write_index(course), store_answers(course, level, answers)]
        changed += [write_solution(course, level), release(course, level)]
    return [path for path in changed if path]


@contextmanager
def all_or_nothing(*paths: Path) -> Iterator[None]:
    """Put files back as they were when anything that is done meanwhile fails."""
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        raise


def write_layers(course: Course, name: str) -> str:
    """The `layers.py` that the level brings along, if it brings one."""
    text = given_layers(course, name)
    return written(course.root / "source" / name / "layers.py", text) if text else ""


def write_index(course: Course) -> str:
    """The index of the course's rooms: which exercise is declared where, so that a check loads one level only."""
    index = {id: exercise.level for id, exercise in sorted(all_exercises().items())}
    own = {id: room for id, room in index.items() if (own_rooms(course.root) / room / "__init__.py").is_file()}
    if not own:
        return ""
    return written(own_rooms(course.root) / rooms.INDEX, json.dumps(own, indent=1) + "\n")


def require_own_exercises(level: Level) -> None:
    """Raise CourseError when a level checks an exercise that another level declares."""
    room, every = room_of(level.name), all_exercises()
    code = [cell.source for cell in level.solved.cells if cell.cell_type == "code"]
    for id in {id for source in code for what in ("check", "score") for id in called_with(source, what)}:
        if id not in every:
            raise CourseError(f"{level.name} checks {id}, which no room declares.")
        if every[id].level != room:
            raise CourseError(
                f"{level.name} checks {id}, which the room {every[id].level} declares. Exercises of this level belong "
                f"into the room {room}."
            )


# -- the solution ----------------------------------------------------------------------------------------------------


def write_solution(course: Course, level: Level) -> str:
    """The solved and executed notebook, nbgrader's marks stripped.  Run anew only when what it is made from changed."""
    path = course.solution(level.name)
    notebook = solution(level)
    fresh = fingerprint(level, notebook)
    if path.is_file():
        stored = nbformat.read(path, 4)
        if made_from(stored) == fresh and is_whole(stored):
            return ""
    execute_solution(level, notebook)
    seal(notebook, fresh)
    return written(path, as_json(notebook))


def execute_solution(level: Level, notebook: NotebookNode) -> None:
    """Run a solved notebook as a student runs it, but for chance.  Raises CourseError when a cell fails or warns."""
    notebook.cells.insert(0, nbformat.v4.new_code_cell(SEEDED))
    stopped = run(notebook, level.files, None, LONG, trusted=True)
    del notebook.cells[0]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        cell.outputs, cell.execution_count = [_still(output, number) for output in cell.outputs], number
        _require_clean(level, cell, stopped)


def solution(level: Level) -> NotebookNode:
    """The solved notebook as people read it: no marks, no hidden tests, no nbgrader metadata, not yet executed."""
    notebook = nbformat.from_dict(level.solved)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.source = without_marks(cell.source)
    notebook.metadata = nbformat.from_dict(METADATA)
    return notebook  # type: ignore[no-any-return]


def _still(output: NotebookNode, number: int) -> NotebookNode:
    """An output without a live widget, which no stored page could show; a result counts as its cell does."""
    if output.output_type == "execute_result":
        output.execution_count = number
    output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    return output


def _require_clean(level: Level, cell: NotebookNode, stopped: str) -> None:
    for output in cell.outputs:
        if output.output_type == "error":
            text = plain("\n".join(output.traceback))
            raise CourseError(f"{level.name}: a cell of the solved notebook fails. {stopped}\n{cell.source}\n{text}")
        if output.output_type == "stream" and output.name == "stderr":
            raise CourseError(f"{level.name}: a cell of the solved notebook warns.\n{cell.source}\n{output.text}")


def as_json(notebook: NotebookNode) -> str:
    """A notebook as it lies in a file."""
    return str(nbformat.writes(notebook, 4)) + "\n"


def written(path: Path, text: str) -> str:
    """Write a file whole or not at all.  Returns its name if its content changed."""
    return str(path) if write_text(path, text) else ""
