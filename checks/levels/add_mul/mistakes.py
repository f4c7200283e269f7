"""`AddLayer` and `MulLayer`, two purchases and two questions: what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, lacking
from checks.declaring.mistakes import Judging, Slip, echo, numbers, slips
from checks.levels.add_mul.probes import AGAIN, BESIDE_DX, BESIDE_DY, LATER
from checks.words import as_attribute

judging = Judging(__name__)

# -- layers ----------------------------------------------------------------------------------------------------------

# What stands in the place of a gradient; `gradient` below fills in which of the two inputs is its own.
ADD: Mapping[str, Written] = {
    "split": lambda own, other, dout: dout / 2,
    "like-a-product": lambda own, other, dout: dout * other,
    "times-its-input": lambda own, other, dout: dout * own,
    "dout-ignored": lambda own, other, dout: np.ones_like(dout),
    "input-returned": lambda own, other, dout: own,
    "other-input-returned": lambda own, other, dout: other,
}
MUL: Mapping[str, Written] = {
    "factors-not-swapped": lambda own, other, dout: dout * own,
    "dout-ignored": lambda own, other, dout: other,
    "neither-swapped-nor-dout": lambda own, other, dout: own,
    "like-a-sum": lambda own, other, dout: dout,
    "output-for-a-factor": lambda own, other, dout: dout * own * other,
    "dout-added": lambda own, other, dout: dout + other,
    "divided": lambda own, other, dout: dout / other,
}


def gradient(row: str, own: str, other: str, told: Mapping[str, Written]) -> list[Slip]:
    """The mistakes in the gradient `row` of the input `own`."""
    every = {name: [lambda g, f=f: f(vars(g)[own], vars(g)[other], g.dout)] for name, f in told.items()}
    # It went into an array made like x: one of integers, if x has integers.
    like_x = {"integer-array": [lambda g, r: vars(r)[as_attribute(row)].astype(np.asarray(g.x).dtype)]}
    return slips(row, every, own=own, other=other) + slips(row, like_x)


ARRAYS_ONLY = slips("out", {"arrays-only": lacking("float", "copy", "shape", "dtype", "size", "astype", "sum", "dot")})
ADD_DX, ADD_DY = gradient("dx", "x", "y", ADD), gradient("dy", "y", "x", ADD)
MUL_DX, MUL_DY = gradient("dx", "x", "y", MUL), gradient("dy", "y", "x", MUL)

judging.exercise(
    "add.layer", slips("out", {"multiplied": [lambda x, y: x * y]}), ADD_DX + ADD_DY, echo(ADD_DX, AGAIN), ARRAYS_ONLY
)
judging.exercise(
    "mul.layer",
    slips(
        "out", {"added": [lambda x, y: x + y], "not-entry-by-entry": [lambda x, y: np.dot(x, y), lambda x, y: x @ y]}
    ),
    MUL_DX + MUL_DY,
    echo(MUL_DX, AGAIN),
    echo(MUL_DX, BESIDE_DX),
    echo(MUL_DY, BESIDE_DY),
    echo(gradient(LATER, "x2", "y2", MUL), LATER, of="dx"),
    slips(BESIDE_DX, {"memory-shared": [lambda dout, y2: dout * y2]}),
    slips(BESIDE_DY, {"memory-shared": [lambda dout, x2: dout * x2]}),
    slips(LATER, {"first-forward-kept": [lambda dout, y: dout * y]}),
    ARRAYS_ONLY,
)

# -- purchases -------------------------------------------------------------------------------------------------------


def before_tax(g: SimpleNamespace) -> float:
    """What all the fruit of a purchase costs without tax."""
    fruits = [name.removesuffix("_num") for name in vars(g) if name.endswith("_num")]
    return float(sum(vars(g)[f"{fruit}_num"] * vars(g)[fruit] for fruit in fruits))


def scaled(row: str) -> dict[str, list[Written]]:
    """Right but for the price as a factor, or for rounding."""
    return {
        "started-with-price": [lambda price, r: price * vars(r)[row]],
        "rounded": [lambda r: np.round(vars(r)[row], 2)],
    }


ANY_PURCHASE = [
    *slips("price", {"tax-left-out": [before_tax], "tax-added": [lambda g: before_tax(g) + g.tax]}),
    *slips("dtax", {"layer-not-swapped": [lambda tax: tax], **scaled("dtax")}),
]


def of_factor(own: str, other: str) -> list[Slip]:
    """What goes wrong in the gradient of a price or of a count, which is multiplied by the `other` of the two."""
    told: dict[str, list[Written]] = {
        "not-handed-down": [lambda g: vars(g)[other]],
        "another-gradient-handed-down": [lambda g, dtax: dtax * vars(g)[other]],
        "stopped-early": [lambda tax: tax],
        # It remembers its last forward, in which all that came before was multiplied by tax.
        "one-layer-for-all": [lambda g, tax: tax * (before_tax(g) if own.endswith("_num") else tax)],
        "layer-not-swapped": [lambda g: before_tax(g) * vars(g)[own]],
    }
    return slips(f"d{own}", {**told, **scaled(f"d{own}")})


def of_the_sum(row: str, twin: str) -> list[Slip]:
    """What goes wrong where two branches meet; `twin` is the same gradient in the other branch."""
    return slips(row, {"other-fruit": [lambda r: vars(r)[twin]], "sum-split": [lambda r: vars(r)[row] / 2]}, twin=twin)


APPLES = of_factor("apple", "apple_num") + of_factor("apple_num", "apple")
ORANGES = of_factor("orange", "orange_num") + of_factor("orange_num", "orange")
# What two fruits cost before tax, which is dtax, too.
UNTAXED: Mapping[str, Written] = {
    "oranges-left-out": lambda g: g.apple * g.apple_num,
    "wrong-count": lambda g: g.apple_num * (g.apple + g.orange),
    "not-added": lambda g: g.apple * g.apple_num * g.orange * g.orange_num,
}

judging.exercise(
    "apples.buy",
    ANY_PURCHASE + APPLES,
    slips("price", {"hard-coded": [lambda: 220.0]}),
    slips("dapple", {"exchanged": [lambda dapple_num: dapple_num]}),
    slips("dapple_num", {"exchanged": [lambda dapple: dapple]}),
)
judging.exercise(
    "fruit.buy",
    slips("price", {name: [lambda g, untaxed=untaxed: g.tax * untaxed(g)] for name, untaxed in UNTAXED.items()}),
    slips("dtax", {name: [untaxed] for name, untaxed in UNTAXED.items()}),
    slips("price", {"hard-coded": [lambda: 715.0]}),
    of_the_sum("dapple", "dorange"),
    of_the_sum("dapple_num", "dorange_num"),
    of_the_sum("dorange", "dapple"),
    of_the_sum("dorange_num", "dapple_num"),
    ANY_PURCHASE + APPLES + ORANGES,
)

# -- questions -------------------------------------------------------------------------------------------------------


judging.question("add-mul.question-one-more", numbers(100, 220, 330, 10, 101.1, 2.2))
judging.question("add-mul.question-blind", numbers(1, 2, 4))
