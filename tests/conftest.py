"""What many tests share: a small course in a temporary folder, what this machine lacks, and a mark for each level."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checks.grading.course import Course
from checks.grading.level import Level, read_level
from checks.grading.running.sandbox import sandbox_problem
from checks.rooms import VARIABLE, room_of, rooms, use
from tests.classroom import AFFINE, quick_course

SANDBOX, CHROMIUM = "sandbox", "browser"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SPREAD = (
    "test_answers",
    "test_fidelity",
    "test_mutants",
    "test_processors",
    "test_real_answers",
    "test_stale",
    "test_structure",
)
"""Modules whose tests are given to workers level by level."""


def missing() -> dict[str, str]:
    """What the tests need and this machine lacks: mark -> how to install it, and what is not tested without it."""
    found = {}
    if sandbox_problem():
        found[SANDBOX] = (
            f"No sandbox: {sandbox_problem()} Install bubblewrap (`apt install bubblewrap`). Not tested: the sandbox "
            "itself and the attacks; the tests' own notebooks run without one."
        )
    if not any(map(shutil.which, BROWSERS)):
        found[CHROMIUM] = "No browser: install one (`apt install chromium`). Not tested: what is seen in JupyterLab."
    return found


def pytest_configure(config: pytest.Config) -> None:
    for room in rooms():
        config.addinivalue_line("markers", f"{room}: the tests of this level")
    if os.environ.get("CI") and missing():
        raise pytest.UsageError("In CI everything must be there. " + " ".join(missing().values()))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say first what this machine lacks; pytest's own header is not shown with -q."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and not hasattr(session.config, "workerinput"):
        for line in missing().values():
            reporter.write_line(line)


@pytest.hookimpl(tryfirst=True)  # before xdist looks at the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    lacking = missing()
    for item in items:
        for mark, why in lacking.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=why))
        room = _room(item)
        if room:
            item.add_marker(room)
        module = item.path.stem
        item.add_marker(pytest.mark.xdist_group(f"{module} {room}" if module in SPREAD else str(item.path)))


def _room(item: pytest.Item) -> str:
    """The level that a test is about: by the folder it lies in, or by a parameter that names a level or an answer."""
    known = set(rooms())
    if item.path.parent.name in known:
        return item.path.parent.name
    values: Iterator[Any] = iter(item.callspec.params.values() if hasattr(item, "callspec") else ())
    names = (getattr(value, "level", value) for value in values)
    return next((room_of(name) for name in names if isinstance(name, str) and room_of(name) in known), "")


@pytest.fixture(scope="module", autouse=True)
def rooms_as_before() -> Iterator[None]:
    """Building and scoring another course makes this process look for rooms there: not longer than a module's tests."""
    before = os.environ.get(VARIABLE)
    yield
    use(Path(before) if before else None)
    if before is None:
        del os.environ[VARIABLE]


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of one level, its exercises alone.  Read only: tests that write there make their own."""
    return quick_course(tmp_path_factory.mktemp("course"), AFFINE)


@pytest.fixture(scope="session")
def level(course: Course) -> Level:
    return read_level(course, AFFINE)
