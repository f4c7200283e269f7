"""Timing two things in turn, so that whatever else the machine does befalls both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def compare(what: str, **ways: Callable[[], object]) -> None:
    """Print the median seconds of each way over five rounds, and how many times as long each takes as the first."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(5):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            taken[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    first = next(iter(medians.values()))
    print(f"\n{what}")
    for name, seconds in medians.items():
        print(f"  {name.replace('_', ' '):<40} {seconds:8.4f} s  {seconds / first:6.2f}")
