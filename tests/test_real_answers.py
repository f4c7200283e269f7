"""A sample of the wrong and right answers to every level, as whole notebooks through nbgrader's own autograding."""

from __future__ import annotations

import html
import re

import nbformat
import pytest

from checks.grading.course import Course
from checks.grading.level import Level, read_level
from checks.grading.verdict import RECORD
from checks.judging.report import Report, Row
from course.building.answers import Answer
from course.building.sample_class import Work, for_points
from course.nbgrader import nbgrader_api
from tests.answers import COURSE
from tests.classroom import TRUSTED, filled_in, hand_in, quick_course

LEVELS = COURSE.levels()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return quick_course(tmp_path_factory.mktemp("answers"), *LEVELS)


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVELS)
def test_right_answers_get_everything_and_wrong_ones_their_hint(course: Course, name: str) -> None:
    level, api = read_level(course, name), nbgrader_api(course.root, trusted=TRUSTED)
    right, wrong = for_points(course, level, "right"), for_points(course, level, "wrong")
    handed = {"right-1": right[0], "right-2": right[-1], "wrong-1": wrong[0], "wrong-2": wrong[-1]}
    _must(api.generate_assignment(name))
    for student, answer in handed.items():
        hand_in(course, level, student, filled_in(level, lambda work, answer=answer: _answered(work, answer)))
    _must(api.autograde(name, "*"))
    _must(api.generate_feedback(name))
    for student, answer in handed.items():
        reports, page = _reports(course, level, student), _page(course, level, student)
        assert all(report.headline in page for report in reports), answer
        if student.startswith("right"):
            assert all(report.passed for report in reports), answer
        else:
            assert _messages(reports, answer), f"{answer} does not get its hint"
            assert all(message in page for message in _messages(reports, answer)), answer


def _must(result: dict[str, object]) -> None:
    assert result["success"], result.get("log")


def _answered(work: Work, answer: Answer) -> None:
    work.solve()
    work.replace(answer)


def _reports(course: Course, level: Level, student: str) -> list[Report]:
    """The reports that grading left in a student's notebook."""
    path = course.root / "autograded" / student / level.name / f"{level.notebook}.ipynb"
    outputs = [output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", [])]
    records = [output.metadata[RECORD] for output in outputs if RECORD in output.get("metadata", {})]
    assert len(records) == len(level.tests)
    return [Report(record.exercise, tuple(Row(**row) for row in record.rows)) for record in records]


def _messages(reports: list[Report], answer: Answer) -> list[str]:
    """What the reports say about the rows that failed for the answer's reason."""
    found = []
    for report in reports:
        names = {row.name for row in report.rows if row.hint == answer.label}
        found += [line.message for line in report.lines() if line.name in names]
    return found


def _page(course: Course, level: Level, student: str) -> str:
    """The words of a feedback page."""
    path = course.root / "feedback" / student / level.name / f"{level.notebook}.html"
    return html.unescape(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))
