"""`AddLayer` and `MulLayer`, two purchases and two questions: how they are driven."""

from __future__ import annotations

from copy import copy
from typing import Any

import numpy as np

from checks.declaring.probes import Arrays, Room, Rows
from checks.probing import unpack

room = Room(__name__)

# -- layers ----------------------------------------------------------------------------------------------------------

KINDS = (dict(kind="numbers"), dict(kind="arrays"), dict(kind="arrays of whole numbers"))
SHAPES = {"out": "the shape of x", "dx": "the shape of x", "dy": "the shape of y"}
AGAIN = "dx from a second backward"
BESIDE_DX, BESIDE_DY = "dx beside a second layer", "dy beside a second layer"
LATER = "dx after a second forward"


def two_uses(rng: np.random.Generator, kind: str) -> Arrays:
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


def one_use(rng: np.random.Generator, kind: str) -> Arrays:
    """x, y and dout of `two_uses`."""
    return {name: value for name, value in two_uses(rng, kind).items() if name in ("x", "y", "dout")}


def backward(layer: Any, dout: Any) -> tuple[Any, ...]:
    """dx and dy.  A probe hands its own dout over once and copies later, so that writing into it is one mistake."""
    return unpack(layer.backward(dout), "dx dy", "backward(dout)")


@room.exercise("add.layer", inputs=one_use, trials=KINDS, rows=SHAPES, behaviour=(AGAIN,))
def add_layer(AddLayer: Any, x: Any, y: Any, dout: Any) -> Rows:
    """The sum, dx and dy, and the same again."""
    layer, kept = AddLayer(), copy(dout)
    yield "out", layer.forward(x, y)
    yield from zip(("dx", "dy"), backward(layer, dout), strict=True)
    yield AGAIN, backward(layer, kept)[0]


@room.exercise("mul.layer", inputs=two_uses, trials=KINDS, rows=SHAPES, behaviour=(AGAIN, BESIDE_DX, BESIDE_DY, LATER))
def mul_layer(MulLayer: Any, x: Any, y: Any, dout: Any, x2: Any, y2: Any) -> Rows:
    """The product, dx and dy; the same again, beside a second layer, and after a second forward."""
    layer, second, kept = MulLayer(), MulLayer(), copy(dout)
    yield "out", layer.forward(x, y)
    yield from zip(("dx", "dy"), backward(layer, dout), strict=True)
    yield AGAIN, backward(layer, copy(kept))[0]
    second.forward(copy(x2), copy(y2))
    yield from zip((BESIDE_DX, BESIDE_DY), backward(layer, copy(kept)), strict=True)
    layer.forward(x2, y2)
    yield LATER, backward(layer, copy(kept))[0]


# -- purchases -------------------------------------------------------------------------------------------------------


def fruit(rng: np.random.Generator, shopping: int) -> Arrays:
    """Prices and counts that differ from each other, and a tax factor with three digits behind the point."""
    prices = rng.choice(np.arange(20, 300), size=2, replace=False)
    apple, orange = prices.tolist() if shopping == 1 else (prices + 0.5).tolist()
    apple_num, orange_num = rng.choice(np.arange(2, 10), size=2, replace=False).tolist()
    tax = 1 + int(rng.integers(5, 45)) / 100 + int(rng.integers(1, 10)) / 1000
    return {"apple": apple, "apple_num": apple_num, "orange": orange, "orange_num": orange_num, "tax": tax}


def flat(value: Any) -> Any:
    """(price, (dapple, ...)) as (price, dapple, ...); anything else as it is."""
    nested = isinstance(value, tuple | list) and len(value) == 2 and isinstance(value[1], tuple | list)
    return (value[0], *value[1]) if nested else value


def purchase(id: str, function: str, *arguments: str) -> None:
    """Declare the exercise of a function that takes some of what `fruit` draws: its price, and a gradient for each."""
    rows = {"price": "", **{f"d{name}": "" for name in arguments}}
    call = f"{function}({', '.join(arguments)})"

    def inputs(rng: np.random.Generator, shopping: int) -> Arrays:
        drawn = fruit(rng, shopping)
        return {name: drawn[name] for name in arguments}

    def probe(buy: Any, **given: Any) -> Rows:
        results = unpack(flat(buy(*(given[name] for name in arguments))), " ".join(rows), call)
        yield from zip(rows, results, strict=True)

    trials = (dict(shopping=1), dict(shopping=2), dict(shopping=3))
    room.exercise(id, expects="function", inputs=inputs, trials=trials, rows=rows)(probe)


purchase("apples.buy", "buy_apples", "apple", "apple_num", "tax")
purchase("fruit.buy", "buy_fruit", "apple", "apple_num", "orange", "orange_num", "tax")

# -- questions -------------------------------------------------------------------------------------------------------


room.question("add-mul.question-one-more", "the pence that a third apple costs")
room.question("add-mul.question-blind", "the number of a test")
