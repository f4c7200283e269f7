"""Level 15, one iteration: a TinyNet forward, backward, and the step of its six parameters with weight decay.

`tinynet_batches` has the batches, `tinynet_epoch` the loop over them, `tinynet_questions` the questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, Mistake, exercise
from checks.declaring.tinynet import labels
from checks.probing import unpack
from checks.declaring.writing import raises

LEVEL = "15-tinynet-training"
PARAMETERS = ("W_conv1", "b_conv1", "W_conv2", "b_conv2", "W_fc", "b_fc")
NAMES = " ".join(PARAMETERS)
SCALE = 0.3
"""Of weights and biases: with 1.0 softmax saturates, and wrong nets have the same loss as right ones."""

Arrays = dict[str, Any]

# With a decay of 1e-5 no mistake in it moves a number by as much as the tolerance. So most trials have a large one.
TRIALS = (
    dict(N=3, C=2, H=8, W=12, C1=3, C2=4, classes=5, learning_rate=0.1, weight_decay=0.5),
    dict(N=5, C=3, H=12, W=8, C1=4, C2=2, classes=6, learning_rate=0.3, weight_decay=2.0),
    dict(N=4, C=1, H=8, W=8, C1=2, C2=3, classes=10, learning_rate=0.1, weight_decay=1e-5),
)


def parameters(rng: np.random.Generator, C: int, H: int, W: int, C1: int, C2: int, classes: int) -> Arrays:
    """The six parameters of a net for images (C, H, W) with `classes` classes; biases are not 0."""
    shapes = {
        "W_conv1": (C1, C, 3, 3),
        "b_conv1": (C1,),
        "W_conv2": (C2, C1, 3, 3),
        "b_conv2": (C2,),
        "W_fc": (C2 * (H // 4) * (W // 4), classes),
        "b_fc": (classes,),
    }
    return {name: SCALE * rng.normal(size=shape) for name, shape in shapes.items()}


def iteration_inputs(
    rng: np.random.Generator,
    N: int,
    C: int,
    H: int,
    W: int,
    C1: int,
    C2: int,
    classes: int,
    learning_rate: float,
    weight_decay: float,
) -> Arrays:
    """A net's parameters, a batch, the two rates, and a next batch with one sample more."""
    return {
        **parameters(rng, C, H, W, C1, C2, classes),
        "x": rng.normal(size=(N, C, H, W)),
        "t": labels(rng, N, classes),
        "learning_rate": learning_rate,
        "weight_decay": weight_decay,
        "next_x": rng.normal(size=(N + 1, C, H, W)),
        "next_t": labels(rng, N + 1, classes),
    }


# -- mistakes --------------------------------------------------------------------------------------------------------

Step = Callable[[Any, Any, float, float, SimpleNamespace], Any]
"""wrong(p, dp, rate, decay, given): what a parameter becomes when the mistake is made."""

WHOLE = "The decay is a part of the gradient of L. What is done with the whole gradient before it is subtracted?"
SHRINKS = "This decay makes weights grow. A penalty on large weights pushes each of them towards 0."
PULL = "The pull of the decay has another strength. What is the slope of decay · w²/2 at w?"
ORDER = "The right numbers, in another place: in which order do the parameters come in, and in which do they go out?"

