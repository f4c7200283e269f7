"""Taking active content out of a submission, before its notebook is shown to anybody.

nbgrader shows a graded notebook to the student, in the feedback page, and to the instructor, in the formgrader, where a
script would run with the instructor's rights. What can carry none stays: text and pictures.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

import nh3
from nbconvert.filters import markdown2html_mistune
from nbformat import NotebookNode

FORMATTING = """
    a abbr b blockquote br code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre span strong sub sup table tbody td
    th thead tr ul
"""
PICTURES = ("image/png", "image/jpeg")


def disarm_outputs(notebook: NotebookNode) -> None:
    """Keep of each output only what is shown as text, and proper pictures."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data, output.metadata = _safe_data(output.data), _safe_metadata(output.metadata)


def _safe_data(data: dict[str, Any]) -> NotebookNode:
    kept = {"text/plain": str(data.get("text/plain", "(an output that is not shown here)"))}
    return NotebookNode(kept | {mime: data[mime] for mime in PICTURES if _is_base64(data.get(mime))})


def _is_base64(text: Any) -> bool:
    try:
        return isinstance(text, str) and bool(base64.b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError):
        return False


def _safe_metadata(metadata: dict[str, Any]) -> NotebookNode:
    """A picture's size and its description in words."""
    kept: dict[str, Any] = {}
    for mime in PICTURES:
        about = metadata.get(mime)
        if isinstance(about, dict):
            sizes = {name: about[name] for name in ("width", "height") if type(about.get(name)) is int}
            kept[mime] = sizes | ({"alt": about["alt"]} if isinstance(about.get("alt"), str) else {})
    return NotebookNode(kept)


def disarm_markdown(source: str) -> str:
    """Markdown as HTML in which only formatting and links to the web are left.

    One block without a blank line: nothing in it is taken for Markdown a second time.
    """
    html = markdown2html_mistune(source)
    safe = nh3.clean(html, tags=set(FORMATTING.split()), attributes={"a": {"href"}}, url_schemes={"http", "https"})
    return "\n".join(["<div>", *(line for line in safe.splitlines() if line.strip()), "</div>"])
