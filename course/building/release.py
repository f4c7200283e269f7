"""What students get: made by nbgrader's own generate_assignment, aside, and put in its place when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from checks.grading.course import METADATA, Course, CourseError
from checks.grading.level import Level
from course.nbgrader import nbgrader_api


def release(course: Course, level: Level) -> str:
    """Generate the assignment.  Returns the released file if it changed; nothing is lost where this fails."""
    path = course.release(level.name)
    before = path.read_bytes() if path.is_file() else b""
    with tempfile.TemporaryDirectory(prefix=".release-", dir=course.root) as aside:
        result = nbgrader_api(course.root, release=Path(aside).name).generate_assignment(level.name, force=True)
        made = Path(aside) / level.name
        if not result["success"]:
            reason = result.get("log") or result.get("error")
            raise CourseError(f"{level.name}: nbgrader generate_assignment failed.\n{reason}")
        notebook = made / path.name
        text = nbformat.writes(_only_known_metadata(nbformat.read(notebook, 4)), 4) + "\n"
        notebook.write_text(text, encoding="utf-8")
        _swap(made, path.parent)
    return "" if path.read_bytes() == before else str(path)


def _only_known_metadata(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata = nbformat.from_dict(METADATA)
    return notebook


def _swap(made: Path, place: Path) -> None:
    """Put a folder in the place of another one, which goes once the new one stands there."""
    old = made.with_name("old")
    place.parent.mkdir(exist_ok=True)
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)
