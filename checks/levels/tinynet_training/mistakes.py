"""One iteration, the batches, an epoch, and two questions: what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, lacking, named, raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.declaring.probes import Array
from checks.declaring.tinynet import PARAMETERS
from checks.levels.tinynet_training.practice import cut, step
from checks.levels.tinynet_training.probes import LABELS, NEXT_LABELS, RATES, SIZES, joined

judging = Judging(__name__)

# What a parameter p becomes; dp is the gradient of the loss alone, and pull = decay * p.
STEPS: dict[str, list[Written]] = {
    "decay-omitted": [lambda p, dp, rate: p - rate * dp],
    "uphill": [lambda p, dp, rate, pull: p + rate * (dp + pull)],
    "uphill/without-decay": [lambda p, dp, rate: p + rate * dp],
    "uphill/but-for-the-decay": [lambda p, dp, rate, pull: p + rate * dp - rate * pull],
    "decay-sign": [lambda p, dp, rate, pull: p - rate * (dp - pull), lambda p, dp, rate, pull: p - rate * dp + pull],
    "decay-without-the-rate": [lambda p, dp, rate, pull: p - rate * dp - pull],
    "rate-twice-on-the-decay": [lambda p, dp, rate, pull: p - rate * (dp + rate * pull)],
    "decay-doubled": [lambda p, dp, rate, pull: p - rate * (dp + 2 * pull)],
    "decay-halved": [lambda p, dp, rate, pull: p - rate * (dp + pull / 2)],
    "decay-by-the-sign": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sign(p))],
    "decay-of-the-square": [
        lambda p, dp, rate, decay: p - rate * (dp + decay * p**2),
        lambda p, dp, rate, decay: p - rate * (dp + decay * p**2 / 2),
    ],
    "decay-as-one-number/penalty": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sum(p**2) / 2)],
    "decay-as-one-number/sum": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sum(p))],
    "decay-over-N": [lambda p, dp, rate, pull, N: p - rate * (dp + pull / N)],
    "decay-over-N/gradient-too": [lambda p, dp, rate, pull, N: p - rate * (dp + pull) / N],
    "gradient-over-N": [lambda p, dp, rate, pull, N: p - rate * (dp / N + pull)],
    "decay-after-the-step": [lambda p, dp, rate, decay: (p - rate * dp) * (1 - rate * decay)],
    "decay-on-the-gradient": [lambda p, dp, rate, decay: p - rate * (dp + decay * dp)],
    "rate-forgotten": [lambda p, dp, pull: p - (dp + pull)],
    "rates-exchanged": [lambda p, dp, rate, decay: p - decay * (dp + rate * p)],
    "gradients-returned": [lambda dp: dp],
    "gradients-returned/with-decay": [lambda dp, pull: dp + pull],
    "start-forgotten": [lambda dp, rate, pull: -rate * (dp + pull)],
    "start-forgotten/minus-too": [lambda dp, rate, pull: rate * (dp + pull)],
    "not-updated": [lambda p: p],
}


def in_parameter(name: str) -> list[Slip]:
    """What a parameter can show."""
    told = {"biases-not-decayed": STEPS["decay-omitted"], **STEPS} if name.startswith("b") else STEPS
    order: list[Written] = [lambda r, other=other: vars(r)[other] for other in PARAMETERS if other != name]
    steps = {key: [of_parameter(name, formula) for formula in formulas] for key, formulas in told.items()}
    return slips(name, {**steps, "another-order": order})


def of_parameter(name: str, formula: Written) -> Written:
    """A formula of STEPS for this parameter; dp is worked back from the right step."""

    def written(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        p, rate, decay = vars(g)[name], g.learning_rate, g.weight_decay
        dp = (p - vars(r)[name]) / rate - decay * p
        return named(formula)(SimpleNamespace(p=p, dp=dp, rate=rate, decay=decay, pull=decay * p, N=g.N), r)

    return written


CALLS: dict[str, list[Written]] = {
    "forward-forgotten": lacking("SoftmaxWithLoss", "p"),
    "backward-takes-nothing": [raises(TypeError("TinyNet.backward() takes 1 positional argument but 2 were given"))],
}

judging.exercise("training.one-iteration", slips(PARAMETERS[0], CALLS), *map(in_parameter, PARAMETERS))

SEEDS = (0, 1, 12, 42)  # of generators that students make themselves


def order(g: SimpleNamespace, seed: int | None = None, draws: int = 1) -> Array:
    """The order that the last of some draws gives."""
    rng = np.random.default_rng(g.seed if seed is None else seed)
    return [rng.permutation(g.N) for _ in range(draws)][-1]


DRAWS: tuple[Callable[..., Array], ...] = (
    lambda rng, N, size: rng.permutation(N)[:size],
    lambda rng, N, size: rng.choice(N, size),
    lambda rng, N, size: rng.integers(0, N, size),
    lambda rng, N, size: rng.choice(N, size, replace=False),
)
WAYS = list(product(DRAWS, (False, True)))  # with the short batch and without it


def drawn(g: SimpleNamespace, draw: Callable[..., Array], whole: bool) -> Array:
    """Indices when each batch is drawn by itself; `whole` leaves out the short one."""
    rng = np.random.default_rng(g.seed)
    number = g.N // g.batch_size if whole else -(-g.N // g.batch_size)
    return np.concatenate([draw(rng, g.N, g.batch_size) for _ in range(number)])


def marked(g: SimpleNamespace, flat: Array) -> Any:
    """What stands in `flat` cut into batches, as the probe writes them down."""
    return joined(cut(flat, g.batch_size))


def labels(g: SimpleNamespace, indices: Array) -> Any:
    return marked(g, g.t[indices])


PARTS: dict[str, list[Written]] = {
    "short-batch-dropped": [lambda N, batch_size: np.full(N // batch_size, batch_size)],
    "one-sample-a-batch": [lambda N: np.ones(N)],
    "whole-set-in-every-batch": [lambda sizes_of_the_batches, N: np.full_like(sizes_of_the_batches, N)],
    "one-batch-only": [lambda sizes_of_the_batches: sizes_of_the_batches[:1]],
}
"""Sizes of the batches, whether they are handed out or used."""

judging.exercise(
    "training.batches",
    slips(SIZES, PARTS),
    slips(
        SIZES,
        {
            "last-batch-filled-up": [lambda r, batch_size: np.full_like(r.sizes_of_the_batches, batch_size)],
            "size-for-number": [lambda t, batch_size: np.array([len(part) for part in np.array_split(t, batch_size)])],
        },
    ),
    slips(
        "x of the batches",
        {
            "not-shuffled": [lambda g: marked(g, g.x)],
            "own-generator": [lambda g, seed=seed: marked(g, g.x[order(g, seed)]) for seed in SEEDS],
            "back-to-front": [lambda g: marked(g, g.x[order(g)[::-1]])],
        },
    ),
    slips(
        LABELS,
        {
            "labels-left-behind": [lambda g: marked(g, g.t)],
            "drawn-twice": [lambda g: labels(g, order(g, draws=2)), lambda g: labels(g, order(g)[order(g, draws=2)])],
            "indices-for-labels": [lambda g: marked(g, order(g))],
            "drawn-for-each-batch": [lambda g, way=way: labels(g, drawn(g, *way)) for way in WAYS],
            "last-batch-filled-up": [
                lambda g, r: labels(g, np.resize(order(g), r.sizes_of_the_batches.size * g.batch_size))
            ],
        },
    ),
    slips(
        NEXT_LABELS,
        {
            "same-order-again": [lambda labels_of_the_batches: labels_of_the_batches],
            "not-shuffled": [lambda g: marked(g, g.t)],
        },
    ),
)

LOST = {
    "result-thrown-away": slice(0),
    "always-from-the-start": slice(-1, None),
    "one-batch-only": slice(1),
    "last-iteration-lost": slice(-1),
}
"""Of which batches a parameter shows a trace."""


def after(g: SimpleNamespace, name: str, some: slice) -> Array:
    """What a parameter is after iterations on some of the batches."""
    p: Array = vars(g)[name]
    for batch in cut(order(g), g.batch_size)[some]:
        p = step(p, g.x[batch], g.t[batch], g.learning_rate, g.weight_decay)
    return p


def scaled(r: SimpleNamespace, factor: Array | float) -> Array:
    """The rates, the learning rate of each iteration times a factor."""
    rates: Array = r.rates_of_the_iterations.copy()
    rates[:, 0] *= factor
    return rates


MISSING = "missing 5 required positional arguments: 'b_fc', 'x', 't', 'learning_rate', and 'weight_decay'"

judging.exercise(
    "training.epoch",
    slips(SIZES, PARTS),
    slips(
        SIZES,
        {
            "train-one-iter-not-called": [lambda: np.empty(0)],
            "whole-set-in-every-batch": [lambda N: np.full(1, N)],
            "iterations-for-epochs": [
                *(lambda r, times=times: np.tile(r.sizes_of_the_batches, times) for times in (2, 3, 5, 10)),
                lambda r, batch_size: np.tile(r.sizes_of_the_batches, batch_size),
                lambda r: np.tile(r.sizes_of_the_batches, len(r.sizes_of_the_batches)),
            ],
            "params-not-unpacked": [raises(TypeError(f"train_one_iter() {MISSING}"))],
        },
    ),
    slips(
        LABELS,
        {
            "not-shuffled": [lambda t: t],
            "drawn-for-each-batch": [lambda g, way=way: g.t[drawn(g, *way)] for way in WAYS[:2]],
            "own-generator": [lambda g, seed=seed: g.t[order(g, seed)] for seed in SEEDS],
        },
    ),
    slips(
        RATES,
        {
            "rates-exchanged": [lambda r: r.rates_of_the_iterations[:, ::-1]],
            "decay-not-handed-on": [lambda r: r.rates_of_the_iterations * [1, 0]],
            "rate-divided": [
                lambda r: scaled(r, 1 / r.sizes_of_the_batches),
                lambda r, batch_size: scaled(r, 1 / batch_size),
                lambda r, batch_size: scaled(r, r.sizes_of_the_batches / batch_size),
                lambda r, batch_size: scaled(r, batch_size / r.sizes_of_the_batches),
                lambda r, N: scaled(r, 1 / N),
            ],
        },
    ),
    *(
        slips(name, {key: [lambda g, name=name, some=some: after(g, name, some)] for key, some in LOST.items()})
        for name in PARAMETERS
    ),
)

judging.question(
    "training.question-epochs",
    {
        "iterations-for-epochs": [600],
        "iterations-over-batch-size": [10],
        "epoch-length": [25],
        "images-seen": [36000],
        "batch-size": [60],
    },
)
judging.question("training.question-remedy", {"higher-degree": [1], "more-steps": [2], "train-on-them": [4]})
