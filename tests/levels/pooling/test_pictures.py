import itertools
import re

import numpy as np
import pytest

from course.figures.play import Interactive
from course.levels.pooling.pictures import describe_pool, draw_pool, pooled
from course.levels.pooling.play import (
    IMAGES,
    describe_pooling,
    draw_pooling,
    pool_controls,
    pooling,
)
from tests.course.figures.reading import collisions, texts, written

SETTINGS = list(itertools.product(IMAGES, (2, 3, 4), (2, 4), (1, 2, 3), (0, 1)))


def lit(figure):
    """The marked numbers: white and bold."""
    marked = [text for text in written(figure) if text.get_color() == "white" and text.get_weight() == "bold"]
    return sorted(text.get_text() for text in marked)


def test_winners_get_what_the_text_says():
    out, dx, won = pooled()
    assert out.tolist() == [[3, 5, 5], [4, 5, 5]]
    assert (dx[1, 2], dx[2, 0], dx[2, 1], dx.sum()) == (16, 4, 0, 21)
    assert won.sum() == 3
    assert lit(draw_pool()) == sorted(["3", "5", "4", "1", "16", "4"])
    assert "[0, 1], [1, 2], [2, 0]" in describe_pool()


def test_no_text_covers_another_or_is_cut_off():
    assert collisions(draw_pool()) == []


# -- the interactive part --------------------------------------------------------------------------------------------


def start():
    return {name: control.value for name, control in pool_controls().items()}


def pooled_by_hand(x, pool_h, pool_w, stride, pad):
    """out and dx, in loops over the padded image; dout counts from 1."""
    padded = np.pad(x.astype(float), pad, constant_values=-np.inf)
    down, across = (padded.shape[0] - pool_h) // stride + 1, (padded.shape[1] - pool_w) // stride + 1
    out, dx = np.zeros((down, across)), np.zeros(padded.shape)
    for number, (i, j) in enumerate(np.ndindex(down, across)):
        window = padded[i * stride : i * stride + pool_h, j * stride : j * stride + pool_w]
        u, v = np.unravel_index(window.argmax(), window.shape)
        out[i, j] = window.max()
        dx[i * stride + u, j * stride + v] += number + 1
    return out, dx[pad : dx.shape[0] - pad, pad : dx.shape[1] - pad]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_out_and_dx_are_those_of_a_max_pooling(setting):
    image, *sizes = setting
    shown = pooling(image, *sizes)
    out, dx = pooled_by_hand(IMAGES[image], *sizes)
    np.testing.assert_array_equal(shown.out, out)
    np.testing.assert_array_equal(shown.dx, dx)
    np.testing.assert_array_equal(shown.wins > 0, dx > 0)
    assert shown.wins.sum() == out.size


@pytest.mark.parametrize("setting", SETTINGS[::5], ids=str)
def test_the_text_writes_out_what_comes_back(setting):
    image, *sizes = setting
    shown = pooling(image, *sizes)
    for window in range(shown.out.size):
        said = describe_pooling(image, window, *sizes)
        i, j, terms = re.search(r"dx\[(\d), (\d)\] = ([\d +]+)", said).groups()
        assert (int(i), int(j)) == shown.winners[window]
        assert eval(terms) == shown.dx[int(i), int(j)]
        assert f"Altogether {shown.dx.sum()} goes back" in said


def test_the_start_shows_a_pixel_that_wins_four_windows():
    said = describe_pooling(**start())
    assert "3 × 4 windows. Window 5 makes out[1, 1]. It holds 2, 7, 5, 1; its maximum 7 stands at x[1, 2]" in said
    assert "wins 4 windows: dx[1, 2] = 2 + 3 + 6 + 7 = 18. Altogether 78 goes back, to 7 of 20 pixels." in said
    assert lit(draw_pooling(**start())) == sorted(["7", "7", "18", "6"])


def test_the_tasks_of_the_text_have_the_answers_that_they_are_set_for():
    apart = start() | {"stride": 2, "window": 2}
    assert "x[2, 0], the first of 2 in reading order" in describe_pooling(**apart)
    assert "Pixels in no window: 4." in describe_pooling(**apart)
    assert pooling("all kinds of numbers", 2, 2, 2, 0).wins.max() == 1
    assert pooling("all kinds of numbers", 2, 2, 1, 0).wins[2, 1] == 0
    assert "maximum 0 stands at x[0, 0], the first of 4" in describe_pooling("after a ReLU", 0, 2, 2, 2, 0)
    assert "It holds −3 and padding; its maximum −3" in describe_pooling("all negative", 0, 2, 2, 1, 1)


def test_the_padding_is_written_as_what_every_pixel_beats():
    assert "−∞" not in texts(draw_pooling(**start()))
    assert texts(draw_pooling(**start() | {"pad": 1})).count("−∞") == 6 * 7 - 4 * 5


def test_a_window_beyond_the_end_means_the_last():
    last = pooling("all negative", 2, 2, 2, 0).out.size - 1
    words = [describe_pooling("all negative", window, 2, 2, 2, 0) for window in (last, 29)]
    assert words[0] == words[1]


def test_moving_a_control_redraws():
    part = Interactive(draw_pooling, describe_pooling, **pool_controls())
    moves = {"window": 6, "pool_h": 3, "pool_w": 3, "stride": 2, "pad": 1, "image": "all negative"}
    for name, value in moves.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


@pytest.mark.parametrize("setting", SETTINGS[::4], ids=str)
@pytest.mark.parametrize("window", [0, 29])
def test_no_text_covers_another_in_a_pooling(setting, window):
    image, *sizes = setting
    assert collisions(draw_pooling(image, window, *sizes)) == []
