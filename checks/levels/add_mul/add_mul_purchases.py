"""Level 01, add-mul: apples, apples and oranges, and two questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.levels.add_mul.add_mul import LEVEL, Given, Yields, told
from checks.probing import Misuse, unpack
from checks.declaring.old import question

# -- what both purchases share ---------------------------------------------------------------------------------------

HARD_CODED = "That is the price in the picture. A function works with whatever numbers it is given."
SHOPPING = (dict(shopping=1), dict(shopping=2), dict(shopping=3))
NOT_SWAPPED = (
    "Such a number comes from a MulLayer that does not swap: is mul.layer all right? If it is: in which order do you "
    "take the two gradients from backward?"
)
EXCHANGED = (
    "It belongs to the other of the two gradients. Are they returned in the order of the arguments? If they are: "
    "is mul.layer all right?"
)


def fruit(rng: np.random.Generator, shopping: int) -> dict[str, Any]:
    """Prices and counts that differ from each other, and a tax factor with three digits behind the point."""
    prices = rng.choice(np.arange(20, 300), size=2, replace=False)
    apple, orange = prices.tolist() if shopping == 1 else (prices + 0.5).tolist()
    apple_num, orange_num = rng.choice(np.arange(2, 10), size=2, replace=False).tolist()
    tax = 1 + int(rng.integers(5, 45)) / 100 + int(rng.integers(1, 10)) / 1000
    return {"apple": apple, "apple_num": apple_num, "orange": orange, "orange_num": orange_num, "tax": tax}


def apples(rng: np.random.Generator, shopping: int) -> dict[str, Any]:
    """The apples and the tax factor of `fruit`."""
    return {name: value for name, value in fruit(rng, shopping).items() if "orange" not in name}


def before_tax(given: Given) -> Any:
    """What all the fruit of a purchase costs without tax."""
    counts = [name for name in vars(given) if name.endswith("_num")]
    return sum(vars(given)[count] * vars(given)[count.removesuffix("_num")] for count in counts)


def flat(value: Any) -> Any:
    """(price, (dapple, ...)) as (price, dapple, ...); anything else as it is."""
    nested = isinstance(value, tuple | list) and len(value) == 2 and isinstance(value[1], tuple | list)
    return (value[0], *value[1]) if nested else value


def _purchase_slips(*fruits: str) -> Iterator[Mistake]:
    """What goes wrong in any purchase."""
    factor = "tax is a factor: 1.1 means ten per cent on top."
    yield from told(
        "price",
        {
            "tax-left-out": (lambda given, right: before_tax(given), "This is the price before tax."),
            "tax-added": (lambda given, right: before_tax(given) + given.tax, factor),
        },
    )
    yield Mistake("layer-not-swapped", "dtax", lambda given, right: given.tax, NOT_SWAPPED)
    yield from _scaled("dtax")
    for name in fruits:
        yield from _fruit_slips(f"d{name}", name, f"{name}_num", lambda given: given.tax)
        yield from _fruit_slips(f"d{name}_num", f"{name}_num", name, before_tax)


def _fruit_slips(row: str, own: str, other: str, remembered: Callable[[Given], Any]) -> Iterator[Mistake]:
    """What goes wrong in the gradient `row` of `own`, which is multiplied by `other`.

    `remembered` is what stands in the place of `other` when one layer multiplies everything, tax last.
    """
    yield from told(
        row,
        {
            "not-handed-down": (
                lambda given, right: vars(given)[other],
                "It would be right if no tax came after. Each node needs the gradient that the node behind it handed "
                "down. Only the last node of the graph gets 1.",
            ),
            "another-gradient-handed-down": (
                lambda given, right: right.dtax * vars(given)[other],
                "This multiplication was handed the gradient of tax. Follow its edge in the picture: which number "
                "comes back along it?",
            ),
            "stopped-early": (
                lambda given, right: given.tax,
                "This is the gradient of what comes out of the first multiplication. That node must still be passed.",
            ),
            "one-layer-for-all": (
                lambda given, right: given.tax * remembered(given),
                "Each × in the picture needs a layer object of its own: one object remembers only its last forward.",
            ),
            "layer-not-swapped": (lambda given, right: before_tax(given) * vars(given)[own], NOT_SWAPPED),
        },
    )
    yield from _scaled(row)


def _scaled(row: str) -> tuple[Mistake, ...]:
    """Right but for the price as a factor, or for rounding."""
    start = "Each gradient is too large by a factor: the price. By how much does price grow when price grows by 1?"
    return told(
        row,
        {
            "started-with-price": (lambda given, right: right.price * vars(right)[row], start),
            "rounded": (lambda given, right: np.round(vars(right)[row], 2), "It was rounded. Leave all its digits."),
        },
    )


# -- apples ----------------------------------------------------------------------------------------------------------


@exercise(
    "apples.buy",
    level=LEVEL,
    expects="function",
    inputs=apples,
    trials=SHOPPING,
    rows={"price": "", "dapple": "", "dapple_num": "", "dtax": ""},
    mistakes=(
        *_purchase_slips("apple"),
        *told("price", {"hard-coded": (lambda given, right: 220.0, HARD_CODED)}),
        *told("dapple", {"exchanged": (lambda given, right: right.dapple_num, EXCHANGED)}),
        *told("dapple_num", {"exchanged": (lambda given, right: right.dapple, EXCHANGED)}),
    ),
)
def buy_apples(buy: Any, apple: Any, apple_num: Any, tax: Any) -> Yields:
    """The price of apples, tax included, and its three gradients."""
    names = "price dapple dapple_num dtax"
    results = unpack(flat(buy(apple, apple_num, tax)), names, "buy_apples(apple, apple_num, tax)")
    yield from zip(names.split(), results, strict=True)


# -- apples and oranges ----------------------------------------------------------------------------------------------


def _orange_slips() -> Iterator[Mistake]:
    """What goes wrong in the price and in dtax only where there is a second fruit."""
    slips: dict[str, tuple[Callable[[Given], Any], str]] = {
        "oranges-left-out": (lambda given: given.apple * given.apple_num, "The oranges are missing here."),
        "wrong-count": (
            lambda given: given.apple_num * (given.apple + given.orange),
            "The oranges were multiplied by the number of apples.",
        ),
        "not-added": (
            lambda given: given.apple * given.apple_num * given.orange * given.orange_num,
            "What the apples cost and what the oranges cost was multiplied. Which node joins them in the picture?",
        ),
    }

    def taxed(untaxed: Callable[[Given], Any]) -> Formula:
        return lambda given, right: given.tax * untaxed(given)

    def as_dtax(untaxed: Callable[[Given], Any]) -> Formula:
        return lambda given, right: untaxed(given)

    for name, (untaxed, hint) in slips.items():
        yield Mistake(name, "price", taxed(untaxed), hint)
        yield Mistake(name, "dtax", as_dtax(untaxed), hint)


def _sum_slips(row: str, twin: str) -> tuple[Mistake, ...]:
    """What goes wrong where two branches meet; `twin` is the same gradient in the other branch."""
    return told(
        row,
        {
            "other-fruit": (
                lambda given, right: vars(right)[twin],
                f"This number belongs to {twin}. If only one fruit is wrong: does one MulLayer object multiply for "
                "both, so that it remembers only the second? If they are exchanged: in which order does the sum hand "
                "its two gradients back, and in which are they returned?",
            ),
            "sum-split": (
                lambda given, right: vars(right)[row] / 2,
                "Half of it was lost at the sum. When the apples cost 1 more, how much more is the sum? See add.layer.",
            ),
        },
    )


@exercise(
    "fruit.buy",
    level=LEVEL,
    expects="function",
    inputs=fruit,
    trials=SHOPPING,
    rows={"price": "", "dapple": "", "dapple_num": "", "dorange": "", "dorange_num": "", "dtax": ""},
    mistakes=(
        *_orange_slips(),
        *told("price", {"hard-coded": (lambda given, right: 715.0, HARD_CODED)}),
        *_sum_slips("dapple", "dorange"),
        *_sum_slips("dapple_num", "dorange_num"),
        *_sum_slips("dorange", "dapple"),
        *_sum_slips("dorange_num", "dapple_num"),
        *_purchase_slips("apple", "orange"),
    ),
)
def buy_fruit(buy: Any, apple: Any, apple_num: Any, orange: Any, orange_num: Any, tax: Any) -> Yields:
    """The price of apples and oranges, tax included, and its five gradients."""
    names = "price dapple dapple_num dorange dorange_num dtax"
    call = "buy_fruit(apple, apple_num, orange, orange_num, tax)"
    results = unpack(flat(buy(apple, apple_num, orange, orange_num, tax)), names, call)
    yield from zip(names.split(), results, strict=True)


# -- questions -------------------------------------------------------------------------------------------------------


def _not_this(got: Any, want: Any) -> str | None:
    """A wrong choice, told without giving the right one away."""
    if got.shape:
        return "One number is wanted here."
    return None if abs(got - want) < 1e-6 else f"Not {got:g}."


def _question(id: str, meaning: str, reasons: Mapping[float, str]) -> None:
    """Declare a question without points; `reasons` says for each wrong choice why it is wrong."""

    def ask(answer: Any) -> Yields:
        if answer is ...:
            raise Misuse("Nothing is here yet: the three dots still stand in the cell.")
        yield "answer", answer

    choices = [(f"answer-{wrong:g}", why, wrong) for wrong, why in reasons.items()]
    question(id, LEVEL, *choices, meaning=meaning, rule=_not_this, probe=ask)


_question(
    "add-mul.question-one-more",
    "the pence that a third apple costs",
    {
        100: "That is one apple without tax.",
        220: "That is what two apples cost. How much does the third add?",
        330: "That is what three apples cost. How much of it is for the third?",
        10: "That is the tax alone.",
        101.1: "tax is a factor: 1.1 means ten per cent on top.",
        2.2: "That is what is added when each of two apples costs one penny more.",
    },
)
_question(
    "add-mul.question-blind",
    "the number of a test",
    {
        1: "Right is dx = 5, and that layer gives 3. dout = 1 makes a test blind to a forgotten dout, not to this.",
        2: "Right is dx = -10, and that layer gives -6: it is caught.",
        4: "Right is dx = 15, and that layer gives 0: it is caught. A zero makes a good test.",
    },
)
