"""Level 08, third part: one update, one epoch of batches, and two questions."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.relu_net.relu_net import LEVEL, Arrays
from checks.levels.two_layer_net.two_layer_net import PARAMETERS, weights
from checks.declaring.old import question
from checks.declaring.writing import mistakes

# -- one update ------------------------------------------------------------------------------------------------------


def step_inputs(rng: np.random.Generator, D: int, H: int, C: int) -> Arrays:
    """Parameters, a gradient for each, and a learning rate."""
    gradients = {f"d{name}": array for name, array in weights(rng, D, H, C).items()}
    return {**weights(rng, D, H, C), **gradients, "learning_rate": 0.3}


def paired_by_position(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What W1 raises when the first gradient of the dict, that of b2, is taken for its own."""
    array = g.W1.copy()
    array -= g.learning_rate * g.db2
    return array


UNCHANGED = (
    "The array that the layers hold is as it was before. Was it changed itself, or was a new array put in its place in "
    "the dict, where no layer looks?"
)


def step_mistakes(name: str) -> tuple[Any, ...]:
    """The mistakes that every parameter can show."""

    def formula(of: Any) -> Formula:
        return lambda g, r: of(vars(g)[name], vars(g)[f"d{name}"], g.learning_rate)

    return mistakes(
        name,
        ("rebound" if name[0] == "W" else "bias-not-updated", UNCHANGED, formula(lambda p, d, rate: p)),
        ("uphill", "The step goes up. Where does the gradient point?", formula(lambda p, d, rate: p + rate * d)),
        (
            "rate-forgotten",
            "The step has the full length of the gradient. What should shorten it?",
            formula(lambda p, d, rate: p - d),
        ),
        (
            "divided-by-the-rate",
            "A smaller rate makes this step longer. What should it do?",
            formula(lambda p, d, rate: p - d / rate),
        ),
        (
            "start-forgotten",
            "This is the step alone. Where does it start from?",
            formula(lambda p, d, rate: -rate * d),
            formula(lambda p, d, rate: rate * d),
            formula(lambda p, d, rate: d),
        ),
        (
            "step-in-proportion",
            "The parameter was multiplied. A step is subtracted, whatever it starts from.",
            formula(lambda p, d, rate: p * (1 - rate * d)),
        ),
        ("rate-subtracted", "The rate was subtracted, too.", formula(lambda p, d, rate: p - d - rate)),
    )


@exercise(
    "net.update",
    level=LEVEL,
    expects="function",
    inputs=step_inputs,
    trials=(dict(D=4, H=5, C=3), dict(D=3, H=6, C=2)),
    rows={
        "W1": "the array that the layers hold",
        "b1": "the array that the layers hold",
        "W2": "the array that the layers hold",
        "b2": "the array that the layers hold",
    },
    behaviour={
        "W1 after a second update": "If the first update is right: the second must start where the first one ended, in "
        "the same array.",
    },
    mistakes=(
        *mistakes(
            "W1",
            (
                "paired-by-position",
                "The gradients came in another order than the params. What tells which one belongs to W1?",
                paired_by_position,
            ),
        ),
        *(mistake for name in PARAMETERS for mistake in step_mistakes(name)),
    ),
)
def update_once(
    update: Any, W1: Any, b1: Any, W2: Any, b2: Any, dW1: Any, db1: Any, dW2: Any, db2: Any, learning_rate: float
) -> Iterator[tuple[str, Any]]:
    """The arrays that layers would hold, after one update and after two. The gradients come in another order."""
    held = {name: array.copy() for name, array in zip(PARAMETERS, (W1, b1, W2, b2), strict=True)}
    params, gradients = dict(held), {"b2": db2, "W1": dW1, "W2": dW2, "b1": db1}
    update(params, gradients, learning_rate)
    for name in PARAMETERS:
        yield name, held[name]
    update(params, gradients, learning_rate)
    yield "W1 after a second update", held["W1"]


# -- one epoch -------------------------------------------------------------------------------------------------------


class Practice:
    """Stands in for a net, so that train_epoch is judged alone, and writes down every batch it has to learn from.

    The batch decides on one number, and the loss is how far the parameters are from it.
    """

    def __init__(self, params: Arrays) -> None:
        self.params, self._held = dict(params), dict(params)
        self.learned: list[tuple[Any, Any]] = []

    def _aim(self, x: Any, t: Any) -> float:
        return float(np.mean(x.sum(axis=1) * (t + 1)))

    def loss(self, x: Any, t: Any) -> float:
        return float(sum(((array - self._aim(x, t)) ** 2).sum() for array in self._held.values())) / 2

    def gradient(self, x: Any, t: Any) -> Arrays:
        self.learned.append((np.array(x), np.array(t)))
        return {name: array - self._aim(x, t) for name, array in self._held.items()}

    def seen(self) -> Arrays:
        """Sizes, first pixels and labels of all batches, each in one array."""
        sizes = np.array([len(x) for x, _ in self.learned], dtype=float)
        first = np.concatenate([np.empty(0), *(x[:, 0] for x, _ in self.learned)])
        labels = np.concatenate([np.empty(0), *(t for _, t in self.learned)])
        return {"sizes of the batches": sizes, "first pixel of each sample": first, "label of each sample": labels}


