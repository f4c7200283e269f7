"""The course's own answers are right on other processors: numpy without the instructions that this one adds."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from numpy._core import _multiarray_umath as numpy_core

from tests.answers import COURSE

LEVELS = COURSE.levels()
EXTRAS = [name for name in numpy_core.__cpu_dispatch__ if numpy_core.__cpu_features__.get(name)]
"""What numpy would use here beyond what every processor of this kind has."""
VISIBLE_CHECKS = """
import sys
from checks.api import report_on
from checks.exercise import find
from tests.answers import level, namespace, object_of
from checks.grading.level import called_with
name = sys.argv[1]
space = namespace(name)
ids = [id for cell in level(name).solved.cells if cell.cell_type == "code" for id in called_with(cell.source, "check")]
for id in ids:
    report = report_on(id, eval(object_of(find(id)), space))
    if not report.passed:
        sys.exit(report.text())
print(len(ids), "passed")
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVELS)
def test_every_solution_passes_its_visible_checks_without_them(name: str) -> None:
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(EXTRAS)}
    command = [sys.executable, "-c", VISIBLE_CHECKS, name]
    ran = subprocess.run(command, cwd=COURSE.root, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert "passed" in ran.stdout
