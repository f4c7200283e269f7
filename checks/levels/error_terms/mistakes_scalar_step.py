"""A step of the 2-2-1 net with single numbers: what goes wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import raises
from checks.declaring.mistakes import Judging, Slip, slips
from checks.levels.error_terms.probes import NAMES
from checks.levels.error_terms.sheet import ANY_NET, MOVED_FIRST, Cells, Wrong, wrong_passes, wrong_updates

judging = Judging(__name__)

GROUPS = {
    "all": (NAMES,),
    "out": (NAMES[:3],),
    "hidden": (NAMES[3:6], NAMES[6:]),
    "inputs": (NAMES[3:5], NAMES[6:8]),
    "outputs": (NAMES[:2],),
    "biases": (("b5",), ("b3",), ("b4",)),
}
"""The rows in which a mistake shows.  It is explained in the first one of a group: a neuron may have it alone."""


def old(g: SimpleNamespace) -> dict[str, Any]:
    return dict(zip(NAMES, g.weights, strict=True))
