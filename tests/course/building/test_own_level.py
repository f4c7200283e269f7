"""A course folder brings a level of its own: built, checked and scored by commands, in a sandbox where there is one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

from checks.grading.course import Course
from checks.rooms import CONFIG, VARIABLE
from tests.answers import COURSE
from tests.classroom import PROGRAMS, TRUSTED

pytestmark = pytest.mark.slow  # many commands

TEXT = """\
# Level 01: twice

```{code-cell}
:nbgrader: {grade_id: imports, locked: true}

import checks
```

```{code-cell}
:nbgrader: {grade_id: double, solution: true}

def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
```

```{code-cell}
:nbgrader: {grade_id: test-double, grade: true, points: 3}

checks.check("fresh.double", double)
### BEGIN HIDDEN TESTS
checks.score("fresh.double", double)
### END HIDDEN TESTS
```
"""
PROBES = """\
from checks.declaring.probes import Room

room = Room(__name__)


@room.exercise(
    "fresh.double",
    expects="function",
    inputs=lambda rng, N: {"x": rng.normal(size=N)},
    trials=({"N": 3}, {"N": 4}),
    rows={"out": "as long as x"},
)
def double(function, x):
    yield "out", function(x)
"""
MISTAKES = """\
from checks.declaring.mistakes import Judging, slips

judging = Judging(__name__)
judging.exercise("fresh.double", slips("out", {"unchanged": [lambda x: x]}))
"""
HINTS = """\
[fresh.double.unchanged]
idea = "kept"
text = "That is {row} as x came in."
"""


def fresh(folder: Path, probes: str = PROBES, text: str = TEXT) -> Course:
    """A course of one level, whose room lies in the folder."""
    settings = (COURSE.root / CONFIG).read_text(encoding="utf-8")
    for name, content in {
        CONFIG: f"{settings}c.RunSubmission.trust_submissions = {TRUSTED}\n",
        "source/01-fresh/fresh.md": text,
        "levels/fresh/__init__.py": "",
        "levels/fresh/probes.py": probes,
        "levels/fresh/mistakes.py": MISTAKES,
        "levels/fresh/hints.toml": HINTS,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return Course(folder)


def command(course: Course, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `course` in a course's folder, as somebody who never heard of another one."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    return subprocess.run(
        [str(PROGRAMS / "course"), *words],
        cwd=course.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = fresh(tmp_path_factory.mktemp("own"))
    ran = command(course, "build", "fresh")
    assert ran.returncode == 0, ran.stderr
    assert sorted(line.removeprefix("wrote ") for line in ran.stdout.splitlines()[:-1]) == [
        "levels/fresh/answers.json",
        "levels/index.json",
        "release/01-fresh/fresh.ipynb",
        "solutions/01-fresh/fresh.ipynb",
    ]
    return course


def test_everything_that_is_built_lies_in_the_folder(built: Course) -> None:
    assert json.loads((built.root / "levels/index.json").read_text(encoding="utf-8")) == {"fresh.double": "fresh"}
    assert list(json.loads(built.answers("01-fresh").read_text(encoding="utf-8"))) == ["fresh.double"]
    solved = nbformat.read(built.solution("01-fresh"), 4)
    assert "fresh.double: all 4 checks are right." in solved.cells[-1].outputs[0].data["text/plain"]
    assert not (COURSE.root / "checks" / "levels" / "fresh").exists()


def test_the_same_again_changes_nothing(built: Course) -> None:
    assert command(built, "build").stdout == "Everything is up to date.\n"


@pytest.mark.parametrize("file", ["probes.py", "mistakes.py", "hints.toml"])
def test_an_edited_room_makes_the_solution_run_anew(built: Course, tmp_path: Path, file: str) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "levels" / "fresh" / file).open("a", encoding="utf-8") as edited:
        edited.write("\n# edited\n")
    ran = command(Course(tmp_path), "build")
    assert ran.stdout.splitlines()[0] == "wrote solutions/01-fresh/fresh.ipynb", ran.stderr


def test_submissions_are_scored_by_the_folder_s_own_room(built: Course, tmp_path: Path) -> None:
    notebook = nbformat.read(built.release("01-fresh"), 4)
    cell = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "double")
    for name, source in {"right": "def double(x): return x + x", "wrong": "def double(x): return x"}.items():
        cell.source = source
        nbformat.write(notebook, tmp_path / f"{name}.ipynb")
    ran = command(built, "score", "--json", str(tmp_path))
    right, wrong = json.loads(ran.stdout)["notebooks"]
    assert (right["level"], right["score"], right["max_score"]) == ("01-fresh", 3, 3)
    assert (wrong["score"], wrong["max_score"]) == (0, 3)
    assert wrong["exercises"][0]["rows"][0]["message"].endswith(" That is out as x came in.")


@pytest.mark.parametrize(
    ("probes", "text", "reason"),
    [
        (PROBES.replace("function(x)", "function(x * 0)"), TEXT, "fresh.double accepts the answer to other inputs"),
        (PROBES, TEXT.replace('checks.check("fresh.double", double)', ""), "but no cell lets a student check it"),
        (PROBES.replace('"out", function', '"outs", function'), TEXT, "yields ['outs'], but declares ['out']"),
    ],
    ids=["ignores its inputs", "nothing to check", "another row"],
)
def test_a_room_that_would_not_hold_is_refused_in_a_sentence(
    tmp_path: Path, probes: str, text: str, reason: str
) -> None:
    ran = command(fresh(tmp_path, probes, text), "build")
    assert ran.returncode == 2
    assert reason in " ".join(ran.stderr.split())
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "release").exists()
    assert not (tmp_path / "levels/fresh/answers.json").exists()
