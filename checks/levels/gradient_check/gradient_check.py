"""Level 02, gradient check: the relative error, the entry that is worst, and two questions."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.evidence import short
from checks.declaring.old import Mistake, exercise
from checks.levels.gradient_check.numerical_gradient import difference, no_difference
from checks.probing import Misuse, unpack

LEVEL = "02-gradient-check"
FLOOR = 1e-6
"""Below this an entry is compared as if it were this large; the docstring of `relative_error` says so."""

Array = NDArray[np.float64]
Rows = Iterator[tuple[str, Any]]


# -- relative_error --------------------------------------------------------------------------------------------------


def two_gradients(rng: np.random.Generator, shape: tuple[int, ...]) -> dict[str, Any]:
    """a and b with every case in which a formula may go wrong, in any order, and two numbers u and v."""
    size = int(np.prod(shape))
    a = rng.uniform(0.5, 2.0, size) * rng.choice([-1.0, 1.0], size)
    b = a * rng.uniform(0.2, 1.8, size)
    special = [
        (0.0, 0.0),
        (0.0, 0.7),
        (-0.4, 0.0),
        (3e-7, 1e-7),
        (-0.3, 0.9),
        (-2.0, -2.5),
        (8e-4, 2e-4),
        (1e-9, -5e-7),
    ]
    for where, pair in zip(rng.permutation(size), special, strict=False):
        a[where], b[where] = pair
    return {"a": a.reshape(shape), "b": b.reshape(shape), "u": -1.5, "v": 2.5}


def relative(a: Array, b: Array) -> Array:
    """How the mistakes below are seen: |a − b| over the larger of |a| and |b|, with the floor."""
    return np.asarray(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), FLOOR))


def over(denominator: Any) -> Any:
    """A formula: |a − b| over something else, made from |a| and |b|."""
    return lambda given, right: np.abs(given.a - given.b) / denominator(np.abs(given.a), np.abs(given.b))


def python_max(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    return max(np.abs(given.a), np.abs(given.b))  # raises what it raises for the student


def three_to_maximum(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    with warnings.catch_warnings(action="ignore"):  # numpy warns before it raises
        return np.maximum(np.abs(given.a), np.abs(given.b), FLOOR)  # type: ignore[call-overload]  # raises, too


ENTRYWISE = (
    "The larger of two numbers is asked for in every entry: which function of numpy compares arrays entry by entry?"
)
NO_FLOOR = "Where both are 0 this divides 0 by 0. What does the docstring put under the fraction line there?"
OTHER_FLOOR = "Entries far below 1e-6 are noise: what does the docstring put under the fraction line for them?"
LARGER = "Under the fraction line stands the larger of |a| and |b|, not {}."
DENOMINATORS = {
    "sum-for-maximum": (lambda p, q: np.maximum(p + q, FLOOR), LARGER.format("their sum")),
    "mean-for-maximum": (lambda p, q: np.maximum((p + q) / 2, FLOOR), LARGER.format("their mean")),
    "smaller-for-larger": (lambda p, q: np.maximum(np.minimum(p, q), FLOOR), LARGER.format("the smaller")),
    "only-a": (lambda p, q: np.maximum(p, FLOOR), LARGER.format("always |a|: neither of the two is the truth")),
    "only-b": (lambda p, q: np.maximum(q, FLOOR), LARGER.format("always |b|: neither of the two is the truth")),
    "one-maximum": (
        lambda p, q: max(p.max(), q.max()),
        "All entries are divided by one number, the largest of all: small entries then vanish beside large ones.",
    ),
    "floor-added": (
        lambda p, q: np.maximum(p, q) + FLOOR,
        "The floor was added; it should only take over below itself.",
    ),
    "no-floor": (np.maximum, NO_FLOOR),
}


def not_hidden(got: Array, want: Array) -> str | None:
    return None if got.any() else "One entry of a is nan, and the error of this entry is a number."


@exercise(
    "gradient.relative-error",
    level=LEVEL,
    expects="function",
    inputs=two_gradients,
    trials=(dict(shape=(9,)), dict(shape=(2, 5)), dict(shape=(2, 3, 2))),
    rows={"error": "one for each entry", "error of two numbers": "when a and b are numbers"},
    behaviour={
        "error of b and a": "Neither of the two is the truth: a and b exchanged must give the same.",
        "nan in the error": "A nan in a or b must stay visible as nan; it must not become a number.",
        "error kept from the first call": "Make a new array in each call.",
    },
    rules={
        "error of b and a": no_difference("With a and b exchanged the error is another one"),
        "nan in the error": not_hidden,
        "error kept from the first call": no_difference("An error changes after it was returned"),
    },
    mistakes=(
        Mistake(
            "absolute", "error", over(lambda p, q: 1.0), "This is the absolute difference: compared with which size?"
        ),
        Mistake(
            "sign-kept",
            "error",
            lambda given, right: (given.a - given.b) / np.maximum(np.maximum(abs(given.a), abs(given.b)), FLOOR),
            "An error counts the same in both directions: what takes the sign of the difference away?",
        ),
        Mistake(
            "sizes-with-sign",
            "error",
            lambda given, right: np.abs(given.a - given.b) / np.maximum(np.maximum(given.a, given.b), FLOOR),
            "Where both entries are negative their sizes are not seen: the larger of |a| and |b|, not of a and b.",
        ),
        Mistake(
            "one-number", "error", lambda given, right: relative(given.a, given.b).max(), "Keep every entry's error."
        ),
        Mistake(
            "one-number", "error", lambda given, right: relative(given.a, given.b).mean(), "Keep every entry's error."
        ),
        Mistake(
            "one-number",
            "error",
            lambda given, right: np.linalg.norm(given.a - given.b) / np.linalg.norm(given.a + given.b),
            "Norms melt all entries into one number: keep every entry's error.",
        ),
        *(Mistake(name, "error", over(under), hint) for name, (under, hint) in DENOMINATORS.items()),
        *(
            Mistake("other-floor", "error", over(lambda p, q, f=f: np.maximum(np.maximum(p, q), f)), OTHER_FLOOR)
            for f in (1e-4, 1e-5, 1e-300)  # anything smaller than 1e-7 acts like 1e-300 on these inputs
        ),
        Mistake("not-entrywise", "error", python_max, ENTRYWISE),
        Mistake(
            "third-argument",
            "error",
            three_to_maximum,
            "np.maximum compares two things; a third argument is where it writes the result. How do you compare three?",
        ),
    ),
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


def a_spoiled_gradient(rng: np.random.Generator, shape: tuple[int, ...]) -> dict[str, Any]:
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


def loss(c: Array) -> Any:
    return lambda x: np.sum(c * x**3)


class Verdict:
    """A yes or no in the place of a number, which an array would take for 1 or 0."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __repr__(self) -> str:
        return repr(bool(self._value))


