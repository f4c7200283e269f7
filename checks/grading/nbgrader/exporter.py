"""nbgrader's exporter for submissions: what was handed in, in any state, becomes a notebook that can be graded."""

from __future__ import annotations

import atexit
import glob
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.apps import AutogradeApp
from nbgrader.converters.base import NbGraderException
from traitlets import Integer

from checks.grading.course import Course
from checks.grading.grade import take_in
from checks.grading.level import Level, read_level
from checks.grading.running.sandbox import sandbox_problem, unavailable
from checks.grading.submitted.intake import refused

UNREAD = "backprop_course_unread"
Resources = dict[str, Any]
Processed = tuple[NotebookNode, Resources]


def level_of(resources: Resources) -> Level:
    """The level that is being graded; nbgrader works in the course's folder."""
    course, name = Course(Path.cwd()), resources["nbgrader"]["assignment"]
    return _level(course, name, course.text(name).stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _level(course: Course, name: str, _edited: int) -> Level:
    return read_level(course, name)


class SubmissionExporter(NotebookExporter):
    """Reads a submission in any state and hands nbgrader a notebook with every cell that the level has, once.

    nbgrader makes one exporter for a grading run, so that it also holds the run's secret. It reads each notebook
    twice: as submitted, then its own cleaned copy, which is taken as it stands.
    """

    seed = Integer(
        allow_none=True, help="Draws the inputs of all checks of a run. Leave it unset: then each run has its own."
    ).tag(config=True)

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)  # type: ignore[no-untyped-call]
        if self.seed is None:
            self.seed = secrets.randbits(64)
        self._converter = cast(Any, self.parent)  # nbgrader's Autograde
        self._ignored = list(self._converter.coursedir.ignore)
        self._hook = self._converter.pre_convert_hook
        self._converter.pre_convert_hook = self._look_over
        self._refuse_without_sandbox()
        self.troubles: list[str] = []
        if isinstance(self._converter.parent, AutogradeApp):  # a command that ends, not the formgrader's server
            atexit.register(self._summarise)

    def _refuse_without_sandbox(self) -> None:
        """Nothing is graded when submissions can't be run safely and are not trusted."""
        problem = sandbox_problem()
        if problem and not self.config.RunSubmission.get("trust_submissions", False):
            self.log.error("%s", unavailable(problem))
            raise NbGraderException(unavailable(problem))

    def _summarise(self) -> None:
        """At the end of a run, once more, who needs a look."""
        if self.troubles:
            self.log.warning("%d submissions need a look:", len(self.troubles))
        for trouble in self.troubles:
            self.log.warning("  %s", trouble)

    def trouble(self, resources: Resources, reason: str) -> None:
        """Note that a submission could not be graded as it should."""
        which = resources["nbgrader"]
        self.troubles.append(f"{which['assignment']} of {which['student']}: {reason}")
        self.log.warning("%s", self.troubles[-1])

    def _look_over(self, notebooks: list[str], **what: Any) -> None:
        """nbgrader calls this before it copies what lies beside a notebook: leave out what is not safe to copy."""
        course = self._converter.coursedir
        course.ignore = [*self._ignored, "*"]  # nothing, should looking fail: nbgrader goes on after an error here
        if self._hook:
            self._hook(notebooks=notebooks, **what)
        folder = Path(notebooks[0]).parent
        left_out = dict(refused(folder))
        for name, reason in left_out.items():
            self.log.warning("%s: %s is not taken along: %s.", folder, name, reason)
        course.ignore = [*self._ignored, *(glob.escape(name) for name in left_out)]

    def from_filename(self, filename: str, resources: Resources | None = None, **kw: Any) -> Processed:
        if resources is None or self._is_cleaned(Path(filename), resources["nbgrader"]):
            return super().from_filename(filename, resources=resources, **kw)
        resources["metadata"] = {"name": Path(filename).stem, "path": str(Path(filename).parent)}
        notebook = self._submitted(Path(filename), resources)
        return super().from_notebook_node(notebook, resources=resources, **kw)  # type: ignore[no-any-return, no-untyped-call]

    def _is_cleaned(self, path: Path, which: dict[str, str]) -> bool:
        course = self._converter.coursedir
        cleaned = course.format_path(course.autograded_directory, which["student"], which["assignment"])
        return path.parent.resolve() == Path(cleaned).resolve()

    def _submitted(self, path: Path, resources: Resources) -> NotebookNode:
        submission = take_in(level_of(resources), path)
        if submission.unread:
            self.trouble(resources, submission.unread)
            submission.notebook.metadata[UNREAD] = submission.unread
        for note in submission.notes:
            self.log.warning("%s: %s", path, note)
        return submission.notebook
