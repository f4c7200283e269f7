"""The two shopping graphs of level 01, with the numbers of the forward and of the backward pass on their edges."""

from __future__ import annotations

from course.figures.graph import Graph


def apple_graph(apple: float, apple_num: float, tax: float) -> Graph:
    """The price of `apple_num` apples at `apple` each, times the tax factor, and the gradient of each number before
    it.
    """
    apple_price = apple * apple_num
    graph = Graph()
    _variables(graph, "apple", "apple_num", "tax", "price")
    _operations(graph, {"apple × apple_num": "×", "× tax": "×"})
    graph.edge("apple", "apple × apple_num", apple, apple_num * tax)
    graph.edge("apple_num", "apple × apple_num", apple_num, apple * tax)
    graph.edge("apple × apple_num", "× tax", apple_price, tax, "apple_price")
    graph.edge("tax", "× tax", tax, apple_price)
    graph.edge("× tax", "price", apple_price * tax, 1)
    return graph


def fruit_graph(apple: float, apple_num: float, orange: float, orange_num: float, tax: float) -> Graph:
    """The price of apples and oranges, times the tax factor, and the gradient of each number before it."""
    apple_price, orange_price = apple * apple_num, orange * orange_num
    all_price = apple_price + orange_price
    graph = Graph()
    _variables(graph, "apple", "apple_num", "orange", "orange_num", "tax", "price")
    _operations(graph, {"apple × apple_num": "×", "orange × orange_num": "×", "add": "+", "× tax": "×"})
    graph.edge("apple", "apple × apple_num", apple, apple_num * tax)
    graph.edge("apple_num", "apple × apple_num", apple_num, apple * tax)
    graph.edge("orange", "orange × orange_num", orange, orange_num * tax)
    graph.edge("orange_num", "orange × orange_num", orange_num, orange * tax)
    graph.edge("apple × apple_num", "add", apple_price, tax, "apple_price")
    graph.edge("orange × orange_num", "add", orange_price, tax, "orange_price")
    graph.edge("add", "× tax", all_price, tax, "all_price")
    graph.edge("tax", "× tax", tax, all_price)
    graph.edge("× tax", "price", all_price * tax, 1)
    return graph


def _variables(graph: Graph, *names: str) -> None:
    for name in names:
        graph.node(name)


def _operations(graph: Graph, labels: dict[str, str]) -> None:
    for name, label in labels.items():
        graph.node(name, label)
