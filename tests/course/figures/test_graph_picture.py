from collections import Counter

import pytest
from matplotlib.patches import FancyArrowPatch

from course.figures.graph import Graph
from course.figures.graph_picture import draw_graph
from course.figures.style import GRADIENT, VALUE
from course.levels.add_mul.fruit import apple_graph, fruit_graph
from tests.course.figures.reading import collisions, texts, written

FRUIT = (100, 2, 150, 3, 1.1)
LEGENDS = 2
VALUES = ["100", "2", "150", "3", "200", "450", "650", "1.1", "715", "value, above: computed forward"]
GRADIENTS = ["1", "1.1", "650", "1.1", "1.1", "3.3", "165", "2.2", "110", "gradient, below: computed backward"]


def two_lines() -> Graph:
    """A chain that goes on in a second line, with weights below their operation, as a small network has it."""
    graph = Graph()
    for column, (above, below) in enumerate([("x", "fc"), ("conv", "loss"), ("relu", "L")]):
        graph.node(above, column=column, row=0)
        graph.node(below, column=column + 0.5, row=2.6)
    for source, target in [("x", "conv"), ("conv", "relu"), ("relu", "fc"), ("fc", "loss"), ("loss", "L")]:
        graph.edge(source, target, "(N, 4)", "(N, 4)")
    graph.node("W", column=1, row=1.2)
    graph.edge("W", "conv", "(4, 4)", "(4, 4)")
    return graph


def test_each_value_and_each_gradient_is_written_once_for_each_edge():
    figure = draw_graph(fruit_graph(*FRUIT))
    assert Counter(texts(figure, VALUE)) == Counter(VALUES)
    assert Counter(texts(figure, GRADIENT)) == Counter(GRADIENTS)


def test_nodes_carry_their_labels():
    assert {"×", "+", "apple", "apple_num", "tax", "price"} <= set(texts(draw_graph(fruit_graph(*FRUIT))))


def test_values_stand_above_and_gradients_below_each_edge():
    heights = {text.get_text(): text.get_position()[1] for text in written(draw_graph(apple_graph(100, 2, 1.1)))}
    assert heights["220"] > heights["price"] > heights["1"]


def test_forward_only_shows_no_gradient():
    figure = draw_graph(fruit_graph(*FRUIT), gradients=False)
    assert texts(figure, GRADIENT) == []
    assert Counter(texts(figure, VALUE)) == Counter(VALUES)


@pytest.mark.parametrize(("revealed", "gradients"), [(0, 0), (1, 1), (2, 3), (3, 5), (4, 7), (5, 9), (6, 9)])
def test_the_gradients_appear_step_by_step(revealed, gradients):
    figure = draw_graph(fruit_graph(*FRUIT), revealed=revealed)
    assert len(texts(figure, GRADIENT)) == gradients + 1
    assert len(figure.findobj(FancyArrowPatch)) == 9 + gradients + LEGENDS


@pytest.mark.parametrize(
    "graph",
    [apple_graph(100, 2, 1.1), fruit_graph(*FRUIT), fruit_graph(1234.5678, 12, 99.99, 10, 1.15), two_lines()],
    ids=["apple", "fruit", "long numbers", "two lines"],
)
def test_no_text_covers_another_or_is_cut_off(graph):
    assert collisions(draw_graph(graph)) == []
