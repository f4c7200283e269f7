"""Pictures of level 04: one neuron as a graph, a batch in boxes, what each gradient gathers, and an affine layer to
play with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.figure import Figure
from numpy.typing import NDArray

from course.figures import graph
from course.figures.box import Axis, Box
from course.figures.graph import Graph
from course.figures.graph_picture import draw_graph
from course.figures.play import play
from course.figures.shapes import Equation, draw_equations
from course.figures.show import show
from course.levels.affine.equations import backward_equations, forward_equation

LARGEST = 5
HEIGHT = 3.5
"""Inches, for all sizes: the page must not jump while a slider moves."""
NOTATION = {"X": "x", "Xᵀ": "xᵀ", "Y": "out", "dX": "dx", "dY": "dout"}
"""What the arrays of the shared equations are called in the text of the level."""

Numbers = dict[str, NDArray[Any]]
Index = tuple[int | slice, ...]
Gathered = dict[str, Index]
"""For each array the index of the entries that light up."""
Factor = tuple[str, tuple[int, ...]]
"""An array and the index of one of its entries."""

WHOLE = slice(None)

# -- one neuron ------------------------------------------------------------------------------------------------------


def show_neuron() -> None:
    """One neuron with two inputs as a graph of multiplications and additions."""
    show(draw_graph(neuron_graph()), graph.describe(neuron_graph()))


def neuron_graph(x: Sequence[float] = (3, 1), w: Sequence[float] = (2, 8), b: float = 1, dout: float = 4) -> Graph:
    """out = x[0] * w[0] + x[1] * w[1] + b, with the gradients that `dout` leaves on every edge."""
    drawn = Graph()
    for name in ("x[0]", "w[0]", "x[1]", "w[1]", "b", "out"):
        drawn.node(name)
    for name, label in {"× 0": "×", "× 1": "×", "products": "+", "bias": "+"}.items():
        drawn.node(name, label)
    for i in (0, 1):
        drawn.edge(f"x[{i}]", f"× {i}", x[i], dout * w[i])
        drawn.edge(f"w[{i}]", f"× {i}", w[i], dout * x[i])
        drawn.edge(f"× {i}", "products", x[i] * w[i], dout)
    dot = x[0] * w[0] + x[1] * w[1]
    drawn.edge("products", "bias", dot, dout, "the dot product")
    drawn.edge("b", "bias", b, dout)
    drawn.edge("bias", "out", dot + b, dout)
    return drawn


# -- the worked arrays -----------------------------------------------------------------------------------------------


def worked_arrays() -> Numbers:
    """The arrays that the text works by hand: N = 2 samples, D = 2 inputs, M = 3 outputs."""
    x, W, b = np.array([[0, 0], [1, 1]]), np.array([[2, 2, 2], [8, 8, 8]]), np.array([1, 2, 3])
    return _all_arrays(x, W, b, np.array([[1, 2, 3], [4, 5, 6]]))


def show_forward() -> None:
    """The worked batch going forward, with the entries that make out[1, 2] marked."""
    show(draw_forward(), describe_forward())


def draw_forward() -> Figure:
    """out = x @ W + b in boxes with the numbers of the worked arrays."""
    return draw_equations([_filled(forward_equation(2, 2, 3), worked_arrays(), gathered("out", 1, 2))])


def describe_forward() -> str:
    """What `draw_forward` shows, in words."""
    arrays = worked_arrays()
    said = ", ".join(f"{name} = {arrays[name].tolist()}" for name in ("out", "x", "W", "b"))
    return (
        f"Four boxes with numbers: {said}. Marked are out[1, 2] = {arrays['out'][1, 2]} and what it is made from: "
        "row 1 of x, column 2 of W and b[2]."
    )


def show_gathering() -> None:
    """Which entries of the worked arrays meet in one entry of dx, of dW and of db."""
    show(draw_gathering(), describe_gathering())


def draw_gathering() -> Figure:
    """One marked entry of dx, dW and db each, and the entries it comes from; the axis of the sum carries a Σ."""
    n, d, m = ("N", 2), ("D", 2), ("M", 3)
    dout, arrays = Box("dout", n, m, gradient=True), worked_arrays()
    across, down = replace(dout, summed="columns"), replace(dout, summed="rows")
    dx: Equation = [Box("dx", n, d, gradient=True), "from", across, "and", Box("W", d, m, summed="columns")]
    dW: Equation = [Box("dW", d, m, gradient=True), "from", Box("x", n, d, summed="rows"), "and", down]
    db: Equation = [Box("db", None, m, gradient=True), "from", down]
    return draw_equations(
        [
            _filled(dx, arrays, {"dx": (1, 0), "dout": (1, WHOLE), "W": (0, WHOLE)}),
            _filled(dW, arrays, {"dW": (0, 2), "x": (WHOLE, 0), "dout": (WHOLE, 2)}),
            _filled(db, arrays, {"db": (2,), "dout": (WHOLE, 2)}),
        ]
    )


def describe_gathering() -> str:
    """What `draw_gathering` shows, in words."""
    arrays = worked_arrays()
    return (
        "Three rows of boxes with numbers, one entry marked in each gradient together with what it comes from. "
        f"dx[1, 0] = {arrays['dx'][1, 0]} comes from row 1 of dout and row 0 of W, a sum over M. "
        f"dW[0, 2] = {arrays['dW'][0, 2]} comes from column 0 of x and column 2 of dout, a sum over N. "
        f"db[2] = {arrays['db'][2]} comes from column 2 of dout alone, a sum over N. "
        f"In full: dout = {arrays['dout'].tolist()}, dx = {arrays['dx'].tolist()}, dW = {arrays['dW'].tolist()}, "
        f"db = {arrays['db'].tolist()}."
    )


# -- shapes ----------------------------------------------------------------------------------------------------------


def show_shapes(N: int = 4, D: int = 3, M: int = 5) -> None:
    """Each array of the layer and below it its gradient, which has the same shape."""
    show(draw_shapes(N, D, M), describe_shapes(N, D, M))


def draw_shapes(N: int, D: int, M: int) -> Figure:
    """Two rows of boxes to scale: x, W, b, out above, dx, dW, db, dout below."""
    n, d, m = ("N", N), ("D", D), ("M", M)
    axes: dict[str, tuple[Axis | None, Axis]] = {"x": (n, d), "W": (d, m), "b": (None, m), "out": (n, m)}
    values = _apart([Box(name, *both) for name, both in axes.items()])
    gradients = _apart([Box(f"d{name}", *both, gradient=True) for name, both in axes.items()])
    return draw_equations([values, gradients])


def describe_shapes(N: int, D: int, M: int) -> str:
    """What `draw_shapes` shows, in words."""
    return (
        f"Boxes to scale with N = {N}, D = {D}, M = {M}. Above: x {N, D}, W {D, M}, b {(M,)}, out {N, M}. "
        "Below each stands its gradient, dx, dW, db and dout, as a box of the same shape."
    )


def _apart(boxes: Sequence[Box]) -> Equation:
    """Boxes with a gap between them in place of a sign."""
    parts: list[Box | str] = [boxes[0]]
    for box in boxes[1:]:
        parts += [" ", box]
    return parts


# -- to play with ----------------------------------------------------------------------------------------------------


def play_affine() -> None:
    """Sliders for N, D and M; a menu for the array and two sliders for the entry of it whose origin lights up."""
    play(draw_entry, describe_entry, **affine_controls())


def affine_controls() -> dict[str, IntSlider | Dropdown]:
    """The controls, at three different sizes and an entry of db, which gathers a whole column of dout."""
    return {
        "N": IntSlider(4, 1, LARGEST, description="N, samples"),
        "D": IntSlider(3, 1, LARGEST, description="D, inputs"),
        "M": IntSlider(5, 1, LARGEST, description="M, outputs"),
        "array": Dropdown(options=["out", "dx", "dW", "db"], value="db", description="an entry of"),
        "row": IntSlider(0, 0, LARGEST - 1, description="row"),
        "column": IntSlider(2, 0, LARGEST - 1, description="column"),
    }


def draw_entry(N: int, D: int, M: int, array: str, row: int, column: int) -> Figure:
    """The equation of `array` with its numbers; its entry and what that is the sum of are marked.

    A `row` or `column` beyond the end means the last one.
    """
    numbers = affine_numbers(N, D, M)
    places = gathered(array, *_entry(numbers, array, row, column))
    dx, dW, db = backward_equations(N, D, M)
    equation = {"out": forward_equation(N, D, M), "dx": dx, "dW": dW, "db": db}[array]
    return draw_equations([_filled(equation, numbers, places)], height=HEIGHT)


def describe_entry(N: int, D: int, M: int, array: str, row: int, column: int) -> str:
    """The sum of the marked entries, written out, and the axis it runs over."""
    numbers = affine_numbers(N, D, M)
    row, column = _entry(numbers, array, row, column)
    index: tuple[int, ...] = (column,) if array == "db" else (row, column)
    letters, terms = _terms(numbers, array, row, column)
    over = {"out": f"D = {D} inputs, and the bias comes on top", "dx": f"M = {M} outputs"}
    sums = f"{' + '.join(letters)} = {' + '.join(terms)} = {numbers[array][index]}"
    return (
        f"N = {N}, D = {D}, M = {M}: {array} has the shape {numbers[array].shape}. {array}{list(index)} = {sums}. "
        f"The sum runs over the {over.get(array, f'N = {N} samples')}; its entries are marked."
    )


def affine_numbers(N: int, D: int, M: int) -> Numbers:
    """Small whole numbers, always the same, for x (N, D), W (D, M), b (M,), dout (N, M), and what follows."""
    x = np.fromfunction(lambda n, d: (3 * n + 2 * d + 1) % 5 - 1, (N, D)).astype(int)
    W = np.fromfunction(lambda d, m: (2 * d + 3 * m) % 5 - 2, (D, M)).astype(int)
    dout = np.fromfunction(lambda n, m: (4 * n + 2 * m) % 7 - 2, (N, M)).astype(int)
    return _all_arrays(x, W, np.arange(1, M + 1), dout)


def gathered(array: str, row: int, column: int) -> Gathered:
    """What lights up for an entry of `array`: the entry and, for each array it is made from, the index of the entries
    in the sum.
    """
    places: dict[str, Gathered] = {
        "out": {"out": (row, column), "x": (row, WHOLE), "W": (WHOLE, column), "b": (column,)},
        "dx": {"dx": (row, column), "dout": (row, WHOLE), "Wᵀ": (WHOLE, column)},
        "dW": {"dW": (row, column), "xᵀ": (row, WHOLE), "dout": (WHOLE, column)},
        "db": {"db": (column,), "dout": (WHOLE, column)},
    }
    return places[array]


def _all_arrays(x: NDArray[Any], W: NDArray[Any], b: NDArray[Any], dout: NDArray[Any]) -> Numbers:
    given = {"x": x, "W": W, "b": b, "dout": dout, "xᵀ": x.T, "Wᵀ": W.T}
    return {**given, "out": x @ W + b, "dx": dout @ W.T, "dW": x.T @ dout, "db": dout.sum(axis=0)}


def _filled(equation: Equation, numbers: Numbers, places: Gathered) -> Equation:
    """The equation in the level's notation, with its numbers written in and the entries at `places` marked."""
    return [_fill(part, numbers, places) if isinstance(part, Box) else part for part in equation]


