import subprocess
import sys

import pytest
from matplotlib.colors import to_rgb

from course.figures import style


def luminance(colour: str) -> float:
    """The relative luminance that the contrast of WCAG 2 is defined with."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lightness(colour: str) -> float:
    """L* of CIE Lab, from 0 to 100."""
    return 116 * luminance(colour) ** (1 / 3) - 16


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.3000000000000003, "3.3"),
        (220.00000000000003, "220"),
        (0.1 + 0.2, "0.3"),
        (2, "2"),
        (-0.0, "0"),
        ("(N,)", "(N,)"),
    ],
)
def test_numbers_are_written_as_a_reader_would(value, expected):
    assert style.number(value) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_written_too(value):
    assert style.number(value) == str(value)


@pytest.mark.parametrize("colour", [style.VALUE, style.GRADIENT, style.SUM, style.INK, style.GREY])
def test_texts_have_enough_contrast_on_white(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


@pytest.mark.parametrize(("text", "fill"), [(style.INK, style.VALUE_FILL), (style.INK, style.GRADIENT_FILL)])
def test_numbers_have_enough_contrast_in_a_cell(text, fill):
    assert (luminance(fill) + 0.05) / (luminance(text) + 0.05) >= 4.5


def test_value_and_gradient_differ_in_lightness():
    assert abs(lightness(style.VALUE) - lightness(style.GRADIENT)) >= 15


def test_figures_import_neither_pyplot_nor_scikit_learn_nor_widgets():
    code = (
        "import sys, course.figures.show, course.figures.shapes, course.figures.graph_picture\n"
        "print([name for name in ('matplotlib.pyplot', 'sklearn', 'ipywidgets') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_plot_names_its_axes():
    figure, axes = style.plot("epoch", "loss")
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("epoch", "loss")
    assert figure.axes == [axes]
