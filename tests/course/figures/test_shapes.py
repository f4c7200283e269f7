import numpy as np
import pytest

from course.figures.box import Box
from course.figures.shapes import draw_array, draw_equations
from course.figures.style import COLUMN
from tests.course.figures.reading import collisions, texts

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


def test_an_array_alone_takes_no_more_room_than_it_needs():
    assert draw_array(np.zeros((2, 2)), "x").get_figwidth() < 3
    assert draw_array(np.zeros((2, 90)), "x").get_figwidth() == COLUMN


@pytest.mark.parametrize("shape", [(1,), (3,), (1, 1), (2, 3), (8, 1), (2, 12)])
def test_no_text_covers_another_or_is_cut_off(shape):
    assert collisions(draw_array(np.full(shape, -12.5), "dout", ("N", "M"))) == []
