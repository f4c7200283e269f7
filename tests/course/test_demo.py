"""`course demo`: a sample class goes through the whole circle."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from checks.grading.course import Course, CourseError
from checks.grading.level import Level
from course.building.sample_class import STUDENTS
from course.demo import FEW, run_demo
from tests.answers import COURSE
from tests.classroom import AFFINE

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Demo:
    folder: Path
    said: str

    def grades(self) -> dict[str, float]:
        with (self.folder / "grades.csv").open(encoding="utf-8", newline="") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def demonstrate(course: Course, folder: Path, *levels: str) -> str:
    """What `course demo FOLDER` prints about some levels."""
    said = io.StringIO()
    console = Console(file=said, width=200)
    run_demo(course, folder, levels or [AFFINE], lambda: Progress(console=Console(file=io.StringIO())), console)
    return said.getvalue()


@pytest.fixture(scope="module")
def demo(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo") / "class"
    return Demo(folder, demonstrate(course, folder))


def test_everybody_gets_what_they_earned(demo: Demo, level: Level) -> None:
    points, last = (sum(test.points for test in level.tests.values()), list(level.tests.values())[-1].points)
    grades = demo.grades()
    assert set(grades) == set(STUDENTS)
    for student, (what, _) in STUDENTS.items():
        if what.startswith("right"):
            assert grades[student] == points, student
        elif "mistake" in what or what == "half done":
            assert 0 < grades[student] < points, student
        elif "dies" in what:
            assert grades[student] == points - last, student
        else:
            assert grades[student] == 0, student


def test_the_table_shows_every_student_and_score(demo: Demo, level: Level) -> None:
    assert f"{sum(test.points for test in level.tests.values()):g}" in demo.said
    lines = demo.said.splitlines()
    for student, (what, _) in STUDENTS.items():
        score = f"{demo.grades()[student]:.1f}".removesuffix(".0")
        assert any(student in line and what in line for line in lines), student
        assert any(line.split() == [student, score] for line in lines), student


def test_it_says_what_the_class_missed_and_where_to_look(demo: Demo) -> None:
    assert "What the class missed most" in demo.said
    assert f"Graded {len(STUDENTS)} students" in demo.said
    for path in (demo.folder / "feedback", demo.folder / "grades.csv", demo.folder / "gradebook.db"):
        assert path.exists()
        assert str(path) in demo.said


@pytest.mark.parametrize("student", STUDENTS)
def test_everybody_gets_feedback(demo: Demo, student: str) -> None:
    page = demo.folder / "feedback" / student / AFFINE / "affine.html"
    assert "checks are right" in page.read_text(encoding="utf-8")


def test_a_folder_of_somebody_elses_is_refused_and_left_alone(course: Course, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"is not empty and holds no earlier demo\. Name another folder"):
        demonstrate(course, tmp_path)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("thesis.txt", "mine")]


def test_levels_that_are_not_there_are_named_and_nothing_is_begun(course: Course, tmp_path: Path) -> None:
    missing = r"is made of source/01-add-mul, tests/levels/add_mul, which .* does not have\."
    with pytest.raises(CourseError, match=missing):
        demonstrate(course, tmp_path / "class", "01-add-mul", AFFINE)
    assert not (tmp_path / "class").exists()


def test_without_further_words_it_takes_a_few_levels_that_there_are() -> None:
    assert len(FEW) < len(COURSE.levels())
    assert set(FEW) <= set(COURSE.levels())
