"""Small systematic changes to the course's own solutions: a check that accepts one is too weak.

    python -m tests.mutants [LEVEL…]     every mutant of every solution cell; `make mutants`

Each mutant goes through the real probe, evidence and judge. A survivor shows a weak check, or is the same program
written differently: those are listed, with the reason, in tests/equivalent_mutants.md.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import io
import itertools
import signal
import sys
import warnings
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from checks.exercise import Exercise, find
from checks.grading.marks import grade_id, without_marks
from checks.judging.report import NOT_REACHED, Report
from course.building.answers import Answer, names_defined
from tests.answers import COURSE, level, object_of, report

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.md")
BARE = {"value", "rule", "no-evidence", NOT_REACHED}
SEEN = {"shape", "type", "raised", "not-finite", "misuse"}
SECONDS = 10


@dataclass(frozen=True)
class Mutant:
    """A solution cell with one small change: `before` became `after`."""

    level: str
    cell: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.level} {self.cell}: `{self.before}` -> `{self.after}`"


# -- making them -----------------------------------------------------------------------------------------------------


def mutants(name: str) -> Iterator[Mutant]:
    """All mutants of a level's solution cells that are checked, each once."""
    for cell in level(name).solved.cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and exercises_of(name, cell.source):
            source = without_marks(cell.source)
            seen = {ast.unparse(ast.parse(source))}
            for mutated, before, after in _changed(source):
                if mutated not in seen:
                    seen.add(mutated)
                    yield Mutant(name, str(grade_id(cell)), before, after, mutated)


def exercises_of(name: str, source: str) -> list[Exercise]:
    """The graded exercises whose check is handed something that this cell defines."""
    defined = names_defined(without_marks(source))
    graded = [test.exercise for test in level(name).tests.values()]
    return [exercise for exercise in graded if _names(object_of(exercise)) & defined]


def _names(expression: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(expression)) if isinstance(node, ast.Name)}


def _changed(source: str) -> Iterator[tuple[str, str, str]]:
    """Each change as the whole new source, and the line before and after."""
    tree = ast.parse(source)
    # What an error says is nobody's to judge: only that it is raised.
    words = {part for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    for number, node in enumerate(ast.walk(tree)):
        for change in _changes(node) if node not in words else ():
            fresh = copy.deepcopy(tree)
            change(next(one for at, one in enumerate(ast.walk(fresh)) if at == number))
            ast.fix_missing_locations(fresh)
            yield ast.unparse(fresh), *_first_difference(ast.unparse(tree), ast.unparse(fresh))


def _first_difference(before: str, after: str) -> tuple[str, str]:
    pairs = itertools.zip_longest(before.splitlines(), after.splitlines(), fillvalue="")
    return next(((one.strip(), two.strip()) for one, two in pairs if one != two), ("", ""))


SWAPPED: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt,),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt,),
    ast.Eq: (ast.NotEq,),
    ast.And: (ast.Or,),
}
CALLED = {
    "sum": "mean", "mean": "sum", "max": "min", "argmax": "argmin", "zeros_like": "ones_like", "zeros": "ones",
    "exp": "expm1", "log": "log10", "maximum": "minimum", "add": "subtract", "outer": "multiply", "append": "insert",
}  # fmt: skip


def _changes(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.BinOp | ast.AugAssign):
        yield from (_set("op", kind()) for kind in SWAPPED.get(type(node.op), ()))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
        yield _exchange
    if isinstance(node, ast.Compare):
        yield from (_set("ops", [kind()]) for kind in SWAPPED.get(type(node.ops[0]), ()))
    yield from _changes_of_values(node)
    yield from _changes_of_calls(node)
    yield from _changes_of_statements(node)


def _changes_of_values(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield from (_set("value", value) for value in {node.value + 1, 0, 2 * node.value} - {node.value})
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        yield _set("value", not node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Invert):
        yield _set("op", ast.UAdd() if isinstance(node.op, ast.USub) else ast.USub())
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield _become(node.value)
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield _set("elts", [*node.elts[1:], node.elts[0]])
    if isinstance(node, ast.IfExp):
        yield _become(node.body)


def _changes_of_calls(node: ast.AST) -> Iterator[Any]:
    if not isinstance(node, ast.Call):
        return
    if isinstance(node.func, ast.Attribute):
        if node.func.attr in CALLED:
            yield _rename(CALLED[node.func.attr])
        if node.func.attr in ("copy", "reshape", "transpose", "astype"):
            yield _become(node.func.value)
    if len(node.args) > 1:
        yield _set("args", [node.args[1], node.args[0], *node.args[2:]])
    yield from (_set("keywords", node.keywords[:n] + node.keywords[n + 1 :]) for n in range(len(node.keywords)))


def _changes_of_statements(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.FunctionDef):
        names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        for one in _read_names(node, names):
            at = list(ast.walk(node)).index(one)
            yield from (_rename_name(at, other) for other in names if other != one.id)
        yield from (_drop(at) for at, statement in enumerate(node.body) if _can_drop(statement))
    if isinstance(node, ast.For):
        yield from (_drop(at) for at, statement in enumerate(node.body) if _can_drop(statement))
    if isinstance(node, ast.AugAssign):
        yield lambda twin: _replace(twin, ast.Assign([twin.target], twin.value))
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript):
        yield lambda twin: _replace(twin, ast.AugAssign(twin.targets[0], ast.Add(), twin.value))


