"""What any layer is asked, whatever it computes: probes for the forward and the backward of a class."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from checks.declaring.probes import Arrays, Rows
from checks.evidence import snapshot
from checks.exercise import Probe
from checks.probing import gap, read

OUT_STAYS = "change of the first out by a second forward"
NEXT_BATCH = "difference to a new layer on the next batch"
UPDATED = "difference to a new layer after an update"
AGAIN = " after a second backward"
LATER = " of the next batch"
"""Behind the name of a gradient: what is asked of it later."""

Make = Callable[..., Any]
"""`make(Layer, W, b)` builds a layer; its further parameters are inputs of the exercise."""


def forward_of(make: Make, *parameters: str) -> Probe:
    """out; then whether the layer, on the next batch and after an update in place, is as good as a new one.

    The inputs hold `x` and `next_x`, and a `NAME_step` for each of the `parameters`, by which the update changes it.
    """

    def probe(Layer: Any, x: Any, next_x: Any, **given: Any) -> Rows:
        layer = made(make, Layer, given)
        out = layer.forward(x)
        yield "out", out
        before = snapshot(out)
        next_out = layer.forward(next_x)
        yield OUT_STAYS, gap(before, out)
        yield NEXT_BATCH, gap(next_out, made(make, Layer, given).forward(next_x))
        if parameters:
            update(given, parameters)
            yield UPDATED, gap(layer.forward(x), made(make, Layer, given).forward(x))

    return probe


def backward_of(make: Make, *parameters: str) -> Probe:
    """dx and the gradients beside another layer, the first of them again, and all of the next batch after an update.

    The inputs hold `x`, `dout`, `next_x`, `next_dout`, and a `NAME_step` for each of the `parameters`.
    """

    def probe(Layer: Any, x: Any, dout: Any, next_x: Any, next_dout: Any, **given: Any) -> Rows:
        layer = made(make, Layer, given)
        layer.forward(x)
        made(make, Layer, given).forward(x[::-1])
        yield "dx", layer.backward(dout)
        for name in parameters:
            yield f"d{name}", read(layer, f"d{name}")
        layer.backward(dout)
        yield f"d{parameters[0]}{AGAIN}", read(layer, f"d{parameters[0]}")
        update(given, parameters)
        layer.forward(next_x)
        yield f"dx{LATER}", layer.backward(next_dout)
        for name in parameters:
            yield f"d{name}{LATER}", read(layer, f"d{name}")

    return probe


def made(make: Make, Layer: Any, given: Mapping[str, Any]) -> Any:
    """A layer out of the inputs that `make` names."""
    return make(Layer, **{name: given[name] for name in list(inspect.signature(make).parameters)[1:]})


def update(given: Arrays, parameters: tuple[str, ...]) -> None:
    """Change the parameters in place, as training does."""
    for name in parameters:
        given[name] -= given[f"{name}_step"]
