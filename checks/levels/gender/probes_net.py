"""`train_epoch`, `center`, `judge` and two questions: how they are driven, on layers of another kind."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.declaring.probes import Array, Arrays, Room, Rows
from checks.levels.gender.waves import layer_weights, waves
from checks.probing import unpack

room = Room(__name__)


def epoch_inputs(rng: np.random.Generator, N: int, D: int, layers: int) -> Arrays:
    """Weights, x (N, D), t (N,) with both labels, and a learning rate."""
    x = rng.uniform(0.3, 1.5, size=(N, D)) * rng.choice([-1, 1], size=(N, D))
    t = np.append(1, rng.permutation(np.arange(N - 1) % 2))  # a 0 at the start would hide that t was forgotten
    return {**layer_weights(rng, D), "x": x, "t": t, "learning_rate": 0.3, "N": N, "layers": layers}


@room.exercise(
    "gender.epoch",
    expects="function",
    inputs=epoch_inputs,
    trials=(dict(N=4, D=2, layers=2), dict(N=5, D=3, layers=3)),
    rows={
        "dy of the first sample": "what the last layer is handed",
        "x of each step": "one sample per step",
        "y of each step": "one number per step",
        "dy that reaches the first layer": "at the first sample",
        "W of the last layer at the second sample": "before its step",
        "W of the last layer": "after the epoch",
        "W of the first layer": "after the epoch",
        "loss": "",
    },
    behaviour=("loss of a second epoch",),
)
def epoch(train_epoch: Any, x: Array, t: Array, learning_rate: float, **given: Any) -> Rows:
    """What happened at the first sample, at all of them, and what the epoch left behind."""
    net = waves(**given)
    first, last = net[0], net[-1]
    loss = train_epoch(net, x, t, learning_rate)
    yield "dy of the first sample", last.steps[0].dy[0] if last.steps else np.zeros(0)
    yield "x of each step", np.array([step.x for step in first.steps])
    yield "y of each step", np.array([step.y for step in last.steps]).ravel()
    yield "dy that reaches the first layer", first.steps[0].dy if first.steps else np.zeros(0)
    yield "W of the last layer at the second sample", last.steps[1].W if len(last.steps) > 1 else given["W_last"]
    yield "W of the last layer", last.W
    yield "W of the first layer", first.W
    yield "loss", loss
    yield "loss of a second epoch", train_epoch(net, x, t, learning_rate)


def people_inputs(rng: np.random.Generator, N: int, D: int, whole: bool) -> Arrays:
    """train (N, D), whose means end in ,7 or so in every other column, one mean being negative."""
    train = rng.integers(-9, 9, size=(N, D)) + rng.permutation([60, 165, -35, 90][:D])
    wanted = np.where(np.arange(D) % 2 == 0, N - 1, 1)
    train[0] += (wanted - train.sum(axis=0)) % N
    return {"train": train if whole else train + 0.0}


@room.exercise(
    "gender.center",
    expects="function",
    inputs=people_inputs,
    trials=(dict(N=4, D=2, whole=True), dict(N=7, D=3, whole=False), dict(N=3, D=4, whole=True)),
    rows={"mean": "one number per column", "x": "the shape of train"},
)
def center(center: Any, train: Array) -> Rows:
    """The mean, rounded down, and the people with it subtracted."""
    x, mean = unpack(center(train), "x mean", "center(train)")
    yield from {"mean": mean, "x": x}.items()


def judge_inputs(rng: np.random.Generator, N: int, whole: bool) -> Arrays:
    """Weights, N people, and a mean that is not theirs; whole numbers, or floats."""
    people = rng.integers(-3, 4, size=(N, 2)) + np.array([60, 165])
    mean = np.array([58.0, 163.0]) + rng.integers(0, 2, size=2)
    people[:, 0] += rng.permutation(N) + 1
    kind = {"people": people, "layers": 2} if whole else {"people": people + 0.25, "layers": 3}
    return {**layer_weights(rng, 2), **kind, "mean": mean}


@room.exercise(
    "gender.judge",
    expects="function",
    inputs=judge_inputs,
    trials=(dict(N=2, whole=False), dict(N=4, whole=True)),
    rows={"y": "one number per person"},
    behaviour=("y of the last person alone", "change of the weights"),
)
def judge(judge: Any, people: Array, mean: Array, **given: Any) -> Rows:
    """The outputs for all people and for the last one alone; then whether the layers are as before."""
    net = waves(**given)
    before = [layer.W.copy() for layer in net]
    yield "y", judge(net, people, mean)
    yield "y of the last person alone", judge(net, people[-1:], mean)
    yield "change of the weights", max(float(np.abs(layer.W - W).max()) for layer, W in zip(net, before, strict=True))


room.question("gender.question-alone")
