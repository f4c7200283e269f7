"""nbgrader, set up by a course's own `nbgrader_config.py`, called from Python."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from checks.grading.source import CONFIG


def nbgrader_config(root: Path) -> Config:
    """The configuration that `nbgrader` itself would load in the course's folder."""
    return PyFileConfigLoader(CONFIG, path=str(root)).load_config()


def nbgrader_api(root: Path) -> Any:
    """nbgrader's Python interface for the course in `root`: generate_assignment, autograde, generate_feedback, export.

    Its methods return {"success": bool, "log": str, ...} and raise nothing for a submission's fault.
    """
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    config = nbgrader_config(root)
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    return NbGraderAPI(CourseDirectory(config=config), config=config)
