"""TinyNet of level 15 against the same net in PyTorch, both on one core, side by side in one run.

For development only: PyTorch is not among the course's packages. `pip install torch`, then
`python benchmarks/tinynet_torch.py`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from threadpoolctl import threadpool_limits

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "source" / "15-tinynet-training")]
from layers import TinyNet  # type: ignore[import-not-found]  # noqa: E402

from course.data import load_digits_split  # noqa: E402

BATCH, RATE, DECAY, EPOCHS = 50, 0.3, 1e-4, 5


def start() -> list[np.ndarray]:
    """The shapes of level 15: 8 and 24 filters, ten classes; small weights, no bias."""
    rng = np.random.default_rng(12)
    shapes = (8, 1, 3, 3), (8,), (24, 8, 3, 3), (24,), (96, 10), (10,)
    return [rng.normal(size=shape) * (0.1 if len(shape) > 1 else 0) for shape in shapes]


def with_numpy(params: list[np.ndarray], x: np.ndarray, t: np.ndarray) -> list[np.ndarray]:
    """One batch: forward, backward, one step with decay on every parameter."""
    net = TinyNet(*params)
    net.forward(x, t)
    return [p - RATE * (dp + DECAY * p) for p, dp in zip(params, net.backward(), strict=True)]


def with_torch(params: list[torch.Tensor], x: torch.Tensor, t: torch.Tensor) -> list[torch.Tensor]:
    """The same batch in PyTorch, in float64 as well."""
    params = [p.detach().requires_grad_() for p in params]
    conv, pool, relu = torch.nn.functional.conv2d, torch.nn.functional.max_pool2d, torch.relu
    h = pool(relu(conv(x, params[0], params[1], padding=1)), 2)
    h = pool(relu(conv(h, params[2], params[3], padding=1)), 2)
    torch.nn.functional.cross_entropy(h.flatten(1) @ params[4] + params[5], t).backward()
    return [p.detach() - RATE * (p.grad + DECAY * p.detach()) for p in params]


def epochs(step: Callable[..., Any], params: Any, x: Any, t: Any) -> tuple[float, Any]:
    """Seconds for all epochs, and the parameters after them; batches in the given order."""
    began = time.perf_counter()
    for _ in range(EPOCHS):
        for first in range(0, len(x), BATCH):
            params = step(params, x[first : first + BATCH], t[first : first + BATCH])
    return time.perf_counter() - began, params


def main() -> None:
    """Print each round's ratio and how far the two results are apart."""
    torch.set_num_threads(1)
    x, t, _, _ = load_digits_split(seed=0)
    x = x.reshape(-1, 1, 8, 8)
    tensors = torch.from_numpy(x), torch.from_numpy(t.astype(np.int64))
    with threadpool_limits(1):
        for _ in range(3):
            ours, numpy_params = epochs(with_numpy, start(), x, t)
            theirs, torch_params = epochs(with_torch, [torch.from_numpy(p) for p in start()], *tensors)
            apart = max(float(np.abs(a - b.numpy()).max()) for a, b in zip(numpy_params, torch_params, strict=True))
            print(
                f"numpy {ours:.2f} s, PyTorch {theirs:.2f} s, ratio {ours / theirs:.2f}; parameters apart {apart:.1e}"
            )


if __name__ == "__main__":
    main()
