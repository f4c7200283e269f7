"""TinyNet backward, the backward of a matrix product, and a question: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.layers import update
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.declaring.tinynet import PARAMETERS, TRIALS, UPDATED, net_and_batches, parameters_in
from checks.evidence import Other, snapshot
from checks.probing import gap, unpack

room = Room(__name__)

GRADIENTS = [f"d{name}" for name in PARAMETERS]
FROM_THE_LOSS = ("fc", "conv2", "conv1")
NEXT_BATCH = "difference to a new net on the next batch"
COUNTED = "layers, counted from the loss"
BY_LAYER = [f"d{kind}_{layer}" for layer in FROM_THE_LOSS for kind in "bW"]


@room.exercise(
    "tinynet.backward",
    inputs=net_and_batches,
    trials=TRIALS,
    rows={COUNTED: "one number for each layer", **{name: f"the shape of {name[1:]}" for name in BY_LAYER}},
    behaviour=("change by a second backward", NEXT_BATCH, "loss after backward", UPDATED),
)
def backward(TinyNet: Any, x: Array, t: Array, next_x: Array, next_t: Array, **given: Any) -> Rows:
    """The six gradients; then twice in a row, for another batch, and after an update of the parameters."""

    def difference_to_a_new_net() -> float:
        nets = net, TinyNet(*parameters_in(given))
        for each in nets:
            each.forward(next_x, next_t)
        return farthest(*map(gradients_of, nets))

    net = TinyNet(*parameters_in(given))
    net.forward(x, t)
    first = gradients_of(net)
    before = {name: snapshot(value) for name, value in first.items()}
    yield COUNTED, np.array([digest(layer, first, given) for layer in FROM_THE_LOSS])
    yield from ((name, first[name]) for name in BY_LAYER)
    yield "change by a second backward", farthest(before, gradients_of(net))
    yield NEXT_BATCH, difference_to_a_new_net()
    yield "loss after backward", unpack(net.forward(x, t), "logits loss", "forward(x, t)")[1]
    update(given, PARAMETERS)
    yield UPDATED, difference_to_a_new_net()


def gradients_of(net: Any) -> Arrays:
    """The six gradients by name."""
    return dict(zip(GRADIENTS, unpack(net.backward(), " ".join(GRADIENTS), "backward()"), strict=True))


def farthest(one: Arrays, other: Arrays) -> float:
    """The largest difference between two sets of gradients."""
    return max(gap(one[name], other[name]) for name in one)


def digest(layer: str, gradients: Arrays, given: Arrays) -> float:
    """One number that dW and db of a layer leave together; nan when they don't have the shapes of its parameters."""
    total = 0.0
    for name in (f"W_{layer}", f"b_{layer}"):
        got = snapshot(gradients[f"d{name}"])
        if isinstance(got, Other) or got.shape != given[name].shape:
            return float("nan")
        # Weights that differ from entry to entry, so that numbers in wrong places don't add up to the right sum.
        total += float((got.ravel() * np.cos(1 + np.arange(got.size))).sum())
    return total


def product_and_dout(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """x (N, D), W (D, M) and dout (N, M)."""
    return {"x": rng.normal(size=(N, D)), "W": rng.normal(size=(D, M)), "dout": rng.normal(size=(N, M))}


@room.exercise(
    "matmul.backward",
    expects="function",
    inputs=product_and_dout,
    # The last has a square W on purpose: numpy refuses nothing there, and an answer that tries what fits is caught.
    trials=(dict(N=4, D=3, M=5), dict(N=6, D=5, M=2), dict(N=2, D=4, M=4)),
    rows={"dx": "the shape of x", "dW": "the shape of W"},
    behaviour=("change by a second call",),
)
def matmul_backward(function: Any, x: Array, W: Array, dout: Array) -> Rows:
    """Both gradients, and whether a second call with other arguments in between gives them again."""
    both = "dx dW", "matmul_backward(x, W, dout)"
    first = unpack(function(x, W, dout), *both)
    yield from zip(("dx", "dW"), first, strict=True)
    before = [snapshot(value) for value in first]
    function(x + 1, W - 1, 2 * dout)
    again = unpack(function(x, W, dout), *both)
    yield "change by a second call", max(gap(a, b) for a, b in zip(before, again, strict=True))


room.question("tinynet.question-skipped")
