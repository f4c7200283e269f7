import pytest

from course.figures.box import Box
from course.figures.shapes import draw_equations
from tests.course.figures.reading import texts

SQUARE = Box("A", ("N", 3), ("N", 3))


def test_the_signs_stand_between_the_boxes():
    assert {"A", "=", "@"} <= set(texts(draw_equations([[SQUARE, "=", SQUARE, "@", SQUARE]])))


def test_all_boxes_share_one_scale():
    figure = draw_equations([[SQUARE], [Box("B", ("N", 2), ("M", 30))]])
    cells = [patch.get_height() / count for patch, count in zip(figure.axes[0].patches, [3, 3, 2, 2], strict=True)]
    assert cells == pytest.approx([cells[0]] * 4)


def test_a_fixed_height_stays_whatever_the_sizes():
    heights = {draw_equations([[Box("A", ("N", n), ("D", 2))]], height=3).get_figheight() for n in (1, 5, 20)}
    assert heights == {3}
