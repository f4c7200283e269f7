"""Level 14, TinyNet backward: the gradients of all six parameters, judged layer by layer, counted from the loss."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.evidence import Other, snapshot
from checks.declaring.old import Formula, Mistake, exercise
from checks.declaring.tinynet import PARAMETERS, TRIALS, Arrays, net_and_batches, parameters_in, update, with_one_pixel
from checks.probing import unpack
from checks.declaring.old import question
from checks.declaring.writing import gap, lacking, mistakes

LEVEL = "14-tinynet-backward"
FROM_THE_LOSS = ("fc", "conv2", "conv1")
GRADIENTS = " ".join(f"d{name}" for name in PARAMETERS)
COUNTED = "layers, counted from the loss"
CALL = "backward()"

# -- which layer is the first wrong one ------------------------------------------------------------------------------


def digest(gradients: dict[str, Any], given: Arrays) -> Any:
    """For each layer, counted from the loss, one number that its dW and db leave together, shape (3,).

    nan for a layer whose gradients don't have the shapes of its parameters.
    """
    return np.array([_layer_digest(layer, gradients, given) for layer in FROM_THE_LOSS])


def _layer_digest(layer: str, gradients: dict[str, Any], given: Arrays) -> float:
    total = 0.0
    for name in (f"W_{layer}", f"b_{layer}"):
        got = snapshot(gradients[f"d{name}"])
        if isinstance(got, Other) or got.shape != given[name].shape:
            return float("nan")
        # Weights that differ from entry to entry, so that numbers in wrong places don't add up to the right sum.
        total += float((got.ravel() * np.cos(1 + np.arange(got.size))).sum())
    return total


PATHS = {
    "fc": "Only the loss layer lies before it: what does fc.backward get, and from where?",
    "conv2": "fc is right, so the gradient was still good there. It comes to conv2 by way of pool2 and relu2: look at "
    "what each of them is given.",
    "conv1": "fc and conv2 are right, so the gradient was still good in conv2. It comes to conv1 by way of pool1 and "
    "relu1: look at what each of them is given, and at what conv2.backward returns.",
}


def the_first_wrong_layer(got: Any, want: Any) -> str | None:
    """A rule in place of equality: it names the first layer whose gradients are wrong."""
    for layer, is_now, should_be in zip(FROM_THE_LOSS, got, want, strict=True):
        if np.isnan(is_now):
            return f"A gradient of {layer} is no array of the shape of its parameter: see its row below."
        if abs(is_now - should_be) > 1e-4 * (1 + abs(should_be)):
            return f"Counted from the loss, {layer} is the first layer with a wrong gradient. {PATHS[layer]}"
    return None


# -- mistakes --------------------------------------------------------------------------------------------------------

ORDER = "The six gradients come in the order in which the net takes its parameters, the first layer first, W before b."
RELU_SKIPPED = (
    "The gradient went past {relu}. It was let through everywhere, but forward had cut something off there: on the way "
    "back, every layer of the chain is asked."
)
NOT_FROM_THE_LOSS = (
    "fc got ones as its dout. The gradient of the loss with respect to the logits is known to one layer."
)
LOGITS_AS_DOUT = "The gradient starts at the loss. Which layer knows how the loss reacts to each logit?"
STAGE_ORDER = (
    "A layer was handed a gradient whose shape is not that of its own output. backward meets the layers in the reverse "
    "order of forward: which one stands between the two that you joined?"
)
NOT_REVERSED = (
    "A convolution was handed something without channels, height and width. Backward begins where forward ended."
)
HALF_WAY = "This layer was never asked: its gradients are set by its own backward."


def relu2_skipped(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What the batch sends back from fc, added up over each map."""
    return (r.db_fc @ g.W_fc.T).reshape(g.C2, -1).sum(axis=1)


