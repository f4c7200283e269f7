"""The pictures of level 01: two apples, one node by itself, apples and oranges; and the purchase to play with."""

from __future__ import annotations

from ipywidgets import FloatSlider, IntSlider
from matplotlib.figure import Figure

from course.figures import graph
from course.figures.graph import Graph
from course.figures.graph_picture import draw_graph
from course.figures.play import play
from course.figures.show import show
from course.figures.style import number
from course.levels.add_mul.fruit import apple_graph, fruit_graph

APPLES = (100, 2, 1.1)
FRUIT = (100, 2, 150, 3, 1.1)
NODE_WIDTH = 6.2
"""Inches: one node needs less room than a graph; the legend just fits."""


# -- stills ----------------------------------------------------------------------------------------------------------


def show_apples(*, gradients: bool = True) -> None:
    """Two apples at 100 pence, tax included; the gradients too, unless only the way forward is wanted."""
    show_graph(apple_graph(*APPLES), gradients=gradients)


def show_fruit(*, gradients: bool = True) -> None:
    """Two apples and three oranges at 150 pence, tax included."""
    show_graph(fruit_graph(*FRUIT), gradients=gradients)


def show_graph(drawn: Graph, *, gradients: bool) -> None:
    """A graph and the same in words."""
    show(draw_graph(drawn, gradients=gradients), graph.describe(drawn, gradients=gradients))


def show_any_node() -> None:
    """What a node knows, in letters: its inputs, its output, the gradient handed down and those it hands on."""
    alt = (
        "One node with the operation f. Forward, x and y come in from the left and out leaves to the right. "
        "Backward, dout comes in from the right; dx leaves along the edge of x, and dy along the edge of y."
    )
    show(draw_graph(node_graph("f", ("x", "y", "out"), ("dx", "dy", "dout")), width=NODE_WIDTH), alt)


def show_sum(x: float, y: float, dout: float) -> None:
    """One node that adds, with its numbers."""
    alt = (
        f"One node: + takes x {number(x)} and y {number(y)} and gives out {number(x + y)}. "
        f"Backward it is handed {number(dout)}; it hands {number(dout)} on to x and {number(dout)} to y."
    )
    show(draw_graph(node_graph("+", (x, y, x + y), (dout, dout, dout), ("x", "y", "out")), width=NODE_WIDTH), alt)


def node_graph(
    operation: str,
    values: tuple[float | str, ...],
    gradients: tuple[float | str, ...],
    names: tuple[str, ...] = ("", "", ""),
) -> Graph:
    """One node with two inputs and an output; `values` and `gradients` are those of x, y and out."""
    drawn = Graph()
    for place, name in zip(("x", "y", "out"), names, strict=True):
        drawn.node(place, name)
    drawn.node("node", operation)
    ends = (("x", "node"), ("y", "node"), ("node", "out"))
    for (source, target), value, gradient in zip(ends, values, gradients, strict=True):
        drawn.edge(source, target, value, gradient)
    return drawn


# -- to play with ----------------------------------------------------------------------------------------------------


def play_fruit() -> None:
    """Sliders for the prices, the counts and the tax factor, and for how many steps of the backward pass are shown."""
    play(draw_fruit, describe_fruit, **fruit_controls())


def fruit_controls() -> dict[str, IntSlider | FloatSlider]:
    """The sliders, at the numbers of the level's example and with the whole backward pass shown."""
    return {
        "apple": IntSlider(100, 10, 300, 10, description="apple"),
        "apple_num": IntSlider(2, 0, 10, description="apple_num"),
        "orange": IntSlider(150, 10, 300, 10, description="orange"),
        "orange_num": IntSlider(3, 0, 10, description="orange_num"),
        "tax": FloatSlider(1.1, min=1.0, max=1.5, step=0.05, description="tax"),
        "steps": IntSlider(5, 0, 5, description="backward steps"),
    }


def draw_fruit(apple: float, apple_num: float, orange: float, orange_num: float, tax: float, steps: int) -> Figure:
    """The graph with the first `steps` of the 5 backward steps."""
    return draw_graph(fruit_graph(apple, apple_num, orange, orange_num, tax), revealed=steps)


def describe_fruit(apple: float, apple_num: float, orange: float, orange_num: float, tax: float, steps: int) -> str:
    """The same in words."""
    return graph.describe(fruit_graph(apple, apple_num, orange, orange_num, tax), revealed=steps)
