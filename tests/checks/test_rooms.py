"""Rooms are found in a course folder first, in the package second; an exercise loads its own room and no other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checks import rooms
from checks.exercise import all_exercises
from checks.rooms import CONFIG, VARIABLE, find_file, own_rooms, room_of, search_path
from tests.answers import COURSE

PACKAGE = COURSE.root / "checks" / "levels"
PROBES = """
from checks.declaring.probes import Room

room = Room(__name__)
for id in ("{name}.first", "{name}.second"):
    room.question(id, "of the folder's own room")
"""


def python(code: str, folder: Path = COURSE.root, **variables: str) -> Any:
    """What a fresh process prints, as JSON, when it runs in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    environment["PYTHONPATH"] = str(COURSE.root)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def add_room(root: Path, name: str, inside: str = "levels") -> Path:
    """A course folder with a room of its own."""
    room = root / inside / name
    room.mkdir(parents=True)
    (root / CONFIG).touch()
    (room / "__init__.py").touch()
    (room / "probes.py").write_text(PROBES.format(name=name), encoding="utf-8")
    return room


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course folder that is looked into first, with an `affine` and a `fresh` of its own."""
    for name in ("affine", "fresh"):
        add_room(tmp_path, name)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


# -- names and places ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "room"),
    [("04-affine", "affine"), ("04-add-mul", "add_mul"), ("add-mul", "add_mul"), ("affine", "affine")],
)
def test_the_room_of_a_level(level: str, room: str) -> None:
    assert room_of(level) == room


def test_a_checkout_s_own_rooms_are_those_of_its_packages(tmp_path: Path) -> None:
    assert own_rooms(tmp_path) == tmp_path / "levels"
    for package in ("checks", "course"):
        (tmp_path / package / "levels").mkdir(parents=True)
    assert own_rooms(tmp_path) == tmp_path / "checks" / "levels"
    assert own_rooms(tmp_path, "course") == tmp_path / "course" / "levels"


def test_the_folder_comes_before_the_package(folder: Path) -> None:
    assert search_path("checks") == [str(folder / "levels"), str(PACKAGE)]
    assert search_path("course") == [str(folder / "levels"), str(COURSE.root / "course" / "levels")]


def test_in_this_checkout_there_is_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(COURSE.root))
    assert search_path("checks") == [str(PACKAGE)]


def test_the_course_folder_is_around_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "source" / "01-first").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "source" / "01-first")
    assert rooms.course_folder() is None
    assert search_path("checks") == [str(PACKAGE)]
    (tmp_path / CONFIG).touch()
    assert rooms.course_folder() == tmp_path


def test_a_variable_names_another_one_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COURSE.root)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert rooms.course_folder() == tmp_path
    monkeypatch.setenv(VARIABLE, "")
    assert rooms.course_folder() is None


# -- files -----------------------------------------------------------------------------------------------------------


def test_a_file_of_the_folder_wins_over_the_package_s(folder: Path) -> None:
    assert find_file("affine", "probes.py") == folder / "levels" / "affine" / "probes.py"


def test_a_file_that_the_folder_has_not_is_the_package_s(folder: Path) -> None:
    assert find_file("affine", "hints.toml") == PACKAGE / "affine" / "hints.toml"
    assert find_file("add_mul", "probes.py") == PACKAGE / "add_mul" / "probes.py"


def test_a_file_that_only_the_folder_has_is_found(folder: Path) -> None:
    assert find_file("fresh", "probes.py") == folder / "levels" / "fresh" / "probes.py"
    (folder / "levels" / "add_mul").mkdir()
    (folder / "levels" / "add_mul" / "data.csv").touch()
    assert find_file("add_mul", "data.csv") == folder / "levels" / "add_mul" / "data.csv"


def test_what_nobody_has_is_none(folder: Path) -> None:
    assert find_file("affine", "no.txt") is None
    assert find_file("no_room", "probes.py") is None


def test_all_rooms_are_those_of_both_places(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "levels" / "no_package").mkdir()
    found = rooms.rooms()
    assert found == sorted(found)
    monkeypatch.setenv(VARIABLE, "")
    assert set(found) == {*rooms.rooms(), "fresh"}
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(rooms.rooms())


# -- modules ---------------------------------------------------------------------------------------------------------

DECLARED = """
import json
from checks.exercise import find
from checks.levels import {name}
found = find("{id}")
print(json.dumps([found.rows, {name}.__file__]))
"""


@pytest.mark.parametrize("inside", ["levels", "checks/levels"])
def test_an_own_room_wins_over_the_package_s_of_that_name(tmp_path: Path, inside: str) -> None:
    room = add_room(tmp_path, "affine", inside)
    declared, file = python(DECLARED.format(name="affine", id="affine.first"), tmp_path)
    assert declared == {"answer": "of the folder's own room"}
    assert file == str(room / "__init__.py")


def test_an_own_room_hides_the_exercises_of_the_package_s(tmp_path: Path) -> None:
    add_room(tmp_path, "affine")
    found = python(ALL, tmp_path)
    assert {"affine.first", "affine.second", "add.layer"} <= set(found)
    assert "affine.forward" not in found


def test_a_room_that_only_the_folder_has_is_found(tmp_path: Path) -> None:
    room = add_room(tmp_path, "fresh")
    assert python(DECLARED.format(name="fresh", id="fresh.second"), tmp_path)[1] == str(room / "__init__.py")


def test_without_an_own_room_the_package_s_is_found(tmp_path: Path) -> None:
    add_room(tmp_path, "fresh")
    declared, file = python(DECLARED.format(name="affine", id="affine.forward"), tmp_path)
    assert "out" in declared
    assert file == str(PACKAGE / "affine" / "__init__.py")


def test_a_folder_with_answers_alone_hides_no_room(tmp_path: Path) -> None:
    (tmp_path / "levels" / "affine").mkdir(parents=True)
    (tmp_path / "levels" / "affine" / "answers.json").write_text("{}", encoding="utf-8")
    (tmp_path / CONFIG).touch()
    assert python(DECLARED.format(name="affine", id="affine.forward"), tmp_path)[1] == str(
        PACKAGE / "affine" / "__init__.py"
    )


USED = """
import json, os, sys
from pathlib import Path
import checks.levels
from checks import rooms
from checks.exercise import find
before = rooms.course_folder()
rooms.use(Path({folder!r}))
print(json.dumps([str(before), find("fresh.first").level, os.environ[rooms.VARIABLE]]))
"""


def test_a_process_can_be_told_of_a_folder_late(tmp_path: Path) -> None:
    add_room(tmp_path, "fresh")
    before, level, variable = python(USED.format(folder=str(tmp_path)), Path("/"))
    assert (before, level, variable) == ("None", "fresh", str(tmp_path))


def test_it_can_be_told_that_there_is_none(tmp_path: Path) -> None:
    add_room(tmp_path, "fresh")
    code = "import json; from checks import rooms; rooms.use(None); print(json.dumps('fresh' in rooms.rooms()))"
    assert python(code, tmp_path) is False
    assert python(code.replace("rooms.use(None); ", ""), tmp_path) is True


def test_pictures_of_an_own_room_are_found_as_well(tmp_path: Path) -> None:
    room = add_room(tmp_path, "affine")
    (room / "pictures.py").write_text("whose = 'ours'\n", encoding="utf-8")
    code = "import json; from course.levels.affine import pictures; print(json.dumps(pictures.whose))"
    assert python(code, tmp_path) == "ours"


# -- the index -------------------------------------------------------------------------------------------------------


ALL = """
import json
from checks.exercise import all_exercises
print(json.dumps({id: exercise.level for id, exercise in all_exercises().items()}))
"""


def test_the_built_index_names_exactly_the_declared_exercises() -> None:
    index = json.loads((PACKAGE / rooms.INDEX).read_text(encoding="utf-8"))
    assert index == python(ALL, Path("/"))
    assert list(index) == sorted(index)


def test_the_index_of_the_folder_comes_first(folder: Path) -> None:
    index = {"affine.forward": "fresh", "only.here": "fresh"}
    (folder / "levels" / rooms.INDEX).write_text(json.dumps(index), encoding="utf-8")
    rooms._indexes.cache_clear()
    try:
        assert rooms.indexed("affine.forward") == "fresh"
        assert rooms.indexed("only.here") == "fresh"
        assert rooms.indexed("add.layer") == "add_mul"
        assert rooms.indexed("no.such") is None
    finally:
        rooms._indexes.cache_clear()


@pytest.mark.parametrize("room", ["gone", "fresh"], ids=["a room that is no more", "another room"])
def test_an_index_that_is_behind_is_no_obstacle(tmp_path: Path, room: str) -> None:
    add_room(tmp_path, "affine")
    add_room(tmp_path, "fresh")
    (tmp_path / "levels" / rooms.INDEX).write_text(json.dumps({"affine.first": room}), encoding="utf-8")
    assert python(DECLARED.format(name="affine", id="affine.first"), tmp_path)[0]


LOADED = """
import json, sys
from checks.exercise import find
find({id!r})
print(json.dumps([name for name in sys.modules if name.startswith("checks.")]))
"""


def test_finding_an_exercise_loads_its_level_alone_and_no_mistakes() -> None:
    modules = python(LOADED.format(id="affine.backward"))
    levels = [name for name in modules if name.startswith("checks.levels.")]
    assert sorted(levels) == ["checks.levels.affine", "checks.levels.affine.probes"]
    assert [
        name for name in modules if name.rpartition(".")[2] in ("mistakes", "layer_mistakes", "formulas", "hints")
    ] == []


def test_every_exercise_that_is_declared_knows_its_room() -> None:
    assert {exercise.level for exercise in all_exercises().values()} <= set(rooms.rooms())
