"""Changing the notebook instead of the code; and notebooks that are merely damaged."""

from __future__ import annotations

import copy
import json

import nbformat

from tests.attacks.handed import WRONG, Handed, attack

GROUP = "notebook"


@attack(GROUP)
def skip_execution_tags(handed: Handed) -> None:
    for cell in handed.cells:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell"]


@attack(GROUP, "everything")
def tests_deleted_though_right(handed: Handed) -> None:
    handed.solve()
    del handed.cells[handed.at(handed.forward)], handed.cells[handed.at(handed.backward)]


@attack(GROUP)
def tests_deleted(handed: Handed) -> None:
    handed.answer(WRONG)
    del handed.cells[handed.at(handed.forward) :]


@attack(GROUP)
def tests_edited(handed: Handed) -> None:
    handed.cell(handed.forward)["source"] = handed.cell(handed.backward)["source"] = "6.0"


@attack(GROUP)
def tests_as_markdown(handed: Handed) -> None:
    for id in (handed.forward, handed.backward):
        cell = handed.cell(id)
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]


@attack(GROUP)
def tests_doubled_with_the_same_id(handed: Handed) -> None:
    handed.answer(WRONG)
    double = copy.deepcopy(handed.cell(handed.forward))
    double["source"] = "6.0"
    handed.cells.append(double)


@attack(GROUP)
def flags_flipped(handed: Handed) -> None:
    for id in (handed.forward, handed.backward, "affine"):
        flags = handed.cell(id)["metadata"]["nbgrader"]
        flags["grade"], flags["solution"], flags["locked"] = not flags["grade"], not flags["solution"], False


@attack(GROUP)
def hundred_points(handed: Handed) -> None:
    for id in (handed.forward, handed.backward):
        handed.cell(id)["metadata"]["nbgrader"]["points"] = 100


@attack(GROUP, "everything")
def tests_before_the_solution(handed: Handed) -> None:
    handed.solve()
    for id in (handed.backward, handed.forward):
        handed.cells.insert(0, handed.cells.pop(handed.at(id)))


@attack(GROUP, "everything")
def another_kernel(handed: Handed) -> None:
    handed.solve()
    handed.notebook["metadata"]["kernelspec"] = {"name": "julia-1.9", "display_name": "Julia", "language": "julia"}


@attack(GROUP, "everything")
def format_three(handed: Handed) -> None:
    handed.solve()
    old = nbformat.convert(nbformat.from_dict(handed.notebook), 3)
    handed.raw = json.dumps(old).encode()


@attack(GROUP)
def not_json(handed: Handed) -> None:
    handed.raw = b"PK\x03\x04 this is a zip"


@attack(GROUP)
def empty_file(handed: Handed) -> None:
    handed.raw = b""


@attack(GROUP)
def json_but_no_notebook(handed: Handed) -> None:
    handed.raw = b'{"score": 6}'


@attack(GROUP)
def nested_a_hundred_thousand_deep(handed: Handed) -> None:
    handed.raw = b"[" * 100_000 + b"]" * 100_000


@attack(GROUP)
def a_symlink(handed: Handed) -> None:
    handed.path.symlink_to("/etc/passwd")


@attack(GROUP)
def hundred_megabytes(handed: Handed) -> None:
    handed.notebook["metadata"]["padding"] = "x" * 100_000_000


@attack(GROUP)
def a_hundred_thousand_cells(handed: Handed) -> None:
    handed.notebook["cells"] += [{"cell_type": "code", "source": "1", "metadata": {}}] * 100_000


@attack(GROUP, "everything")
def without_metadata(handed: Handed) -> None:
    handed.solve()
    handed.notebook["metadata"] = {}
    for cell in handed.cells:
        cell.pop("id")


@attack(GROUP)
def cells_of_wrong_types(handed: Handed) -> None:
    handed.notebook["cells"] = [None, 3, {"cell_type": 7}, {"source": {"a": 1}}, {"metadata": {"nbgrader": [1]}}, []]


@attack(GROUP)
def foreign_schema_version(handed: Handed) -> None:
    for cell in handed.cells:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = 99


@attack("honest", "everything")
def solution_copied(handed: Handed) -> None:
    handed.solve()
    handed.cells.insert(handed.at("affine") + 1, copy.deepcopy(handed.cell("affine")))


@attack("honest", "everything")
def stub_copied_below_the_solution(handed: Handed) -> None:
    stub = copy.deepcopy(handed.cell("affine"))
    handed.solve()
    handed.cells.insert(handed.at("affine") + 1, stub)


@attack("honest", "everything")
def split_in_two(handed: Handed) -> None:
    handed.solve()
    second = copy.deepcopy(handed.cell("affine"))
    handed.cell("affine")["source"] = "import numpy as np\n\ndef summed(a):\n    return a.sum(axis=0)\n"
    handed.cells.insert(handed.at("affine") + 1, second)


@attack("honest", "everything")
def windows_line_ends(handed: Handed) -> None:
    handed.solve()
    for cell in handed.cells:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


@attack("honest", "everything")
def unicode_names(handed: Handed) -> None:
    handed.solve()
    handed.add("größe, Δ, 变量 = 1, 2, 3\nprint('✓', größe + Δ + 变量)")


@attack("honest", "everything")
def warns(handed: Handed) -> None:
    handed.solve()
    for method in ("forward(self, x):", "backward(self, dout):"):
        cell = handed.cell("affine")
        cell["source"] = "".join(cell["source"]).replace(method, f"{method}\n        np.log(np.zeros(1))")


@attack("honest", "everything")
def crashes_in_an_unrelated_cell(handed: Handed) -> None:
    handed.solve()
    handed.add("1 / 0", before="affine")


@attack("honest", "everything")
def draws_for_a_while(handed: Handed) -> None:
    handed.solve()
    handed.add(
        "import matplotlib.pyplot as plt, time\nfor _ in range(4):\n    plt.plot(range(99)); plt.show()\ntime.sleep(1)"
    )


@attack("honest", "everything")
def ends_on_an_object(handed: Handed) -> None:
    handed.solve()
    handed.add("Affine")


@attack(GROUP, "everything")
def brings_a_file_where_fonts_would_be(handed: Handed) -> None:
    handed.solve()
    for name in (".matplotlib", "matplotlib"):
        handed.file(name, "not a folder")


@attack(GROUP, "everything")
def brings_more_than_there_is_room_for(handed: Handed) -> None:
    handed.solve()
    for number in range(22):
        with (handed.folder / f"data-{number:02}.bin").open("wb") as file:
            file.truncate(9_900_000)
