"""Wrong and right answers as text, and what it takes to judge one without a notebook.

`tests/wrong_answers/<level>.py` and `tests/right_answers/<level>.py` hold blocks, each the whole content of a
solution cell:

    # %% affine.backward | bias-not-gathered
    class Affine: ...

The first word is the exercise. For a wrong answer the second is the hint that it must get; for a right one it says how
it was written.
"""

from __future__ import annotations

import ast
import linecache
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checks.evidence import decode, encode
from checks.exercise import Exercise, find
from checks.grading.levels import Level, called_with
from checks.grading.source import Course
from checks.judge import judge
from checks.probing import run
from checks.report import Report

TESTS = Path(__file__).parent
COURSE = Course(TESTS.parent)
SECRET_SEED = 20_260_101
HEAD = re.compile(r"^# %% (?P<exercise>\S+) \| (?P<label>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One block of an answers file."""

    level: str
    exercise: str
    label: str
    source: str

    def __str__(self) -> str:
        return f"{self.exercise}-{self.label}"


def answers(kind: str) -> list[Answer]:
    """All blocks of `tests/wrong_answers` or `tests/right_answers`."""
    return [answer for path in sorted((TESTS / kind).glob("*.py")) for answer in read_answers(path)]


def read_answers(path: Path) -> list[Answer]:
    """The blocks of one file."""
    text = path.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Answer(path.stem, head["exercise"], head["label"], text[head.end() : end].strip() + "\n")
        for head, end in zip(heads, ends, strict=True)
    ]


@cache
def level(name: str) -> Level:
    return Level(COURSE, name)


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
    return bool(cell.metadata.get("nbgrader", {}).get("solution")) or only_definitions


def names_defined(source: str) -> set[str]:
    """The functions, classes and variables that a cell defines at its top level."""
    body = ast.parse(source).body
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    return defined | {target.id for target in targets if isinstance(target, ast.Name)}


def namespace(name: str, answer: str = "") -> dict[str, Any]:
    """The names of a solved level, with `answer` in the place of the solution cell that defines the same names."""
    space: dict[str, Any] = {"__name__": "__main__"}
    replaced = names_defined(answer) if answer else set()
    put = False
    for source in definition_cells(name):
        if replaced & names_defined(source):
            put, source = True, answer
        _exec(source, space)
    assert put or not answer, f"no solution cell of {name} defines any of {sorted(replaced)}"
    return space


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
    return judge(exercise, seed, _evidence(exercise, namespace(answer.level, answer.source), seed), truth(exercise, seed))


@cache
def truth(exercise: Exercise, seed: int) -> Any:
    """The evidence of the course's own solution."""
    return _evidence(exercise, namespace(exercise.level), seed)


def _evidence(exercise: Exercise, space: dict[str, Any], seed: int) -> Any:
    return decode(encode(run(exercise, eval(object_of(exercise), space), seed)))
