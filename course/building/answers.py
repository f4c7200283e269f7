"""Wrong and right answers as text: `tests/levels/NAME/wrong.py` and `tests/levels/NAME/right.py`.

Each block is the whole content of a solution cell:

    # %% affine.backward | bias-not-gathered
    class Affine: ...

The first word is the exercise. For a wrong answer the second is the hint that it must get; for a right one it says
how it was written. The tests prove the checks with them, and the demo's class is made of them.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from checks.grading.course import Course
from checks.rooms import room_of

HEAD = re.compile(r"^# %% (?P<exercise>\S+) \| (?P<label>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One block of an answers file; `level` is the name of its room."""

    level: str
    exercise: str
    label: str
    source: str

    def __str__(self) -> str:
        return f"{self.exercise}-{self.label}"


def answers(course: Course, kind: str, level: str = "*") -> list[Answer]:
    """The "wrong" or "right" answers to one level or to all."""
    paths = sorted((course.root / "tests" / "levels").glob(f"{room_of(level)}/{kind}.py"))
    return [answer for path in paths for answer in read_answers(path)]


def read_answers(path: Path) -> list[Answer]:
    """The blocks of one file."""
    text = path.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Answer(path.parent.name, head["exercise"], head["label"], text[head.end() : end].strip() + "\n")
        for head, end in zip(heads, ends, strict=True)
    ]


def names_defined(source: str) -> set[str]:
    """The functions, classes and variables that a cell defines at its top level."""
    body = ast.parse(source).body
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    return defined | {target.id for target in targets if isinstance(target, ast.Name)}
