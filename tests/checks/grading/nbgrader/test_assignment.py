"""An earlier release is removed only when the gradebook can be opened: by the real `nbgrader` command."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checks.grading.course import Course
from tests.classroom import AFFINE, nbgrader, quick_course

pytestmark = pytest.mark.slow  # every one is a command


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose level was released once, in an earlier version."""
    course = quick_course(tmp_path_factory.mktemp("released"), AFFINE)
    done = nbgrader(course, "generate_assignment", AFFINE)
    assert done.returncode == 0, done.stderr
    return course


@pytest.fixture
def gradebook(released: Course, tmp_path: Path) -> Iterator[Path]:
    """The course's gradebook, put back after the test."""
    path = released.root / "gradebook.db"
    kept = path.rename(tmp_path / "kept.db")
    yield path
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copyfile(kept, path)


def files(course: Course) -> dict[str, bytes]:
    """What is released."""
    return {str(path): path.read_bytes() for path in (course.root / "release").rglob("*") if path.is_file()}


def no_database(path: Path) -> None:
    path.write_bytes(b"a gradebook that was damaged " * 100)


def empty_schema(path: Path) -> None:
    """Made by an nbgrader whose assignments had no more than a name."""
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE assignment (name TEXT)")
    database.close()


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("damage", "kind"),
    [(no_database, "DatabaseError"), (empty_schema, "OperationalError"), (a_folder, "OperationalError")],
)
def test_a_gradebook_that_can_not_be_opened_costs_no_release(
    released: Course, gradebook: Path, damage: Callable[[Path], None], kind: str
) -> None:
    before = files(released)
    assert before
    damage(gradebook)
    refused = nbgrader(released, "generate_assignment", AFFINE, "--force")
    assert refused.returncode != 0
    assert f"The gradebook sqlite:///{gradebook} can't be opened ({kind}: " in refused.stderr
    assert "Nothing was released and nothing removed." in refused.stderr
    assert "`nbgrader db upgrade`" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert files(released) == before


def test_a_gradebook_that_is_missing_is_made(released: Course, gradebook: Path) -> None:
    done = nbgrader(released, "generate_assignment", AFFINE, "--force")
    assert done.returncode == 0, done.stderr
    assert gradebook.is_file()
    assert files(released)
