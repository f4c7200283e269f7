"""The affine layer in boxes: Y = X @ W + b for a whole batch, and its three gradients with the axis that each sum
runs over.
"""

from __future__ import annotations

from course.figures.box import Box
from course.figures.shapes import Equation


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


def _gradient(name: str, rows: tuple[str, int], columns: tuple[str, int], summed: str = "") -> Box:
    return Box(name, rows, columns, gradient=True, summed=summed)
