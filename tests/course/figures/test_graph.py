from itertools import pairwise

import pytest

from course.figures.graph import Graph, Node, describe
from course.levels.add_mul.fruit import fruit_graph

FRUIT = (100, 2, 150, 3, 1.1)


def chain(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.node(name)
    for source, target in pairwise(names):
        graph.edge(source, target)
    return graph


def test_operations_stand_right_of_what_they_need_and_inputs_just_left_of_their_use():
    columns = {name: place[0] for name, place in fruit_graph(*FRUIT).places().items()}
    assert columns["apple"] == columns["orange_num"] == 0
    assert columns["apple × apple_num"] == columns["orange × orange_num"] == 1
    assert columns["add"] == columns["tax"] == 2
    assert columns["× tax"] == 3
    assert columns["price"] == 4


def test_no_two_nodes_stand_in_one_place():
    places = fruit_graph(*FRUIT).places().values()
    assert len(set(places)) == len(places)


def test_two_operations_on_one_input_do_not_stand_on_each_other():
    graph = chain("x", "f", "add", "y")
    graph.node("g")
    graph.edge("x", "g")
    graph.edge("g", "add")
    assert abs(graph.places()["f"][1] - graph.places()["g"][1]) >= 1


def test_the_longest_path_counts():
    graph = chain("x", "square", "add", "y")
    graph.edge("x", "add")
    assert [graph.places()[name][0] for name in ("x", "square", "add", "y")] == [0, 1, 2, 3]


def test_a_hint_overrules_the_layout():
    graph = chain("x", "f", "y")
    graph.node("W", column=1, row=2)
    graph.edge("W", "f")
    assert graph.places()["W"] == (1, 2)


def test_a_source_may_be_put_right_of_its_target():
    graph = chain("x", "f", "g", "y")
    graph.nodes["f"] = Node("f", "f", column=3)
    graph.nodes["g"] = Node("g", "g", column=1)
    places = graph.places()
    assert (places["f"][0], places["g"][0]) == (3, 1)


def test_the_backward_steps_go_from_the_output_to_the_inputs():
    graph = fruit_graph(*FRUIT)
    assert graph.steps == 5
    steps = [[graph.called(edge) for edge in graph.backward_step(step)] for step in range(1, 6)]
    assert steps == [
        ["price"],
        ["all_price", "tax"],
        ["apple_price", "orange_price"],
        ["orange", "orange_num"],
        ["apple", "apple_num"],
    ]


def test_each_operation_comes_after_all_that_it_needs():
    graph = chain("x", "late", "y")
    graph.node("early")
    graph.edge("x", "early")
    graph.edge("early", "late")
    assert graph.forward_order == ["early", "late"]


def test_the_description_has_every_number():
    assert describe(fruit_graph(*FRUIT)) == (
        "Computational graph, read from left to right. "
        "× takes apple 100 and apple_num 2 and gives apple_price 200. "
        "× takes orange 150 and orange_num 3 and gives orange_price 450. "
        "+ takes apple_price 200 and orange_price 450 and gives all_price 650. "
        "× takes all_price 650 and tax 1.1 and gives price 715. "
        "Backward, from right to left, 5 of 5 steps shown. The gradient of price is 1. "
        "At ×, all_price gets 1.1 and tax gets 650. "
        "At +, apple_price gets 1.1 and orange_price gets 1.1. "
        "At ×, orange gets 3.3 and orange_num gets 165. "
        "At ×, apple gets 2.2 and apple_num gets 110."
    )


def test_the_description_says_no_more_than_is_shown():
    graph = fruit_graph(*FRUIT)
    assert describe(graph, revealed=1).endswith("1 of 5 steps shown. The gradient of price is 1.")
    assert "radient" not in describe(graph, gradients=False)
    assert describe(graph, revealed=99) == describe(graph)


def test_a_value_that_is_missing_is_left_out():
    assert describe(chain("x", "relu", "y")) == (
        "Computational graph, read from left to right. relu takes x and gives y. "
        "Backward, from right to left, 2 of 2 steps shown. The gradient of y. At relu, x."
    )


@pytest.mark.parametrize(("source", "target"), [("f", "f"), ("y", "x"), ("y", "f")])
def test_a_cycle_is_refused(source, target):
    with pytest.raises(ValueError, match="cycle"):
        chain("x", "f", "y").edge(source, target)


def test_names_must_be_known_and_new():
    graph = chain("x", "f")
    with pytest.raises(ValueError, match="no node 'z'"):
        graph.edge("x", "z")
    with pytest.raises(ValueError, match="already has a node 'x'"):
        graph.node("x")