def relu1_skipped(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    """What kernels of one pixel send back, added up over each map."""
    return r.db_conv2 @ g.W_conv2[:, :, 1, 1]


def relu_refuses(stage: int) -> list[Formula]:
    """Formulas of a ReLU that is handed the gradient of what the pooling after it gave."""

    def shapes(g: SimpleNamespace) -> tuple[tuple[int, ...], tuple[int, ...]]:
        N, C, H, W = (g.N, g.C1, g.H, g.W) if stage == 1 else (g.N, g.C2, g.H // 2, g.W // 2)
        return (N, C, H, W), (N, C, H // 2, W // 2)

    return [
        lambda g, r: np.where(np.ones(shapes(g)[0], bool), np.ones(shapes(g)[1]), 0),
        lambda g, r: np.ones(shapes(g)[1]) * np.ones(shapes(g)[0], bool),
    ]


def not_reversed(g: SimpleNamespace, r: SimpleNamespace) -> Any:
    return np.ones((g.N, g.classes)).transpose(0, 2, 3, 1)


def returned_at(row: str, other: str) -> Formula:
    return lambda g, r: vars(r)[other]


def orders() -> Iterator[Mistake]:
    """Every gradient in the place of another one."""
    names = GRADIENTS.split()
    for row in names:
        others = [other for other in names if other != row]
        yield from mistakes(row, ("order", ORDER, *(returned_at(row, other) for other in others)))


BACKWARD_MISTAKES = (
    *orders(),
    *mistakes(
        "db_fc",
        ("ones-for-dout", NOT_FROM_THE_LOSS, lambda g, r: np.full(g.classes, g.N)),
        ("stages-out-of-order", STAGE_ORDER, *relu_refuses(2), *relu_refuses(1)),
        ("not-reversed", NOT_REVERSED, not_reversed),
    ),
    *mistakes("db_conv2", ("relu2-skipped", RELU_SKIPPED.format(relu="relu2"), relu2_skipped)),
    *mistakes("db_conv1", ("relu1-skipped", RELU_SKIPPED.format(relu="relu1"), with_one_pixel(relu1_skipped))),
    *(
        mistake
        for layer, kind in (("conv1", "Convolution"), ("conv2", "Convolution"), ("fc", "FullyConnected"))
        for name in (f"dW_{layer}", f"db_{layer}")
        for mistake in mistakes(
            name,
            (
                "backward-not-called",
                HALF_WAY,
                lambda g, r: None,
                *lacking(kind, name[:2]),
            ),
        )
    ),
)


@exercise(
    "tinynet.backward",
    level=LEVEL,
    inputs=net_and_batches,
    trials=TRIALS,
    rows={
        COUNTED: "one number for each layer",
        **{
            name: f"the shape of {name[1:]}"
            for name in ("db_fc", "dW_fc", "db_conv2", "dW_conv2", "db_conv1", "dW_conv1")
        },
    },
    rules={COUNTED: the_first_wrong_layer},
    behaviour={
        "change by a second backward": "Each call of backward starts anew from the last forward: two calls in a row "
        "give the same, and no parameter changes in between.",
        "difference to a new net on the next batch": "Something of the first batch is left in the net. backward "
        "belongs to the last forward, and the next batch may have another number of samples.",
        "loss after backward": "backward computes and changes nothing that forward needs: the same batch has the same "
        "loss afterwards. The parameters change in level 15, outside of the net.",
        "difference to a new net after an update": "The parameters were changed in place, as training does. The layers "
        "must look into the arrays that the net was given, not into copies.",
    },
    mistakes=BACKWARD_MISTAKES,
)
def backward(TinyNet: Any, **given: Any) -> Iterator[tuple[str, Any]]:
    """The six gradients; then twice in a row, for another batch, and after an update of the parameters."""
    net = TinyNet(*parameters_in(given))
    net.forward(given["x"], given["t"])
    first = gradients_of(net)
    before = {name: snapshot(value) for name, value in first.items()}
    yield COUNTED, digest(first, given)
    for layer in FROM_THE_LOSS:
        for name in (f"db_{layer}", f"dW_{layer}"):
            yield name, first[name]
    yield "change by a second backward", farthest(before, gradients_of(net))
    next_batch = given["next_x"], given["next_t"]
    yield "difference to a new net on the next batch", difference_to_a_new_net(TinyNet, net, given, *next_batch)
    loss = unpack(net.forward(given["x"], given["t"]), "logits loss", "forward(x, t)")[1]
    yield "loss after backward", loss
    update(given)
    yield "difference to a new net after an update", difference_to_a_new_net(TinyNet, net, given, *next_batch)


def difference_to_a_new_net(TinyNet: Any, net: Any, given: Arrays, x: Any, t: Any) -> float:
    """How far the gradients of a net that was used before are from those of a new one."""
    new = TinyNet(*parameters_in(given))
    net.forward(x, t)
    new.forward(x, t)
    return farthest(gradients_of(net), gradients_of(new))


def farthest(one: dict[str, Any], other: dict[str, Any]) -> float:
    """The largest difference between two sets of gradients."""
    return max(gap(one[name], other[name]) for name in one)


def gradients_of(net: Any) -> dict[str, Any]:
    """The six gradients by name."""
    return dict(zip(GRADIENTS.split(), unpack(net.backward(), GRADIENTS, CALL), strict=True))


question(
    "tinynet.question-skipped",
    LEVEL,
    ("none", "The shapes stay right, so nothing stops you. But what about the numbers that were cut off?", 0),
    ("one", "One layer has parameters behind relu1. How many parameters does it have?", 1),
    ("both-stages", "Which way does the gradient travel? conv2 has its gradient before relu1 is reached.", 4),
    ("all", "The gradient starts at the loss. Which layers got theirs before the gradient came to relu1?", 6),
    ("three", "Gradients come in pairs: a layer with a wrong dout has a wrong dW and a wrong db.", 3),
    ("five", "Gradients come in pairs: a layer with a wrong dout has a wrong dW and a wrong db.", 5),
)
