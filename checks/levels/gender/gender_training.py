"""Level 10, second part: one epoch, sample by sample.  It is tried on layers of another kind, so that it is judged
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import exercise
from checks.levels.gender.gender import LEVEL, Arrays
from checks.levels.gender.gender_waves import (
    errors_at_the_end,
    errors_on_the_way,
    first_error,
    layer_weights,
    loss_at_start,
    output,
    waves,
)
from checks.declaring.writing import lacking, mistakes, raises

# -- one epoch -------------------------------------------------------------------------------------------------------


def epoch_inputs(rng: np.random.Generator, N: int, D: int, layers: int) -> Arrays:
    """Weights, x (N, D), t (N,) with both labels, and a learning rate."""
    drawn = {"x": rng.uniform(0.3, 1.5, size=(N, D)) * rng.choice([-1, 1], size=(N, D))}
    t = np.append(1, rng.permutation(np.arange(N - 1) % 2))  # a 0 at the start would hide that t was forgotten
    return {**layer_weights(rng, D), **drawn, "t": t, "learning_rate": 0.3, "N": N, "layers": layers}


def handed_down(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What the last layer hands down for the first sample when it has been updated already."""
    layers = waves(g)
    output(layers, g.x[0])
    layers[-1].W = r.W_of_the_last_layer_at_the_second_sample
    dy: Any = np.array([r.dy_of_the_first_sample])
    for layer in reversed(layers[1:]):
        dy = layer.backward(dy)
    return dy


