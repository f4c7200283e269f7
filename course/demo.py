"""The whole circle on a sample class: build, hand in, autograde, feedback, export; all by real nbgrader."""

from __future__ import annotations

import csv
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import nbformat
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from checks.grading.course import Course, CourseError
from checks.grading.level import read_level
from checks.grading.running.sandbox import sandbox_problem
from checks.grading.verdict import RECORD
from checks.rooms import CONFIG, room_of
from course.building.build import build_level
from course.building.sample_class import STUDENTS, hand_in
from course.nbgrader import export_grades, nbgrader_api

MARKER = ".backprop-demo"
FEW = ["01-add-mul", "04-affine", "05-softmax-loss"]
"""Levels that are quickly built and graded, and show what there is to see."""


def run_demo(
    course: Course, folder: Path, levels: Sequence[str], progress: Callable[[], Progress], console: Console
) -> None:
    """Grade the sample class on some levels in `folder`, and print it.  Raises CourseError when a step fails."""
    started = time.monotonic()
    if sandbox_problem():
        console.print(
            f"No sandbox: {sandbox_problem()} The sample class is the course's own, so it is graded without one; "
            "a real class would not be. See `course doctor`.",
            highlight=False,
        )
    demo = _fresh_copy(course, folder, levels)
    with progress() as bar:
        _build(demo, levels, bar)
        _grade(demo, levels, bar)
    console.print(_class())
    console.print(_scores(demo, levels))
    console.print(_missed(demo))
    _where(demo, console, time.monotonic() - started)


def _fresh_copy(course: Course, folder: Path, levels: Sequence[str]) -> Course:
    """A folder with the course's texts and configuration; an earlier demo there is replaced, nothing else ever is."""
    folder = folder.resolve()
    parts = [part for name in levels for part in (Path("source", name), Path("tests", "levels", room_of(name)))]
    missing = [str(part) for part in parts if not (course.root / part).is_dir()]
    if missing:
        raise CourseError(f"The sample class is made of {', '.join(missing)}, which {course.root} does not have.")
    if folder.exists() and not (folder / MARKER).is_file() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty and holds no earlier demo. Name another folder: course demo FOLDER")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    shutil.copyfile(course.root / CONFIG, folder / CONFIG)
    solved = [Path("solutions", name) for name in levels]  # run again only where something they depend on has changed
    for part in (*parts, *solved):
        if (course.root / part).is_dir():
            shutil.copytree(course.root / part, folder / part)
    return Course(folder)


def _build(demo: Course, levels: Sequence[str], bar: Progress) -> None:
    task = bar.add_task("", total=len(levels))
    for name in levels:
        bar.update(task, description=f"building {name}")
        build_level(demo, name)
        hand_in(demo, read_level(demo, name))
        bar.advance(task)
    bar.update(task, description="built the levels")


def _grade(demo: Course, levels: Sequence[str], bar: Progress) -> None:
    task = bar.add_task("", total=2 * len(levels) * len(STUDENTS))
    api = nbgrader_api(demo.root, lambda: bar.advance(task), trusted=bool(sandbox_problem()))
    for name in levels:
        bar.update(task, description=f"autograding {name}")
        _must(api.autograde(name, "*"), f"autograding {name}")
    for name in levels:
        bar.update(task, description=f"feedback for {name}")
        _must(api.generate_feedback(name), f"feedback for {name}")
    bar.update(task, description="graded the class")
    export_grades(demo.root)


def _must(result: dict[str, Any], what: str) -> None:
    if not result["success"]:
        raise CourseError(f"{what} failed.\n{result.get('error') or ''}{result.get('log') or ''}")


def _scores(demo: Course, levels: Sequence[str]) -> Table:
    """Students and their scores, out of the grades that nbgrader exported."""
    with (demo.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        grades = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    table = Table(title="Points by level", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("student\nof", no_wrap=True)
    for name in levels:
        most = max(float(row["max_score"] or 0) for (_, level), row in grades.items() if level == name)
        table.add_column(f"{name[:2]}\n{most:g}", justify="right", no_wrap=True)
    for student in STUDENTS:
        table.add_row(student, *(_points(grades.get((student, name))) for name in levels))
    return table


def _class() -> Table:
    table = Table("student", "what was handed in", title="The sample class", box=SIMPLE_HEAD)
    for student, (what, _) in STUDENTS.items():
        table.add_row(student, what)
    return table


def _points(row: dict[str, str] | None) -> str:
    return f"{float(row['score']):.1f}".removesuffix(".0") if row and row["score"] else "none"


def _missed(demo: Course, most: int = 8) -> Table:
    """The rows that the most students missed, with the hint that most of them got."""
    missed: Counter[tuple[str, str]] = Counter()
    hints: dict[tuple[str, str], Counter[str]] = {}
    for exercise, row in _wrong_rows(demo):
        missed[exercise, row["name"]] += 1
        hints.setdefault((exercise, row["name"]), Counter())[row["hint"]] += 1
    table = Table("exercise", "row", "students", "most often because", title="What the class missed most")
    for (exercise, name), count in missed.most_common(most):
        table.add_row(exercise, name, str(count), hints[exercise, name].most_common(1)[0][0].replace("-", " "))
    return table


def _wrong_rows(demo: Course) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row that somebody tried and got wrong, once a student; what was never written is not a mistake."""
    for path in sorted((demo.root / "autograded").glob("*/*/*.ipynb")):
        for cell in nbformat.read(path, 4).cells:
            for record in (output.get("metadata", {}).get(RECORD) for output in cell.get("outputs", [])):
                rows = {row["name"]: row for row in (record or {}).get("rows", []) if _is_mistake(row)}
                yield from ((record["exercise"], row) for row in rows.values())


def _is_mistake(row: dict[str, Any]) -> bool:
    return not row["passed"] and row["hint"] not in ("not-reached", "not-written", "no-evidence")


def _where(demo: Course, console: Console, seconds: float) -> None:
    page = next(iter(sorted((demo.root / "feedback").glob("goran/*/*.html"))), None)
    console.print(f"Graded {len(STUDENTS)} students in {seconds:.0f} s. To look at:", highlight=False)
    for what, path in (
        ("a feedback page", page),
        ("all feedback", demo.root / "feedback"),
        ("the grades", demo.root / "grades.csv"),
        ("the gradebook", demo.root / "gradebook.db"),
    ):
        console.print(f"  {what}: {path}", highlight=False, soft_wrap=True)
    console.print(
        f"  the gradebook in the browser: cd '{demo.root}' && jupyter lab, then Nbgrader > Formgrader",
        highlight=False,
        soft_wrap=True,
    )
