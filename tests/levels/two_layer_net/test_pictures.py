import numpy as np
import pytest

from course.figures.history import describe_history, draw_history
from course.figures.images import draw_images
from course.figures.play import Interactive
from course.levels.two_layer_net import pictures
from course.levels.two_layer_net.play import (
    CLASSES,
    RATES,
    SCALES,
    describe_training,
    digits,
    draw_training,
    trained,
    training_controls,
)
from tests.course.figures.reading import collisions, texts

HISTORY = [(2.303, 0.1, 0.12), (0.4, 0.93, 0.91), (0.1, 0.99, 0.96)]


def test_nothing_collides_in_the_drawings():
    assert collisions(pictures.draw_chain()) == []
    images = draw_images(np.zeros((13, 64)), [f"{n}, not 9" for n in range(13)])
    assert collisions(images) == []


def test_the_chain_names_every_layer_and_every_parameter():
    drawn = texts(pictures.draw_chain())
    assert drawn.count("Affine") == 2
    for name in ("Relu", "SoftmaxWithLoss", "W1", "b1", "W2", "b2", "params", "t (N,)"):
        assert name in drawn
        assert name.split(" ")[0] in pictures.CHAIN


def test_missed_images_carry_label_and_guess(capsys):
    x, t = np.zeros((4, 64)), np.array([3, 8, 1, 9])
    pictures.show_missed(np.array([3, 2, 1, 4]), x, t)
    assert "2 images that the net got wrong: 8, not 2; 9, not 4." in capsys.readouterr().out
    pictures.show_missed(t, x, t)
    assert capsys.readouterr().out == "No image is guessed wrong.\n"


def test_the_history_is_drawn_and_told():
    left, right = draw_history(HISTORY).axes
    np.testing.assert_array_equal(left.lines[0].get_ydata(), [2.303, 0.4, 0.1])
    np.testing.assert_array_equal(right.lines[1].get_ydata(), [0.12, 0.91, 0.96])
    assert left.lines[1].get_ydata() == pytest.approx([np.log(10)] * 2)
    assert "99.0% of the training images and 96.0% of the held-out images" in describe_history(HISTORY)


def test_batch_losses_are_spread_over_the_epochs():
    left = draw_history(HISTORY, [3.0, 2.0, 1.0, 0.5]).axes[0]
    np.testing.assert_array_equal(left.lines[0].get_xdata(), [0, 0.5, 1, 1.5])


# -- the interactive part --------------------------------------------------------------------------------------------


def first_loss(scale):
    return trained(0.1, scale)[0][0][0]


def test_a_small_scale_starts_at_chance_and_a_large_one_far_above():
    assert first_loss(0.0) == pytest.approx(np.log(CLASSES))
    assert first_loss(0.01) == pytest.approx(np.log(CLASSES), abs=0.01)
    assert first_loss(1.0) > 20


def test_a_good_rate_learns_and_others_do_not():
    assert trained(0.5, 0.01)[0][-1][2] > 0.93
    assert trained(0.001, 0.01)[0][-1][0] > 2.2
    history, silent = trained(5.0, 0.01)
    assert history[-1][1] < 0.2
    assert silent == 50
    assert "50 of 50 hidden neurons give 0" in describe_training(5.0, 0.01)


def test_weights_of_zero_never_learn():
    assert all(trained(rate, 0.0)[0][-1][1] < 0.2 for rate in RATES)


def test_moving_a_control_redraws():
    digits()
    part = Interactive(draw_training, describe_training, **training_controls())
    for name, value in {"rate": 0.03, "scale": 0.3}.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


@pytest.mark.parametrize(("rate", "scale"), [(RATES[0], SCALES[-1]), (RATES[-1], SCALES[-1]), (0.1, 0.01)])
def test_any_training_can_be_drawn(rate, scale):
    figure = draw_training(rate, scale)
    assert all(np.isfinite(axes.get_ylim()).all() for axes in figure.axes)
