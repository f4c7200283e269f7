"""`train_epoch`, `center`, `judge` and two questions: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, lacking, raises
from checks.declaring.mistakes import Judging, slips
from checks.declaring.probes import Array
from checks.levels.gender.following import following
from checks.levels.gender.waves import Waves, outputs, waves

judging = Judging(__name__)

TWO_LAYERS_ONLY = [raises(ValueError("too many values to unpack (expected 2)"))]
SQUARES: list[Written] = [lambda errors: np.mean(errors**2), lambda errors: np.sum(errors**2)]
LAST_SQUARE: list[Written] = [lambda errors: errors[-1] ** 2, lambda errors: errors[-1] ** 2 / len(errors)]
UNSQUARED: list[Written] = [np.mean, lambda errors: -np.mean(errors), lambda errors: np.mean(np.abs(errors))]


def at_start(way: Written) -> Written:
    """What `way` makes of t - y of all samples, (N,), before the first step."""
    return lambda g: way(g.t - outputs(waves(**vars(g)), g.x)[:, 0])


def on_the_way(way: Written) -> Written:
    """The same of each sample just before its step."""
    return lambda t, y_of_each_step: way(t - y_of_each_step)


def at_the_end(way: Written) -> Written:
    """The same with the weights that the epoch leaves behind."""
    return lambda g, r: way(g.t - y_at_the_end(g, r))


def y_at_the_end(g: SimpleNamespace, r: SimpleNamespace) -> Array:
    """y of all samples, (N,), with those weights, where there are two layers."""
    if g.layers != 2:
        raise ValueError("the weights of the middle layer are not among the rows")
    return outputs([Waves(r.W_of_the_first_layer), Waves(r.W_of_the_last_layer)], g.x)[:, 0]


def handed_down(g: SimpleNamespace, r: SimpleNamespace) -> Array:
    """What the last layer hands down for the first sample when it has been updated already."""
    layers = waves(**vars(g))
    outputs(layers, g.x[:1])
    layers[-1].W = r.W_of_the_last_layer_at_the_second_sample
    dy = np.array([r.dy_of_the_first_sample])
    for layer in reversed(layers[1:]):
        dy = layer.backward(dy)
    return dy


def step(g: SimpleNamespace, r: SimpleNamespace) -> Array:
    """By how much the first sample changes the weights of the last layer."""
    change: Array = r.W_of_the_last_layer_at_the_second_sample - g.W_last
    return change


judging.exercise(
    "gender.epoch",
    slips(
        "dy of the first sample",
        {
            "sign": [lambda dy_of_the_first_sample: -dy_of_the_first_sample],
            "not-divided-by-n": [at_start(lambda e: -2 * e[0])],
            "two-forgotten": [at_start(lambda e: -e[0] / len(e))],
            "two-and-n-forgotten": [at_start(lambda e: -e[0])],
            "uphill-without-n": [at_start(lambda e: 2 * e[0]), at_start(lambda e: e[0])],
            "loss-handed-down": [at_start(lambda e: e[0] ** 2), at_start(lambda e: e[0] ** 2 / len(e))],
            "one-handed-down": [lambda: 1.0],
            "rate-in-dy": [lambda dy_of_the_first_sample, learning_rate: dy_of_the_first_sample * learning_rate],
            "y-handed-down": [lambda g: outputs(waves(**vars(g)), g.x)[0, 0]],
            "two-layers-only": TWO_LAYERS_ONLY,
            "other-layers": lacking("Waves", "delta", "net", "y", "x", "activation", "update", "f", "df"),
            "backward-before-forward": lacking("Waves", "_x", "dW"),
        },
    ),
    slips(
        "x of each step",
        {
            "x-order": [lambda x: x[::-1]],
            "first-sample-only": [lambda x, N: np.repeat(x[:1], N, axis=0)],
            "last-sample-only": [lambda x, N: np.repeat(x[-1:], N, axis=0)],
            "one-step": [lambda x: x[:1], lambda x: x[-1:]],
            "no-step": [lambda: np.zeros(0), lambda x: x[:0]],
            "stepped-twice": [lambda x: np.repeat(x, 2, axis=0)],
        },
    ),
    slips(
        "dy that reaches the first layer",
        {
            "updated-before-handing-down": [handed_down],
            "dy-for-every-layer": [lambda g, r: np.full(len(g.W_first), r.dy_of_the_first_sample)],
            "no-step": [lambda: np.zeros(0)],
        },
    ),
    slips(
        "W of the last layer at the second sample",
        {
            "not-updated-yet": [lambda W_last: W_last],
            "uphill": [lambda g, r: g.W_last - step(g, r)],
            "rate-forgotten": [lambda g, r: g.W_last + step(g, r) / g.learning_rate],
            "divided-by-the-rate": [lambda g, r: g.W_last + step(g, r) / g.learning_rate**2],
            "start-forgotten": [step, lambda g, r: -step(g, r), lambda g, r: -step(g, r) / g.learning_rate],
            "stepped-twice/at-one-sample": [lambda g, r: g.W_last + 2 * step(g, r)],
            "n-twice": [lambda g, r: g.W_last + step(g, r) / g.N],
        },
    ),
    slips("W of the last layer", {"only-the-others-learn": [lambda W_last: W_last]}, which="last"),
    slips("W of the first layer", {"only-the-last-learns": [lambda W_first: W_first]}, which="first"),
    slips(
        "loss",
        {
            "loss-before-the-epoch": map(at_start, SQUARES),
            "loss-on-the-way": map(on_the_way, SQUARES),
            "loss-summed": [lambda loss, N: loss * N],
            "loss-of-one-sample": [*map(at_the_end, LAST_SQUARE), *map(on_the_way, LAST_SQUARE)],
            "loss-a-root": [lambda loss: np.sqrt(loss)],
            "errors-not-squared": map(at_the_end, UNSQUARED),
            "every-label-against-every-output": [lambda g, r: np.mean((g.t - y_at_the_end(g, r)[:, None]) ** 2)],
            "outputs-rounded": [
                lambda g, r: np.mean((g.t - np.round(y_at_the_end(g, r))) ** 2),
                lambda g, r: np.mean((g.t - (y_at_the_end(g, r) > 0.5)) ** 2),
            ],
            "loss-halved": [lambda loss: loss / 2],
            "loss-not-returned": [lambda: None],
            "layers-returned": [lambda g: [waves(**vars(g))]],
        },
    ),
)


def cast_into_integers() -> None:
    """Floats subtracted from integers in place: numpy refuses, in words that change from version to version."""
    np.subtract(0.0, 0.0, out=np.zeros(1, dtype=int))


WRONG_MEANS = slips(
    "mean",
    {
        "mean-not-rounded": [lambda train: train.mean(axis=0)],
        "mean-rounded-to-nearest": [lambda train: train.mean(axis=0).round()],
        "mean-rounded-up": [lambda train: np.ceil(train.mean(axis=0))],
        "cut-off-instead-of-down": [lambda train: np.trunc(train.mean(axis=0))],
        "one-mean-for-all": [lambda train: np.floor(train.mean()), lambda train: train.mean()],
        "mean-of-each-person": [lambda train: np.floor(train.mean(axis=1)), lambda train: train.mean(axis=1)],
        "mean-kept-an-axis": [lambda train: np.floor(train.mean(axis=0, keepdims=True))],
        "sum-for-mean": [lambda train: train.sum(axis=0)],
        "median-for-mean": [lambda train: np.floor(np.median(train, axis=0))],
        "minimum-for-mean": [lambda train: train.min(axis=0)],
    },
)

judging.exercise(
    "gender.center",
    WRONG_MEANS,
    slips("mean", {"x-first": [lambda x: x], "float-into-integers": [cast_into_integers]}, array="train"),
    slips(
        "x",
        {
            "sign": [lambda mean, train: mean - train],
            "mean-added": [lambda mean, train: train + mean],
            "not-centred": [lambda train: train],
            "scaled-too": [
                lambda x, train: x / train.std(axis=0),
                lambda x, mean: x / mean,
                lambda x, train: x / train.max(axis=0),
                lambda train: (train - train.mean(axis=0)) / train.std(axis=0),
            ],
        },
    ),
    following(WRONG_MEANS, "x", lambda train, mean: train - mean),
)


def judged(seen: Written) -> Written:
    """The outputs for people whom the net gets to see so."""
    return lambda g: outputs(waves(**vars(g)), seen(g.people, g.mean))[:, 0]


judging.exercise(
    "gender.judge",
    slips(
        "y",
        {
            "their-own-mean": [judged(lambda p, mean: p - p.mean(0)), judged(lambda p, mean: p - np.floor(p.mean(0)))],
            "not-centred": [judged(lambda p, mean: p)],
            "mean-added": [judged(lambda p, mean: p + mean)],
            "sign": [judged(lambda p, mean: mean - p)],
            "one-number-of-the-mean": [judged(lambda p, mean: p - mean.mean()), judged(lambda p, mean: p - mean[0])],
            "centred-twice": [judged(lambda p, mean: p - 2 * mean)],
            "rounded": [lambda y: np.round(y), lambda y: y > 0.5, lambda y: y >= 0.5],
            "y-kept-an-axis": [lambda y: y[:, None]],
            "one-person-only": [lambda y: y[0], lambda y: y[-1], lambda y: y[:1], lambda y: y[-1:]],
            "averaged": [lambda y: y.mean()],
            "a-list": [lambda y: [y]],
            "y-not-returned": [lambda: None],
            "first-layer-only": [lambda g: outputs(waves(**vars(g))[:1], g.people - g.mean)],
            "float-into-integers": [cast_into_integers],
            "two-layers-only": TWO_LAYERS_ONLY,
        },
        array="people",
    ),
)

judging.question(
    "gender.question-alone",
    {"not-centred": [89], "training-mean": [27], "mean-of-two": [15, 14.5], "height": [26], "scaled": [1]},
)
