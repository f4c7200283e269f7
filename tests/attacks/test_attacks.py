"""Every attack as a submission to a real level, graded by real `nbgrader autograde` beside honest students.

It states what it ran on. Without a sandbox it fails: strangers' notebooks must not be graded without one.
"""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import psutil
import pytest

from course.building.answers import answers
from tests.answers import COURSE, level
from tests.attacks import bullying, forging, notebooks, reading  # noqa: F401  # they register their attacks
from tests.attacks.bullying import MARK
from tests.attacks.handed import ATTACKS, LEVEL, Attack, Handed
from tests.attacks.reading import SECRET

CONFIG = """
c.RunSubmission.cell_seconds = 8
c.RunSubmission.notebook_seconds = 60
c.RunSubmission.memory_mb = 800
"""
pytestmark = [pytest.mark.sandbox, pytest.mark.kills]
FIRST = {one.group: one.name for one in reversed(ATTACKS.values())}
"""One attack of each group, for the quick tests."""
POINTS = {id: test.points for id, test in level(LEVEL).tests.items()}


@dataclass(frozen=True)
class Batch:
    """What is left after grading: the course's folder, the scores, the exit status and what was printed."""

    root: Path
    scores: dict[str, float]
    status: int
    log: str

    def feedback(self, student: str) -> str:
        return next((self.root / "feedback" / student / LEVEL).glob("*.html")).read_text(encoding="utf-8")


def named(names: Iterable[str]) -> list[Any]:
    """Attacks as parameters: all but the first of each group are slow."""
    return [pytest.param(name, marks=[] if name in FIRST.values() else pytest.mark.slow) for name in names]


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Batch:
    """The attacks that the tests of this run ask for, graded in one run; all of them where nothing is left out."""
    asked = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    quick = not any(item.get_closest_marker("slow") for item in request.session.items if item.path == request.path)
    chosen = {params.get("name") for params in asked} if quick else set(ATTACKS)
    root = tmp_path_factory.mktemp("attacked course")
    config = (COURSE.root / "nbgrader_config.py").read_text(encoding="utf-8")
    (root / "nbgrader_config.py").write_text(config + CONFIG, encoding="utf-8")
    shutil.copytree(COURSE.root / "source" / LEVEL, root / "source" / LEVEL)
    for name in sorted(chosen & set(ATTACKS)):
        _hand_in(root, name, ATTACKS[name])
    for name in ("a-honest", "zz-honest"):
        _hand_in(root, name, Attack(name, "", "everything", Handed.solve))
    _hand_in(root, "victim", Attack("victim", "", "some", _victim))
    before = _digest(root / "submitted" / "victim")
    _nbgrader(root, "generate_assignment", LEVEL, "--force")
    graded = _nbgrader(root, "autograde", LEVEL)
    _nbgrader(root, "generate_feedback", LEVEL)
    _nbgrader(root, "export")
    assert _digest(root / "submitted" / "victim") == before
    count, python = len(chosen & set(ATTACKS)), sys.version.split()[0]
    print(f"graded {count} attacks as uid {os.geteuid()}, bubblewrap sandbox, Python {python}")
    return Batch(root, _scores(root), graded.returncode, graded.stdout + graded.stderr)


def _hand_in(root: Path, student: str, attack: Attack) -> None:
    folder = root / "submitted" / student / LEVEL
    folder.mkdir(parents=True)
    handed = Handed(folder)
    attack.prepare(handed)
    handed.save()


def _victim(handed: Handed) -> None:
    wrong = next(a for a in answers(COURSE, "wrong", LEVEL) if a.label == "bias-not-gathered")
    handed.answer(wrong.source)


def _nbgrader(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nbgrader", *words]
    environment = {**os.environ, "GRADER_SECRET": SECRET}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=600)


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def _scores(root: Path) -> dict[str, float]:
    with (root / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file) if row["score"]}


