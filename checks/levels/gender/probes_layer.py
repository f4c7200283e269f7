"""`LinearLayer`, for one sample, with its biases in the last column of W: how it is driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.layers import AGAIN, UPDATED
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.evidence import snapshot
from checks.probing import gap, read

room = Room(__name__)

Y_STAYS = "change of the first y by a second forward"
NEXT_SAMPLE = "difference to a new layer on the next sample"
LATER = " of the next sample"


class Sigmoid:
    """The activation of the notebook."""

    def f(self, net: Any) -> Any:
        return 1 / (1 + np.exp(-net))

    def df(self, net: Any) -> Any:
        return self.f(net) * (1 - self.f(net))


class Arctan:
    """Another activation: a layer must not have the sigmoid built in."""

    def f(self, net: Any) -> Any:
        return np.arctan(net)

    def df(self, net: Any) -> Any:
        return 1 / (1 + net**2)


ACTIVATIONS = {"sigmoid": Sigmoid(), "arctan": Arctan()}
# The first two have sizes that numpy can't confuse. In the third W is square, in the last W without its biases is:
# there nothing is refused, and only the numbers tell.
SIZES = (
    dict(D=4, M=2, activation="sigmoid"),
    dict(D=2, M=5, activation="arctan"),
    dict(D=3, M=4, activation="sigmoid"),
    dict(D=3, M=3, activation="arctan"),
)


def layer(rng: np.random.Generator, D: int, M: int, activation: str) -> Arrays:
    """W (M, D + 1), two samples (D,), each with its dy (M,), and W_step, by which an update changes W."""
    shapes = {"x": (D,), "dy": (M,), "next_x": (D,), "next_dy": (M,), "W_step": (M, D + 1)}
    drawn = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {"W": rng.normal(size=(M, D + 1)), **drawn, "activation": ACTIVATIONS[activation]}


@room.exercise(
    "gender.linear-layer-forward",
    inputs=layer,
    trials=SIZES,
    rows={"y": "one number per neuron"},
    behaviour=(Y_STAYS, NEXT_SAMPLE, UPDATED),
)
def forward(LinearLayer: Any, W: Array, x: Array, next_x: Array, W_step: Array, activation: Any, **_: Array) -> Rows:
    """y; then whether the layer, on the next sample and after an update, is as good as a new one."""
    layer = LinearLayer(W.copy(), activation)
    y = layer.forward(x)
    yield "y", y
    before = snapshot(y)
    next_y = layer.forward(next_x)
    yield Y_STAYS, gap(before, y)
    yield NEXT_SAMPLE, gap(next_y, LinearLayer(W.copy(), activation).forward(next_x))
    layer.W = W - W_step
    updated = LinearLayer(W - W_step, activation)
    yield UPDATED, gap(layer.forward(x), updated.forward(x))


@room.exercise(
    "gender.linear-layer-backward",
    inputs=layer,
    trials=SIZES,
    rows={"delta": "one number per neuron", "dx": "one number per input", "dW": "the shape of W"},
    behaviour=(f"dW{AGAIN}", f"dx{LATER}", f"dW{LATER}", "change of W"),
)
def backward(
    LinearLayer: Any, W: Array, x: Array, dy: Array, next_x: Array, next_dy: Array, W_step: Array, activation: Any
) -> Rows:
    """delta, dx and dW while another layer is at work, dW again, and those of the next sample after an update."""
    layer = LinearLayer(W.copy(), activation)
    layer.forward(x)
    LinearLayer(W.copy(), activation).forward(next_x)
    dx = layer.backward(dy)
    yield "delta", read(layer, "delta")
    yield "dx", dx
    yield "dW", read(layer, "dW")
    layer.backward(dy)
    yield f"dW{AGAIN}", read(layer, "dW")
    yield "change of W", gap(W, read(layer, "W"))
    layer.W = W - W_step
    layer.forward(next_x)
    yield f"dx{LATER}", layer.backward(next_dy)
    yield f"dW{LATER}", read(layer, "dW")
