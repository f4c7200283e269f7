"""`numerical_gradient`, `relative_error`, `gradient_check` and two questions: how they are driven."""

from __future__ import annotations

import copy
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.evidence import short
from checks.probing import Misuse, unpack

room = Room(__name__)

Loss = Callable[[Array], Any]


def difference(after: Any, before: Any) -> Any:
    """after − before, where all is 0 if nothing changed.  What can't be subtracted comes back as it is."""
    if after is None and before is None:
        return 0.0  # nothing changed; that nothing was returned is said in another row
    try:
        return np.asarray(np.subtract(after, before), dtype=float)
    except Exception:  # the row shows what it is
        return after


# -- numerical_gradient ----------------------------------------------------------------------------------------------


def cubic(c: Array, careless: bool = False) -> Loss:
    """f(x) = sum(c x³) + sum(c x)² / 2: its quotients depend on h, and on every entry that was not put back.

    If `careless`, f writes into its argument on the way, as a layer might that works in place.
    """

    def f(x: Array) -> Any:
        value = np.sum(c * x**3) + 0.5 * np.sum(c * x) ** 2
        if careless:
            np.asarray(x)[...] = -1.0
        return value

    return f


def a_cubic(rng: np.random.Generator, shape: tuple[int, ...], kind: str, h: float) -> Arrays:
    """`case.x`, an array of that shape and kind with both signs, `case.c`, the factors of the cubic, and `case.h`.

    They are wrapped, so that not the judge but the probe reports on x: to the last bit, and in its own words.
    """
    signs = rng.choice([-1.0, 1.0], size=shape)
    sizes = rng.integers(2, 6, size=shape) if kind == "int64" else rng.uniform(0.5, 2.0, size=shape)
    x = np.asarray(signs * sizes, dtype="float64" if kind == "transposed" else kind)
    if kind == "transposed":
        x = np.asfortranarray(x)  # in memory, x.T of a usual array
    return {"case": SimpleNamespace(x=x, c=rng.uniform(0.5, 1.5, size=shape), h=h)}


@room.exercise(
    "gradient.numerical",
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
    behaviour=(
        "x afterwards",
        "gradient from a second call",
        "gradient kept from the first call",
        "gradient from a closure",
        "gradient from a careless f",
    ),
    atol=1e-7,  # rounding at h = 1e-5 leaves 1e-9; a forward difference is off by 1e-5
    rtol=2e-7,
)
def numerical(numerical_gradient: Any, case: SimpleNamespace) -> Rows:
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
    spoiled = numerical_gradient(cubic(case.c, careless=True), case.x.astype(float), h=case.h)
    yield "gradient from a careless f", difference(spoiled, plain)


# -- relative_error --------------------------------------------------------------------------------------------------

# Pairs in which a formula may go wrong.
SPECIAL = ((0, 0), (0, 0.7), (-0.4, 0), (3e-7, 1e-7), (-0.3, 0.9), (-2, -2.5), (8e-4, 2e-4), (1e-9, -5e-7))


def two_gradients(rng: np.random.Generator, shape: tuple[int, ...]) -> Arrays:
    """a and b with every special pair, in any order, and two numbers u and v."""
    size = int(np.prod(shape))
    a = rng.uniform(0.5, 2.0, size) * rng.choice([-1.0, 1.0], size)
    b = a * rng.uniform(0.2, 1.8, size)
    for where, pair in zip(rng.permutation(size), SPECIAL, strict=False):
        a[where], b[where] = pair
    return {"a": a.reshape(shape), "b": b.reshape(shape), "u": -1.5, "v": 2.5}


@room.exercise(
    "gradient.relative-error",
    expects="function",
    inputs=two_gradients,
    trials=(dict(shape=(9,)), dict(shape=(2, 5)), dict(shape=(2, 3, 2))),
    rows={"error": "one for each entry", "error of two numbers": "when a and b are numbers"},
    behaviour=("error of b and a", "nan in the error", "error kept from the first call"),
    atol=1e-9,
    rtol=1e-9,
)
def relative_errors(relative_error: Any, a: Array, b: Array, u: float, v: float) -> Rows:
    """The error of arrays, both ways round, of numbers, and beside a nan."""
    returned = relative_error(a, b)
    yield "error", returned
    first = copy.deepcopy(returned)
    relative_error(b + 1, a)
    yield "error kept from the first call", difference(returned, first)
    yield "error of b and a", difference(relative_error(b, a), first)
    yield "error of two numbers", relative_error(u, v)
    with_nan = a.copy()
    with_nan.flat[1] = np.nan
    yield "nan in the error", np.isnan(np.ravel(relative_error(with_nan, b))[:2][-1:]).astype(float)


