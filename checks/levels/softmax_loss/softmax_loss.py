"""Level 05, softmax with loss: probabilities, cross entropy from logits, and the gradient of both together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.probing import Misuse
from checks.declaring.old import question
from checks.declaring.writing import quietly

LEVEL = "05-softmax-loss"

# -- inputs ----------------------------------------------------------------------------------------------------------


def logits_of(rng: np.random.Generator, N: int, C: int, rows: str) -> Any:
    """Logits (N, C). `rows` says what they are like; each kind breaks another short cut."""
    x = rng.normal(size=(N, C))
    kinds = {
        "whole numbers": rng.integers(-3, 4, size=(N, C)) + np.arange(C),
        "near 1000": x + 1000,
        "near 0, 1000 and -1000": x + np.resize([0, 1000, -1000], (N, 1)),
        "1800 wide": x + np.array([900, *[-900] * (C - 1)]),
    }
    return kinds.get(rows, x)


def labels_of(rng: np.random.Generator, N: int, C: int) -> Any:
    """Labels (N,), whole numbers from 0 to C - 1, never all the same; some repeat when N > C."""
    return rng.permutation((np.arange(N) + rng.integers(C)) % C)


def batch(rng: np.random.Generator, N: int, C: int, rows: str) -> dict[str, Any]:
    """Logits x (N, C) and labels t (N,). "label far below" puts the true class of two rows 800 and 40 lower."""
    x, t = logits_of(rng, N, C, rows), labels_of(rng, N, C)
    if rows == "label far below":
        x[[0, 1], t[:2]] -= [800, 40]
    return {"x": x, "t": t}


def two_batches(rng: np.random.Generator, N: int, C: int, rows: str) -> dict[str, Any]:
    """A batch, and the next one, which is one sample longer."""
    following = batch(rng, N + 1, C, "near 0")
    return {**batch(rng, N, C, rows), "next_x": following["x"], "next_t": following["t"]}


# -- what the mistakes are made of -----------------------------------------------------------------------------------

HINTS = {
    "no-shift": "exp of a number above 709 is inf, and all that it enters is lost. Probabilities depend only on the "
    "differences within a row: what may you take off a row before exp comes in?",
    "one-shift-for-all": "One number was taken off the whole batch. A row far below the largest is then all zeros "
    "after exp, and so is its sum. What is the largest logit of each row, and which shape does it need?",
    "shift-too-small": "Something is taken off each row, but a row can be so wide that its largest logit stays above "
    "709. After which shift is no exponent ever positive?",
    "whole-number-buffer": "x holds whole numbers here, and so does an array made like it: a probability put into it "
    "loses everything after the point.",
    "over-the-batch": "Here the columns sum to 1. Along which axis of x do classes compete with each other?",
    "over-everything": "All rows together sum to 1. Every sample has probabilities of its own: each row must sum to 1.",
    "not-divided": "These are exponentials. They are positive, but a row does not sum to 1 yet.",
    "no-exponential": "The logits themselves were divided by their sum. What makes them positive first?",
    "each-alone": "This is a sigmoid of every logit alone. The classes of a row compete: together they have 1.",
    "logarithm": "These are the logarithms of the probabilities. softmax hands out the probabilities themselves.",
    "softmax-twice": "Softmax was applied twice: probabilities were used as if they were logits.",
    "log-of-zero": "The probability of a true class is so small that it was rounded to 0 before the logarithm came. "
    "Which form of ln p needs no p?",
    "epsilon": "The true class has a probability far below the small number that keeps the logarithm away from 0, so "
    "the loss stops growing there. Which form of ln p needs no p, and so no such number?",
    "summed": "This is the sum over the batch, which grows with the size of the batch. The loss is the mean.",
    "one-for-each-sample": "These are the losses of the samples, each right. The loss of the batch is one number.",
    "mean-of-the-table": "It is C times too small: a mean over all entries of a table (N, C). The mean runs over what?",
    "minus-missing": "The loss is negative. Which sign has the logarithm of a number below 1?",
    "another-logarithm": "The loss is taken with another logarithm. In this course it is the natural one.",
    "logits-as-probabilities": "This is the logarithm of a logit. Logits are no probabilities, and can be negative.",
    "only-the-label": "Only the logit of the true class was used. The others of its row belong to ln p, too.",
    "own-guess": "The class that the net prefers was treated as the true one. What do the labels say?",
    "every-label-in-every-row": "The labels of all samples were used in every row. Sample n has one label, t[n]: one "
    "row and one column for each sample.",
    "labels-pick-rows": "The labels picked rows. Rows are samples; a label says which column of its own row counts.",
    "all-classes": "All classes entered the loss. Of each row only the entry of the true class counts.",
    "labels-as-numbers": "The labels were used as numbers. Class 2 is not twice class 1: a label says where to look.",
    "yes-or-no-formula": "This is the formula for classes that each say yes or no alone: it takes ln (1 - p) of the "
    "other classes as well.",
    "squares": "These are squared differences. Here the loss of a sample is made from one logarithm.",
    "lost-axis": "An array (N, C) and an array (N,) do not fit: numpy lines shapes up from the right. One number for "
    "each row needs the shape (N, 1), see keepdims. And if the (N,) are the labels: they are places to look at.",
    "one-hot": "t is (N,), one class index for each sample, not a table with a column for each class.",
    "mean-forgotten": "Every entry is N times too large. The loss is a mean over the batch: how much of it does one "
    "sample answer for?",
    "mean-twice": "Every entry is N times too small: the mean over the batch was taken twice.",
    "divided-by-classes": "It was divided by the number of classes. The mean in the loss runs over the samples alone.",
    "sign": "The sign is the other way round. Does the loss rise or fall when the logit of the true class is raised?",
    "label-not-used": "These are the probabilities. Where do the labels come in? Each row should sum to 0.",
    "logits-not-probabilities": "The logits stand where the probabilities should: what has forward kept?",
    "gradient-of-p": "This is the gradient at the probabilities. From there it has to go back through softmax, too, "
    "where each logit moves every p of its row.",
    "others-forgotten": "Only the entry of the true class is there. The other logits of the row move the loss, too.",
    "slope-twice": "The slope p (1 - p) was multiplied in once more. The joint gradient contains it already.",
    "dout-ignored": "This is the gradient for dout = 1. What is handed down, here another number, must be used.",
    "cache-overwritten": "The first call changed what the layer had kept from forward. A second name for an array "
    "makes no copy: which line writes into the kept probabilities?",
    "no-default": "The loss stands last in a net, so backward is usually called with nothing: then dout is 1.",
    "dout-not-taken": "backward is also called with a number: the gradient of what comes after the loss.",
}


def log_p(x: Any) -> Any:
    """Logarithms of the probabilities, finite for any logits."""
    return x - np.logaddexp.reduce(x, axis=1, keepdims=True)


def shares(x: Any, shift: Any) -> Any:
    """Shares of exp within each row after taking off `shift`: nan where the shift does not keep exp in its range."""
    e = np.exp(x - shift)
    return e / e.sum(axis=1, keepdims=True)


def log_shares(x: Any, shift: Any) -> Any:
    """log p by way of the logarithm of a sum: inf where the shift does not keep exp in its range."""
    return x - shift - np.log(np.exp(x - shift).sum(axis=1, keepdims=True))


def one_hot(t: Any, C: int) -> Any:
    return np.eye(C)[t]


def mean_loss(logs: Any, t: Any) -> Any:
    return -logs[np.arange(len(t)), t].mean()


def mistakes(row: str, formulas: Iterable[tuple[str, Formula]]) -> tuple[Mistake, ...]:
    """Mistakes seen in one row, given as (name, formula); the hint is that of the name."""
    return tuple(Mistake(name, row, formula, HINTS[name]) for name, formula in formulas)


def lost_axis(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    x = given.logits if hasattr(given, "logits") else given.x
    return x - x.max(axis=1)


def not_one_hot(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    return given.t.argmax(axis=1)


# -- softmax ---------------------------------------------------------------------------------------------------------


def whole_number_buffer(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    if given.x.dtype.kind != "i":
        raise LookupError("only logits that are whole numbers show this")
    return np.trunc(right.p)


@exercise(
    "softmax.rows",
    level=LEVEL,
    expects="function",
    inputs=lambda rng, **trial: {"x": logits_of(rng, **trial)},
    trials=(
        dict(N=4, C=3, rows="near 0"),
        dict(N=5, C=2, rows="whole numbers"),
        dict(N=3, C=5, rows="near 0, 1000 and -1000"),
        dict(N=3, C=4, rows="1800 wide"),
    ),
    rows={"p": "the shape of x"},
    behaviour={
        "p of a second call": "If this row alone is wrong, something is left from the first call: the same x gives the "
        "same p.",
        "p after later changes": "If p was right at first, it changed when x did, or when softmax was called again. "
        "What softmax hands out belongs to the caller: build a new array in every call.",
    },
    mistakes=mistakes(
        "p",
        [
            ("whole-number-buffer", whole_number_buffer),
            ("shift-too-small", lambda given, right: shares(given.x, given.x.mean(axis=1, keepdims=True))),
            ("shift-too-small", lambda given, right: shares(given.x, given.x.min(axis=1, keepdims=True))),
            ("no-shift", lambda given, right: shares(given.x, 0)),
            ("one-shift-for-all", lambda given, right: shares(given.x, given.x.max())),
            ("over-the-batch", lambda given, right: shares(given.x.T, given.x.T.max(axis=1, keepdims=True)).T),
            ("over-everything", lambda given, right: np.exp(given.x) / np.exp(given.x).sum()),
            ("not-divided", lambda given, right: np.exp(given.x - given.x.max(axis=1, keepdims=True))),
            ("not-divided", lambda given, right: np.exp(given.x)),
            ("no-exponential", lambda given, right: given.x / given.x.sum(axis=1, keepdims=True)),
            ("each-alone", lambda given, right: 1 / (1 + np.exp(-given.x))),
            ("logarithm", lambda given, right: log_p(given.x)),
            ("softmax-twice", lambda given, right: np.exp(log_p(right.p))),
            ("lost-axis", lost_axis),
        ],
    ),
)
def softmax_rows(softmax: Any, x: Any) -> Iterator[tuple[str, Any]]:
    """Probabilities of each row."""
    yield "p", quietly(softmax, x)
    yield "p of a second call", quietly(softmax, x)
    other = x.copy()
    p = quietly(softmax, other)
    other[...] = np.arange(x.shape[1])
    quietly(softmax, other.copy())
    yield "p after later changes", p


# -- the loss, as a function and as a layer --------------------------------------------------------------------------

EPSILONS = (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)


def squares(x: Any, t: Any) -> Any:
    return (np.exp(log_p(x)) - one_hot(t, x.shape[1])) ** 2


def yes_or_no(x: Any, t: Any) -> Any:
    p, hot = np.exp(log_p(x)), one_hot(t, x.shape[1])
    return -(hot * np.log(p) + (1 - hot) * np.log(1 - p)).sum() / len(t)


LOSSES: tuple[tuple[str, Callable[[Any, Any], Any]], ...] = (
    ("log-of-zero", lambda x, t: mean_loss(np.log(np.exp(log_p(x))), t)),
    ("one-shift-for-all", lambda x, t: mean_loss(np.log(shares(x, x.max())), t)),
    ("one-shift-for-all", lambda x, t: mean_loss(log_shares(x, x.max()), t)),
    ("no-shift", lambda x, t: mean_loss(np.log(shares(x, 0)), t)),
    ("no-shift", lambda x, t: mean_loss(log_shares(x, 0), t)),
    *(("epsilon", lambda x, t, e=e: mean_loss(np.log(np.exp(log_p(x)) + e), t)) for e in EPSILONS),
    *(("epsilon", lambda x, t, e=e: mean_loss(np.log(np.clip(np.exp(log_p(x)), e, 1)), t)) for e in EPSILONS),
    ("summed", lambda x, t: mean_loss(log_p(x), t) * len(t)),
    ("one-for-each-sample", lambda x, t: -log_p(x)[np.arange(len(t)), t]),
    ("mean-of-the-table", lambda x, t: mean_loss(log_p(x), t) / x.shape[1]),
    ("minus-missing", lambda x, t: -mean_loss(log_p(x), t)),
    ("another-logarithm", lambda x, t: mean_loss(log_p(x), t) / np.log(2)),
    ("another-logarithm", lambda x, t: mean_loss(log_p(x), t) / np.log(10)),
    ("softmax-twice", lambda x, t: mean_loss(log_p(np.exp(log_p(x))), t)),
    ("logits-as-probabilities", lambda x, t: mean_loss(np.log(x), t)),
    ("only-the-label", lambda x, t: mean_loss(x, t)),
    ("own-guess", lambda x, t: -log_p(x).max(axis=1).mean()),
    ("every-label-in-every-row", lambda x, t: -log_p(x)[:, t].mean()),
    ("every-label-in-every-row", lambda x, t: -log_p(x)[:, t].sum() / len(t)),
    ("labels-pick-rows", lambda x, t: -log_p(x)[t].mean()),
    ("all-classes", lambda x, t: -log_p(x).mean()),
    ("all-classes", lambda x, t: -log_p(x).sum() / len(t)),
    ("labels-as-numbers", lambda x, t: -(t[:, None] * log_p(x)).sum() / len(t)),
    ("yes-or-no-formula", yes_or_no),
    ("squares", lambda x, t: squares(x, t).mean()),
    ("squares", lambda x, t: squares(x, t).sum() / len(t)),
    ("squares", lambda x, t: squares(x, t).sum() / len(t) / 2),
)
"""wrong(x, t): the loss that a mistake leads to."""


def loss_mistakes(logits: str) -> tuple[Mistake, ...]:
    """The mistakes of a loss, for an exercise that calls its logits `logits`."""

    def formula(wrong: Callable[[Any, Any], Any]) -> Formula:
        return lambda given, right: wrong(vars(given)[logits], given.t)

    numbers = [(name, formula(wrong)) for name, wrong in LOSSES]
    return mistakes("loss", [*numbers, ("lost-axis", lost_axis), ("one-hot", not_one_hot)])


LOSS_AGAIN = "If this row alone is wrong, something is left from the call before: the same x and t give the same loss."
LOSS_TRIALS = (
    dict(N=4, C=3, rows="near 0"),
    dict(N=3, C=5, rows="near 1000"),
    dict(N=5, C=4, rows="near 0, 1000 and -1000"),
    dict(N=3, C=6, rows="label far below"),
)


def logits_and_labels(rng: np.random.Generator, **trial: Any) -> dict[str, Any]:
    given = batch(rng, **trial)
    return {"logits": given["x"], "t": given["t"]}


@exercise(
    "softmax.cross-entropy",
    level=LEVEL,
    expects="function",
    inputs=logits_and_labels,
    trials=LOSS_TRIALS,
    rows={"loss": "the mean over the batch"},
    behaviour={"loss of a second call": LOSS_AGAIN},
    mistakes=loss_mistakes("logits"),
)
def cross_entropy_loss(cross_entropy: Any, logits: Any, t: Any) -> Iterator[tuple[str, Any]]:
    """Mean loss of a batch, from logits."""
    yield "loss", quietly(cross_entropy, logits, t)
    yield "loss of a second call", quietly(cross_entropy, logits, t)


@exercise(
    "softmax.loss-forward",
    level=LEVEL,
    inputs=two_batches,
    trials=LOSS_TRIALS,
    rows={"loss": "the mean over the batch"},
    behaviour={
        "loss of the next batch": "One layer serves batch after batch: each forward starts anew with its own x and t.",
        "loss of a second call": LOSS_AGAIN,
    },
    mistakes=loss_mistakes("x"),
)
def loss_forward(SoftmaxWithLoss: Any, x: Any, t: Any, next_x: Any, next_t: Any) -> Iterator[tuple[str, Any]]:
    """The loss of a batch, and again after another batch."""
    layer = SoftmaxWithLoss()
    yield "loss", quietly(layer.forward, x, t)
    yield "loss of the next batch", quietly(layer.forward, next_x, next_t)
    yield "loss of a second call", quietly(layer.forward, x, t)


# -- backward --------------------------------------------------------------------------------------------------------


def with_dout(rng: np.random.Generator, **trial: Any) -> dict[str, Any]:
    """Two batches and dout, one number other than 1."""
    return {**two_batches(rng, **trial), "dout": rng.uniform(1.3, 1.9)}


def p_of(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    return right.dx * given.N + one_hot(given.t, given.C)


def minus_one_hot(p: Any, given: SimpleNamespace) -> Any:
    return (p - one_hot(given.t, given.C)) / given.N


def every_label_column(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    dx = p_of(given, right)
    dx[:, given.t] -= 1
    return dx / given.N


def own_guess(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    p = p_of(given, right)
    return (p - one_hot(p.argmax(axis=1), given.C)) / given.N


def no_default(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    raise TypeError("SoftmaxWithLoss.backward() missing 1 required positional argument: 'dout'")


def dout_not_taken(given: SimpleNamespace, right: SimpleNamespace) -> Any:
    raise TypeError("SoftmaxWithLoss.backward() takes 1 positional argument but 2 were given")


GRADIENTS: tuple[tuple[str, Formula], ...] = (
    ("one-shift-for-all", lambda given, right: minus_one_hot(shares(given.x, given.x.max()), given)),
    ("no-shift", lambda given, right: minus_one_hot(shares(given.x, 0), given)),
    ("mean-forgotten", lambda given, right: right.dx * given.N),
    ("mean-twice", lambda given, right: right.dx / given.N),
    ("divided-by-classes", lambda given, right: right.dx * given.N / given.C),
    ("divided-by-classes", lambda given, right: right.dx / given.C),
    ("sign", lambda given, right: -right.dx),
    ("label-not-used", lambda given, right: p_of(given, right) / given.N),
    ("label-not-used", p_of),
    ("every-label-in-every-row", every_label_column),
    ("labels-as-numbers", lambda given, right: (p_of(given, right) - given.t[:, None]) / given.N),
    ("own-guess", own_guess),
    ("logits-not-probabilities", lambda given, right: minus_one_hot(given.x, given)),
    ("gradient-of-p", lambda given, right: -one_hot(given.t, given.C) / p_of(given, right) / given.N),
    ("others-forgotten", lambda given, right: right.dx * one_hot(given.t, given.C)),
    ("slope-twice", lambda given, right: right.dx * p_of(given, right) * (1 - p_of(given, right))),
    ("no-default", no_default),
    ("dout-not-taken", dout_not_taken),
    ("lost-axis", lost_axis),
    ("one-hot", not_one_hot),
)
SECOND: tuple[tuple[str, Formula], ...] = (
    ("cache-overwritten", lambda given, right: right.dx - one_hot(given.t, given.C) / given.N),
    ("cache-overwritten", lambda given, right: minus_one_hot(right.dx, given)),
)


@exercise(
    "softmax.loss-backward",
    level=LEVEL,
    inputs=with_dout,
    trials=(
        dict(N=4, C=3, rows="near 0"),
        dict(N=3, C=5, rows="near 0"),
        dict(N=5, C=4, rows="near 0, 1000 and -1000"),
    ),
    rows={"dx": "the shape of x", "dx for another dout": "the shape of x"},
    behaviour={
        "dx of a second backward": "If the first dx was right, that call changed what the layer had kept. Until the "
        "next forward, every call of backward gives the same.",
        "dx after the first was changed": "If the first dx was right: its caller wrote into it, and the layer noticed. "
        "It had handed out an array that it still needs itself. Hand out a new one.",
        "dx of the next batch": "One layer serves batch after batch: backward belongs to the latest forward.",
    },
    mistakes=(
        *mistakes("dx", GRADIENTS),
        *mistakes("dx for another dout", [("dout-ignored", lambda given, right: right.dx)]),
        *mistakes("dx of a second backward", SECOND),
    ),
)
def loss_backward(
    SoftmaxWithLoss: Any, x: Any, t: Any, next_x: Any, next_t: Any, dout: float
) -> Iterator[tuple[str, Any]]:
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


# -- questions -------------------------------------------------------------------------------------------------------


def asked(answer: Any) -> Iterator[tuple[str, Any]]:
    """A number, of which two places after the point count."""
    if answer is ...:
        raise Misuse("Nothing is here yet: put a number in the place of the dots and run that cell again.")
    yield "answer", np.round(answer, 2) if isinstance(answer, int | float | np.number) else answer


def not_this(got: Any, want: Any) -> str | None:
    """A rule in place of equality: the report must not give the right answer away."""
    return None if abs(got - want) < 0.011 else f"It is not {got:g}."


CHANCE = (
    ("probability", "That is the probability of each class. What is the loss of that probability?", 1 / 5),
    ("one-minus-p", "That is how often a blind guess fails. The loss is made from the probability itself.", 4 / 5),
    ("sign", "The logarithm of a number below 1 is negative. Which sign has a loss?", np.round(-np.log(5), 2)),
    (
        "summed",
        "That is the sum over the 20 photographs. The loss of a batch is their mean.",
        np.round(20 * np.log(5), 2),
    ),
    ("another-logarithm", "That is a logarithm to base 2; np.log is the natural one.", np.round(np.log2(5), 2)),
    ("another-logarithm", "That is a logarithm to base 10; np.log is the natural one.", np.round(np.log10(5), 2)),
    (
        "samples-for-classes",
        "There are 20 photographs, but among how many classes is the choice?",
        np.round(np.log(20), 2),
    ),
    ("zero", "A loss of 0 needs p = 1 for every true class. Which p do equal logits give?", 0),
)
ROW = (
    ("mean-forgotten", "You took the row for a sample alone. It belongs to a mean over N = 5 samples.", 0.82),
    ("an-entry", "That is an entry of dx as it stands. How was it made from p?", 0.18, -0.18, 0.06, 0.12),
    ("one-minus-p", "That is what the probability lacks to 1. What is left?", 0.9),
    ("not-the-label", "That class has a positive entry. Which entry must be negative?", 0.3, 0.6),
    ("index", "That is the index of the label, and it is right. Which probability did the net give it?", 1),
)

question("softmax.question-chance", LEVEL, *CHANCE, meaning="a loss", rule=not_this, probe=asked)
question("softmax.question-row", LEVEL, *ROW, meaning="a probability", rule=not_this, probe=asked)
