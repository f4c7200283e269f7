"""Active content does not survive; text and pictures do."""

from __future__ import annotations

import base64

import nbformat
import pytest
from nbconvert.filters import markdown2html_mistune
from nbformat.v4 import new_code_cell, new_notebook, new_output

from checks.grading.submitted.disarm import disarm_markdown, disarm_outputs

PICTURE = base64.b64encode(b"\x89PNG").decode()


def kept(data: dict[str, str], metadata: dict[str, object] | None = None) -> nbformat.NotebookNode:
    output = new_output("display_data", data=data, metadata=metadata or {})
    notebook = new_notebook(cells=[new_code_cell(outputs=[output])])
    disarm_outputs(notebook)
    return notebook.cells[0].outputs[0]


def test_text_and_pictures_stay() -> None:
    output = kept({"text/plain": "<b>", "image/png": PICTURE}, {"image/png": {"alt": "a graph", "width": 300}})
    assert output.data == {"text/plain": "<b>", "image/png": PICTURE}
    assert output.metadata == {"image/png": {"alt": "a graph", "width": 300}}


@pytest.mark.parametrize(
    "mime",
    ["text/html", "image/svg+xml", "application/javascript", "text/markdown", "text/latex", "application/x+json"],
)
def test_everything_else_goes(mime: str) -> None:
    assert kept({mime: "<script>alert(1)</script>"}).data == {"text/plain": "(an output that is not shown here)"}


def test_a_picture_that_is_none_and_a_size_that_is_none_go() -> None:
    output = kept({"image/png": '"><script>', "text/plain": "x"}, {"image/png": {"width": '"><script>', "alt": 3}})
    assert output.data == {"text/plain": "x"}
    assert output.metadata == {"image/png": {}}


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](j&#97;vascript:alert(1))",
        "<script></script> [a](javascript:alert(1))",
        "<div>\n\n[a](javascript:alert(1))\n\n</div>",
        "</div>\n\n[a](javascript:alert(1))",
        "[a]: javascript:alert(1)\n\n[a]",
        "[a](data:text/html,<script>alert(1)</script>)",
        "```\n\n```\n<svg onload=alert(1)>",
        "- </div>\n\n  <iframe src=javascript:alert(1)>",
    ],
)
def test_no_script_is_left_in_markdown_when_it_is_rendered(source: str) -> None:
    page = markdown2html_mistune(disarm_markdown(source))
    for active in ("<script", "<img", "<svg", "<iframe", 'href="javascript', 'href="data'):
        assert active not in page


def test_formatting_links_and_formulas_stay() -> None:
    page = markdown2html_mistune(disarm_markdown("# Title\n\n**bold** `x < 1` [a](https://a.org) $a_1 < b$\n\n- one"))
    for part in (
        "<h1>",
        "<strong>bold</strong>",
        "<code>x &lt; 1</code>",
        'href="https://a.org"',
        "$a_1 &lt; b$",
        "<li>one",
    ):
        assert part in page
