"""The hints: every one is used, each text stands once, each names an idea, and every idea is met."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checks import declaring
from checks.declaring.hints import FILE, ideas
from checks.exercise import Exercise, all_exercises
from checks.judging.rubric import rubric_of
from checks.rooms import find_file, rooms

ROOMS = rooms()
SHARED = Path(declaring.__path__[0]) / FILE


def hints(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The hints of a file, each with the name of its table."""
    yield from _hints("", tomllib.loads(path.read_text(encoding="utf-8")))


def _hints(name: str, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    if "text" in table:
        yield name, table
        return
    for key, inner in table.items():
        if isinstance(inner, dict):
            yield from _hints(f"{name}.{key}".strip("."), inner)


def own(room: str) -> list[tuple[str, dict[str, str]]]:
    path = find_file(room, FILE)
    assert path, f"checks/levels/{room} has no {FILE}"
    return list(hints(path))


def exercises(room: str) -> list[Exercise]:
    return [exercise for exercise in all_exercises().values() if exercise.level == room]


def said(room: str) -> set[str]:
    """Every sentence that the judge may say in a level."""
    rubrics = [rubric_of(exercise) for exercise in exercises(room)]
    return {text for rubric in rubrics for text in (*rubric.behaviour.values(), *(m.hint for m in rubric.mistakes))}


def is_said(text: str, sentences: set[str]) -> bool:
    """Whether a text, with any words in its placeholders, is among the sentences."""
    parts = [re.escape(part.replace("{{", "{").replace("}}", "}")) for part in re.split(r"(?<!\{)\{\w+\}", text)]
    return any(re.fullmatch(".+".join(parts), sentence) for sentence in sentences)


@pytest.mark.parametrize("room", ROOMS)
def test_every_hint_of_a_level_is_used(room: str) -> None:
    sentences = said(room)
    assert [name for name, hint in own(room) if not is_said(hint["text"], sentences)] == []


def test_every_shared_hint_is_used_in_several_levels() -> None:
    sentences = {room: said(room) for room in ROOMS}
    for name, hint in hints(SHARED):
        users = [room for room in ROOMS if is_said(hint["text"], sentences[room])]
        assert len(users) > 1, f"{name} is used by {users}"


def test_no_text_stands_twice() -> None:
    texts: dict[str, str] = {}
    for room, found in [("declaring", hints(SHARED)), *((room, iter(own(room))) for room in ROOMS)]:
        for name, hint in found:
            assert hint["text"] not in texts, f"{room} {name} says the same as {texts[hint['text']]}"
            texts[hint["text"]] = f"{room} {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_every_mistake_names_an_idea(room: str) -> None:
    for exercise in exercises(room):
        for mistake in rubric_of(exercise).mistakes:
            assert mistake.idea in ideas(), (exercise.id, mistake.name)


def test_every_idea_is_met_and_has_a_title() -> None:
    met = {hint["idea"] for room in ROOMS for _, hint in own(room)} | {hint["idea"] for _, hint in hints(SHARED)}
    assert set(ideas()) - met == set()
    assert all(idea["title"] for idea in ideas().values())


@pytest.mark.parametrize("room", ROOMS)
def test_hints_are_whole_sentences(room: str) -> None:
    for name, hint in own(room):
        assert re.match(r"[A-Z0-9`{(]|[a-z]\w*(\[|\(|\b)", hint["text"]), name
        assert hint["text"].endswith((".", "?")), name
        assert "  " not in hint["text"], name
