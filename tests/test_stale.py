"""What is built and committed is what the texts give: release, solutions, stored answers and the index.

The quick tests compare hashes and sources and run nothing; the slow ones make everything anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from nbformat import NotebookNode

from checks import rooms
from checks.api import VISIBLE_SEED
from checks.evidence import decode
from checks.exercise import all_exercises
from checks.grading.marks import without_hidden
from checks.rooms import own_rooms, room_of
from course.building.answers_file import answers_agree
from course.building.build import execute_solution, solution
from course.building.fingerprint import fingerprint, is_whole, made_from
from course.building.given import given_layers
from course.building.proof import collect
from course.building.release import release
from tests.answers import COURSE, level
from tests.classroom import fresh_course

LEVELS = COURSE.levels()
RTOL, ATOL = 1e-6, 1e-9
"""How far a number in an output may lie from the stored one: products differ in their last bits between machines."""
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
ADDRESS = re.compile(r"0x[0-9a-f]+|[0-9a-f]{32}")


def stale(name: str) -> str:
    return f"{name} is not built from its text as it is: run `course build {name}`."


def sources(notebook: NotebookNode) -> list[tuple[str, str, str]]:
    return [(cell.cell_type, cell.id, cell.source) for cell in notebook.cells]


@pytest.mark.parametrize("name", LEVELS)
def test_the_release_is_that_of_the_text(name: str) -> None:
    wanted = nbformat.from_dict(level(name).untouched)
    for cell in wanted.cells:
        cell.source = without_hidden(cell.source).rstrip("\n")
    assert sources(nbformat.read(COURSE.release(name), 4)) == sources(wanted), stale(name)
    for file, content in level(name).files.items():
        assert (COURSE.release(name).parent / file).read_bytes() == content, stale(name)


@pytest.mark.parametrize("name", LEVELS)
def test_the_layers_brought_along_are_those_of_the_solved_levels(name: str) -> None:
    wanted = given_layers(COURSE, name)
    brought = level(name).files.get("layers.py")
    assert (brought.decode() if brought else None) == wanted, stale(name)


@pytest.mark.parametrize("name", LEVELS)
def test_the_solution_is_that_of_the_text_and_nothing_in_it_was_replaced(name: str) -> None:
    stored, wanted = nbformat.read(COURSE.solution(name), 4), solution(level(name))
    assert sources(stored) == sources(wanted), stale(name)
    assert made_from(stored) == fingerprint(level(name), wanted), stale(name)
    for cell in stored.cells:
        counts = {output.execution_count for output in cell.get("outputs", []) if "execution_count" in output}
        assert counts <= {cell.get("execution_count")}, cell.source
    assert is_whole(stored), f"an output of solutions/{name} is not the one that was stored: run `course build {name}`."


def test_the_index_names_every_exercise() -> None:
    stored = json.loads((own_rooms(COURSE.root) / rooms.INDEX).read_text(encoding="utf-8"))
    assert stored == {id: exercise.level for id, exercise in sorted(all_exercises().items())}, stale("the index")


def test_nothing_is_left_of_levels_that_are_no_more() -> None:
    for folder in ("release", "solutions"):
        assert {path.name for path in (COURSE.root / folder).iterdir()} == set(LEVELS)
    names = {room_of(name) for name in LEVELS}
    for folder in ("checks/levels", "course/levels", "tests/levels"):
        found = {path.name for path in (COURSE.root / folder).iterdir() if path.is_dir() and path.name != "__pycache__"}
        assert found == names, folder


# -- made anew -------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVELS)
def test_the_stored_answers_are_what_the_solution_gives(name: str) -> None:
    stored = json.loads(COURSE.answers(name).read_text(encoding="utf-8"))
    (fresh,) = collect(level(name), VISIBLE_SEED)
    assert answers_agree(stored, fresh), stale(name)
    assert all(decode(data).exercise == id for id, data in stored.items())


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVELS)
def test_nbgrader_releases_the_same_notebook(tmp_path: Path, name: str) -> None:
    course = fresh_course(tmp_path, name)
    release(course, level(name))
    assert course.release(name).read_bytes() == COURSE.release(name).read_bytes(), stale(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVELS)
def test_the_solution_run_anew_shows_the_same(name: str) -> None:
    fresh, stored = solution(level(name)), nbformat.read(COURSE.solution(name), 4)
    execute_solution(level(name), fresh)
    for now, then in zip(fresh.cells, stored.cells, strict=True):
        if now.cell_type == "code":
            assert [kind(output) for output in now.outputs] == [kind(output) for output in then.outputs], now.source
            for one, other in zip(now.outputs, then.outputs, strict=True):
                assert_same_text(text(one), text(other), now.source)


def kind(output: NotebookNode) -> tuple[Any, ...]:
    """What sort of output it is: a stream by its name, data by what they are."""
    return output.output_type, output.get("name"), sorted(output.get("data", {}))


def text(output: NotebookNode) -> str:
    said = output.get("text") or output.get("data", {}).get("text/plain", "")
    return ADDRESS.sub("~", said)


def assert_same_text(now: str, then: str, where: str) -> None:
    assert NUMBER.sub("~", now) == NUMBER.sub("~", then), where
    numbers = [[float(found.replace("−", "-")) for found in NUMBER.findall(said)] for said in (now, then)]
    np.testing.assert_allclose(numbers[0], numbers[1], RTOL, ATOL, err_msg=where)