STEPS: tuple[tuple[str, str, Step], ...] = (
    (
        "decay-omitted",
        "This is the step without any decay. L has a second part: what does it add to this gradient?",
        lambda p, d, rate, decay, g: p - rate * d,
    ),
    (
        "uphill",
        "The step goes up the slope. Where does a gradient point, and where do you want to go?",
        lambda p, d, rate, decay, g: p + rate * (d + decay * p),
    ),
    ("uphill", "The step goes up the slope, and has no decay.", lambda p, d, rate, decay, g: p + rate * d),
    (
        "uphill",
        "Only the decay pulls the right way. And the gradient of the loss, where does it point?",
        lambda p, d, rate, decay, g: p + rate * d - rate * decay * p,
    ),
    ("decay-sign", SHRINKS, lambda p, d, rate, decay, g: p - rate * (d - decay * p)),
    ("decay-sign", SHRINKS, lambda p, d, rate, decay, g: p - rate * d + decay * p),
    ("decay-without-the-rate", WHOLE, lambda p, d, rate, decay, g: p - rate * d - decay * p),
    ("decay-without-the-rate", WHOLE, lambda p, d, rate, decay, g: p * (1 - decay) - rate * d),
    ("rate-twice-on-the-decay", WHOLE, lambda p, d, rate, decay, g: p - rate * (d + rate * decay * p)),
    ("decay-doubled", PULL, lambda p, d, rate, decay, g: p - rate * (d + 2 * decay * p)),
    ("decay-halved", PULL, lambda p, d, rate, decay, g: p - rate * (d + decay * p / 2)),
    (
        "decay-by-the-sign",
        "Every weight is pulled equally hard. That is the slope of a penalty on |w|; here it is on w².",
        lambda p, d, rate, decay, g: p - rate * (d + decay * np.sign(p)),
    ),
    (
        "decay-of-the-square",
        "The penalty itself stands in the step, where its slope belongs. Which way would it push a weight below 0?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * p**2),
    ),
    (
        "decay-of-the-square",
        "The penalty itself stands in the step, where its slope belongs. Which way would it push a weight below 0?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * p**2 / 2),
    ),
    (
        "decay-as-one-number",
        "Every entry is moved by the same number, the penalty. What is the slope of the penalty at each weight?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * np.sum(p**2) / 2),
    ),
    (
        "decay-as-one-number",
        "Every entry is moved by the same number. What is the slope of the penalty at each weight?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * np.sum(p)),
    ),
    (
        "decay-over-N",
        "The decay was divided by the size of the batch. Does the penalty know anything of the samples?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * p / g.N),
    ),
    (
        "decay-over-N",
        "The gradient and the decay were divided by N. Where has the mean over the batch been taken already?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * p) / g.N,
    ),
    (
        "gradient-over-N",
        "The gradient was divided by N. Where has the mean over the batch been taken already?",
        lambda p, d, rate, decay, g: p - rate * (d / g.N + decay * p),
    ),
    (
        "decay-after-the-step",
        "The decay was taken from the parameter after its step. Both parts of the gradient belong to the same p.",
        lambda p, d, rate, decay, g: (p - rate * d) * (1 - rate * decay),
    ),
    (
        "decay-on-the-gradient",
        "The gradient was shrunk, not the parameter. Which of the two is the penalty about?",
        lambda p, d, rate, decay, g: p - rate * (d + decay * d),
    ),
    (
        "rate-forgotten",
        "The step has the full length of the gradient. What should shorten it?",
        lambda p, d, rate, decay, g: p - (d + decay * p),
    ),
    (
        "rates-exchanged",
        "The two rates are exchanged: which of them comes first in the list of arguments?",
        lambda p, d, rate, decay, g: p - decay * (d + rate * p),
    ),
    (
        "gradients-returned",
        "This is the gradient. The caller wants to go on training: with what?",
        lambda p, d, rate, decay, g: d,
    ),
    (
        "gradients-returned",
        "This is the gradient with its decay. The caller wants to go on training: with what?",
        lambda p, d, rate, decay, g: d + decay * p,
    ),
    (
        "start-forgotten",
        "This is the step alone. Where does it start from?",
        lambda p, d, rate, decay, g: -rate * (d + decay * p),
    ),
    ("start-forgotten", "This is the step alone.", lambda p, d, rate, decay, g: rate * (d + decay * p)),
    (
        "not-updated",
        "This is the parameter as it came in. Was the new one computed and then not returned?",
        lambda p, d, rate, decay, g: p,
    ),
)
BIASES = "This is the step without the decay. Over which parameters does the sum in L run?"


def gradient_of(name: str, g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """The gradient of the loss alone, worked back from the right parameter after the step."""
    p = vars(g)[name]
    return (p - vars(r)[name]) / g.learning_rate - g.weight_decay * p


def step_mistakes(name: str) -> list[Mistake]:
    """The mistakes that a parameter can show."""

    def formula(wrong: Step) -> Formula:
        return lambda g, r: wrong(vars(g)[name], gradient_of(name, g, r), g.learning_rate, g.weight_decay, g)

    found = [Mistake(label, name, formula(wrong), hint) for label, hint, wrong in STEPS]
    if name.startswith("b"):
        found.insert(0, Mistake("biases-not-decayed", name, formula(STEPS[0][2]), BIASES))
    return found + [Mistake("another-order", name, taken_from(other), ORDER) for other in PARAMETERS if other != name]


def taken_from(other: str) -> Formula:
    """What a row holds when another parameter stands in its place."""
    return lambda g, r: vars(r)[other]


CALLS = (
    Mistake(
        "forward-forgotten",
        PARAMETERS[0],
        raises(AttributeError("'SoftmaxWithLoss' object has no attribute 'p'")),
        "The loss does not know any batch yet. What has to be called before backward?",
    ),
    Mistake(
        "backward-takes-nothing",
        PARAMETERS[0],
        raises(TypeError("TinyNet.backward() takes 1 positional argument but 2 were given")),
        "backward needs no argument: the walk back starts at the loss, with 1.",
    ),
)

# -- the exercise ----------------------------------------------------------------------------------------------------


@exercise(
    "training.one-iteration",
    level=LEVEL,
    expects="function",
    inputs=iteration_inputs,
    trials=TRIALS,
    rows={name: f"the shape of {name}" for name in PARAMETERS},
    behaviour={
        "W_conv1 again, after another batch": "Something of another batch is left in the net. Every iteration builds a "
        "net of its own from the six arrays that it is given.",
        "W_fc after later changes": "What was returned changed when the arguments did: it must be an array of its own.",
    },
    mistakes=(*CALLS, *(mistake for name in PARAMETERS for mistake in step_mistakes(name))),
)
def one_iteration(
    train_one_iter: Any,
    W_conv1: Any,
    b_conv1: Any,
    W_conv2: Any,
    b_conv2: Any,
    W_fc: Any,
    b_fc: Any,
    x: Any,
    t: Any,
    learning_rate: float,
    weight_decay: float,
    next_x: Any,
    next_t: Any,
) -> Iterator[tuple[str, Any]]:
    """The six parameters after one step; the first again after another batch, one after the arguments were changed."""
    params, rates = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc), (learning_rate, weight_decay)
    kept = [array.copy() for array in params]
    updated = unpack(train_one_iter(*params, x, t, *rates), NAMES, "train_one_iter(...)")
    yield from zip(PARAMETERS, updated, strict=True)
    train_one_iter(*(array.copy() for array in kept), next_x, next_t, *rates)
    yield "W_conv1 again, after another batch", train_one_iter(*(array.copy() for array in kept), x, t, *rates)[0]
    last = train_one_iter(*kept, x, t, *rates)[4]
    for array in kept:
        array += 1
    yield "W_fc after later changes", last
