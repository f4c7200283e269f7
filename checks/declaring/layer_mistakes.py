"""What the judge knows of any layer that `checks.declaring.layers` asks."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from checks.declaring.formulas import Written, refused
from checks.declaring.layers import LATER
from checks.declaring.mistakes import Seen
from checks.words import as_attribute


def next_batch(*parameters: str) -> Seen:
    """What is given and right once the parameters were changed and the next batch has come, for `echo`."""

    def seen(given: SimpleNamespace, right: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
        g = vars(given)
        updated = {name: g[name] - g[f"{name}_step"] for name in parameters}
        later = {"x": g["next_x"], "dout": g["next_dout"], "N": len(g["next_x"]), **updated}
        suffix = as_attribute(LATER)
        rows = {name.removesuffix(suffix): value for name, value in vars(right).items() if name.endswith(suffix)}
        return SimpleNamespace(**{**g, **later}), SimpleNamespace(**rows)

    return seen


def refused_products(*products: str) -> list[Written]:
    """Formulas of products such as "doutT W", which raise where the axes don't meet."""
    return [formula for product in products for formula in refused(_factors(product))]


def _factors(product: str) -> Callable[[SimpleNamespace], list[Any]]:
    def factors(given: SimpleNamespace) -> list[Any]:
        arrays = vars(given)
        return [arrays[name[:-1]].T if name.endswith("T") else arrays[name] for name in product.split()]

    return factors
