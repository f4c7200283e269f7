"""All benchmarks that need nothing but the course's own environment: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import first_check, flood, grading, redraw, threads

for benchmark in (first_check, redraw, threads, flood, grading):
    benchmark.main()
