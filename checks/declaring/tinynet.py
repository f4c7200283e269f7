"""What several levels know of a TinyNet: its parameters, batches for it, and kernels that look at one pixel."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays

PARAMETERS = ("W_conv1", "b_conv1", "W_conv2", "b_conv2", "W_fc", "b_fc")
SCALE = 0.3
"""Of parameters and of updates: with 1.0 softmax saturates, and wrong nets have the same loss as right ones."""

# All sizes of a trial differ where they could be mistaken for one another. The kernels of the first look at one pixel,
# so that what a mistake leaves there can be told in a line or two. The sides of the last are no multiples of 4.
TRIALS = (
    dict(N=5, C=2, H=12, W=16, C1=6, C2=4, classes=3, kernels="one pixel"),
    dict(N=4, C=3, H=12, W=8, C1=5, C2=6, classes=7, kernels="3 x 3"),
    dict(N=3, C=2, H=10, W=6, C1=4, C2=5, classes=6, kernels="3 x 3"),
)
UPDATED = "difference to a new net after an update"
"""A row: whether the layers look into the arrays that the net was given."""


def net_and_batches(rng: np.random.Generator, kernels: str, **sizes: int) -> Arrays:
    """The six parameters of a net, a step for each, and two batches.

    Kernel sums are about 1 large. Biases from 0 to -1.2 then leave windows in which nothing is positive, in some
    channels more than in others, and softmax does not saturate.
    """
    net = parameters(rng, **sizes)
    for layer, inputs in (("conv1", sizes["C"]), ("conv2", sizes["C1"])):
        W, b = net[f"W_{layer}"], net[f"b_{layer}"]
        W[...] = rng.normal(size=W.shape) / np.sqrt(inputs * (1 if kernels == "one pixel" else 9))
        b -= np.linspace(0, 1.2, len(b))
        if kernels == "one pixel":
            W[:, :, np.arange(9).reshape(3, 3) != 4] = 0
    steps = {f"{name}_step": SCALE * rng.normal(size=array.shape) for name, array in net.items()}
    return {**net, **steps, **two_batches(rng, **sizes)}


def parameters(rng: np.random.Generator, *, C: int, H: int, W: int, C1: int, C2: int, classes: int, **_: int) -> Arrays:
    """The six parameters of a net for images (C, H, W); biases are not 0."""
    shapes = {
        "W_conv1": (C1, C, 3, 3),
        "b_conv1": (C1,),
        "W_conv2": (C2, C1, 3, 3),
        "b_conv2": (C2,),
        "W_fc": (C2 * (H // 4) * (W // 4), classes),
        "b_fc": (classes,),
    }
    return {name: SCALE * rng.normal(size=shape) for name, shape in shapes.items()}


def two_batches(rng: np.random.Generator, *, N: int, C: int, H: int, W: int, classes: int, **_: int) -> Arrays:
    """A batch x (N, C, H, W) with labels t (N,), never all the same, and a next one with one sample more."""
    given: Arrays = {}
    for name, size in (("", N), ("next_", N + 1)):
        given[f"{name}x"] = rng.normal(size=(size, C, H, W))
        given[f"{name}t"] = rng.permutation((np.arange(size) + rng.integers(classes)) % classes)
    return given


def parameters_in(given: Arrays) -> list[Any]:
    """The six parameters in the order in which TinyNet takes them."""
    return [given[name] for name in PARAMETERS]


def one_pixel(W: Array) -> Array:
    """The centres (C_out, C_in) of kernels that look at one pixel.

    Raises LookupError for other kernels: a formula made of it predicts nothing for them.
    """
    centres: Array = W[:, :, 1, 1]
    if np.count_nonzero(W) > centres.size:
        raise LookupError("these kernels look at more than one pixel")
    return centres
