"""Making a gradable notebook out of a submission: the student's code, the course's tests.

The level's own notebook says which cells there must be and what they are. From the student come the solutions and any
cells added between them, in the student's order; tests and other locked cells always come from the course, whether
the student edited, moved, copied or deleted them.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode

from checks.grading.course import METADATA
from checks.grading.marks import grade_id, is_solution, is_test, without_hidden
from checks.grading.submitted.disarm import disarm_markdown
from checks.grading.submitted.reading import SubmittedCell

Placed = tuple[float, NotebookNode]


def repair(cells: Sequence[SubmittedCell], untouched: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """The notebook to run, and a sentence for each thing that was mended.

    Args:
        cells: what the student handed in.
        untouched: the level as released, hidden tests still inside; see `checks.grading.level`.
    """
    notes: list[str] = []
    prose = {cell.source for cell in untouched.cells if cell.cell_type == "markdown"}
    known = {grade_id(cell): cell for cell in untouched.cells if grade_id(cell)}
    kept = _without_copies(cells, known, notes)
    placed: list[Placed] = []
    for position, cell in enumerate(kept):
        node = _from_student(cell, known, prose, notes)
        if node is not None:
            placed.append((position, node))
    positions = {cell.id: position for position, cell in enumerate(kept) if cell.id in known}
    placed += _from_course(untouched, positions, len(kept), notes)
    ordered = [node for _, node in sorted(placed, key=lambda pair: pair[0])]
    return nbformat.v4.new_notebook(cells=_fresh_ids(ordered), metadata=METADATA), notes


def _from_student(
    cell: SubmittedCell, known: dict[str | None, NotebookNode], prose: set[str], notes: list[str]
) -> NotebookNode | None:
    """The cell to run in the student's place; None where the course's own cell is put instead."""
    official = known.get(cell.id)
    if official is None:
        return _plain(cell, prose)
    if is_solution(official):
        if official.cell_type != cell.kind:
            notes.append(f"Cell {cell.id} had been turned into {cell.kind}; it is {official.cell_type} again.")
        written = (
            cell.source
            if official.cell_type == "code" or cell.source == official.source
            else disarm_markdown(cell.source)
        )
        return _copy(official, written)
    if cell.source.strip() != without_hidden(official.source).strip():
        notes.append(f"Cell {cell.id} had been edited; the course's own cell was run.")
    return None


def _plain(cell: SubmittedCell, prose: set[str]) -> NotebookNode:
    """A cell that is none of the course's exercises: the student's own, or the level's text."""
    if cell.kind == "code":
        return nbformat.v4.new_code_cell(cell.source)  # type: ignore[no-any-return]
    source = cell.source if cell.source in prose else disarm_markdown(cell.source)
    return nbformat.v4.new_markdown_cell(source)  # type: ignore[no-any-return]


def _copy(cell: NotebookNode, source: str | None = None) -> NotebookNode:
    copied = nbformat.from_dict(cell)
    if source is not None:
        copied.source = source
    return copied  # type: ignore[no-any-return]


def _from_course(untouched: NotebookNode, positions: dict[str | None, int], end: int, notes: list[str]) -> list[Placed]:
    """The locked cells and the missing solutions, each with the place where it must stand.

    A test never runs before the solutions that precede it in the level. A missing test goes to the end of its
    exercise, so that cells which the student added there run first; anything else that is missing goes to the
    beginning, so that a solution written into another cell wins over the stub. What was moved behind the solutions
    that need it, such as the imports, goes back before them.
    """
    placed: list[Placed] = []
    last = -1.0
    official = [cell for cell in untouched.cells if grade_id(cell)]
    for number, cell in enumerate(official):
        at = positions.get(grade_id(cell))
        nudge = (number + 1) / (len(official) + 2)
        if at is None:
            notes.append(f"Cell {grade_id(cell)} was missing and was put back.")
        if at is None and not is_test(cell):
            placed.append((last + nudge / 2, _copy(cell)))
        elif is_solution(cell):
            last = max(last, float(at or 0))
        else:
            latest = _next_solution(official[number:], positions, end) - 1
            if at is None or (at > latest and not is_test(cell)):
                at = latest
            placed.append((max(last, at) + nudge, _copy(cell)))
    return placed


def _next_solution(following: Sequence[NotebookNode], positions: dict[str | None, int], end: int) -> int:
    places = [positions[grade_id(cell)] for cell in following if is_solution(cell) and grade_id(cell) in positions]
    return min(places, default=end)


def _without_copies(
    cells: Sequence[SubmittedCell], known: dict[str | None, NotebookNode], notes: list[str]
) -> list[SubmittedCell]:
    """Each id once: the first answer keeps it; a second half of a split cell stays as a plain cell; copies go."""
    answers: dict[str, SubmittedCell] = {}
    for cell in cells:
        if cell.id in known and cell.id is not None:
            answers[cell.id] = _first_answer(answers.get(cell.id), cell, known[cell.id])
    kept: list[SubmittedCell] = []
    for cell in cells:
        if cell.id not in answers or answers[cell.id] is cell:
            kept.append(cell)
        elif is_solution(known[cell.id]) and not _is_copy(cell, answers[cell.id], known[cell.id]):
            kept.append(SubmittedCell(cell.kind, cell.source))
        else:
            notes.append(f"Cell {cell.id} stood in the notebook twice; the first answer counts.")
    return kept


def _first_answer(first: SubmittedCell | None, cell: SubmittedCell, official: NotebookNode) -> SubmittedCell:
    """The earlier of two cells with one id, unless it is a solution's stub as it was released."""
    if first is None or (is_solution(official) and first.source.strip() == official.source.strip()):
        return cell
    return first


def _is_copy(cell: SubmittedCell, first: SubmittedCell, official: NotebookNode) -> bool:
    """Whether a cell says again what the first one says; the two halves of a split cell don't."""
    if cell.source.strip() in (first.source.strip(), official.source.strip()):
        return True
    return bool(_defined(cell.source) & _defined(first.source))


def _defined(source: str) -> set[str]:
    """The functions and classes that a cell defines at its top level."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)}


def _fresh_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    for number, cell in enumerate(cells):
        cell["id"] = grade_id(cell) or f"cell-{number}"
    return cells
