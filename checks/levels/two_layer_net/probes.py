"""`TwoLayerNet` and its training: how they are driven."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from checks import probing
from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.probing import Misuse, read

room = Room(__name__)

PARAMETERS = ("W1", "b1", "W2", "b2")


def weights(rng: np.random.Generator, D: int, H: int, C: int) -> Arrays:
    """W1 (D, H), b1 (H,), W2 (H, C), b2 (C,), with biases that are not 0, and logits that keep softmax awake."""
    shapes = {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}
    return {name: rng.normal(size=shape) * (0.5 if name[0] == "W" else 1) for name, shape in shapes.items()}


def logits_of(x: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Array:
    """The logits, (N, C)."""
    return (x @ W1 + b1).clip(0) @ W2 + b2


def parameter(net: Any, name: str) -> Any:
    """The array `net.params[name]`.  Raises Misuse when there is none."""
    params = read(net, "params")
    if not isinstance(params, Mapping):
        what = repr(params) if isinstance(params, probing.Missing) else f"params is a {type(params).__name__}"
        raise Misuse(f"{what}; expected a dict with the entries {', '.join(PARAMETERS)}.")
    if name not in params:
        raise Misuse(f'params has no entry "{name}"; it has: {", ".join(map(str, params)) or "none"}.')
    return params[name]


def write(net: Any, arrays: Arrays) -> None:
    """Put numbers into the arrays of `net.params`, in place, as training does."""
    for name, array in arrays.items():
        held, key = parameter(net, name), f'params["{name}"]'
        if not isinstance(held, np.ndarray):
            raise Misuse(f"{key} is a {type(held).__name__}; expected an array of shape {array.shape}.")
        if held.shape != array.shape:
            raise Misuse(f"{key} has shape {held.shape}; expected {array.shape}. See the report of net.start.")
        held[...] = array


def filled(TwoLayerNet: Any, params: Arrays, ask: Callable[[Any], Any]) -> tuple[Any, float]:
    """A net with these parameters, and 1 if what is asked of it followed when they were written in place, else 0."""
    net = TwoLayerNet(len(params["W1"]), len(params["W2"]), len(params["b2"]))
    write(net, {name: -array for name, array in params.items()})
    before = ask(net)
    write(net, params)
    return net, float(not np.array_equal(np.asarray(before), np.asarray(ask(net))))


def start_inputs(rng: np.random.Generator, weight_init_std: Any, **sizes: int) -> Arrays:
    """The sizes, how the scale of the weights is asked for, and the scale."""
    asked = {} if weight_init_std == "default" else {"weight_init_std": weight_init_std}
    return {**sizes, "asked": asked, "scale": asked.get("weight_init_std", 0.01)}


@room.exercise(
    "net.start",
    inputs=start_inputs,
    trials=(dict(D=60, H=50, C=40, weight_init_std="default"), dict(D=45, H=70, C=30, weight_init_std=0.2)),
    rows={
        "shape of W1": "D and H",
        "spread of W1": "in multiples of weight_init_std",
        "b1": "one zero for each hidden neuron",
        "shape of W2": "H and C",
        "spread of W2": "in multiples of weight_init_std",
        "b2": "one zero for each class",
    },
    behaviour=("b1 of another net",),
)
def start(TwoLayerNet: Any, D: int, H: int, C: int, asked: Arrays, scale: float) -> Rows:
    """Shapes and spread of the start, and whether two nets share an array."""
    net, another = TwoLayerNet(D, H, C, **asked), TwoLayerNet(D, H, C, **asked)
    for W, b in (("W1", "b1"), ("W2", "b2")):
        yield f"shape of {W}", np.array(np.shape(parameter(net, W)))
        ratio = float(np.std(parameter(net, W))) / scale
        yield f"spread of {W}", 1.0 if 0.8 < ratio < 1.25 else float(f"{ratio:.1g}")  # else to one digit
        yield b, parameter(net, b)
    parameter(net, "b1")[...] = 1.0
    yield "b1 of another net", parameter(another, "b1")


SIZES = (dict(N=11, D=4, H=5, C=3), dict(N=8, D=6, H=3, C=4), dict(N=13, D=3, H=7, C=5))


def batches(rng: np.random.Generator, N: int, D: int, H: int, C: int) -> Arrays:
    """Parameters, a batch x (N, D), t (N,), and the next batch, which has one sample more."""
    params = weights(rng, D, H, C)
    x, next_x = rng.normal(size=(N, D)), rng.normal(size=(N + 1, D))
    t, next_t = (rng.permutation(np.arange(n) % C) for n in (N, N + 1))
    return {**params, "x": x, "t": t, "next_x": next_x, "next_t": next_t}


def half_right(rng: np.random.Generator, N: int, D: int, H: int, C: int) -> Arrays:
    """The same, but the net is right on about half of the samples, so that 0 and 1 are wrong accuracies."""
    given = batches(rng, N, D, H, C)
    guesses = logits_of(given["x"], *(given[name] for name in PARAMETERS)).argmax(axis=1)
    given["t"] = np.where(np.arange(N) < N // 2, guesses, (guesses + 1) % C)
    return given


@room.exercise(
    "net.forward",
    inputs=half_right,
    trials=SIZES,
    rows={
        "logits follow params": "",
        "logits": "one row per sample, one column per class",
        "loss": "the mean over the batch",
        "accuracy": "a share",
    },
    behaviour=("logits of the next batch", "loss of a second call"),
)
def forward(TwoLayerNet: Any, x: Array, t: Array, next_x: Array, next_t: Array, **params: Array) -> Rows:
    """How the logits follow the params; logits, loss and accuracy with given params."""
    net, followed = filled(TwoLayerNet, params, lambda net: net.predict(x))
    yield "logits follow params", followed
    yield "logits", net.predict(x)
    yield "loss", net.loss(x, t)
    yield "accuracy", net.accuracy(x, t)
    yield "logits of the next batch", net.predict(next_x)
    yield "loss of a second call", net.loss(x, t)


class Missing(probing.Missing):
    """Stands where an entry of a dict should have been."""

    def __repr__(self) -> str:
        return f'{self.owner} has no entry "{self.name}"'


def taken(gradients: Any, name: str) -> Any:
    """One gradient out of what `gradient` returned.  Raises Misuse when that is no dict."""
    if not isinstance(gradients, Mapping):
        what = "None (is a return missing?)" if gradients is None else f"a {type(gradients).__name__}"
        raise Misuse(f"gradient(x, t) returned {what}; expected a dict with the entries {', '.join(PARAMETERS)}.")
    return gradients.get(name, Missing(f"The dict of gradients ({', '.join(map(str, gradients))})", name))


@room.exercise(
    "net.gradient",
    inputs=batches,
    trials=SIZES,
    rows={
        "loss follows params": "",
        "W1": "the shape of W1",
        "b1": "one number for each hidden neuron",
        "W2": "the shape of W2",
        "b2": "one number for each class",
    },
    behaviour=("W1 of a second call", "W1 of the next batch", "b2 of the next batch", "W1 after the next batch"),
)
def gradient(TwoLayerNet: Any, x: Array, t: Array, next_x: Array, next_t: Array, **params: Array) -> Rows:
    """How the loss follows the params; the gradients after another batch was seen, again, and of the next batch."""
    net, followed = filled(TwoLayerNet, params, lambda net: net.loss(x, t))
    yield "loss follows params", followed
    net.loss(next_x, next_t)
    first = net.gradient(x, t)
    for name in PARAMETERS:
        yield name, taken(first, name)
    yield "W1 of a second call", taken(net.gradient(x, t), "W1")
    following = net.gradient(next_x, next_t)
    yield "W1 of the next batch", taken(following, "W1")
    yield "b2 of the next batch", taken(following, "b2")
    yield "W1 after the next batch", taken(first, "W1")


def step_inputs(rng: np.random.Generator, D: int, H: int, C: int) -> Arrays:
    """Parameters, a gradient for each, and a learning rate."""
    gradients = {f"d{name}": array for name, array in weights(rng, D, H, C).items()}
    return {**weights(rng, D, H, C), **gradients, "learning_rate": 0.3}


@room.exercise(
    "net.update",
    expects="function",
    inputs=step_inputs,
    trials=(dict(D=4, H=5, C=3), dict(D=3, H=6, C=2)),
    rows=dict.fromkeys(PARAMETERS, "the array that the layers hold"),
    behaviour=("W1 after a second update",),
)
def update_once(update: Any, learning_rate: float, **given: Array) -> Rows:
    """The arrays that layers would hold, after one update and after two. The gradients come in another order."""
    held = {name: given[name].copy() for name in PARAMETERS}
    params, gradients = dict(held), {name: given[f"d{name}"] for name in ("b2", "W1", "W2", "b1")}
    update(params, gradients, learning_rate)
    yield from held.items()
    update(params, gradients, learning_rate)
    yield "W1 after a second update", held["W1"]


class Practice:
    """Stands in for a net, and notes every batch.  The loss is how far the parameters are from one number of it."""

    def __init__(self, params: Arrays) -> None:
        self.held = {name: array.copy() for name, array in params.items()}
        self.params = dict(self.held)
        self.learned: list[tuple[Array, Array]] = []

    def _aim(self, x: Array, t: Array) -> float:
        return float(np.mean(x.sum(axis=1) * (t + 1)))

    def loss(self, x: Array, t: Array) -> float:
        return float(sum(((array - self._aim(x, t)) ** 2).sum() for array in self.held.values())) / 2

    def gradient(self, x: Array, t: Array) -> Arrays:
        self.learned.append((np.array(x), np.array(t)))
        return {name: array - self._aim(x, t) for name, array in self.held.items()}

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


@room.exercise(
    "net.train-epoch",
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
)
def epoch(
    train_epoch: Any, x: Array, t: Array, batch_size: int, learning_rate: float, order: Array, **params: Array
) -> Rows:
    """What a net was given to learn from, what became of its parameters, and the losses."""
    net = Practice(params)
    losses = train_epoch(net, x, t, batch_size, learning_rate, order)
    yield from net.seen().items()
    yield "W1 after the epoch", net.held["W1"]
    yield "losses", losses


room.question("net.question-zero")
room.question("net.question-updates")
