"""Level 14, TinyNet backward: the two backward nodes of a matrix product, one toward x and one toward W."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.evidence import snapshot
from checks.declaring.old import exercise
from checks.declaring.writing import refused as _refused


def refused_products(*products: str):  # type: ignore[no-untyped-def]
    def factors(names: str):  # type: ignore[no-untyped-def]
        return lambda g: [getattr(g, n[:-1]).T if n.endswith("T") else getattr(g, n) for n in names.split()]

    return [formula for names in products for formula in _refused(factors(names))]


from checks.declaring.tinynet import Arrays
from checks.levels.tinynet_backward.tinynet_backward import LEVEL
from checks.probing import unpack
from checks.declaring.writing import gap, mistakes

# The last trial has a square W on purpose: numpy refuses nothing there, and an answer that tries what fits is caught.
SIZES = (dict(N=4, D=3, M=5), dict(N=6, D=5, M=2), dict(N=2, D=4, M=4))


def product_and_dout(rng: np.random.Generator, N: int, D: int, M: int) -> Arrays:
    """x (N, D), W (D, M) and dout (N, M)."""
    return {"x": rng.normal(size=(N, D)), "W": rng.normal(size=(D, M)), "dout": rng.normal(size=(N, M))}


TOWARD_X = (
    "Write the shapes beside each other: dout is (N, M), dx must become (N, D). Which axis has to go? Where must "
    "it lie in W for that?"
)
TOWARD_W = (
    "Write the shapes beside each other: x is (N, D), dout (N, M), dW must become (D, M). Which axis has to go, and "
    "where must it lie in x for that?"
)
DOUT_NEEDED = "This does not depend on dout. What does the node know of the loss without it?"
MEAN = "Nothing in a matrix product divides by N. The mean, if there is one, was taken in the loss."
BOTH = "The docstring says which of the two comes first."
AXES = (
    "Write the shapes beside each other: x is (N, D), W is (D, M), dout is (N, M). What a product sums over lies last "
    "in its left factor and first in its right one."
)

PRODUCT_MISTAKES = (
    *mistakes(
        "dx",
        ("exchanged", BOTH, lambda g, r: r.dW),
        ("W-not-transposed", TOWARD_X, lambda g, r: g.dout @ g.W, lambda g, r: np.dot(g.dout, g.W)),
        ("samples-in-columns", TOWARD_X, lambda g, r: r.dx.T),
        ("dout-ignored", DOUT_NEEDED, lambda g, r: g.W.T, lambda g, r: np.ones_like(g.dout) @ g.W.T),
        ("mean", MEAN, lambda g, r: r.dx / g.N),
        ("forward-again", "This is the product itself, once more forward.", lambda g, r: g.x @ g.W),
        (
            "axes-do-not-meet",
            AXES,
            *refused_products(
                "W dout", "dout x", "WT dout", "doutT W", "doutT WT", "x doutT", "x dout", "xT doutT", "doutT xT"
            ),
        ),
        ("entry-by-entry", AXES, lambda g, r: g.dout * g.W, lambda g, r: g.dout * g.W.T, lambda g, r: g.dout * g.x),
    ),
    *mistakes(
        "dW",
        ("exchanged", BOTH, lambda g, r: r.dx),
        ("dW-transposed", TOWARD_W, lambda g, r: r.dW.T),
        ("x-not-transposed", TOWARD_W, lambda g, r: g.x @ g.dout),
        ("dout-ignored", DOUT_NEEDED, lambda g, r: g.x.T, lambda g, r: g.x.T @ np.ones_like(g.dout)),
        ("mean", MEAN, lambda g, r: r.dW / g.N),
        (
            "not-gathered",
            "Each row has a dW of its own here, but they share one W. What happens to what comes back from each use?",
            lambda g, r: g.x[:, :, None] * g.dout[:, None, :],
        ),
    ),
)


@exercise(
    "matmul.backward",
    level=LEVEL,
    expects="function",
    inputs=product_and_dout,
    trials=SIZES,
    rows={"dx": "the shape of x", "dW": "the shape of W"},
    behaviour={"change by a second call": "The same arguments give the same gradients: nothing may be left over."},
    mistakes=PRODUCT_MISTAKES,
)
def matmul_backward(function: Any, x: Any, W: Any, dout: Any) -> Iterator[tuple[str, Any]]:
    """Both gradients, and whether a second call with other arguments in between gives them again."""
    call = "matmul_backward(x, W, dout)"
    dx, dW = unpack(function(x, W, dout), "dx dW", call)
    yield "dx", dx
    yield "dW", dW
    before = snapshot(dx), snapshot(dW)
    function(x + 1, W - 1, 2 * dout)
    again = unpack(function(x, W, dout), "dx dW", call)
    yield "change by a second call", max(gap(a, b) for a, b in zip(before, again, strict=True))
