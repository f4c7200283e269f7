"""Level 13, TinyNet forward: how many numbers its last layer sees, the logits and the loss of a batch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.old import Formula, exercise
from checks.levels.softmax_loss.softmax_loss import log_p, mean_loss
from checks.declaring.tinynet import LAYERS, TRIALS, net_and_batches, parameters_in, update, with_one_pixel
from checks.probing import unpack
from checks.declaring.writing import gap, lacking, mistakes, raises, refused

LEVEL = "13-tinynet-forward"

# -- wrong nets, with kernels that look at one pixel -----------------------------------------------------------------


def pixelwise(maps: Any, W: Any, b: Any) -> Any:
    """What kernels that look at one pixel make of maps (N, C, H, W)."""
    return np.einsum("nchw,oc->nohw", maps, W[:, :, 1, 1]) + b[:, None, None]


def largest_of_four(maps: Any) -> Any:
    """The largest of each 2 by 2 pixels of maps with even sides."""
    N, C, H, W = maps.shape
    return maps.reshape(N, C, H // 2, 2, W // 2, 2).max(axis=(3, 5))


def logits_if(floor1: float = 0, floor2: float = 0, channels_last: bool = False) -> Formula:
    """The logits of a net whose ReLUs cut at other floors than 0, or whose maps are flattened channels last."""

    def formula(g: SimpleNamespace, r: SimpleNamespace) -> Any:
        maps = largest_of_four(np.maximum(pixelwise(g.x, g.W_conv1, g.b_conv1), floor1))
        maps = largest_of_four(np.maximum(pixelwise(maps, g.W_conv2, g.b_conv2), floor2))
        flat = (maps.transpose(0, 2, 3, 1) if channels_last else maps).reshape(g.N, -1)
        return flat @ g.W_fc + g.b_fc

    return with_one_pixel(formula)


def side(length: int, pad: int, pool: str) -> int:
    """How long a side of `length` is after a convolution and a pooling with these settings."""
    length = length + 2 * pad - 2
    return {"halved": (length - 2) // 2 + 1, "stride 1": length - 1, "none": length}[pool]


def another_size(pads: tuple[int, int], pools: tuple[str, str]) -> list[Formula]:
    """Formulas of the error that fc raises when the layers before it have these settings."""

    def seen(g: SimpleNamespace) -> int:
        H, W = g.H, g.W
        for pad, pool in zip(pads, pools, strict=True):
            H, W = side(H, pad, pool), side(W, pad, pool)
        return int(g.C2 * H * W)

    return refused(lambda g: [np.ones((g.N, seen(g))), np.ones((len(g.W_fc), g.classes))])


PADS, POOLS = (1, 0), ("halved", "stride 1", "none")
RIGHT_SETTINGS = ((1, 1), ("halved", "halved"))
OTHER_SETTINGS = [
    settings
    for settings in (((p, q), (a, b)) for p, q, a, b in product(PADS, PADS, POOLS, POOLS))
    if settings != RIGHT_SETTINGS
]

# -- forward ---------------------------------------------------------------------------------------------------------

NO_RELU = "Negative numbers went on that should have been cut off. Which layer does the cutting?"
CHANNELS_LAST = (
    "The same numbers reached fc in another order. Its weights expect all of channel 0 first, then channel 1: flatten "
    "the maps with their axes as they are."
)
LOGITS_NOT_P = (
    "These are probabilities. forward returns the logits, what fc gives, and the softmax happens inside the loss layer."
)
LAST_RELU = "A ReLU came after fc. Logits may be negative; what would a class with a negative logit become here?"
NUMBER_FOR_LAYER = (
    "An attribute that held a layer holds a number now. Which line of forward stores a result under a layer's name?"
)
OTHER_SIZE = (
    "fc was handed another number of inputs than W_fc has rows. Print the shape after each layer: which one did not "
    "keep height and width, or did not halve them? Compare its stride and pad with the docstring."
)
LABELS = "The loss layer takes two things: numbers for each class, and what is true. Where are the labels?"

WRONG_LOGITS: tuple[tuple[str, str, Formula], ...] = (
    ("relu1-missing", f"{NO_RELU} It happened in the first stage.", logits_if(floor1=-np.inf)),
    ("relu2-missing", f"{NO_RELU} It happened in the second stage.", logits_if(floor2=-np.inf)),
    ("relus-missing", f"{NO_RELU} It happened in both stages.", logits_if(floor1=-np.inf, floor2=-np.inf)),
    ("channels-last", CHANNELS_LAST, logits_if(channels_last=True)),
)


def loss_after(wrong: Formula) -> Formula:
    """The loss that wrong logits lead to."""
    return lambda g, r: mean_loss(log_p(wrong(g, r)), g.t)


FORWARD_MISTAKES = (
    *mistakes(
        "logits",
        *WRONG_LOGITS,
        ("probabilities-for-logits", LOGITS_NOT_P, lambda g, r: np.exp(log_p(r.logits))),
        ("relu-after-fc", LAST_RELU, lambda g, r: np.maximum(r.logits, 0)),
        (
            "logits-and-loss-exchanged",
            "This is the loss. The docstring says which of the two comes first.",
            lambda g, r: r.loss,
        ),
        (
            "classes-for-logits",
            "This is the class with the largest logit, a decision. The logits themselves are asked for.",
            lambda g, r: r.logits.argmax(axis=1),
        ),
        ("fc-sees-another-size", OTHER_SIZE, *(f for settings in OTHER_SETTINGS for f in another_size(*settings))),
        (
            "number-for-a-layer",
            NUMBER_FOR_LAYER,
            *(f for kind in ("numpy.float64", "float", "numpy.ndarray") for f in lacking(kind, "forward")),
        ),
        (
            "labels-not-passed",
            LABELS,
            raises(TypeError("SoftmaxWithLoss.forward() missing 1 required positional argument: 't'")),
        ),
    ),
    *mistakes(
        "loss",
        *((name, "The same as in logits.", loss_after(wrong)) for name, _, wrong in WRONG_LOGITS),
        (
            "softmax-twice",
            "The loss layer was given probabilities. It does the softmax itself: what does it expect?",
            lambda g, r: mean_loss(log_p(np.exp(log_p(r.logits))), g.t),
        ),
        ("relu-after-fc", "The same as in logits.", lambda g, r: mean_loss(log_p(np.maximum(r.logits, 0)), g.t)),
        (
            "one-loss-for-each-sample",
            "There is a loss for each sample here. What does the loss layer hand out for a batch?",
            lambda g, r: -log_p(r.logits)[np.arange(g.N), g.t],
        ),
        (
            "summed",
            "This is the sum over the batch. The loss layer gives the mean: take it as it is.",
            lambda g, r: r.loss * g.N,
        ),
    ),
)


def layers_by_name(net: Any) -> int:
    """The place in LAYERS of the first that `net` does not have; beyond the end if all are there.

    One more if both ReLUs are one object, two more if both poolings are.
    """
    for place, name in enumerate(LAYERS):
        if not hasattr(getattr(net, name, None), "backward"):
            return place
    return len(LAYERS) + (net.relu1 is net.relu2) + 2 * (net.pool1 is net.pool2)


def layers_are_there(got: Any, want: Any) -> str | None:
    """A rule in place of equality: it says which layer is missing."""
    if got == want:
        return None
    if got < len(LAYERS):
        return f"The net has no layer called {LAYERS[int(got)]}."
    shared = "relu1 and relu2" if got - want == 1 else "pool1 and pool2"
    return (
        f"{shared} are one object, at least. In backward a layer remembers its last forward: one object can't remember "
        "two of them."
    )


@exercise(
    "tinynet.forward",
    level=LEVEL,
    inputs=net_and_batches,
    trials=TRIALS,
    rows={"logits": "a row for each sample, a column for each class", "loss": "the mean over the batch"},
    behaviour={
        "logits of the next batch": "The net is used for batch after batch, and the next one may have another number "
        "of samples: use the x of this call.",
        "loss of the first batch again": "Something is left in the net from an earlier call: the same x and t give the "
        "same loss.",
        "layers by name": "Each layer has a name of its own in the net; the docstring lists all eight.",
        "difference to a new net after an update": "The parameters were changed in place, as training does. The layers "
        "must look into the arrays that the net was given, not into copies.",
    },
    rules={"layers by name": layers_are_there},
    mistakes=FORWARD_MISTAKES,
)
def forward(TinyNet: Any, **given: Any) -> Iterator[tuple[str, Any]]:
    """Logits and loss; then whether the net serves another batch, has its layers, and follows an update."""
    net, call = TinyNet(*parameters_in(given)), "forward(x, t)"
    x, t = given["x"], given["t"]
    logits, loss = unpack(net.forward(x, t), "logits loss", call)
    yield "logits", logits
    yield "loss", loss
    yield "logits of the next batch", unpack(net.forward(given["next_x"], given["next_t"]), "logits loss", call)[0]
    yield "loss of the first batch again", unpack(net.forward(x, t), "logits loss", call)[1]
    yield "layers by name", layers_by_name(net)
    update(given)
    new = TinyNet(*parameters_in(given))
    yield "difference to a new net after an update", gap(net.forward(x, t)[0], new.forward(x, t)[0])
