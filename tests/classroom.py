"""Courses in temporary folders, and the notebooks that a class hands in there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from checks.grading.course import Course, write_text
from checks.grading.level import Level
from checks.grading.marks import grade_id
from checks.grading.running.sandbox import sandbox_problem
from checks.rooms import CONFIG, room_of
from course.building.answers import Answer, answers
from course.building.sample_class import Work, for_points, solved_part
from tests.answers import COURSE, definition_cells

AFFINE = "04-affine"
FIGURES = re.compile(r"^from course\.(figures|levels).*\n?", re.MULTILINE)
HIDDEN = re.compile(r"\n*### BEGIN HIDDEN TESTS.*### END HIDDEN TESTS", re.DOTALL)
PROGRAMS = Path(sys.executable).parent
TRUSTED = bool(sandbox_problem())  # where there is no sandbox, the tests' own notebooks run without one


def fresh_course(folder: Path, *names: str) -> Course:
    """A course of some levels as in a fresh clone: what people wrote, and nothing that building makes."""
    settings = (COURSE.root / CONFIG).read_text(encoding="utf-8")
    write_text(folder / CONFIG, f"{settings}c.RunSubmission.trust_submissions = {TRUSTED}\n")
    for name in names:
        written = COURSE.root / "source" / name
        shutil.rmtree(folder / "source" / name, ignore_errors=True)
        shutil.copytree(written, folder / "source" / name, ignore=shutil.ignore_patterns("*.ipynb"))
        room = Path("tests", "levels", room_of(name))
        shutil.copytree(COURSE.root / room, folder / room, dirs_exist_ok=True)
    return Course(folder)


def quick_course(
    folder: Path, *names: str, change: Callable[[list[NotebookNode]], object] = lambda cells: None
) -> Course:
    """The same with the exercises alone: no prose, no figures, so that a class is graded in seconds.

    `change` is called with the cells of each level, solutions and hidden tests inside, before they are written.
    """
    course = fresh_course(folder, *names)
    for name in names:
        notebook = course.source(name)
        defining = definition_cells(name)
        notebook.cells = [cell for cell in notebook.cells if grade_id(cell) or cell.source in defining]
        for cell in notebook.cells:
            cell.source = FIGURES.sub("", cell.source)
        change(notebook.cells)
        jupytext.write(notebook, course.text(name), fmt="md:myst")
    return course


def released(level: Level) -> NotebookNode:
    """The notebook that students get."""
    notebook = nbformat.from_dict(level.untouched)
    for cell in notebook.cells:
        cell.source = HIDDEN.sub("", cell.source)
    return notebook


def work_on(level: Level) -> Work:
    """A released notebook, to be filled in."""
    right, wrong = (for_points(COURSE, level, kind) for kind in ("right", "wrong"))
    return Work(level, released(level), solved_part(level), right, wrong)


def answer(kind: str, label: str, level: str = AFFINE) -> Answer:
    """One of the right or wrong answers to a level, by its label."""
    return next(found for found in answers(COURSE, kind, level) if found.label == label)


def filled_in(level: Level, fill: Callable[[Work], object]) -> NotebookNode:
    """What a student hands in who fills in the notebook like this."""
    work = work_on(level)
    fill(work)
    return work.notebook


def hand_in(course: Course, level: Level, student: str, notebook: NotebookNode | str) -> Path:
    """Put a notebook, or any text, where nbgrader collects the submissions of a course."""
    path = course.root / "submitted" / student / level.name / f"{level.notebook}.ipynb"
    write_text(path, notebook if isinstance(notebook, str) else json.dumps(notebook))
    return path


def nbgrader(course: Course, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `nbgrader` in the course's folder, as an instructor does."""
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls `alembic`
    environment = {**os.environ, "PATH": path, "JUPYTER_CONFIG_DIR": str(course.root / ".jupyter"), **variables}
    command = [str(PROGRAMS / "nbgrader"), *words]
    return subprocess.run(command, cwd=course.root, env=environment, capture_output=True, text=True, check=False)
