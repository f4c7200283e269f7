"""The affine layer in boxes: Y = X @ W + b for a whole batch, and its three gradients with the axis that each sum
runs over.
"""

from __future__ import annotations

from matplotlib.figure import Figure

from course.figures.box import Box
from course.figures.shapes import Equation, draw_equations


def draw_affine(N: int, D: int, M: int) -> Figure:
    """Y = X @ W + b for N samples, D inputs and M outputs; b is the same for each of the N rows."""
    return draw_equations([forward_equation(N, D, M)])


def draw_affine_backward(N: int, D: int, M: int) -> Figure:
    """The gradients of X, W and b from dY, shape (N, M); the axis that a sum runs over is marked and is missing in
    the result.
    """
    return draw_equations(backward_equations(N, D, M))


def forward_equation(N: int, D: int, M: int) -> Equation:
    """Y = X @ W + b with the inner axis D marked as summed."""
    n, d, m = ("N", N), ("D", D), ("M", M)
    X, W = Box("X", n, d, summed="columns"), Box("W", d, m, summed="rows")
    return [Box("Y", n, m), "=", X, "@", W, "+", Box("b", None, m, repeated=n)]


def backward_equations(N: int, D: int, M: int) -> list[Equation]:
    """dX = dY @ Wᵀ, dW = Xᵀ @ dY, and db, the sum of dY over the batch."""
    n, d, m = ("N", N), ("D", D), ("M", M)
    return [
        [_gradient("dX", n, d), "=", _gradient("dY", n, m, "columns"), "@", Box("Wᵀ", m, d, summed="rows")],
        [_gradient("dW", d, m), "=", Box("Xᵀ", d, n, summed="columns"), "@", _gradient("dY", n, m, "rows")],
        [Box("db", None, m, gradient=True), "=", "sum over N of", _gradient("dY", n, m, "rows")],
    ]


def describe_affine(N: int, D: int, M: int) -> str:
    """What `draw_affine` shows, in words."""
    return (
        f"Boxes to scale, one cell for each number, with N = {N}, D = {D}, M = {M}. "
        f"Y (N, M) = X (N, D) @ W (D, M) + b (M,). The product sums over D, the columns of X and the rows of W. "
        f"b is one row and is used for each of the {N} rows of Y."
    )


def describe_affine_backward(N: int, D: int, M: int) -> str:
    """What `draw_affine_backward` shows, in words."""
    return (
        f"Boxes to scale, with N = {N}, D = {D}, M = {M}. dX (N, D) = dY (N, M) @ Wᵀ (M, D), summed over M. "
        f"dW (D, M) = Xᵀ (D, N) @ dY (N, M), summed over N. db (M,) is the sum of dY (N, M) over N."
    )


def _gradient(name: str, rows: tuple[str, int], columns: tuple[str, int], summed: str = "") -> Box:
    return Box(name, rows, columns, gradient=True, summed=summed)
