import re

import numpy as np
import pytest

from course.figures.play import Interactive
from course.levels.activations import pictures
from course.levels.activations.pictures import (
    RELU,
    RELU_POINTS,
    SIGMOID,
    SIGMOID_POINTS,
    describe_mask,
    describe_relu,
    describe_sigmoid,
    draw_curve,
    draw_kink,
    draw_mask,
    worked_arrays,
)
from course.levels.activations.play import (
    describe_gate,
    draw_gate,
    gate,
    gate_controls,
)
from tests.course.figures.reading import collisions, texts, written

PLACES = [(name, x, dout) for name in (RELU, SIGMOID) for x in (-6, -0.1, 0, 0.1, 2, 6) for dout in (-2, 0, 0.3, 2)]


def overlaps(figure):
    """The texts that overlap or leave the figure; names of axes have no place yet in a figure that was not drawn."""
    names = {"x", "out", "slope of out", "out / slope of out"}
    return [pair for pair in collisions(figure) if pair not in names]


def dots(axes):
    """The points that are drawn as dots."""
    return [tuple(point) for line in axes.lines if line.get_marker() == "o" for point in line.get_xydata()]


@pytest.mark.parametrize("name", [RELU, SIGMOID])
def test_the_slope_is_that_of_the_curve(name):
    x = np.array([-5.0, -2.0, -0.5, 0.5, 2.0, 5.0])
    curve, h = pictures.ACTIVATIONS[name], 1e-6
    np.testing.assert_allclose(curve.slope(x), (curve.out(x + h) - curve.out(x - h)) / (2 * h), atol=1e-8)


@pytest.mark.parametrize(("name", "points"), [(RELU, RELU_POINTS), (SIGMOID, SIGMOID_POINTS)])
def test_the_dots_stand_on_curve_and_slope(name, points):
    figure = draw_curve(name, points)
    for axes, of in zip(figure.axes, (pictures.ACTIVATIONS[name].out, pictures.ACTIVATIONS[name].slope), strict=True):
        assert set(zip(points, of(np.array(points)), strict=True)) <= set(dots(axes))


def test_relu_shows_the_numbers_worked_by_hand():
    assert sorted(RELU_POINTS) == sorted(worked_arrays()["x"].ravel())
    assert (0, 1) in dots(draw_curve(RELU, RELU_POINTS).axes[1])  # the ring at the open end


def test_the_mask_marks_the_same_entries_in_all_five_arrays():
    marked = [int(text.get_text()) for text in written(draw_mask()) if text.get_color() == "white"]
    open_ones = [array[worked_arrays()["x"] > 0] for array in worked_arrays().values()]
    assert sorted(marked) == sorted(np.concatenate(open_ones).tolist())


def test_the_worked_arrays_are_those_of_the_text():
    arrays = worked_arrays()
    assert arrays["out"].tolist() == [[4, 0, 2], [0, 0, 5]]
    assert arrays["dx"].tolist() == [[10, 0, -30], [0, 0, 60]]
    assert "dx = [[10, 0, -30], [0, 0, 60]]" in describe_mask()


def test_the_lines_at_the_kink_stay_below_relu():
    lines = [line for line in draw_kink().axes[0].lines if len(line.get_xdata()) == 2 and line.get_color() != "#C8C8C8"]
    assert len(lines) == 3
    for line in lines:
        assert np.all(line.get_ydata() <= np.maximum(line.get_xdata(), 0) + 1e-12)


@pytest.mark.parametrize(("name", "x", "dout"), PLACES)
def test_the_gate_says_what_it_draws(name, x, dout):
    out, slope, dx = gate(name, x, dout)
    words = describe_gate(name, x, dout).replace("−", "-")
    said = re.search(r"out = (\S+), slope = (\S+)\. dx = (\S+) · (\S+) = (\S+)\. ", words)
    np.testing.assert_allclose([float(number) for number in said.groups()], [out, slope, dout, slope, dx], rtol=1e-3)
    assert dx == pytest.approx(slope * dout)
    shown = texts(draw_gate(name, x, dout))
    assert {"dout", "slope", "dx"} <= set(shown)
    assert [f"{slope:.3f}" for text in shown if re.fullmatch(r"0\.\d+|[01]", text) and abs(float(text) - slope) < 1e-3]


def test_the_gate_says_how_much_passes():
    assert describe_gate(RELU, 0, 1.5).endswith("At the corner the slope is chosen to be 0, so nothing passes.")
    assert describe_gate(RELU, 0.1, 1.5).endswith("All of it passes.")
    assert describe_gate(RELU, -0.1, 1.5).endswith("Nothing passes, however large dout is.")
    assert describe_gate(SIGMOID, 0, -1.5).endswith("25 % of it passes.")


def test_what_a_slider_calls_zero_is_zero():
    assert gate(RELU, 1e-16, 1.0) == (0, 0, 0)


@pytest.mark.parametrize(("name", "x", "dout"), PLACES)
def test_nothing_collides_in_the_gate(name, x, dout):
    assert overlaps(draw_gate(name, x, dout)) == []


@pytest.mark.parametrize(
    "figure", [draw_curve(RELU, RELU_POINTS), draw_curve(SIGMOID, SIGMOID_POINTS), draw_mask(), draw_kink()]
)
def test_nothing_collides(figure):
    assert overlaps(figure) == []


def test_the_descriptions_have_the_numbers_of_the_text():
    assert "out 0.881, slope 0.105 at x = 2" in describe_sigmoid()
    assert "−3, −1 and 0 have out 0 and slope 0" in describe_relu()


def test_moving_a_control_redraws():
    part = Interactive(draw_gate, describe_gate, **gate_controls())
    assert "10.5 % of it passes" in part.description
    for name, value in {"x": -1.0, "dout": -0.5, "activation": RELU}.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name
