"""`course doctor`: each thing that is looked at, there and missing, the latter with what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.grading.course import Course
from course import doctor
from course.doctor import Finding, examine
from tests.classroom import PROGRAMS, TRUSTED

NAMES = ["Linux", "bubblewrap", "namespaces", "seccomp", "memory", "sandbox"]
Patch = pytest.MonkeyPatch


def found(name: str) -> Finding:
    """What was found of one thing."""
    return dict(zip(NAMES, examine(), strict=True))[name]


@pytest.fixture
def machine(monkeypatch: Patch) -> Patch:
    """A Linux with nothing to complain of, seen by an ordinary user; a test takes something away."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, "bwrap 0.8.0\n")
    )
    monkeypatch.setattr(doctor, "has_seccomp", lambda: True)
    monkeypatch.setattr(doctor, "sandbox_problem", lambda: "")
    monkeypatch.setattr(Path, "is_file", lambda self: True)
    return monkeypatch


def without(*programs: str) -> Callable[[str], str | None]:
    return lambda name: None if name in programs else f"/usr/bin/{name}"


def refuses(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess(command, 1, "")


# -- all well --------------------------------------------------------------------------------------------------------


def test_where_nothing_is_missing_everything_is_ok(machine: Patch) -> None:
    assert [str(finding) for finding in examine()] == [
        "ok       Linux (linux)",
        "ok       bubblewrap (bwrap 0.8.0)",
        "ok       user namespaces for ordinary users",
        "ok       seccomp (libseccomp)",
        "ok       memory control (resource limits and /proc)",
        "ok       a sandbox, started for real",
    ]


def test_root_needs_no_user_namespace_but_a_way_to_drop_its_rights(machine: Patch) -> None:
    machine.setattr(os, "geteuid", lambda: 0)
    machine.setattr(doctor.subprocess, "run", refuses)
    assert str(found("namespaces")) == "ok       root, and setpriv to drop its rights"
    machine.setattr(shutil, "which", without("setpriv"))
    assert not found("namespaces").good
    assert found("namespaces").remedy == "Install util-linux, which has setpriv."


# -- what is missing -------------------------------------------------------------------------------------------------


def test_another_system_than_linux(machine: Patch) -> None:
    machine.setattr(sys, "platform", "darwin")
    assert not found("Linux").good
    assert found("Linux").what == "Linux (darwin)"
    assert "course score --trust" in found("Linux").remedy


def test_a_system_without_users_and_programs_of_linux_is_examined_to_the_end(machine: Patch) -> None:
    machine.setattr(sys, "platform", "win32")
    machine.delattr(os, "geteuid")
    machine.setattr(shutil, "which", lambda name: None)

    def missing(command: list[str], **_: object) -> None:
        raise FileNotFoundError(command[0])

    machine.setattr(subprocess, "run", missing)
    assert [finding.good for finding in examine()] == [False, False, False, True, True, True]


def test_no_bubblewrap(machine: Patch) -> None:
    machine.setattr(shutil, "which", without("bwrap"))
    assert str(found("bubblewrap")).startswith("MISSING  bubblewrap (not found)\n         ")
    assert "apt install bubblewrap" in found("bubblewrap").remedy
    assert "dnf install bubblewrap" in found("bubblewrap").remedy


def test_no_user_namespaces(machine: Patch) -> None:
    machine.setattr(subprocess, "run", refuses)
    assert not found("namespaces").good
    for remedy in (
        "sysctl kernel.unprivileged_userns_clone=1",
        "sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        "--security-opt seccomp=unconfined",
    ):
        assert remedy in found("namespaces").remedy


def test_no_program_that_asks_for_a_namespace(machine: Patch) -> None:
    machine.setattr(shutil, "which", without("unshare"))
    assert not found("namespaces").good


def test_no_seccomp(machine: Patch) -> None:
    machine.setattr(doctor, "has_seccomp", lambda: False)
    assert not found("seccomp").good
    assert "apt install libseccomp2" in found("seccomp").remedy


def test_no_proc(machine: Patch) -> None:
    machine.setattr(Path, "is_file", lambda self: str(self) != "/proc/self/statm")
    assert not found("memory").good
    assert "/proc, which is not mounted" in found("memory").remedy


def test_a_sandbox_that_does_not_start_is_told_with_its_own_words(machine: Patch) -> None:
    machine.setattr(doctor, "sandbox_problem", lambda: "bubblewrap could not start one: No permissions.")
    assert str(found("sandbox")) == (
        "MISSING  a sandbox, started for real\n"
        "         bubblewrap could not start one: No permissions. Grading refuses until this works. "
        "In a container, see the remedies above."
    )


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_says_what_this_machine_has_and_ends_with_1_where_something_is_missing(course: Course) -> None:
    ran = subprocess.run(
        [str(PROGRAMS / "course"), "doctor"], cwd=course.root, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == [line for finding in examine() for line in str(finding).splitlines()]
    assert ran.returncode == (0 if all(finding.good for finding in examine()) else 1)
    assert ("MISSING  a sandbox" in ran.stdout) == TRUSTED
