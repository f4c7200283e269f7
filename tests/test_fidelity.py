"""The worker shows what a kernel shows: every solved level, run by both, gives the same outputs.

The worker runs in the sandbox, where there is one, with half of the limits that a submission has: the levels fit in
comfortably.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from checks.grading.running.follow import execute
from checks.grading.running.job import Job
from checks.grading.running.limits import Limits
from course.building.build import SEEDED, solution
from tests.answers import COURSE, level
from tests.classroom import TRUSTED

HALF = {
    name: getattr(Limits(), name) / 2
    for name in ("cell_seconds", "notebook_seconds", "cell_bytes", "notebook_bytes", "memory_bytes", "processes")
}
# What may differ from run to run: addresses, widget ids, times, the last digits of a number.
VARYING = re.compile(r"0x[0-9a-f]+|[0-9a-f]{32}|\d+(\.\d+)?(e[+-]?\d+)?")
MIMES = {"text/plain", "text/html", "image/png"}


@pytest.mark.slow
@pytest.mark.parametrize("name", COURSE.levels())
def test_a_solved_level_shows_the_same_in_the_worker_as_in_a_kernel(tmp_path: Path, name: str) -> None:
    notebook = solution(level(name))
    notebook.cells.insert(0, nbformat.v4.new_code_cell(SEEDED))
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for file, content in level(name).files.items():
        (tmp_path / file).write_bytes(content)
    in_kernel = nbformat.from_dict(notebook)
    NotebookClient(in_kernel, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    limits = replace(Limits(), **{limit: int(value) for limit, value in HALF.items()})
    ran = execute(Job([cell.source for cell in code], level(name).files, {}, limits), trusted=TRUSTED)
    assert ran.stopped == ""
    wanted = [cell.outputs for cell in in_kernel.cells if cell.cell_type == "code"]
    for cell, kernel, worker in zip(code, wanted, ran.results, strict=True):
        assert shown(worker.outputs) == shown(kernel), cell.source


def shown(outputs: list[NotebookNode]) -> list[Any]:
    """What a reader sees of outputs: kinds, kinds of data, and texts without what varies."""
    return [_shown(output) for output in _joined(outputs)]


def _shown(output: NotebookNode) -> Any:
    if output.output_type == "stream":
        return output.name, VARYING.sub("~", output.text)
    if output.output_type == "error":
        return output.ename, VARYING.sub("~", output.evalue)
    return set(output.data) & MIMES, VARYING.sub("~", str(output.data.get("text/plain")))


def _joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """A kernel may send one print in several pieces."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if output.output_type == "stream" and last and last.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            joined.append(nbformat.from_dict(output))
    return joined
