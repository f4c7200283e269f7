"""Level 10, third part: zero mean, judging people with the mean of the training, and two questions."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.gender.gender import LEVEL, Arrays
from checks.levels.gender.gender_waves import layer_weights, output, waves
from checks.probing import unpack
from checks.declaring.old import question
from checks.declaring.writing import mistakes, raises

# -- zero mean -------------------------------------------------------------------------------------------------------


def cast_error() -> Exception:
    """What numpy raises when floats are subtracted from integers in place; its words change from version to version."""
    try:
        whole = np.zeros(1, dtype=int)
        whole -= np.zeros(1)
    except TypeError as error:
        return error
    raise AssertionError("numpy casts floats to integers in place")


CAST = cast_error()


def people_inputs(rng: np.random.Generator, N: int, D: int, whole: bool) -> Arrays:
    """train (N, D), whose means end in ,7 or so in every other column, one mean being negative."""
    train = rng.integers(-9, 9, size=(N, D)) + rng.permutation([60, 165, -35, 90][:D])
    wanted = np.where(np.arange(D) % 2 == 0, N - 1, 1)
    train[0] += (wanted - train.sum(axis=0)) % N
    return {"train": train if whole else train + 0.0}


ROUND_DOWN = "The docstring asks for whole numbers, rounded down."
EACH_COLUMN = "Weight and height are different things: each column has a mean of its own."
WRONG_MEANS: tuple[tuple[Any, ...], ...] = (
    ("mean-not-rounded", ROUND_DOWN, lambda g: g.train.mean(axis=0)),
    (
        "mean-rounded-to-nearest",
        f"These are the nearest whole numbers. {ROUND_DOWN}",
        lambda g: g.train.mean(0).round(),
    ),
    ("mean-rounded-up", ROUND_DOWN, lambda g: np.ceil(g.train.mean(axis=0))),
    (
        "cut-off-instead-of-down",
        "Cutting off the digits rounds a negative number up. Which function of numpy always rounds down?",
        lambda g: np.trunc(g.train.mean(axis=0)),
    ),
    ("one-mean-for-all", EACH_COLUMN, lambda g: np.floor(g.train.mean()), lambda g: g.train.mean()),
    (
        "mean-of-each-person",
        "There is one number for each person here: weight and height were averaged. Over which axis do people lie?",
        lambda g: np.floor(g.train.mean(axis=1)),
        lambda g: g.train.mean(axis=1),
    ),
    (
        "mean-kept-an-axis",
        "The numbers are right, but mean is to have one axis.",
        lambda g: np.floor(g.train.mean(axis=0, keepdims=True)),
    ),
    ("sum-for-mean", "These are the sums. How many people are there?", lambda g: g.train.sum(axis=0)),
    ("median-for-mean", "This is the median.", lambda g: np.floor(np.median(g.train, axis=0))),
    ("minimum-for-mean", "These are the smallest numbers, not the means.", lambda g: g.train.min(axis=0)),
)


def of_given(formula: Any) -> Formula:
    return lambda g, r: formula(g)


def shifted_by(formula: Any) -> Formula:
    return lambda g, r: g.train - formula(g)


@exercise(
    "gender.center",
    level=LEVEL,
    expects="function",
    inputs=people_inputs,
    trials=(dict(N=4, D=2, whole=True), dict(N=7, D=3, whole=False), dict(N=3, D=4, whole=True)),
    rows={"mean": "one number per column", "x": "the shape of train"},
    mistakes=(
        *mistakes("mean", *((name, hint, *map(of_given, means)) for name, hint, *means in WRONG_MEANS)),
        *mistakes(
            "mean",
            (
                "x-first",
                "These are the centred people. In which order does the docstring ask for the two?",
                lambda g, r: r.x,
            ),
            (
                "float-into-integers",
                "train holds whole numbers, and an array does not change its kind in place. It also belongs to the "
                "caller: make a new one.",
                raises(CAST),
            ),
        ),
        *mistakes(
            "x",
            ("sign", "Which is subtracted from which?", lambda g, r: r.mean - g.train),
            ("mean-added", "Which sign brings the people close to 0?", lambda g, r: g.train + r.mean),
            ("not-centred", "This is train as it came in.", lambda g, r: g.train),
            (
                "scaled-too",
                "x was divided as well. Only the mean is asked for here.",
                lambda g, r: r.x / g.train.std(axis=0),
                lambda g, r: r.x / r.mean,
                lambda g, r: r.x / g.train.max(axis=0),
                lambda g, r: (g.train - g.train.mean(axis=0)) / g.train.std(axis=0),
            ),
            *(
                (name, "It was made the right way, but from the wrong mean above.", *map(shifted_by, means))
                for name, _, *means in WRONG_MEANS
            ),
        ),
    ),
)
def center(center: Any, train: Any) -> Iterator[tuple[str, Any]]:
    """The mean, rounded down, and the people with it subtracted."""
    x, mean = unpack(center(train), "x mean", "center(train)")
    yield "mean", mean
    yield "x", x


# -- judging ---------------------------------------------------------------------------------------------------------


def judge_inputs(rng: np.random.Generator, N: int, whole: bool) -> Arrays:
    """Weights, N people, and a mean that is not theirs; whole numbers, or floats."""
    people = rng.integers(-3, 4, size=(N, 2)) + np.array([60, 165])
    mean = np.array([58.0, 163.0]) + rng.integers(0, 2, size=2)
    people[:, 0] += rng.permutation(N) + 1
    return {
        **layer_weights(rng, 2),
        "people": people if whole else people + 0.25,
        "mean": mean,
        "layers": 2 if whole else 3,
    }


def outputs_for(g: SimpleNamespace, people: Any) -> Any:
    """What the net gives for people as they are, (N,)."""
    return np.array([output(waves(g), person)[0] for person in people])


OWN_MEAN = (
    "The mean of the people to be judged was subtracted. The net has learned what a distance from the mean of the "
    "training means: which mean must the new ones be compared with?"
)


@exercise(
    "gender.judge",
    level=LEVEL,
    expects="function",
    inputs=judge_inputs,
    trials=(dict(N=2, whole=False), dict(N=4, whole=True)),
    rows={"y": "one number per person"},
    behaviour={
        "y of the last person alone": "What the net says about somebody must not depend on who else is asked about.",
        "change of the weights": "Judging must not change the layers.",
    },
    mistakes=mistakes(
        "y",
        (
            "their-own-mean",
            OWN_MEAN,
            lambda g, r: outputs_for(g, g.people - g.people.mean(axis=0)),
            lambda g, r: outputs_for(g, g.people - np.floor(g.people.mean(axis=0))),
        ),
        (
            "not-centred",
            "The people went in as they are. What did the net get to see in its training?",
            lambda g, r: outputs_for(g, g.people),
        ),
        (
            "mean-added",
            "The mean was added. Which sign brings people close to 0?",
            lambda g, r: outputs_for(g, g.people + g.mean),
        ),
        ("sign", "Which is subtracted from which?", lambda g, r: outputs_for(g, g.mean - g.people)),
        (
            "one-number-of-the-mean",
            "One number was subtracted from weights and heights alike. mean has one for each.",
            lambda g, r: outputs_for(g, g.people - g.mean.mean()),
            lambda g, r: outputs_for(g, g.people - g.mean[0]),
        ),
        (
            "centred-twice",
            "The mean was subtracted twice.",
            lambda g, r: outputs_for(g, g.people - 2 * g.mean),
        ),
        (
            "rounded",
            "Each output was turned into a label. How sure the net is got lost; the docstring asks for y itself.",
            lambda g, r: np.round(r.y),
            lambda g, r: r.y > 0.5,
            lambda g, r: r.y >= 0.5,
        ),
        (
            "y-kept-an-axis",
            "Each output has one axis of length 1. One number per person is asked for.",
            lambda g, r: r.y[:, None],
        ),
        (
            "one-person-only",
            "People were left out. Does something end the loop too early, or keep only the latest?",
            lambda g, r: r.y[0],
            lambda g, r: r.y[-1],
            lambda g, r: r.y[:1],
            lambda g, r: r.y[-1:],
        ),
        ("averaged", "The outputs were averaged. Each person has one.", lambda g, r: r.y.mean()),
        ("a-list", "An array is asked for, not a list.", lambda g, r: [r.y]),
        ("y-not-returned", "Is a return missing?", lambda g, r: None),
        (
            "first-layer-only",
            "This is what the first layer gives out. Where does it go then?",
            lambda g, r: np.array([output(waves(g)[:1], person) for person in g.people - g.mean]),
        ),
        (
            "float-into-integers",
            "people holds whole numbers, and an array does not change its kind in place. It also belongs to the "
            "caller: make a new one.",
            raises(CAST),
        ),
        (
            "two-layers-only",
            "This time there are three layers. How do you go through a list of any length?",
            raises(ValueError("too many values to unpack (expected 2)")),
        ),
    ),
)
def judge(
    judge: Any, W_first: Any, W_middle: Any, W_last: Any, people: Any, mean: Any, layers: int
) -> Iterator[tuple[str, Any]]:
    """The outputs for all people and for the last one alone; then whether the layers are as before."""
    net = waves(SimpleNamespace(W_first=W_first, W_middle=W_middle, W_last=W_last, layers=layers))
    before = [layer.W.copy() for layer in net]
    yield "y", judge(net, people, mean)
    yield "y of the last person alone", judge(net, people[-1:], mean)
    changes = [np.abs(layer.W - W).max() for layer, W in zip(net, before, strict=True)]
    yield "change of the weights", float(max(changes))


# -- questions -------------------------------------------------------------------------------------------------------

STUCK_CHOICES = (
    ("the-loss", "That is the loss. With which y for all four is the mean of the squared errors so small?", 0.25),
    ("all-female", "Two of the four squared errors would be 0. And the other two?", 1),
    ("all-male", "Two of the four squared errors would be 0. And the other two?", 0),
    ("more-than-a-sigmoid", "A sigmoid gives nothing above 1.", 2),
)
ALONE_CHOICES = (
    ("not-centred", "That is the weight as it is. What is left when the mean is subtracted?", 89),
    ("training-mean", "That is the distance from the training mean, as it should be. And here?", 27),
    ("mean-of-two", "That would be so with the other person beside. How many people are judged here?", 15),
    ("mean-of-two", "That would be so with the other person beside. How many people are judged here?", 14.5),
    ("height", "That is the height, and with the training mean.", 26),
    ("scaled", "Nothing is divided.", 1),
)

question("gender.question-stuck", LEVEL, *STUCK_CHOICES)
question("gender.question-alone", LEVEL, *ALONE_CHOICES)
