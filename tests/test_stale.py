"""What is built and committed is what the texts give: release, solutions and stored answers of every level."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

from checks.evidence import decode
from checks.grading.course import Course
from course.building.build import answers_agree, build_level
from tests.answers import COURSE
from tests.classroom import fresh_course

LEVELS = COURSE.levels()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of the course with its solutions, which are run again only when something they depend on has changed."""
    course = fresh_course(tmp_path_factory.mktemp("stale"), *LEVELS)
    shutil.copytree(COURSE.root / "solutions", course.root / "solutions")
    return course


@pytest.mark.parametrize("name", LEVELS)
def test_level_is_built_from_its_text(course: Course, name: str) -> None:
    build = f"{name} is not built from its text as it is: run `course build {name}`."
    notebook = f"{name}/{course.notebook(name)}.ipynb"
    committed = [f"release/{notebook}", f"solutions/{notebook}", f"checks/answers/{name}.json"]
    assert [path for path in committed if not (COURSE.root / path).is_file()] == [], build
    build_level(course, name)
    for path in committed[:2]:
        assert sources(COURSE.root / path) == sources(course.root / path), f"{path}: {build}"
    fresh = {id: decode(data) for id, data in stored(course, name).items()}
    assert answers_agree(stored(COURSE, name), fresh), build


def sources(path: Path) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in nbformat.read(path, 4).cells]


def stored(course: Course, name: str) -> dict[str, Any]:
    text = (course.root / "checks" / "answers" / f"{name}.json").read_text(encoding="utf-8")
    answers: dict[str, Any] = json.loads(text)
    return answers


def test_nothing_is_left_of_levels_that_are_no_more() -> None:
    for folder, pattern in (("release", "*"), ("solutions", "*"), ("checks/answers", "*.json")):
        assert {path.stem for path in (COURSE.root / folder).glob(pattern)} == set(LEVELS)
