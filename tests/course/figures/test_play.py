import io
import subprocess
import sys
from base64 import b64decode

import ipywidgets
import nbformat
import pytest
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from course.figures.play import Interactive
from course.figures.style import canvas, write

VIEW = "application/vnd.jupyter.widget-view+json"


def draw(n=3, colour="black"):
    if n == 7:
        raise ValueError("seven is <not> drawn")
    figure, axes = canvas(3, 1)
    write(axes, 1.5, 0.5, f"n = {n}", colour=colour)
    return figure


def describe(n, colour="black"):
    return f"The number {n} in {colour}"


@pytest.fixture
def part() -> Interactive:
    return Interactive(draw, describe, n=(0, 9), colour=["black", "red"])


@pytest.fixture(scope="module")
def executed() -> nbformat.NotebookNode:
    """A notebook with an interactive part after a run in a real kernel, widget state stored."""
    code = "from course.levels.add_mul.pictures import play_fruit\nplay_fruit()"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(notebook, kernel_name="python3", timeout=60, store_widget_state=True).execute()
    return notebook


def test_it_starts_at_the_defaults_of_draw(part):
    assert {name: control.value for name, control in part.controls.items()} == {"n": 3, "colour": "black"}
    assert part.description == "The number 3 in black"


def test_moving_a_control_changes_picture_and_text(part):
    before = part.picture.value
    part.controls["n"].value = 4
    assert part.picture.value != before
    assert "The number 4 in black" in part.text.value
    part.controls["colour"].value = "red"
    pixels = Image.open(io.BytesIO(part.picture.value)).convert("RGB").get_flattened_data()
    assert any(red > 200 and green < 80 for red, green, _ in pixels)


def test_an_error_stands_in_the_text_and_the_old_picture_is_hidden(part):
    part.controls["n"].value = 7
    assert "ValueError: seven is &lt;not&gt; drawn" in part.text.value
    assert part.picture.layout.display == "none"
    part.controls["n"].value = 8
    assert "The number 8" in part.text.value
    assert part.picture.layout.display is None


def test_an_error_at_the_start_is_shown_too():
    part = Interactive(lambda n: 1 / 0, describe, n=(0, 9))
    data, metadata = part._repr_mimebundle_()
    assert "ZeroDivisionError" in data["text/plain"]
    assert "ZeroDivisionError" in part.text.value
    assert VIEW in data
    assert "image/png" not in data
    assert metadata == {}


def test_one_bundle_holds_the_view_the_still_and_the_description(part):
    data, metadata = part._repr_mimebundle_()
    assert data[VIEW]["model_id"] == part.view.model_id
    assert b64decode(data["image/png"]) == part.picture.value
    assert data["text/plain"] == "The number 3 in black"
    assert metadata["image/png"] == {"alt": "The number 3 in black", "width": 300}


def test_controls_have_labels_and_a_widget_is_taken_as_it_is():
    slider = ipywidgets.IntSlider(5, 0, 9, description="how many")
    part = Interactive(draw, describe, n=slider)
    assert part.controls["n"] is slider
    assert slider.description == "how many"
    assert Interactive(draw, describe, n=(0, 9)).controls["n"].description == "n"


def test_what_is_no_control_is_refused():
    with pytest.raises(ValueError, match="no control for 'n'"):
        Interactive(draw, describe, n=object())


def test_a_kernel_shows_one_output_with_all_of_it(executed):
    (output,) = executed.cells[0].outputs
    assert output.output_type == "display_data"
    assert {VIEW, "image/png", "text/html", "text/plain"} == set(output.data)
    assert "price 715" in output.metadata["image/png"]["alt"]


@pytest.mark.parametrize("template", ["lab", "classic"])
def test_a_page_without_widget_state_shows_the_still_with_its_description(executed, template):
    notebook = nbformat.from_dict(executed)
    notebook.metadata.pop("widgets")
    page = BeautifulSoup(HTMLExporter(template_name=template).from_notebook_node(notebook)[0], "html.parser")
    (image,) = page.find_all("img")
    assert image["src"].startswith("data:image/png;base64,")
    assert "price 715" in image["alt"]
    assert page.find("script", type=VIEW) is None


def test_a_page_with_widget_state_shows_the_live_view(executed):
    page = BeautifulSoup(HTMLExporter().from_notebook_node(executed)[0], "html.parser")
    assert page.find("script", type=VIEW) is not None
    assert page.find("script", type="application/vnd.jupyter.widget-state+json") is not None


@pytest.mark.parametrize("command", [["-c"], ["-m", "IPython", "--no-banner", "--quick", "-c"]])
def test_without_a_kernel_the_description_is_printed(command, tmp_path):
    run = subprocess.run(
        [sys.executable, *command, "from course.levels.add_mul.pictures import play_fruit; play_fruit()"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert "× takes all_price 650 and tax 1.1 and gives price 715." in run.stdout
    assert run.stderr == ""
