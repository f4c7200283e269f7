"""What a student's machine must be able to do, whatever its system: every solved level runs and its checks pass.

A program, `python -m tests.student [LEVEL ...]`, that needs nothing of the grader: it runs where the sandbox can't.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]


def main(levels: list[str]) -> None:
    """Run the solved levels, each in a folder with its own files.  Ends with an error where a cell raises one."""
    for solution in sorted((ROOT / "solutions").glob("*/*.ipynb")):
        if not levels or solution.parent.name in levels:
            print(solution.parent.name, flush=True)
            run(solution)


def run(solution: Path) -> None:
    """Run a solved notebook from top to bottom in a kernel of its own."""
    notebook = nbformat.read(solution, 4)
    with tempfile.TemporaryDirectory() as folder:
        for file in (ROOT / "release" / solution.parent.name).glob("*.py"):
            (Path(folder) / file.name).write_bytes(file.read_bytes())
        NotebookClient(notebook, timeout=600, resources={"metadata": {"path": folder}}).execute()


if __name__ == "__main__":
    main(sys.argv[1:])
