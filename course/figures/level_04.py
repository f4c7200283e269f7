"""The interactive part of level 04: from which entries one entry of Y, dX, dW or db is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures.affine import backward_equations, forward_equation
from course.figures.box import Box
from course.figures.shapes import draw_equations
from course.play import play

LARGEST = 5
HEIGHT = 3.5
"""Inches, for all sizes: the page must not jump while a slider moves."""

Numbers = dict[str, NDArray[Any]]
Gathered = dict[str, tuple[int | slice, ...]]
"""For each array the index of the entries that light up."""
Factor = tuple[str, tuple[int, ...]]
"""An array and the index of one of its entries."""


def play_affine() -> None:
    """Sliders for N, D and M; a menu for the array and two sliders for the entry of it whose origin lights up."""
    play(draw_entry, describe_entry, **affine_controls())


def affine_controls() -> dict[str, IntSlider | Dropdown]:
    """The controls, at three different sizes and an entry of db, which gathers a whole column of dY."""
    return {
        "N": IntSlider(4, 1, LARGEST, description="N, samples"),
        "D": IntSlider(3, 1, LARGEST, description="D, inputs"),
        "M": IntSlider(5, 1, LARGEST, description="M, outputs"),
        "array": Dropdown(options=["Y", "dX", "dW", "db"], value="db", description="an entry of"),
        "row": IntSlider(0, 0, LARGEST - 1, description="row"),
        "column": IntSlider(2, 0, LARGEST - 1, description="column"),
    }


def draw_entry(N: int, D: int, M: int, array: str, row: int, column: int) -> Figure:
    """The equation of `array` with its numbers; its entry and what that is the sum of are marked.

    A `row` or `column` beyond the end means the last one.
    """
    numbers = affine_numbers(N, D, M)
    places = gathered(array, *_entry(numbers, array, row, column))
    parts = [_filled(part, numbers, places) if isinstance(part, Box) else part for part in _equation(N, D, M, array)]
    return draw_equations([parts], height=HEIGHT)


def describe_entry(N: int, D: int, M: int, array: str, row: int, column: int) -> str:
    """The sum of the marked entries, written out."""
    numbers = affine_numbers(N, D, M)
    row, column = _entry(numbers, array, row, column)
    index = f"[{column}]" if array == "db" else f"[{row}, {column}]"
    letters, terms = _terms(numbers, array, row, column)
    total = numbers[array][column] if array == "db" else numbers[array][row, column]
    sums = f"{' + '.join(letters)} = {' + '.join(terms)} = {total}"
    return f"N = {N}, D = {D}, M = {M}. {array}{index} = {sums}. The entries in this sum are marked."


def affine_numbers(N: int, D: int, M: int) -> Numbers:
    """Small whole numbers, always the same, for X (N, D), W (D, M), b (M,), dY (N, M), and what follows from them."""
    X = np.fromfunction(lambda n, d: (3 * n + 2 * d + 1) % 5 - 1, (N, D)).astype(int)
    W = np.fromfunction(lambda d, m: (2 * d + 3 * m) % 5 - 2, (D, M)).astype(int)
    dY = np.fromfunction(lambda n, m: (4 * n + 2 * m) % 7 - 2, (N, M)).astype(int)
    b = np.arange(1, M + 1)
    return {
        "X": X,
        "W": W,
        "b": b,
        "dY": dY,
        "Xᵀ": X.T,
        "Wᵀ": W.T,
        "Y": X @ W + b,
        "dX": dY @ W.T,
        "dW": X.T @ dY,
        "db": dY.sum(axis=0),
    }


def gathered(array: str, row: int, column: int) -> Gathered:
    """What lights up for an entry of `array`: the entry and, for each array it is made from, the index of the entries
    in the sum.
    """
    whole = slice(None)
    places: dict[str, Gathered] = {
        "Y": {"Y": (row, column), "X": (row, whole), "W": (whole, column), "b": (column,)},
        "dX": {"dX": (row, column), "dY": (row, whole), "Wᵀ": (whole, column)},
        "dW": {"dW": (row, column), "Xᵀ": (row, whole), "dY": (whole, column)},
        "db": {"db": (column,), "dY": (whole, column)},
    }
    return places[array]


def _equation(N: int, D: int, M: int, array: str) -> list[Box | str]:
    dX, dW, db = backward_equations(N, D, M)
    return list({"Y": forward_equation(N, D, M), "dX": dX, "dW": dW, "db": db}[array])


def _filled(box: Box, numbers: Numbers, places: Gathered) -> Box:
    lit = np.zeros(numbers[box.name].shape, dtype=bool)
    lit[places[box.name]] = True
    return replace(box, numbers=numbers[box.name], lit=lit)


def _entry(numbers: Numbers, array: str, row: int, column: int) -> tuple[int, int]:
    shape = np.atleast_2d(numbers[array]).shape
    return min(row, shape[0] - 1), min(column, shape[1] - 1)


def _terms(numbers: Numbers, array: str, row: int, column: int) -> tuple[list[str], list[str]]:
    """The summands in letters, such as X[0, 2]·dY[0, 1], and in numbers; products of pairs but for b and db."""
    N, D, M = *numbers["X"].shape, len(numbers["b"])
    factors: dict[str, Sequence[Sequence[Factor]]] = {
        "Y": [*([("X", (row, d)), ("W", (d, column))] for d in range(D)), [("b", (column,))]],
        "dX": [[("dY", (row, m)), ("W", (column, m))] for m in range(M)],
        "dW": [[("X", (n, row)), ("dY", (n, column))] for n in range(N)],
        "db": [[("dY", (n, column))] for n in range(N)],
    }
    letters = ["·".join(f"{name}{list(index)}" for name, index in term) for term in factors[array]]
    return letters, ["·".join(_signed(int(numbers[name][index])) for name, index in term) for term in factors[array]]


def _signed(value: int) -> str:
    return str(value) if value >= 0 else f"({value})"
