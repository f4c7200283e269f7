import itertools

import numpy as np
import pytest
from matplotlib.text import Text

from course.figures.graph_picture import draw_graph
from course.figures.play import Interactive
from course.levels.relu_net import pictures
from course.levels.relu_net.play import RATES, describe_walk, draw_walk, walk, walk_controls
from tests.course.figures.reading import collisions, texts


def drawn(figure):
    """The figure after drawing, when its ticks have found their places, without the labels that are not shown."""
    figure.draw_without_rendering()
    for text in figure.findobj(Text):
        text.set_text(text.get_text() if text.get_visible() else "")
    return figure


def test_the_numbers_of_the_small_net_are_those_of_numpy():
    x, w1, w2, y = np.array([[1, 2]]), np.array([[1, 1], [1, -1]]), np.array([[2], [5]]), 4
    h = x @ w1
    r = np.maximum(h, 0)
    dy = 2 * (r @ w2 - y)
    dr = dy @ w2.T
    arrays = {"h": h, "r": r, "dw2": r.T @ dy, "dr": dr, "dh": dr * (h > 0), "dw1": x.T @ (dr * (h > 0))}
    edges = {(edge.source, edge.target): edge for edge in pictures.small_net().edges}
    written = {
        "h": edges["@", "relu"].value,
        "r": edges["relu", "@ "].value,
        "dw2": edges["w2", "@ "].gradient,
        "dr": edges["relu", "@ "].gradient,
        "dh": edges["@", "relu"].gradient,
        "dw1": edges["w1", "@"].gradient,
    }
    for name, array in arrays.items():
        rows = array if name == "dw1" else array.reshape(1, -1)
        assert written[name].replace("−", "-") == ", ".join(f"({', '.join(map(str, row))})" for row in rows), name
        assert written[name] in pictures.SMALL_NET or name == "dw1"


def test_losses_are_told_with_their_ends():
    losses = np.geomspace(3e7, 1e-6, 500)
    assert "3e+07 before the first step" in pictures.describe_losses(losses)
    assert {"3e+07", "1e-06"} <= set(texts(pictures.draw_losses(losses)))


def test_nothing_collides_in_the_drawing():
    assert collisions(draw_graph(pictures.small_net())) == []


def test_the_loss_after_one_step_is_that_of_the_text():
    losses = [float(pictures.one_step(rate)) for rate in pictures.RATES]
    np.testing.assert_allclose(losses, [0.788544, 0.016384, 6.76, 16])
    assert {"0.789", "0.0164", "6.76", "16"} <= set(texts(pictures.draw_one_step()))
    assert "0.789 with 0.01" in pictures.describe_one_step()


def test_the_promise_touches_the_curve_where_the_rate_is_0():
    slope = (float(pictures.one_step(1e-7)) - float(pictures.one_step(0))) / 1e-7
    assert slope == pytest.approx(-pictures.SQUARES, rel=1e-4)
    assert pictures.one_step(pictures.CLOSED) == pytest.approx(16)
    assert pictures.one_step(pictures.CLOSED - 1e-3) < 16


# -- the interactive part --------------------------------------------------------------------------------------------


def start():
    return {name: control.value for name, control in walk_controls().items()}


def trained(first, weight, rate, steps):
    """The whole net in arrays: hidden sum of the first neuron, first weight of w2, and loss after each step."""
    x, w1, w2 = np.array([[1.0, 2.0]]), np.array([[first, 1.0], [1.0, -1.0]]), np.array([[weight], [5.0]])
    rows = []
    for _ in range(steps + 1):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - 4
        rows.append((h[0, 0], w2[0, 0], float(error[0, 0] ** 2)))
        dw2, dw1 = r.T @ (2 * error), x.T @ ((2 * error) @ w2.T * (h > 0))
        w1, w2 = w1 - rate * dw1, w2 - rate * dw2
    return rows


@pytest.mark.parametrize("rate", RATES)
def test_a_walk_is_a_training_of_the_whole_net(rate):
    for first, weight in itertools.product((-2.5, -1, 0.5, 3), (-3, -1, 0, 2, 4)):
        points = walk(first, weight, rate, 40)
        rows = [(point.hidden_sum, point.weight, point.loss) for point in points]
        np.testing.assert_allclose(rows, trained(first, weight, rate, 40), rtol=1e-6, atol=1e-9)


def test_the_tasks_of_the_text_have_the_answers_that_they_are_set_for():
    far, near = walk(1, 2, 0.05, 40), walk(1, 2, 0.02, 40)
    assert far[1].loss > far[0].loss
    assert max(far[-1].loss, near[-1].loss) < 1e-4
    assert abs(far[-1].weight - near[-1].weight) > 0.1
    assert min(point.loss for point in walk(1, 2, 0.06, 40)[20:]) > 0.7
    losses = [point.loss for point in walk(-1, -1, 0.001, 40)]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] == 16
    assert all(walk(-2.5, 2, rate, 40)[-1] == walk(-2.5, 2, rate, 0)[0] for rate in RATES)


def test_the_text_says_what_became_of_the_net():
    said = describe_walk(**start())
    assert "hidden sum 3, w2[0] 2, answer 6, loss 4." in said
    assert "after 3 steps: 6.76, 0.464, 0.477." in said
    assert said.endswith("jumped past the target 10 times.")
    assert "closed from step 1 on" in describe_walk(**start() | {"rate": 0.1})
    assert "past the target 0 times" in describe_walk(**start() | {"rate": 0.01})
    assert describe_walk(**start() | {"steps": 0}).endswith("No step is made yet.")
    assert "after 1 step: 6.76. After 1 step:" in describe_walk(**start() | {"steps": 1})


def test_path_and_losses_are_drawn():
    points = walk(1, 2, 0.05, 10)
    surface, curve = draw_walk(**start()).axes
    path = next(line for line in surface.lines if len(line.get_xdata()) == 11)
    np.testing.assert_allclose(path.get_xdata(), [point.hidden_sum for point in points])
    np.testing.assert_allclose(path.get_ydata(), [point.weight for point in points])
    losses = next(line for line in curve.lines if len(line.get_ydata()) == 11)
    np.testing.assert_allclose(losses.get_ydata(), [point.loss for point in points])


def test_moving_a_control_redraws():
    part = Interactive(draw_walk, describe_walk, **walk_controls())
    for name, value in {"first": -1, "weight": -1, "rate": 0.001, "steps": 40}.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


@pytest.mark.parametrize("moves", [{}, {"rate": 0.1, "first": 3}, {"first": -2.5, "weight": -3}, {"steps": 0}], ids=str)
def test_no_text_covers_another_on_the_walk(moves):
    assert collisions(drawn(draw_walk(**start() | moves))) == []


def test_no_text_covers_another_in_the_picture_of_one_step():
    assert collisions(drawn(pictures.draw_one_step())) == []
