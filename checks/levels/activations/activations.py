"""Level 03, activations: the inputs and the probes of both layers, and two questions.

`activations_relu` and `activations_sigmoid` have what goes wrong in each.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import question
from checks.declaring.writing import Told, gap, lacking, quietly, undefined

LEVEL = "03-activations"
Rows = Iterator[tuple[str, Any]]

# -- inputs ----------------------------------------------------------------------------------------------------------


def spread(rng: np.random.Generator, shape: Sequence[int], special: Sequence[float]) -> Any:
    """An array of that shape in random order: the `special` numbers, and both signs between 0.3 and 3."""
    rest = math.prod(shape) - len(special)
    ordinary = rng.uniform(0.3, 3, size=rest) * np.resize([1, -1], rest)
    return rng.permutation(np.concatenate([special, ordinary])).reshape(shape)


def against(rng: np.random.Generator, x: Any) -> Any:
    """A dout for x: both signs among its negative numbers, among its zeros and among its positive ones."""
    dout = np.empty(x.size)
    dout[np.argsort(x, axis=None)] = rng.uniform(0.4, 2, size=x.size) * np.resize(rng.permutation([1, -1]), x.size)
    return dout.reshape(x.shape)


def with_dout(rng: np.random.Generator, shape: tuple[int, ...], special: Sequence[float]) -> dict[str, Any]:
    """x, holding the `special` numbers, and dout; the x of another layer; the next x, one longer, with its dout."""
    longer = (shape[0] + 1, *shape[1:])
    x, other, following = (spread(rng, size, special) for size in (shape, shape, longer))
    dout, next_dout = against(rng, x), against(rng, following)
    return {"x": x, "dout": dout, "other_x": other, "next_x": following, "next_dout": next_dout}


def forward_only(inputs: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The same without what only backward needs."""

    def draw(rng: np.random.Generator, **trial: Any) -> dict[str, Any]:
        drawn = inputs(rng, **trial)
        return {name: drawn[name] for name in ("x", "next_x")}

    return draw


# -- probes ----------------------------------------------------------------------------------------------------------

FORWARD_BEHAVIOUR = {
    "change of out in a second call": "The same x gives the same out each time. What is left over from the first call?",
    "change of out when x is overwritten": "Somebody wrote into x after the call, and out changed with it: the two "
    "share their memory. Hand out an array of its own.",
    "change of out by another forward": "What the first call returned belongs to the caller, who may still need it. "
    "Make a new array in each call.",
    "difference to a new layer on the next x": "A layer is used again and again, with arrays of other shapes, too. "
    "Something of an earlier x is left in it.",
}
BACKWARD_BEHAVIOUR = {
    "change of out by backward": "backward wrote into the array that forward had returned. It belongs to the caller.",
    "change of dx in a second backward": "Until the next forward, the same dout gives the same dx. Which line changes "
    "what forward had kept?",
    "change of dx when dout is overwritten": "Somebody wrote into dout after the call, and dx changed with it: the two "
    "share their memory. Hand out an array of its own.",
    "change of dx by another backward": "What the first call returned belongs to the caller, who may still need it. "
    "Make a new array in each call.",
    "difference to a new layer on the next x": "backward belongs to the last forward. Something of an earlier x is "
    "left in the layer.",
}


def forward(Layer: Any, x: Any, next_x: Any) -> Rows:
    """out; then whether it stays the same, is an array of its own, and whether the next x finds the layer as new."""
    layer, lent = Layer(), x.copy()
    out = quietly(layer.forward, x)
    yield "out", out
    yield "change of out in a second call", gap(out, quietly(layer.forward, x.copy()))
    out = quietly(layer.forward, lent)
    before = snapshot(out)
    lent[...] = 7
    yield "change of out when x is overwritten", gap(before, out)
    before = snapshot(out)
    next_out = quietly(layer.forward, next_x)
    yield "change of out by another forward", gap(before, out)
    yield "difference to a new layer on the next x", gap(next_out, quietly(Layer().forward, next_x))


