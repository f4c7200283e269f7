"""A flood of output takes no longer than its length: ten times as much, about ten times as long."""

from __future__ import annotations

from benchmarks.side_by_side import compare
from checks.grading.running.follow import execute
from checks.grading.running.job import Job


def main() -> None:
    """Compare two floods of lines, cut at the same place."""

    def flood(lines: int) -> None:
        execute(Job([f"for _ in range({lines}): print('x' * 79)"]), trusted=True)

    compare("A flood of output", short=lambda: flood(70_000), ten_times_as_long=lambda: flood(700_000))


if __name__ == "__main__":
    main()
