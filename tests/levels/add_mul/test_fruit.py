import pytest

from course.figures.graph import Graph
from course.levels.add_mul.fruit import apple_graph, fruit_graph

FRUITS = ["apple", "apple_num", "orange", "orange_num"]


def price(graph: Graph) -> float:
    (edge,) = graph.into("price")
    return float(edge.value)


def gradients(graph: Graph, names: list[str]) -> list[float]:
    return [graph.out_of(name)[0].gradient for name in names]


def test_two_apples():
    graph = apple_graph(100, 2, 1.1)
    assert price(graph) == pytest.approx(220)
    assert gradients(graph, ["apple", "apple_num", "tax"]) == pytest.approx([2.2, 110, 200])


def test_two_apples_and_three_oranges():
    graph = fruit_graph(100, 2, 150, 3, 1.1)
    assert price(graph) == pytest.approx(715)
    assert gradients(graph, [*FRUITS, "tax"]) == pytest.approx([2.2, 110, 3.3, 165, 650])


@pytest.mark.parametrize(("make", "start"), [(apple_graph, [30.0, 4, 1.2]), (fruit_graph, [30.0, 4, 70, 5, 1.2])])
def test_the_gradients_are_those_of_the_price(make, start):
    names = [*FRUITS[: len(start) - 1], "tax"]
    for place, shown in enumerate(gradients(make(*start), names)):
        up, down = list(start), list(start)
        up[place] += 1e-4
        down[place] -= 1e-4
        assert shown == pytest.approx((price(make(*up)) - price(make(*down))) / 2e-4)