Verdict.__name__ = "bool"


def checked(gradient_check: Any, *arguments: Any, **options: Any) -> tuple[Any, Any]:
    """The two values of a call."""
    returned = gradient_check(*arguments, **options)
    error, index = unpack(returned, "worst_error index", "gradient_check(f, x, gradient)")
    return Verdict(error) if isinstance(error, bool | np.bool_) else error, index


def index_of(value: Any) -> Any:
    """An index as an array of numbers.  A flat one stays one number; for all else raises Misuse."""
    if isinstance(value, tuple) and all(isinstance(i, int | np.integer) for i in value):
        return np.array(value, dtype=float)
    if isinstance(value, int | np.integer):
        return value
    raise Misuse(
        f"index is {short(value)[:60]}, of type {type(value).__name__}; expected a tuple of whole numbers, one for "
        "each axis, such as (1, 2), so that gradient[index] is that one entry."
    )


def refusal(gradient_check: Any, *arguments: Any) -> Array:
    """Whether the call raises ValueError, and whether it raises something else."""
    try:
        gradient_check(*arguments)
    except Exception as error:
        refused = isinstance(error, ValueError)
        return np.array([float(refused), float(not refused)])
    return np.zeros(2)


def refused(got: Array, want: Array) -> str | None:
    if got[0]:
        return None
    how = "was refused, but not with a ValueError" if got[1] else "was accepted"
    return f"A gradient with one axis more than x {how}; expected a ValueError."


def at(flat: int, given: SimpleNamespace) -> Array:
    """The index of a flat place, as the row holds it."""
    return np.array(np.unravel_index(flat, given.x.shape), dtype=float)


ABSOLUTE = "That is where the absolute difference is largest; compare each entry with its own size."


