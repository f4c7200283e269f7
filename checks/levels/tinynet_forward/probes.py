"""TinyNet forward, the inputs of its last layer, and two questions about sizes: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.layers import update
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.declaring.tinynet import PARAMETERS, TRIALS, UPDATED, net_and_batches, parameters_in
from checks.probing import gap, unpack

room = Room(__name__)

LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "fc", "loss")
KERNELS, SIDES = ("3 x 3", "5 x 2 and 2 x 5"), ("multiples of 4", "odd")


@room.exercise(
    "tinynet.forward",
    inputs=net_and_batches,
    trials=TRIALS,
    rows={"logits": "a row for each sample, a column for each class", "loss": "the mean over the batch"},
    behaviour=("logits of the next batch", "loss of the first batch again", "layers by name", UPDATED),
)
def forward(TinyNet: Any, x: Array, t: Array, next_x: Array, next_t: Array, **given: Any) -> Rows:
    """Logits and loss; then whether the net serves another batch, has its layers, and follows an update."""
    net, both = TinyNet(*parameters_in(given)), ("logits loss", "forward(x, t)")
    yield from zip(("logits", "loss"), unpack(net.forward(x, t), *both), strict=True)
    yield "logits of the next batch", unpack(net.forward(next_x, next_t), *both)[0]
    yield "loss of the first batch again", unpack(net.forward(x, t), *both)[1]
    yield "layers by name", layers_by_name(net)
    update(given, PARAMETERS)
    new = TinyNet(*parameters_in(given))
    yield UPDATED, gap(net.forward(x, t)[0], new.forward(x, t)[0])


def layers_by_name(net: Any) -> int:
    """The place in LAYERS of the first that `net` does not have; beyond the end if all are there.

    One more if both ReLUs are one object, two more if both poolings are.
    """
    for place, name in enumerate(LAYERS):
        if not hasattr(getattr(net, name, None), "backward"):
            return place
    return len(LAYERS) + (net.relu1 is net.relu2) + 2 * (net.pool1 is net.pool2)


def shapes(rng: np.random.Generator, kernels: str, sides: str) -> Arrays:
    """Shapes of a batch and of the weights of both convolutions, with all sizes different."""
    N, C, C1, C2 = (int(n) for n in rng.permutation([2, 3, 5, 7, 11, 13])[:4])
    H, W = (int(n) for n in rng.permutation([5, 6, 7, 9, 10])[:2])
    H, W = {"multiples of 4": (4 * H, 4 * W), "odd": (4 * H + 3, 4 * W + 1)}[sides]
    low, high = (3, 3) if kernels == "3 x 3" else (2, 5)
    return {"x_shape": (N, C, H, W), "W_conv1_shape": (C1, C, high, low), "W_conv2_shape": (C2, C1, low, high)}


@room.exercise(
    "tinynet.fc-inputs",
    expects="function",
    inputs=shapes,
    trials=[dict(kernels=kernels, sides=sides) for kernels in KERNELS for sides in SIDES],
    rows={"inputs": "the rows of W_fc"},
)
def fc_inputs(function: Any, **given: Any) -> Rows:
    """The number of inputs of fc."""
    yield "inputs", function(*given.values())


room.question("tinynet.question-place")
room.question("tinynet.question-larger")
