"""A class goes through the real `nbgrader` command: everybody gets what their code earns, whatever else they did."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook

from checks.evidence import MIME
from checks.grading.course import Course
from checks.grading.level import Level, read_level
from checks.grading.marks import grade_id
from checks.rooms import CONFIG
from course.building.answers import answers
from course.building.sample_class import CRASH, FORGERY, Work
from tests.answers import COURSE
from tests.classroom import AFFINE, answer, filled_in, fresh_course, hand_in, nbgrader, quick_course, released

FULL, NOTHING = 1.0, 0.0
Handed = NotebookNode | str

# -- what the class does ---------------------------------------------------------------------------------------------


def right(level: Level) -> NotebookNode:
    return filled_in(level, Work.solve)


def right_and(source: str) -> Callable[[Level], NotebookNode]:
    """Everything solved, and a line added to the solution of the class."""
    return lambda level: filled_in(level, lambda work: (work.solve(), add_to_class(work, source)))


def untouched_and(*sources: str) -> Callable[[Level], NotebookNode]:
    """Nothing solved, and cells added after the imports."""
    return lambda level: filled_in(level, lambda work: [work.insert(1, source) for source in sources])


def add_to_class(work: Work, source: str) -> None:
    """Append to the cell that defines Affine."""
    cell = next(cell for cell in work.notebook.cells if "class Affine" in cell.source)
    cell.source += f"\n\n{source}"


def mistaken(level: Level) -> NotebookNode:
    return filled_in(level, lambda work: (work.solve(), work.replace(answer("wrong", "bias-not-gathered"))))


def differently(level: Level) -> NotebookNode:
    einsum = next(found for found in answers(COURSE, "right", AFFINE) if "einsum" in found.source)
    return filled_in(level, lambda work: (work.solve(), work.replace(einsum)))


def dead_before_the_last_test(level: Level) -> NotebookNode:
    notebook = right(level)
    notebook.cells.insert(place(notebook, list(level.tests)[-1]), new_code_cell(CRASH))
    return notebook


def place(notebook: NotebookNode, id: str) -> int:
    return next(number for number, cell in enumerate(notebook.cells) if grade_id(cell) == id)


def copied(level: Level) -> NotebookNode:
    notebook = right(level)
    notebook.cells += [nbformat.from_dict(cell) for cell in notebook.cells if grade_id(cell)]
    return notebook


def without_tests(level: Level) -> NotebookNode:
    notebook = right(level)
    notebook.cells = [cell for cell in notebook.cells if grade_id(cell) not in level.tests]
    return notebook


def rewritten(level: Level) -> NotebookNode:
    notebook = released(level)
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution", "raises-exception"]
        if grade_id(cell):
            cell.metadata.nbgrader.update(grade=True, solution=True, points=100)
    return notebook


def of_format_3(level: Level) -> str:
    v3 = nbformat.v3
    code = [cell for cell in right(level).cells if cell.cell_type == "code"]
    cells = [v3.new_code_cell(cell.source, metadata=cell.metadata) for cell in code]
    return str(nbformat.writes(v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells)]), 3))


NOISY = """\
def noisy(self, x, forward=Affine.forward):
    np.log(np.zeros(1))
    return forward(self, x)

Affine.forward = noisy"""
STUB = """\
import sys, types
sys.modules["checks"] = types.SimpleNamespace(check=lambda *_: None, score=lambda *_: display(100.0))
import checks
get_ipython().user_ns["checks"] = checks
display(100.0)"""
PATCHED = """\
import checks.api, checks.judging.judge, checks.judging.report
checks.score = checks.api.score = lambda *_: print(100.0)
checks.judging.judge.is_right = lambda *_: True
checks.judging.report.Report.fraction = 1.0"""
SILENT = "get_ipython().showtraceback = get_ipython()._showtraceback = lambda *_, **__: None"
BY_HAND = f"""\
def score(id, answer):
    display({{"{MIME}": {{"exercise": id, "trials": [{{"rows": {{}}, "arguments": {{}}}}] * 2}}}}, raw=True)

