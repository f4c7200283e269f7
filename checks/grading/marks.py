"""nbgrader's marks in an authored cell: what is a solution, what is hidden."""

import re

MARKS = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)
HIDDEN = re.compile(r"^[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[ \t]*\n?", re.MULTILINE | re.DOTALL)


def without_marks(source: str) -> str:
    """A cell's source without nbgrader's solution marks and without hidden tests."""
    return HIDDEN.sub("", MARKS.sub("", source)).rstrip("\n")
