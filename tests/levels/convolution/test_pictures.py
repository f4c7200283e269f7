import itertools
import re

import numpy as np
import pytest
from ipywidgets import GridBox

from course.figures.pixels import Sliding
from course.figures.play import Interactive
from course.levels.convolution.kernel import (
    ENTRIES,
    KERNELS,
    describe_kernel,
    digit,
    draw_kernel,
    filtered,
    kernel_controls,
    kernel_editor,
)
from course.levels.convolution.pictures import (
    describe_product,
    describe_window,
    draw_product,
    draw_window,
    worked_maps,
    worked_rows,
)
from course.levels.convolution.play import (
    describe_overlap,
    describe_step,
    draw_overlap,
    draw_step,
    maps,
    overlap_controls,
    step,
    step_controls,
    step_numbers,
)
from tests.course.figures.reading import collisions, texts, written

SLIDINGS = [Sliding((5, 6), *sizes) for sizes in itertools.product((1, 2, 3), (2, 4), (1, 2, 4), (0, 1))]


def values(controls):
    return {name: control.value for name, control in controls.items()}


def lit(figure):
    """The marked numbers: white and bold."""
    marked = [text for text in written(figure) if text.get_color() == "white" and text.get_weight() == "bold"]
    return sorted(text.get_text() for text in marked)


@pytest.mark.parametrize("sliding", SLIDINGS, ids=str)
def test_counts_are_what_windows_of_ones_add_up_to(sliding):
    rows, columns = sliding.image
    added = np.zeros((rows + 2 * sliding.pad, columns + 2 * sliding.pad), dtype=int)
    for place in np.ndindex(sliding.positions):
        added[sliding.window(place)] += 1
    inner = added[sliding.pad : sliding.pad + rows, sliding.pad : sliding.pad + columns]
    np.testing.assert_array_equal(sliding.counts(), inner)


@pytest.mark.parametrize("sliding", SLIDINGS, ids=str)
def test_windows_lie_inside_and_no_further_one_would_fit(sliding):
    for size, window, many in zip(sliding.image, (sliding.height, sliding.width), sliding.positions, strict=True):
        padded = size + 2 * sliding.pad
        assert (many - 1) * sliding.stride + window <= padded
        assert many * sliding.stride + window > padded


def test_the_worked_maps_are_those_of_the_text():
    assert worked_maps().tolist() == [[[1, 8, 7], [4, 0, 9]], [[12, 11, 14], [13, 13, 12]]]
    col, numbers = worked_rows()
    assert col[5].tolist() == [3, 1, 1, 4]
    np.testing.assert_array_equal(numbers, worked_maps().reshape(2, 6).T)
    assert lit(draw_window()) == sorted(["9", "3", "1", "1", "4"])
    assert "out[1, 2] = 9" in describe_window()


def test_a_reshape_scatters_the_first_filter_over_both_maps():
    marked = lit(draw_product())
    assert sorted(marked) == sorted(["1", "8", "7", "4", "0", "9"] * 3)
    assert "[[[1, 12, 8], [11, 7, 14]], [[4, 13, 0], [13, 9, 12]]]" in describe_product()


SOME = [pytest.param(2, 1), *(pytest.param(s, p, marks=pytest.mark.slow) for s in (1, 2, 3) for p in (0, 1))]


@pytest.mark.parametrize(("stride", "pad"), SOME)
def test_each_step_shows_its_window_its_row_and_its_sum(stride, pad):
    x, _, b = step_numbers()
    for row, m in itertools.product(range(24), (0, 1)):
        sliding, shown, place = step(row, stride, pad)
        window, number = sliding.cut(x)[place].ravel(), maps(sliding)[m][place]
        words = describe_step(row, stride, pad, m)
        products, total = re.search(r"image\. (.*) = (.*), and with", words).groups()
        assert eval(products.replace("·", "*").replace("−", "-")) == int(total.replace("−", "-")) == number - b[m]
        assert words.endswith(f"{number}.".replace("-", "−"))
        assert f"Row {shown} " in words
        if row == shown:
            expected = [str(value) for value in [*window, *window, number]]
            assert lit(draw_step(row, stride, pad, m)) == sorted(expected)


def test_a_row_beyond_the_end_means_the_last():
    assert describe_step(23, 2, 0, 1) == describe_step(1, 2, 0, 1)


def test_the_number_of_a_map_is_the_dot_product_of_the_strips():
    sliding, _, place = step(4, 2, 1)
    x, W, b = step_numbers()
    assert maps(sliding)[1][place] == sliding.cut(x)[place].ravel() @ W[1].ravel() + b[1]


