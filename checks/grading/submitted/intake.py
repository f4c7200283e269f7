"""Looking over a submission's folder before nbgrader copies what lies beside the notebook.

A symbolic link would make the grader copy what it points to, /dev/zero as well as somebody's password; a named pipe
would keep it waiting. Only plain files of a moderate size, beside the notebook, are taken along.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from checks.grading.running.limits import MB

MAX_FILE = 10 * MB
MAX_FILES = 50
MAX_TOTAL = 50 * MB


def refused(folder: Path) -> Iterator[tuple[str, str]]:
    """The names in a submission's folder that are not taken along, and why."""
    taken = total = 0
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        reason = _reason(entry)
        size = 0 if reason or entry.name.endswith(".ipynb") else entry.stat(follow_symlinks=False).st_size
        if not reason and taken == MAX_FILES:
            reason = f"only {MAX_FILES} files are taken along"
        elif total + size > MAX_TOTAL:
            reason = f"only {MAX_TOTAL // MB} MB are taken along"
        if reason:
            yield entry.name, reason
        else:
            taken, total = taken + 1, total + size


def beside(notebook: Path) -> dict[str, bytes]:
    """The files that go along with a notebook: name -> content."""
    left_out = dict(refused(notebook.parent))
    entries = sorted(notebook.parent.iterdir())
    return {
        entry.name: entry.read_bytes() for entry in entries if entry.name not in left_out and entry.suffix != ".ipynb"
    }


def _reason(entry: os.DirEntry[str]) -> str:
    """Why an entry is not taken along, or ""."""
    about = entry.stat(follow_symlinks=False)
    if stat.S_ISLNK(about.st_mode):
        return "it is a symbolic link"
    if stat.S_ISDIR(about.st_mode):
        return "it is a folder"
    if not stat.S_ISREG(about.st_mode):
        return "it is no plain file"
    if about.st_size > MAX_FILE and not entry.name.endswith(".ipynb"):
        return f"it has more than {MAX_FILE // MB} MB"
    return ""