def last_step(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """By how much the first sample changes the weights of the last layer."""
    return r.W_of_the_last_layer_at_the_second_sample - g.W_last


N_ONCE = "E is a mean over n samples. Which part of it is the share of one sample?"
TWO = "What is the slope of a square?"
ONE_BY_ONE = (
    "At the second sample the weights were still those of the start. When does a sample's step come: after each "
    "sample, or at the end? And does it reach the W of the layer?"
)
ALONE = (
    "Here the layers are of another kind. They have forward, backward, W and dW, no more: the training needs nothing "
    "else of them."
)
MANY = "This time there are three layers. How do you go through a list of any length, and back?"
AT_THE_END = "The loss asked for is that of the weights which the epoch leaves behind, for all samples anew."
ORDER = ("x-order", "The samples have to come in the order in which they stand in x, each once.")

EPOCH_MISTAKES = (
    *mistakes(
        "dy of the first sample",
        (
            "sign",
            "Each step goes uphill. Does E grow or shrink when y grows towards t?",
            lambda g, r: -r.dy_of_the_first_sample,
        ),
        (
            "not-divided-by-n",
            N_ONCE,
            lambda g, r: -2 * first_error(g),
        ),
        ("two-forgotten", TWO, lambda g, r: -first_error(g) / g.N),
        ("two-and-n-forgotten", f"{TWO} {N_ONCE}", lambda g, r: -first_error(g)),
        (
            "uphill-without-n",
            f"Look at the sign, too. {N_ONCE}",
            lambda g, r: 2 * first_error(g),
            lambda g, r: first_error(g),
        ),
        (
            "loss-handed-down",
            "The squared error itself was handed down. backward wants its slope.",
            lambda g, r: first_error(g) ** 2,
            lambda g, r: first_error(g) ** 2 / g.N,
        ),
        ("one-handed-down", "The gradient of y is not 1: behind y comes the squared error.", lambda g, r: 1.0),
        (
            "rate-in-dy",
            "The learning rate is in dy and in the step. It belongs into one of them.",
            lambda g, r: r.dy_of_the_first_sample * g.learning_rate,
        ),
        (
            "y-handed-down",
            "y itself was handed down. backward wants the slope of E at y.",
            lambda g, r: output(waves(g), g.x[0])[0],
        ),
        ("two-layers-only", MANY, raises(ValueError("too many values to unpack (expected 2)"))),
        (
            "other-layers",
            ALONE,
            *lacking("Waves", "delta", "net", "y", "x", "activation", "update", "f", "df"),
        ),
        (
            "backward-before-forward",
            "Something was read before it was made. What must be called before backward, and what before dW is there?",
            *lacking("Waves", "_x", "dW"),
        ),
    ),
    *mistakes(
        "x of each step",
        (*ORDER, lambda g, r: g.x[::-1]),
        ("first-sample-only", "Every step was made for the same sample.", lambda g, r: np.repeat(g.x[:1], g.N, axis=0)),
        (
            "last-sample-only",
            "Forward went through all samples first, and backward came later: it belongs to the latest forward.",
            lambda g, r: np.repeat(g.x[-1:], g.N, axis=0),
        ),
        (
            "one-step",
            "One step was made for all samples together. Each sample has a step of its own.",
            lambda g, r: g.x[:1],
            lambda g, r: g.x[-1:],
        ),
        (
            "no-step",
            "backward of the first layer was never called.",
            lambda g, r: np.zeros(0),
            lambda g, r: np.zeros((0, g.x.shape[1])),
        ),
        ("stepped-twice", "Each sample was gone back through twice.", lambda g, r: np.repeat(g.x, 2, axis=0)),
    ),
    *mistakes(
        "dy that reaches the first layer",
        (
            "updated-before-handing-down",
            "What was handed down was made with weights that this sample had changed already. All gradients of a "
            "sample belong to the weights with which it went forward.",
            handed_down,
        ),
        (
            "dy-for-every-layer",
            "Every layer got the dy of the output. What does a layer hand out on the way back, and who takes it?",
            lambda g, r: np.full(len(g.W_first), r.dy_of_the_first_sample),
        ),
        ("no-step", "backward of the first layer was never called.", lambda g, r: np.zeros(0)),
    ),
    *mistakes(
        "W of the last layer at the second sample",
        ("not-updated-yet", ONE_BY_ONE, lambda g, r: g.W_last),
        ("uphill", "The step goes up. Where does the gradient point?", lambda g, r: g.W_last - last_step(g, r)),
        (
            "rate-forgotten",
            "The step has the full length of the gradient.",
            lambda g, r: g.W_last + last_step(g, r) / g.learning_rate,
        ),
        (
            "divided-by-the-rate",
            "A smaller rate makes this step longer. What should it do?",
            lambda g, r: g.W_last + last_step(g, r) / g.learning_rate**2,
        ),
        (
            "start-forgotten",
            "This is the step alone. Where does it start from?",
            lambda g, r: last_step(g, r),
            lambda g, r: -last_step(g, r),
            lambda g, r: -last_step(g, r) / g.learning_rate,
        ),
        ("stepped-twice", "Two steps were made for one sample.", lambda g, r: g.W_last + 2 * last_step(g, r)),
        (
            "n-twice",
            "The step is n times too short. The mean was taken once in dy.",
            lambda g, r: g.W_last + last_step(g, r) / g.N,
        ),
    ),
    *mistakes(
        "W of the last layer",
        ("only-the-others-learn", "The last layer is as it was. Which layers make a step?", lambda g, r: g.W_last),
    ),
    *mistakes(
        "W of the first layer",
        ("only-the-last-learns", "The first layer is as it was. Which layers make a step?", lambda g, r: g.W_first),
    ),
    *mistakes(
        "loss",
        (
            "loss-before-the-epoch",
            f"This is the loss before the first step. {AT_THE_END}",
            lambda g, r: loss_at_start(g),
            lambda g, r: loss_at_start(g, np.sum),
        ),
        (
            "loss-on-the-way",
            f"Each sample was measured just before its own step. {AT_THE_END}",
            lambda g, r: np.mean(errors_on_the_way(g, r) ** 2),
            lambda g, r: np.sum(errors_on_the_way(g, r) ** 2),
        ),
        ("loss-summed", "This is the sum over the samples. E is their mean.", lambda g, r: r.loss * g.N),
        (
            "loss-of-one-sample",
            f"This is the squared error of the last sample alone. {AT_THE_END}",
            lambda g, r: errors_at_the_end(g, r)[-1] ** 2,
            lambda g, r: errors_at_the_end(g, r)[-1] ** 2 / g.N,
            lambda g, r: errors_on_the_way(g, r)[-1] ** 2,
            lambda g, r: errors_on_the_way(g, r)[-1] ** 2 / g.N,
        ),
        ("loss-a-root", "A root was taken. E is the mean of the squares.", lambda g, r: np.sqrt(r.loss)),
        (
            "errors-not-squared",
            "The errors were averaged as they are, with or without their signs. Which power is missing?",
            lambda g, r: errors_at_the_end(g, r).mean(),
            lambda g, r: -errors_at_the_end(g, r).mean(),
            lambda g, r: np.abs(errors_at_the_end(g, r)).mean(),
        ),
        (
            "every-label-against-every-output",
            "Every output was compared with every label: (n,) and (n, 1) make a table. Which shape has one output?",
            lambda g, r: np.mean((g.t - (g.t - errors_at_the_end(g, r))[:, None]) ** 2),
        ),
        (
            "outputs-rounded",
            "The outputs were rounded before they were compared. E is made of y itself.",
            lambda g, r: np.mean((g.t - np.round(g.t - errors_at_the_end(g, r))) ** 2),
            lambda g, r: np.mean((g.t - (g.t - errors_at_the_end(g, r) > 0.5)) ** 2),
        ),
        ("loss-halved", "E has no factor 1/2 in this course.", lambda g, r: r.loss / 2),
        ("loss-not-returned", "The training prints what this function returns.", lambda g, r: None),
        (
            "layers-returned",
            "The layers are changed where they are. The loss is to be returned.",
            lambda g, r: [waves(g)],
        ),
    ),
)


@exercise(
    "gender.epoch",
    level=LEVEL,
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
    behaviour={
        "loss of a second epoch": "If the first epoch is right: the second is to start where the first one ended, with "
        "the same list of layers in the same order.",
    },
    mistakes=EPOCH_MISTAKES,
)
def epoch(
    train_epoch: Any,
    W_first: Any,
    W_middle: Any,
    W_last: Any,
    x: Any,
    t: Any,
    learning_rate: float,
    N: int,
    layers: int,
) -> Iterator[tuple[str, Any]]:
    """What happened at the first sample, at all of them, and what the epoch left behind."""
    net = waves(SimpleNamespace(W_first=W_first, W_middle=W_middle, W_last=W_last, layers=layers))
    first, last = net[0], net[-1]
    loss = train_epoch(net, x, t, learning_rate)
    handed, reached = last.handed[:1] or [np.zeros(0)], first.handed[:1] or [np.zeros(0)]
    yield "dy of the first sample", handed[0][0] if handed[0].size else handed[0]
    yield "x of each step", np.array(first.seen)
    yield "y of each step", np.array(last.given_out).ravel()
    yield "dy that reaches the first layer", reached[0]
    yield "W of the last layer at the second sample", last.weights[1] if len(last.weights) > 1 else W_last
    yield "W of the last layer", last.W
    yield "W of the first layer", first.W
    yield "loss", loss
    yield "loss of a second epoch", train_epoch(net, x, t, learning_rate)
