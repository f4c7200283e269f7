"""The layers that a level brings along are those of the earlier levels, solved."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from checks.grading.course import CourseError
from course.building import given as module
from course.building.build import write_layers
from course.building.given import GIVEN, given_layers
from tests.answers import COURSE, namespace
from tests.classroom import AFFINE, fresh_course

TWO_LAYERS = "08-two-layer-net"
BRINGING = sorted(GIVEN)


def text(level: str) -> str:
    found = given_layers(COURSE, level)
    assert found is not None
    return found


def test_levels_and_what_they_take_exist_and_come_earlier() -> None:
    assert set(GIVEN) <= set(COURSE.levels())
    for level, parts in GIVEN.items():
        assert all(earlier < level and earlier in COURSE.levels() for earlier in parts)


@pytest.mark.parametrize("level", BRINGING)
def test_it_defines_what_it_is_to_bring_in_that_order_and_nothing_else(level: str) -> None:
    body = ast.parse(text(level)).body
    names = [node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert names == [name for wanted in GIVEN[level].values() for name in wanted]
    assert [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)] == [
        "import numpy as np"
    ]
    assert len(body) == 2 + len(names)  # a docstring, the import, the definitions


@pytest.mark.parametrize("level", BRINGING)
def test_it_runs_by_itself_says_where_it_is_from_and_has_no_marks(level: str) -> None:
    space: dict[str, object] = {}
    exec(compile(text(level), "layers.py", "exec"), space)
    assert str(space["__doc__"]).endswith(f"Made by `course build {level}`: change those levels instead.")
    for mark in ("SOLUTION", "HIDDEN", "NotImplementedError", "checks."):
        assert mark not in text(level)
    assert text(level).endswith("\n")


def test_the_layers_compute_what_the_solved_levels_compute() -> None:
    space: dict[str, object] = {}
    exec(compile(text(TWO_LAYERS), "layers.py", "exec"), space)
    rng = np.random.default_rng(0)
    x, W, b, dout = (rng.normal(size=shape) for shape in ((4, 3), (3, 5), (5,), (4, 5)))
    brought, solved = (names["Affine"](W, b) for names in (space, namespace(AFFINE)))  # type: ignore[operator]
    np.testing.assert_array_equal(brought.forward(x), solved.forward(x))
    np.testing.assert_array_equal(brought.backward(dout), solved.backward(dout))
    np.testing.assert_array_equal(brought.dW, solved.dW)


def test_other_levels_bring_nothing_along() -> None:
    assert given_layers(COURSE, AFFINE) is None
    assert given_layers(COURSE, "no-such-level") is None


@pytest.mark.parametrize("level", BRINGING)
def test_the_file_beside_the_text_is_as_it_would_be_built(level: str) -> None:
    stored = (COURSE.root / "source" / level / "layers.py").read_text(encoding="utf-8")
    assert stored == text(level), f"run `course build {level}`"


def test_a_name_that_an_earlier_level_does_not_define_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GIVEN", {TWO_LAYERS: {AFFINE: ("Affine", "Afine")}})
    with pytest.raises(CourseError, match=r"^04-affine defines no Afine, .*\(course/building/given\.py\)\.$"):
        given_layers(COURSE, TWO_LAYERS)


def test_what_is_no_function_or_class_is_not_brought_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GIVEN", {TWO_LAYERS: {AFFINE: ("np",)}})
    with pytest.raises(CourseError, match="defines no np"):
        given_layers(COURSE, TWO_LAYERS)


def test_building_writes_it_beside_the_text_and_only_when_it_changed(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = fresh_course(tmp_path_factory.mktemp("given"), AFFINE)
    monkeypatch.setattr(module, "GIVEN", {TWO_LAYERS: {AFFINE: ("Affine",)}})
    path = course.root / "source" / TWO_LAYERS / "layers.py"
    assert write_layers(course, TWO_LAYERS) == str(path)
    assert "class Affine" in path.read_text(encoding="utf-8")
    assert write_layers(course, TWO_LAYERS) == ""
    assert write_layers(course, AFFINE) == ""
    assert not (course.root / "source" / AFFINE / "layers.py").exists()
