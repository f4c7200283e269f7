"""Level 10: one layer for one sample, W with its biases in the last column, any activation.

`gender_backward` has its way back, `gender_training` the training, `gender_people` what is done with people.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import exercise
from checks.declaring.writing import gap, mistakes, undefined

LEVEL = "10-gender"
Arrays = dict[str, Any]

# -- inputs ----------------------------------------------------------------------------------------------------------


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


def layer_inputs(rng: np.random.Generator, D: int, M: int, activation: str) -> Arrays:
    """W (M, D + 1), two samples (D,), each with its dy (M,), and W_step, by which an update changes W."""
    shapes = {"x": (D,), "dy": (M,), "next_x": (D,), "next_dy": (M,), "W_step": (M, D + 1)}
    drawn = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {"W": rng.normal(size=(M, D + 1)), **drawn, "activation": ACTIVATIONS[activation]}


# -- tools for mistakes ----------------------------------------------------------------------------------------------


def with_one(x: Any) -> Any:
    """The inputs with the input of the biases behind them."""
    return np.concatenate([x, np.ones(1)])


def one_first(x: Any) -> Any:
    return np.concatenate([np.ones(1), x])


def times(W: Any, x: Any) -> Any:
    """The weighted sums, W (M, K) with x (K,), or what numpy raises when the sizes differ."""
    return (W * x).sum(axis=1)


SELF = "A method sees its arguments. What the layer keeps from one call to the next is reached in another way."
UNDEFINED = undefined("W", "activation", "net", "f", "df", "x", "delta")

# -- forward ---------------------------------------------------------------------------------------------------------

BIAS = "The last column of W was not used. What stands there, and which input belongs to it?"
NO_ONE = "W has D + 1 columns, x has D entries. What does the last column meet?"
ONE_PLACE = "The biases are the last column of W. Where among the inputs must the 1 stand?"


def net_of(g: SimpleNamespace) -> Any:
    return times(g.W, with_one(g.x))


FORWARD_MISTAKES = mistakes(
    "y",
    ("bias-forgotten", BIAS, lambda g, r: g.activation.f(times(g.W[:, :-1], g.x))),
    (
        "activation-forgotten",
        "These are the weighted sums. What does a neuron do with its net before it hands it out?",
        lambda g, r: net_of(g),
    ),
    (
        "slope-for-activation",
        "This is the slope of the activation. Which of its two functions belongs to the way forward?",
        lambda g, r: g.activation.df(net_of(g)),
    ),
    (
        "activation-twice",
        "The activation was applied twice. Where is the second place?",
        lambda g, r: g.activation.f(r.y),
    ),
    (
        "sigmoid-built-in",
        "This is the sigmoid of net, but here the layer was given another activation. Which one should it use?",
        lambda g, r: Sigmoid().f(net_of(g)),
    ),
    ("bias-first", ONE_PLACE, lambda g, r: g.activation.f(times(g.W, one_first(g.x)))),
    (
        "bias-after-the-activation",
        "The biases were added to what the activation gave. They belong to the weighted sum.",
        lambda g, r: g.activation.f(times(g.W[:, :-1], g.x)) + g.W[:, -1],
    ),
    (
        "bias-sign",
        "Look at the sign with which the biases go in.",
        lambda g, r: g.activation.f(net_of(g) - 2 * g.W[:, -1]),
    ),
    (
        "one-not-appended",
        NO_ONE,
        lambda g, r: g.W @ g.x,
        lambda g, r: np.dot(g.W, g.x),
        lambda g, r: g.W * g.x,
    ),
    (
        "W-turned",
        "Write the shapes beside each other: W is (M, D + 1), the inputs with their 1 are (D + 1,), net is (M,).",
        lambda g, r: g.W.T @ with_one(g.x),
        lambda g, r: np.dot(g.W.T, with_one(g.x)),
        lambda g, r: with_one(g.x) @ g.W,
        lambda g, r: np.dot(with_one(g.x), g.W),
        lambda g, r: g.activation.f(with_one(g.x) @ g.W),
    ),
    (
        "not-summed",
        "Each weight met its input, but the products of a neuron were not added up.",
        lambda g, r: g.activation.f(g.W * with_one(g.x)),
    ),
    (
        "a-column",
        "x is one sample with one axis, (D,), and so is y, (M,).",
        lambda g, r: r.y[:, None],
        lambda g, r: r.y[None, :],
    ),
    (
        "one-handed-out",
        "The 1 is a matter of the layer that needs it. The next layer adds its own.",
        lambda g, r: with_one(r.y),
    ),
    ("y-not-returned", "The next layer takes over what forward hands out.", lambda g, r: None),
    ("self-forgotten", SELF, *UNDEFINED),
)


@exercise(
    "gender.linear-layer-forward",
    level=LEVEL,
    inputs=layer_inputs,
    trials=SIZES,
    rows={"y": "one number per neuron"},
    behaviour={
        "change of the first y by a second forward": "The caller may still need what the first call returned: each "
        "call makes an array of its own.",
        "difference to a new layer on the next sample": "Something of the first sample is left in the layer.",
        "difference to a new layer after an update": "W was changed between the calls, as training does. The layer "
        "must look into its attribute W at every call.",
    },
    mistakes=FORWARD_MISTAKES,
)
def forward(
    LinearLayer: Any, W: Any, x: Any, dy: Any, next_x: Any, next_dy: Any, W_step: Any, activation: Any
) -> Iterator[tuple[str, Any]]:
    """y; then whether the layer, on the next sample and after an update, is as good as a new one."""
    layer = LinearLayer(W.copy(), activation)
    y = layer.forward(x)
    yield "y", y
    before = snapshot(y)
    next_y = layer.forward(next_x)
    yield "change of the first y by a second forward", gap(before, y)
    yield (
        "difference to a new layer on the next sample",
        gap(next_y, LinearLayer(W.copy(), activation).forward(next_x)),
    )
    layer.W = W - W_step
    updated = LinearLayer(W - W_step, activation)
    yield "difference to a new layer after an update", gap(layer.forward(x), updated.forward(x))
