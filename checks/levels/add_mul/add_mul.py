"""Level 01, add-mul: the two smallest layers.  `add_mul_purchases` has what is built from them, and the questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.probing import unpack
from checks.declaring.writing import echo, lacking

LEVEL = "01-add-mul"
Yields = Iterator[tuple[str, Any]]
Slips = Mapping[str, tuple[Formula, str]]
Given = SimpleNamespace


def told(row: str, slips: Slips) -> tuple[Mistake, ...]:
    """The mistakes that a row can show: the formula and the hint of each by name."""
    return tuple(Mistake(name, row, formula, hint) for name, (formula, hint) in slips.items())


# -- the inputs of a layer -------------------------------------------------------------------------------------------

KINDS = (dict(kind="numbers"), dict(kind="arrays"), dict(kind="arrays of whole numbers"))


def two_uses(rng: np.random.Generator, kind: str) -> dict[str, Any]:
    """x, y, dout, and x2, y2 for a second use: plain numbers, arrays (2, 3), or arrays (5,) of integers.

    dout is never 1, has both signs and is never of integers; x and y differ; the arrays of floats hold a zero each.
    """
    if kind == "numbers":
        sizes = rng.permutation([0.6, 1.3, 1.9, 2.4, 3.1]) + rng.uniform(0, 0.3, size=5)
        return dict(zip(("x", "y", "dout", "x2", "y2"), (sizes * rng.choice([-1, 1], size=5)).tolist(), strict=True))
    if kind == "arrays":
        x, y, x2, y2 = rng.normal(size=(4, 2, 3))
        x[0, 1] = y[1, 0] = 0
    else:
        x, x2 = rng.integers(2, 10, size=(2, 5)) * rng.choice([-1, 1], size=(2, 5))
        y, y2 = x + rng.integers(1, 5, size=5), x2 - rng.integers(1, 5, size=5)
    dout = rng.uniform(1.1, 3, size=x.shape)
    dout.flat[::2] *= -1
    return {"x": x, "y": y, "dout": dout, "x2": x2, "y2": y2}


def one_use(rng: np.random.Generator, kind: str) -> dict[str, Any]:
    """x, y and dout of `two_uses`."""
    return {name: value for name, value in two_uses(rng, kind).items() if name in ("x", "y", "dout")}


def backward(layer: Any, dout: Any) -> tuple[Any, ...]:
    """dx and dy.  A probe hands its own dout over once and copies later, so that writing into it is one mistake."""
    return unpack(layer.backward(dout), "dx dy", "backward(dout)")


# -- what goes wrong in both layers ----------------------------------------------------------------------------------

AGAIN = "dx from a second backward"
SAME_AGAIN = "If dx was right at first: the same dout must give the same again, with nothing added from the first call."


ARRAYS_ONLY = tuple(
    Mistake(
        "arrays-only",
        "out",
        formula,
        "A layer must work with plain numbers as well as with arrays, and a number has no such attribute. "
        "Python's + and * work for both.",
    )
    for formula in lacking("float", "copy", "shape", "dtype", "size", "astype", "sum", "dot")
)


def _whole_numbers(row: str) -> Slips:
    """The gradient went into an array made like x: one of integers, if x has integers."""
    return {
        "integer-array": (
            lambda given, right: vars(right)[row.replace(" ", "_")].astype(np.asarray(given.x).dtype),
            "All that stood behind the decimal point is gone. An array made in the likeness of x holds integers if x "
            "does, and a gradient is seldom a whole number.",
        )
    }


# -- AddLayer --------------------------------------------------------------------------------------------------------


def _add_slips(row: str, own: str, other: str) -> tuple[Mistake, ...]:
    """What goes wrong in the gradient `row` of the input `own`."""
    grow = f"Let {own} grow by 1 and leave {other} alone: by how much does the sum grow?"
    not_size = f"{row} says how strongly the final result reacts to {own}, not how large an input is."
    slips: Slips = {
        "split": (lambda given, right: given.dout / 2, f"{grow} Nothing has to be shared."),
        "like-a-product": (
            lambda given, right: given.dout * vars(given)[other],
            f"{grow} Does that depend on how large {other} is?",
        ),
        "times-its-input": (
            lambda given, right: given.dout * vars(given)[own],
            f"{grow} Does that depend on how large {own} is?",
        ),
        "dout-ignored": (
            lambda given, right: np.ones_like(given.dout),
            "This is how fast the sum itself grows. What was handed down as dout is not in it.",
        ),
        "input-returned": (lambda given, right: vars(given)[own], not_size),
        "other-input-returned": (lambda given, right: vars(given)[other], not_size),
    }
    return told(row, {**slips, **_whole_numbers(row)})


ADD_DX, ADD_DY = _add_slips("dx", "x", "y"), _add_slips("dy", "y", "x")


@exercise(
    "add.layer",
    level=LEVEL,
    inputs=one_use,
    trials=KINDS,
    rows={"out": "the shape of x", "dx": "the shape of x", "dy": "the shape of y"},
    behaviour={AGAIN: SAME_AGAIN},
    mistakes=(
        *told("out", {"multiplied": (lambda given, right: given.x * given.y, "That is the product; this layer adds.")}),
        *ADD_DX,
        *ADD_DY,
        *echo(ADD_DX, AGAIN, "dx"),
        *ARRAYS_ONLY,
    ),
)
def add_layer(AddLayer: Any, x: Any, y: Any, dout: Any) -> Yields:
    """The sum, dx and dy, and the same again."""
    layer, kept = AddLayer(), copy(dout)
    yield "out", layer.forward(x, y)
    dx, dy = backward(layer, dout)
    yield "dx", dx
    yield "dy", dy
    yield AGAIN, backward(layer, kept)[0]


# -- MulLayer --------------------------------------------------------------------------------------------------------

BESIDE_DX, BESIDE_DY = "dx beside a second layer", "dy beside a second layer"
LATER = "dx after a second forward"
TWO_LAYERS = "If it was right at first: a second layer has multiplied since, and this one must not notice."
ENTRY_BY_ENTRY = "Arrays are multiplied entry by entry here. This is a product of rows with columns."


def _mul_slips(row: str, own: str, other: str) -> tuple[Mistake, ...]:
    """What goes wrong in the gradient `row` of the input `own`."""
    grow = f"Take {own} = 3 and {other} = 5, then {own} = 4: "
    which = f"{grow}which of the two numbers decided by how much the product grew?"
    slips: Mapping[str, tuple[Callable[[Any, Any, Any], Any], str]] = {
        "factors-not-swapped": (lambda a, b, dout: dout * a, f"{which} Look also at the order of the two results."),
        "dout-ignored": (
            lambda a, b, dout: b,
            "This is how fast the product itself grows: right at the last node of a graph, where dout is 1. "
            "Anywhere else what was handed down is missing.",
        ),
        "neither-swapped-nor-dout": (lambda a, b, dout: a, f"{which} And what became of dout?"),
        "like-a-sum": (
            lambda a, b, dout: dout,
            f"This is what a sum hands on. {grow}by how much does the sum grow, and by how much the product?",
        ),
        "output-for-a-factor": (lambda a, b, dout: dout * a * b, f"{grow}by how much did the product grow? Not by 15."),
        "dout-added": (
            lambda a, b, dout: dout + b,
            f"If out grows 5 times as fast as {own}, and the result 2 times as fast as out, then the result does not "
            f"grow 7 times as fast as {own}.",
        ),
        "divided": (
            lambda a, b, dout: dout / b,
            f"Backward does not undo the multiplication, it asks how fast the product grows. {grow}by how much?",
        ),
    }

    def of_inputs(formula: Callable[[Any, Any, Any], Any]) -> Formula:
        return lambda given, right: formula(vars(given)[own], vars(given)[other], given.dout)

    named = {name: (of_inputs(formula), hint) for name, (formula, hint) in slips.items()}
    return told(row, {**named, **_whole_numbers(row)})


MUL_DX, MUL_DY = _mul_slips("dx", "x", "y"), _mul_slips("dy", "y", "x")


def _memory_slips() -> Iterator[Mistake]:
    """Backward uses what belongs to another call of forward."""
    shared = (
        "This number belongs to another layer, which multiplied after this one. Where are the inputs kept: in the "
        "object, or in one place for all objects?"
    )
    first = "This belongs to the layer's first forward. Forward ran again since, and backward follows the last one."
    yield Mistake("memory-shared", BESIDE_DX, lambda given, right: given.dout * given.y2, shared)
    yield Mistake("memory-shared", BESIDE_DY, lambda given, right: given.dout * given.x2, shared)
    yield Mistake("first-forward-kept", LATER, lambda given, right: given.dout * given.y, first)


@exercise(
    "mul.layer",
    level=LEVEL,
    inputs=two_uses,
    trials=KINDS,
    rows={"out": "the shape of x", "dx": "the shape of x", "dy": "the shape of y"},
    behaviour={
        AGAIN: SAME_AGAIN,
        BESIDE_DX: TWO_LAYERS,
        BESIDE_DY: TWO_LAYERS,
        LATER: "If dx was right at first: forward ran again since, and backward belongs to the last forward.",
    },
    mistakes=(
        *told("out", {"added": (lambda given, right: given.x + given.y, "That is the sum; this layer multiplies.")}),
        *told("out", {"not-entry-by-entry": (lambda given, right: np.dot(given.x, given.y), ENTRY_BY_ENTRY)}),
        *told("out", {"not-entry-by-entry": (lambda given, right: given.x @ given.y, ENTRY_BY_ENTRY)}),
        *MUL_DX,
        *MUL_DY,
        *echo(MUL_DX, AGAIN, "dx"),
        *echo(MUL_DX, BESIDE_DX, "dx"),
        *echo(MUL_DY, BESIDE_DY, "dy"),
        *echo(_mul_slips(LATER, "x2", "y2"), LATER, "dx"),
        *_memory_slips(),
        *ARRAYS_ONLY,
    ),
)
def mul_layer(MulLayer: Any, x: Any, y: Any, dout: Any, x2: Any, y2: Any) -> Yields:
    """The product, dx and dy; the same again, beside a second layer, and after a second forward."""
    layer, second, kept = MulLayer(), MulLayer(), copy(dout)
    yield "out", layer.forward(x, y)
    dx, dy = backward(layer, dout)
    yield "dx", dx
    yield "dy", dy
    yield AGAIN, backward(layer, copy(kept))[0]
    second.forward(copy(x2), copy(y2))
    dx, dy = backward(layer, copy(kept))
    yield BESIDE_DX, dx
    yield BESIDE_DY, dy
    layer.forward(x2, y2)
    yield LATER, backward(layer, copy(kept))[0]