def _read_names(node: ast.AST, names: list[str]) -> list[ast.Name]:
    """Where a function reads its arguments, but for the words of its errors."""
    words = {part for one in ast.walk(node) if isinstance(one, ast.Raise) for part in ast.walk(one)}
    reads = [one for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
    return [one for one in reads if one.id in names and one not in words]


def _can_drop(statement: ast.stmt) -> bool:
    documents = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return not documents and not isinstance(statement, ast.Pass | ast.Import | ast.ImportFrom | ast.FunctionDef)


def _set(field: str, value: Any) -> Any:
    return lambda twin: setattr(twin, field, copy.deepcopy(value))


def _exchange(twin: Any) -> None:
    twin.left, twin.right = twin.right, twin.left


def _rename(name: str) -> Any:
    return lambda twin: setattr(twin.func, "attr", name)


def _rename_name(at: int, name: str) -> Any:
    return lambda twin: setattr(list(ast.walk(twin))[at], "id", name)


def _drop(at: int) -> Any:
    def drop(twin: Any) -> None:
        twin.body[at] = ast.Pass()

    return drop


def _become(value: ast.AST) -> Any:
    return lambda twin: _replace(twin, copy.deepcopy(value))


def _replace(twin: ast.AST, value: ast.AST) -> None:
    """Make a node into another one, in place, so that whoever holds it need not be found."""
    twin.__class__ = type(value)  # type: ignore[assignment]
    twin.__dict__.clear()
    twin.__dict__.update(value.__dict__)


# -- judging them ----------------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What became of the mutants of one solution cell."""

    made: int = 0
    refused: int = 0
    described: int = 0
    named: int = 0

    def add(self, verdict: Verdict) -> None:
        self.made += 1
        self.refused += verdict.refused
        self.described += verdict.described
        self.named += verdict.named


@dataclass(frozen=True)
class Verdict:
    """Whether a mutant is refused; with more than two numbers that differ; with the idea that was missed."""

    refused: bool
    described: bool = False
    named: bool = False


def judge_mutant(mutant: Mutant) -> Verdict:
    """Put a mutant through the checks of everything that its cell defines."""
    reports = [_report(mutant, exercise) for exercise in exercises_of(mutant.level, mutant.source)]
    failed = [one for one in reports if one is None or not one.passed]
    hints = {row.hint for one in failed if one for row in one.rows if not row.passed}
    return Verdict(bool(failed), bool(hints - BARE), bool(hints - BARE - SEEN))


def _report(mutant: Mutant, exercise: Exercise) -> Report | None:
    """The report of one exercise, or None when the mutant never ends or can't even be defined."""
    answer = Answer(mutant.level, exercise.id, str(mutant), mutant.source)
    try:
        with _no_longer_than(SECONDS), warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            return report(answer)
    except Exception:  # a mutant may raise where it is defined: that refuses it
        return None


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    previous = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def known_equivalents() -> set[str]:
    """The mutants that are the same program written differently, as listed with their reasons."""
    text = EQUIVALENT.read_text(encoding="utf-8") if EQUIVALENT.is_file() else ""
    return {line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")}


def main(names: list[str]) -> int:
    """Judge all mutants and print a table; 0 when every survivor is explained."""
    tallies: dict[str, Tally] = {}
    survivors: list[Mutant] = []
    for mutant in track(
        [one for name in names or COURSE.levels() for one in mutants(name)], console=Console(stderr=True)
    ):
        verdict = judge_mutant(mutant)
        tallies.setdefault(f"{mutant.level} {mutant.cell}", Tally()).add(verdict)
        if not verdict.refused:
            survivors.append(mutant)
    unexplained = [one for one in survivors if str(one) not in known_equivalents()]
    _print(tallies, len(survivors) - len(unexplained), unexplained)
    return 1 if unexplained else 0


def _print(tallies: dict[str, Tally], explained: int, unexplained: list[Mutant]) -> None:
    table = Table("solution cell", "mutants", "refused", "described", "idea named", title="Mutants")
    for name, tally in [*tallies.items(), ("all", _sum(tallies))]:
        shares = (f"{100 * part / max(1, tally.refused):.0f} %" for part in (tally.described, tally.named))
        table.add_row(name, str(tally.made), str(tally.refused), *shares)
    console = Console(width=110)
    console.print(table)
    console.print(f"{explained} survivors are the same program written differently (tests/equivalent_mutants.md).")
    for mutant in unexplained:
        console.print(f"SURVIVED {mutant}", markup=False, highlight=False, soft_wrap=True)


def _sum(tallies: dict[str, Tally]) -> Tally:
    columns = zip(*(astuple(tally) for tally in tallies.values()), strict=True)
    return Tally(*map(sum, columns))


if __name__ == "__main__":
    find("affine.forward")  # loads the exercises before the first mutant is timed
    sys.exit(main(sys.argv[1:]))
