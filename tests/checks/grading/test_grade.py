"""The one path from what was handed in to its verdict."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from checks.grading.course import CourseError
from checks.grading.grade import grade_one, mended, run, take_in, truths
from checks.grading.level import Level, read_level
from checks.grading.marks import grade_id
from checks.grading.running.follow import execute
from checks.grading.running.job import Job
from checks.grading.running.limits import Limits
from checks.grading.submitted.reading import SubmittedCell
from course.building.sample_class import CRASH
from tests.classroom import AFFINE, TRUSTED, filled_in, quick_course

SEED = 20_260_102


# -- truth -----------------------------------------------------------------------------------------------------------


def test_the_truth_covers_every_test(level: Level) -> None:
    found = truths(level, SEED)
    assert set(found) == set(level.tests)
    for id, test in level.tests.items():
        assert found[id].exercise == test.exercise.id
        assert len(found[id].trials) == len(test.exercise.trials)


def test_a_solution_that_gives_no_evidence_can_judge_nobody(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE, change=lambda cells: cells.insert(1, new_code_cell(CRASH)))
    with pytest.raises(CourseError, match=r"04-affine: the solution of .* gives no evidence\. The Python process"):
        truths(read_level(course, AFFINE), SEED)


def test_the_truth_follows_the_text(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    assert truths(read_level(course, AFFINE), SEED)
    quick_course(tmp_path, AFFINE, change=lambda cells: cells.append(new_code_cell(CRASH)))
    with pytest.raises(CourseError, match="gives no evidence"):
        truths(read_level(course, AFFINE), SEED)


# -- running ---------------------------------------------------------------------------------------------------------


def test_a_run_writes_outputs_and_counts_into_the_notebook(level: Level) -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("text"),
            new_code_cell("import os\nos.environ['CHECKS_SEED']"),
            new_code_cell("os._exit(0)"),
        ]
    )
    stopped = run(notebook, level.files, SEED, Limits(), trusted=TRUSTED)
    _, ran, died = notebook.cells
    assert ran.outputs[0].data["text/plain"] == repr(str(SEED))
    assert (ran.execution_count, died.execution_count) == (1, None)
    assert stopped == died.outputs[0].evalue


# -- the whole path --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def handed(level: Level, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("handed") / "affine.ipynb"
    path.write_text(json.dumps(filled_in(level, lambda work: work.solve())), encoding="utf-8")
    return path


def test_a_right_submission_earns_everything_and_its_notebook_says_so(level: Level, handed: Path) -> None:
    submission = take_in(level, handed)
    graded = grade_one(level, submission, SEED, trusted=TRUSTED)
    assert (graded.stopped, submission.unread) == ("", "")
    assert [one.score for one in graded.judged] == [one.test.points for one in graded.judged]
    scores = {
        grade_id(cell): cell.outputs[-1].data["text/plain"]
        for cell in submission.notebook.cells
        if grade_id(cell) in level.tests
    }
    assert scores == {id: str(test.points) for id, test in level.tests.items()}


def test_the_same_seed_gives_the_same_reports(level: Level, handed: Path) -> None:
    wrong = [SubmittedCell("code", "import numpy as np\nclass Affine:\n    def __init__(self, W, b): ...\n")]
    one, other = (grade_one(level, mended(level, wrong), SEED, trusted=TRUSTED) for _ in range(2))
    assert [judged.report for judged in one.judged] == [judged.report for judged in other.judged]
    assert not any(judged.report.passed for judged in one.judged)


def test_what_can_not_be_read_earns_nothing_and_is_not_run(level: Level, tmp_path: Path) -> None:
    (tmp_path / "affine.ipynb").write_text("no notebook", encoding="utf-8")
    submission = take_in(level, tmp_path / "affine.ipynb")
    graded = grade_one(level, submission, SEED, trusted=TRUSTED)
    assert "not a notebook" in submission.unread
    assert {one.score for one in graded.judged} == {0}
    assert submission.unread in submission.notebook.cells[0].source


def test_files_of_a_submission_lie_beside_it_and_the_level_s_own_win(level: Level) -> None:
    cells = [SubmittedCell("code", "print(open('helper.py').read(), open('layers.py').read())")]
    given = {**level.__dict__, "files": {"layers.py": b"ours"}}
    submission = mended(level, cells)
    grade_one(Level(**given), submission, SEED, {"helper.py": b"mine", "layers.py": b"theirs"}, trusted=TRUSTED)
    texts = [
        output.text for cell in submission.notebook.cells for output in cell.get("outputs", []) if "text" in output
    ]
    assert "mine ours\n" in texts


def test_job_ran_and_level_can_be_sent_to_another_process(level: Level) -> None:
    job = Job(["1 + 1"], {"a.txt": b"a"}, {"A": "b"}, Limits(cell_seconds=5))
    assert pickle.loads(pickle.dumps(job)) == job
    ran = execute(job, trusted=TRUSTED)
    assert pickle.loads(pickle.dumps(ran)) == ran
    assert pickle.loads(pickle.dumps(level)).tests == level.tests
