"""Level 15, an epoch: one iteration for each batch, each going on where the one before stopped.

The student's `train_epoch` is judged alone: for the time of a check, stand-ins take the places of `train_one_iter` and
`batches`, so that a mistake in those costs nothing here.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.tinynet_training.tinynet_batches import SHORT, batches_inputs, counts, shuffled
from checks.levels.tinynet_training.tinynet_training import LEVEL, NAMES, PARAMETERS, Arrays
from checks.probing import Misuse, unpack
from checks.declaring.writing import mistakes

# -- the stand-ins ---------------------------------------------------------------------------------------------------


def aim(x: Any, t: Any) -> float:
    """The number to which a batch draws all parameters: a mean over its samples."""
    return float(np.mean(x.reshape(len(x), -1)[:, 0] * t))


def step(p: Any, x: Any, t: Any, learning_rate: float, weight_decay: float) -> Any:
    """A parameter after one iteration of the stand-in: half its squared distance to `aim` is the loss."""
    return p - learning_rate * (p - aim(x, t) + weight_decay * p)


class Practice:
    """The stand-ins, and what the student's loop did with them."""

    def __init__(self) -> None:
        self.seen: list[tuple[Any, Any, float, float]] = []

        def train_one_iter(
            W_conv1: Any,
            b_conv1: Any,
            W_conv2: Any,
            b_conv2: Any,
            W_fc: Any,
            b_fc: Any,
            x: Any,
            t: Any,
            learning_rate: float,
            weight_decay: float,
        ) -> tuple[Any, ...]:
            if len(x) != len(t):
                raise Misuse(f"train_one_iter was given {len(x)} images and {len(t)} labels: one label for each image.")
            self.seen.append((np.array(x), np.array(t), float(learning_rate), float(weight_decay)))
            params = W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc
            return tuple(step(p, x, t, learning_rate, weight_decay) for p in params)

        def batches(x: Any, t: Any, batch_size: int, rng: Any) -> Iterator[tuple[Any, Any]]:
            order = rng.permutation(len(x))
            for part in np.split(order, range(batch_size, len(order), batch_size)):
                yield x[part], t[part]

        train_one_iter.__qualname__, batches.__qualname__ = "train_one_iter", "batches"
        self.stand_ins: dict[str, Callable[..., Any]] = {"train_one_iter": train_one_iter, "batches": batches}

    def sizes(self) -> Any:
        return np.array([len(x) for x, *_ in self.seen], dtype=float)

    def labels(self) -> Any:
        return np.concatenate([np.empty(0), *(t for _, t, *_ in self.seen)])

    def rates(self) -> Any:
        return np.array([(rate, decay) for _, _, rate, decay in self.seen], dtype=float).reshape(-1, 2)


@contextmanager
def in_the_notebook(function: Any, names: dict[str, Callable[..., Any]]) -> Iterator[None]:
    """Give the names another meaning where `function` looks them up, and put back what was there."""
    space = getattr(inspect.unwrap(function), "__globals__", {})
    before = {name: space[name] for name in names if name in space}
    space.update(names)
    try:
        yield
    finally:
        for name in names:
            space.pop(name)
        space.update(before)


# -- the exercise ----------------------------------------------------------------------------------------------------


def epoch_inputs(rng: np.random.Generator, N: int, batch_size: int) -> Arrays:
    """Six small arrays in the places of the parameters, samples, and a seed for the shuffling."""
    params = {name: rng.normal(size=2 + number) for number, name in enumerate(PARAMETERS)}
    batch = batches_inputs(rng, N, batch_size)
    return {**params, **batch, "learning_rate": 0.2, "weight_decay": 0.7}


def cut(g: SimpleNamespace, order: Any) -> list[Any]:
    """The order in pieces of a batch each."""
    return [order[k * g.batch_size : (k + 1) * g.batch_size] for k in counts(g)]


def after(name: str, pick: Callable[[SimpleNamespace, list[Any]], list[Any]]) -> Formula:
    """What a parameter is after iterations on the batches that `pick` makes of those of the epoch."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        p = vars(g)[name]
        for batch in pick(g, cut(g, shuffled(g))):
            p = step(p, g.x[batch], g.t[batch], g.learning_rate, g.weight_decay)
        return p

    return formula


def first_of_each(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """Labels when every iteration asks for new batches and takes the first; the short one is not counted."""
    rng = np.random.default_rng(g.seed)
    return g.t[np.concatenate([rng.permutation(g.N)[: g.batch_size] for _ in range(g.N // g.batch_size)])]


def first_of_each_with_short(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    rng = np.random.default_rng(g.seed)
    return g.t[np.concatenate([rng.permutation(g.N)[: g.batch_size] for _ in counts(g)])]


def not_unpacked(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What Python says when the six parameters are handed on as one thing."""
    missing = "'b_fc', 'x', 't', 'learning_rate', and 'weight_decay'"
    raise TypeError(f"train_one_iter() missing 5 required positional arguments: {missing}")


FACTORS: tuple[Callable[[Any, SimpleNamespace], Any], ...] = (
    lambda sizes, g: 1 / sizes,
    lambda sizes, g: np.full(len(sizes), 1 / g.batch_size),
    lambda sizes, g: sizes / g.batch_size,
    lambda sizes, g: g.batch_size / sizes,
    lambda sizes, g: np.full(len(sizes), 1 / g.N),
)


def scaled(g: SimpleNamespace, r: SimpleNamespace, factor: Callable[[Any, SimpleNamespace], Any]) -> Any:
    """The rates, that of each iteration times a factor made of the size of its batch."""
    return r.rates_of_the_iterations * np.column_stack(
        [factor(r.sizes_of_the_batches, g), np.ones(len(r.sizes_of_the_batches))]
    )


