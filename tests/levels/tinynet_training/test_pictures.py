"""The curves of level 15 have the losses that its text tells of, and its pictures show what was counted."""

import numpy as np
import pytest

from course.figures.play import Interactive
from course.levels.tinynet_training import pictures
from course.levels.tinynet_training.curves import descended, errors, fitted, loss_of
from course.levels.tinynet_training.play import (
    DECAYS,
    ITERATIONS,
    RATES,
    curves,
    describe_training,
    draw_training,
    fit_controls,
)
from tests.course.figures.reading import collisions, texts


def test_the_line_underfits_and_degree_9_overfits() -> None:
    line, quadratic, high = fitted(1), fitted(2), fitted(9)
    assert line.training > 10 * quadratic.training > 100 * high.training
    assert quadratic.held_out < line.held_out / 5
    assert quadratic.held_out < high.held_out / 5
    assert high.training < 1e-9
    assert (round(high.largest), round(quadratic.largest, 1)) == (284, 2.4)


def test_a_little_decay_helps_and_a_lot_underfits() -> None:
    none, little, much = (fitted(9, decay) for decay in (0, 0.01, 10))
    assert little.held_out < none.held_out / 5
    assert little.held_out < much.held_out / 5
    assert none.training < little.training < much.training


def test_the_short_cut_is_gradient_descent() -> None:
    degree, decay, rate = 4, 0.01, 0.3
    (curvature, pull), weights = loss_of(degree, decay), np.zeros(degree + 1)
    for _ in range(50):
        weights = weights - rate * (curvature @ weights - pull)
    assert descended(degree, decay, rate, np.array([50]))[0] == pytest.approx(weights)
    assert descended(degree, decay, rate, np.array([10**7]))[0] == pytest.approx(fitted(degree, decay).weights)


def test_the_losses_of_many_curves_are_those_of_each() -> None:
    fit = fitted(3)
    training, held_out = errors(np.array([fit.weights, np.zeros(4)]))
    assert (training[0], held_out[0]) == pytest.approx((fit.training, fit.held_out))


def test_the_rates_reach_from_creeping_to_exploding() -> None:
    assert "exploded" in describe_training(9, 0.0, 0.7, 100)
    assert "exploded" not in describe_training(9, 0.0, 0.6, 10**8)
    assert "exploded" in describe_training(9, 1.0, 0.6, 10**8)
    assert np.nanargmin(curves(9, 0.0, 0.001)[2]) > np.nanargmin(curves(9, 0.0, 0.3)[2])


@pytest.mark.parametrize("degree", [1, 9])
@pytest.mark.parametrize("decay", [DECAYS[0], DECAYS[-1]])
@pytest.mark.parametrize("rate", [RATES[0], RATES[-1]])
@pytest.mark.parametrize("iterations", [ITERATIONS[0], ITERATIONS[-1]])
def test_the_interactive_picture_is_drawn_in_every_corner(
    degree: int, decay: float, rate: float, iterations: int
) -> None:
    assert draw_training(degree, decay, rate, iterations).axes
    assert f"Degree {degree}" in describe_training(degree, decay, rate, iterations)


def test_the_controls_start_at_overfitting() -> None:
    view = Interactive(draw_training, describe_training, **fit_controls())
    assert view.png
    assert "largest weight 280" in view.description
    view.controls["degree"].value = 2
    assert "largest weight 2.39" in view.description


def test_a_usual_decay_hides_every_mistake_and_a_large_one_none() -> None:
    for _, small, large in pictures.hidden_mistakes():
        assert small < pictures.TOLERANCE < large / 1000
    assert "decay forgotten" in pictures.describe_hidden_mistakes()


def test_each_sample_is_once_in_each_epoch() -> None:
    figure = pictures.draw_epochs()
    assert sorted(text for text in texts(figure) if text.isdigit()) == sorted([*map(str, range(10))] * 2)
    assert not collisions(figure)
    assert [sorted(order) for order in pictures.orders()] == [[*range(10)]] * 2


def test_the_matrix_counts_labels_in_rows_and_guesses_in_columns() -> None:
    counts = pictures.confusion(np.array([3, 3, 8, 1]), np.array([3, 3, 3, 1]))
    assert (counts[3, 3], counts[3, 8], counts[1, 1], counts.sum()) == (2, 1, 1, 4)
    assert "3 of 4 images" in pictures.describe_confusion(counts)
    assert "Misread: 3 as 8." in pictures.describe_confusion(counts)
    assert not collisions(pictures.draw_confusion(counts))


def test_the_misread_are_shown_and_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    x, t = np.zeros((2, 1, 8, 8)), np.array([3, 4])
    pictures.show_misread(np.array([3, 4]), x, t)
    assert "No image is misread." in capsys.readouterr().out
    pictures.show_misread(np.array([3, 9]), x, t)
    assert "4, not 9" in capsys.readouterr().out