checks.score = score"""
TWICE = f"""\
class Affine:
    def __init__(self, W, b):
        display({{"{MIME}": {{"exercise": "affine.forward", "trials": []}}}}, raw=True)"""
ALWAYS_EQUAL = """\
class Equal:
    __array_ufunc__ = None
    shape, dtype, ndim = (4, 5), float, 2
    __eq__ = __le__ = __lt__ = __ge__ = lambda *_: True
    __sub__ = __rsub__ = __abs__ = __mul__ = __getitem__ = lambda self, *_: self
    __bool__ = lambda self: True

class Affine:
    dW = db = Equal()
    def __init__(self, W, b): ...
    def forward(self, x): return Equal()
    backward = forward"""
SCRIPT = """\
class Affine:
    def __init__(self, W, b):
        display({"text/html": "<script>alert('output')</script>"}, raw=True)
        raise ValueError("<script>alert('report')</script>")"""


@dataclass(frozen=True)
class Student:
    """Who hands in what, and the part of the points that it earns; None: some, but not all."""

    hands_in: Callable[[Level], Handed]
    earns: float | None


STUDENTS = {
    "right": Student(right, FULL),
    "right-but-warns": Student(right_and(NOISY), FULL),
    "right-differently": Student(differently, FULL),
    "right-with-half-a-character": Student(right_and("print('\\ud800', '\\N{SNAKE}')"), FULL),
    "untouched": Student(released, NOTHING),
    "mistaken": Student(mistaken, None),
    "dead-before-the-last-test": Student(dead_before_the_last_test, None),
    # honest, but the notebook is not as it was released
    "copied": Student(copied, FULL),
    "without-tests": Student(without_tests, FULL),
    "format-3": Student(of_format_3, FULL),
    "name-deleted": Student(right_and("del Affine"), NOTHING),
    "object-for-class": Student(right_and("Affine = Affine(np.ones((3, 5)), np.ones(5))"), NOTHING),
    "not-json": Student(lambda level: "import numpy as np", NOTHING),
    "empty": Student(lambda level: "", NOTHING),
    # forgers
    "forges-comparisons": Student(untouched_and(FORGERY), NOTHING),
    "forges-equality": Student(lambda level: filled_in(level, lambda work: add_to_class(work, ALWAYS_EQUAL)), NOTHING),
    "forges-checks": Student(untouched_and(STUB), NOTHING),
    "patches-checks": Student(untouched_and(PATCHED), NOTHING),
    "evidence-by-hand": Student(untouched_and(SILENT, BY_HAND), NOTHING),
    "evidence-twice": Student(lambda level: filled_in(level, lambda work: add_to_class(work, TWICE)), NOTHING),
    "rewrites-metadata": Student(rewritten, NOTHING),
    "writes-script": Student(lambda level: filled_in(level, lambda work: add_to_class(work, SCRIPT)), NOTHING),
}


@dataclass(frozen=True)
class Class:
    """A course in which a class was graded, and what nbgrader said."""

    course: Course
    level: Level
    log: str

    @property
    def points(self) -> float:
        return sum(test.points for test in self.level.tests.values())

    def grades(self) -> dict[str, dict[str, str]]:
        """The rows that `nbgrader export` writes, by student."""
        with (self.course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
            return {row["student_id"]: row for row in csv.DictReader(file)}

    def gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.course.root}/gradebook.db")

    def feedback(self, student: str) -> str:
        page = self.course.root / "feedback" / student / AFFINE / f"{self.level.notebook}.html"
        return page.read_text(encoding="utf-8")

    def run(self, *words: str) -> str:
        ran = nbgrader(self.course, *words)
        assert ran.returncode == 0, ran.stderr
        return ran.stderr


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """All students, graded in one run."""
    course = quick_course(tmp_path_factory.mktemp("class"), AFFINE)
    level = read_level(course, AFFINE)
    assert not list(course.root.rglob("*.ipynb"))
    of_class = Class(course, level, "")
    of_class.run("generate_assignment", AFFINE)
    for name, student in STUDENTS.items():
        hand_in(course, level, name, student.hands_in(level))
    log = of_class.run("autograde", AFFINE)
    of_class.run("generate_feedback", AFFINE)
    of_class.run("export")
    return Class(course, level, log)


# -- scores ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("student", STUDENTS)
def test_everybody_gets_what_their_code_earns(graded: Class, student: str) -> None:
    row, earns = graded.grades()[student], STUDENTS[student].earns
    assert float(row["max_score"]) == graded.points
    if earns is None:
        assert 0 < float(row["score"]) < graded.points
    else:
        assert float(row["score"]) == earns * graded.points


def test_nobody_is_left_to_grade_by_hand(graded: Class) -> None:
    with graded.gradebook() as gradebook:
        waiting = [found.student.id for found in gradebook.assignment_submissions(AFFINE) if found.needs_manual_grade]
    assert waiting == []


def test_a_mistake_costs_its_rows_and_is_explained(graded: Class) -> None:
    notebook = autograded(graded, "mistaken")
    wrong = [row for rows in records(notebook).values() for row in rows if not row["passed"]]
    assert {row["hint"] for row in wrong} == {"bias-not-gathered"}
    lost = sum(
        test.points * sum(row in wrong for row in records(notebook)[id]) / len(records(notebook)[id])
        for id, test in graded.level.tests.items()
    )
    assert float(graded.grades()["mistaken"]["score"]) == pytest.approx(graded.points - lost, abs=0.01)
    assert wrong[0]["message"].split(":")[0] in graded.feedback("mistaken")


def test_what_was_finished_before_the_kernel_died_counts(graded: Class) -> None:
    last = list(graded.level.tests.values())[-1]
    assert float(graded.grades()["dead-before-the-last-test"]["score"]) == graded.points - last.points
    assert "The Python process ended with status 1" in graded.feedback("dead-before-the-last-test")


def autograded(graded: Class, student: str) -> NotebookNode:
    path = graded.course.root / "autograded" / student / AFFINE / f"{graded.level.notebook}.ipynb"
    return nbformat.read(path, 4)


def records(notebook: NotebookNode) -> dict[str, list[dict[str, str]]]:
    """The rows of each test cell's report."""
    return {
        str(grade_id(cell)): output.metadata.backprop_course.rows
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "backprop_course" in output.get("metadata", {})
    }


