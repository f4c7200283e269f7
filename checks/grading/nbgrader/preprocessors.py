"""nbgrader's preprocessors that run a submission and judge it."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Float, Int

from checks.grading.submitted.disarm import disarm_outputs
from checks.grading.running.process import Limits
from checks.grading.nbgrader.exporter import UNREAD, Processed, Resources, level_of
from checks.grading.running.sandbox import MB
from checks.grading.verdict import judge_cells, run, run_folder, write_verdict


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
        with run_folder(level_of(resources), files) as folder:
            stopped = run(nb, folder, self.parent.seed, self.limits, trusted=self.trust_submissions)
        if stopped:
            self.parent.trouble(resources, stopped)
        return nb, resources


class Verdict(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the evidence, takes active content out, and gives each test cell its score and its report as outputs."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Processed:
        judged = judge_cells(level_of(resources), nb, self.parent.seed, nb.metadata.get(UNREAD, ""))
        disarm_outputs(nb)
        write_verdict(nb, judged)
        return nb, resources
