import itertools
import re
import time

import numpy as np
import pytest

from course.figures.level_04 import affine_controls, affine_numbers, describe_entry, draw_entry, gathered
from course.play import Interactive
from tests.course.figures.reading import collisions, texts, written

START = {"N": 4, "D": 3, "M": 5, "array": "db", "row": 0, "column": 2}
SIZES = [(1, 1, 1), (4, 3, 5), (5, 5, 5), (5, 1, 2), (1, 5, 4)]


def lit(figure):
    """The marked numbers: the only white texts."""
    return sorted(int(text.get_text()) for text in written(figure) if text.get_color() == "white")


@pytest.mark.parametrize("array", ["Y", "dX", "dW", "db"])
def test_the_marked_entries_are_those_of_the_sum(array):
    numbers = affine_numbers(4, 3, 5)
    figure = draw_entry(**START | {"array": array, "row": 1})
    expected = [numbers[name][index] for name, index in gathered(array, 1, 2).items()]
    assert lit(figure) == sorted(np.concatenate([np.atleast_1d(entries) for entries in expected]).tolist())


def test_an_entry_of_db_gathers_its_column_over_the_batch():
    dY = affine_numbers(4, 3, 5)["dY"]
    assert lit(draw_entry(**START)) == sorted([*dY[:, 2].tolist(), int(dY[:, 2].sum())])


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("array", ["Y", "dX", "dW", "db"])
def test_the_sum_in_words_is_right(array, sizes):
    for row, column in itertools.product(range(5), repeat=2):
        words = describe_entry(*sizes, array, row, column)
        _, terms, total = re.search(r"M = \d\. (.*?) = .* = (.*) = (-?\d+)\. The entries", words).groups()
        assert eval(terms.replace("·", "*")) == int(total), words


def test_the_gradients_are_those_of_a_layer():
    n = affine_numbers(4, 3, 5)
    step = 1e-6
    for name, of in (("dX", "X"), ("dW", "W"), ("db", "b")):
        numeric = np.zeros(n[of].shape)
        for index in np.ndindex(numeric.shape):
            moved = {key: n[key].astype(float) for key in "XWb"}
            moved[of][index] += step
            numeric[index] = ((moved["X"] @ moved["W"] + moved["b"] - n["Y"]) * n["dY"]).sum() / step
        np.testing.assert_allclose(n[name], numeric, atol=1e-6)


def test_a_row_or_column_beyond_the_end_means_the_last():
    assert describe_entry(2, 3, 4, "dW", 4, 4) == describe_entry(2, 3, 4, "dW", 2, 3)
    assert "dW[2, 3] = X[0, 2]·dY[0, 3] + X[1, 2]·dY[1, 3]" in describe_entry(2, 3, 4, "dW", 4, 4)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("array", ["Y", "dX", "dW", "db"])
def test_all_numbers_are_drawn_and_nothing_collides(array, sizes):
    N, D, M = sizes
    figure = draw_entry(N, D, M, array, 0, 0)
    cells = {"Y": N * M + N * D + D * M + M, "dX": N * D + N * M + M * D, "dW": D * M + D * N + N * M, "db": M + N * M}
    assert len([text for text in texts(figure) if text.lstrip("-").isdigit()]) == cells[array]
    assert collisions(figure) == []


def test_moving_a_control_redraws():
    part = Interactive(draw_entry, describe_entry, **affine_controls())
    for name, value in {"N": 2, "M": 4, "array": "dW", "D": 5, "row": 1, "column": 3}.items():
        before, start = (part.png, part.description), time.perf_counter()
        part.controls[name].value = value
        seconds = time.perf_counter() - start
        assert part.png != before[0], name
        assert part.description != before[1], name
        print(f"redraw after {name}: {seconds:.3f} s")
