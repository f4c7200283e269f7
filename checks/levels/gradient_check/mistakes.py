"""`numerical_gradient`, `relative_error`, `gradient_check` and two questions: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.linalg import norm

from checks.declaring.formulas import Written
from checks.declaring.mistakes import Judging, numbers, slips
from checks.declaring.probes import Array
from checks.judging.rubric import Rule
from checks.levels.gradient_check.probes import Verdict, cubic

judging = Judging(__name__)


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


# -- numerical_gradient ----------------------------------------------------------------------------------------------


def quotients(
    case: SimpleNamespace, h: float, down: float = 1, dtype: Any = float, at: Any = None, stay: bool = False
) -> Array:
    """(f(x with one entry h higher) − f(x with it `down` h lower)) / 2 h, for each entry, or for those `at` indices.

    Entries may `stay` where they were moved to last.
    """
    f, x = cubic(case.c), np.array(case.x, dtype=dtype)
    found = np.zeros(x.shape)
    for index in at or np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] = x[index] + h
        below[index] = x[index] - down * h
        found[index] = (f(above) - f(below)) / (2 * h)
        x = below if stay else x
    return found


def all_moved(case: SimpleNamespace, h: float) -> Any:
    """One quotient, for which every entry was moved."""
    f = cubic(case.c)
    return (f(case.x + h) - f(case.x - h)) / (2 * h)


def two_axes(case: SimpleNamespace) -> Array:
    _rows, _columns = case.x.shape  # raises what a student's unpacking raises
    return np.zeros(0)


TOO_SMALL = (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)

judging.exercise(
    "gradient.numerical",
    slips(
        "gradient",
        {
            "forward-difference": [lambda case, h: 2 * quotients(case, h, down=0)],
            "backward-difference": [lambda case, h: 2 * quotients(case, -h, down=0)],
            "half-the-width": [lambda case, h: 2 * quotients(case, h)],
            "half-a-step": [lambda case, h: quotients(case, h / 2)],
            "forward-over-2h": [lambda case, h: quotients(case, h, down=0)],
            "backward-over-2h": [lambda case, h: quotients(case, -h, down=0)],
            "order-of-operations": [lambda gradient, h: gradient * h**2],
            "h-ignored": [lambda case, step=step: quotients(case, step) for step in (1e-3, 1e-4, 1e-5)],
            "whole-array-moved": [all_moved, lambda case, h: np.full(case.x.shape, all_moved(case, h))],
            "one-row-moved": [lambda case, h: quotients(case, h, at=range(len(case.x)))],
            "two-axes-only": [two_axes, lambda case: case.x.shape[:1][1]],
            "not-put-back": [lambda case, h: quotients(case, h, stay=True)],
            "step-unseen": [lambda case: np.zeros(case.x.shape)],
            "integers-cut": [
                lambda case, h: quotients(case, h, dtype=case.x.dtype),
                lambda case, h: np.add(case.x, h, out=np.array(case.x)).flat[:0],  # `x += h` raises on integers
            ],
            "gradient-of-integers": [lambda gradient: np.trunc(gradient)],
        },
    ),
    slips(
        "gradient with the default h",
        {
            "single-precision": [lambda case: quotients(case, 1e-5, dtype=np.float32)],
            "integers-cut": [lambda case: quotients(case, 1e-5, dtype=case.x.dtype)],
            "step-too-small/nothing-left": [lambda case: np.zeros(case.x.shape)],
            "another-default": [lambda case, step=step: quotients(case, step) for step in (0.1, 0.01, 1e-3)],
            "step-too-small": [lambda case, step=step: quotients(case, step) for step in TOO_SMALL],
        },
    ),
    rules={
        "x afterwards": no_difference("x is not what it was before the call", tolerance=0),
        "gradient from a second call": no_difference("The same call gives another gradient the second time"),
        "gradient kept from the first call": no_difference("A gradient changes after it was returned"),
        "gradient from a closure": no_difference("The gradient is not the one that the same f gives with an argument"),
        "gradient from a careless f": no_difference("The gradient is not the one that f gives without writing"),
    },
)

# -- relative_error --------------------------------------------------------------------------------------------------

FLOOR = 1e-6
"""Below this an entry is compared as if it were this large; the docstring of `relative_error` says so."""


def relative(a: Array, b: Array, floor: float = FLOOR) -> Array:
    """|a − b| over the larger of |a| and |b|, with the floor."""
    return np.asarray(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), floor))


def over(denominator: Written) -> list[Written]:
    """|a − b| over something else, made from |a| and |b|."""
    return [lambda a, b: np.abs(a - b) / denominator(np.abs(a), np.abs(b))]


def not_hidden(got: Array, want: Array) -> str | None:
    return None if got.any() else "One entry of a is nan, and the error of this entry is a number."


judging.exercise(
    "gradient.relative-error",
    slips(
        "error",
        {
            "absolute": over(lambda p, q: 1.0),
            "sign-kept": [lambda a, b: relative(a, b) * np.sign(a - b)],
            "sizes-with-sign": [lambda a, b: np.abs(a - b) / np.maximum(np.maximum(a, b), FLOOR)],
            "one-number": [lambda a, b: relative(a, b).max(), lambda a, b: relative(a, b).mean()],
            "one-number/norms": [lambda a, b: norm(a - b) / norm(a + b)],
            "sum-for-maximum": over(lambda p, q: np.maximum(p + q, FLOOR)),
            "mean-for-maximum": over(lambda p, q: np.maximum((p + q) / 2, FLOOR)),
            "smaller-for-larger": over(lambda p, q: np.maximum(np.minimum(p, q), FLOOR)),
            "only-a": over(lambda p, q: np.maximum(p, FLOOR)),
            "only-b": over(lambda p, q: np.maximum(q, FLOOR)),
            "one-maximum": over(lambda p, q: max(p.max(), q.max())),
            "floor-added": over(lambda p, q: np.maximum(p, q) + FLOOR),
            "no-floor": over(np.maximum),
            # Anything smaller than 1e-7 acts like 1e-300 on these inputs.
            "other-floor": [lambda a, b, floor=floor: relative(a, b, floor) for floor in (1e-4, 1e-5, 1e-300)],
            "not-entrywise": [lambda a, b: max(np.abs(a), np.abs(b))],  # raises what it raises for the student
            "third-argument": [lambda a, b: np.maximum(a, b, out=FLOOR)],  # type: ignore[call-overload]
        },
    ),
    rules={
        "error of b and a": no_difference("With a and b exchanged the error is another one"),
        "nan in the error": not_hidden,
        "error kept from the first call": no_difference("An error changes after it was returned"),
    },
)

# -- gradient_check --------------------------------------------------------------------------------------------------


def refused(got: Array, want: Array) -> str | None:
    if got[0]:
        return None
    how = "was refused, but not with a ValueError" if got[1] else "was accepted"
    return f"A gradient with one axis more than x {how}; expected a ValueError."


judging.exercise(
    "gradient.check",
    slips("worst_error with h = 0.1", {"h-not-handed-on": [lambda r: r.worst_error_of_the_right_gradient]}),
    slips(
        "worst_error",
        {
            "exchanged": [lambda: ()],
            "absolute-worst": [
                lambda gradient, right: np.abs(gradient - right).max(),
                lambda gradient, right, largest: relative(gradient, right).flat[largest],
            ],
            "mean-for-worst": [lambda gradient, right: relative(gradient, right).mean()],
            "sum-for-worst": [lambda gradient, right: relative(gradient, right).sum()],
            "norm-for-worst": [lambda gradient, right: norm(gradient - right) / (norm(gradient) + norm(right))],
            "verdict-for-number": [lambda: Verdict(False)],
        },
    ),
    slips(
        "index",
        {
            "absolute-worst": [lambda largest, shape: np.array(np.unravel_index(largest, shape))],
            "flat-index": [lambda worst: worst],
            "largest-entry": [lambda gradient: np.argwhere(np.abs(gradient) == np.abs(gradient).max())[0]],
            "best-for-worst": [lambda gradient, right: np.argwhere(gradient == right)[0]],
        },
    ),
    rules={
        "refusal of another shape": refused,
        "worst_error of a second call": no_difference("The same call gives another worst_error the second time"),
    },
)

# -- questions -------------------------------------------------------------------------------------------------------


judging.question("gradient.question-step", numbers(0.002, 0.00008, 0.01, 0.05, 27.0004))
judging.question("gradient.question-kink", numbers(1, 3, 4))