@pytest.mark.parametrize("sliding", SLIDINGS[::3], ids=str)
def test_what_comes_back_to_a_pixel_is_the_gradient(sliding):
    rng = np.random.default_rng(9)
    W, dout = rng.normal(size=(sliding.height, sliding.width)), rng.normal(size=sliding.positions)
    dx = np.zeros((5 + 2 * sliding.pad, 6 + 2 * sliding.pad))
    for place in np.ndindex(sliding.positions):
        dx[sliding.window(place)] += dout[place] * W
    for line, column in np.ndindex(5, 6):
        words = describe_overlap(sliding.height, sliding.width, sliding.stride, sliding.pad, line, column)
        terms = re.search(r"dx\[\d, \d\] = (.*)\.$", words)
        found = eval(terms[1].replace("·", "*")) if terms else 0
        assert found == pytest.approx(dx[line + sliding.pad, column + sliding.pad])


def test_the_counts_are_written_on_the_pixels():
    figure = draw_overlap(**values(overlap_controls()))
    drawn = [text for text in texts(figure) if text.isdigit()]
    assert sorted(drawn) == sorted(str(count) for count in Sliding((5, 6), 3, 2).counts().ravel())
    assert lit(figure) == sorted(["4", "1,1", "1,0", "0,1", "0,0"])


def test_a_kernel_with_one_weight_moves_the_digit():
    moved = filtered(3, False, np.array(KERNELS["one pixel only"]))
    np.testing.assert_array_equal(moved[:, 1:], digit(3)[:, :-1])
    assert not moved[:, 0].any()


def test_relu_cuts_the_negative_half():
    start = values(kernel_controls())
    before, after = (filtered(3, relu, np.array(KERNELS["left and right edges"])) for relu in (False, True))
    np.testing.assert_array_equal(after, before.clip(0))
    assert "0 negative" in describe_kernel(**start | {"relu": True})
    assert "orange" in " ".join(texts(draw_kernel(**start)))
    assert "orange" not in " ".join(texts(draw_kernel(**start | {"relu": True})))


def test_choosing_a_kernel_fills_the_boxes_and_a_box_redraws():
    editor = kernel_editor()
    rows = editor.view.children[0].children
    menu, grid = rows[0].children[1], rows[1]
    assert isinstance(grid, GridBox)
    assert [box.value for box in grid.children] == list(np.ravel(KERNELS["left and right edges"]))
    menu.value = "outline"
    assert [editor.controls[name].value for name in ENTRIES] == list(np.ravel(KERNELS["outline"]))
    assert "[-1, 8, -1]" in editor.description
    before = editor.png
    editor.controls["k11"].value = 5
    assert "[-1, 5, -1]" in editor.description
    assert editor.png != before


@pytest.mark.parametrize("label", range(10))
def test_every_digit_is_there(label):
    image = digit(label)
    assert image.shape == (8, 8)
    assert image.min() == 0
    assert image.max() <= 16


@pytest.mark.parametrize(
    ("draw", "describe", "controls", "moves"),
    [
        (draw_step, describe_step, step_controls, {"row": 2, "stride": 1, "pad": 0, "filter": 1}),
        (
            draw_overlap,
            describe_overlap,
            overlap_controls,
            {"kernel_h": 2, "stride": 3, "pad": 1, "line": 4, "column": 0},
        ),
        (draw_kernel, describe_kernel, kernel_controls, {"label": 8, "relu": True, "k00": 4}),
    ],
)
def test_moving_a_control_redraws(draw, describe, controls, moves):
    part = Interactive(draw, describe, **controls())
    for name, value in moves.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


@pytest.mark.parametrize("figure", [draw_window(), draw_product()])
def test_no_text_covers_another_or_is_cut_off(figure):
    assert collisions(figure) == []


@pytest.mark.parametrize(("row", "stride", "pad"), [(4, 2, 1), (0, 1, 0), (23, 1, 1), (1, 3, 0)])
def test_no_text_covers_another_in_a_step(row, stride, pad):
    assert collisions(draw_step(row, stride, pad, 1)) == []


@pytest.mark.parametrize("sizes", [(3, 2, 1, 0), (1, 1, 1, 1), (4, 4, 4, 0), (4, 4, 1, 1), (2, 2, 3, 0)])
def test_no_text_covers_another_where_windows_overlap(sizes):
    assert collisions(draw_overlap(*sizes, 2, 3)) == []


@pytest.mark.parametrize("kernel", KERNELS.values(), ids=list(KERNELS))
def test_no_text_covers_another_in_the_kernel_editor(kernel):
    entries = dict(zip(ENTRIES, np.ravel(kernel).tolist(), strict=True))
    assert collisions(draw_kernel(8, False, **entries)) == []
