"""Level 09, second part: a training step of the 2-2-1 net with single numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.levels.error_terms.error_terms import (
    HALF,
    HIDDEN_SLOPE_AT_Y,
    LEVEL,
    MOVED_FIRST,
    NO_HIDDEN_SLOPE,
    NO_OUTPUT_SLOPE,
    NO_RATE,
    NOT_THE_GRADIENT,
    OUTPUT_SLOPE_AT_Y,
    SHORT_FORM,
    UPHILL,
    Arrays,
    Cell,
    fill,
    sigmoid,
    signed,
    slope,
)
from checks.probing import Misuse
from checks.declaring.writing import mistakes, raises

OUT, HIDDEN = ("w53", "w54", "b5"), ("w31", "w32", "b3", "w41", "w42", "b4")
NAMES = (*OUT, *HIDDEN)
"""The nine weights from the error back, so that the first wrong row names the culprit."""


def net_and_sample(rng: np.random.Generator, t: float, learning_rate: float) -> Arrays:
    """Nine weights that all differ, in the order of NAMES, and the x1 and x2 of two samples."""
    x, next_x = signed(rng, 2, 0.5, 1.5), signed(rng, 2, 0.5, 1.5)
    return {"weights": signed(rng, 9, 0.4, 1.1), "x": x, "next_x": next_x, "t": t, "learning_rate": learning_rate}


CELLS: dict[str, Cell] = {
    "net3": lambda n: n.w31 * n.x1 + n.w32 * n.x2 + n.b3,
    "net4": lambda n: n.w41 * n.x1 + n.w42 * n.x2 + n.b4,
    "y3": lambda n: sigmoid(n.net3),
    "y4": lambda n: sigmoid(n.net4),
    "net5": lambda n: n.w53 * n.y3 + n.w54 * n.y4 + n.b5,
    "y5": lambda n: sigmoid(n.net5),
    "f5": lambda n: slope(n.net5),
    "f3": lambda n: slope(n.net3),
    "f4": lambda n: slope(n.net4),
    "d5": lambda n: -2 * (n.t - n.y5) * n.f5,
    "d3": lambda n: n.d5 * n.w53 * n.f3,
    "d4": lambda n: n.d5 * n.w54 * n.f4,
    "from1": lambda n: n.x1,
    "from2": lambda n: n.x2,
    "from3": lambda n: n.y3,
    "from4": lambda n: n.y4,
    "b5_step": lambda n: n.d5,
    "b3_step": lambda n: n.d3,
    "b4_step": lambda n: n.d4,
    "w53_step": lambda n: n.d5 * n.from3,
    "w54_step": lambda n: n.d5 * n.from4,
    "w31_step": lambda n: n.d3 * n.from1,
    "w32_step": lambda n: n.d3 * n.from2,
    "w41_step": lambda n: n.d4 * n.from1,
    "w42_step": lambda n: n.d4 * n.from2,
}
"""The forward pass, the slopes, the error terms, what comes in along each weight, and the nine gradients."""


def net221(g: SimpleNamespace, **wrong: Cell) -> SimpleNamespace:
    """Everything that a step computes, with `wrong` cells in it."""
    weights = dict(zip(NAMES, g.weights, strict=True))
    return fill(SimpleNamespace(**weights, x1=g.x[0], x2=g.x[1], t=g.t), CELLS, wrong)


def moved(row: str, **wrong: Cell) -> Formula:
    """The new weight of a row, with `wrong` cells in the step that leads there."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        n = net221(g, **wrong)
        return vars(n)[row] - g.learning_rate * vars(n)[f"{row}_step"]

    return formula


def slips(name: str, hint: str, *variants: Mapping[str, Cell], rows: tuple[str, ...] = NAMES) -> list[Mistake]:
    """A mistake that shows in several rows, explained in the first.  Neurons 3 and 4 may each have it alone."""
    firsts = {row: rows[0] if rows is NAMES else next(r for r in rows if r[1] == row[1]) for row in rows}
    said = {row: hint if first == row else f"The same as in {first}." for row, first in firsts.items()}
    return [Mistake(name, row, moved(row, **wrong), said[row]) for row in rows for wrong in variants]


