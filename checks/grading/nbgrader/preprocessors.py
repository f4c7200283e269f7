"""nbgrader's preprocessor that runs a submission and judges it."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Float, Int

from checks.grading.grade import Submission, grade_one
from checks.grading.nbgrader.exporter import UNREAD, Processed, Resources, level_of
from checks.grading.running.limits import MB, Limits
from checks.grading.submitted.intake import beside

USUAL = Limits()


class RunSubmission(NbGraderPreprocessor):  # type: ignore[misc]
    """Takes the place of nbgrader's Execute: runs the notebook in a worker process with clocks and caps, judges the
    evidence outside of it, and gives each test cell its score and its report as outputs.
    """

    cell_seconds = Float(USUAL.cell_seconds, help="Seconds that a cell may run before it is interrupted.").tag(
        config=True
    )
    notebook_seconds = Float(
        USUAL.notebook_seconds, help="Seconds that a whole notebook may run before it is stopped."
    ).tag(config=True)
    cell_output_mb = Int(USUAL.cell_bytes // MB, help="Megabytes of output that are kept of a cell.").tag(config=True)
    notebook_output_mb = Int(
        USUAL.notebook_bytes // MB, help="Megabytes of output after which a notebook is stopped."
    ).tag(config=True)
    memory_mb = Int(USUAL.memory_bytes // MB, help="Megabytes of memory for all processes of a notebook together.").tag(
        config=True
    )
    processes = Int(USUAL.processes, help="Processes and threads that a notebook may have at a time.").tag(config=True)
    space_mb = Int(USUAL.space_bytes // MB, help="Megabytes that a notebook may write, each at home and in /tmp.").tag(
        config=True
    )
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
        if self.trust_submissions:
            self.log.warning("RunSubmission.trust_submissions is set: this submission runs WITHOUT a sandbox.")
        submission = Submission(nb, unread=nb.metadata.get(UNREAD, ""))
        files = beside(Path(resources["metadata"]["path"]) / "notebook.ipynb")
        level, seed = level_of(resources), self.parent.seed
        graded = grade_one(level, submission, seed, files, self.limits, trusted=self.trust_submissions)
        if graded.stopped:
            self.parent.trouble(resources, graded.stopped)
        return nb, resources
