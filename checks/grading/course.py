"""The course on disk: its levels, and the authored text of each as a notebook.

A level is one MyST text notebook, `source/NN-name/name.md`, with its solutions and hidden tests inside. Everything
else about a level is made from it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from checks.grading.marks import DEFAULTS, grade_id
from checks.rooms import ANSWERS, CONFIG, own_rooms, room_of

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class CourseError(Exception):
    """The course or a request is not as it should be; the message says what to do."""


@dataclass(frozen=True)
class Course:
    """A course's folder: where `nbgrader_config.py` and `source/` are."""

    root: Path

    @staticmethod
    def find(start: Path | None = None) -> Course:
        """The course around `start` (the current folder by default), else the one this package was installed from."""
        here = (start or Path.cwd()).resolve()
        for folder in [here, *here.parents, Path(__file__).resolve().parents[2]]:
            if (folder / CONFIG).is_file() and (folder / "source").is_dir():
                return Course(folder)
        raise CourseError(f"There is no course here: no folder above {here} has {CONFIG} and source/.")

    def levels(self) -> list[str]:
        """The names of all levels, in order."""
        return sorted(path.parent.name for path in (self.root / "source").glob("*/*.md"))

    def level(self, name: str) -> str:
        """The level of that name, or whose room has it, such as "04-affine" of "affine".  Raises CourseError."""
        found = [level for level in self.levels() if name in (level, room_of(level))]
        if not found:
            raise CourseError(f"source/ has no level of the name {name}. The levels are: {', '.join(self.levels())}.")
        return found[0]

    def answers(self, level: str) -> Path:
        """Where the right rows on the visible inputs are stored: in the course's own room, never in a package."""
        return own_rooms(self.root) / room_of(level) / ANSWERS

    def text(self, level: str) -> Path:
        """The authored text of a level.  Raises CourseError when there is none, or more than one."""
        texts = sorted((self.root / "source" / level).glob("*.md"))
        if len(texts) != 1:
            raise CourseError(
                f"source/{level} should hold one text notebook (.md), and holds {len(texts)}. "
                f"The levels are: {', '.join(self.levels())}."
            )
        return texts[0]

    def notebook(self, level: str) -> str:
        """The name of a level's notebook, without the extension: nbgrader's notebook id."""
        return self.text(level).stem

    def source(self, level: str) -> NotebookNode:
        """The authored notebook: solutions and hidden tests inside, no outputs."""
        return read_text(self.text(level))

    def release(self, level: str) -> Path:
        """What students get."""
        return self.root / "release" / level / f"{self.notebook(level)}.ipynb"

    def solution(self, level: str) -> Path:
        """The solved and executed notebook, as people read it."""
        return self.root / "solutions" / level / f"{self.notebook(level)}.ipynb"

    def files(self, level: str) -> list[Path]:
        """The files that a level brings along beside its notebook, such as `layers.py`."""
        folder = self.root / "source" / level
        skipped = {".md", ".ipynb"}
        return sorted(p for p in folder.iterdir() if p.is_file() and p.suffix not in skipped and p.name[0] != ".")


def read_text(path: Path) -> NotebookNode:
    """A MyST text notebook as a notebook: nbgrader's metadata completed, cell ids that depend on the text alone."""
    import jupytext

    try:
        notebook = jupytext.read(path, fmt="md:myst")
    except Exception as error:  # jupytext raises many kinds; the author needs the file and the reason
        raise CourseError(f"{path} can't be read as a MyST text notebook: {error}") from error
    cells = [_cell(cell) for cell in notebook.cells]
    for cell, identity in zip(cells, _ids(cells), strict=True):
        cell["id"] = identity
    return nbformat.v4.new_notebook(cells=cells, metadata=METADATA)  # type: ignore[no-any-return]


def pair(course: Course, level: str) -> Path:
    """Write the authored text as the notebook that nbgrader reads, unless it is there and up to date."""
    text = course.text(level)
    notebook = text.with_suffix(".ipynb")
    if not notebook.is_file() or notebook.stat().st_mtime_ns < text.stat().st_mtime_ns:
        write_text(notebook, nbformat.writes(read_text(text), 4) + "\n")
    return notebook


def write_text(path: Path, text: str) -> bool:
    """Write a file whole or not at all.  Returns whether its content changed."""
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
    return text != before


def _cell(cell: NotebookNode) -> NotebookNode:
    new: Any = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    metadata = {name: cell.metadata[name] for name in ("nbgrader", "tags") if name in cell.metadata}
    if "nbgrader" in metadata:
        metadata["nbgrader"] = {**DEFAULTS, **metadata["nbgrader"]}
        metadata["nbgrader"]["locked"] |= metadata["nbgrader"]["grade"]
    return new(source=cell.source, metadata=metadata)  # type: ignore[no-any-return]


def _ids(cells: list[NotebookNode]) -> list[str]:
    """A cell id for each: the grade id, else a hash of the text, so that a diff shows only what was edited."""
    seen: dict[str, int] = {}
    ids = []
    for cell in cells:
        name = grade_id(cell) or hashlib.sha256(cell.source.encode()).hexdigest()[:8]
        seen[name] = seen.get(name, 0) + 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return ids
