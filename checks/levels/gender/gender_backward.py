"""Level 10, the way back through one layer: delta, dx and dW."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.levels.gender.gender import (
    LEVEL,
    ONE_PLACE,
    SELF,
    SIZES,
    UNDEFINED,
    layer_inputs,
    net_of,
    one_first,
    times,
    with_one,
)
from checks.probing import Missing, read
from checks.declaring.writing import gap, lacking, mistakes

NET_NOT_Y = "The slope was taken at y. On the way forward the activation stood at another number: which one?"
OWN_WEIGHTS = (
    "Input i reached every neuron of this layer, each through its own weight. In W (M, D + 1), along which axis do the "
    "weights of one input lie? That is the axis to sum over."
)
NO_BIAS_COLUMN = "x has D entries. Did the 1 behind it come from the layer below, so that it wants a gradient?"
KEEP = "The docstring asks for two attributes, delta and dW. The step of the training reads dW."


def outer(delta: Any, inputs: Any) -> Any:
    return delta[:, None] * inputs


def through(g: SimpleNamespace, delta: Any) -> Any:
    """What reaches the inputs of a layer with this delta."""
    return (delta[:, None] * g.W[:, :-1]).sum(axis=0)


Wrong = tuple[str, str, Callable[[SimpleNamespace, SimpleNamespace], Any]]
DELTAS: tuple[Wrong, ...] = (
    ("slope-forgotten", "This is dy as it came in. What lies between net and y?", lambda g, r: g.dy),
    ("slope-at-y", NET_NOT_Y, lambda g, r: g.dy * g.activation.df(g.activation.f(net_of(g)))),
    (
        "slope-of-y-by-hand",
        "This is dy · y (1 − y), which is right for one activation only. Here the layer was given another one.",
        lambda g, r: g.dy * g.activation.f(net_of(g)) * (1 - g.activation.f(net_of(g))),
    ),
    (
        "net-for-y",
        "This is dy · net (1 − net). Which number belongs into the slope of a sigmoid, and who computes it here?",
        lambda g, r: g.dy * net_of(g) * (1 - net_of(g)),
    ),
    (
        "activation-for-slope",
        "dy was multiplied by the activation. Which of its two functions belongs to the way back?",
        lambda g, r: g.dy * g.activation.f(net_of(g)),
    ),
    ("dy-forgotten", "This is the slope alone. Who says how much each y matters?", lambda g, r: r.delta / g.dy),
    ("delta-sign", "The sign is turned. The step downhill is made later, by the training.", lambda g, r: -r.delta),
    (
        "net-without-bias",
        "The slope was taken at a net without the biases.",
        lambda g, r: g.dy * g.activation.df(times(g.W[:, :-1], g.x)),
    ),
    (
        "activation-divided",
        "Going back through f multiplies by its slope, it does not divide by it.",
        lambda g, r: g.dy / g.activation.df(net_of(g)),
    ),
    (
        "delta-summed",
        "The neurons were added up. Each has a delta of its own.",
        lambda g, r: np.full(len(g.dy), r.delta.sum()),
    ),
)


def following(row: str, of: Callable[[SimpleNamespace, Any], Any]) -> tuple[Mistake, ...]:
    """What a wrong delta makes of a later row."""

    def formula(wrong: Any) -> Formula:
        return lambda g, r: of(g, wrong(g, r))

    told = "It was made the right way, but from the wrong delta above."
    return tuple(Mistake(name, row, formula(wrong), told) for name, _, wrong in DELTAS)


DELTA_MISTAKES = mistakes(
    "delta",
    *DELTAS,
    (
        "delta-of-the-inputs",
        "There is one number for each input here: delta of this layer already went through its weights.",
        lambda g, r: r.dx,
    ),
    ("delta-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("LinearLayer", "delta")),
    (
        "delta-a-column",
        "delta belongs to net, (M,), and has its shape.",
        lambda g, r: r.delta[:, None],
        lambda g, r: r.delta[None, :],
    ),
    (
        "W-not-turned",
        OWN_WEIGHTS,
        lambda g, r: g.W[:, :-1] @ r.delta,
        lambda g, r: np.dot(g.W[:, :-1], r.delta),
        lambda g, r: r.delta * g.W[:, :-1],
        lambda g, r: r.delta @ g.W[:, :-1].T,
    ),
    (
        "W-not-turned",
        f"{NO_BIAS_COLUMN} {OWN_WEIGHTS}",
        lambda g, r: g.W @ r.delta,
        lambda g, r: np.dot(g.W, r.delta),
    ),
    (
        "plain-product",
        "Both arrays have one axis. W wants a number for every pair of a neuron and an input: a table of products.",
        lambda g, r: r.delta * with_one(g.x),
        lambda g, r: r.delta @ with_one(g.x),
        lambda g, r: np.dot(r.delta, with_one(g.x)),
        lambda g, r: r.delta * g.x,
    ),
    ("self-forgotten", SELF, *UNDEFINED),
    (
        "forward-kept-nothing",
        "backward needs the inputs and the net of the last forward. Who saw them, and could have kept them?",
        *lacking("LinearLayer", "x", "net", "y", "inputs", "out"),
    ),
)

DX_MISTAKES = mistakes(
    "dx",
    (
        "bias-column-in-dx",
        NO_BIAS_COLUMN,
        lambda g, r: (r.delta[:, None] * g.W).sum(axis=0),
    ),
    (
        "wrong-column-left-out",
        "One column of W was left out, as it should be. Which one holds the biases?",
        lambda g, r: (r.delta[:, None] * g.W[:, 1:]).sum(axis=0),
    ),
    ("W-not-turned", OWN_WEIGHTS, lambda g, r: times(g.W[:, :-1], r.delta)),
    (
        "W-left-out",
        "The weights are missing: every input got the same number.",
        lambda g, r: np.full(len(g.x), r.delta.sum()),
    ),
    (
        "not-summed",
        "What comes back through each neuron still stands in a row of its own, but an input wants one number.",
        lambda g, r: outer(r.delta, np.ones(len(g.x))) * g.W[:, :-1],
    ),
    (
        "dy-for-delta",
        "This was made from dy. Between y and the weights lies the activation.",
        lambda g, r: through(g, g.dy),
    ),
    ("dx-not-returned", "delta and dW stay with the layer; dx has to be handed on.", lambda g, r: None),
    (
        "delta-returned",
        "This is delta, (M,). The layer below waits for one number for each of its outputs.",
        lambda g, r: r.delta,
    ),
    ("dW-returned", "This is dW. What does the layer below wait for?", lambda g, r: r.dW),
    ("all-returned", "The layer below can use dx only. The others stay, as attributes.", lambda g, r: (r.dx, r.dW)),
    (
        "inputs-for-weights",
        "delta met the inputs here. On the way to dx it meets what the inputs were multiplied by.",
        lambda g, r: r.delta.sum() * g.x,
    ),
)

DW_MISTAKES = mistakes(
    "dW",
    (
        "bias-not-learned",
        "The biases get no gradient, so they would keep their start for ever. Which input do they have?",
        lambda g, r: outer(r.delta, g.x),
        lambda g, r: outer(r.delta, np.append(g.x, 0)),
    ),
    ("bias-first", ONE_PLACE, lambda g, r: outer(r.delta, one_first(g.x))),
    (
        "dW-turned",
        "dW must lie on W entry by entry: one row per neuron. Which of the two vectors runs down, which across?",
        lambda g, r: r.dW.T,
    ),
    (
        "dy-for-delta",
        "This was made from dy. Between y and the weights lies the activation.",
        lambda g, r: outer(g.dy, with_one(g.x)),
    ),
    (
        "dW-from-the-output",
        "This was made from what the layer gave out. What is a weight multiplied by on the way forward?",
        lambda g, r: outer(r.delta, with_one(g.activation.f(net_of(g)))),
    ),
    (
        "dW-sign",
        "The sign is turned. The step downhill is made later, by the training.",
        lambda g, r: -r.dW,
    ),
    (
        "weights-for-inputs",
        "delta met the weights here. The gradient of a weight knows what the weight was multiplied by.",
        lambda g, r: r.delta[:, None] * g.W,
    ),
    (
        "dx-for-delta",
        "This was made from dx, which belongs to the layer below.",
        lambda g, r: outer(r.dx, with_one(g.x)),
    ),
    ("dW-not-kept", KEEP, lambda g, r: None, lambda g, r: Missing("LinearLayer", "dW")),
    (
        "shared-by-all-layers",
        "This was made from the inputs of another layer, which worked in between. Where are they kept?",
        lambda g, r: outer(r.delta, with_one(g.next_x)),
    ),
)


@exercise(
    "gender.linear-layer-backward",
    level=LEVEL,
    inputs=layer_inputs,
    trials=SIZES,
    rows={"delta": "one number per neuron", "dx": "one number per input", "dW": "the shape of W"},
    behaviour={
        "dW after a second backward": "If dW itself is right, the second call added to what the first had left. "
        "Each call of backward starts anew.",
        "dx of the next sample": "If dx itself is right, something of the first sample is left, or an older W.",
        "dW of the next sample": "If dW itself is right, something of the first sample is left in it.",
        "change of W": "W was changed by backward. It has to stay as it is until the training makes its step.",
    },
    mistakes=(
        *DELTA_MISTAKES,
        *DX_MISTAKES,
        *following("dx", through),
        *DW_MISTAKES,
        *following("dW", lambda g, delta: outer(delta, with_one(g.x))),
    ),
)
def backward(
    LinearLayer: Any, W: Any, x: Any, dy: Any, next_x: Any, next_dy: Any, W_step: Any, activation: Any
) -> Iterator[tuple[str, Any]]:
    """delta, dx and dW while another layer is at work, dW again, and those of the next sample after an update."""
    layer = LinearLayer(W.copy(), activation)
    layer.forward(x)
    LinearLayer(W.copy(), activation).forward(next_x)
    dx = layer.backward(dy)
    yield "delta", read(layer, "delta")
    yield "dx", dx
    yield "dW", read(layer, "dW")
    layer.backward(dy)
    yield "dW after a second backward", read(layer, "dW")
    yield "change of W", gap(W, read(layer, "W"))
    layer.W = W - W_step
    layer.forward(next_x)
    yield "dx of the next sample", layer.backward(next_dy)
    yield "dW of the next sample", read(layer, "dW")
