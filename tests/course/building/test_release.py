"""A release is made aside and put in its place when it is whole; where that fails, the earlier one stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest

from checks.grading.course import METADATA, Course, CourseError, pair
from checks.grading.level import Level, read_level
from checks.grading.marks import without_hidden
from course.building import release as module
from course.building.release import release
from tests.classroom import AFFINE, quick_course


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, str]:
    """A course that was released once, and what release said then."""
    course = quick_course(tmp_path_factory.mktemp("release"), AFFINE)
    (course.root / "source" / AFFINE / "layers.py").write_text("x = 1\n", encoding="utf-8")
    pair(course, AFFINE)
    return course, release(course, read_level(course, AFFINE))


@pytest.fixture
def course(released: tuple[Course, str]) -> Iterator[Course]:
    """The course, its release put back after the test."""
    course, _ = released
    kept = files(course)
    yield course
    shutil.rmtree(course.root / "release")
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files(course: Course) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (course.root / "release").rglob("*") if path.is_file()}


def level(course: Course) -> Level:
    return read_level(course, AFFINE)


def beside(course: Course) -> set[str]:
    return {path.name for path in course.root.iterdir()}


def test_the_first_release_is_the_notebook_and_what_the_level_brings_along(released: tuple[Course, str]) -> None:
    course, said = released
    assert said == str(course.release(AFFINE))
    assert [path.name for path in sorted(files(course))] == ["affine.ipynb", "layers.py"]
    notebook = nbformat.read(course.release(AFFINE), 4)
    assert notebook.metadata == METADATA
    assert [cell.source for cell in notebook.cells] == [
        without_hidden(cell.source).rstrip("\n") for cell in level(course).untouched.cells
    ]
    assert {"release", "source", "gradebook.db"} <= beside(course)
    assert [name for name in beside(course) if name.startswith(".release-")] == []


def test_the_same_again_changes_nothing(course: Course) -> None:
    before = files(course)
    assert release(course, level(course)) == ""
    assert files(course) == before


def test_what_the_level_brings_along_no_more_is_gone(course: Course) -> None:
    (course.root / "release" / AFFINE / "old.py").touch()
    release(course, level(course))
    assert [path.name for path in sorted(files(course))] == ["affine.ipynb", "layers.py"]


def test_a_damaged_gradebook_leaves_the_old_release(course: Course, tmp_path: Path) -> None:
    gradebook, kept = course.root / "gradebook.db", tmp_path / "kept.db"
    gradebook.rename(kept)
    gradebook.write_bytes(b"no database " * 100)
    before, around = files(course), beside(course)
    try:
        with pytest.raises(CourseError) as refused:
            release(course, level(course))
    finally:
        shutil.copyfile(kept, gradebook)
    assert str(refused.value).startswith(f"{AFFINE}: nbgrader generate_assignment failed.\n")
    assert f"The gradebook sqlite:///{gradebook} can't be opened" in str(refused.value)
    assert "Traceback" not in str(refused.value)
    assert (files(course), beside(course)) == (before, around)


def api(monkeypatch: pytest.MonkeyPatch, generate: Any) -> None:
    """Another nbgrader, which calls `generate(folder of the release)`."""

    def made(root: Path, *, release: str) -> Any:
        return SimpleNamespace(generate_assignment=lambda name, force: generate(root / release / name))

    monkeypatch.setattr(module, "nbgrader_api", made)


def says_no(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    (folder / "affine.ipynb").write_text("half of a noteb", encoding="utf-8")
    return {"success": False, "log": None, "error": "The disk is full."}


def breaks(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    raise RuntimeError("killed")


def writes_junk(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    (folder / "affine.ipynb").write_text("half of a noteb", encoding="utf-8")
    return {"success": True}


@pytest.mark.parametrize(
    ("generate", "error", "reason"),
    [
        (says_no, CourseError, "The disk is full."),
        (breaks, RuntimeError, "killed"),
        (writes_junk, nbformat.reader.NotJSONError, "does not appear to be JSON"),
    ],
)
def test_whatever_goes_wrong_the_old_release_stays(
    course: Course, monkeypatch: pytest.MonkeyPatch, generate: Any, error: type[Exception], reason: str
) -> None:
    before, around = files(course), beside(course)
    api(monkeypatch, generate)
    with pytest.raises(error, match=reason):
        release(course, level(course))
    assert (files(course), beside(course)) == (before, around)


def test_where_nothing_was_released_nothing_is_left_either(
    course: Course, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = Course(tmp_path)
    shutil.copytree(course.root / "source", tmp_path / "source")
    api(monkeypatch, says_no)
    with pytest.raises(CourseError):
        release(empty, level(course))
    assert beside(empty) == {"source"}
