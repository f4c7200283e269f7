"""Level 08, first part: a net of two products with a ReLU between them, trained by hand."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.probing import unpack
from checks.declaring.writing import mistakes, refused

LEVEL = "08-two-layer-net"

Arrays = dict[str, Any]


def training(rng: np.random.Generator, N: int, D: int, H: int, M: int, steps: int) -> Arrays:
    """x (N, D), y (N, M), start weights w1 (D, H), w2 (H, M), and a rate at which no weight runs away."""
    shapes = {"x": (N, D), "y": (N, M), "w1": (D, H), "w2": (H, M)}
    arrays = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {**arrays, "learning_rate": 8e-4, "steps": steps}


# -- what the mistakes are made of -----------------------------------------------------------------------------------


def way(g: SimpleNamespace) -> SimpleNamespace:
    """The arrays of the first forward pass: h and r (N, H), d (N, M)."""
    h = g.x @ g.w1
    r = np.maximum(h, 0)
    return SimpleNamespace(h=h, r=r, d=2 * (r @ g.w2 - g.y))


def in_trials(single: bool, formula: Formula) -> Formula:
    """A formula for the trials of one step, or for the others; elsewhere it predicts nothing."""

    def only(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        if (g.steps == 1) != single:
            raise LookupError("this mistake is not told by trials of so many steps")
        return formula(g, r)

    return only


def first_w1(dh: Formula) -> Formula:
    """w1 after one step with a wrong gradient of h; trials of one step show such a mistake alone."""
    return lambda g, r: g.w1 - g.learning_rate * g.x.T @ dh(g, way(g))


def first_w2(factor: Formula) -> Formula:
    """w2 after one step, when another array stands where the hidden values belong."""
    return lambda g, r: g.w2 - g.learning_rate * factor(g, way(g)).T @ way(g).d


def scaled(name: str, factor: Any) -> Formula:
    """A weight after one step that was `factor(given)` times as long as it should be."""
    return lambda g, r: vars(g)[name] + factor(g) * (vars(r)[name] - vars(g)[name])


def entries(g: SimpleNamespace, axes: str) -> int:
    """How many entries an array with these axes has, such as "NM"."""
    return int(np.prod([vars(g)[axis] for axis in axes]))


def w2_first(g: SimpleNamespace, w: SimpleNamespace) -> Any:
    """The gradient of h by way of a w2 that has already moved."""
    return w.d @ (g.w2 - g.learning_rate * w.r.T @ w.d).T * (w.h > 0)


def linear_losses(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    return np.array([((g.x @ g.w1 @ g.w2 - g.y) ** 2).sum()])


def late_losses(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """Each loss one step too late: the last belongs to the weights that are handed out."""
    last = ((np.maximum(g.x @ r.w1, 0) @ r.w2 - g.y) ** 2).sum()
    return np.append(r.losses[1:], last)


def first_error(norm: Any) -> Formula:
    """The loss of the only step, when something else than a sum of squares is taken of the errors."""
    return lambda g, r: np.array([norm(way(g).d / 2)])


HALF = "Each step is half as long as it should be. What is the slope of a square?"
MEAN = "The step is too short by a number of entries. The loss is the sum of all squares: is anything divided?"
RATE = "The step has its full length. By which number is a gradient multiplied before it is subtracted?"
UPHILL = (
    "The step goes the wrong way. In which direction does the gradient point: where the loss rises or where it falls?"
)
STUCK = "Only the first step counts here. Does the second step start from the weights that the first one left?"
NEW = "This is as it came in, untrained. Which of the gradients belongs to it?"


def both(name: str) -> tuple[tuple[Any, ...], ...]:
    """The mistakes that w1 and w2 share."""
    first = {"w1": first_w1(lambda g, w: w.d @ g.w2.T * (w.h > 0)), "w2": first_w2(lambda g, w: w.r)}
    return (
        ("factor-2-forgotten", HALF, scaled(name, lambda g: 0.5)),
        (
            "a-mean-for-the-sum",
            MEAN,
            *(scaled(name, lambda g, of=of: 1 / entries(g, of)) for of in ("N", "M", "NM")),
            *(scaled(name, lambda g, of=of: 0.5 / entries(g, of)) for of in ("N", "M", "NM")),
        ),
        ("rate-forgotten", RATE, scaled(name, lambda g: 1 / g.learning_rate)),
        ("uphill", UPHILL, scaled(name, lambda g: -1)),
        (
            "gradient-returned",
            f"This is the gradient of {name}, not {name} after the step.",
            lambda g, r: (vars(g)[name] - vars(r)[name]) / g.learning_rate,
        ),
        ("not-trained", NEW, lambda g, r: vars(g)[name]),
        ("weights-never-move", STUCK, in_trials(False, first[name])),
    )


SKIPPED = "The gradient of w1 ran through the ReLU as if it were not there. A neuron that was cut off in forward gave "
CUT_WRONG = "The gradient itself was cut where it is negative. The ReLU looks at h: where did h pass in forward?"
UNCUT = (
    "Neurons below 0 took part with their negative sums. What does w2 meet in forward, h or what the ReLU makes of it?"
)
ORDER = (
    "All gradients of a step belong to the same net. Here w2 had already moved when the gradient went through it: "
    "finish the walk back first."
)
W1_MISTAKES = mistakes(
    "w1",
    (
        "relu-skipped-in-backward",
        f"{SKIPPED}nothing to the output: what can it get back?",
        first_w1(lambda g, w: w.d @ g.w2.T),
    ),
    ("mask-from-the-gradient", CUT_WRONG, first_w1(lambda g, w: np.maximum(w.d @ g.w2.T, 0))),
    (
        "values-for-the-mask",
        "The gradient was multiplied by the hidden values. A ReLU that is open has the slope 1, whatever passes it.",
        first_w1(lambda g, w: w.d @ g.w2.T * w.r),
    ),
    ("w2-updated-first", ORDER, first_w1(w2_first)),
    *both("w1"),
)
W2_MISTAKES = mistakes("w2", ("relu-skipped-for-w2", UNCUT, first_w2(lambda g, w: w.h)), *both("w2"))
LOSS_MISTAKES = mistakes(
    "losses",
    ("relu-forgotten", "This is the loss of a net without a ReLU: two products in a row.", linear_losses),
    (
        "loss-after-the-update",
        "Each loss is one step late. When is the loss of a step taken, before its update or after?",
        late_losses,
    ),
    ("weights-never-move", STUCK, in_trials(False, lambda g, r: np.full(g.steps, r.losses[0]))),
    (
        "mean-loss",
        "The errors were averaged. Here the loss is the sum of the squares of all entries.",
        *(lambda g, r, of=of: r.losses[:1] / entries(g, of) for of in ("N", "M", "NM")),
    ),
    (
        "half-the-loss",
        "This is half the sum of squares; the half is not part of this loss.",
        first_error(lambda e: (e**2).sum() / 2),
    ),
    (
        "not-squared",
        "The errors went in without their squares.",
        first_error(np.sum),
        first_error(lambda e: np.abs(e).sum()),
    ),
    ("root-of-the-loss", "A root was taken: a norm is not the sum of squares.", first_error(np.linalg.norm)),
    ("last-loss-only", "One loss for each step is asked for.", lambda g, r: r.losses[-1]),
)


def refused_axes(pair: str) -> list[Formula]:
    """Formulas that raise as the product of two arrays with these axes does, such as "NH NM"."""
    return refused(lambda g: [np.zeros([vars(g)[axis] for axis in axes]) for axes in pair.split()])


AXES = ("NH NM", "NM HM", "ND NH", "NM NH", "NH ND", "HM NM", "NM HN", "NH DN", "DN HN", "HN MN")
REFUSED = mistakes(
    "w1",
    (
        "axes-do-not-meet",
        "Write the two shapes beside each other: a product adds up over the last axis of the left factor and the first "
        "axis of the right one. Which axis should disappear here?",
        *(formula for axes in AXES for formula in refused_axes(axes)),
    ),
)


@exercise(
    "net.train-by-hand",
    level=LEVEL,
    expects="function",
    inputs=training,
    trials=(
        dict(N=5, D=4, H=6, M=3, steps=1),
        dict(N=3, D=6, H=5, M=2, steps=3),
        dict(N=6, D=3, H=4, M=5, steps=4),
    ),
    rows={"losses": "one for each step", "w1": "the shape of w1", "w2": "the shape of w2"},
    behaviour={
        "losses of a second call": "The same arguments must give the same losses. If those of the first call are "
        "right, it changed what it was given, or left something behind.",
        "w1 after later changes": "If w1 itself is right: the caller changed the arrays that were handed in, and the "
        "result changed with them. Hand out weights of your own.",
    },
    mistakes=(*LOSS_MISTAKES, *W1_MISTAKES, *W2_MISTAKES, *REFUSED),
)
def train_by_hand(
    train_relu_net: Any, x: Any, y: Any, w1: Any, w2: Any, learning_rate: float, steps: int
) -> Iterator[tuple[str, Any]]:
    """The trained weights and the losses, the losses again, and w1 after the caller's arrays have changed."""

    def trained() -> tuple[Any, ...]:
        call = "train_relu_net(x, y, w1, w2, learning_rate, steps)"
        return unpack(train_relu_net(x, y, w1, w2, learning_rate, steps), "w1 w2 losses", call)

    first = trained()
    yield from zip(("losses", "w1", "w2"), (first[2], first[0], first[1]), strict=True)
    yield "losses of a second call", trained()[2]
    w1 += 1
    w2 += 1
    yield "w1 after later changes", first[0]
