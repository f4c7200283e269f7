"""Level 02, first exercise: the central difference, for an x of any shape."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.declaring.old import Formula, Mistake, Rule, exercise

Array = NDArray[Any]
Loss = Callable[[Array], Any]

NOTHING: Array = np.zeros(0)
"""What a formula returns that is there to raise: no student's value."""


def cubic(c: Array) -> Loss:
    """f(x) = sum(c x³) + sum(c x)² / 2: its quotients depend on h, and on every entry that was not put back."""
    return lambda x: np.sum(c * x**3) + 0.5 * np.sum(c * x) ** 2


def a_cubic(rng: np.random.Generator, shape: tuple[int, ...], kind: str, h: float) -> dict[str, Any]:
    """`case.x`, an array of that shape and kind with both signs, `case.c`, the factors of the cubic, and `case.h`.

    They are wrapped, so that not the judge but the probe reports on x: to the last bit, and in its own words.
    """
    signs = rng.choice([-1.0, 1.0], size=shape)
    if kind == "int64":
        x = np.asarray(signs * rng.integers(2, 6, size=shape), dtype=np.int64)
    else:
        x = np.asarray(signs * rng.uniform(0.5, 2.0, size=shape), dtype=np.float32 if kind == "float32" else float)
    if kind == "transposed":
        x = np.asfortranarray(x)  # in memory, x.T of a usual array
    return {"case": SimpleNamespace(x=x, c=rng.uniform(0.5, 1.5, size=shape), h=h)}


# -- what mistakes give ----------------------------------------------------------------------------------------------


def quotients(f: Loss, x: Array, up: float, down: float, width: float) -> Array:
    """(f(x with one entry `up` higher) − f(x with it `down` lower)) / width, for each entry; x stays as it is."""
    found = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above, below = np.array(x), np.array(x)
        above[index] += up
        below[index] -= down
        found[index] = (f(above) - f(below)) / width
    return found


def predicts(up: float, down: float, width: float, step: float | None = None, dtype: type = float) -> Formula:
    """A formula: the quotients with these multiples of h, or of another `step`, in a type of x."""

    def formula(given: SimpleNamespace, right: SimpleNamespace) -> Array:
        h, case = step or given.h, given.case
        return quotients(cubic(case.c), np.array(case.x, dtype=dtype), up * h, down * h, width * h)

    return formula