# -- gradient_check --------------------------------------------------------------------------------------------------


def a_spoiled_gradient(rng: np.random.Generator, shape: tuple[int, ...]) -> Arrays:
    """f(x) = sum(c x³) and a gradient with two wrong entries: a large one a little, a small one by three quarters.

    `worst` and `largest` are the flat places of the small and of the large one; `right` is the gradient itself.
    """
    x = rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)
    c = rng.uniform(0.5, 1.5, shape)
    worst, largest, high = rng.choice(np.arange(1, x.size - 1), 3, replace=False)
    c.flat[worst], c.flat[largest], c.flat[high] = 0.01, 4.0, 10.0
    x.flat[high] = -1.5  # where the gradient is largest, and right
    right = 3 * c * x**2
    gradient = right.copy()
    gradient.flat[worst] *= 0.25
    gradient.flat[largest] *= 1.2
    return {"x": x, "c": c, "gradient": gradient, "right": right, "worst": int(worst), "largest": int(largest)}


class Verdict(str):
    """A yes or no in the place of a number, which an array would take for 1 or 0."""

    __repr__ = str.__str__


Verdict.__name__ = "bool"


def checked(gradient_check: Any, *arguments: Any, **options: Any) -> tuple[Any, Any]:
    """The two values of a call."""
    returned = gradient_check(*arguments, **options)
    error, index = unpack(returned, "worst_error index", "gradient_check(f, x, gradient)")
    return Verdict(bool(error)) if isinstance(error, bool | np.bool_) else error, index


def index_of(value: Any) -> Any:
    """An index as an array of numbers.  A flat one stays one number; for all else raises Misuse."""
    if all(isinstance(i, int | np.integer) for i in (value if isinstance(value, tuple) else (value,))):
        return np.array(value, dtype=float)
    raise Misuse(
        f"index is {short(value)[:60]}, of type {type(value).__name__}; expected a tuple of whole numbers, one for "
        "each axis, such as (1, 2), so that gradient[index] is that one entry."
    )


def refusal(gradient_check: Any, *arguments: Any) -> Array:
    """Whether the call raises ValueError, and whether it raises something else."""
    try:
        gradient_check(*arguments)
    except ValueError:
        return np.array([1.0, 0.0])
    except Exception:
        return np.array([0.0, 1.0])
    return np.zeros(2)


@room.exercise(
    "gradient.check",
    expects="function",
    inputs=a_spoiled_gradient,
    trials=(dict(shape=(6,)), dict(shape=(3, 4)), dict(shape=(2, 3, 2))),
    rows={
        "worst_error": "the largest relative error",
        "index": "one number for each axis of x",
        "worst_error with h = 0.1": "the largest relative error",
    },
    behaviour=(
        "worst_error of the right gradient",
        "refusal of another shape",
        "index of a nan",
        "worst_error of a second call",
    ),
)
def check(gradient_check: Any, x: Array, c: Array, gradient: Array, right: Array, worst: int, largest: int) -> Rows:
    """A spoiled gradient, the right one, another step, another shape, and one with a nan."""

    def f(x: Array) -> Any:
        return np.sum(c * x**3)

    error, index = checked(gradient_check, f, x, gradient)
    yield "worst_error", error
    yield "worst_error of a second call", difference(checked(gradient_check, f, x, gradient)[0], error)
    yield "worst_error of the right gradient", checked(gradient_check, f, x, right)[0]
    yield "worst_error with h = 0.1", checked(gradient_check, f, x, right, h=0.1)[0]
    yield "refusal of another shape", refusal(gradient_check, f, x, right[np.newaxis])
    yield "index", index_of(index)
    with_nan = gradient.copy()
    with_nan.flat[largest] = np.nan
    yield "index of a nan", index_of(checked(gradient_check, f, x, with_nan)[1])


# -- questions -------------------------------------------------------------------------------------------------------


room.question("gradient.question-step", "the error")
room.question("gradient.question-kink", "the number of a statement")
