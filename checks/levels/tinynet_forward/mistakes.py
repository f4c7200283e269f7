"""TinyNet forward, the inputs of its last layer, and two questions about sizes: what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import product
from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, lacking, named, raises, refused
from checks.declaring.mistakes import Judging, Slip, echo, slips
from checks.declaring.probabilities import log_p, mean_loss, softmax
from checks.declaring.probes import Array
from checks.declaring.tinynet import one_pixel
from checks.levels.tinynet_forward.probes import LAYERS

judging = Judging(__name__)

NONE = -np.inf
"""The floor of a ReLU that is missing."""
NUMBERS = ("numpy.float64", "float", "numpy.ndarray")
NO_LABELS = "SoftmaxWithLoss.forward() missing 1 required positional argument: 't'"
TWO_FORWARDS = "In backward a layer remembers its last forward: one object can't remember two of them."


def net(g: SimpleNamespace, floor1: float = 0, floor2: float = 0, channels_last: bool = False) -> Array:
    """The logits of a net whose ReLUs cut at other floors than 0, or whose maps are flattened channels last."""
    maps = g.x
    for W, b, floor in ((g.W_conv1, g.b_conv1, floor1), (g.W_conv2, g.b_conv2, floor2)):
        maps = np.maximum(np.einsum("nchw,oc->nohw", maps, one_pixel(W)) + b[:, None, None], floor)
        maps = np.maximum.reduce([maps[..., i::2, j::2] for i, j in np.ndindex(2, 2)])
    logits: Array = (np.moveaxis(maps, 1, 3) if channels_last else maps).reshape(g.N, -1) @ g.W_fc + g.b_fc
    return logits


def in_the_loss(slip: Slip) -> Slip:
    """The same mistake, by the loss that its logits lead to."""
    return replace(slip, formula=lambda given, right: mean_loss(log_p(slip.formula(given, right)), given.t))


STAGES = list(product((1, 0), ("halved", "stride 1", "none")))
"""Paddings of a convolution, and what the pooling after it does to a side; the first is right."""
WRONG_STAGES = list(product(STAGES, repeat=2))[1:]
UNPADDED = 2 * ((0, "halved"),)


def fc_refuses(*stages: tuple[int, str]) -> list[Written]:
    """Formulas of the error that fc raises when the stages before it have these settings."""
    return refused(lambda g: [np.ones((g.N, g.C2 * side(g.H, *stages) * side(g.W, *stages))), g.W_fc])


def side(length: int, *stages: tuple[int, str]) -> int:
    """How long a side of `length` is after stages with these settings."""
    for pad, pool in stages:
        length += 2 * pad - 2
        length = {"halved": length // 2, "stride 1": length - 1, "none": length}[pool]
    return length


def layers_are_there(got: float, want: float) -> str | None:
    """A rule in place of equality: it says which layer is missing."""
    if got == want:
        return None
    if got < len(LAYERS):
        return f"The net has no layer called {LAYERS[int(got)]}."
    shared = "relu1 and relu2" if got - want == 1 else "pool1 and pool2"
    return f"{shared} are one object, at least. {TWO_FORWARDS}"


WRONG_NETS = [
    *slips("logits", {"relu1-missing": [partial(net, floor1=NONE)]}, where="the first stage"),
    *slips("logits", {"relu2-missing": [partial(net, floor2=NONE)]}, where="the second stage"),
    *slips("logits", {"relus-missing": [partial(net, floor1=NONE, floor2=NONE)]}, where="both stages"),
    *slips("logits", {"channels-last": [partial(net, channels_last=True)]}),
    *slips("logits", {"relu-after-fc": [lambda logits: np.maximum(logits, 0)]}),
]

judging.exercise(
    "tinynet.forward",
    WRONG_NETS,
    slips(
        "logits",
        {
            "probabilities-for-logits": [softmax],
            "logits-and-loss-exchanged": [lambda loss: loss],
            "classes-for-logits": [lambda logits: logits.argmax(axis=1)],
            "fc-sees-another-size": [formula for wrong in WRONG_STAGES for formula in fc_refuses(*wrong)],
            "number-for-a-layer": [formula for kind in NUMBERS for formula in lacking(kind, "forward")],
            "labels-not-passed": [raises(TypeError(NO_LABELS))],
        },
    ),
    echo(map(in_the_loss, WRONG_NETS), "loss"),
    slips(
        "loss",
        {
            "softmax-twice": [lambda logits, t: mean_loss(log_p(softmax(logits)), t)],
            "one-loss-for-each-sample": [lambda logits, t, N: -log_p(logits)[np.arange(N), t]],
            "summed": [lambda loss, N: loss * N],
        },
    ),
    rules={"layers by name": layers_are_there},
)

Told = dict[str, list[Written]]
"""Formulas that name the letters of the shapes, and `inputs`."""

EVERYWHERE: Told = {
    "batch-counted": [lambda inputs, N: inputs * N],
    "channels-of-conv1": [lambda inputs, C1, C2: inputs / C2 * C1],
    "channels-of-the-image": [lambda inputs, C, C2: inputs / C2 * C],
    "channels-forgotten": [lambda inputs, C2: inputs / C2],
    "all-channels-multiplied": [lambda inputs, C1: inputs * C1, lambda inputs, C1, C: inputs * C1 * C],
}
MULTIPLES_OF_4: Told = {
    "poolings-forgotten": [lambda C2, H, W: C2 * H * W],
    "one-pooling": [lambda C2, H, W: C2 * H * W // 4],
    "one-side-only": [lambda C2, H: C2 * H // 4, lambda C2, W: C2 * W // 4],
    "pad-forgotten": [lambda C2, H, W: C2 * side(H, *UNPADDED) * side(W, *UNPADDED)],
}
ODD: Told = {
    "not-a-whole-number": [lambda C2, H, W: C2 * H * W / 16],
    "rounded-at-the-end": [lambda C2, H, W: C2 * H * W // 16, lambda C2, H, W: round(C2 * H * W / 16)],
    "rounded-up": [lambda C2, H, W: C2 * -(-H // 4) * -(-W // 4), lambda C2, H, W: C2 * round(H / 4) * round(W / 4)],
}
KERNELS_IGNORED: Told = {
    "kernel-size-ignored": [lambda C2, H, W: C2 * (H // 4) * (W // 4), lambda C2, H, W: C2 * H * W // 16],
}


def counted(told: Told, **trial: str) -> list[Slip]:
    """The slips of a table, in one kind of trial or in all."""
    return slips("inputs", {name: [in_letters(formula, trial) for formula in told[name]] for name in told})


def in_letters(formula: Written, trial: Mapping[str, str]) -> Written:
    """In other kinds of trials it predicts nothing: the same number could come from elsewhere there."""

    def written(g: SimpleNamespace, r: SimpleNamespace) -> float:
        if not trial.items() <= vars(g).items():
            raise LookupError("another kind of trial")
        (N, C, H, W), (C1, *_), (C2, *_) = g.x_shape, g.W_conv1_shape, g.W_conv2_shape
        return float(named(formula)(SimpleNamespace(N=N, C=C, H=H, W=W, C1=C1, C2=C2), r))

    return written


judging.exercise(
    "tinynet.fc-inputs",
    counted(EVERYWHERE),
    counted(MULTIPLES_OF_4, kernels="3 x 3", sides="multiples of 4"),
    counted(ODD, kernels="3 x 3", sides="odd"),
    counted(KERNELS_IGNORED),
)

judging.question(
    "tinynet.question-place",
    {
        "channel-0": [0],
        "position-in-the-map": [1],
        "start-of-the-map": [4],
        "counted-from-1": [6],
        "one-row-for-a-map": [3],
        "another-map": [9],
    },
)
judging.question("tinynet.question-larger", {"kernels-grow/conv1": [1], "kernels-grow/conv2": [2], "all-grow": [4]})
