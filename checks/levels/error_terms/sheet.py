"""A net with one hidden layer, forward and back, as a sheet of cells: mistakes are wrong cells in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from checks.declaring.formulas import Written, named
from checks.declaring.mistakes import Slip, echo, seen_as, slips
from checks.declaring.probes import Array
from checks.levels.error_terms.neurons import sigmoid, slope

Cells = Mapping[str, Written]
"""Formulas by the name of what they compute, out of what is given and of the cells before."""
Wrong = Mapping[str, Mapping[str, Iterable[Cells]]]
"""Where a mistake shows, its name, and the wrong cells of each way to make it."""
Groups = Mapping[str, Iterable[Sequence[str]]]
"""The rows in which a mistake shows, by where it is; it is explained in the first one of each group."""
Results = Callable[[SimpleNamespace, Cells], Mapping[str, Any]]
"""The rows that a pass with wrong cells in it leads to."""


def computed(formula: Written, names: Mapping[str, Any]) -> Any:
    return named(formula)(SimpleNamespace(**names), SimpleNamespace())


def filled(cells: Cells, given: Mapping[str, Any]) -> SimpleNamespace:
    """What is given, and every cell."""
    sheet = dict(given)
    for name, cell in cells.items():
        sheet[name] = computed(cell, sheet)
    return SimpleNamespace(**sheet)


def knowing(cells: Cells, told: Iterable[Slip]) -> list[Slip]:
    """The same mistakes, with formulas that may name cells, too."""
    return seen_as(told, lambda given, right: (filled(cells, vars(given)), right))


def spread(
    told: Mapping[str, Iterable[Any]], rows: Sequence[str], formula: Callable[[Any, str], Written]
) -> list[Slip]:
    """Mistakes that show in several rows, explained in the first; `formula(way, row)` is for a way to make one."""
    found: list[Slip] = []
    for row in rows:
        here = slips(row, {key: [formula(way, row) for way in ways] for key, ways in told.items()})
        found += here if row == rows[0] else echo(here, row, of=rows[0])
    return found


# -- the net ---------------------------------------------------------------------------------------------------------


def with_ones(x: Array, one: float = 1) -> Array:
    """x (N, D) with a column more."""
    return np.hstack([x, np.full((len(x), 1), one)])


CELLS: Cells = {
    "x1": with_ones,
    "net": lambda x1, W_hidden: x1 @ W_hidden.T,
    "y": sigmoid,
    "f": slope,
    "y1": lambda y: with_ones(y),
    "net_out": lambda y1, W_out: y1 @ W_out.T,
    "y_out": lambda net_out: sigmoid(net_out),
    "f_out": lambda net_out: slope(net_out),
    "dE": lambda t, y_out: -2 * (t - y_out),
    "N": lambda x: len(x),
    "d_out": lambda dE, f_out, N: dE * f_out / N,
    "sums": lambda d_out, W_out: d_out @ W_out[:, :-1],
    "d": lambda sums, f: sums * f,
    "in_out": lambda y1: y1,
    "in_hidden": lambda x1: x1,
    "out": lambda d_out, in_out: d_out.T @ in_out,
    "hidden": lambda d, in_hidden: d.T @ in_hidden,
}
"""A batch forward and back; `out` and `hidden` are the gradients of the two layers, `in_` is what came into them."""


def passed(given: Mapping[str, Any], wrong: Cells) -> SimpleNamespace:
    """Everything that a pass computes, with `wrong` cells in it; one sample is a batch of one."""
    batch = {name: np.atleast_2d(given[name]) for name in ("x", "t")}
    return filled({**CELLS, **wrong}, {**given, **batch})


def wrong_passes(wrong: Wrong, groups: Groups, results: Results) -> list[Slip]:
    """Mistakes that are wrong cells."""

    def formula(cells: Cells, row: str) -> Written:
        return lambda g: results(g, cells)[row]

    return [slip for where, told in wrong.items() for rows in groups[where] for slip in spread(told, rows, formula)]


NO_BIASES: Cells = {
    "net": lambda x, W_hidden: x @ W_hidden[:, :-1].T,
    "net_out": lambda y, W_out: y @ W_out[:, :-1].T,
}
ANY_NET: Wrong = {
    "out": {"slope-omitted-at-the-output": [{"f_out": lambda: 1}]},
    "all": {
        "slope-of-y-at-the-output": [{"f_out": lambda y_out: slope(y_out)}],
        "net-for-y-in-the-slope": [{"f_out": lambda net_out: net_out * (1 - net_out)}],
        "factor-2-forgotten": [{"dE": lambda t, y_out: y_out - t}],
        "sign": [{"dE": lambda t, y_out: 2 * (t - y_out)}],
        "minus-and-2-forgotten": [{"dE": lambda t, y_out: t - y_out}],
        "net-compared": [{"y_out": lambda net_out: net_out}],
    },
    "hidden": {
        "slope-omitted-hidden": [{"f": lambda: 1}],
        "slope-of-y-hidden": [{"f": lambda y: slope(y)}],
        "net-for-y-in-the-slope": [{"f": lambda net: net * (1 - net)}],
    },
}
"""What goes wrong in any net; other mistakes belong to an exercise."""

# -- updates ---------------------------------------------------------------------------------------------------------

MOVED: Cells = {"sums": lambda d_out, y1, W_out, learning_rate: d_out @ (W_out - learning_rate * d_out.T @ y1)[:, :-1]}
MOVED_FIRST: Wrong = {"hidden": {"output-moved-first": [MOVED]}}


def wrong_updates(rows: Sequence[str], old: Callable[[SimpleNamespace], Mapping[str, Any]]) -> list[Slip]:
    """What can only go wrong in an update of the weights `old(given)`; their new ones are the rows."""

    def formula(way: Written, row: str) -> Written:
        def called(g: SimpleNamespace, r: SimpleNamespace) -> Any:
            before, after = old(g)[row], vars(r)[row]
            return computed(way, {"old": before, "step": before - after, "rate": g.learning_rate})

        return called

    told: dict[str, list[Written]] = {
        "rate-forgotten": [lambda old, step, rate: old - step / rate],
        "gradient-returned": [lambda step, rate: step / rate, lambda step: step, lambda step: -step],
    }
    kept: dict[str, list[Written]] = {"not-moved": [lambda old: old]}
    return spread(told, rows, formula) + [slip for row in rows for slip in spread(kept, [row], formula)]
