import io
from base64 import b64decode

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib.figure import Figure
from PIL import Image

from course.figures.show import Picture, show, still
from course.figures.style import canvas, write


@pytest.fixture
def figure() -> Figure:
    figure, axes = canvas(4, 2)
    write(axes, 2, 1, "hello")
    return figure


@pytest.fixture
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_a_still_is_a_png_on_white_with_two_dots_a_pixel(figure):
    image = Image.open(io.BytesIO(still(figure))).convert("RGB")
    assert image.size == (800, 400)
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getextrema()[0][0] < 60, "nothing dark: the text is missing"


def test_a_still_is_the_same_each_time(figure):
    assert still(figure) == still(figure)


def test_show_displays_one_picture_with_its_description(figure, shell):
    with capture_output() as captured:
        show(figure, 'a "hello" & more')
    (output,) = captured.outputs
    assert b64decode(output.data["image/png"]) == still(figure)
    assert output.data["text/plain"] == 'a "hello" & more'
    assert output.metadata["image/png"] == {"alt": 'a "hello" & more', "width": 400}
    assert output.data["text/html"].startswith(
        '<img alt="a &quot;hello&quot; &amp; more" width="400" src="data:image/png'
    )


def test_show_in_plain_python_prints_the_description(figure, capsys):
    assert not InteractiveShell.initialized()
    show(figure, "a word")
    assert capsys.readouterr().out == "a word\n"


def test_show_closes_a_figure_of_pyplot(capsys):
    from matplotlib import pyplot

    figure = pyplot.figure()
    show(figure, "an empty figure")
    assert not pyplot.fignum_exists(figure.number)


def test_show_insists_on_a_description(figure):
    with pytest.raises(ValueError, match="description"):
        show(figure, "  ")


def test_a_picture_reads_as_its_description(figure):
    assert repr(Picture(figure, "a word")) == "a word"
