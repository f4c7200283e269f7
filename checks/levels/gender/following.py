"""A row that is made of an earlier one, and wrong where that one is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from checks.declaring.formulas import Written, named
from checks.declaring.mistakes import Slip


def following(told: Iterable[Slip], row: str, made: Written) -> list[Slip]:
    """What the mistakes of an earlier row lead to in `row`; `made` is the formula that makes it of the earlier one."""

    def followed(slip: Slip) -> Slip:
        def formula(given: SimpleNamespace, right: SimpleNamespace) -> Any:
            wrong = {slip.row: slip.formula(given, right)}
            return named(made)(given, SimpleNamespace(**{**vars(right), **wrong}))

        return replace(slip, row=row, formula=formula, hint="made-of-a-wrong-row", words={"of": slip.row})

    return [followed(slip) for slip in told]
