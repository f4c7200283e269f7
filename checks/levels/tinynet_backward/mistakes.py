"""TinyNet backward, the backward of a matrix product, and a question: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from checks.declaring.formulas import Written, lacking
from checks.declaring.layer_mistakes import refused_products
from checks.declaring.mistakes import Judging, Slip, slips
from checks.declaring.probes import Array
from checks.declaring.tinynet import one_pixel
from checks.levels.tinynet_backward.probes import COUNTED, FROM_THE_LOSS, GRADIENTS

judging = Judging(__name__)

PATHS = {
    "fc": "Only the loss layer lies before it: what does fc.backward get, and from where?",
    "conv2": "fc is right, so the gradient was still good there. It comes to conv2 by way of pool2 and relu2: look at "
    "what each of them is given.",
    "conv1": "fc and conv2 are right, so the gradient was still good in conv2. It comes to conv1 by way of pool1 and "
    "relu1: look at what each of them is given, and at what conv2.backward returns.",
}


def the_first_wrong_layer(got: Array, want: Array) -> str | None:
    """A rule in place of equality: it names the first layer whose gradients are wrong."""
    for layer, is_now, should_be in zip(FROM_THE_LOSS, got, want, strict=True):
        if np.isnan(is_now):
            return f"A gradient of {layer} is no array of the shape of its parameter: see its row below."
        if abs(is_now - should_be) > 1e-4 * (1 + abs(should_be)):
            return f"Counted from the loss, {layer} is the first layer with a wrong gradient. {PATHS[layer]}"
    return None


def anywhere(row: str) -> list[Slip]:
    """What every gradient can show: that of another parameter, or nothing."""
    layer = "FullyConnected" if row.endswith("fc") else "Convolution"
    order: list[Written] = [lambda r, other=other: vars(r)[other] for other in GRADIENTS if other != row]
    return slips(row, {"order": order, "backward-not-called": [lambda: None, *lacking(layer, row[:2])]})


def relu_refuses(channels: str, shrunk: int) -> list[Written]:
    """Formulas of a ReLU on so many channels of shrunk images that is handed a gradient of what its pooling gave."""

    def mask_and_dout(g: SimpleNamespace) -> tuple[Array, Array]:
        C, H, W = vars(g)[channels], g.H // shrunk, g.W // shrunk
        return np.ones((g.N, C, H, W), bool), np.ones((g.N, C, H // 2, W // 2))

    return [lambda g: np.where(*mask_and_dout(g), 0), lambda g: np.multiply(*mask_and_dout(g)[::-1])]


judging.exercise(
    "tinynet.backward",
    *map(anywhere, GRADIENTS),
    slips(
        "db_fc",
        {
            "ones-for-dout": [lambda classes, N: np.full(classes, N)],
            "stages-out-of-order": [*relu_refuses("C2", shrunk=2), *relu_refuses("C1", shrunk=1)],
            "not-reversed": [lambda N, classes: np.ones((N, classes)).transpose(0, 2, 3, 1)],
        },
    ),
    # What comes back from the layer after a ReLU, added up over each map.
    slips(
        "db_conv2",
        {"relu2-skipped": [lambda db_fc, W_fc, C2: (db_fc @ W_fc.T).reshape(C2, -1).sum(axis=1)]},
        relu="relu2",
    ),
    slips("db_conv1", {"relu1-skipped": [lambda db_conv2, W_conv2: db_conv2 @ one_pixel(W_conv2)]}, relu="relu1"),
    rules={COUNTED: the_first_wrong_layer},
)

PRODUCTS = ("W dout", "dout x", "WT dout", "doutT W", "doutT WT", "x doutT", "x dout", "xT doutT", "doutT xT")

judging.exercise(
    "matmul.backward",
    slips(
        "dx",
        {
            "exchanged": [lambda dW: dW],
            "W-not-transposed": [lambda dout, W: dout @ W, lambda dout, W: np.dot(dout, W)],
            "samples-in-columns": [lambda dx: dx.T],
            "dout-ignored": [lambda W: W.T, lambda dout, W: np.ones_like(dout) @ W.T],
            "mean": [lambda dx, N: dx / N],
            "forward-again": [lambda x, W: x @ W],
            "axes-do-not-meet": refused_products(*PRODUCTS),
            "entry-by-entry": [lambda dout, W: dout * W, lambda dout, W: dout * W.T, lambda dout, x: dout * x],
        },
    ),
    slips(
        "dW",
        {
            "exchanged": [lambda dx: dx],
            "dW-transposed": [lambda dW: dW.T],
            "x-not-transposed": [lambda x, dout: x @ dout],
            "dout-ignored": [lambda x: x.T, lambda x, dout: x.T @ np.ones_like(dout)],
            "mean": [lambda dW, N: dW / N],
            "not-gathered": [lambda x, dout: x[:, :, None] * dout[:, None, :]],
        },
    ),
)

judging.question(
    "tinynet.question-skipped",
    {"none": [0], "one": [1], "both-stages": [4], "all": [6], "three": [3], "five": [5]},
)
