"""What it takes to judge an answer without a notebook; `course.building.answers` says how one is written down."""

from __future__ import annotations

import ast
import linecache
import sys
from functools import cache
from pathlib import Path
from typing import Any

from checks.evidence import decode, encode
from checks.exercise import Exercise, find
from checks.grading.course import Course
from checks.grading.level import Level, called_with, read_level
from checks.grading.marks import grade_id, is_solution
from checks.judging.judge import judge
from checks.judging.report import Report
from checks.probing import run
from checks.rooms import room_of
from course.building.answers import Answer, names_defined

COURSE = Course(Path(__file__).parents[1])
SECRET_SEED = 20_260_101


@cache
def level(name: str) -> Level:
    """A level by its name or that of its room."""
    return read_level(COURSE, name if name in COURSE.levels() else COURSE.level(room_of(name)))


@cache
def definition_cells(name: str) -> list[str]:
    """The cells of a solved level that define names: imports, functions, classes, solutions; not the ones that draw."""
    code = [cell for cell in level(name).solved.cells if cell.cell_type == "code"]
    return [cell.source for cell in code if _defines(cell)]


def _defines(cell: Any) -> bool:
    if called_with(cell.source, "check"):
        return False
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign)
    body = ast.parse(cell.source).body
    only_definitions = all(isinstance(node, kinds[:4]) for node in body)
    return is_solution(cell) or grade_id(cell) == "imports" or only_definitions


def namespace(name: str, answer: str = "") -> dict[str, Any]:
    """The names of a solved level, with `answer` in the place of the solution cell that defines the same names."""
    space: dict[str, Any] = {"__name__": "__main__"}
    replaced = names_defined(answer) if answer else set()
    put = False
    _bring_along(name)
    for source in definition_cells(name):
        if replaced & names_defined(source):
            put, source = True, answer
        _exec(source, space)
    assert put or not answer, f"no solution cell of {name} defines any of {sorted(replaced)}"
    return space


def _bring_along(name: str) -> None:
    """Let `from layers import ...` find the file beside the level's text, and no other level's."""
    sys.modules.pop("layers", None)
    sys.path[:] = [path for path in sys.path if "/source/" not in path] + [
        str(COURSE.root / "source" / level(name).name)
    ]


def _exec(source: str, space: dict[str, Any]) -> None:
    filename = f"<cell {abs(hash(source))}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), space)


@cache
def object_of(exercise: Exercise) -> str:
    """The expression that the notebook hands to the check of an exercise."""
    for cell in level(exercise.level).solved.cells:
        if cell.cell_type == "code" and exercise.id in called_with(cell.source, "check"):
            call = next(n for n in ast.walk(ast.parse(cell.source)) if isinstance(n, ast.Call) and len(n.args) == 2)
            return ast.unparse(call.args[1])
    raise AssertionError(f"no cell of {exercise.level} checks {exercise.id}")


def report(answer: Answer, seed: int = SECRET_SEED) -> Report:
    """The report that an answer gets: same probe, same evidence, same judge as a submission."""
    exercise = find(answer.exercise)
    return judge(
        exercise, seed, _evidence(exercise, namespace(answer.level, answer.source), seed), truth(exercise, seed)
    )


@cache
def truth(exercise: Exercise, seed: int) -> Any:
    """The evidence of the course's own solution."""
    return _evidence(exercise, namespace(exercise.level), seed)


def _evidence(exercise: Exercise, space: dict[str, Any], seed: int) -> Any:
    return decode(encode(run(exercise, eval(object_of(exercise), space), seed)))
