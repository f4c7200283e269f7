"""Training TinyNet with numpy's default threads and with one, as level 15 does."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.side_by_side import compare
from course.data import load_digits_split

LAYERS = Path(__file__).parents[1] / "source" / "15-tinynet-training" / "layers.py"


def main() -> None:
    """Compare ten batches of 50 digits."""
    net, x, t = _tinynet()

    def batches(threads: int) -> None:
        with threadpool_limits(threads):
            for first in range(0, 500, 50):
                net.forward(x[first : first + 50], t[first : first + 50])
                net.backward()

    default = os.cpu_count() or 1
    compare(
        f"Ten batches of TinyNet ({default} processors)",
        one_thread=lambda: batches(1),
        default_threads=lambda: batches(default),
    )


def _tinynet() -> tuple[Any, Any, Any]:
    spec = importlib.util.spec_from_file_location("layers", LAYERS)
    assert spec
    assert spec.loader
    layers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(layers)
    rng = np.random.default_rng(0)
    shapes = ((8, 1, 3, 3), (8,), (24, 8, 3, 3), (24,), (96, 10), (10,))
    x, t, _, _ = load_digits_split(seed=0)
    return layers.TinyNet(*(0.1 * rng.normal(size=shape) for shape in shapes)), x.reshape(-1, 1, 8, 8), t


if __name__ == "__main__":
    main()
