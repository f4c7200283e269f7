"""Where the rooms of the levels are: in a course folder of one's own first, in this package second.

A level's room is the package `checks.levels.NAME`; what it shows lies in `course.levels.NAME`. A course folder may
bring rooms of its own in `levels/NAME/`, and what is built for it, such as the stored answers, is written there. In a
checkout of this project the folder's own rooms are `checks/levels/` and `course/levels/` themselves.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

CONFIG = "nbgrader_config.py"
VARIABLE = "CHECKS_ROOMS"
"""Names the course folder in a process that has no other way to know it; empty: there is none."""
INDEX = "index.json"
ANSWERS = "answers.json"
PACKAGES = ("checks", "course")
_HERE = Path(__file__).resolve().parent
PACKAGES_FOLDER = _HERE.parent
"""Where this package and `course` lie side by side."""


def room_of(level: str) -> str:
    """The room of a level: "04-add-mul" lives in "add_mul"."""
    number, _, name = level.partition("-")
    return (name if number.isdigit() else level).replace("-", "_")


def own_rooms(root: Path, package: str = "checks") -> Path:
    """Where a course folder has the rooms that are its own, whether or not there are any."""
    inside = root / package / "levels"
    return inside if inside.is_dir() else root / "levels"


def use(root: Path | None) -> None:
    """Look for rooms in this course folder first, in this process and in those that it starts with our help."""
    os.environ[VARIABLE] = str(root or "")
    for package in PACKAGES:
        module = sys.modules.get(f"{package}.levels")
        if module is not None:
            module.__path__ = search_path(package)
    importlib.invalidate_caches()
    _indexes.cache_clear()


def search_path(package: str) -> list[str]:
    """Where rooms of a package are looked for, in this order."""
    root = course_folder()
    own = [str(own_rooms(root, package))] if root else []
    return list(dict.fromkeys([*own, str(PACKAGES_FOLDER / package / "levels")]))


def course_folder() -> Path | None:
    """The course folder around this process, or None."""
    if VARIABLE in os.environ:
        return Path(os.environ[VARIABLE]) if os.environ[VARIABLE] else None
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / CONFIG).is_file()), None)


def find_file(room: str, name: str) -> Path | None:
    """A file of a room, the course folder's own one before the package's; None if neither has it."""
    paths = (Path(folder) / room / name for folder in search_path("checks"))
    return next((path for path in paths if path.is_file()), None)


def rooms() -> list[str]:
    """The names of all rooms, in alphabetical order."""
    found = {module.name for module in pkgutil.iter_modules(search_path("checks")) if module.ispkg}
    return sorted(found)


def modules(room: str, half: str) -> Iterator[Any]:
    """Import what a room declares: all its modules named after a half, "probes" or "mistakes".

    One half drives what a student built and is all that a sandbox needs; the other one is for the judge alone.
    """
    package = importlib.import_module(f"checks.levels.{room}")
    every = sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name)
    for module in every:
        if module.name.startswith(half):
            yield importlib.import_module(f"{package.__name__}.{module.name}")


def indexed(id: str) -> str | None:
    """The room in which the built index says that an exercise is declared, or None; a room may be gone since then."""
    named = (index[id] for index in _indexes() if id in index)
    return next((room for room in named if find_file(room, "__init__.py")), None)


@cache
def _indexes() -> tuple[dict[str, str], ...]:
    paths = (Path(folder) / INDEX for folder in search_path("checks"))
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in paths if path.is_file())
