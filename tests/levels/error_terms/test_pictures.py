"""The pictures of level 09 show the numbers of the level, and the factors that they show make the gradient."""

from math import prod

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from course.figures.play import Interactive
from course.figures.style import GRADIENT, SUM, VALUE
from course.levels.error_terms import pictures
from course.levels.error_terms.net import STARTS, WEIGHTS, forward, worked
from course.levels.error_terms.play import describe_factors, draw_factors, factor_controls
from tests.course.figures.reading import collisions, texts

START = {"weight": "w31", "start": "unequal", "x1": -2.0, "x2": -1.0, "t": 1.0}
NETS = [forward(w, x1, x2, t) for w in STARTS.values() for x1, x2, t in ((-2, -1, 1), (1.5, 0, 0.3), (3, -3, 0))]


@pytest.mark.parametrize("net", NETS)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_product_of_the_factors_is_the_slope_of_the_error(net, weight):
    assert net.gradient(weight) == pytest.approx(pictures.measured(net, weight), abs=1e-9)


def test_the_worked_net_has_the_numbers_of_the_text():
    net = worked()
    assert (net.y[3], net.y[5]) == pytest.approx((0.0474259, 0.5236952), abs=5e-8)
    assert [factor.number for factor in net.factors("w31")] == pytest.approx(
        [-0.9526097, 0.2494385, 1, 0.0451767, -2], abs=5e-8
    )
    assert net.gradient("w31") == pytest.approx(0.0214695, abs=5e-8)
    assert (net.delta(5), net.delta(3)) == pytest.approx((-0.2376176, -0.0107348), abs=5e-8)


def test_every_gradient_is_the_error_term_times_what_came_in():
    net = NETS[3]
    for weight in WEIGHTS:
        came_in = net.y[int(weight[2])] if weight[0] == "w" else 1
        assert net.gradient(weight) == pytest.approx(net.delta(int(weight[1])) * came_in, rel=1e-12)


def test_line_by_line_the_products_take_27_multiplications_and_with_error_terms_11():
    lengths = {weight: len([f for f in worked().factors(weight) if f.name != "1"]) for weight in WEIGHTS}
    assert sum(length - 1 for length in lengths.values()) == 27
    weights = sum(name[0] == "w" for name in WEIGHTS)
    assert weights + (lengths["b5"] - 1) + sum(lengths[b] - lengths["b5"] for b in ("b3", "b4")) == 11


def test_the_picture_of_the_products_has_all_factors_of_all_weights():
    drawn = texts(pictures.draw_products())
    assert [drawn.count(text) for text in ("−2 (t − y5)", "f'(net5)", "w53", "f'(net3)", "x1")] == [9, 9, 3, 3, 2]
    assert "= 0.0214695" in drawn
    assert "dE/dw31 = −2 (t − y5) · f'(net5) · w53 · f'(net3) · x1 = 0.0214695." in pictures.describe_products()


def test_the_arrays_are_those_of_the_text():
    arrays = {name: array.tolist() for name, array in pictures.layer_arrays().items()}
    assert arrays["sums"] == [-10, -12, -4]
    assert arrays["δ_hidden"] == [-2.5, -3, -1]
    assert arrays["dE/dW_hidden"] == [[-5, -7.5, 2.5, -2.5], [-6, -9, 3, -3], [-2, -3, 1, -1]]
    assert "sums[1] = -12" in pictures.describe_sharing()


def test_one_sum_and_one_product_are_marked():
    assert sorted(texts(pictures.draw_sharing(), "white")) == sorted(["-12", "2", "-4", "2", "4"])
    assert sorted(texts(pictures.draw_outer(), "white")) == ["-1", "-3", "3"]


def test_two_versions_agree_with_each_other_and_with_the_measurement_at_the_output_only():
    net = forward(STARTS["unequal"], -2, -1, 1)
    wrong = np.array([pictures.without_hidden_slope(net, weight) for weight in WEIGHTS])
    measured = np.array([pictures.measured(net, weight) for weight in WEIGHTS])
    np.testing.assert_allclose(wrong[:3], measured[:3], atol=1e-9)
    assert np.all(np.abs(wrong[3:] - measured[3:]) > 0.05)
    lines = pictures.draw_agreement().axes[0].lines
    np.testing.assert_allclose(lines[0].get_ydata(), lines[1].get_ydata())


@pytest.mark.parametrize(
    "figure", [pictures.draw_net(), pictures.draw_products(), pictures.draw_sharing(), pictures.draw_outer()]
)
def test_no_text_covers_another_or_is_cut_off(figure):
    assert collisions(figure) == []


def test_the_legend_covers_no_point():
    figure = pictures.draw_agreement()
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    axes = figure.axes[0]
    legend = axes.get_legend().get_window_extent(canvas.get_renderer())
    assert not any(legend.contains(*point) for point in axes.transData.transform(axes.lines[0].get_xydata()))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_interactive_picture_has_room_in_every_corner(weight, start):
    for x1, x2, t in ((-2, -1, 1), (-3, 3, 0.3), (2.5, -2.5, 0)):
        assert collisions(draw_factors(weight, start, x1, x2, t)) == [], (x1, x2, t)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_boxes_hold_the_factors_in_the_colours_of_their_part(weight):
    net = forward(STARTS["unequal"], -2, -1, 1)
    figure = draw_factors(**START | {"weight": weight})
    colours = {"output": GRADIENT, "hidden": SUM, "in": VALUE}
    for factor in net.factors(weight):
        assert ("bias" if factor.name == "1" else factor.name) in texts(figure, colours[factor.part])


def test_the_words_give_the_same_product():
    words = describe_factors(**START).replace("−", "-")
    numbers = words.split(" = ")[2]
    value = prod(float(number.strip("()")) for number in numbers.split(" · "))
    assert value == pytest.approx(float(words.split(" = ")[3].split(". ")[0]), rel=1e-3)


def test_moving_a_control_redraws():
    part = Interactive(draw_factors, describe_factors, **factor_controls())
    assert part.png
    assert "The first four are δ3" in part.description
    for name, value in {"weight": "b5", "start": "large", "x1": 1.5, "x2": 0, "t": 0.2}.items():
        before = part.png
        part.controls[name].value = value
        assert part.png != before, name
    assert "dE/db5" in part.description