def test_the_batch_finished_and_everybody_has_a_score(batch: Batch) -> None:
    assert batch.status == 0, batch.log[-3000:]
    handed_in = {path.name for path in (batch.root / "submitted").iterdir()}
    assert set(batch.scores) == handed_in


@pytest.mark.parametrize("name", named(ATTACKS))
def test_attack_earns_what_its_code_earns(batch: Batch, name: str) -> None:
    forward, backward = POINTS.values()
    earned = {"nothing": 0.0, "forward": forward, "everything": forward + backward}[ATTACKS[name].earns]
    assert batch.scores[name] == pytest.approx(earned), _report_of(batch, name)


def _report_of(batch: Batch, name: str) -> str:
    lines = [line for line in batch.log.splitlines() if f"{name}/" in line or f"of {name}:" in line]
    return f"{name} earned {batch.scores[name]}\n" + "\n".join(lines[-10:])


def test_others_are_graded_as_if_nothing_had_happened(batch: Batch) -> None:
    everything = sum(POINTS.values())
    assert batch.scores["a-honest"] == batch.scores["zz-honest"] == everything
    assert 0 < batch.scores["victim"] < everything


def test_no_process_is_left(batch: Batch) -> None:
    left = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert not [words for words in left if words and any(MARK in word for word in words)]
    assert not [
        words for words in left if words and any("worker.py" in word for word in words) and _is_ours(words, batch)
    ]


def _is_ours(words: list[str], batch: Batch) -> bool:
    return any(str(batch.root) in word for word in words)


def test_the_gradebook_has_no_row_that_should_not_be(batch: Batch) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{batch.root}/gradebook.db") as gradebook:
        grades = [
            grade for one in gradebook.assignment_submissions(LEVEL) for nb in one.notebooks for grade in nb.grades
        ]
        assert {grade.name for grade in grades} == set(POINTS)
        assert all(grade.manual_score is None and 0 <= grade.auto_score <= grade.max_score for grade in grades)
        assert {assignment.name for assignment in gradebook.assignments} == {LEVEL}


@pytest.mark.parametrize("name", named(name for name, one in ATTACKS.items() if one.group in ("reading", "forging")))
def test_feedback_leaks_nothing_and_carries_nothing_active(batch: Batch, name: str) -> None:
    page = batch.feedback(name)
    assert SECRET not in page
    assert "root:x:0:0" not in page
    assert "checks.score(" not in page.split("Traceback")[0]
    active = ActiveContent()
    active.feed(page.split("<body", 1)[1])
    assert active.found == []


RUNS = ("javascript:", "vbscript:", "data:text")


class ActiveContent(HTMLParser):
    """Collects what a browser would run, in the part of a page that comes from a notebook."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "svg", "iframe", "object", "embed", "form", "style", "base", "meta", "link"):
            self.found.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith(
                ("javascript:", "vbscript:", "data:text")
            ):
                self.found.append(f"{tag} {name}={value}")


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["CONNECTED", "WORKED"])
@pytest.mark.parametrize("name", ["talks-to-the-network", "breaks-out"])
def test_nothing_gets_out_of_the_sandbox(batch: Batch, name: str, sign: str) -> None:
    output = batch.feedback(name).split("output_wrapper", 1)[1]
    shown = [line for line in output.splitlines() if sign in line and "<span" not in line]
    assert shown == []


@pytest.mark.slow
def test_trouble_is_explained_to_the_student_and_named_to_the_instructor(batch: Batch) -> None:
    for name in ("exits", "crashes", "takes-memory-in-many-processes", "prints-three-hundred-megabytes"):
        assert f"{LEVEL} of {name}:" in batch.log
        assert "Not run." in batch.feedback(name), name


@pytest.mark.slow
def test_what_lies_beside_a_notebook_is_not_followed(batch: Batch) -> None:
    folder = batch.root / "autograded" / "links-and-pipes-beside-the-notebook" / LEVEL
    assert {path.name for path in folder.iterdir()} == {f"{level(LEVEL).notebook}.ipynb"}
    assert "passwd.txt is not taken along: it is a symbolic link" in batch.log
