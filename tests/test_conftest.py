"""A test run says first what the machine lacks, and in CI it does not begin without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.answers import COURSE

HERE = "tests/test_hints.py::test_every_idea_is_met_and_has_a_title"


def run(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A test run on a machine without programs: nothing is found in an empty folder."""
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTEST_XDIST_WORKER")}
    environment |= {"PATH": str(folder), **variables}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", HERE]
    return subprocess.run(command, cwd=COURSE.root, env=environment, capture_output=True, text=True, check=False)


def test_what_is_missing_is_named_first_with_how_to_install_it(tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert ran.returncode == 0, ran.stdout
    first, second, *_ = ran.stdout.splitlines()
    assert first.startswith("No sandbox: bubblewrap")
    assert "apt install bubblewrap" in first
    assert second.startswith("No browser: ")
    assert all("Not tested: " in line for line in (first, second))


def test_in_ci_nothing_may_be_missing(tmp_path: Path) -> None:
    ran = run(tmp_path, CI="true")
    assert ran.returncode == 4
    assert "In CI everything must be there." in ran.stderr
