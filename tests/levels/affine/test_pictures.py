import itertools
import re

import numpy as np
import pytest

from course.figures import graph
from course.figures.graph_picture import draw_graph
from course.figures.play import Interactive
from course.levels.affine.pictures import (
    affine_controls,
    affine_numbers,
    describe_entry,
    describe_forward,
    describe_gathering,
    describe_shapes,
    draw_entry,
    draw_forward,
    draw_gathering,
    draw_shapes,
    gathered,
    neuron_graph,
    worked_arrays,
)
from tests.course.figures.reading import collisions, texts, written

START = {"N": 4, "D": 3, "M": 5, "array": "db", "row": 0, "column": 2}
SIZES = [(1, 1, 1), (4, 3, 5), (5, 5, 5), (5, 1, 2), (1, 5, 4)]


def lit(figure):
    """The marked numbers: the only white texts."""
    return sorted(int(text.get_text()) for text in written(figure) if text.get_color() == "white")


@pytest.mark.parametrize("array", ["out", "dx", "dW", "db"])
def test_the_marked_entries_are_drawn(array):
    numbers = affine_numbers(4, 3, 5)
    figure = draw_entry(**START | {"array": array, "row": 1})
    expected = [numbers[name][index] for name, index in gathered(array, 1, 2).items()]
    assert lit(figure) == sorted(np.concatenate([np.atleast_1d(entries) for entries in expected]).tolist())


@pytest.mark.parametrize(("array", "left", "right"), [("dx", "dout", "Wᵀ"), ("dW", "xᵀ", "dout"), ("out", "x", "W")])
def test_the_marked_row_times_the_marked_column_is_the_marked_entry(array, left, right):
    numbers = affine_numbers(4, 3, 5)
    places = gathered(array, 1, 2)
    bias = numbers["b"][places["b"]] if array == "out" else 0
    assert numbers[left][places[left]] @ numbers[right][places[right]] + bias == numbers[array][1, 2]


def test_an_entry_of_db_gathers_its_column_over_the_batch():
    dout = affine_numbers(4, 3, 5)["dout"]
    assert lit(draw_entry(**START)) == sorted([*dout[:, 2].tolist(), int(dout[:, 2].sum())])


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("array", ["out", "dx", "dW", "db"])
def test_the_sum_in_words_is_right(array, sizes):
    for row, column in itertools.product(range(5), repeat=2):
        words = describe_entry(*sizes, array, row, column)
        _, terms, total = re.search(r"shape \(.*?\)\. (.*?) = .* = (.*) = (-?\d+)\. The sum", words).groups()
        assert eval(terms.replace("·", "*")) == int(total), words


def test_the_gradients_are_those_of_a_layer():
    n = affine_numbers(4, 3, 5)
    step = 1e-6
    for name, of in (("dx", "x"), ("dW", "W"), ("db", "b")):
        numeric = np.zeros(n[of].shape)
        for index in np.ndindex(numeric.shape):
            moved = {key: n[key].astype(float) for key in "xWb"}
            moved[of][index] += step
            numeric[index] = ((moved["x"] @ moved["W"] + moved["b"] - n["out"]) * n["dout"]).sum() / step
        np.testing.assert_allclose(n[name], numeric, atol=1e-6)


def test_a_row_or_column_beyond_the_end_means_the_last():
    assert describe_entry(2, 3, 4, "dW", 4, 4) == describe_entry(2, 3, 4, "dW", 2, 3)
    assert "dW[2, 3] = x[0, 2]·dout[0, 3] + x[1, 2]·dout[1, 3]" in describe_entry(2, 3, 4, "dW", 4, 4)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("array", ["out", "dx", "dW", "db"])
def test_all_numbers_are_drawn_and_nothing_collides(array, sizes):
    N, D, M = sizes
    figure = draw_entry(N, D, M, array, 0, 0)
    cells = {
        "out": N * M + N * D + D * M + M,
        "dx": N * D + N * M + M * D,
        "dW": D * M + D * N + N * M,
        "db": M + N * M,
    }
    assert len([text for text in texts(figure) if text.lstrip("-").isdigit()]) == cells[array]
    assert collisions(figure) == []


def test_moving_a_control_redraws():
    part = Interactive(draw_entry, describe_entry, **affine_controls())
    for name, value in {"N": 2, "M": 4, "array": "dW", "D": 5, "row": 1, "column": 3}.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


def test_the_worked_arrays_are_those_of_the_text():
    n = {name: array.tolist() for name, array in worked_arrays().items()}
    assert n["out"] == [[1, 2, 3], [11, 12, 13]]
    assert (n["dx"], n["dW"], n["db"]) == ([[12, 48], [30, 120]], [[4, 5, 6], [4, 5, 6]], [5, 7, 9])


def test_one_output_is_marked_with_its_dot_product_and_its_bias():
    assert lit(draw_forward()) == sorted([13, 1, 1, 2, 8, 3])
    assert "out[1, 2] = 13" in describe_forward()


def test_one_entry_of_each_gradient_is_marked_with_what_it_gathers():
    dx, dW, db = [30, 4, 5, 6, 2, 2, 2], [6, 0, 1, 3, 6], [9, 3, 6]
    assert lit(draw_gathering()) == sorted([*dx, *dW, *db])
    assert all(entry in describe_gathering() for entry in ("dx[1, 0] = 30", "dW[0, 2] = 6", "db[2] = 9"))


def test_every_array_has_its_gradient_below_with_the_same_shape():
    drawn = texts(draw_shapes(4, 3, 5))
    for name, shape in {"x": "(N, D)", "W": "(D, M)", "b": "(M,)", "out": "(N, M)"}.items():
        places = [drawn.index(name), drawn.index(f"d{name}")]
        assert [drawn[place + 1] for place in places] == [shape, shape]
    assert "b (5,)" in describe_shapes(4, 3, 5)


def test_the_gradients_of_the_neuron_are_those_of_the_text():
    gradients = {edge.source: edge.gradient for edge in neuron_graph().edges}
    assert [gradients[name] for name in ("x[0]", "x[1]", "w[0]", "w[1]", "b")] == [8, 32, 12, 4, 4]
    assert "gives out 15" in graph.describe(neuron_graph())


@pytest.mark.parametrize("figure", [draw_forward(), draw_gathering(), draw_shapes(4, 3, 5), draw_graph(neuron_graph())])
def test_no_text_covers_another_or_is_cut_off(figure):
    assert collisions(figure) == []
