"""Reading a submitted notebook, whatever its state: the sources of its cells, and which cells of the level they are.

Only text is taken over. Outputs, tags, widgets and all other metadata stay behind: they are the student's, and could
tell Jupyter or nbgrader to treat a cell in a way the course does not want.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

MAX_BYTES = 20_000_000
MAX_CELLS = 2_000


class Unreadable(Exception):
    """The file is no notebook that can be scored; the message says why and what to do, for student and instructor."""


@dataclass(frozen=True)
class SubmittedCell:
    """A cell as the student left it.  `id` is the nbgrader id it claims, or None."""

    kind: str
    source: str
    id: str | None = None


def read_submission(path: Path) -> list[SubmittedCell]:
    """The cells of a submitted notebook of any format version.  Raises Unreadable."""
    return [_cell(cell) for cell in _upgraded(_json(_bytes(path), path), path)]


def _bytes(path: Path) -> bytes:
    if path.is_symlink():
        raise Unreadable(f"{path.name} is a symbolic link, which is not followed. Submit the notebook itself.")
    if not path.is_file():
        raise Unreadable(f"{path.name} is not there. Check the path, or ask the student to submit again.")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable(
            f"{path.name} has {size // 1_000_000} MB; at most {MAX_BYTES // 1_000_000} MB are read. "
            "Clear all outputs, save, and submit again."
        )
    return path.read_bytes()


def _json(raw: bytes, path: Path) -> dict[str, Any]:
    if not raw.strip():
        raise Unreadable(f"{path.name} is empty. Open the level in JupyterLab, save it, and submit that file.")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            f"{path.name} is not a notebook: it is not valid JSON. "
            "Was it damaged, or renamed from another kind of file? Save it again from JupyterLab."
        ) from error
    if not isinstance(data, dict) or not ("cells" in data or "worksheets" in data):
        raise Unreadable(f"{path.name} is JSON, but not a notebook: it has no cells. Save it again from JupyterLab.")
    return data


def _upgraded(data: dict[str, Any], path: Path) -> list[Any]:
    """The list of cells in today's format."""
    if "worksheets" in data:
        data = _converted(data, path)
    cells = data.get("cells")
    if not isinstance(cells, list) or len(cells) > MAX_CELLS:
        raise Unreadable(f"{path.name} has no proper list of cells (at most {MAX_CELLS} are read).")
    return cells


def _converted(data: dict[str, Any], path: Path) -> dict[str, Any]:
    try:
        return dict(nbformat.convert(nbformat.from_dict(data), 4))
    except Exception as error:  # nbformat raises what it meets in a damaged file
        raise Unreadable(
            f"{path.name} was saved in an old notebook format and can't be converted ({type(error).__name__}). "
            "Open it in JupyterLab and save it again."
        ) from error


def _cell(data: Any) -> SubmittedCell:
    if not isinstance(data, dict):
        return SubmittedCell("markdown", "")
    kind = data.get("cell_type")
    source = _source(data.get("source", ""))
    return SubmittedCell("code" if kind == "code" else "markdown", source, _claimed_id(data.get("metadata")))


def _source(source: Any) -> str:
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")


def _claimed_id(metadata: Any) -> str | None:
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    claimed = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return claimed if isinstance(claimed, str) else None
