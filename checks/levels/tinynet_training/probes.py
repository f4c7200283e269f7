"""One iteration, the batches, an epoch, and two questions: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.declaring.tinynet import PARAMETERS, parameters, parameters_in, two_batches
from checks.levels.tinynet_training.practice import Seen, stand_ins
from checks.probing import Misuse, gap, unpack

room = Room(__name__)

NAMES = " ".join(PARAMETERS)
SIZES = "sizes of the batches"
LABELS = "labels of the batches"
NEXT_LABELS = "labels of a second epoch"
RATES = "rates of the iterations"
SHAPES = {name: f"the shape of {name}" for name in PARAMETERS}


def net_and_rates(rng: np.random.Generator, learning_rate: float, weight_decay: float, **sizes: int) -> Arrays:
    """A net's parameters, two batches, and the two rates."""
    rates = {"learning_rate": learning_rate, "weight_decay": weight_decay}
    return {**parameters(rng, **sizes), **two_batches(rng, **sizes), **rates}


@room.exercise(
    "training.one-iteration",
    expects="function",
    inputs=net_and_rates,
    # With a decay of 1e-5 no mistake in it moves a number by as much as the tolerance. So most trials have a large one.
    trials=(
        dict(N=3, C=2, H=8, W=12, C1=3, C2=4, classes=5, learning_rate=0.1, weight_decay=0.5),
        dict(N=5, C=3, H=12, W=8, C1=4, C2=2, classes=6, learning_rate=0.3, weight_decay=2.0),
        dict(N=4, C=1, H=8, W=8, C1=2, C2=3, classes=10, learning_rate=0.1, weight_decay=1e-5),
    ),
    rows=SHAPES,
    behaviour=("W_conv1 again, after another batch", "W_fc after later changes"),
)
def one_iteration(train_one_iter: Any, learning_rate: float, weight_decay: float, **given: Array) -> Rows:
    """The six parameters after one step; the first again after another batch, one after the arguments were changed."""
    params, rates = parameters_in(given), (learning_rate, weight_decay)
    batch, next_batch = (given["x"], given["t"]), (given["next_x"], given["next_t"])
    kept = [array.copy() for array in params]
    updated = unpack(train_one_iter(*params, *batch, *rates), NAMES, "train_one_iter(...)")
    yield from zip(PARAMETERS, updated, strict=True)
    train_one_iter(*map(np.copy, kept), *next_batch, *rates)
    yield "W_conv1 again, after another batch", train_one_iter(*map(np.copy, kept), *batch, *rates)[0]
    last = train_one_iter(*kept, *batch, *rates)[4]
    for array in kept:
        array += 1
    yield "W_fc after later changes", last


def samples(rng: np.random.Generator, N: int, batch_size: int) -> Arrays:
    """Samples x (N, 1, 2, 3), labels t (N,) all different, and a seed whose shuffling leaves few samples in place."""
    x, t = rng.normal(size=(N, 1, 2, 3)), rng.permutation(N) + 10
    seeds = (int(rng.integers(10**9)) for _ in range(10_000))
    return {"x": x, "t": t, "seed": next(seed for seed in seeds if moves(seed, N)), "batch_size": batch_size}


