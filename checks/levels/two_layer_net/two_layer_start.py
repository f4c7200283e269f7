"""Level 08, second part: the parameters with which a TwoLayerNet starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.declaring.old import exercise
from checks.levels.relu_net.relu_net import LEVEL
from checks.levels.two_layer_net.two_layer_net import parameter
from checks.declaring.writing import mistakes


def spread(array: Any, scale: float) -> float:
    """Standard deviation in multiples of the scale: 1 when it is about right, else to one digit."""
    ratio = float(np.std(array)) / scale
    return 1.0 if 0.8 < ratio < 1.25 else float(f"{ratio:.1g}")


def scale_of(weight_init_std: Any) -> float:
    return 0.01 if weight_init_std == "default" else float(weight_init_std)


JOINS = {
    "W1": "W1 joins D inputs to H hidden neurons; x, (N, D), comes from the left.",
    "W2": "W2 joins H hidden neurons to C classes; the hidden values, (N, H), come from the left.",
}
SPREAD = "The spread is the standard deviation of the weights, divided by weight_init_std."


def start_mistakes(W: str, axes: str) -> tuple[Any, ...]:
    """The mistakes of one weight matrix, whose axes are called such as "DH"."""
    return (
        *mistakes(
            f"shape of {W}",
            ("axes-exchanged", JOINS[W], lambda g, r: [vars(g)[axis] for axis in axes[::-1]] @ np.eye(2)),
        ),
        *mistakes(
            f"spread of {W}",
            (
                "zero-weights",
                f"{SPREAD} All are equal: what would tell the neurons apart, now and later?",
                lambda g, r: 0,
            ),
            (
                "scale-forgotten",
                f"{SPREAD} These weights are as they were drawn: what has to shrink them?",
                lambda g, r: spread([-1, 1], scale_of(g.weight_init_std)),
            ),
            (
                "scale-squared",
                f"{SPREAD} It looks as if the scale was used twice, or for the variance.",
                lambda g, r: spread([-1, 1], 1 / scale_of(g.weight_init_std)),
            ),
            (
                "scale-ignored",
                f"{SPREAD} weight_init_std was 0.2 here; was 0.01 taken nevertheless?",
                lambda g, r: spread([-0.01, 0.01], scale_of(g.weight_init_std)),
            ),
            (
                "uniform",
                f"{SPREAD} This is the spread of evenly drawn numbers. Which distribution does the docstring ask for?",
                lambda g, r: 0.3,
                lambda g, r: 0.6,
            ),
        ),
    )


def bias_mistakes(b: str, axis: str, other: str) -> tuple[Any, ...]:
    return mistakes(
        b,
        (
            "bias-kept-an-axis",
            "A bias with two axes would be broadcast all the same, but its gradient has one axis and would not fit.",
            lambda g, r: np.zeros((1, vars(g)[axis])),
            lambda g, r: np.zeros((vars(g)[axis], 1)),
        ),
        (
            "bias-for-each-input",
            "A neuron has one weight for each of its inputs, but a single bias.",
            lambda g, r: np.zeros(vars(g)[other]),
        ),
        ("bias-of-ones", "Biases start at 0. Only the weights have to differ.", lambda g, r: np.ones(vars(g)[axis])),
    )


@exercise(
    "net.start",
    level=LEVEL,
    inputs=lambda rng, **sizes: sizes,
    trials=(
        dict(D=60, H=50, C=40, weight_init_std="default"),
        dict(D=45, H=70, C=30, weight_init_std=0.2),
    ),
    rows={
        "shape of W1": "D and H",
        "spread of W1": "in multiples of weight_init_std",
        "b1": "one zero for each hidden neuron",
        "shape of W2": "H and C",
        "spread of W2": "in multiples of weight_init_std",
        "b2": "one zero for each class",
    },
    behaviour={
        "b1 of another net": "If b1 itself is right: that of one net was changed, and that of another net changed "
        "with it. Every net needs a dict and arrays of its own, made when the net is made.",
    },
    mistakes=(
        *start_mistakes("W1", "DH"),
        *start_mistakes("W2", "HC"),
        *bias_mistakes("b1", "H", "D"),
        *bias_mistakes("b2", "C", "H"),
    ),
)
def start(TwoLayerNet: Any, D: int, H: int, C: int, weight_init_std: Any) -> Iterator[tuple[str, Any]]:
    """Shapes and spread of the start, and whether two nets share an array."""
    scale = {} if weight_init_std == "default" else {"weight_init_std": weight_init_std}
    net, another = TwoLayerNet(D, H, C, **scale), TwoLayerNet(D, H, C, **scale)
    for W, b in (("W1", "b1"), ("W2", "b2")):
        yield f"shape of {W}", np.array(np.shape(parameter(net, W)))
        yield f"spread of {W}", spread(parameter(net, W), scale_of(weight_init_std))
        yield b, parameter(net, b)
    parameter(net, "b1")[...] = 1.0
    yield "b1 of another net", parameter(another, "b1")
