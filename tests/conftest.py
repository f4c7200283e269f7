"""What many tests share: a small course in a temporary folder, and its level."""

from __future__ import annotations

import pytest

from checks.grading.course import Course
from checks.grading.level import Level, read_level
from tests.classroom import AFFINE, quick_course


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of one level, its exercises alone.  Read only: tests that write there make their own."""
    return quick_course(tmp_path_factory.mktemp("course"), AFFINE)


@pytest.fixture(scope="session")
def level(course: Course) -> Level:
    return read_level(course, AFFINE)
