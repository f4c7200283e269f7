"""The interactive part of level 01: apples and oranges, forward and step by step backward."""

from __future__ import annotations

from ipywidgets import FloatSlider, IntSlider
from matplotlib.figure import Figure

from course.figures import graph
from course.figures.fruit import fruit_graph
from course.figures.graph_picture import draw_graph
from course.play import play


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
