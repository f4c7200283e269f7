"""What every wrong and right answer is told, row by row: written down before a change, compared after it.

python -m tests.verdicts write before.json
...
python -m tests.verdicts compare before.json
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import warnings
from collections import Counter
from pathlib import Path

import numpy as np

from checks.api import VISIBLE_SEED
from course.building.answers import answers
from tests.answers import COURSE, SECRET_SEED, report

Told = dict[str, list[list[str | bool]]]
"""For each answer and seed the rows of its report: name, trial, passed, hint, message."""
NUMBER = re.compile(r"0x[0-9a-f]+|-?\d+(\.\d+)?(e[-+]?\d+)?")


def told() -> Told:
    """All reports, on the visible and on a secret seed."""
    found: Told = {}
    for kind in ("wrong", "right"):
        seen: Counter[str] = Counter()
        for answer in answers(COURSE, kind):
            seen[str(answer)] += 1
            for seed in (VISIBLE_SEED, SECRET_SEED):
                np.random.seed(0)  # some answers draw numbers of their own
                with contextlib.redirect_stdout(io.StringIO()):
                    rows = report(answer, seed).rows
                key = f"{kind} {answer} #{seen[str(answer)]} by seed {seed}"
                found[key] = [[row.name, row.trial, row.passed, row.hint, row.message] for row in rows]
    return found


def compare(before: Told, after: Told) -> Counter[str]:
    """Print every difference; count rows, verdicts, hints and messages (numbers in a message don't count)."""
    count = Counter({"rows": 0, "verdicts": 0, "hints": 0, "messages": 0})
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key, []), after.get(key, [])
        if [row[:2] for row in one] != [row[:2] for row in other]:
            print(f"{key}: other rows")
            count["verdicts"] += 1
            continue
        for was, is_now in zip(one, other, strict=True):
            count["rows"] += 1
            what = _difference(was, is_now)
            if what:
                count[what] += 1
                print(f"{what}: {key}, {was[0]} {was[1]}\n  {was[2:]}\n  {is_now[2:]}")
    return count


def _difference(was: list[str | bool], is_now: list[str | bool]) -> str:
    if was[2] != is_now[2]:
        return "verdicts"
    if was[3] != is_now[3]:
        return "hints"
    said = [NUMBER.sub("~", str(row[4])) for row in (was, is_now)]
    return "messages" if said[0] != said[1] else ""


def main(command: str, file: str) -> None:
    """Write all reports into a file, or compare them with those in it."""
    warnings.simplefilter("ignore")  # an answer may warn, as a student's may
    if command == "write":
        Path(file).write_text(json.dumps(told(), indent=0), encoding="utf-8")
    else:
        print(dict(compare(json.loads(Path(file).read_text(encoding="utf-8")), told())))


if __name__ == "__main__":
    main(*sys.argv[1:])