@exercise(
    "gradient.check",
    level=LEVEL,
    expects="function",
    inputs=a_spoiled_gradient,
    trials=(dict(shape=(6,)), dict(shape=(3, 4)), dict(shape=(2, 3, 2))),
    rows={
        "worst_error": "the largest relative error",
        "index": "one number for each axis of x",
        "worst_error with h = 0.1": "the largest relative error",
    },
    behaviour={
        "worst_error of the right gradient": "Every entry of this gradient is right: where does an error come from?",
        "refusal of another shape": "numpy stretches (1, 4) and (4,) to one shape without a word: compare them first.",
        "index of a nan": "One entry of the gradient is nan, and nothing is worse: every comparison with nan is False. "
        "Does your search for the largest see it?",
        "worst_error of a second call": "What stays behind from the first call?",
    },
    rules={
        "refusal of another shape": refused,
        "worst_error of a second call": no_difference("The same call gives another worst_error the second time"),
    },
    mistakes=(
        Mistake(
            "h-not-handed-on",
            "worst_error with h = 0.1",
            lambda given, right: right.worst_error_of_the_right_gradient,
            "That is what a small step gives: does h reach the numerical gradient?",
        ),
        Mistake("exchanged", "worst_error", lambda given, right: (), "The error comes first, the index second."),
        Mistake(
            "absolute-worst", "worst_error", lambda given, right: np.abs(given.gradient - given.right).max(), ABSOLUTE
        ),
        Mistake(
            "absolute-worst",
            "worst_error",
            lambda given, right: relative(given.gradient, given.right).flat[given.largest],
            ABSOLUTE,
        ),
        Mistake("absolute-worst", "index", lambda given, right: at(given.largest, given), ABSOLUTE),
        Mistake(
            "mean-for-worst",
            "worst_error",
            lambda given, right: relative(given.gradient, given.right).mean(),
            "A mean over many right entries hides the wrong one: the largest error is asked for.",
        ),
        Mistake(
            "sum-for-worst",
            "worst_error",
            lambda given, right: relative(given.gradient, given.right).sum(),
            "This is the sum of all errors; the largest is asked for.",
        ),
        Mistake(
            "norm-for-worst",
            "worst_error",
            lambda given, right: (
                np.linalg.norm(given.gradient - given.right)
                / (np.linalg.norm(given.gradient) + np.linalg.norm(given.right))
            ),
            "Norms are ruled by the large entries and hide a small one that is wrong: look at every entry.",
        ),
        Mistake(
            "verdict-for-number",
            "worst_error",
            lambda given, right: Verdict(False),
            "Return the error itself, not whether it is small: which error is tolerable depends on f.",
        ),
        Mistake(
            "flat-index",
            "index",
            lambda given, right: given.worst,
            "np.argmax counts through the array as if it were flat: how does such a count become an index?",
        ),
        Mistake(
            "largest-entry",
            "index",
            lambda given, right: at(int(np.abs(given.gradient).argmax()), given),
            "This is where the gradient is largest, not where its error is.",
        ),
        Mistake(
            "best-for-worst",
            "index",
            lambda given, right: at(int(relative(given.gradient, given.right).argmin()), given),
            "This entry is right: is it the smallest error that you look for?",
        ),
    ),
)
def check(gradient_check: Any, x: Array, c: Array, gradient: Array, right: Array, worst: int, largest: int) -> Rows:
    """A spoiled gradient, the right one, another step, another shape, and one with a nan."""
    f = loss(c)
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


def not_it(got: Array, want: Array) -> str | None:
    """A rule for answers: it does not print the right one."""
    right = got.shape == want.shape and bool(np.isclose(got, want, rtol=1e-6, atol=0))
    return None if right else f"{got:g} is not it." if got.shape == () else "The answer is one number."


def a_number(answer: float, reason: str) -> Mistake:
    return Mistake(f"answer-{answer:g}", "answer", lambda given, right: answer, reason)


NOT_ANSWERED = Mistake(
    "not-answered", "answer", lambda given, right: ..., "Your answer belongs in the place of the dots."
)


@exercise(
    "gradient.question-step",
    level=LEVEL,
    expects="value",
    inputs=lambda rng: {},
    trials=({},),
    rows={"answer": "the error"},
    rules={"answer": not_it},
    mistakes=(
        NOT_ANSWERED,
        a_number(0.002, "A fifth of the step, a fifth of the error: that is how the forward difference behaves."),
        a_number(0.00008, "That falls with h³. In the table, how did the central error change from h = 1 to h = 0.1?"),
        a_number(0.01, "That is the error with h = 0.1 still; a smaller step bends less away from the tangent."),
        a_number(0.05, "The error shrinks with h, it does not grow, as long as rounding plays no part."),
        a_number(27.0004, "That is the quotient; asked is how far it is from 27."),
    ),
    atol=1e-9,
)
def question_step(answer: Any) -> Rows:
    """The error of the central difference at another step."""
    yield "answer", answer


@exercise(
    "gradient.question-kink",
    level=LEVEL,
    expects="value",
    inputs=lambda rng: {},
    trials=({},),
    rows={"answer": "the number of a statement"},
    rules={"answer": not_it},
    mistakes=(
        NOT_ANSWERED,
        a_number(1, "Your gradient is the same for both steps. An entry that is wrong stays wrong whatever h is."),
        a_number(3, "Lost digits get worse with a smaller step. Here the smaller step made things better."),
        a_number(4, "A missing factor shows in every entry, and with every step."),
    ),
)
def question_kink(answer: Any) -> Rows:
    """Three entries out of 200 that depend on the step."""
    yield "answer", answer