def backward(Layer: Any, x: Any, dout: Any, other_x: Any, next_x: Any, next_dout: Any) -> Rows:
    """dx while another layer is at work; then the same of it as of out in `forward`."""
    layer, lent, again = Layer(), dout.copy(), dout.copy()
    out = quietly(layer.forward, x)
    before = snapshot(out)
    quietly(Layer().forward, other_x)
    dx = quietly(layer.backward, dout)
    yield "dx", dx
    yield "change of out by backward", gap(before, out)
    before = snapshot(dx)
    yield "change of dx in a second backward", gap(before, quietly(layer.backward, again))
    dx = quietly(layer.backward, lent)
    before = snapshot(dx)
    lent[...] = 7
    yield "change of dx when dout is overwritten", gap(before, dx)
    before = snapshot(dx)
    quietly(layer.backward, again + 1)
    yield "change of dx by another backward", gap(before, dx)
    new = Layer()
    quietly(new.forward, next_x)
    new_dx = quietly(new.backward, next_dout.copy())
    quietly(layer.forward, next_x)
    yield "difference to a new layer on the next x", gap(new_dx, quietly(layer.backward, next_dout))


# -- mistakes that both layers share ---------------------------------------------------------------------------------

KEPT = ("mask", "x", "out", "y", "slope")
EITHER: tuple[Told, ...] = (
    (
        "one-decision-for-all",
        "Python's if, max and `and` make one decision for a whole array. Here every entry needs its own: numpy "
        "compares entry by entry, or write a loop over the entries.",
        lambda g, r: bool(g.x > 0),
    ),
    (
        "wrong-kind-of-max",
        "The second argument of np.max is an axis. Which function compares two things entry by entry?",
        lambda g, r: np.max(*[0, g.x]),
    ),
    (
        "math-for-one-number",
        "The functions of the module math take one number. Those of numpy take arrays, entry by entry.",
        lambda g, r: math.exp(g.x),
    ),
    (
        "math-overflow",
        "math.exp gives up on numbers above 709, where np.exp says inf. Better than either: what must be the sign of "
        "an exponent, so that exp can't become too large?",
        lambda g, r: math.exp(800),
    ),
    (
        "self-forgotten",
        "A method sees its arguments. What the layer keeps from one call to the next is reached in another way.",
        *undefined(*KEPT),
    ),
    (
        "nothing-kept",
        "Only forward saw x. What does it have to put aside for backward, and where?",
        *lacking("Relu", *KEPT),
        *lacking("Sigmoid", *KEPT),
    ),
)
NOT_RETURNED: Told = ("not-returned", "The result has to be handed out.", lambda g, r: None)
FLAT = "The numbers are right, but they lie in one long row. The result has the shape of what came in."


def entries(row: str) -> list[Told]:
    """What goes wrong with the shape of a row."""
    return [
        NOT_RETURNED,
        ("flattened", FLAT, lambda g, r: vars(r)[row].ravel()),
        (
            "entries-dropped",
            "Only the entries that pass are left. The others are not gone, they are 0, each at its place.",
            lambda g, r: vars(r)[row][g.x > 0],
            lambda g, r: vars(r)[row][g.x >= 0],
        ),
    ]


def sigma(x: Any) -> Any:
    """The sigmoid of any x."""
    return (1 + np.tanh(x / 2)) / 2


# -- questions -------------------------------------------------------------------------------------------------------

BLOCKED = (
    ("loss-as-gate", "How large dout is, does not matter here. How far is the gate open where x is negative?", 1),
    ("sign-turned", "A slope is never negative here. How large is it where x is negative?", 3),
    ("dout-decides", "The sign of dout decides nothing. What decides, and was fixed on the way forward?", 4),
)
FIVE = (
    ("one-layer", "That is after one layer. There are five, one after the other.", 256),
    ("slopes-added", "Each layer multiplies. What are five factors of one quarter together?", 1280, 204.8, 819.2),
    ("largest-out", "0.5 is the out at x = 0. What is the slope there?", 32),
    ("handed-through", "A sigmoid never lets all of it pass. What is the most that one lets through?", 1024),
    ("dout-forgotten", "That is the factor of the five. What does it act on?", 0.25**5),
    ("one-too-few", "You are close: count the layers once more.", 4, 0.25),
)

question("activations.question-blocked", LEVEL, *BLOCKED)
question("activations.question-five", LEVEL, *FIVE)
