"""The pictures of level 10 show its numbers, its quick net is a right one, and the sample is as it says."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.figure import Figure

from course.data_people import (
    CORRELATION,
    DEVIATIONS,
    LABELS,
    MEAN_0,
    MEAN_1,
    PEOPLE,
    TRAIN,
    best_border,
    people_sample,
)
from course.figures.play import Interactive
from course.figures.style import GRADIENT
from course.levels.gender import net as net
from course.levels.gender import pictures
from course.levels.gender import play as playing
from tests.course.figures.reading import texts

STARTS = [(0, 0.01, "zero mean", "the one of the level"), (1000, 0.1, "zero mean", "all 0.1"),
          (1000, 200.0, "raw kg and cm", "random 2"), (5, 100.0, "zero mean", "random 3")]  # fmt: skip


def collisions(figure: Figure) -> list[str]:
    """The texts written into the axes of a figure that overlap or leave it; ticks are matplotlib's own business."""
    figure.draw_without_rendering()
    boxes = {text: text.get_window_extent() for axes in figure.axes for text in axes.texts}
    found = [f"{a.get_text()} / {b.get_text()}" for a, b in combinations(boxes, 2) if boxes[a].overlaps(boxes[b])]
    wide, high = figure.bbox.size
    cut = [text for text, box in boxes.items() if box.x0 < 0 or box.y0 < 0 or box.x1 > wide or box.y1 > high]
    return found + [text.get_text() for text in cut]


def losses(start: net.Weights, x: net.Points, epochs: list[int]) -> list[float]:
    history = net.train(start, x, LABELS, 0.1, 1000)
    return [net.loss(history[epoch + 1], x, LABELS) for epoch in epochs]


def test_people_are_all_in_the_picture() -> None:
    figure = pictures.draw_people()
    written = texts(figure)
    assert {"50 kg, 150 cm", "60 kg, 172 cm", "89 kg, 190 cm ?", "60 kg, 155 cm ?"} <= set(written)
    assert not collisions(figure)


def test_the_worked_layer_agrees_with_central_differences() -> None:
    def total(W: np.ndarray, x: np.ndarray) -> float:
        return float(pictures.WORKED_DY @ (W @ np.append(x, 1)) ** 2)

    found, h = pictures.worked_layer(), 1e-6
    W, x = pictures.WORKED_W.astype(float), pictures.WORKED_X.astype(float)
    dx = [(total(W, x + step) - total(W, x - step)) / (2 * h) for step in h * np.eye(2)]
    assert found["dx"] == pytest.approx(dx, abs=1e-5)
    steps = (h * np.eye(6)).reshape(6, 2, 3)
    dW = [(total(W + step, x) - total(W - step, x)) / (2 * h) for step in steps]
    assert found["dW"].ravel() == pytest.approx(dW, abs=1e-5)


def test_the_layer_is_drawn_with_its_numbers() -> None:
    figure = pictures.draw_layer()
    assert {"δ (M,)", "dW (M, D + 1)", "dx (D,)"} <= set(texts(figure, GRADIENT))
    assert {"16", "−8", "8"} <= set(texts(figure))
    assert not collisions(figure)


def test_the_quick_net_has_the_known_losses() -> None:
    known = [0.268893, 0.248435, 0.231156, 0.126401, 0.025890, 0.011306]
    assert losses(net.EQUAL, net.centred(TRAIN), [0, 10, 20, 100, 500, 999]) == pytest.approx(known, abs=1e-6)
    assert losses(net.EQUAL, TRAIN, [0, 999]) == pytest.approx([0.255137, 0.250022], abs=1e-6)


def test_one_update_of_the_quick_net_is_the_gradient_and_a_slip_is_not() -> None:
    x, h, start = net.centred(TRAIN[2:3]), 1e-6, np.array(net.random_start(5))

    def error(w: np.ndarray) -> float:
        return net.loss(tuple(w.tolist()), x, (0,))

    gradient = [(error(start + step) - error(start - step)) / (2 * h) for step in h * np.eye(9)]
    for slip in net.SLIPS.values():
        _, after = net.train(tuple(start.tolist()), x, (0,), 0.1, 1, slip)
        right = np.allclose(np.subtract(start, after) / 0.1, gradient, atol=1e-6)
        assert right == (slip == ""), slip


def test_slips_hardly_show_in_the_end() -> None:
    lines: list[str] = []
    net.compare_slips(3, lines.append)
    assert len(lines) == len(net.SLIPS) + 1
    assert lines[1].endswith("in 3 of 3")


def test_losses_are_described_by_name() -> None:
    runs = {"zero mean": [0.3, 0.2, 0.1], "raw": [0.3, 0.25, 0.25]}
    assert not collisions(pictures.draw_losses(runs))
    assert "raw: 0.3000 after the first epoch" in pictures.describe_losses(runs)


@pytest.mark.parametrize("state", STARTS)
def test_the_regions_have_room_in_every_corner(state: tuple[int, float, str, str]) -> None:
    assert not collisions(playing.draw_regions(*state))


def test_the_text_follows_the_controls() -> None:
    view = Interactive(playing.draw_regions, playing.describe_regions, **playing.region_controls())
    assert view.png
    assert "The loss is 0.1702" in view.description
    view.controls["epoch"].value = 1000
    assert f"0.083 for {PEOPLE[0]}, 0.874 for {PEOPLE[1]}" in view.description
    view.controls["data"].value = "raw kg and cm"
    assert "The loss is 0.2500" in view.description
    view.controls["start"].value = "all 0.1"
    assert "the same weights" in view.description


def test_the_sample_has_the_stated_means_and_spread() -> None:
    x, t = people_sample(40_000, seed=3)
    for label, mean in enumerate((MEAN_0, MEAN_1)):
        group = x[t == label]
        assert group.mean(axis=0) == pytest.approx(mean, abs=0.3)
        assert group.std(axis=0) == pytest.approx(DEVIATIONS, rel=0.02)
        assert np.corrcoef(group.T)[0, 1] == pytest.approx(CORRELATION, abs=0.02)


def test_the_best_border_errs_and_nothing_does_better() -> None:
    a, b = best_border()
    assert a @ np.add(MEAN_0, MEAN_1) / 2 == pytest.approx(b)
    errors = playing.sample_errors()
    assert 0.16 < errors["the best border there is"] < 0.18
    assert errors["the best border there is"] < errors["the net trained on the sample"] < 0.19
    assert errors["the net of the four people"] > 0.25
    assert not collisions(playing.draw_sample())
