"""A stored solution says what it was made from; whatever its notebook may run is part of that."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from checks import rooms
from checks.grading.level import Level
from checks.rooms import PACKAGES, VARIABLE, room_of
from course.building import fingerprint as module
from course.building.build import solution
from course.building.fingerprint import depends_on, fingerprint, is_whole, made_from, seal
from tests.answers import COURSE
from tests.answers import level as level_of

LEVELS = COURSE.levels()
GRADER = "checks/grading/"

# -- what a notebook runs --------------------------------------------------------------------------------------------

LOADED = """
import json, sys
for source in json.loads(sys.argv[1]):
    exec(source, {})
from checks.rooms import modules
for half in ("probes", "mistakes"):
    for _ in modules(sys.argv[2], half):
        pass
named = [name for name in sys.modules if name.split(".")[0] in ("checks", "course")]
print(json.dumps([sys.modules[name].__file__ for name in named]))
"""


def imports(name: str) -> list[str]:
    """The import statements in a level's code cells."""
    code = [cell.source for cell in level_of(name).solved.cells if cell.cell_type == "code"]
    nodes = [node for source in code for node in ast.walk(ast.parse(source))]
    return [ast.unparse(node) for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]


def loaded(name: str) -> set[str]:
    """The files of both packages that a level's notebook imports, and its checks, in a process of their own."""
    environment = {**os.environ, "PYTHONPATH": str(COURSE.root), VARIABLE: str(COURSE.root)}
    beside = COURSE.root / "source" / name  # where layers.py is
    command = [sys.executable, "-c", LOADED, json.dumps(imports(name)), room_of(name)]
    ran = subprocess.run(command, cwd=beside, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return {Path(file).relative_to(COURSE.root).as_posix() for file in json.loads(ran.stdout)}


def files(name: str) -> dict[str, Path]:
    return dict(depends_on(name))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rooms are those of this checkout, whatever other course was built in this process."""
    monkeypatch.setenv(VARIABLE, str(COURSE.root))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", LEVELS)
def test_every_file_that_a_level_imports_is_among_those_it_depends_on(name: str) -> None:
    found = {file for file in loaded(name) if not file.startswith(GRADER)}
    assert {"checks/__init__.py", "checks/levels/__init__.py"} <= found
    assert found - set(files(name)) == set()


def needed_by(path: Path) -> Iterator[str]:
    """The modules of both packages that a file imports, be it in a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", LEVELS)
def test_so_is_every_file_that_one_of_them_imports_later(name: str) -> None:
    known = files(name)
    for file, path in known.items():
        for wanted in needed_by(path) if path.suffix == ".py" else ():
            place = wanted.replace(".", "/")
            for found in (f"{place}.py", f"{place}/__init__.py"):
                if wanted.split(".")[0] in PACKAGES and (COURSE.root / found).is_file():
                    assert found in known, f"{file} imports {wanted}"


@pytest.mark.usefixtures("here")
def test_hints_and_ideas_count_stored_answers_and_other_levels_do_not() -> None:
    known = files("04-affine")
    assert {"checks/levels/affine/hints.toml", "checks/declaring/hints.toml", "checks/declaring/ideas.toml"} <= set(
        known
    )
    assert {Path(file).parts[2] for file in known if "/levels/" in file} == {"affine", "__init__.py"}
    assert [file for file in known if "__pycache__" in file or file.endswith("answers.json")] == []
    assert [file for file in known if file.startswith(GRADER)] == []


# -- what changes it -------------------------------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of both packages, whose files are looked at."""
    for package in PACKAGES:
        shutil.copytree(COURSE.root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "PACKAGES_FOLDER", tmp_path)
    monkeypatch.setattr(module, "search_path", lambda package: [str(tmp_path / package / "levels")])
    return tmp_path


@pytest.fixture
def notebook(level: Level) -> NotebookNode:
    return solution(level)


def test_an_edit_in_any_file_shows(house: Path, level: Level, notebook: NotebookNode) -> None:
    before = fingerprint(level, notebook)
    known = files(level.name)
    assert len(known) > 30
    for name, path in known.items():
        assert path == house / name
        content = path.read_bytes()
        path.write_bytes(content + b"#")
        assert fingerprint(level, notebook) != before, name
        path.write_bytes(content)
    assert fingerprint(level, notebook) == before


def test_a_file_that_is_added_removed_or_renamed_shows(house: Path, level: Level, notebook: NotebookNode) -> None:
    before = fingerprint(level, notebook)
    pictures = house / "course" / "levels" / "affine" / "pictures.py"
    renamed = pictures.rename(pictures.with_name("images.py"))
    assert fingerprint(level, notebook) != before
    renamed.unlink()
    assert fingerprint(level, notebook) != before
    shutil.copyfile(COURSE.root / "course" / "levels" / "affine" / "pictures.py", pictures)
    assert fingerprint(level, notebook) == before
    (house / "checks" / "levels" / "affine" / "data.csv").write_text("1", encoding="utf-8")
    assert fingerprint(level, notebook) != before


def test_other_levels_stored_answers_and_the_grader_change_nothing(
    house: Path, level: Level, notebook: NotebookNode
) -> None:
    before = fingerprint(level, notebook)
    for name in ("checks/levels/add_mul/probes.py", "checks/levels/affine/answers.json", "checks/grading/grade.py"):
        (house / name).write_text("edited", encoding="utf-8")
    assert fingerprint(level, notebook) == before


def test_cells_and_files_beside_the_notebook_show(level: Level, notebook: NotebookNode) -> None:
    before = fingerprint(level, notebook)
    brought = Level(**{**vars(level), "files": {"layers.py": b"x = 1"}})
    assert fingerprint(brought, notebook) != before
    assert fingerprint(Level(**{**vars(level), "files": {"layers.py": b"x = 2"}}), notebook) != fingerprint(
        brought, notebook
    )
    for cell in notebook.cells:
        source = cell.source
        cell.source += " "
        assert fingerprint(level, notebook) != before
        cell.source = source
    assert fingerprint(level, notebook) == before


def test_an_own_room_counts_beside_the_package_s(
    tmp_path: Path, level: Level, notebook: NotebookNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    before = fingerprint(level, notebook)
    room = tmp_path / "levels" / "affine"
    room.mkdir(parents=True)
    (room / rooms.ANSWERS).write_text("{}", encoding="utf-8")
    assert fingerprint(level, notebook) == before
    (room / "hints.toml").write_text("", encoding="utf-8")
    assert fingerprint(level, notebook) != before


# -- whether it is whole ---------------------------------------------------------------------------------------------


def sealed() -> NotebookNode:
    outputs = [new_output("stream", text="1\n"), new_output("display_data", data={"text/plain": "2"})]
    cells = [new_markdown_cell("text"), new_code_cell("print(1)", outputs=outputs), new_code_cell("x = 1")]
    notebook = new_notebook(cells=cells)
    seal(notebook, "0123456789abcdef")
    return notebook


def test_what_was_sealed_is_whole_also_after_it_was_stored(tmp_path: Path) -> None:
    nbformat.write(sealed(), tmp_path / "a.ipynb")
    notebook = nbformat.read(tmp_path / "a.ipynb", 4)
    assert is_whole(notebook)
    assert made_from(notebook) == "0123456789abcdef"


def test_an_output_that_was_replaced_added_or_removed_is_seen() -> None:
    for change in (
        lambda cell: cell.outputs.pop(),
        lambda cell: cell.outputs.clear(),
        lambda cell: cell.outputs.append(new_output("stream", text="2\n")),
        lambda cell: cell.outputs.reverse(),
        lambda cell: cell.outputs[0].update(text="2\n"),
        lambda cell: cell.outputs[1].data.update({"text/plain": "3"}),
        lambda cell: cell.outputs[1].metadata.update(alt="a picture"),
    ):
        notebook = sealed()
        change(notebook.cells[1])
        assert not is_whole(notebook)
        assert made_from(notebook) == "0123456789abcdef"


def test_a_cell_that_is_removed_added_or_moved_is_seen() -> None:
    for change in (
        lambda cells: cells.pop(),
        lambda cells: cells.append(new_code_cell("x = 1")),
        lambda cells: cells.reverse(),
    ):
        notebook = sealed()
        change(notebook.cells)
        assert not is_whole(notebook)


def test_what_was_never_sealed_is_not_whole_and_made_from_nothing() -> None:
    notebook = new_notebook(cells=[new_code_cell("1")])
    assert not is_whole(notebook)
    assert made_from(notebook) == ""
