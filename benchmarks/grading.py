"""Grading right submissions of level 04: this course's grader beside stock nbgrader, on the same notebooks."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from checks.grading.course import Course, pair, write_text
from checks.grading.level import Level, read_level
from checks.rooms import CONFIG
from course.building.sample_class import solved_part
from course.nbgrader import nbgrader_api

LEVEL, STUDENTS, ROUNDS = "04-affine", 5, 2
STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'backprop'\nc.CourseDirectory.ignore = ['*.md']\n"


def main() -> None:
    """Print notebooks a second for both, in turn."""
    course = Course.find()
    print(f"\nGrading {STUDENTS} right submissions of {LEVEL} (notebooks a second)")
    with tempfile.TemporaryDirectory() as folder:
        ours = _class(course, Path(folder, "ours"), (course.root / CONFIG).read_text(encoding="utf-8"))
        stock = _class(course, Path(folder, "stock"), STOCK)
        for _ in range(ROUNDS):
            speeds = [_speed(root) for root in (ours, stock)]
            print(f"  ours {speeds[0]:.2f}, stock nbgrader {speeds[1]:.2f}, ratio {speeds[0] / speeds[1]:.2f}")


def _class(course: Course, root: Path, config: str) -> Path:
    """A course of one level with submissions in it."""
    shutil.copytree(course.root / "source" / LEVEL, root / "source" / LEVEL)
    write_text(root / CONFIG, config)
    here = Course(root)
    level = read_level(here, LEVEL)
    pair(here, LEVEL)
    made = nbgrader_api(root).generate_assignment(LEVEL)
    assert made["success"], made
    for number in range(STUDENTS):
        _hand_in(here, level, f"student-{number}")
    return root


def _hand_in(course: Course, level: Level, student: str) -> None:
    notebook = nbformat.read(course.release(LEVEL), 4)
    solved = solved_part(level)
    for cell in notebook.cells:
        cell.source = solved.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    path = course.root / "submitted" / student / LEVEL / f"{level.notebook}.ipynb"
    write_text(path, nbformat.writes(notebook, 4) + "\n")


def _speed(root: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "nbgrader", "autograde", LEVEL, "--force"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return STUDENTS / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
