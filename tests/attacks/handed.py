"""A submission as an attacker prepares it, and the register of attacks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checks.grading.level import Level
from course.building.sample_class import solved_part
from tests.answers import COURSE, level

LEVEL = "04-affine"

WRONG = """\
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        return x @ self.W * 0

    def backward(self, dout):
        self.dW, self.db = self.W * 0, self.b * 0
        return dout @ self.W.T * 0
"""


@dataclass
class Handed:
    """A folder with the released notebook in it, to be filled in, bent and broken."""

    folder: Path
    notebook: dict[str, Any] = field(default_factory=dict)
    raw: bytes | None = None

    def __post_init__(self) -> None:
        self.level: Level = level(LEVEL)
        released = COURSE.release(LEVEL).read_text(encoding="utf-8")
        self.notebook = json.loads(released)
        for cell in self.cells:
            cell["source"] = "".join(cell["source"])
        self.solution = solved_part(self.level)
        self.forward, self.backward = self.level.tests

    @property
    def path(self) -> Path:
        return self.folder / f"{self.level.notebook}.ipynb"

    @property
    def cells(self) -> list[dict[str, Any]]:
        return self.notebook["cells"]

    def at(self, id: str) -> int:
        """The position of the cell with that nbgrader id."""
        return next(
            n for n, cell in enumerate(self.cells) if cell["metadata"].get("nbgrader", {}).get("grade_id") == id
        )

    def cell(self, id: str) -> dict[str, Any]:
        return self.cells[self.at(id)]

    def answer(self, source: str) -> None:
        """Write into the cell of class Affine."""
        self.cell("affine")["source"] = source

    def solve(self) -> None:
        """Write the right solutions."""
        for id, source in self.solution.items():
            self.cell(id)["source"] = source

    def add(self, source: str, before: str = "", kind: str = "code") -> None:
        """Insert a cell of one's own before the cell `before`: by default the first test."""
        new: dict[str, Any] = {"cell_type": kind, "id": f"own-{len(self.cells)}", "metadata": {}, "source": source}
        if kind == "code":
            new |= {"outputs": [], "execution_count": None}
        self.cells.insert(self.at(before or self.forward), new)

    def file(self, name: str, text: str) -> None:
        """Put a file beside the notebook."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def save(self) -> None:
        content = self.raw if self.raw is not None else json.dumps(self.notebook).encode("utf-8", "surrogatepass")
        if not self.path.is_symlink():
            self.path.write_bytes(content)


@dataclass(frozen=True)
class Attack:
    """`earns`: "nothing", "everything", or "forward" for what was finished before the trouble."""

    name: str
    group: str
    earns: str
    prepare: Callable[[Handed], None]


ATTACKS: dict[str, Attack] = {}


def attack(group: str, earns: str = "nothing") -> Callable[[Callable[[Handed], None]], Callable[[Handed], None]]:
    """Register a submission; the function's name is the student's name."""

    def register(prepare: Callable[[Handed], None]) -> Callable[[Handed], None]:
        name = prepare.__name__.replace("_", "-")
        assert name not in ATTACKS, name
        ATTACKS[name] = Attack(name, group, earns, prepare)
        return prepare

    return register


def code(name: str, group: str, source: str, *, earns: str = "nothing", answer: str = WRONG, before: str = "") -> None:
    """Register a submission that is one more cell of code beside a wrong answer."""

    def prepare(handed: Handed) -> None:
        handed.solve() if answer == "right" else handed.answer(answer)
        handed.add(source, before and getattr(handed, before))

    prepare.__name__ = name
    attack(group, earns)(prepare)
