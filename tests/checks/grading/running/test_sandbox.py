"""The sandbox, started for real, both ways: as root, and as an ordinary user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checks.grading.running import sandbox
from checks.grading.running.limits import MB
from checks.grading.running.sandbox import SandboxUnavailable, require_sandbox, sandbox_command
from checks.grading.running.seccomp import descriptors, has_seccomp, seccomp_filter

pytestmark = pytest.mark.sandbox
LOOK = """
id -u; ls -d /home/* /root /srv/course 2>/dev/null; touch /usr/x 2>/dev/null && echo wrote /usr; ls /given; env | sort
unshare --user true 2>/dev/null && echo new namespace; cat /proc/net/dev | grep -v lo: | grep -c :; true
"""


def run(program: list[str], given: Path, *before: str) -> str:
    with seccomp_filter() as filter:
        command = sandbox_command(program, {"A": "1"}, given, 10 * MB, filter)
        passed = descriptors(filter)
        done = subprocess.run(
            [*before, *command], capture_output=True, text=True, check=False, timeout=60, pass_fds=passed
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def given(tmp_path: Path) -> Path:
    (tmp_path / "answer.txt").write_text("42", encoding="utf-8")
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    return tmp_path


def look(given: Path, *before: str) -> list[str]:
    return run(["/bin/sh", "-c", LOOK], given, *before).splitlines()


def test_a_program_sees_its_own_files_and_nothing_of_the_graders(given: Path) -> None:
    seen = look(given)
    assert seen[0] != "0"
    assert "answer.txt" in seen
    assert "A=1" in seen
    assert {"wrote /usr", "new namespace"} & set(seen) == set()
    assert [line for line in seen if line.startswith("/home/")] == ["/home/student"]
    assert seen[-1] == "0"  # no network device but the loopback
    assert not [line for line in seen if line.split("=")[0] in ("HOME", "CI", "VIRTUAL_ENV")]


@pytest.mark.skipif(os.geteuid() != 0, reason="the test above ran as an ordinary user already")
def test_an_ordinary_user_gets_the_same(given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sandbox, "python_folders", lambda: ())  # root's Python may lie where others can't look
    seen = look(given, "setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups", "--")
    assert seen[0] == "54321"
    assert "answer.txt" in seen
    assert {"wrote /usr", "new namespace"} & set(seen) == set()


def test_python_and_the_packages_are_there_and_what_lies_beside_them_is_not(given: Path) -> None:
    beside = "sorted(path.name for path in pathlib.Path(checks.__file__).parents[1].iterdir())"
    code = f"import numpy, checks, course, pathlib; print(*{beside})"
    assert not {"source", "solutions", "tests", "gradebook.db"} & set(
        run([sys.executable, "-I", "-c", code], given).split()
    )


def test_space_is_capped(given: Path) -> None:
    code = "try: open('/tmp/x', 'wb').write(bytes(20_000_000))\nexcept OSError as error: print(error.strerror)"
    assert run([sys.executable, "-I", "-c", code], given).strip() == "No space left on device"


@pytest.mark.skipif(not has_seccomp() and "CI" not in os.environ, reason="libseccomp is not installed")
def test_the_filter_refuses_what_no_notebook_needs(given: Path) -> None:
    code = "import ctypes; c = ctypes.CDLL(None, use_errno=True); print(c.ptrace(0, 0, 0, 0), ctypes.get_errno())"
    assert run([sys.executable, "-I", "-c", code], given).split() == ["-1", "1"]


def test_without_bubblewrap_nothing_is_run_and_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    sandbox.sandbox_problem.cache_clear()
    try:
        with pytest.raises(SandboxUnavailable, match="apt install bubblewrap"):
            require_sandbox()
    finally:
        sandbox.sandbox_problem.cache_clear()


def test_a_bubblewrap_that_fails_is_told_with_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(broken))
    sandbox.sandbox_problem.cache_clear()
    try:
        assert "No permissions to create new namespace" in sandbox.sandbox_problem()
    finally:
        sandbox.sandbox_problem.cache_clear()
