"""Error terms of neurons, layers and batches, steps that use them, and a question: how they are driven."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.evidence import snapshot
from checks.levels.error_terms.neurons import sigmoid, signed, targets
from checks.probing import Misuse, gap, unpack

room = Room(__name__)


def changed_later(function: Callable[..., Any], *arguments: Any) -> float:
    """How much a result changes when its arguments do and the function is called again."""
    others = [value.copy() if isinstance(value, np.ndarray) else value for value in arguments]
    result = function(*others)
    before = snapshot(result)
    for value in others:
        if isinstance(value, np.ndarray):
            value[...] = 0.5
    function(*others)
    return gap(before, result)


def output_neurons(rng: np.random.Generator, neurons: int, samples: int = 0) -> Arrays:
    """t, y and net of output neurons: numbers if it is one, else arrays (neurons,) or (samples, neurons)."""
    shape = (samples, neurons) if samples else (neurons,)
    net, signs = signed(rng, shape, 0.5, 2.2), np.resize(rng.permutation([-1, 1]), shape)
    y = sigmoid(net)
    drawn = {"t": y + signs * rng.uniform(0.3, 0.9, size=shape), "y": y, "net": net}
    return drawn if shape != (1,) else {name: float(array[0]) for name, array in drawn.items()}


@room.exercise(
    "delta.output",
    expects="function",
    inputs=output_neurons,
    trials=(dict(neurons=1), dict(neurons=3), dict(samples=4, neurons=2)),
    rows={"delta": "one for each neuron"},
    behaviour=("change of delta by later calls",),
)
def output(delta_output: Any, t: Any, y: Any, net: Any) -> Rows:
    """The error terms; the same once the arrays that they were made of hold something else."""
    yield "delta", delta_output(t, y, net)
    yield "change of delta by later calls", changed_later(delta_output, t, y, net)


def hidden_layer(rng: np.random.Generator, H: int, M: int) -> Arrays:
    """W_out (M, H + 1), delta_out (M,), net_hidden (H,)."""
    net = signed(rng, H, 0.4, 2)
    return {"W_out": signed(rng, (M, H + 1)), "delta_out": signed(rng, M), "net_hidden": net}


@room.exercise(
    "delta.vector",
    expects="function",
    inputs=hidden_layer,
    trials=(dict(H=3, M=2), dict(H=2, M=4), dict(H=3, M=3)),
    rows={"delta_hidden": "one for each hidden neuron"},
    behaviour=("change in a second call",),
)
def vector(delta_hidden_layer: Any, W_out: Array, delta_out: Array, net_hidden: Array) -> Rows:
    """The error terms, twice.  In the last trial the weights are square, so that numpy refuses no product."""
    first = delta_hidden_layer(W_out, delta_out, net_hidden)
    yield "delta_hidden", first
    yield "change in a second call", gap(first, delta_hidden_layer(W_out, delta_out, net_hidden))


@room.exercise(
    "delta.weights",
    expects="function",
    inputs=lambda rng, D, M: {"delta": signed(rng, M), "y": signed(rng, D)},
    trials=(dict(D=3, M=2), dict(D=2, M=5), dict(D=3, M=4)),
    rows={"gradient": "one row per neuron, biases in the last column"},
    behaviour=("change of the gradient by later calls",),
)
def weights(weight_gradient: Any, delta: Array, y: Array) -> Rows:
    """The gradient; the same once its arguments hold something else.  In the last trial it is square."""
    yield "gradient", weight_gradient(delta, y)
    yield "change of the gradient by later calls", changed_later(weight_gradient, delta, y)


def layers(rng: np.random.Generator, D: int, H: int, M: int) -> Arrays:
    """W_hidden (H, D + 1), W_out (M, H + 1)."""
    return {"W_hidden": signed(rng, (H, D + 1), 0.3, 1), "W_out": signed(rng, (M, H + 1))}


def one_sample(rng: np.random.Generator, D: int, H: int, M: int, learning_rate: float) -> Arrays:
    """Both layers, x (D,) and t (M,) of two samples, and the learning rate."""
    samples = {"x": signed(rng, D), "t": targets(rng, (M,)), "next_x": signed(rng, D), "next_t": targets(rng, (M,))}
    return {**layers(rng, D, H, M), **samples, "learning_rate": learning_rate}


@room.exercise(
    "delta.step",
    expects="function",
    inputs=one_sample,
    trials=(
        dict(D=4, H=2, M=6, learning_rate=0.5),
        dict(D=2, H=4, M=3, learning_rate=2.0),
        dict(D=3, H=3, M=3, learning_rate=1.5),
    ),
    rows={"W_out": "one row per output neuron", "W_hidden": "one row per hidden neuron"},
    behaviour=("W_hidden after a second step",),
)
def training_step(
    step: Any, W_hidden: Array, W_out: Array, x: Array, t: Array, next_x: Array, next_t: Array, learning_rate: float
) -> Rows:
    """Both new arrays, and one of them after a second step.  In the last trial no product is refused."""
    call = "step(W_hidden, W_out, x, t, learning_rate)"
    new_hidden, new_out = unpack(step(W_hidden, W_out, x, t, learning_rate), "W_hidden W_out", call)
    yield "W_out", new_out
    yield "W_hidden", new_hidden
    following = step(new_hidden, new_out, next_x, next_t, learning_rate)
    yield "W_hidden after a second step", unpack(following, "W_hidden W_out", call)[0]


@room.exercise(
    "delta.batch",
    expects="function",
    inputs=lambda rng, N, D, H, M: {**layers(rng, D, H, M), "x": signed(rng, (N, D)), "t": targets(rng, (N, M))},
    trials=(dict(N=7, D=4, H=2, M=6), dict(N=5, D=3, H=6, M=2), dict(N=4, D=3, H=3, M=3)),
    rows={"dW_out": "the shape of W_out", "dW_hidden": "the shape of W_hidden"},
    behaviour=("dW_hidden of the last sample alone",),
)
def batch_of_samples(batch_gradients: Any, W_hidden: Array, W_out: Array, x: Array, t: Array) -> Rows:
    """Both gradients, and one of them for a batch of one."""
    call = "batch_gradients(W_hidden, W_out, x, t)"
    dW_hidden, dW_out = unpack(batch_gradients(W_hidden, W_out, x, t), "dW_hidden dW_out", call)
    yield "dW_out", dW_out
    yield "dW_hidden", dW_hidden
    alone = batch_gradients(W_hidden, W_out, x[-1:], t[-1:])
    yield "dW_hidden of the last sample alone", unpack(alone, "dW_hidden dW_out", call)[0]


NAMES = ("w53", "w54", "b5", "w31", "w32", "b3", "w41", "w42", "b4")
"""The nine weights from the error back, so that the first wrong row names the culprit."""


def net_and_sample(rng: np.random.Generator, t: float, learning_rate: float) -> Arrays:
    """Nine weights that all differ, in the order of NAMES, and the x1 and x2 of two samples."""
    x, next_x = signed(rng, 2, 0.5, 1.5), signed(rng, 2, 0.5, 1.5)
    return {"weights": signed(rng, 9, 0.4, 1.1), "x": x, "next_x": next_x, "t": t, "learning_rate": learning_rate}


@room.exercise(
    "delta.scalar-step",
    expects="function",
    inputs=net_and_sample,
    trials=(dict(t=1.0, learning_rate=0.5), dict(t=0.0, learning_rate=2.0), dict(t=2.0, learning_rate=0.1)),
    rows=dict.fromkeys(NAMES, "the new weight"),
    behaviour=("entries of w that changed", "w31 after a second step"),
)
def scalar_step(step: Any, weights: Array, x: Array, next_x: Array, t: float, learning_rate: float) -> Rows:
    """Nine new weights; whether the old ones are still there; one of them after a step on another sample."""
    given = dict(zip(NAMES, weights.tolist(), strict=True))
    w = dict(given)
    new = nine(step(w, x, t, learning_rate))
    for name in NAMES:
        yield name, new[name]
    yield "entries of w that changed", sum(not _is(w.get(name), value) for name, value in given.items())
    following = step({name: new[name] for name in NAMES}, next_x, t, learning_rate)
    yield "w31 after a second step", nine(following)["w31"]


def nine(new: Any) -> Mapping[str, Any]:
    """What the step returned.  Raises Misuse unless it is a dict with the nine names."""
    if not isinstance(new, Mapping):
        kind = "None (is a return missing?)" if new is None else f"a {type(new).__name__}"
        raise Misuse(f"The step returned {kind}; expected a dict of nine numbers.")
    missing = [name for name in NAMES if name not in new]
    if missing:
        raise Misuse(f"The dict that was returned has no {', '.join(missing)}.")
    return new


def _is(value: Any, number: float) -> bool:
    return isinstance(value, int | float) and value == number


room.question("delta.question-weight")
