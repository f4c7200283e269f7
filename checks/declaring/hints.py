"""Hints as prose: `hints.toml` in a level's room, and what all levels share beside this module.

    [shared.mean-once]
    idea = "mean-once"
    text = "The mean over the batch is taken once, in the loss, and dout brings it along. Where is it taken again?"

    [affine.backward]
    mean-in-dx = "mean-once"

    [affine.backward.dW-transposed]
    idea = "transpose"
    text = "{row} must lie on W entry by entry. Which factor gives a product its rows?"

A table is a hint: whole sentences, with named placeholders where a word is filled in. A word alone names a shared hint.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checks import rooms

FILE = "hints.toml"
_HERE = Path(__file__).parent


class HintError(LookupError):
    """A hint is missing or not complete: the message says where and what."""


@dataclass(frozen=True)
class Hint:
    """The sentence that a student reads, and the idea that it belongs to."""

    text: str
    idea: str

    def filled(self, words: Mapping[str, str]) -> Hint:
        """The same with words in its placeholders.  Raises HintError when there is none for one of them."""
        try:
            return Hint(self.text.format_map(words), self.idea)
        except (LookupError, ValueError) as error:  # ValueError: a brace that stands alone
            raise HintError(f"the placeholders of this hint can't be filled ({error}): {self.text}") from error


class Hints:
    """The hints of one room."""

    def __init__(self, room: str) -> None:
        self._room = room
        path = rooms.find_file(room, FILE)
        self._own = _tables(path) if path else {}
        self._shared = {**_tables(_HERE / FILE)["shared"], **self._own.get("shared", {})}

    def find(self, id: str, key: str) -> Hint:
        """The hint of a mistake or a row in an exercise.  Raises HintError when there is none."""
        found = word = self._of(id).get(key, key)
        if isinstance(word, str):
            found = self._shared.get(word)
        if found is None:
            raise HintError(f"{self._room}/{FILE}: there is no hint [{id}] {key}, nor a shared one named {word}")
        return self._checked(found, f"[{id}] {key}")

    def _of(self, id: str) -> dict[str, Any]:
        thing, part = id.split(".")
        table: dict[str, Any] = self._own.get(thing, {}).get(part, {})
        return table

    def _checked(self, hint: Any, where: str) -> Hint:
        if not isinstance(hint, dict) or not all(isinstance(hint.get(part), str) for part in ("text", "idea")):
            raise HintError(f"{self._room}/{FILE}: {where} needs a text and an idea")
        if hint["idea"] not in ideas():
            raise HintError(f"{self._room}/{FILE}: {where}: there is no idea {hint['idea']!r} in declaring/ideas.toml")
        return Hint(hint["text"], hint["idea"])


@cache
def ideas() -> Mapping[str, dict[str, str]]:
    """The ideas of the course by name, each with a title."""
    return _tables(_HERE / "ideas.toml")


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # not TOML, or not even UTF-8
        raise HintError(f"{path} is not proper TOML: {error}") from error
