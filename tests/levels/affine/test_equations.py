import pytest

from course.figures.shapes import draw_equations
from course.figures.style import GRADIENT, SUM, VALUE
from course.levels.affine.equations import backward_equations, forward_equation
from tests.course.figures.reading import collisions, texts

SIZES = [(4, 3, 5), (1, 1, 1), (1, 8, 2), (8, 8, 8), (2, 3, 1), (64, 784, 10)]


def test_forward_shows_four_arrays_and_the_sum_over_the_inputs():
    figure = draw_equations([forward_equation(4, 3, 5)])
    assert texts(figure, VALUE) == ["Y", "X", "W", "b"]
    assert texts(figure, SUM) == ["Σ D = 3", "Σ D = 3"]
    assert {"N = 4", "M = 5", "(N, D)", "(D, M)", "(N, M)", "(M,)"} <= set(texts(figure))


def test_backward_sums_over_the_axis_that_the_result_has_not():
    figure = draw_equations(backward_equations(4, 3, 5))
    assert texts(figure, GRADIENT) == ["dX", "dY", "dW", "dY", "db", "dY"]
    assert texts(figure, VALUE) == ["Wᵀ", "Xᵀ"]
    assert texts(figure, SUM) == ["Σ M = 5", "Σ M = 5", "Σ N = 4", "Σ N = 4", "Σ N = 4"]


@pytest.mark.parametrize("sizes", SIZES)
def test_no_text_covers_another_or_is_cut_off(sizes):
    assert collisions(draw_equations([forward_equation(*sizes)])) == []
    assert collisions(draw_equations(backward_equations(*sizes))) == []