FACTORS = [
    *slips("slope-omitted-at-the-output", NO_OUTPUT_SLOPE, {"f5": lambda n: 1}, rows=OUT),
    *slips("slope-of-y-at-the-output", OUTPUT_SLOPE_AT_Y, {"f5": lambda n: slope(n.y5)}),
    *slips("net-for-y-in-the-slope", SHORT_FORM, {"f5": lambda n: n.net5 * (1 - n.net5)}),
    *slips("factor-2-forgotten", HALF, {"d5": lambda n: -(n.t - n.y5) * n.f5}),
    *slips("sign", UPHILL, {"d5": lambda n: 2 * (n.t - n.y5) * n.f5}),
    *slips("minus-and-2-forgotten", f"{UPHILL} {HALF}", {"d5": lambda n: (n.t - n.y5) * n.f5}),
    *slips("net-compared", "t was compared with net5, not with the output.", {"y5": lambda n: n.net5}),
    *slips("slope-omitted-hidden", NO_HIDDEN_SLOPE, {"f3": lambda n: 1, "f4": lambda n: 1}, rows=HIDDEN),
    *slips(
        "slope-of-y-hidden",
        HIDDEN_SLOPE_AT_Y,
        {"f3": lambda n: slope(n.y3), "f4": lambda n: slope(n.y4)},
        rows=HIDDEN,
    ),
    *slips(
        "net-for-y-in-the-slope",
        SHORT_FORM,
        {"f3": lambda n: n.net3 * (1 - n.net3), "f4": lambda n: n.net4 * (1 - n.net4)},
        rows=HIDDEN,
    ),
    *slips(
        "own-weight-for-the-next",
        "The error term comes from neuron 5. Along which weight does this neuron reach it? Here a weight was used "
        "that leads into the neuron.",
        {"d3": lambda n: n.d5 * n.w31 * n.f3, "d4": lambda n: n.d5 * n.w41 * n.f4},
        {"d3": lambda n: n.d5 * n.w32 * n.f3, "d4": lambda n: n.d5 * n.w42 * n.f4},
        rows=HIDDEN,
    ),
    *slips(
        "weights-exchanged",
        "The weights of neurons 3 and 4 on their way to neuron 5 were exchanged in the error terms.",
        {"d3": lambda n: n.d5 * n.w54 * n.f3, "d4": lambda n: n.d5 * n.w53 * n.f4},
        rows=HIDDEN,
    ),
    *slips(
        "weight-omitted",
        "The error term of neuron 5 arrives as if the way there were a weight of 1.",
        {"d3": lambda n: n.d5 * n.f3, "d4": lambda n: n.d5 * n.f4},
        rows=HIDDEN,
    ),
    *slips(
        "error-of-y-handed-down",
        "Two factors stand in front of all nine gradients, and one of them is missing here. Which number of neuron 5 "
        "contains both?",
        {"d3": lambda n: n.d5 / n.f5 * n.w53 * n.f3, "d4": lambda n: n.d5 / n.f5 * n.w54 * n.f4},
        {"d3": lambda n: n.f5 * n.w53 * n.f3, "d4": lambda n: n.f5 * n.w54 * n.f4},
        rows=HIDDEN,
    ),
    *slips(
        "nothing-handed-down",
        "Nothing of neuron 5 is in this error term. How does the hidden neuron reach the error?",
        {"d3": lambda n: n.w53 * n.f3, "d4": lambda n: n.w54 * n.f4},
        rows=HIDDEN,
    ),
    *slips(
        "output-moved-first",
        MOVED_FIRST,
        *(
            {
                "d3": lambda n, rate=rate: n.d5 * (n.w53 - rate * n.d5 * n.y3) * n.f3,
                "d4": lambda n, rate=rate: n.d5 * (n.w54 - rate * n.d5 * n.y4) * n.f4,
            }
            for rate in (0.5, 2.0, 0.1)
        ),
        rows=HIDDEN,
    ),
]

