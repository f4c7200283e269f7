"""The plug into nbgrader, by its own configuration alone: what reads, mends, runs and judges a submission."""

from __future__ import annotations

import os
import secrets
import sys
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests, Execute, NbGraderPreprocessor
from traitlets import Bool, Float, Int
from traitlets.config import Config

from checks.grading.disarm import disarm_outputs
from checks.grading.levels import Level
from checks.grading.process import Limits
from checks.grading.repair import repair
from checks.grading.sandbox import MB
from checks.grading.source import Course, pair
from checks.grading.submission import Unreadable, read_submission
from checks.grading.verdict import judge_cells, run, run_folder, write_verdict

UNREAD = "backprop_course_unread"
Resources = dict[str, Any]
Processed = tuple[NotebookNode, Resources]


@cache
def level(root: Path, name: str) -> Level:
    """A level of the course whose folder nbgrader works in."""
    return Level(Course(root), name)


def _level(resources: Resources) -> Level:
    return level(Path.cwd(), resources["nbgrader"]["assignment"])


class SubmissionExporter(NotebookExporter):
    """Reads a submission in any state and hands nbgrader a notebook with every cell that the level has, once.

    nbgrader makes one exporter for a grading run, so that it also holds the run's secret. It reads each notebook
    twice: as submitted, then its own cleaned copy, which is taken as it stands.
    """

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)  # type: ignore[no-untyped-call]
        self.seed = secrets.randbits(64)

    def from_filename(self, filename: str, resources: Resources | None = None, **kw: Any) -> Processed:
        if resources is None or self._is_cleaned(Path(filename), resources["nbgrader"]):
            return super().from_filename(filename, resources=resources, **kw)
        resources["metadata"] = {"name": Path(filename).stem, "path": str(Path(filename).parent)}
        notebook = self._submitted(Path(filename), _level(resources))
        return super().from_notebook_node(notebook, resources=resources, **kw)  # type: ignore[no-any-return, no-untyped-call]

    def _is_cleaned(self, path: Path, which: dict[str, str]) -> bool:
        course: Any = self.parent.coursedir  # type: ignore[union-attr]
        cleaned = course.format_path(course.autograded_directory, which["student"], which["assignment"])
        return path.parent.resolve() == Path(cleaned).resolve()

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
    cell_output_mb = Int(4, help="Megabytes of output that are kept of a cell.").tag(config=True)
    notebook_output_mb = Int(64, help="Megabytes of output after which a notebook is stopped.").tag(config=True)
    memory_mb = Int(2000, help="Megabytes of memory for all processes of a notebook together.").tag(config=True)
    processes = Int(64, help="Processes and threads that a notebook may have at a time.").tag(config=True)
    space_mb = Int(200, help="Megabytes that a notebook may write, each at home and in /tmp.").tag(config=True)
    trust_submissions = Bool(
        False,
        help="Run submissions WITHOUT the sandbox, with your own rights: only for notebooks that you wrote yourself.",
    ).tag(config=True)

    @property
    def limits(self) -> Limits:
        """The configured limits."""
        return Limits(
            cell_seconds=self.cell_seconds,
            notebook_seconds=self.notebook_seconds,
            cell_bytes=self.cell_output_mb * MB,
            notebook_bytes=self.notebook_output_mb * MB,
            memory_bytes=self.memory_mb * MB,
            processes=self.processes,
            space_bytes=self.space_mb * MB,
        )

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Processed:
        if UNREAD in nb.metadata:
            return nb, resources
        if self.trust_submissions:
            self.log.warning("RunSubmission.trust_submissions is set: this submission runs WITHOUT a sandbox.")
        beside = Path(resources["metadata"]["path"])
        files = [path for path in beside.iterdir() if path.is_file() and path.suffix != ".ipynb"]
        with run_folder(_level(resources), files) as folder:
            stopped = run(nb, folder, self.parent.seed, self.limits, trusted=self.trust_submissions)
        if stopped:
            self.log.warning("%s of %s: %s", _level(resources).name, resources["nbgrader"]["student"], stopped)
        return nb, resources


class Verdict(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the evidence, takes active content out, and gives each test cell its score and its report as outputs."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Processed:
        judged = judge_cells(_level(resources), nb, self.parent.seed, nb.metadata.get(UNREAD, ""))
        disarm_outputs(nb)
        write_verdict(nb, judged)
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
    config.Autograde.autograde_preprocessors = [*preprocessors[:at], RunSubmission, Verdict, *preprocessors[at + 1 :]]
    shown = list(GenerateFeedback.preprocessors.default_args[0])
    config.GenerateFeedback.preprocessors = [ClearHiddenTests, *shown]
    # nbgrader makes a new gradebook with the `alembic` command, which is installed beside this Python.
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"

    course = Course(root)
    for name in course.levels():
        pair(course, name)  # so that plain `nbgrader generate_assignment` finds a notebook in a fresh clone
