"""nbgrader, set up by a course's own `nbgrader_config.py`, called from Python."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from checks.rooms import CONFIG


def nbgrader_config(root: Path) -> Config:
    """The configuration that `nbgrader` itself would load in the course's folder."""
    return PyFileConfigLoader(CONFIG, path=str(root)).load_config()


def nbgrader_api(
    root: Path, advance: Callable[[], None] = lambda: None, *, trusted: bool = False, release: str = ""
) -> Any:
    """nbgrader's Python interface for the course in `root`: generate_assignment, autograde, generate_feedback.

    Its methods return {"success": bool, "log": str, ...} and raise nothing for a submission's fault. `advance` is
    called after each submission. `trusted` submissions run without the sandbox. Assignments are generated into the
    course's own release folder, or into another one.
    """
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    config = nbgrader_config(root)
    for converter in ("Autograde", "GenerateFeedback"):
        config[converter].post_convert_hook = lambda **_: advance()
    if release:
        config.CourseDirectory.release_directory = release
    if trusted:
        config.RunSubmission.trust_submissions = True
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    _quieten()
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def export_grades(root: Path) -> Path:
    """`nbgrader export`: the grades of all students as a CSV file."""
    from nbgrader.api import Gradebook
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.plugins.export import CsvExportPlugin

    config = nbgrader_config(root)
    course = CourseDirectory(config=config)
    path = root / "grades.csv"
    plugin = CsvExportPlugin(config=config)
    plugin.to = str(path)
    with Gradebook(course.db_url, course.course_id) as gradebook:
        plugin.export(gradebook)
    return path


def _quieten() -> None:
    """nbgrader 0.9.6 makes SQLAlchemy warn about its own autoflush on every new student; nobody can act on that."""
    from sqlalchemy.exc import SAWarning

    warnings.filterwarnings("ignore", category=SAWarning, message="Object of type <Submitted")