IN = ("w31", "w32", "w41", "w42")
CROSSED = "x1 and x2 were exchanged. In w31 the neuron that the weight leads to stands first: it comes from 1."
CROSSED_AT_5 = "At neuron 5 the outputs of 3 and 4 were exchanged. w53 leads to 5 and comes from 3."
CROSSED_INPUTS: dict[str, Cell] = {
    "net3": lambda n: n.w31 * n.x2 + n.w32 * n.x1 + n.b3,
    "net4": lambda n: n.w41 * n.x2 + n.w42 * n.x1 + n.b4,
}
CROSSED_HIDDEN: dict[str, Cell] = {"net5": lambda n: n.w53 * n.y4 + n.w54 * n.y3 + n.b5}
OTHER_X: dict[str, Cell] = {"from1": lambda n: n.x2, "from2": lambda n: n.x1}
OTHER_Y: dict[str, Cell] = {"from3": lambda n: n.y4, "from4": lambda n: n.y3}

WAYS = [
    *slips(
        "inputs-of-the-example",
        "This came out of x1 = -2 and x2 = -1, which a cell further up has set. Where do the inputs of this call come "
        "from?",
        {
            "net3": lambda n: -2 * n.w31 - n.w32 + n.b3,
            "net4": lambda n: -2 * n.w41 - n.w42 + n.b4,
            "from1": lambda n: -2,
            "from2": lambda n: -1,
        },
    ),
    *slips("inputs-crossed", CROSSED, OTHER_X, rows=IN),
    *slips("inputs-crossed", CROSSED, CROSSED_INPUTS, {**CROSSED_INPUTS, **OTHER_X}),
    *slips("hidden-outputs-crossed", CROSSED_AT_5, OTHER_Y, rows=("w53", "w54")),
    *slips("hidden-outputs-crossed", CROSSED_AT_5, CROSSED_HIDDEN, {**CROSSED_HIDDEN, **OTHER_Y}),
    *slips(
        "biases-left-out",
        "The forward pass went on without the biases.",
        {
            "net3": lambda n: n.w31 * n.x1 + n.w32 * n.x2,
            "net4": lambda n: n.w41 * n.x1 + n.w42 * n.x2,
            "net5": lambda n: n.w53 * n.y3 + n.w54 * n.y4,
        },
    ),
    *slips(
        "own-output-for-what-came-in",
        "The error term was multiplied by what the neuron itself handed on. What came in along this weight?",
        {"w31_step": lambda n: n.d3 * n.y3, "w32_step": lambda n: n.d3 * n.y3}
        | {"w41_step": lambda n: n.d4 * n.y4, "w42_step": lambda n: n.d4 * n.y4},
        rows=IN,
    ),
    *slips(
        "net-for-what-came-in",
        "What came in along this weight is an output, not a net.",
        {"from3": lambda n: n.net3, "from4": lambda n: n.net4},
        rows=("w53", "w54"),
    ),
    *slips(
        "inputs-at-the-output",
        "The inputs of the net don't reach neuron 5. What comes in along this weight?",
        {"from3": lambda n: n.x1, "from4": lambda n: n.x2},
        rows=("w53", "w54"),
    ),
    *slips(
        "bias-gets-an-input",
        "A bias was multiplied by something that came in. What is a bias multiplied by in the forward pass?",
        {"b5_step": lambda n: n.d5 * n.y3, "b3_step": lambda n: n.d3 * n.x1, "b4_step": lambda n: n.d4 * n.x1},
        {"b5_step": lambda n: n.d5 * n.y4, "b3_step": lambda n: n.d3 * n.x2, "b4_step": lambda n: n.d4 * n.x2},
        {"b5_step": lambda n: n.d5 * n.b5, "b3_step": lambda n: n.d3 * n.b3, "b4_step": lambda n: n.d4 * n.b4},
        rows=("b5", "b3", "b4"),
    ),
]


