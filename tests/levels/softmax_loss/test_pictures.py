"""The pictures of level 05 show the numbers of the level, and nothing in them overlaps, however the sliders stand."""

import numpy as np
import pytest

from course.figures.graph_picture import draw_graph
from course.figures.play import Interactive
from course.figures.style import GRADIENT, SUM
from course.levels.softmax_loss import pictures
from tests.course.figures.reading import collisions, texts

CORNERS = [
    (1.8, 1.1, 0.0, 0.0, "dog"),
    (4.0, -4.0, -4.0, 4.0, "cat"),
    (-4.0, 4.0, 4.0, -4.0, "cat"),
    (0.0, 0.0, 0.0, 0.0, "horse"),
    (-4.0, -4.0, -4.0, -4.0, "dog"),
]


def test_the_steps_show_logits_exponentials_and_shares() -> None:
    figure = pictures.draw_steps()
    assert {"1.79", "1.10", "0.00", "6.0", "3.0", "1.0", "0.6", "0.3", "0.1"} <= set(texts(figure))
    assert not collisions(figure)


def test_the_curve_names_its_points() -> None:
    figure = pictures.draw_loss_curve()
    assert any("p = 0.3: 1.20" in text for text in texts(figure))
    assert "1.20 at p = 0.3 (dog)" in pictures.describe_loss_curve()


def test_the_graph_ends_in_the_loss_and_its_gradients_in_the_probabilities() -> None:
    graph = pictures.loss_graph()
    assert [edge.value for edge in graph.into("L")] == [1.204]
    assert [graph.out_of(f"x {name}")[0].gradient for name in pictures.CLASSES] == [0.6, 0.3, 0.1]
    assert not collisions(draw_graph(graph))


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    x, h = np.array([0.5, -1.0, 2.0]), 1e-6
    slopes = [(pictures.loss_of(x + step, 1) - pictures.loss_of(x - step, 1)) / (2 * h) for step in h * np.eye(3)]
    assert pictures.gradient_of(x, 1) == pytest.approx(slopes, abs=1e-8)


@pytest.mark.parametrize("state", CORNERS)
def test_the_interactive_picture_has_room_in_every_corner(state: tuple[float, float, float, float, str]) -> None:
    assert not collisions(pictures.draw_softmax(*state))


def test_the_gradient_has_a_number_for_each_class_and_the_loss_one() -> None:
    figure = pictures.draw_softmax(*CORNERS[0])
    assert texts(figure, GRADIENT) == ["0.602", "−0.701", "0.099"]
    assert texts(figure, SUM) == ["1.208"]


def test_adding_to_all_logits_changes_nothing_but_the_logits() -> None:
    before, after = (pictures.describe_softmax(1, 2, 3, shift, "cat") for shift in (0, 4))
    assert (
        before.replace("logit 1.0", "logit 5.0").replace("logit 2.0", "logit 6.0").replace("logit 3.0", "logit 7.0")
        == after
    )


def test_the_controls_start_at_the_example() -> None:
    view = Interactive(pictures.draw_softmax, pictures.describe_softmax, **pictures.softmax_controls())
    assert view.png
    assert "The label is dog, so the loss is −ln 0.2988 = 1.208 (chance: 1.099)." in view.description
    view.controls["label"].value = "cat"
    assert "The label is cat, so the loss is −ln 0.6017 = 0.508" in view.description
