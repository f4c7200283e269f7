"""The plug into nbgrader, by its own configuration alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests, Execute
from traitlets.config import Config

from checks import rooms
from checks.grading.course import Course, pair
from checks.grading.nbgrader.assignment import AssignmentExporter
from checks.grading.nbgrader.exporter import SubmissionExporter
from checks.grading.nbgrader.preprocessors import RunSubmission


def configure(config: Config, root: Path) -> None:
    """Make nbgrader grade this course: call it from `nbgrader_config.py`.

    Args:
        config: nbgrader's configuration, `get_config()`.
        root: the course's folder.
    """
    rooms.use(root)
    config.CourseDirectory.root = str(root)
    # Authored texts hold the solutions: they stay out of release/ and of the folder in which a submission is graded.
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md"]
    config.GenerateAssignment.exporter_class = AssignmentExporter
    config.Autograde.exporter_class = SubmissionExporter
    preprocessors = list(Autograde.autograde_preprocessors.default_args[0])
    at = preprocessors.index(Execute)
    config.Autograde.autograde_preprocessors = [*preprocessors[:at], RunSubmission, *preprocessors[at + 1 :]]
    shown = list(GenerateFeedback.preprocessors.default_args[0])
    config.GenerateFeedback.preprocessors = [ClearHiddenTests, *shown]
    config.HTMLExporter.exclude_anchor_links = True  # no paragraph sign beside every heading of a feedback page
    # nbgrader makes a new gradebook with the `alembic` command, which is installed beside this Python.
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"

    course = Course(root)
    for name in course.levels():
        pair(course, name)  # so that plain `nbgrader generate_assignment` finds a notebook in a fresh clone
