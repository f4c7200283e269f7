"""The `course` command: what it prints where, and how it ends."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nbformat
import pytest

from checks.grading.course import Course, CourseError
from checks.grading.level import Level
from course.building.sample_class import Work
from course.cli import guarded
from tests.classroom import AFFINE, PROGRAMS, filled_in, released


def command(course: Course, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `course` in a course's folder."""
    return subprocess.run(
        [str(PROGRAMS / "course"), *words], cwd=course.root, capture_output=True, text=True, check=False
    )


@pytest.fixture
def notebooks(level: Level, tmp_path: Path) -> Path:
    nbformat.write(filled_in(level, Work.solve), tmp_path / "1-right.ipynb")
    nbformat.write(released(level), tmp_path / "2-untouched.ipynb")
    return tmp_path


def test_score_prints_one_document_and_ends_well_whatever_the_scores(course: Course, notebooks: Path) -> None:
    ran = command(course, "score", "--json", str(notebooks))
    assert ran.returncode == 0, ran.stderr
    right, untouched = json.loads(ran.stdout)["notebooks"]
    assert right["score"] == right["max_score"] > untouched["score"] == 0


@pytest.mark.slow
def test_score_ends_with_1_when_a_notebook_could_not_be_scored(course: Course, notebooks: Path) -> None:
    (notebooks / "1-right.ipynb").write_text("damaged", encoding="utf-8")
    ran = command(course, "score", str(notebooks))
    assert ran.returncode == 1
    assert "1-right.ipynb: not scored. 1-right.ipynb is not a notebook" in ran.stdout
    assert "2-untouched.ipynb: 0 of" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


def test_a_mistake_of_the_user_ends_with_2_and_a_sentence(course: Course) -> None:
    ran = command(course, "build", "05-afine")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "source/ has no level of the name 05-afine." in ran.stderr
    assert f"The levels are: {AFFINE}." in ran.stderr
    assert "Traceback" not in ran.stderr


def test_help_names_every_command(course: Course) -> None:
    ran = command(course, "--help")
    assert ran.returncode == 0
    for name in ("build", "score", "demo"):
        assert f" {name} " in ran.stdout


def test_only_mistakes_of_the_user_become_sentences() -> None:
    def fails(error: Exception) -> None:
        raise error

    assert guarded(lambda: None) == 0
    assert guarded(lambda: fails(CourseError("no such level"))) == 2
    with pytest.raises(ValueError, match="a bug"):
        guarded(lambda: fails(ValueError("a bug")))
