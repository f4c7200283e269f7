"""Level 15, batches: all samples once, shuffled.  `tinynet_epoch` has the loop over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.tinynet_training.tinynet_training import LEVEL, Arrays
from checks.probing import Misuse
from checks.declaring.writing import gap, mistakes


def batches_inputs(rng: np.random.Generator, N: int, batch_size: int) -> Arrays:
    """Samples x (N, 1, 2, 3), labels t (N,) all different, and a seed whose shuffling leaves few samples in place."""
    x, t = rng.normal(size=(N, 1, 2, 3)), rng.permutation(N) + 10
    seeds = (int(rng.integers(10**9)) for _ in range(10_000))
    return {"x": x, "t": t, "seed": next(seed for seed in seeds if _moves(seed, N)), "batch_size": batch_size}


def _moves(seed: int, N: int) -> bool:
    """Whether the first two orders of a seed move most samples, and differently."""
    rng = np.random.default_rng(seed)
    first, second, still = rng.permutation(N), rng.permutation(N), np.arange(N)
    return all((a == b).sum() <= N // 4 for a, b in ((first, still), (second, still), (first, second)))


# -- batches ---------------------------------------------------------------------------------------------------------


def shuffled(g: SimpleNamespace, seed: int | None = None) -> Any:
    """The order that the first draw gives."""
    return np.random.default_rng(g.seed if seed is None else seed).permutation(g.N)


def second_draw(g: SimpleNamespace) -> Any:
    rng = np.random.default_rng(g.seed)
    rng.permutation(g.N)
    return rng.permutation(g.N)


def counts(g: SimpleNamespace) -> range:
    """The number of each batch, the short one counted."""
    return range(-(-g.N // g.batch_size))


def marked(g: SimpleNamespace, flat: Any) -> Any:
    """What stands in `flat` cut into batches, as the probe writes them down."""
    return joined(np.split(flat, range(g.batch_size, len(flat), g.batch_size)))


def by_seed(seed: int) -> Formula:
    """x in the order of a generator of the student's own."""
    return lambda g, r: marked(g, g.x[shuffled(g, seed)])