def old(g: SimpleNamespace, row: str) -> Any:
    return g.weights[NAMES.index(row)]


def step_of(g: SimpleNamespace, r: SimpleNamespace, row: str) -> Any:
    """What is rightly subtracted from a weight."""
    return old(g, row) - vars(r)[row]


def of_row(row: str) -> tuple[Mistake, ...]:
    """What can go wrong in the line of one weight."""
    again = f"The same as in {NAMES[0]}."
    pairs = [(one, row) for one in NAMES if one != row] + [(row, one) for one in NAMES if one != row]
    return mistakes(
        row,
        (
            "rate-forgotten",
            NO_RATE if row == NAMES[0] else again,
            lambda g, r: old(g, row) - step_of(g, r, row) / g.learning_rate,
        ),
        (
            "gradient-returned",
            NOT_THE_GRADIENT if row == NAMES[0] else again,
            lambda g, r: step_of(g, r, row) / g.learning_rate,
            lambda g, r: step_of(g, r, row),
            lambda g, r: -step_of(g, r, row),
        ),
        ("not-moved", "This is the old weight. It has a gradient, too.", lambda g, r: old(g, row)),
        *(
            (
                "copied-line",
                f"This is the old {weight}, moved by the gradient of {gradient}. Was a line copied, and a name in it "
                "left as it was?",
                lambda g, r, weight=weight, gradient=gradient: old(g, weight) - step_of(g, r, gradient),
            )
            for weight, gradient in pairs
        ),
    )


REVERSED = mistakes(
    NAMES[0],
    (
        "names-reversed",
        "In the name of a weight the neuron that it leads to stands first: w31 leads from 1 to 3.",
        *(raises(KeyError(f"w{i}{j}")) for j, i in ((3, 1), (3, 2), (4, 1), (4, 2), (5, 3), (5, 4))),
    ),
)


@exercise(
    "delta.scalar-step",
    level=LEVEL,
    expects="function",
    inputs=net_and_sample,
    trials=(dict(t=1.0, learning_rate=0.5), dict(t=0.0, learning_rate=2.0), dict(t=2.0, learning_rate=0.1)),
    rows=dict.fromkeys(NAMES, "the new weight"),
    behaviour={
        "entries of w that changed": "w belongs to the caller. Put the new weights into a new dict.",
        "w31 after a second step": "If all nine are right, something of the first step is left over in the second.",
    },
    mistakes=(*FACTORS, *WAYS, *(mistake for row in NAMES for mistake in of_row(row)), *REVERSED),
)
def scalar_step(
    step: Any, weights: Any, x: Any, next_x: Any, t: float, learning_rate: float
) -> Iterator[tuple[str, Any]]:
    """Nine new weights; whether the old ones are still there; one of them after a step on another sample."""
    given = dict(zip(NAMES, weights.tolist(), strict=True))
    w = dict(given)
    new = nine(step(w, x, t, learning_rate))
    for name in NAMES:
        yield name, new[name]
    yield "entries of w that changed", sum(not _is(w.get(name), value) for name, value in given.items())
    following = step({name: new[name] for name in NAMES}, next_x, t, learning_rate)
    yield "w31 after a second step", nine(following)["w31"]


def nine(new: Any) -> Mapping[str, Any]:
    """What the step returned.  Raises Misuse unless it is a dict with the nine names."""
    if new is None:
        raise Misuse("The step returned None (is a return missing?); expected a dict of nine numbers.")
    if not isinstance(new, Mapping):
        raise Misuse(f"The step returned a {type(new).__name__}; expected a dict of nine numbers.")
    missing = [name for name in NAMES if name not in new]
    if missing:
        raise Misuse(f"The dict that was returned has no {', '.join(missing)}.")
    return new


def _is(value: Any, number: float) -> bool:
    return isinstance(value, int | float) and value == number
