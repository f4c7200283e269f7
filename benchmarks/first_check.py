"""What the first check of a notebook costs: one level is loaded, not all of them."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.side_by_side import compare

NUMPY = "import numpy"
AFFINE = """
class Affine:
    def __init__(self, W, b): self.W, self.b = W, b
    def forward(self, x): return x @ self.W + self.b
"""
CHECK = f"import checks\n{AFFINE}\nchecks.report_on('affine.forward', Affine)"
EVERY = f"import checks.exercise as e\ne.all_exercises()\n{CHECK}"


def main() -> None:
    """Compare whole processes: numpy alone, with a first check, and with all levels loaded first."""

    def run(source: str) -> None:
        subprocess.run([sys.executable, "-c", source], check=True)

    compare(
        "A first check, each in a fresh process",
        numpy_alone=lambda: run(NUMPY),
        numpy_and_a_first_check=lambda: run(CHECK),
        the_same_with_all_levels_loaded=lambda: run(EVERY),
    )


if __name__ == "__main__":
    main()
