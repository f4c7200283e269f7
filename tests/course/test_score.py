"""`course score`: the points of notebooks, with no gradebook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from checks.grading.course import Course
from checks.grading.level import Level, read_level
from course.building.sample_class import CRASH, Work
from course.score import Scored, score_all, to_json, to_text
from tests.classroom import AFFINE, TRUSTED, answer, filled_in, quick_course, released


@pytest.fixture(scope="module")
def folder(level: Level, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notebooks in every state."""
    folder = tmp_path_factory.mktemp("notebooks")
    wrong = answer("wrong", "bias-not-gathered")
    dead = filled_in(level, Work.solve)
    dead.cells.append(new_code_cell(CRASH))
    for name, notebook in {
        "a/right.ipynb": filled_in(level, Work.solve),
        "a/mistaken.ipynb": filled_in(level, lambda work: (work.solve(), work.replace(wrong))),
        "affine.ipynb": released(level),
        "dead.ipynb": dead,
        "foreign.ipynb": nbformat.v4.new_notebook(cells=[new_code_cell("1")]),
        ".ipynb_checkpoints/right-checkpoint.ipynb": released(level),
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        nbformat.write(notebook, folder / name)
    (folder / "broken.ipynb").write_text("no JSON", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def scored(course: Course, folder: Path) -> dict[str, Scored]:
    done: list[tuple[int, int]] = []
    found = score_all(course, [folder], lambda *count: done.append(count), trusted=TRUSTED)
    assert done == [(number, 6) for number in range(1, 7)]
    return {str(one.path.relative_to(folder)): one for one in found}


@pytest.fixture(scope="module")
def points(level: Level) -> float:
    return sum(test.points for test in level.tests.values())


def test_a_folder_is_every_notebook_in_it_in_order(scored: dict[str, Scored]) -> None:
    assert list(scored) == [
        "a/mistaken.ipynb", "a/right.ipynb", "affine.ipynb", "broken.ipynb", "dead.ipynb", "foreign.ipynb",
    ]  # fmt: skip


def test_points_are_those_of_the_verdict(scored: dict[str, Scored], points: float) -> None:
    assert (scored["a/right.ipynb"].score, scored["a/right.ipynb"].max_score) == (points, points)
    assert (scored["affine.ipynb"].score, scored["affine.ipynb"].max_score) == (0, points)
    assert 0 < (scored["a/mistaken.ipynb"].score or 0) < points


def test_a_renamed_notebook_is_known_by_its_cells(scored: dict[str, Scored]) -> None:
    assert scored["a/right.ipynb"].level == AFFINE


def test_a_notebook_whose_process_died_has_its_points_and_the_reason(scored: dict[str, Scored], points: float) -> None:
    assert scored["dead.ipynb"].score == points
    assert "The Python process ended with status 1" in str(scored["dead.ipynb"].error)


@pytest.mark.parametrize(
    ("name", "reason"), [("broken.ipynb", "not a notebook"), ("foreign.ipynb", "belongs to no level")]
)
def test_what_can_not_be_scored_has_no_points_and_a_reason(scored: dict[str, Scored], name: str, reason: str) -> None:
    assert (scored[name].score, scored[name].max_score, scored[name].judged) == (None, None, ())
    assert reason in str(scored[name].error)


def test_paths_keep_their_order_and_may_be_missing(course: Course, folder: Path, tmp_path: Path) -> None:
    paths = [folder / "foreign.ipynb", tmp_path / "missing.ipynb", tmp_path, folder / "broken.ipynb"]
    found = score_all(course, paths, trusted=TRUSTED)
    assert [one.path for one in found] == paths
    assert "is not there" in str(found[1].error)
    assert found[2].error == f"There is no notebook in {tmp_path}."


def test_an_empty_notebook_is_known_by_its_name(course: Course, tmp_path: Path, points: float) -> None:
    path = tmp_path / "affine.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    (found,) = score_all(course, [path], trusted=TRUSTED)
    assert (found.level, found.score, found.max_score) == (AFFINE, 0, points)


def test_cells_that_every_level_has_do_not_outweigh_the_name(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    shutil.copytree(tmp_path / "source" / AFFINE, tmp_path / "source" / "00-other")
    (tmp_path / "source/00-other/affine.md").rename(tmp_path / "source/00-other/other.md")
    notebook = released(read_level(course, AFFINE))
    notebook.cells = [cell for cell in notebook.cells if "import numpy" in cell.source]
    nbformat.write(notebook, tmp_path / "affine.ipynb")
    (found,) = score_all(course, [tmp_path / "affine.ipynb"], trusted=TRUSTED)
    assert found.level == AFFINE


# -- what is printed -------------------------------------------------------------------------------------------------


def test_the_document(scored: dict[str, Scored], level: Level, points: float) -> None:
    document: dict[str, Any] = json.loads(to_json(list(scored.values())))
    assert set(document) == {"notebooks"}
    assert [one["path"] for one in document["notebooks"]] == [str(one.path) for one in scored.values()]
    by_name = dict(zip(scored, document["notebooks"], strict=True))
    for one in by_name.values():
        assert list(one) == ["path", "level", "score", "max_score", "error", "exercises"]
    right = by_name["a/right.ipynb"]
    assert (right["level"], right["score"], right["max_score"], right["error"]) == (AFFINE, points, points, None)
    assert [(one["id"], one["score"], one["max_score"]) for one in right["exercises"]] == [
        (test.exercise.id, test.points, test.points) for test in level.tests.values()
    ]
    for exercise in by_name["a/mistaken.ipynb"]["exercises"]:
        assert list(exercise) == ["id", "score", "max_score", "rows"]
        for row in exercise["rows"]:
            assert list(row) == ["name", "passed", "message"]
            assert not (row["passed"] and row["message"])
    foreign = by_name["foreign.ipynb"]
    assert (foreign["level"], foreign["score"], foreign["max_score"], foreign["exercises"]) == (None, None, None, [])
    assert "belongs to no level" in foreign["error"]


def test_the_text_for_people(scored: dict[str, Scored], points: float) -> None:
    text = to_text(list(scored.values()))
    assert f"a/right.ipynb: {points:g} of {points:g} points ({AFFINE})" in text
    assert "broken.ipynb: not scored. broken.ipynb is not a notebook" in text
    assert "affine.backward: all " in text
