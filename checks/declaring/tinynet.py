"""What levels 13 and 14 share: the parameters of a TinyNet, batches for it, and a few tools for mistakes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula

Arrays = dict[str, Any]

PARAMETERS = ("W_conv1", "b_conv1", "W_conv2", "b_conv2", "W_fc", "b_fc")
LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "fc", "loss")
SCALE = 0.3
"""Of biases and of updates."""

# All sizes of a trial differ where they could be mistaken for one another. The kernels of the first look at one pixel,
# so that what a mistake leaves there can be told in a line or two. The sides of the last are no multiples of 4.
TRIALS = (
    dict(N=5, C=2, H=12, W=16, C1=6, C2=4, classes=3, kernels="one pixel"),
    dict(N=4, C=3, H=12, W=8, C1=5, C2=6, classes=7, kernels="3 x 3"),
    dict(N=3, C=2, H=10, W=6, C1=4, C2=5, classes=6, kernels="3 x 3"),
)


def net_and_batches(
    rng: np.random.Generator, N: int, C: int, H: int, W: int, C1: int, C2: int, classes: int, kernels: str
) -> Arrays:
    """The six parameters of a net, a step for each, a batch x (N, C, H, W) with labels t (N,), and a longer one."""
    shapes = {
        "W_conv1": (C1, C, 3, 3),
        "b_conv1": (C1,),
        "W_conv2": (C2, C1, 3, 3),
        "b_conv2": (C2,),
        "W_fc": (C2 * (H // 2 // 2) * (W // 2 // 2), classes),
        "b_fc": (classes,),
    }
    given = {name: SCALE * rng.normal(size=shape) for name, shape in shapes.items()}
    for layer, channels, inputs in (("conv1", C1, C), ("conv2", C2, C1)):
        given[f"W_{layer}"] = kernels_of(rng, shapes[f"W_{layer}"], kernels, inputs)
        given[f"b_{layer}"] -= np.linspace(0, 1.2, channels)
    steps = {f"{name}_step": SCALE * rng.normal(size=shape) for name, shape in shapes.items()}
    batches = {
        "x": rng.normal(size=(N, C, H, W)),
        "t": labels(rng, N, classes),
        "next_x": rng.normal(size=(N + 1, C, H, W)),
        "next_t": labels(rng, N + 1, classes),
    }
    return {**given, **steps, **batches}


def labels(rng: np.random.Generator, N: int, classes: int) -> Any:
    """Labels (N,), never all the same."""
    return rng.permutation((np.arange(N) + rng.integers(classes)) % classes)


def kernels_of(rng: np.random.Generator, shape: tuple[int, ...], kernels: str, inputs: int) -> Any:
    """Kernels (C_out, C_in, 3, 3) whose sums are about 1 large. Biases from 0 to -1.2 then leave windows in which
    nothing is positive, in some channels more than in others, and softmax does not saturate. Of kernels that look at
    "one pixel" only the centre is not 0.
    """
    W = rng.normal(size=shape) / np.sqrt(inputs * (1 if kernels == "one pixel" else 9))
    if kernels == "one pixel":
        W[:, :, [0, 0, 0, 1, 1, 2, 2, 2], [0, 1, 2, 0, 2, 0, 1, 2]] = 0
    return W


def parameters_in(given: Arrays) -> list[Any]:
    """The six parameters in the order in which TinyNet takes them."""
    return [given[name] for name in PARAMETERS]


def update(given: Arrays) -> None:
    """Change the six parameters in place, as training does."""
    for name in PARAMETERS:
        given[name] -= given[f"{name}_step"]


# -- tools for mistakes ----------------------------------------------------------------------------------------------


def with_one_pixel(formula: Formula) -> Formula:
    """The same formula, for trials whose kernels look at one pixel; in others it predicts nothing."""

    def restricted(given: SimpleNamespace, right: SimpleNamespace) -> Any:
        if given.kernels != "one pixel":
            raise LookupError("the kernels of this trial look at more than one pixel")
        return formula(given, right)

    return restricted
