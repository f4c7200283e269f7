"""Level 09, error terms: the delta of an output neuron, a question, and what the other parts of the level share.

`error_terms_scalars` has a step of the 2-2-1 net, `error_terms_layers` whole layers, `error_terms_step` a step with
arrays, `error_terms_batch` a batch.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import exercise
from checks.declaring.old import question
from checks.declaring.writing import gap, mistakes

LEVEL = "09-error-terms"

Arrays = dict[str, Any]
Cell = Callable[[SimpleNamespace], Any]

# -- inputs ----------------------------------------------------------------------------------------------------------


def signed(rng: np.random.Generator, shape: Any, low: float = 0.4, high: float = 1.4) -> Any:
    """Numbers of both signs, none near 0, none equal."""
    return rng.uniform(low, high, size=shape) * rng.choice([-1, 1], size=shape)


def targets(rng: np.random.Generator, shape: tuple[int, ...]) -> Any:
    """Targets near 1 and near 0 in turn, so that t - y has both signs."""
    ends = (np.arange(math.prod(shape)) + rng.integers(2)) % 2
    return (0.8 * ends + rng.uniform(0, 0.2, size=ends.shape)).reshape(shape)


# -- tools for mistakes ----------------------------------------------------------------------------------------------


def sigmoid(net: Any) -> Any:
    return 1 / (1 + np.exp(-net))


def slope(net: Any) -> Any:
    return sigmoid(net) * (1 - sigmoid(net))


def fill(sheet: SimpleNamespace, cells: Mapping[str, Cell], wrong: Mapping[str, Cell]) -> SimpleNamespace:
    """Compute cell after cell as in a spreadsheet, with `wrong` cells in the place of those of the same name."""
    for name, cell in cells.items():
        setattr(sheet, name, wrong.get(name, cell)(sheet))
    return sheet


# -- hints that more than one exercise gives -------------------------------------------------------------------------

NO_SLOPE = "That is how E reacts to y. From y it is one step more to net: what is its slope?"
NO_OUTPUT_SLOPE = (
    "The error terms of the output say how E reacts to y. From y it is one step more to net: what is its slope?"
)
SLOPE_AT_Y = "The slope of the sigmoid was taken at y. What did the sigmoid get as its input on the way forward?"
SHORT_FORM = "net (1 - net) is no slope: the short form is written with what the sigmoid gave, not with what it got."
HALF = "Half of the gradient is missing. What is the slope of a square?"
TURNED = "The sign is turned round. If y is below t and rises, what does E do, and how much is that as a slope?"
NO_HIDDEN_SLOPE = "From net to the output of a hidden neuron is a step, too: which slope does it have?"
OUTPUT_SLOPE_AT_Y, HIDDEN_SLOPE_AT_Y = (
    f"At the {where} neurons the slope of the sigmoid was taken at y. What did the sigmoid get as its input on the "
    "way forward?"
    for where in ("output", "hidden")
)
MOVED_FIRST = (
    "It is off by little: the output weights had moved before the hidden error terms were made. Which weights did "
    "the forward pass use?"
)
UPHILL = "A sign is turned round, so that a step goes uphill. Look at each sign from the error on."
NO_RATE = "The gradient was used in its full length. What is it multiplied by before it is subtracted?"
NOT_THE_GRADIENT = "This is the gradient. The new weights are asked for: the old ones after the step."


# -- the error term of an output neuron ------------------------------------------------------------------------------


def output_neurons(rng: np.random.Generator, neurons: int, samples: int = 0) -> Arrays:
    """t, y and net of output neurons: numbers if it is one, else arrays (neurons,) or (samples, neurons)."""
    shape = (samples, neurons) if samples else (neurons,)
    net, signs = signed(rng, shape, 0.5, 2.2), np.resize(rng.permutation([-1, 1]), shape)
    y = sigmoid(net)
    drawn = {"t": y + signs * rng.uniform(0.3, 0.9, size=shape), "y": y, "net": net}
    return drawn if shape != (1,) else {name: float(array[0]) for name, array in drawn.items()}


OUTPUT_MISTAKES = mistakes(
    "delta",
    ("slope-omitted", NO_SLOPE, lambda g, r: -2 * (g.t - g.y), lambda g, r: 2 * (g.t - g.y), lambda g, r: g.y - g.t),
    ("slope-of-y", SLOPE_AT_Y, lambda g, r: r.delta / slope(g.net) * slope(g.y)),
    ("net-for-y-in-the-slope", SHORT_FORM, lambda g, r: r.delta / slope(g.net) * g.net * (1 - g.net)),
    ("sign", TURNED, lambda g, r: -r.delta),
    ("factor-2-forgotten", HALF, lambda g, r: r.delta / 2),
    (
        "minus-and-2-forgotten",
        "This is how far y is from t, times a slope: the square is not in it. Which slope has (t - y) squared when y "
        "moves, its sign included?",
        lambda g, r: -r.delta / 2,
    ),
    (
        "error-for-its-slope",
        "The error itself was used. How fast does it change when y moves?",
        lambda g, r: (g.t - g.y) ** 2 * slope(g.net),
    ),
    (
        "output-for-slope",
        "sigmoid was used where its slope belongs.",
        lambda g, r: r.delta / slope(g.net) * sigmoid(g.net),
        lambda g, r: r.delta / slope(g.net) * (1 - g.y),
    ),
    ("slope-twice", "The slope of the sigmoid is in it twice.", lambda g, r: r.delta * slope(g.net)),
    (
        "sigmoid-twice",
        "y is already the output. It went through the sigmoid again.",
        lambda g, r: -2 * (g.t - sigmoid(g.y)) * slope(g.net),
        lambda g, r: -2 * (g.t - sigmoid(g.y)) * slope(g.y),
    ),
    (
        "net-compared",
        "t was compared with net. Which of the two is the neuron's answer?",
        lambda g, r: -2 * (g.t - g.net) * slope(g.net),
    ),
    (
        "neurons-summed",
        "The neurons were added up. Each has a net, and so an error term, of its own.",
        lambda g, r: r.delta.sum(),
        lambda g, r: r.delta.mean(),
        lambda g, r: r.delta.sum(axis=-1),
    ),
    (
        "neurons-averaged",
        "It is smaller by the number of entries: E has no mean in it.",
        lambda g, r: r.delta / np.size(g.t),
        lambda g, r: r.delta / len(g.t),
        lambda g, r: r.delta / g.neurons,
    ),
    ("not-returned", "It may be computed, but it is not handed out.", lambda g, r: None),
    (
        "single-numbers-only",
        "This line works for one number only. With arrays every operation must go entry by entry, as numpy's do.",
        lambda g, r: math.exp(g.net),
        lambda g, r: math.exp(-g.net),
        lambda g, r: float(g.net),
        lambda g, r: bool(g.t > g.y),
    ),
)


@exercise(
    "delta.output",
    level=LEVEL,
    expects="function",
    inputs=output_neurons,
    trials=(dict(neurons=1), dict(neurons=3), dict(samples=4, neurons=2)),
    rows={"delta": "one for each neuron"},
    behaviour={
        "change of delta by later calls": "What was handed out changed when its arguments did, or when the function "
        "was called again. It belongs to the caller: make a new array in every call."
    },
    mistakes=OUTPUT_MISTAKES,
)
def output(delta_output: Any, t: Any, y: Any, net: Any) -> Iterator[tuple[str, Any]]:
    """The error terms; the same once the arrays that they were made of hold something else."""
    yield "delta", delta_output(t, y, net)
    others = [value.copy() if isinstance(value, np.ndarray) else value for value in (t, y, net)]
    delta = delta_output(*others)
    before = snapshot(delta)
    for value in others:
        if isinstance(value, np.ndarray):
            value[...] = 0.5
    delta_output(*others)
    yield "change of delta by later calls", gap(before, delta)


# -- a question ------------------------------------------------------------------------------------------------------

CHOICES = (
    ("handed-down", "That is what neuron j hands down along this weight. What came up along it?", -0.5),
    ("all-three", "The weight itself is one factor too many: how does a product react to one of its factors?", -0.4),
    ("delta-alone", "That is the gradient of the bias, along which a 1 comes in. What comes in here?", 0.25),
    ("input-alone", "That says how net_j reacts to the weight. How does E react to net_j?", 0.8),
    ("slope-of-i", "The slope of neuron i is in it. The weight lies behind that neuron: is f passed again?", 0.032),
    ("slope-of-i", "That is the slope of neuron i times delta. Does the way from this weight to E pass it?", 0.04),
    ("delta-of-i", "That is the error term of the neuron i below. The weight needs the one of j.", -0.08),
    ("sign", "The size is right. Both factors are positive here.", -0.2),
    ("weight-for-delta", "That is what the weight adds to net_j on the way forward.", -1.6),
)

question("delta.question-weight", LEVEL, *CHOICES)
