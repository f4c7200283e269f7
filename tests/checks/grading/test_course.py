"""The course on disk: texts become notebooks, once and always the same."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest

from checks.grading.course import METADATA, Course, CourseError, pair, read_text, write_text
from checks.grading.marks import grade_id
from checks.rooms import CONFIG
from tests.answers import COURSE

TEXT = """\
# A level

```{code-cell}
:nbgrader: {grade_id: imports, locked: true}
:tags: [hide-input]

import numpy as np
```

```{code-cell}
:nbgrader: {grade_id: answer, solution: true}

x = 1
```

```{code-cell}
:nbgrader: {grade_id: check, grade: true, points: 2}

print(x)
```

```{code-cell}
print("again")
```

```{code-cell}
print("again")
```
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    (tmp_path / CONFIG).touch()
    folder = tmp_path / "source" / "01-first"
    folder.mkdir(parents=True)
    (folder / "first.md").write_text(TEXT, encoding="utf-8")
    return Course(tmp_path)


def test_the_course_is_found_from_any_folder_in_it(course: Course) -> None:
    assert Course.find(course.root / "source" / "01-first") == course


def test_elsewhere_it_is_the_installed_one(tmp_path: Path) -> None:
    assert Course.find(tmp_path) == COURSE


def test_levels_are_in_order(course: Course) -> None:
    for name in ("10-last", "02-second"):
        (course.root / "source" / name).mkdir()
        (course.root / "source" / name / "x.md").touch()
    (course.root / "source" / "empty").mkdir()
    assert course.levels() == ["01-first", "02-second", "10-last"]


def test_a_level_has_one_text(course: Course) -> None:
    assert course.notebook("01-first") == "first"
    assert course.release("01-first") == course.root / "release/01-first/first.ipynb"
    with pytest.raises(CourseError, match=r"source/02-no should hold one .*holds 0\. The levels are: 01-first\."):
        course.text("02-no")
    (course.root / "source/01-first/notes.md").touch()
    with pytest.raises(CourseError, match="holds 2"):
        course.text("01-first")


def test_a_level_is_known_by_its_name_and_by_that_of_its_room(course: Course) -> None:
    (course.root / "source" / "02-two-words").mkdir()
    (course.root / "source" / "02-two-words" / "x.md").touch()
    assert course.level("01-first") == course.level("first") == "01-first"
    assert course.level("two_words") == "02-two-words"
    with pytest.raises(CourseError, match=r"no level of the name last\. The levels are: 01-first, 02-two-words\."):
        course.level("last")


def test_answers_are_stored_in_the_course_s_own_rooms(course: Course) -> None:
    assert course.answers("01-first") == course.root / "levels/first/answers.json"
    (course.root / "checks" / "levels").mkdir(parents=True)
    assert course.answers("02-two-words") == course.root / "checks/levels/two_words/answers.json"


def test_files_that_a_level_brings_along(course: Course) -> None:
    folder = course.root / "source/01-first"
    for name in ("layers.py", "digits.npz", "first.ipynb", ".first.ipynb.new"):
        (folder / name).touch()
    (folder / ".ipynb_checkpoints").mkdir()
    assert [path.name for path in course.files("01-first")] == ["digits.npz", "layers.py"]


def test_a_text_becomes_a_notebook_with_all_that_nbgrader_needs(course: Course) -> None:
    notebook = course.source("01-first")
    nbformat.validate(notebook)
    assert notebook.metadata == METADATA
    text, imports, answer, check, *others = notebook.cells
    assert text.cell_type == "markdown"
    assert imports.metadata.tags == ["hide-input"]
    common = {"schema_version": 3, "task": False}
    assert imports.metadata.nbgrader == {
        **common, "grade_id": "imports", "locked": True, "grade": False, "solution": False,
    }  # fmt: skip
    assert answer.metadata.nbgrader == {
        **common, "grade_id": "answer", "locked": False, "grade": False, "solution": True,
    }  # fmt: skip
    assert check.metadata.nbgrader == {
        **common, "grade_id": "check", "locked": True, "grade": True, "solution": False, "points": 2,
    }  # fmt: skip
    assert [grade_id(cell) for cell in [text, *others]] == [None, None, None]


def test_cell_ids_depend_on_the_text_alone(course: Course) -> None:
    ids = [cell.id for cell in course.source("01-first").cells]
    assert ids[1:4] == ["imports", "answer", "check"]
    assert ids[5] == f"{ids[4]}-2"
    path = course.text("01-first")
    path.write_text(TEXT.replace("print(x)", "print(x + 1)") + "\nThe end.\n", encoding="utf-8")
    assert [cell.id for cell in course.source("01-first").cells][:6] == ids


def test_what_is_no_text_notebook_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "broken.md"
    path.write_text("```{code-cell}\n:nbgrader: {grade_id: [\n\nx\n```\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"broken\.md can't be read as a MyST text notebook"):
        read_text(path)


def test_a_text_is_paired_when_there_is_no_notebook_or_an_older_one(course: Course) -> None:
    paired = pair(course, "01-first")
    assert nbformat.read(paired, 4) == course.source("01-first")
    paired.write_text("kept while it is newer", encoding="utf-8")
    assert pair(course, "01-first").read_text(encoding="utf-8") == "kept while it is newer"
    written = course.text("01-first").stat().st_mtime_ns
    os.utime(paired, ns=(written - 1, written - 1))
    assert nbformat.read(pair(course, "01-first"), 4) == course.source("01-first")


def test_a_file_is_written_whole_and_says_whether_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    assert write_text(path, "größe")
    assert not write_text(path, "größe")
    assert write_text(path, "other")
    assert path.read_text(encoding="utf-8") == "other"
    assert [found.name for found in path.parent.iterdir()] == ["file.txt"]


@pytest.mark.parametrize("metadata", [{}, {"nbgrader": {}}, {"nbgrader": {"grade_id": 3}}])
def test_a_cell_without_an_id(metadata: dict[str, object]) -> None:
    assert grade_id(nbformat.v4.new_code_cell(metadata=metadata)) is None