ALONE = "train_one_iter was not called with any batch. The step of one batch is its work; the loop is yours."
LOST = "This is the parameter as it came in, though there was an iteration for each batch. What became of its result?"
RESTART = "Only the last batch has left a trace. Where does each iteration start from: from the beginning, or from "
RESTART += "where the one before stopped?"
ONE = "Only the first batch came. Does something end the loop too early?"
WHOLE = "Every iteration was given all samples. Which of them belong to its batch?"
MANY = "There were more iterations than batches. How often does an epoch go through all samples?"
ANEW = "The first batch was taken every time, after a new shuffling. `batches` is called once for an epoch."
UNSHUFFLED = "The samples came as they lie in x and t. What hands them out shuffled?"
DIVIDED = (
    "The learning rate depends on the size of the batch. The loss is a mean over the samples of its batch already."
)
EXCHANGED = "The two rates are exchanged. In which order does train_one_iter take them?"
OWN = "This order comes from a generator of your own. Hand on the one that you were given."


def parameter_mistakes(name: str) -> tuple[Any, ...]:
    """What every one of the six can show."""
    return mistakes(
        name,
        ("result-thrown-away", LOST, lambda g, r: vars(g)[name]),
        ("always-from-the-start", RESTART, after(name, lambda g, parts: parts[-1:])),
        ("one-batch-only", ONE, after(name, lambda g, parts: parts[:1])),
        (
            "last-iteration-lost",
            "The last iteration has left no trace. Is its result taken over before the loop ends?",
            after(name, lambda g, parts: parts[:-1]),
        ),
    )


@exercise(
    "training.epoch",
    level=LEVEL,
    expects="function",
    inputs=epoch_inputs,
    trials=(dict(N=8, batch_size=3), dict(N=11, batch_size=4), dict(N=10, batch_size=5)),
    rows={
        "sizes of the batches": "one for each iteration",
        "labels of the batches": "all batches one after the other",
        "rates of the iterations": "learning_rate and weight_decay of each iteration",
        **{name: f"the shape of {name}" for name in PARAMETERS},
    },
    behaviour={
        "labels of a second epoch": "The second epoch must shuffle anew: it goes on with the same rng.",
        "W_fc after a second epoch": "The second epoch starts from the parameters that the first one returned.",
    },
    mistakes=(
        *mistakes(
            "sizes of the batches",
            ("train-one-iter-not-called", ALONE, lambda g, r: np.empty(0)),
            (
                "whole-set-in-every-batch",
                WHOLE,
                lambda g, r: np.full(len(counts(g)), g.N),
                lambda g, r: np.full(1, g.N),
            ),
            ("one-batch-only", ONE, lambda g, r: r.sizes_of_the_batches[:1]),
            ("short-batch-dropped", SHORT, lambda g, r: np.full(g.N // g.batch_size, g.batch_size)),
            ("one-sample-a-batch", "Each iteration was given one sample.", lambda g, r: np.ones(g.N)),
            (
                "iterations-for-epochs",
                MANY,
                *(lambda g, r, k=k: np.tile(r.sizes_of_the_batches, k) for k in (2, 3, 5, 10)),
            ),
            (
                "iterations-for-epochs",
                MANY,
                lambda g, r: np.tile(r.sizes_of_the_batches, g.batch_size),
                lambda g, r: np.tile(r.sizes_of_the_batches, len(counts(g))),
            ),
        ),
        *mistakes(
            "labels of the batches",
            ("not-shuffled", UNSHUFFLED, lambda g, r: g.t),
            ("drawn-for-each-batch", ANEW, first_of_each, first_of_each_with_short),
            ("own-generator", OWN, *(lambda g, r, s=seed: g.t[shuffled(g, s)] for seed in (0, 1, 12, 42))),
        ),
        *mistakes(
            "rates of the iterations",
            ("rates-exchanged", EXCHANGED, lambda g, r: r.rates_of_the_iterations[:, ::-1]),
            (
                "decay-not-handed-on",
                "The weight decay did not reach train_one_iter.",
                lambda g, r: r.rates_of_the_iterations * [1, 0],
            ),
            ("rate-divided", DIVIDED, *(lambda g, r, f=factor: scaled(g, r, f) for factor in FACTORS)),
        ),
        *mistakes(
            "sizes of the batches",
            ("params-not-unpacked", "Six parameters arrived as one. What does a star before a tuple do?", not_unpacked),
        ),
        *(mistake for name in PARAMETERS for mistake in parameter_mistakes(name)),
    ),
)
def one_epoch(
    train_epoch: Any,
    W_conv1: Any,
    b_conv1: Any,
    W_conv2: Any,
    b_conv2: Any,
    W_fc: Any,
    b_fc: Any,
    x: Any,
    t: Any,
    seed: int,
    batch_size: int,
    learning_rate: float,
    weight_decay: float,
) -> Iterator[tuple[str, Any]]:
    """What the iterations were given and what became of the parameters; then a second epoch."""
    params, rng = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc), np.random.default_rng(seed)

    def epoch(start: Any) -> tuple[Any, Practice]:
        practice = Practice()
        with in_the_notebook(train_epoch, practice.stand_ins):
            return train_epoch(start, x, t, batch_size, learning_rate, weight_decay, rng), practice

    returned, practice = epoch(params)
    yield "sizes of the batches", practice.sizes()
    yield "labels of the batches", practice.labels()
    yield "rates of the iterations", practice.rates()
    updated = unpack(returned, NAMES, "train_epoch(...)")
    yield from zip(PARAMETERS, updated, strict=True)
    again, practice = epoch(updated)
    yield "labels of a second epoch", practice.labels()
    yield "W_fc after a second epoch", again[4]
