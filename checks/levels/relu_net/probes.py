"""`train_relu_net`: how it is driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.probes import Arrays, Room, Rows
from checks.probing import unpack

room = Room(__name__)


def training(rng: np.random.Generator, N: int, D: int, H: int, M: int, steps: int) -> Arrays:
    """x (N, D), y (N, M), start weights w1 (D, H), w2 (H, M), and a rate at which no weight runs away."""
    shapes = {"x": (N, D), "y": (N, M), "w1": (D, H), "w2": (H, M)}
    arrays = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {**arrays, "learning_rate": 8e-4, "steps": steps}


@room.exercise(
    "net.train-by-hand",
    expects="function",
    inputs=training,
    trials=(
        dict(N=5, D=4, H=6, M=3, steps=1),
        dict(N=3, D=6, H=5, M=2, steps=3),
        dict(N=6, D=3, H=4, M=5, steps=4),
    ),
    rows={"losses": "one for each step", "w1": "the shape of w1", "w2": "the shape of w2"},
    behaviour=("losses of a second call", "w1 after later changes"),
)
def train_by_hand(train_relu_net: Any, **given: Any) -> Rows:
    """The trained weights and the losses, the losses again, and w1 after the caller's arrays have changed."""

    def trained() -> tuple[Any, ...]:
        return unpack(train_relu_net(*given.values()), "w1 w2 losses", f"train_relu_net({', '.join(given)})")

    w1, w2, losses = trained()
    yield from {"losses": losses, "w1": w1, "w2": w2}.items()
    yield "losses of a second call", trained()[2]
    given["w1"] += 1
    given["w2"] += 1
    yield "w1 after later changes", w1