def whole_array_moved(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    f, x, h = cubic(given.case.c), given.case.x, given.h
    return (f(x + h) - f(x - h)) / (2 * h)


def one_row_moved(given: SimpleNamespace, right: SimpleNamespace) -> Array:
    """A loop over len(x): every row is moved as a whole."""
    f, x, h = cubic(given.case.c), given.case.x.astype(float), given.h
    found = np.zeros(x.shape)
    for i in range(len(x)):
        above, below = x.copy(), x.copy()
        above[i] += h
        below[i] -= h
        found[i] = (f(above) - f(below)) / (2 * h)
    return found


def two_axes(given: SimpleNamespace, right: SimpleNamespace) -> Array:
    _rows, _columns = given.case.x.shape  # raises what a student's unpacking raises
    return NOTHING


def not_put_back(down: float) -> Formula:
    """A formula: an entry stays where it was moved to while the next ones are looked at."""

    def formula(given: SimpleNamespace, right: SimpleNamespace) -> Array:
        f, x, h = cubic(given.case.c), given.case.x.astype(float), given.h
        found = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            x[index] += h
            above = f(x)
            x[index] -= down * h
            found[index] = (above - f(x)) / (2 * h)
        return found

    return formula


def cut_off(step: float | None = None) -> Formula:
    """A formula: in an array of integers x + h and x − h are cut to the next number towards 0."""

    def formula(given: SimpleNamespace, right: SimpleNamespace) -> Array:
        f, x, h = cubic(given.case.c), given.case.x, step or given.h
        found = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            above, below = x.copy(), x.copy()
            above[index], below[index] = x[index] + h, x[index] - h
            found[index] = (f(above) - f(below)) / (2 * h)
        return found

    return formula


def step_in_place(given: SimpleNamespace, right: SimpleNamespace) -> Array:
    x = np.array(given.case.x)
    x += given.h  # raises what it raises for the student, if x holds integers
    return NOTHING


def difference(after: Any, before: Any) -> Any:
    """after − before, where all is 0 if nothing changed.  What can't be subtracted comes back as it is."""
    if after is None and before is None:
        return 0.0  # nothing changed; that nothing was returned is said in another row
    try:
        return np.asarray(np.subtract(after, before), dtype=float)
    except Exception:  # the row shows what it is
        return after


def no_difference(words: str, tolerance: float = 1e-7) -> Rule:
    """A rule for a difference: it must be 0 in every entry.  `words` say what it means if it is not."""

    def rule(got: Array, want: Array) -> str | None:
        apart = np.argwhere(np.abs(got) > tolerance)
        if not len(apart):
            return None
        index = tuple(int(i) for i in apart[0])
        where = f" in entry {list(index)}" if index else ""
        return f"{words}: it differs{where} by {abs(got[index]):.3g}."

    return rule


ENTRY = "One entry of x may move at a time, whatever the shape: how do you visit every index of an array of any shape?"
WHOLE = "All entries of x were moved at once. What does f do when one entry moves and all others stay?"
CUT = "An array of integers cannot hold x + h, the step is cut off. In which kind of array must it be taken?"
LOST = "This is what a much smaller step gives, where digits are lost: look at the left arm of the V."
UNSEEN = (
    "f was asked twice about the same x: did the step go into a copy? "
    "`flatten` always makes one, `reshape` and `ravel` make one of a transposed array."
)
MULTIPLES = {
    "forward-difference": (
        1,
        0,
        1,
        "This is the forward difference. Which second point would cancel most of its error?",
    ),
    "backward-difference": (
        0,
        1,
        1,
        "This is the backward difference. Which second point would cancel most of its error?",
    ),
    "half-the-width": (1, 1, 1, "Every entry is doubled: how far apart are the two points at which you asked f?"),
    "half-a-step": (
        0.5,
        0.5,
        1,
        "The two points are half a step away from x; the docstring goes a whole h to each side.",
    ),
    "forward-over-2h": (1, 0, 2, "The width fits two steps, but one of the two points is still x itself."),
    "backward-over-2h": (0, 1, 2, "The width fits two steps, but one of the two points is still x itself."),
}


def mistakes() -> Iterator[Mistake]:
    for name, (up, down, width, hint) in MULTIPLES.items():
        yield Mistake(name, "gradient", predicts(up, down, width), hint)
    yield Mistake(
        "order-of-operations",
        "gradient",
        lambda given, right: right.gradient * given.h**2,
        "`a / 2 * h` divides by 2 and then multiplies by h: which part belongs under the fraction line?",
    )
    for step in (1e-3, 1e-4, 1e-5):
        hint = "The argument h does not reach the quotient: this is what another, fixed step gives."
        yield Mistake("h-ignored", "gradient", predicts(1, 1, 2, step), hint)
    yield Mistake("whole-array-moved", "gradient", whole_array_moved, WHOLE)
    yield Mistake(
        "whole-array-moved",
        "gradient",
        lambda given, right: np.full(given.case.x.shape, whole_array_moved(given, right)),
        WHOLE,
    )
    yield Mistake("one-row-moved", "gradient", one_row_moved, ENTRY)
    yield Mistake("two-axes-only", "gradient", two_axes, ENTRY)
    yield Mistake("two-axes-only", "gradient", lambda given, right: given.case.x.shape[:1][1], ENTRY)
    for down in (2.0, 1.0):
        hint = "Is x as it was before when you come to the next entry? In the first entry the mistake can't be seen."
        yield Mistake("not-put-back", "gradient", not_put_back(down), hint)
    yield Mistake("step-unseen", "gradient", lambda given, right: np.zeros(given.case.x.shape), UNSEEN)
    yield Mistake(
        "single-precision",
        "gradient with the default h",
        predicts(1, 1, 2, 1e-5, dtype=np.float32),
        "float32 keeps seven digits, and the difference loses most of them: which type holds more?",
    )
    yield Mistake("integers-cut", "gradient", cut_off(), CUT)
    yield Mistake("integers-cut", "gradient with the default h", cut_off(1e-5), CUT)
    yield Mistake("integers-cut", "gradient", step_in_place, CUT)
    yield Mistake(
        "gradient-of-integers",
        "gradient",
        lambda given, right: np.trunc(right.gradient),
        "The decimals are gone: of which type is the array that collects the results?",
    )
    yield Mistake(
        "step-too-small",
        "gradient with the default h",
        lambda given, right: np.zeros(given.case.x.shape),
        "Nothing is left of the slope. Does f not see the step, or is the step too small to count?",
    )
    for step in (0.1, 0.01, 1e-3):
        hint = "This is what a larger step gives. Which h does the first line of the stub take if none is given?"
        yield Mistake("another-default", "gradient with the default h", predicts(1, 1, 2, step), hint)
    for step in (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15):
        yield Mistake("step-too-small", "gradient with the default h", predicts(1, 1, 2, step), LOST)


# -- the exercise ----------------------------------------------------------------------------------------------------


@exercise(
    "gradient.numerical",
    level="02-gradient-check",
    expects="function",
    inputs=a_cubic,
    trials=(
        dict(shape=(4,), kind="float64", h=0.1),
        dict(shape=(2, 3), kind="float64", h=0.05),
        dict(shape=(3, 2), kind="transposed", h=0.1),
        dict(shape=(2, 3, 2), kind="float64", h=0.2),
        dict(shape=(), kind="float64", h=0.1),
        dict(shape=(3,), kind="int64", h=0.1),
        dict(shape=(2, 2), kind="float32", h=0.1),
    ),
    rows={"gradient": "the shape of x", "gradient with the default h": "the shape of x"},
    behaviour={
        "x afterwards": "Keep the number before you move it, and put that very number back: taking h off may round.",
        "gradient from a second call": "What stays behind from the first call?",
        "gradient kept from the first call": "Make a new array in each call; it must not be x itself either.",
        "gradient from a closure": "This f reads x itself instead of its argument, as a layer that holds its weights "
        "does. In which array must the step be taken for f to see it?",
        "gradient from a careless f": "This f writes into the array that it is handed. "
        "Is all of x as before after each call, and not only the entry that you moved?",
    },
    rules={
        "x afterwards": no_difference("x is not what it was before the call", tolerance=0),
        "gradient from a second call": no_difference("The same call gives another gradient the second time"),
        "gradient kept from the first call": no_difference("A gradient changes after it was returned"),
        "gradient from a closure": no_difference("The gradient is not the one that the same f gives with an argument"),
        "gradient from a careless f": no_difference("The gradient is not the one that f gives without writing"),
    },
    mistakes=tuple(mistakes()),
    atol=1e-7,  # rounding at h = 1e-5 leaves 1e-9; a forward difference is off by 1e-5
    rtol=2e-7,
)
def numerical(numerical_gradient: Any, case: Any) -> Iterator[tuple[str, Any]]:
    """Central differences of a cubic; then x itself, further calls, and two kinds of f, each against the first."""
    x, f = case.x.copy(order="K"), cubic(case.c)
    returned = numerical_gradient(f, x, case.h)
    yield "gradient", returned
    first = copy.deepcopy(returned)
    yield "x afterwards", difference(x, case.x)
    x[...] = case.x
    yield "gradient with the default h", numerical_gradient(f, x)
    x[...] = case.x
    yield "gradient from a second call", difference(numerical_gradient(f, x, case.h), first)
    numerical_gradient(np.sum, x, case.h)
    x[...] = 7
    yield "gradient kept from the first call", difference(returned, first)

    held = case.x.astype(float)
    plain = copy.deepcopy(numerical_gradient(f, held.copy(order="K"), h=case.h))
    yield "gradient from a closure", difference(numerical_gradient(lambda _: f(held), held, h=case.h), plain)
    spoiled = numerical_gradient(careless(f), case.x.astype(float), h=case.h)
    yield "gradient from a careless f", difference(spoiled, plain)


def careless(f: Loss) -> Loss:
    """f, but it writes into its argument on the way, as a layer might that works in place."""

    def spoiling(z: Array) -> Any:
        value = f(z)
        if isinstance(z, np.ndarray):
            z[...] = -1.0
        return value

    return spoiling
