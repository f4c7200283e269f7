"""The `course` command."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from checks.grading.course import Course, CourseError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The back-propagation notebook course: build its levels, score notebooks, grade a sample class.",
)
console = Console(stderr=True)


def progress() -> Progress:
    """A progress bar on standard error, so that standard output stays clean."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console)


@app.command()
def build(
    levels: Annotated[
        list[str] | None, typer.Argument(help="Levels such as 04-affine; all when none is named.")
    ] = None,
) -> None:
    """Build release, solutions and stored answers from the texts in source/."""
    from course.building.build import build_level

    course = Course.find()
    names = [course.level(name) for name in levels] if levels else course.levels()
    changed: list[str] = []
    with progress() as bar:
        task = bar.add_task("building", total=len(names))
        for level in names:
            bar.update(task, description=f"building {level}")
            changed += build_level(course, level)
            bar.advance(task)
    for path in changed:
        typer.echo(f"wrote {Path(path).relative_to(course.root)}")
    typer.echo("Everything is up to date." if not changed else f"{len(changed)} files changed.")


@app.command()
def start(
    folder: Annotated[Path, typer.Argument(help="Where your copies of the levels are, or shall be.")] = Path(
        "my-levels"
    ),
) -> None:
    """Copy the released levels to work in; what is there already stays as it is."""
    course = Course.find()
    for file in sorted((course.root / "release").glob("*/*")):
        copy = folder / file.relative_to(course.root / "release")
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            typer.echo(f"new: {copy}")


@app.command()
def score(
    paths: Annotated[list[Path], typer.Argument(help="Notebooks, or folders of notebooks.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document instead of tables.")] = False,
    trust: Annotated[bool, typer.Option("--trust", help="Run your own notebooks, WITHOUT the sandbox.")] = False,
) -> None:
    """Score notebooks without a gradebook: the same run, evidence and verdict as in grading."""
    from course.score import score_all, to_json, to_text

    with progress() as bar:
        task = bar.add_task("scoring", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        scored = score_all(Course.find(), paths, show, trusted=trust)
    typer.echo(to_json(scored) if as_json else to_text(scored))
    if any(one.score is None for one in scored):
        raise typer.Exit(1)


@app.command()
def doctor() -> None:
    """Say whether this machine can grade strangers' notebooks safely, and how to mend what is missing."""
    from course.doctor import examine

    findings = examine()
    for finding in findings:
        typer.echo(finding)
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="A folder of its own for the sample class.")] = Path("demo-class"),
    every: Annotated[bool, typer.Option("--all", help="All levels, not three of them: some minutes.")] = False,
) -> None:
    """Grade a sample class with real nbgrader: build, autograde, feedback, export."""
    from course.demo import FEW, run_demo

    course = Course.find()
    run_demo(course, folder, course.levels() if every else FEW, progress, Console())


def main() -> None:
    """Run the command; a user's mistake ends in a sentence, not in a traceback."""
    sys.exit(guarded(app))


def guarded(command: Callable[..., object]) -> int:
    """Run a command and turn a CourseError into a message and exit status 2."""
    try:
        command()
    except CourseError as error:
        console.print(f"[bold]course:[/bold] {error}", highlight=False, soft_wrap=True)
        return 2
    return 0
