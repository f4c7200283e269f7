"""`train_relu_net`: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, refused
from checks.declaring.mistakes import Judging, slips

judging = Judging(__name__)

COUNTS: tuple[Written, ...] = (lambda g: g.N, lambda g: g.M, lambda g: g.N * g.M)
"""The numbers of entries by which somebody may divide."""


def first_pass(g: SimpleNamespace) -> SimpleNamespace:
    """What is given, and the arrays of the first pass: h and r (N, H), d (N, M), the gradient at the output."""
    h = g.x @ g.w1
    r = np.maximum(h, 0)
    return SimpleNamespace(**vars(g), h=h, r=r, d=2 * (r @ g.w2 - g.y))


def first_w1(dh: Written) -> Written:
    """w1 after one step with such a gradient of h."""
    return lambda g: g.w1 - g.learning_rate * g.x.T @ dh(first_pass(g))


def first_w2(factor: Written) -> Written:
    """w2 after one step, with another array where the hidden values belong."""
    return lambda g: g.w2 - g.learning_rate * factor(first_pass(g)).T @ first_pass(g).d


def first_loss(norm: Written) -> Written:
    """The loss of the only step, when something else than a sum of squares is taken of the errors."""
    return lambda g: np.array([norm(first_pass(g).d / 2)])


def of_both(name: str, after_one_step: Written) -> dict[str, list[Written]]:
    """The mistakes that w1 and w2 share."""

    def scaled(factor: Written) -> Written:
        return lambda g, r: vars(g)[name] + factor(g) * (vars(r)[name] - vars(g)[name])

    return {
        "factor-2-forgotten": [scaled(lambda g: 0.5)],
        "a-mean-for-the-sum": [scaled(lambda g, n=n, part=part: part / n(g)) for part in (1, 0.5) for n in COUNTS],
        "rate-forgotten": [scaled(lambda g: 1 / g.learning_rate)],
        "uphill": [scaled(lambda g: -1)],
        "gradient-returned": [lambda g, r: (vars(g)[name] - vars(r)[name]) / g.learning_rate],
        "not-trained": [lambda g: vars(g)[name]],
        "weights-never-move": [after_one_step],
    }


def refused_axes(axes: str) -> list[Written]:
    """Formulas that raise as the product of two arrays with these axes does, such as "NH NM"."""
    return refused(lambda g: [np.zeros([vars(g)[axis] for axis in of_one]) for of_one in axes.split()])


AXES = ("NH NM", "NM HM", "ND NH", "NM NH", "NH ND", "HM NM", "NM HN", "NH DN", "DN HN", "HN MN")

judging.exercise(
    "net.train-by-hand",
    slips(
        "losses",
        {
            "relu-forgotten": [lambda g: np.array([np.square(g.x @ g.w1 @ g.w2 - g.y).sum()])],
            # w1 and w2 are those that are handed out: the last loss is theirs.
            "loss-after-the-update": [
                lambda losses, x, y, w1, w2: np.append(losses[1:], np.square(np.maximum(x @ w1, 0) @ w2 - y).sum())
            ],
            "weights-never-move": [lambda losses: np.full_like(losses, losses[0])],
            "mean-loss": [lambda losses, g, n=n: losses[:1] / n(g) for n in COUNTS],
            "half-the-loss": [first_loss(lambda e: (e**2).sum() / 2)],
            "not-squared": [first_loss(np.sum), first_loss(lambda e: np.abs(e).sum())],
            "root-of-the-loss": [first_loss(np.linalg.norm)],
            "last-loss-only": [lambda losses: losses[-1]],
        },
    ),
    slips(
        "w1",
        {
            "relu-skipped-in-backward": [first_w1(lambda p: p.d @ p.w2.T)],
            "mask-from-the-gradient": [first_w1(lambda p: np.maximum(p.d @ p.w2.T, 0))],
            "values-for-the-mask": [first_w1(lambda p: p.d @ p.w2.T * p.r)],
            "w2-updated-first": [first_w1(lambda p: p.d @ (p.w2 - p.learning_rate * p.r.T @ p.d).T * (p.h > 0))],
            **of_both("w1", first_w1(lambda p: p.d @ p.w2.T * (p.h > 0))),
        },
    ),
    slips("w2", {"relu-skipped-for-w2": [first_w2(lambda p: p.h)], **of_both("w2", first_w2(lambda p: p.r))}),
    slips("w1", {"axes-do-not-meet": [formula for axes in AXES for formula in refused_axes(axes)]}),
)