def epoch_inputs(rng: np.random.Generator, N: int, batch_size: int) -> Arrays:
    """Parameters, x (N, 3), t (N,) and an order that moves every sample."""
    start, turned = rng.permutation(N), np.empty(N, dtype=int)
    turned[start] = np.roll(start, 1)
    t = rng.permutation(np.arange(N) % 4)
    batch = {"x": rng.normal(size=(N, 3)), "t": t, "order": turned}
    return {**weights(rng, 3, 4, 2), **batch, "learning_rate": 0.1, "batch_size": batch_size}


SHORT = "A part of the samples was left out. What about those that do not fill a batch?"
ORDER = "The samples came as they lie in x. Which argument says in which order they are to come?"
APART = "The labels came as they lie in t. Are the samples and the labels of a batch taken by the same indices?"
WHOLE = "Every update saw all samples. Which part of the order belongs to this batch?"
ONE = "Only the first batch came. Does something end the loop too early?"
SINGLE = "Each update saw one sample. How many does batch_size ask for?"
LATE = "Each loss is smaller than it should be. Is it taken before the update of its batch, or after?"
EACH = "A loss for each batch is asked for, in an array."
HELD = "The parameters that the layers hold are as before: the updates did not reach them. What does your `update` do?"


def batch_count(g: SimpleNamespace) -> int:
    return int(-(-g.N // g.batch_size))


@exercise(
    "net.train-epoch",
    level=LEVEL,
    expects="function",
    inputs=epoch_inputs,
    trials=(dict(N=7, batch_size=3), dict(N=8, batch_size=5), dict(N=6, batch_size=2), dict(N=4, batch_size=6)),
    rows={
        "sizes of the batches": "one for each update",
        "first pixel of each sample": "in the order in which the net learned from them",
        "label of each sample": "in the order in which the net learned from them",
        "W1 after the epoch": "the array that the layers hold",
        "losses": "one for each batch",
    },
    mistakes=(
        *mistakes(
            "sizes of the batches",
            ("short-batch-left-out", SHORT, lambda g, r: np.full(g.N // g.batch_size, g.batch_size)),
            ("whole-set-in-every-batch", WHOLE, lambda g, r: np.full(batch_count(g), g.N)),
            ("one-batch-only", ONE, lambda g, r: r.sizes_of_the_batches[:1]),
            ("one-sample-a-batch", SINGLE, lambda g, r: np.ones(g.N)),
        ),
        *mistakes("first pixel of each sample", ("order-ignored", ORDER, lambda g, r: g.x[:, 0])),
        *mistakes(
            "label of each sample",
            ("labels-left-behind", APART, lambda g, r: g.t),
            ("indices-for-labels", "These are the indices, not the labels that lie there.", lambda g, r: g.order),
        ),
        *mistakes("W1 after the epoch", ("params-not-reached", HELD, lambda g, r: g.W1)),
        *mistakes(
            "losses",
            ("loss-after-the-update", LATE, lambda g, r: r.losses * (1 - g.learning_rate) ** 2),
            (
                "one-number-for-the-epoch",
                EACH,
                lambda g, r: r.losses.mean(),
                lambda g, r: r.losses.sum(),
                lambda g, r: r.losses[-1],
                lambda g, r: r.losses[0],
            ),
        ),
    ),
)
def epoch(
    train_epoch: Any,
    W1: Any,
    b1: Any,
    W2: Any,
    b2: Any,
    x: Any,
    t: Any,
    order: Any,
    learning_rate: float,
    batch_size: int,
) -> Iterator[tuple[str, Any]]:
    """What a net was given to learn from, what became of its parameters, and the losses."""
    given = zip(PARAMETERS, (W1, b1, W2, b2), strict=True)
    net = Practice({name: array.copy() for name, array in given})
    held = net.params["W1"]
    losses = train_epoch(net, x, t, batch_size, learning_rate, order)
    yield from net.seen().items()
    yield "W1 after the epoch", held
    yield "losses", losses


# -- questions -------------------------------------------------------------------------------------------------------

ZERO_CHOICES = (
    ("all-four", "The gradient of W2 is a product with the hidden values. What are they here?", 1),
    ("W2-too", "The gradient of W2 is a product with the hidden values. What are they here?", 2),
    ("none", "b2 is added to the logits, whatever the weights are. Is p equal to one-hot for every sample?", 4),
)
UPDATES_CHOICES = (
    ("short-batch-left-out", "71 batches of 20 make 1420 images. What becomes of the other 17?", 71),
    ("a-fraction", "An update happens or it does not. What is done with the 17 images at the end?", 71.85),
    ("one-sample-a-batch", "That would be an update after every single image.", 1437),
    ("size-for-number", "That is how many images are in a batch. How many batches are there?", 20),
    ("epoch-for-batch", "One update for all images at once is what you did by hand. Here every batch has its own.", 1),
)

question("net.question-zero", LEVEL, *ZERO_CHOICES)
question("net.question-updates", LEVEL, *UPDATES_CHOICES)
