import numpy as np
import pytest

from course.figures.box import Box, box_of, draw_box
from course.figures.style import GREY, SUM, VALUE, canvas
from tests.course.figures.reading import texts, written


def drawn(box: Box, cell: float = 0.4):
    figure, axes = canvas(4, 3)
    draw_box(axes, box, 1, 1.5, cell)
    return figure


def test_a_box_names_its_axes_their_lengths_and_its_shape():
    assert set(texts(drawn(Box("W", ("D", 3), ("M", 5))))) == {"W", "(D, M)", "D = 3", "M = 5"}
    assert set(texts(drawn(Box("b", None, ("M", 5))))) == {"b", "(M,)", "M = 5"}


def test_a_box_is_to_scale():
    for patch in drawn(Box("W", ("D", 3), ("M", 5)), cell=0.2).axes[0].patches:
        assert (patch.get_width(), patch.get_height()) == pytest.approx((1.0, 0.6))


def test_the_axis_of_a_sum_says_so():
    figure = drawn(Box("X", ("N", 4), ("D", 3), summed="columns"))
    assert texts(figure, SUM) == ["Σ D = 3"]
    assert "N = 4" in texts(figure, GREY)


def test_numbers_stand_in_their_cells_row_by_row():
    numbers = np.array([[1, -2.5, 0.1 + 0.2], [10, 20, 30]])
    figure = drawn(box_of(numbers, "x", ("N", "D")))
    cells = [text for text in written(figure) if text.get_text() in {"1", "-2.5", "0.3", "10", "20", "30"}]
    assert [cell.get_text() for cell in sorted(cells, key=lambda t: (-t.get_position()[1], t.get_position()[0]))] == [
        "1",
        "-2.5",
        "0.3",
        "10",
        "20",
        "30",
    ]


def test_numbers_that_would_be_too_small_to_read_are_left_out():
    assert "12345" not in texts(drawn(box_of(np.array([12345, 2]), "x", ("N",)), cell=0.2))


def test_marked_entries_differ_by_more_than_colour():
    numbers = np.array([[1, 2], [3, 4]])
    figure = drawn(box_of(numbers, "x", ("N", "D"), highlight=numbers > 2))
    bold = [text.get_text() for text in written(figure) if text.get_weight() == "bold" and text.get_text() != "x"]
    assert bold == ["3", "4"]
    assert len([patch for patch in figure.axes[0].patches if patch.get_width() == pytest.approx(0.4)]) == 2


def test_a_vector_takes_the_last_axis_name():
    assert box_of(np.zeros(3), "b", ("N", "M")).shape == "(M,)"


def test_other_ranks_and_masks_of_another_shape_are_refused():
    with pytest.raises(ValueError, match=r"x has the shape \(2, 2, 2\)"):
        box_of(np.zeros((2, 2, 2)), "x", ("N", "C", "H"))
    with pytest.raises(ValueError, match=r"highlight has the shape \(2,\)"):
        box_of(np.zeros((2, 3)), "x", ("N", "D"), highlight=np.array([True, False]))


def test_gradients_have_their_own_colour():
    assert "dx" not in texts(drawn(Box("dx", ("N", 2), ("D", 2), gradient=True)), VALUE)
    assert "x" in texts(drawn(Box("x", ("N", 2), ("D", 2))), VALUE)
