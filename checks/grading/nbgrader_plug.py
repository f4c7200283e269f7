"""The plug into nbgrader, by its own configuration alone: what reads, mends, runs and judges a submission."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.preprocessors import ClearHiddenTests, Execute, NbGraderPreprocessor
from traitlets import Float
from traitlets.config import Config

from checks.grading.execute import Limits
from checks.grading.levels import Level
from checks.grading.repair import repair
from checks.grading.source import Course
from checks.grading.submission import Unreadable, read_submission
from checks.grading.verdict import folder_of, judge_cells, run, write_verdict

UNREAD = "backprop_course_unread"
Resources = dict[str, Any]
Processed = tuple[NotebookNode, Resources]


@cache
def run_seed() -> int:
    """The secret of this grading run: fresh for every process that grades, the same for all its submissions."""
    return secrets.randbits(64)


@cache
def level(root: Path, name: str) -> Level:
    """A level of the course whose folder nbgrader works in."""
    return Level(Course(root), name)


def _level(resources: Resources) -> Level:
    return level(Path.cwd(), resources["nbgrader"]["assignment"])


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Reads a submission in any state and hands nbgrader a notebook with every cell that the level has, once.

    nbgrader reads each notebook twice: as submitted, then its own cleaned copy, which is read as it stands.
    """

    def from_filename(self, filename: str, resources: Resources | None = None, **kw: Any) -> tuple[str, Resources]:
        if resources is None or self._is_cleaned(filename):
            return super().from_filename(filename, resources=resources, **kw)  # type: ignore[no-any-return]
        notebook = self._submitted(Path(filename), _level(resources))
        return super().from_notebook_node(notebook, resources=resources, **kw)  # type: ignore[no-any-return]

    def _is_cleaned(self, filename: str) -> bool:
        return not self.parent._sanitizing

    def _submitted(self, path: Path, level: Level) -> NotebookNode:
        try:
            notebook, notes = repair(read_submission(path), level.untouched)
        except Unreadable as unreadable:
            notebook, notes = unread_notebook(level, str(unreadable)), [str(unreadable)]
        for note in notes:
            self.log.warning("%s: %s", path, note)
        return notebook


def unread_notebook(level: Level, reason: str) -> NotebookNode:
    """The untouched level, headed by the reason why the submission could not be read."""
    notebook = nbformat.from_dict(level.untouched)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"**This submission could not be read.** {reason}"))
    notebook.metadata[UNREAD] = reason
    return notebook  # type: ignore[no-any-return]


class RunSubmission(NbGraderPreprocessor):  # type: ignore[misc]
    """Takes the place of nbgrader's Execute: runs the notebook in a worker process with clocks and caps."""

    cell_seconds = Float(60.0, help="Seconds that a cell may run before it is interrupted.").tag(config=True)
    notebook_seconds = Float(300.0, help="Seconds that a whole notebook may run before it is stopped.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Processed:
        if UNREAD in nb.metadata:
            return nb, resources
        limits = Limits(cell_seconds=self.cell_seconds, notebook_seconds=self.notebook_seconds)
        beside = Path(resources["metadata"]["path"])
        files = [path for path in beside.iterdir() if path.is_file() and path.suffix != ".ipynb"]
        with folder_of(_level(resources), files) as folder:
            stopped = run(nb, folder, run_seed(), limits)
        if stopped:
            self.log.warning("%s of %s: %s", nb_name(resources), resources["nbgrader"]["student"], stopped)
        return nb, resources


def nb_name(resources: Resources) -> str:
    """The notebook that is being graded, as log messages call it."""
    return f"{resources['nbgrader']['assignment']}/{resources['nbgrader']['notebook']}"


class Verdict(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the evidence and replaces each test cell's outputs by the score and the report."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Processed:
        write_verdict(nb, judge_cells(_level(resources), nb, run_seed(), nb.metadata.get(UNREAD, "")))
        return nb, resources


def configure(config: Config, root: Path) -> None:
    """Make nbgrader grade this course: call it from `nbgrader_config.py`.

    Args:
        config: nbgrader's configuration, `get_config()`.
        root: the course's folder.
    """
    config.CourseDirectory.root = str(root)
    # Authored texts hold the solutions: they stay out of release/ and of the folder in which a submission is graded.
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md"]
    config.Autograde.exporter_class = SubmissionExporter
    preprocessors = list(Autograde.autograde_preprocessors.default_args[0])
    at = preprocessors.index(Execute)
    config.Autograde.autograde_preprocessors = preprocessors[:at] + [RunSubmission, Verdict] + preprocessors[at + 1 :]
    _show_no_hidden_tests(config)
    # nbgrader makes a new gradebook with the `alembic` command, which is installed beside this Python.
    os.environ["PATH"] = f"{Path(os.sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def _show_no_hidden_tests(config: Config) -> None:
    from nbgrader.converters import GenerateFeedback

    shown = list(GenerateFeedback.preprocessors.default_args[0])
    config.GenerateFeedback.preprocessors = [ClearHiddenTests, *shown]
