"""A course folder with a room of its own, `product`, whose mistakes a test declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checks import exercise as declared
from checks import rooms
from checks.declaring.mistakes import Judging
from checks.exercise import Exercise
from checks.judging import rubric
from tests.checks.strategies import EXERCISE

Write = Callable[[str], Path]


@pytest.fixture
def write_hints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the hints.toml of the room `product`."""
    monkeypatch.setenv(rooms.VARIABLE, str(tmp_path))

    def write(text: str) -> Path:
        path = tmp_path / "levels" / "product" / "hints.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def registries() -> Iterator[None]:
    """What is declared in the room `product` is forgotten after the test."""
    yield
    for id in [id for id, exercise in declared._declared.items() if exercise.level == "product"]:
        del declared._declared[id]
        rubric._rubrics.pop(id, None)


@pytest.fixture
def product(registries: None) -> Exercise:
    """The exercise of the room `product`, as if its probes had declared it."""
    return declared.declare(EXERCISE)


@pytest.fixture
def judging(product: Exercise, write_hints: Write) -> Callable[[str], Judging]:
    """The room `product` with these hints, as its mistakes module sees it."""

    def judging(hints: str) -> Judging:
        write_hints(hints)
        return Judging("checks.levels.product.mistakes")

    return judging
