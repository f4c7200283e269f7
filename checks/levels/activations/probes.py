"""`Relu`, `Sigmoid` and two questions: how they are driven."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.evidence import snapshot
from checks.exercise import Inputs
from checks.probing import gap, quietly

room = Room(__name__)

# -- inputs ----------------------------------------------------------------------------------------------------------


def spread(rng: np.random.Generator, shape: Sequence[int], special: Sequence[float]) -> Array:
    """An array of that shape in random order: the `special` numbers, and both signs between 0.3 and 3."""
    rest = math.prod(shape) - len(special)
    ordinary = rng.uniform(0.3, 3, size=rest) * np.resize([1, -1], rest)
    return rng.permutation(np.concatenate([special, ordinary])).reshape(shape)


def against(rng: np.random.Generator, x: Array) -> Array:
    """A dout for x: both signs among its negative numbers, among its zeros and among its positive ones."""
    order = np.argsort(x, axis=None, kind="stable")  # others leave tied zeros in an order that differs by processor
    dout = np.empty(x.size)
    dout[order] = rng.uniform(0.4, 2, size=x.size) * np.resize(rng.permutation([1, -1]), x.size)
    return dout.reshape(x.shape)


def with_dout(rng: np.random.Generator, shape: tuple[int, ...], special: Sequence[float]) -> Arrays:
    """x, holding the `special` numbers, and dout; the x of another layer; the next x, one longer, with its dout."""
    longer = (shape[0] + 1, *shape[1:])
    x, other, following = (spread(rng, size, special) for size in (shape, shape, longer))
    dout, next_dout = against(rng, x), against(rng, following)
    return {"x": x, "dout": dout, "other_x": other, "next_x": following, "next_dout": next_dout}


def for_relu(rng: np.random.Generator, shape: tuple[int, ...], zeros: int) -> Arrays:
    """So many exact zeros, and two numbers of large size."""
    return with_dout(rng, shape, [400.0, -400.0, *[0.0] * zeros])


def for_sigmoid(rng: np.random.Generator, shape: tuple[int, ...], largest: float) -> Arrays:
    """A zero, and two numbers of the largest size."""
    return with_dout(rng, shape, [0.0, largest, -largest])


# -- probes ----------------------------------------------------------------------------------------------------------

SECOND_CALL = "change of out in a second call"
X_OVERWRITTEN = "change of out when x is overwritten"
OTHER_FORWARD = "change of out by another forward"
OUT_BY_BACKWARD = "change of out by backward"
SECOND_BACKWARD = "change of dx in a second backward"
DOUT_OVERWRITTEN = "change of dx when dout is overwritten"
OTHER_BACKWARD = "change of dx by another backward"
NEXT = "difference to a new layer on the next x"


def forward(Layer: Any, x: Array, next_x: Array) -> Rows:
    """out; then whether it stays the same, is an array of its own, and whether the next x finds the layer as new."""
    layer, lent = Layer(), x.copy()
    out = quietly(layer.forward, x)
    yield "out", out
    yield SECOND_CALL, gap(out, quietly(layer.forward, x.copy()))
    out = quietly(layer.forward, lent)
    before = snapshot(out)
    lent[...] = 7
    yield X_OVERWRITTEN, gap(before, out)
    before = snapshot(out)
    next_out = quietly(layer.forward, next_x)
    yield OTHER_FORWARD, gap(before, out)
    yield NEXT, gap(next_out, quietly(Layer().forward, next_x))


def backward(Layer: Any, x: Array, dout: Array, other_x: Array, next_x: Array, next_dout: Array) -> Rows:
    """dx while another layer is at work; then the same of it as of out in `forward`."""
    layer, lent, again = Layer(), dout.copy(), dout.copy()
    out = quietly(layer.forward, x)
    before = snapshot(out)
    quietly(Layer().forward, other_x)
    dx = quietly(layer.backward, dout)
    yield "dx", dx
    yield OUT_BY_BACKWARD, gap(before, out)
    before = snapshot(dx)
    yield SECOND_BACKWARD, gap(before, quietly(layer.backward, again))
    dx = quietly(layer.backward, lent)
    before = snapshot(dx)
    lent[...] = 7
    yield DOUT_OVERWRITTEN, gap(before, dx)
    before = snapshot(dx)
    quietly(layer.backward, again + 1)
    yield OTHER_BACKWARD, gap(before, dx)
    new = Layer()
    quietly(new.forward, next_x)
    new_dx = quietly(new.backward, next_dout.copy())
    quietly(layer.forward, next_x)
    yield NEXT, gap(new_dx, quietly(layer.backward, next_dout))


def layer(name: str, inputs: Inputs, trials: Sequence[Arrays]) -> None:
    """Declare the forward and the backward of an activation."""

    def x_only(rng: np.random.Generator, **trial: Any) -> Arrays:
        drawn = inputs(rng, **trial)
        return {"x": drawn["x"], "next_x": drawn["next_x"]}

    room.exercise(
        f"{name}.forward",
        inputs=x_only,
        trials=trials,
        rows={"out": "the shape of x"},
        behaviour=(SECOND_CALL, X_OVERWRITTEN, OTHER_FORWARD, NEXT),
    )(forward)
    room.exercise(
        f"{name}.backward",
        inputs=inputs,
        trials=trials,
        rows={"dx": "the shape of x"},
        behaviour=(OUT_BY_BACKWARD, SECOND_BACKWARD, DOUT_OVERWRITTEN, OTHER_BACKWARD, NEXT),
    )(backward)


# The first trial has no zero, so that the kink alone doesn't cost everything.
layer("relu", for_relu, (dict(shape=(6,), zeros=0), dict(shape=(3, 4), zeros=2), dict(shape=(2, 3, 2, 4), zeros=5)))
# The first trial has no large number, so that an overflow alone doesn't cost everything.
layer(
    "sigmoid",
    for_sigmoid,
    (dict(shape=(6,), largest=4), dict(shape=(3, 4), largest=800), dict(shape=(2, 3, 2, 4), largest=1e5)),
)

room.question("activations.question-blocked")
room.question("activations.question-five")