def moves(seed: int, N: int) -> bool:
    """Whether the first two orders of a seed move most samples, and differently."""
    rng = np.random.default_rng(seed)
    first, second, still = rng.permutation(N), rng.permutation(N), np.arange(N)
    return all((a == b).sum() <= N // 4 for a, b in ((first, still), (second, still), (first, second)))


@room.exercise(
    "training.batches",
    expects="function",
    inputs=samples,
    trials=(dict(N=8, batch_size=3), dict(N=11, batch_size=4), dict(N=10, batch_size=5), dict(N=9, batch_size=20)),
    rows={
        SIZES: "one for each batch",
        "x of the batches": "one batch after the other, zeros after each",
        LABELS: "one batch after the other, a zero after each",
        NEXT_LABELS: "one batch after the other, a zero after each",
    },
    behaviour=("difference between two runs from one seed",),
)
def batches_of(batches: Any, x: Array, t: Array, seed: int, batch_size: int) -> Rows:
    """What the batches of an epoch hold, and those of the next one, which draws from the same generator."""
    own_x, own_t, rng = x.copy(), t.copy(), np.random.default_rng(seed)
    x_batches, t_batches = collected(batches(x, t, batch_size, rng))
    yield SIZES, np.array([len(x_batch) for x_batch in x_batches], dtype=float)
    yield "x of the batches", joined(x_batches)
    labels = joined(t_batches)
    yield LABELS, labels
    yield NEXT_LABELS, joined(collected(batches(own_x.copy(), own_t.copy(), batch_size, rng))[1])
    again = joined(collected(batches(own_x, own_t, batch_size, np.random.default_rng(seed)))[1])
    yield "difference between two runs from one seed", gap(labels, again)


PAIRS = "Hand out pairs (x_batch, t_batch): yield them, or return a list of them."


def collected(handed_out: Any) -> list[list[Array]]:
    """All x_batch that a call hands out, and all t_batch.  Raises Misuse when they are something else."""
    if not hasattr(handed_out, "__iter__"):
        raise Misuse(f"batches(...) gave nothing to loop over. {PAIRS}")
    given = list(handed_out)
    if not given:
        raise Misuse(f"batches(...) gave no batch at all. {PAIRS}")
    for batch in given:
        if not isinstance(batch, tuple | list) or len(batch) != 2:
            raise Misuse(f"Something that batches(...) gave is no pair of two arrays. {PAIRS}")
        if not all(isinstance(array, np.ndarray) and array.ndim for array in batch):
            raise Misuse(f"A batch must consist of two arrays, also a batch of one sample. {PAIRS}")
    return [list(side) for side in zip(*given, strict=True)]


def joined(batches: list[Array]) -> Any:
    """The batches one after the other, zeros after each at the borders; what does not fit is left to the report."""
    try:
        return np.concatenate([part for batch in batches for part in (batch, np.zeros_like(batch[:1]))])
    except ValueError:
        return batches


def params_and_samples(rng: np.random.Generator, N: int, batch_size: int) -> Arrays:
    """Six small arrays in the places of the parameters, samples, and a seed for the shuffling."""
    params = {name: rng.normal(size=2 + number) for number, name in enumerate(PARAMETERS)}
    return {**params, **samples(rng, N, batch_size), "learning_rate": 0.2, "weight_decay": 0.7}


@room.exercise(
    "training.epoch",
    expects="function",
    inputs=params_and_samples,
    trials=(dict(N=8, batch_size=3), dict(N=11, batch_size=4), dict(N=10, batch_size=5)),
    rows={
        SIZES: "one for each iteration",
        LABELS: "all batches one after the other",
        RATES: "learning_rate and weight_decay of each iteration",
        **SHAPES,
    },
    behaviour=(NEXT_LABELS, "W_fc after a second epoch"),
)
def one_epoch(train_epoch: Any, seed: int, **given: Any) -> Rows:
    """What the iterations were given and what became of the parameters; then a second epoch."""
    settings = [given[name] for name in ("x", "t", "batch_size", "learning_rate", "weight_decay")]
    rng = np.random.default_rng(seed)

    def epoch(start: tuple[Any, ...]) -> tuple[Any, list[Seen]]:
        with stand_ins(train_epoch) as seen:
            return train_epoch(start, *settings, rng), seen

    returned, seen = epoch(tuple(parameters_in(given)))
    yield SIZES, np.array([len(labels) for labels, *_ in seen], dtype=float)
    yield LABELS, labels_of(seen)
    yield RATES, np.array([rates for _, *rates in seen], dtype=float).reshape(-1, 2)
    updated = unpack(returned, NAMES, "train_epoch(...)")
    yield from zip(PARAMETERS, updated, strict=True)
    again, seen = epoch(updated)
    yield NEXT_LABELS, labels_of(seen)
    yield "W_fc after a second epoch", again[4]


def labels_of(seen: list[Seen]) -> Array:
    """The labels of all iterations one after the other."""
    return np.concatenate([np.empty(0), *(labels for labels, *_ in seen)])


room.question("training.question-epochs")
room.question("training.question-remedy")
