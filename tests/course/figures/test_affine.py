import re

import pytest

from course.figures.affine import describe_affine, describe_affine_backward, draw_affine, draw_affine_backward
from course.figures.style import GRADIENT, SUM, VALUE
from tests.course.figures.reading import collisions, texts

SIZES = [(4, 3, 5), (1, 1, 1), (1, 8, 2), (8, 8, 8), (2, 3, 1), (64, 784, 10)]


def test_forward_shows_four_arrays_and_the_sum_over_the_inputs():
    figure = draw_affine(4, 3, 5)
    assert texts(figure, VALUE) == ["Y", "X", "W", "b"]
    assert texts(figure, SUM) == ["Σ D = 3", "Σ D = 3"]
    assert {"N = 4", "M = 5", "(N, D)", "(D, M)", "(N, M)", "(M,)"} <= set(texts(figure))


def test_backward_sums_over_the_axis_that_the_result_has_not():
    figure = draw_affine_backward(4, 3, 5)
    assert texts(figure, GRADIENT) == ["dX", "dY", "dW", "dY", "db", "dY"]
    assert texts(figure, VALUE) == ["Wᵀ", "Xᵀ"]
    assert texts(figure, SUM) == ["Σ M = 5", "Σ M = 5", "Σ N = 4", "Σ N = 4", "Σ N = 4"]


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("draw", [draw_affine, draw_affine_backward])
def test_no_text_covers_another_or_is_cut_off(draw, sizes):
    assert collisions(draw(*sizes)) == []


@pytest.mark.parametrize(
    ("draw", "describe"), [(draw_affine, describe_affine), (draw_affine_backward, describe_affine_backward)]
)
def test_the_description_names_every_array_and_every_size(draw, describe):
    words = describe(4, 3, 5)
    assert all(size in words for size in ("N = 4", "D = 3", "M = 5"))
    names = {text for text in texts(draw(4, 3, 5)) if re.fullmatch(r"d?[XYWb]ᵀ?", text)}
    assert names <= set(re.findall(r"\w+", words))
