"""Level 08, second part: the four gradients of TwoLayerNet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks import probing
from checks.declaring.old import Formula, exercise
from checks.levels.relu_net.relu_net import LEVEL
from checks.levels.two_layer_net.two_layer_net import (
    COPIES,
    PARAMETERS,
    SIZES,
    batches,
    has_to_move,
    hidden,
    log_p,
    logits_of,
    moved,
    write,
)
from checks.probing import Misuse
from checks.declaring.writing import mistakes


class Missing(probing.Missing):
    """Stands where an entry of a dict should have been."""

    def __repr__(self) -> str:
        return f'{self.owner} has no entry "{self.name}"'


def taken(gradients: Any, name: str) -> Any:
    """One gradient out of what `gradient` returned.  Raises Misuse when that is no dict."""
    if not isinstance(gradients, Mapping):
        what = "None (is a return missing?)" if gradients is None else f"a {type(gradients).__name__}"
        raise Misuse(f"gradient(x, t) returned {what}; expected a dict with the entries {', '.join(PARAMETERS)}.")
    return gradients.get(name, Missing(f"The dict of gradients ({', '.join(map(str, gradients))})", name))


# -- what the mistakes are made of -----------------------------------------------------------------------------------


def dlogits(g: SimpleNamespace) -> Any:
    """The gradient at the logits, (N, C)."""
    return (np.exp(log_p(logits_of(g))) - np.eye(g.C)[g.t]) / g.N


def without_relu(g: SimpleNamespace) -> Any:
    """The gradient at the hidden sums, (N, H), when backward passes the ReLU by."""
    return dlogits(g) @ g.W2.T


def not_reversed(first: tuple[str, str], second: tuple[str, str]) -> Formula:
    """A formula that raises as a matrix product of two arrays with these axes does."""
    return lambda g, r: np.zeros([vars(g)[n] for n in first]) @ np.zeros([vars(g)[n] for n in second])


def one_for_the_gradient(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What Affine raises when it is handed the number 1."""
    return np.maximum(hidden(g), 0).T @ 1


STALE = (
    "This belongs to the batch that was in the net before. A layer's backward uses what its latest forward kept: "
    "whose forward was that?"
)
SKIPPED = (
    "The second layer's gradients may be right, but on the way to the first one the ReLU was passed by. "
    "Every layer of the chain has a backward."
)
BACKWARDS = "A gradient met a layer that it does not fit. In which order does it come through the chain?"
FROM_THE_LOSS = "The walk back starts with the last layer, the loss. What does its backward hand down?"
EXCHANGED = "Entries were exchanged: each gradient has the shape of its own parameter."
RATE = "gradient only says which way is up. The learning rate belongs to the update."
PARAMS = "These are the parameters themselves."


def of_both(name: str) -> tuple[tuple[Any, ...], ...]:
    """The mistakes that every parameter can show."""
    return (
        ("stale-cache", STALE, lambda g, r: vars(r).get(f"{name}_of_the_next_batch")),
        ("params-returned", PARAMS, lambda g, r: vars(g)[name]),
        ("uphill", "The sign is turned round. The update subtracts; gradient does not.", lambda g, r: -vars(r)[name]),
        ("summed", "This is N times too large: the loss has taken the mean.", lambda g, r: vars(r)[name] * g.N),
        ("mean-twice", "This is N times too small: the last layer has divided by N.", lambda g, r: vars(r)[name] / g.N),
        (
            "zeros",
            "It is 0 everywhere: was backward called before this was read?",
            lambda g, r: np.zeros_like(vars(g)[name]),
        ),
    )


@exercise(
    "net.gradient",
    level=LEVEL,
    inputs=batches,
    trials=SIZES,
    rows={
        "loss follows params": "",
        "W1": "the shape of W1",
        "b1": "one number for each hidden neuron",
        "W2": "the shape of W2",
        "b2": "one number for each class",
    },
    behaviour={
        "W1 of a second call": "If W1 itself is right: the same batch must give the same gradient, however often it is "
        "asked for.",
        "W1 of the next batch": "If W1 of the first batch is right, something of it is left.",
        "b2 of the next batch": "If b2 of the first batch is right, something of it is left.",
        "W1 after the next batch": "If W1 itself is right: it was handed out, and it changed when the next gradient "
        "was computed. Make a new dict with new arrays for each call.",
    },
    rules={"loss follows params": has_to_move},
    mistakes=(
        *mistakes("loss follows params", ("params-copied", COPIES, lambda g, r: 0)),
        *mistakes(
            "W1",
            ("relu-skipped-in-backward", SKIPPED, lambda g, r: g.x.T @ without_relu(g)),
            (
                "layers-not-reversed",
                BACKWARDS,
                not_reversed(("N", "C"), ("H", "D")),
                not_reversed(("D", "N"), ("N", "C")),
            ),
            ("loss-not-walked-back", FROM_THE_LOSS, one_for_the_gradient),
            ("exchanged", EXCHANGED, lambda g, r: r.W2),
            *of_both("W1"),
        ),
        *mistakes(
            "b1",
            ("relu-skipped-in-backward", SKIPPED, lambda g, r: without_relu(g).sum(axis=0)),
            ("exchanged", EXCHANGED, lambda g, r: r.b2),
            *of_both("b1"),
        ),
        *mistakes("W2", ("exchanged", EXCHANGED, lambda g, r: r.W1), *of_both("W2")),
        *mistakes("b2", ("exchanged", EXCHANGED, lambda g, r: r.b1), *of_both("b2")),
    ),
)
def gradient(
    TwoLayerNet: Any, W1: Any, b1: Any, W2: Any, b2: Any, x: Any, t: Any, next_x: Any, next_t: Any
) -> Iterator[tuple[str, Any]]:
    """How the loss follows the params; the gradients after another batch was seen, again, and of the next batch."""
    net = TwoLayerNet(len(W1), len(W2), len(b2))
    given = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    write(net, {name: -array for name, array in given.items()})
    before = net.loss(x, t)
    write(net, given)
    yield "loss follows params", moved(before, net.loss(x, t))
    net.loss(next_x, next_t)
    first = net.gradient(x, t)
    for name in PARAMETERS:
        yield name, taken(first, name)
    yield "W1 of a second call", taken(net.gradient(x, t), "W1")
    following = net.gradient(next_x, next_t)
    yield "W1 of the next batch", taken(following, "W1")
    yield "b2 of the next batch", taken(following, "b2")
    yield "W1 after the next batch", taken(first, "W1")