def _fill(box: Box, numbers: Numbers, places: Gathered) -> Box:
    name = NOTATION.get(box.name, box.name)
    lit = np.zeros(numbers[name].shape, dtype=bool)
    lit[places[name]] = True
    return replace(box, name=name, numbers=numbers[name], lit=lit)


def _entry(numbers: Numbers, array: str, row: int, column: int) -> tuple[int, int]:
    shape = np.atleast_2d(numbers[array]).shape
    return min(row, shape[0] - 1), min(column, shape[1] - 1)


def _terms(numbers: Numbers, array: str, row: int, column: int) -> tuple[list[str], list[str]]:
    """The summands in letters, such as x[0, 2]·dout[0, 1], and in numbers; products of pairs but for b and db."""
    N, D, M = *numbers["x"].shape, len(numbers["b"])
    products: list[list[Factor]] = [[("x", (row, d)), ("W", (d, column))] for d in range(D)]
    factors: dict[str, list[list[Factor]]] = {
        "out": [*products, [("b", (column,))]],
        "dx": [[("dout", (row, m)), ("W", (column, m))] for m in range(M)],
        "dW": [[("x", (n, row)), ("dout", (n, column))] for n in range(N)],
        "db": [[("dout", (n, column))] for n in range(N)],
    }
    letters = ["·".join(f"{name}{list(index)}" for name, index in term) for term in factors[array]]
    return letters, ["·".join(_signed(int(numbers[name][index])) for name, index in term) for term in factors[array]]


def _signed(value: int) -> str:
    return str(value) if value >= 0 else f"({value})"
