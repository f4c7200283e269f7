"""One iteration, the batches, an epoch, and two questions: what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, lacking, named, raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.declaring.probes import Array
from checks.declaring.tinynet import PARAMETERS
from checks.levels.tinynet_training.practice import cut, step
from checks.levels.tinynet_training.probes import LABELS, NEXT_LABELS, RATES, SIZES, joined

judging = Judging(__name__)

# -- one iteration ---------------------------------------------------------------------------------------------------

# What a parameter p becomes; dp is the gradient of the loss alone.
STEPS: dict[str, list[Written]] = {
    "decay-omitted": [lambda p, dp, rate: p - rate * dp],
    "uphill": [lambda p, dp, rate, decay: p + rate * (dp + decay * p)],
    "uphill/without-decay": [lambda p, dp, rate: p + rate * dp],
    "uphill/but-for-the-decay": [lambda p, dp, rate, decay: p + rate * dp - rate * decay * p],
    "decay-sign": [
        lambda p, dp, rate, decay: p - rate * (dp - decay * p),
        lambda p, dp, rate, decay: p - rate * dp + decay * p,
    ],
    "decay-without-the-rate": [
        lambda p, dp, rate, decay: p - rate * dp - decay * p,
        lambda p, dp, rate, decay: p * (1 - decay) - rate * dp,
    ],
    "rate-twice-on-the-decay": [lambda p, dp, rate, decay: p - rate * (dp + rate * decay * p)],
    "decay-doubled": [lambda p, dp, rate, decay: p - rate * (dp + 2 * decay * p)],
    "decay-halved": [lambda p, dp, rate, decay: p - rate * (dp + decay * p / 2)],
    "decay-by-the-sign": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sign(p))],
    "decay-of-the-square": [
        lambda p, dp, rate, decay: p - rate * (dp + decay * p**2),
        lambda p, dp, rate, decay: p - rate * (dp + decay * p**2 / 2),
    ],
    "decay-as-one-number/the-penalty": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sum(p**2) / 2)],
    "decay-as-one-number/the-sum": [lambda p, dp, rate, decay: p - rate * (dp + decay * np.sum(p))],
    "decay-over-N": [lambda p, dp, rate, decay, N: p - rate * (dp + decay * p / N)],
    "decay-over-N/both": [lambda p, dp, rate, decay, N: p - rate * (dp + decay * p) / N],
    "gradient-over-N": [lambda p, dp, rate, decay, N: p - rate * (dp / N + decay * p)],
    "decay-after-the-step": [lambda p, dp, rate, decay: (p - rate * dp) * (1 - rate * decay)],
    "decay-on-the-gradient": [lambda p, dp, rate, decay: p - rate * (dp + decay * dp)],
    "rate-forgotten": [lambda p, dp, decay: p - (dp + decay * p)],
    "rates-exchanged": [lambda p, dp, rate, decay: p - decay * (dp + rate * p)],
    "gradients-returned": [lambda dp: dp],
    "gradients-returned/with-decay": [lambda p, dp, decay: dp + decay * p],
    "start-forgotten": [lambda p, dp, rate, decay: -rate * (dp + decay * p)],
    "start-forgotten/to-be-subtracted": [lambda p, dp, rate, decay: rate * (dp + decay * p)],
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

    def written(g: SimpleNamespace, r: SimpleNamespace) -> Array:
        p, rate, decay = vars(g)[name], g.learning_rate, g.weight_decay
        dp = (p - vars(r)[name]) / rate - decay * p
        known: Array = named(formula)(SimpleNamespace(p=p, dp=dp, rate=rate, decay=decay, N=g.N), r)
        return known

    return written


ARGUMENT_FOR_BACKWARD = "TinyNet.backward() takes 1 positional argument but 2 were given"

judging.exercise(
    "training.one-iteration",
    slips(
        PARAMETERS[0],
        {
            "forward-forgotten": lacking("SoftmaxWithLoss", "p"),
            "backward-takes-nothing": [raises(TypeError(ARGUMENT_FOR_BACKWARD))],
        },
    ),
    *map(in_parameter, PARAMETERS),
)

# -- batches ---------------------------------------------------------------------------------------------------------

SEEDS = (0, 1, 12, 42)
"""Of generators that students make themselves."""


def order(g: SimpleNamespace, seed: int | None = None) -> Array:
    """The order that the first draw gives."""
    return np.random.default_rng(g.seed if seed is None else seed).permutation(g.N)


def second_order(g: SimpleNamespace) -> Array:
    rng = np.random.default_rng(g.seed)
    rng.permutation(g.N)
    return rng.permutation(g.N)


Draw = Callable[[np.random.Generator, int, int], Array]


def first_of_an_order(rng: np.random.Generator, N: int, size: int) -> Array:
    return rng.permutation(N)[:size]


DRAWS: tuple[Draw, ...] = (
    first_of_an_order,
    lambda rng, N, size: rng.choice(N, size),
    lambda rng, N, size: rng.integers(0, N, size),
    lambda rng, N, size: rng.choice(N, size, replace=False),
)


def drawn(g: SimpleNamespace, draw: Draw, whole: bool) -> Array:
    """Labels when each batch is drawn by itself; `whole` leaves out the short one."""
    rng, number = np.random.default_rng(g.seed), g.N // g.batch_size if whole else -(-g.N // g.batch_size)
    labels: Array = g.t[np.concatenate([draw(rng, g.N, g.batch_size) for _ in range(number)])]
    return labels


def marked(g: SimpleNamespace, flat: Array) -> Array:
    """What stands in `flat` cut into batches, as the probe writes them down."""
    return joined(cut(flat, g.batch_size))


judging.exercise(
    "training.batches",
    slips(
        SIZES,
        {
            "short-batch-dropped": [lambda N, batch_size: np.full(N // batch_size, batch_size)],
            "last-batch-filled-up": [lambda sizes_of_the_batches, batch_size: np.full_like(sizes_of_the_batches, batch_size)],
            "size-for-number": [lambda t, batch_size: [len(part) for part in np.array_split(t, batch_size)]],
            "one-sample-a-batch": [lambda N: np.ones(N)],
            "whole-set-in-every-batch": [lambda sizes_of_the_batches, N: np.full_like(sizes_of_the_batches, N)],
            "one-batch-only": [lambda sizes_of_the_batches: sizes_of_the_batches[:1]],
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
            "drawn-twice": [
                lambda g: marked(g, g.t[second_order(g)]),
                lambda g: marked(g, g.t[order(g)][second_order(g)]),
            ],
            "indices-for-labels": [lambda g: marked(g, order(g))],
            "drawn-for-each-batch": [
                lambda g, draw=draw, whole=whole: marked(g, drawn(g, draw, whole))
                for draw, whole in product(DRAWS, (False, True))
            ],
            "last-batch-filled-up": [
                lambda g, r: marked(g, np.resize(g.t[order(g)], len(r.sizes_of_the_batches) * g.batch_size))
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

# -- an epoch --------------------------------------------------------------------------------------------------------

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


def lost(name: str) -> list[Slip]:
    """What every parameter can show after an epoch."""
    return slips(name, {key: [lambda g, some=some: after(g, name, some)] for key, some in LOST.items()})


def scaled(rates: Array, factor: Array | float) -> Array:
    """The rates, the learning rate of each iteration times a factor."""
    return rates * np.column_stack([np.broadcast_to(factor, len(rates)), np.ones(len(rates))])


MISSING = "missing 5 required positional arguments: 'b_fc', 'x', 't', 'learning_rate', and 'weight_decay'"

judging.exercise(
    "training.epoch",
    slips(
        SIZES,
        {
            "train-one-iter-not-called": [lambda: np.empty(0)],
            "whole-set-in-every-batch": [
                lambda sizes_of_the_batches, N: np.full_like(sizes_of_the_batches, N),
                lambda N: np.full(1, N),
            ],
            "one-batch-only": [lambda sizes_of_the_batches: sizes_of_the_batches[:1]],
            "short-batch-dropped": [lambda N, batch_size: np.full(N // batch_size, batch_size)],
            "one-sample-a-batch": [lambda N: np.ones(N)],
            "iterations-for-epochs": [
                *(lambda sizes_of_the_batches, k=k: np.tile(sizes_of_the_batches, k) for k in (2, 3, 5, 10)),
                lambda sizes_of_the_batches, batch_size: np.tile(sizes_of_the_batches, batch_size),
                lambda sizes_of_the_batches: np.tile(sizes_of_the_batches, len(sizes_of_the_batches)),
            ],
            "params-not-unpacked": [raises(TypeError(f"train_one_iter() {MISSING}"))],
        },
    ),
    slips(
        LABELS,
        {
            "not-shuffled": [lambda t: t],
            "drawn-for-each-batch": [lambda g: drawn(g, first_of_an_order, True), lambda g: drawn(g, first_of_an_order, False)],
            "own-generator": [lambda g, seed=seed: g.t[order(g, seed)] for seed in SEEDS],
        },
    ),
    slips(
        RATES,
        {
            "rates-exchanged": [lambda rates_of_the_iterations: rates_of_the_iterations[:, ::-1]],
            "decay-not-handed-on": [lambda rates_of_the_iterations: rates_of_the_iterations * [1, 0]],
            "rate-divided": [
                lambda rates_of_the_iterations, sizes_of_the_batches: scaled(rates_of_the_iterations, 1 / sizes_of_the_batches),
                lambda rates_of_the_iterations, batch_size: scaled(rates_of_the_iterations, 1 / batch_size),
                ...
            ],
        },
    ),
    *map(lost, PARAMETERS),
)
