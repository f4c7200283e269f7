import numpy as np

from course.figures.graph_picture import draw_graph
from course.levels.relu_net import pictures
from tests.course.figures.reading import collisions, texts


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
