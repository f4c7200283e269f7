"""What a stored solution was made from, and whether it is still what was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from checks import rooms
from checks.grading.level import Level
from checks.rooms import PACKAGES, PACKAGES_FOLDER, room_of, search_path

MADE = "backprop_course"
SHARED = (
    "checks/*.py",
    "checks/declaring/*",
    "checks/judging/*.py",
    "checks/levels/*.py",
    "course/figures/**/*",
    "course/levels/*.py",
    *(f"course/{name}.py" for name in ("__init__", "data", "data_people", "needs", "training")),
)
"""What every level's notebook may run, in the folder of the two packages."""


def fingerprint(level: Level, notebook: NotebookNode) -> str:
    """A hash of everything that a level's outputs depend on: its cells, its files, its rooms and the shared ones."""
    digest = hashlib.sha256()
    for cell in notebook.cells:
        digest.update(cell.source.encode() + b"\0")
    for name, content in sorted(level.files.items()):
        digest.update(name.encode() + b"\0" + content + b"\0")
    for name, path in sorted(depends_on(level.name)):
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def depends_on(level: str) -> Iterator[tuple[str, Path]]:
    """The files that a level's notebook may run, each with its name in the house."""
    for pattern in SHARED:
        for path in PACKAGES_FOLDER.glob(pattern):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(PACKAGES_FOLDER).as_posix(), path
    for package in PACKAGES:
        for folder in search_path(package):
            for path in (Path(folder) / room_of(level)).rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts and path.name != rooms.ANSWERS:
                    yield f"{package}/levels/{path.relative_to(folder).as_posix()}", path


def seal(notebook: NotebookNode, made_from: str) -> None:
    """Write into a notebook what it was made from, and a hash of the outputs of each code cell."""
    notebook.metadata[MADE] = {"made_from": made_from, "outputs": output_hashes(notebook)}


def made_from(notebook: NotebookNode) -> str:
    """The fingerprint of what a notebook was made from; "" when it does not say."""
    return str(notebook.metadata.get(MADE, {}).get("made_from", ""))


def is_whole(notebook: NotebookNode) -> bool:
    """Whether every output is still the one that was stored."""
    return bool(notebook.metadata.get(MADE, {}).get("outputs") == output_hashes(notebook))


def output_hashes(notebook: NotebookNode) -> list[str]:
    """A hash of the outputs of each code cell."""
    return [_hash(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]


def _hash(outputs: list[NotebookNode]) -> str:
    return hashlib.sha256(json.dumps(outputs, sort_keys=True).encode()).hexdigest()[:8]
