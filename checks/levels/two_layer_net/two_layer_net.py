"""Level 08, second part: TwoLayerNet and its way forward.  `two_layer_start`, `two_layer_gradient` have the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import exercise
from checks.levels.relu_net.relu_net import LEVEL, Arrays
from checks.probing import Missing, Misuse, read
from checks.declaring.writing import mistakes

PARAMETERS = ("W1", "b1", "W2", "b2")


# -- driving a net ---------------------------------------------------------------------------------------------------


def parameter(net: Any, name: str) -> Any:
    """The array `net.params[name]`.  Raises Misuse when there is none."""
    params = read(net, "params")
    if not isinstance(params, Mapping):
        what = repr(params) if isinstance(params, Missing) else f"params is a {type(params).__name__}"
        raise Misuse(f"{what}; expected a dict with the entries {', '.join(PARAMETERS)}.")
    if name not in params:
        raise Misuse(f'params has no entry "{name}"; it has: {", ".join(map(str, params)) or "none"}.')
    return params[name]


def write(net: Any, arrays: Mapping[str, Any]) -> None:
    """Put numbers into the arrays of `net.params`, in place, as training does."""
    for name, array in arrays.items():
        held = parameter(net, name)
        if not isinstance(held, np.ndarray):
            raise Misuse(f'params["{name}"] is a {type(held).__name__}; expected an array of shape {array.shape}.')
        if held.shape != array.shape:
            raise Misuse(
                f'params["{name}"] has shape {held.shape}; expected {array.shape}. See the report of net.start.'
            )
        held[...] = array


def moved(before: Any, after: Any) -> float:
    """1 if a result changed, 0 if it is the same to the last digit."""
    return float(not np.array_equal(np.asarray(before), np.asarray(after)))


def has_to_move(got: Any, want: Any) -> str | None:
    """The rule for a row made by `moved`."""
    return None if got == want else "Numbers in the arrays of params were changed in place, and nothing followed."


# -- inputs ----------------------------------------------------------------------------------------------------------


def weights(rng: np.random.Generator, D: int, H: int, C: int) -> Arrays:
    """W1 (D, H), b1 (H,), W2 (H, C), b2 (C,), with biases that are not 0, and logits that keep softmax awake."""
    shapes = {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}
    return {name: rng.normal(size=shape) * (0.5 if name[0] == "W" else 1) for name, shape in shapes.items()}


def batches(rng: np.random.Generator, N: int, D: int, H: int, C: int) -> Arrays:
    """Parameters, a batch x (N, D), t (N,), and the next batch, which has one sample more."""
    params = weights(rng, D, H, C)
    x, next_x = rng.normal(size=(N, D)), rng.normal(size=(N + 1, D))
    t, next_t = (rng.permutation(np.arange(n) % C) for n in (N, N + 1))
    return {**params, "x": x, "t": t, "next_x": next_x, "next_t": next_t}


def half_right(rng: np.random.Generator, N: int, D: int, H: int, C: int) -> Arrays:
    """The same, but the net is right on about half of the samples, so that 0 and 1 are wrong accuracies."""
    given = batches(rng, N, D, H, C)
    guesses = logits_of(SimpleNamespace(**given)).argmax(axis=1)
    given["t"] = np.where(np.arange(N) < N // 2, guesses, (guesses + 1) % C)
    return given


SIZES = (dict(N=11, D=4, H=5, C=3), dict(N=8, D=6, H=3, C=4), dict(N=13, D=3, H=7, C=5))

# -- what the mistakes are made of -----------------------------------------------------------------------------------


def hidden(g: SimpleNamespace) -> Any:
    return g.x @ g.W1 + g.b1


def logits_of(g: SimpleNamespace) -> Any:
    return np.maximum(hidden(g), 0) @ g.W2 + g.b2


def log_p(logits: Any) -> Any:
    return logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)


def mean_loss(logs: Any, t: Any) -> Any:
    return -logs[np.arange(len(t)), t].mean()


# -- forward ---------------------------------------------------------------------------------------------------------

COPIES = (
    "That is what training does. The layers hold other arrays: copies, or arrays that were in params before. Who has "
    "to hold the same ones?"
)
STAYS = "predict hands out the logits as they are: softmax belongs to the loss."


@exercise(
    "net.forward",
    level=LEVEL,
    inputs=half_right,
    trials=SIZES,
    rows={
        "logits follow params": "",
        "logits": "one row per sample, one column per class",
        "loss": "the mean over the batch",
        "accuracy": "a share",
    },
    behaviour={
        "logits of the next batch": "If the logits themselves are right, something of the first batch is left.",
        "loss of a second call": "If the loss itself is right: the same batch must give the same loss again, whatever "
        "was called before.",
    },
    rules={"logits follow params": has_to_move},
    mistakes=(
        *mistakes("logits follow params", ("params-copied", COPIES, lambda g, r: 0)),
        *mistakes(
            "logits",
            ("softmax-in-predict", STAYS, lambda g, r: np.exp(log_p(r.logits)), lambda g, r: log_p(r.logits)),
            (
                "relu-left-out",
                "The hidden sums went on with their negative numbers: is every layer of the chain called?",
                lambda g, r: hidden(g) @ g.W2 + g.b2,
            ),
            (
                "relu-at-the-end",
                "The negative logits were cut off. After which layer does the ReLU come, and after which not?",
                lambda g, r: np.maximum(r.logits, 0),
                lambda g, r: np.maximum(hidden(g) @ g.W2 + g.b2, 0),
            ),
            (
                "classes-for-logits",
                "These are the classes it decides for; accuracy can find them.",
                lambda g, r: r.logits.argmax(axis=1),
            ),
            (
                "hidden-values-returned",
                "The chain was left too early.",
                lambda g, r: hidden(g),
                lambda g, r: np.maximum(hidden(g), 0),
            ),
        ),
        *mistakes(
            "loss",
            (
                "softmax-twice",
                "Softmax was applied twice: the last layer of level 05 takes logits and does it by itself.",
                lambda g, r: mean_loss(log_p(np.exp(log_p(r.logits))), g.t),
            ),
            (
                "logits-returned",
                "These are the logits. One number is asked for: what does the last layer make?",
                lambda g, r: r.logits,
            ),
            (
                "summed",
                "The loss was multiplied by N: the last layer has taken its mean already.",
                lambda g, r: r.loss * g.N,
            ),
            (
                "mean-twice",
                "The loss was divided by N: the last layer has taken its mean already.",
                lambda g, r: r.loss / g.N,
            ),
        ),
        *mistakes(
            "accuracy",
            (
                "counted-not-divided",
                "This is a number of samples. Which share of the batch is it?",
                lambda g, r: r.accuracy * g.N,
            ),
            ("percent", "A share lies between 0 and 1.", lambda g, r: r.accuracy * 100),
            (
                "share-of-mistakes",
                "This is the share of samples on which the net is wrong.",
                lambda g, r: 1 - r.accuracy,
            ),
            (
                "one-for-each-sample",
                "This says of each sample whether it is right. The accuracy is one number.",
                lambda g, r: r.logits.argmax(axis=1) == g.t,
            ),
            (
                "no-sample-right",
                "Some samples are right. Was a share cut to a whole number, or one argmax taken of the whole table?",
                lambda g, r: 0,
            ),
            (
                "one-hot-labels",
                "An array with one axis was asked for a second one. t is (N,), one class index for each sample. And do "
                "the logits have a row for each sample, a column for each class?",
                lambda g, r: g.t.argmax(axis=1),
                lambda g, r: np.argmax(g.t, axis=1),
            ),
            (
                "over-the-samples",
                "For each class a sample was looked for. Each sample needs a class: along which axis do classes lie?",
                lambda g, r: r.logits.argmax(axis=0) == g.t,
            ),
        ),
    ),
)
def forward(
    TwoLayerNet: Any, W1: Any, b1: Any, W2: Any, b2: Any, x: Any, t: Any, next_x: Any, next_t: Any
) -> Iterator[tuple[str, Any]]:
    """How the logits follow the params; logits, loss and accuracy with given params."""
    net = TwoLayerNet(len(W1), len(W2), len(b2))
    given = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    write(net, {name: -array for name, array in given.items()})
    before = net.predict(x)
    write(net, given)
    yield "logits follow params", moved(before, net.predict(x))
    yield "logits", net.predict(x)
    yield "loss", net.loss(x, t)
    yield "accuracy", net.accuracy(x, t)
    yield "logits of the next batch", net.predict(next_x)
    yield "loss of a second call", net.loss(x, t)