# -- feedback --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("student", STUDENTS)
def test_feedback_shows_the_report_and_nothing_that_is_hidden(graded: Class, student: str) -> None:
    page = graded.feedback(student)
    for test in graded.level.tests.values():
        assert f"<strong>{test.exercise.id}: " in page
    for hidden in ("checks.score(", "HIDDEN TESTS", "CHECKS_SEED"):
        assert hidden not in plain_text(page)


def plain_text(page: str) -> str:
    """A page without its tags, which colour the code."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_no_script_of_a_student_reaches_the_feedback(graded: Class) -> None:
    page = graded.feedback("writes-script")
    assert "Python says: ValueError: <script>alert('report')</script>." in plain_text(page)
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("student", "sentence"),
    [
        ("not-json", "not a notebook: it is not valid JSON"),
        ("empty", "is empty"),
        ("name-deleted", "name 'Affine' is not defined"),
        ("object-for-class", "Expected a class, got an Affine object"),
        ("evidence-by-hand", "0 of"),
        ("evidence-twice", "gave evidence more than once"),
    ],
)
def test_feedback_says_what_went_wrong(graded: Class, student: str, sentence: str) -> None:
    assert sentence in plain_text(graded.feedback(student))


def test_the_instructor_is_told_what_was_mended(graded: Class) -> None:
    (test, *_) = graded.level.tests
    assert f"Cell {test} was missing and was put back." in graded.log
    assert f"Cell {test} stood in the notebook twice" in graded.log


# -- what reaches students -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["release", "autograded", "feedback"])
def test_no_text_and_no_solution_lies_where_students_or_submissions_are(graded: Class, folder: str) -> None:
    files = [path for path in (graded.course.root / folder).rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if path.suffix == ".md"] == []
    for path in files:
        assert "### BEGIN SOLUTION" not in path.read_text(encoding="utf-8")


def test_the_release_holds_no_line_of_a_solution_and_no_hidden_test(graded: Class) -> None:
    text = graded.course.release(AFFINE).read_text(encoding="utf-8")
    assert "raise NotImplementedError()" in text
    assert "checks.check(" in text
    for secret in (*solution_lines(graded.level), "checks.score", "HIDDEN TESTS"):
        assert json.dumps(secret)[1:-1] not in text


def solution_lines(level: Level) -> list[str]:
    """The lines between the marks of the solved level."""
    lines, inside = [], False
    for line in "\n".join(cell.source for cell in level.solved.cells).splitlines():
        inside = (inside or "BEGIN SOLUTION" in line) and "END SOLUTION" not in line
        if inside and "BEGIN SOLUTION" not in line and len(line.strip()) > 10:
            lines.append(line.strip())
    assert lines
    return lines


# -- grading again ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_the_instructor_gave_by_hand_survives_grading_again(graded: Class) -> None:
    (test, *_) = graded.level.tests
    with graded.gradebook() as gradebook:
        grade = gradebook.find_grade(test, graded.level.notebook, AFFINE, "untouched")
        grade.manual_score, grade.extra_credit = 1.5, 0.25
        solution = next(str(grade_id(cell)) for cell in graded.level.solved.cells if "class Affine" in cell.source)
        comment = gradebook.find_comment(solution, graded.level.notebook, AFFINE, "untouched")
        comment.manual_comment = "Come and see me."
        gradebook.db.commit()
    graded.run("autograde", AFFINE, "--force", "--student", "untouched")
    with graded.gradebook() as gradebook:
        grade = gradebook.find_grade(test, graded.level.notebook, AFFINE, "untouched")
        assert (grade.auto_score, grade.manual_score, grade.extra_credit, grade.score) == (0, 1.5, 0.25, 1.75)
        comment = gradebook.find_comment(solution, graded.level.notebook, AFFINE, "untouched")
        assert comment.comment == "Come and see me."


@pytest.mark.slow
def test_without_the_courses_configuration_nobody_gets_a_point(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    level = read_level(course, AFFINE)
    (tmp_path / CONFIG).write_text("c = get_config()\nc.CourseDirectory.ignore = ['*.md']\n", encoding="utf-8")
    nbformat.write(level.solved, course.text(AFFINE).with_suffix(".ipynb"))
    plain = Class(course, level, "")
    plain.run("generate_assignment", AFFINE)
    hand_in(course, level, "right", right(level))
    plain.run("autograde", AFFINE)
    with plain.gradebook() as gradebook:
        (found,) = gradebook.assignment_submissions(AFFINE)
        assert (found.student.id, found.score, found.max_score) == ("right", 0, plain.points)


@pytest.mark.slow
def test_without_a_sandbox_nothing_is_graded_and_the_message_says_what_to_do(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    (tmp_path / CONFIG).write_bytes((COURSE.root / CONFIG).read_bytes())  # nobody is trusted
    level = read_level(course, AFFINE)
    assert nbgrader(course, "generate_assignment", AFFINE).returncode == 0
    hand_in(course, level, "right", right(level))
    graded = nbgrader(course, "autograde", AFFINE, PATH="/nowhere")
    assert graded.returncode == 1
    assert "Submissions are not run, because there is no sandbox here" in graded.stderr
    assert "apt install bubblewrap" in graded.stderr
    assert "Traceback" not in graded.stderr
    assert not (tmp_path / "autograded").exists()


@pytest.mark.slow
def test_a_whole_level_is_released_from_its_text_alone(tmp_path: Path) -> None:
    course = fresh_course(tmp_path, AFFINE)
    ran = nbgrader(course, "generate_assignment", AFFINE)
    assert ran.returncode == 0, ran.stderr
    assert len(nbformat.read(course.release(AFFINE), 4).cells) == len(course.source(AFFINE).cells)
    assert sorted(path.name for path in course.release(AFFINE).parent.iterdir()) == sorted(
        [course.release(AFFINE).name, *(path.name for path in course.files(AFFINE))]
    )
