"""Level 04, affine: out = x @ W + b for a batch, and two questions.  `affine_backward` has the gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import exercise
from checks.declaring.old import question
from checks.declaring.writing import gap, mistakes, undefined

LEVEL = "04-affine"
# In the first two trials every size differs, so that mistakes show in the shapes. The last has a square W on purpose:
# numpy refuses no product there, and an answer that tries which way round fits is found out.
SIZES = (dict(N=4, D=3, M=5), dict(N=3, D=6, M=2), dict(N=2, D=4, M=4))

Arrays = dict[str, Any]


def layer_and_batch(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """x (N, D), W (D, M), b (M,), and `W_step`, `b_step`, by which an update of the parameters changes them."""
    shapes = {"x": (N, D), "W": (D, M), "b": (M,), "W_step": (D, M), "b_step": (M,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def forward_inputs(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """A layer, a batch, and a next batch with one sample more."""
    return {**layer_and_batch(rng, N, D, M), "next_x": rng.normal(size=(N + 1, D))}


# -- tools for mistakes ----------------------------------------------------------------------------------------------


def grown(array: Any, step: Any) -> Any:
    """A copy of `array` to which `step` was added in place; raises as numpy does when the shapes don't fit."""
    copy = array.copy()
    copy += step
    return copy


def multiplied(array: Any, factor: Any) -> Any:
    """A copy of `array` that was multiplied by the matrix `factor` in place."""
    copy = array.copy()
    copy @= factor
    return copy


SELF = "A method sees its arguments. What the layer keeps from one call to the next is reached in another way."

# -- forward ---------------------------------------------------------------------------------------------------------

BIAS_AXIS = "b has one number for each output. Along which axis of an (N, M) array does it have to lie?"
MEET_AT_D = "Write the shapes beside each other: x is (N, D), W is (D, M). As they stand, which axes meet at D?"
LEFT = "x holds one sample in each row, W one neuron in each column. Which of the two gives a product its rows?"
IN_PLACE = "The result has another shape than this array, and the array belongs to the caller. Make a new one."
ONLY_AFFINE = "That is the work of the activation, a layer of its own that comes after this one."

FORWARD_MISTAKES = mistakes(
    "out",
    ("bias-forgotten", "The dot products are right. What does each neuron add to its own?", lambda g, r: g.x @ g.W),
    (
        "bias-on-the-wrong-axis",
        BIAS_AXIS,
        lambda g, r: g.x @ g.W + g.b[:, None],
        lambda g, r: g.W.T @ g.x.T + g.b,
    ),
    (
        "bias-in-one-row",
        "The first sample is right. Is the bias there for the others, too?",
        lambda g, r: np.vstack([r.out[:1], (g.x @ g.W)[1:]]),
    ),
    (
        "bias-summed",
        "Every neuron has a bias of its own; here all of them got the same number.",
        lambda g, r: g.x @ g.W + g.b.sum(),
    ),
    ("bias-sign", "Look at the sign with which the bias goes in.", lambda g, r: g.x @ g.W - g.b),
    (
        "bias-inside-the-product",
        "The bias was multiplied by the inputs. It comes after the weighted sum and knows nothing of x.",
        lambda g, r: g.x @ (g.W + g.b),
    ),
    (
        "W-transposed-in-forward",
        MEET_AT_D,
        lambda g, r: g.x @ g.W.T + g.b,
        lambda g, r: np.dot(g.x, g.W.T) + g.b,
    ),
    ("factors-exchanged", LEFT, lambda g, r: g.W @ g.x + g.b, lambda g, r: np.dot(g.W, g.x) + g.b),
    (
        "multiplied-entry-by-entry",
        "`*` multiplies what lies at the same place. Each output needs a sum of products.",
        lambda g, r: g.x * g.W + g.b,
    ),
    ("samples-in-columns", f"The samples came out in columns. {LEFT}", lambda g, r: r.out.T),
    ("first-sample-only", "Only the first sample went through; the batch has N of them.", lambda g, r: r.out[0]),
    (
        "batch-summed",
        "The samples were added up. In forward they never meet: each keeps a row of its own.",
        lambda g, r: r.out.sum(axis=0),
        lambda g, r: (g.x @ g.W).sum(axis=0) + g.b,
    ),
    ("activation-inside", f"The negative numbers were cut off. {ONLY_AFFINE}", lambda g, r: np.maximum(r.out, 0)),
    ("activation-inside", f"A sigmoid was applied. {ONLY_AFFINE}", lambda g, r: 1 / (1 + np.exp(-r.out))),
    ("out-not-returned", "The next layer takes over what forward hands out.", lambda g, r: None),
    ("written-in-place", IN_PLACE, lambda g, r: multiplied(g.x, g.W), lambda g, r: grown(g.b, g.x @ g.W)),
    ("self-forgotten", SELF, *undefined("W", "b")),
)
FORWARD_BEHAVIOUR = {
    "change of the first out by a second forward": "The caller may still need what the first call returned: each "
    "call makes an array of its own.",
    "difference to a new layer on the next batch": "Something of the first batch is left in the layer. The next "
    "one may have another number of samples, too: use the x of this call.",
    "difference to a new layer after an update": "W and b were changed in place between the calls, as training "
    "does. The layer must keep the arrays that it was given, not copies, and look into them at every call.",
}


@exercise(
    "affine.forward",
    level=LEVEL,
    inputs=forward_inputs,
    trials=SIZES,
    rows={"out": "one row per sample, one column per output"},
    behaviour=FORWARD_BEHAVIOUR,
    mistakes=FORWARD_MISTAKES,
)
def forward(Affine: Any, x: Any, W: Any, b: Any, W_step: Any, b_step: Any, next_x: Any) -> Iterator[tuple[str, Any]]:
    """out = x @ W + b; then whether the layer, on the next batch and after an update, is as good as a new one."""
    layer = Affine(W, b)
    out = layer.forward(x)
    yield "out", out
    before = snapshot(out)
    next_out = layer.forward(next_x)
    yield "change of the first out by a second forward", gap(before, out)
    yield "difference to a new layer on the next batch", gap(next_out, Affine(W, b).forward(next_x))
    W -= W_step
    b -= b_step
    yield "difference to a new layer after an update", gap(layer.forward(x), Affine(W, b).forward(x))


# -- questions -------------------------------------------------------------------------------------------------------

SIZE_CHOICES = (
    ("bias-forgotten", "That is W alone. What else does each of the ten outputs have?", 640),
    ("one-layer-per-sample", "All samples of a batch share one W and one b. Does N count at all?", 20800),
    ("bias-per-sample", "W is counted rightly. One b serves every row: how many numbers does it have?", 960),
    ("bias-per-input", "W is counted rightly. Does an input have a bias, or an output?", 704),
    ("added-sizes", "A weight joins each input to each output. How many such pairs are there?", 74),
    ("output-counted", "out, (N, M), is computed, not learned. What is it computed with?", 330),
    ("input-counted", "x, (N, D), comes from the data. Which array is it multiplied by?", 2058),
)
BATCH_CHOICES = (
    ("a-mean", "That would hold for a mean. How many terms has the sum for an entry of db now?", 1),
    ("one-bias-per-sample", "db has the shape of b, one number for each output. Does N occur in it?", 3),
    ("rows-of-dx-added", "dx has a row for each sample. Is any other sample in the sum for dx[1, 0]?", 4),
)

question("affine.question-size", LEVEL, *SIZE_CHOICES)
question("affine.question-batch", LEVEL, *BATCH_CHOICES)