def drawn_anew(draw: Callable[[Any, SimpleNamespace], Any], *, whole: bool = False) -> Formula:
    """Labels when each batch is drawn by itself; `whole` leaves out the short one."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        rng = np.random.default_rng(g.seed)
        numbers = range(g.N // g.batch_size) if whole else counts(g)
        return marked(g, g.t[np.concatenate([draw(rng, g) for _ in numbers])])

    return formula


DRAWS: tuple[Callable[[Any, SimpleNamespace], Any], ...] = (
    lambda rng, g: rng.choice(g.N, g.batch_size),
    lambda rng, g: rng.integers(0, g.N, g.batch_size),
    lambda rng, g: rng.permutation(g.N)[: g.batch_size],
    lambda rng, g: rng.choice(g.N, g.batch_size, replace=False),
)


def parts(g: SimpleNamespace) -> Any:
    """The sizes of `batch_size` parts, as equal as can be."""
    return np.array([len(part) for part in np.array_split(g.t, g.batch_size)])


def filled_up(order: Any, g: SimpleNamespace) -> Any:
    """The order filled up from its beginning, so that the last batch is as long as the others."""
    return np.resize(order, len(counts(g)) * g.batch_size)


SHORT = "A part of the samples was left out. What becomes of those that do not fill a batch?"
FILLED = "The last batch is as long as the others. Where did its samples come from? Each counts once in an epoch."
NUMBER = "batch_size says how many samples are in a batch, not how many batches there are."
INDICES = "These are the indices, not the labels that lie there."
UNSHUFFLED = "The samples came as they lie in x. What is rng there for?"
LEFT = "These labels belong to other samples: samples and labels of a batch must be picked by the same indices."
ANEW = "Each batch was drawn by itself, so some samples come twice and others never. How often is an epoch shuffled?"
OWN = "This order comes from a generator of your own, which gives the same one in every epoch. Use the one handed in."
AGAIN = "The second epoch went through the samples as the first did. Does each call draw a new order from rng?"


@exercise(
    "training.batches",
    level=LEVEL,
    expects="function",
    inputs=batches_inputs,
    trials=(
        dict(N=8, batch_size=3),
        dict(N=11, batch_size=4),
        dict(N=10, batch_size=5),
        dict(N=9, batch_size=20),
    ),
    rows={
        "sizes of the batches": "one for each batch",
        "x of the batches": "one batch after the other, zeros after each",
        "labels of the batches": "one batch after the other, a zero after each",
        "labels of a second epoch": "one batch after the other, a zero after each",
    },
    behaviour={
        "difference between two runs from one seed": "Two generators with the same seed led to different orders. Does "
        "all chance come from rng?",
    },
    mistakes=(
        *mistakes(
            "sizes of the batches",
            ("short-batch-dropped", SHORT, lambda g, r: np.full(g.N // g.batch_size, g.batch_size)),
            ("last-batch-filled-up", FILLED, lambda g, r: np.full(len(counts(g)), g.batch_size)),
            ("size-for-number", NUMBER, lambda g, r: parts(g)),
            ("one-sample-a-batch", NUMBER, lambda g, r: np.ones(g.N)),
            (
                "whole-set-in-every-batch",
                "Every batch holds all samples. Which part of the order belongs to it?",
                lambda g, r: np.full(len(counts(g)), g.N),
            ),
            (
                "one-batch-only",
                "Only the first batch came. Does something end the loop too early?",
                lambda g, r: r.sizes_of_the_batches[:1],
            ),
        ),
        *mistakes(
            "x of the batches",
            ("not-shuffled", UNSHUFFLED, lambda g, r: marked(g, g.x)),
            ("own-generator", OWN, *map(by_seed, (0, 1, 12, 42))),
            (
                "back-to-front",
                "The batches come from the end of the order.",
                lambda g, r: marked(g, g.x[shuffled(g)[::-1]]),
            ),
        ),
        *mistakes(
            "labels of the batches",
            ("labels-left-behind", LEFT, lambda g, r: marked(g, g.t)),
            ("drawn-twice", LEFT, lambda g, r: marked(g, g.t[second_draw(g)])),
            ("drawn-twice", LEFT, lambda g, r: marked(g, g.t[shuffled(g)][second_draw(g)])),
            ("indices-for-labels", INDICES, lambda g, r: marked(g, shuffled(g))),
            ("drawn-for-each-batch", ANEW, *(drawn_anew(draw) for draw in DRAWS)),
            ("drawn-for-each-batch", ANEW, *(drawn_anew(draw, whole=True) for draw in DRAWS)),
            ("last-batch-filled-up", FILLED, lambda g, r: marked(g, g.t[filled_up(shuffled(g), g)])),
        ),
        *mistakes(
            "labels of a second epoch",
            ("same-order-again", AGAIN, lambda g, r: r.labels_of_the_batches),
            ("not-shuffled", UNSHUFFLED, lambda g, r: marked(g, g.t)),
        ),
    ),
)
def batches_of(batches: Any, x: Any, t: Any, seed: int, batch_size: int) -> Iterator[tuple[str, Any]]:
    """What the batches of an epoch hold, and those of the next one, which draws from the same generator."""
    own_x, own_t, rng = x.copy(), t.copy(), np.random.default_rng(seed)
    pairs = collected(batches(x, t, batch_size, rng))
    yield "sizes of the batches", np.array([len(x_batch) for x_batch, _ in pairs], dtype=float)
    yield "x of the batches", joined([x_batch for x_batch, _ in pairs])
    labels = joined([t_batch for _, t_batch in pairs])
    yield "labels of the batches", labels
    second = collected(batches(own_x.copy(), own_t.copy(), batch_size, rng))
    yield "labels of a second epoch", joined([t_batch for _, t_batch in second])
    again = collected(batches(own_x, own_t, batch_size, np.random.default_rng(seed)))
    yield "difference between two runs from one seed", gap(labels, joined([t_batch for _, t_batch in again]))


PAIRS = "Hand out pairs (x_batch, t_batch): yield them, or return a list of them."


def collected(handed_out: Any) -> list[tuple[Any, Any]]:
    """All batches that a call hands out, each as (x_batch, t_batch).  Raises Misuse when they are something else."""
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
    return [(x_batch, t_batch) for x_batch, t_batch in given]


def joined(batches: list[Any]) -> Any:
    """The batches one after the other along the first axis, zeros after each, so that their borders can be seen.

    Arrays that do not fit are left to the report.
    """
    try:
        return np.concatenate([part for batch in batches for part in (batch, np.zeros_like(batch[:1]))])
    except ValueError:
        return batches
