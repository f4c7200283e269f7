"""A submission is read whatever its state, or refused with a sentence that says what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from checks.grading.submitted import reading
from checks.grading.submitted.reading import SubmittedCell, Unreadable, read_submission


def written(folder: Path, content: Any) -> Path:
    path = folder / "affine.ipynb"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps(content), encoding="utf-8")
    return path


def read(folder: Path, content: Any) -> list[SubmittedCell]:
    return read_submission(written(folder, content))


def code(source: Any, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": metadata}


# -- what is read ----------------------------------------------------------------------------------------------------


def test_only_kind_source_and_id_are_taken_over(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# Affine"),
            nbformat.v4.new_code_cell(
                "x = 1",
                metadata={"nbgrader": {"grade_id": "affine", "points": 100}, "tags": ["skip-execution"]},
                outputs=[nbformat.v4.new_output("stream", text="100")],
            ),
        ]
    )
    assert read(tmp_path, notebook) == [SubmittedCell("markdown", "# Affine"), SubmittedCell("code", "x = 1", "affine")]


def test_a_notebook_without_metadata_and_cell_ids(tmp_path: Path) -> None:
    assert read(tmp_path, {"cells": [{"cell_type": "code", "source": "x"}]}) == [SubmittedCell("code", "x")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\nb", "a\nb"),
        (["a\n", "b"], "a\nb"),
        (["a\n", 3, None, "b"], "a\nb"),
        (None, ""),
        (7, ""),
        ({"a": 1}, ""),
        ("a\r\nb\r\n", "a\nb\n"),
        (["a\r\n", "b"], "a\nb"),
        ("größe = 'σ'", "größe = 'σ'"),
        ("x = '\ud800'", "x = '?'"),
    ],
)
def test_a_source_in_any_state(tmp_path: Path, source: Any, text: str) -> None:
    assert read(tmp_path, {"cells": [code(source)]}) == [SubmittedCell("code", text)]


@pytest.mark.parametrize("metadata", [None, [], "x", {"nbgrader": []}, {"nbgrader": {"grade_id": 3}}, {"nbgrader": {}}])
def test_metadata_in_any_state_claims_no_cell(tmp_path: Path, metadata: Any) -> None:
    cell = {"cell_type": "code", "source": "x", "metadata": metadata}
    assert read(tmp_path, {"cells": [cell]}) == [SubmittedCell("code", "x")]


@pytest.mark.parametrize("cell", [None, 3, "x = 1", [], {}, {"cell_type": "heading"}])
def test_what_is_no_cell_becomes_an_empty_one(tmp_path: Path, cell: Any) -> None:
    assert read(tmp_path, {"cells": [cell]}) == [SubmittedCell("markdown", "")]


def test_format_3_with_worksheets(tmp_path: Path) -> None:
    v3 = nbformat.v3
    cells = [
        v3.new_heading_cell("Affine"),
        v3.new_code_cell("x = 1", metadata={"nbgrader": {"grade_id": "affine"}}, outputs=[]),
        v3.new_text_cell("markdown", "why"),
    ]
    notebook = v3.new_notebook(worksheets=[v3.new_worksheet(cells=part) for part in (cells[:2], cells[2:])])
    assert json.loads(nbformat.writes(notebook, 3))["worksheets"]
    assert read(tmp_path, notebook) == [
        SubmittedCell("markdown", "# Affine"),
        SubmittedCell("code", "x = 1", "affine"),
        SubmittedCell("markdown", "why"),
    ]


def test_format_2(tmp_path: Path) -> None:
    v2 = nbformat.v2
    notebook = v2.new_notebook(worksheets=[v2.new_worksheet(cells=[v2.new_code_cell(input="x = 1")])])
    assert notebook.nbformat == 2
    assert read(tmp_path, notebook) == [SubmittedCell("code", "x = 1")]


def test_a_byte_order_mark(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + json.dumps({"cells": [code("x")]}).encode()) == [SubmittedCell("code", "x")]


# -- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"import numpy as np", "not valid JSON"),
        (b'{"cells": [', "not valid JSON"),
        (b"\xff\xfe\x00garbage", "not valid JSON"),
        (b"PK\x03\x04", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"cells": ' + b"9" * 5_000 + b"}", "not valid JSON"),
        ([], "not a notebook: it has no cells"),
        ({"a": 1}, "not a notebook: it has no cells"),
        ("cells", "not a notebook: it has no cells"),
        (None, "not a notebook: it has no cells"),
        ({"cells": {}}, "no proper list of cells"),
        ({"cells": None}, "no proper list of cells"),
        ({"worksheets": 3, "nbformat": 3}, "old notebook format"),
        ({"worksheets": [{"cells": [{"a": 1}]}], "nbformat": 3}, "old notebook format"),
        ({"worksheets": [], "nbformat": 4}, "has no proper list of cells"),
        ({"worksheets": [], "nbformat": 99}, "old notebook format"),
    ],
)
def test_what_is_no_notebook_is_refused_with_the_reason(tmp_path: Path, content: Any, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence) as refused:
        read(tmp_path, content)
    assert str(refused.value).startswith("affine.ipynb ")


def test_nesting_a_thousand_deep_in_an_old_format(tmp_path: Path) -> None:
    deep = b'{"nbformat": 3, "worksheets": ' + b"[" * 900 + b"]" * 900 + b"}"
    with pytest.raises(Unreadable, match="old notebook format"):
        read(tmp_path, deep)


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    target = written(tmp_path, {"cells": []})
    link = tmp_path / "link.ipynb"
    link.symlink_to(target)
    with pytest.raises(Unreadable, match="symbolic link"):
        read_submission(link)


@pytest.mark.parametrize("name", ["missing.ipynb", "."])
def test_what_is_no_file_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match="is not there"):
        read_submission(tmp_path / name)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, {"cells": [code("x" * 100)]})
    monkeypatch.setattr(reading, "MAX_BYTES", path.stat().st_size)
    assert len(read_submission(path)) == 1
    monkeypatch.setattr(reading, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(Unreadable, match=r"Clear all outputs, save, and submit again\."):
        read_submission(path)


def test_too_many_cells_are_not_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, {"cells": [code("x")] * reading.MAX_CELLS})) == reading.MAX_CELLS
    with pytest.raises(Unreadable, match=f"at most {reading.MAX_CELLS} are read"):
        read(tmp_path, {"cells": [code("x")] * (reading.MAX_CELLS + 1)})
