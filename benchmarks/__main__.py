"""All benchmarks that need nothing but the course's own environment: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import first_check, grading, redraw, threads

for benchmark in (first_check, redraw, threads, grading):
    benchmark.main()
