"""`softmax`, `cross_entropy`, `SoftmaxWithLoss` and two questions: how they are driven."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.probing import Misuse, quietly

room = Room(__name__)


def logits_of(rng: np.random.Generator, N: int, C: int, rows: str) -> Array:
    """Logits (N, C). `rows` says what they are like; each kind breaks another short cut."""
    x = rng.normal(size=(N, C))
    kinds = {
        "whole numbers": rng.integers(-3, 4, size=(N, C)) + np.arange(C),
        "near 1000": x + 1000,
        "near 0, 1000 and -1000": x + np.resize([0, 1000, -1000], (N, 1)),
        "1800 wide": x + np.array([900, *[-900] * (C - 1)]),
    }
    return np.asarray(kinds.get(rows, x))


def batch(rng: np.random.Generator, N: int, C: int, rows: str) -> Arrays:
    """Logits x (N, C), labels t (N,), never all the same; "label far below" puts two true classes 800 and 40 lower."""
    x, t = logits_of(rng, N, C, rows), rng.permutation((np.arange(N) + rng.integers(C)) % C)
    if rows == "label far below":
        x[[0, 1], t[:2]] -= [800, 40]
    return {"x": x, "t": t}


def two_batches(rng: np.random.Generator, N: int, C: int, rows: str) -> Arrays:
    """A batch, and the next one, which is one sample longer."""
    following = batch(rng, N + 1, C, "near 0")
    return {**batch(rng, N, C, rows), "next_x": following["x"], "next_t": following["t"]}


NEAR = dict(N=4, C=3, rows="near 0")
APART = dict(N=5, C=4, rows="near 0, 1000 and -1000")
LOSS_TRIALS = (NEAR, dict(N=3, C=5, rows="near 1000"), APART, dict(N=3, C=6, rows="label far below"))
LOSS = {"loss": "the mean over the batch"}
NEXT, AGAIN = "loss of the next batch", "loss of a second call"


@room.exercise(
    "softmax.rows",
    expects="function",
    inputs=lambda rng, **trial: {"x": logits_of(rng, **trial)},
    trials=(
        NEAR,
        dict(N=5, C=2, rows="whole numbers"),
        dict(N=3, C=5, rows="near 0, 1000 and -1000"),
        dict(N=3, C=4, rows="1800 wide"),
    ),
    rows={"p": "the shape of x"},
    behaviour=("p of a second call", "p after later changes"),
)
def softmax_rows(softmax: Any, x: Array) -> Rows:
    """Probabilities of each row."""
    yield "p", quietly(softmax, x)
    yield "p of a second call", quietly(softmax, x)
    other = x.copy()
    p = quietly(softmax, other)
    other[...] = np.arange(x.shape[1])
    quietly(softmax, other.copy())
    yield "p after later changes", p


@room.exercise(
    "softmax.cross-entropy",
    expects="function",
    inputs=lambda rng, **trial: dict(zip(("logits", "t"), batch(rng, **trial).values(), strict=True)),
    trials=LOSS_TRIALS,
    rows=LOSS,
    behaviour=(AGAIN,),
)
def cross_entropy_loss(cross_entropy: Any, logits: Array, t: Array) -> Rows:
    """Mean loss of a batch, from logits."""
    yield "loss", quietly(cross_entropy, logits, t)
    yield AGAIN, quietly(cross_entropy, logits, t)


@room.exercise("softmax.loss-forward", inputs=two_batches, trials=LOSS_TRIALS, rows=LOSS, behaviour=(NEXT, AGAIN))
def loss_forward(SoftmaxWithLoss: Any, x: Array, t: Array, next_x: Array, next_t: Array) -> Rows:
    """The loss of a batch, and again after another batch."""
    layer = SoftmaxWithLoss()
    yield "loss", quietly(layer.forward, x, t)
    yield NEXT, quietly(layer.forward, next_x, next_t)
    yield AGAIN, quietly(layer.forward, x, t)


@room.exercise(
    "softmax.loss-backward",
    inputs=lambda rng, **trial: {**two_batches(rng, **trial), "dout": rng.uniform(1.3, 1.9)},
    trials=(NEAR, dict(N=3, C=5, rows="near 0"), APART),
    rows=dict.fromkeys(("dx", "dx for another dout"), "the shape of x"),
    behaviour=("dx of a second backward", "dx after the first was changed", "dx of the next batch"),
)
def loss_backward(SoftmaxWithLoss: Any, x: Array, t: Array, next_x: Array, next_t: Array, dout: float) -> Rows:
    """The gradient with and without dout, twice, after what was handed out is changed, and for another batch."""
    layer, another = SoftmaxWithLoss(), SoftmaxWithLoss()
    quietly(layer.forward, x, t)
    first = quietly(layer.backward)
    yield "dx", first
    quietly(another.forward, x, t)
    yield "dx for another dout", quietly(another.backward, dout)
    yield "dx of a second backward", quietly(layer.backward)
    if isinstance(first, np.ndarray) and first.flags.writeable:
        first[...] = 7
    yield "dx after the first was changed", quietly(layer.backward)
    quietly(layer.forward, next_x, next_t)
    yield "dx of the next batch", quietly(layer.backward)


def asked(answer: Any) -> Rows:
    """A number, of which two places after the point count."""
    if answer is ...:
        raise Misuse("Nothing is here yet: put a number in the place of the dots and run that cell again.")
    yield "answer", np.round(answer, 2) if isinstance(answer, int | float | np.number) else answer


room.question("softmax.question-chance", "a loss", asked)
room.question("softmax.question-row", "a probability", asked)
