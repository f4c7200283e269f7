"""What a student sees in JupyterLab: reports, figures and interactive parts; and what Validate says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from checks.grading.level import read_level
from course.building.sample_class import Work
from tests.answers import level
from tests.browser.lab import code_cell, jupyter, open_notebook, run_all
from tests.browser.mistake import EXERCISE, HINT, OURS, mistaken
from tests.classroom import AFFINE, filled_in, hand_in, nbgrader, quick_course

ADD_MUL = "01-add-mul"
ERROR = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'
pytestmark = [pytest.mark.browser, pytest.mark.server]
FIGURES = ("show_neuron", "show_forward", "show_shapes", "show_gathering")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, page: Page) -> Iterator[str]:
    """JupyterLab in a folder with two levels: one with a mistake in it, one all right."""
    folder = tmp_path_factory.mktemp("lab")
    notebooks = {AFFINE: mistaken(level(AFFINE)), ADD_MUL: filled_in(level(ADD_MUL), Work.solve)}
    for name, notebook in notebooks.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with jupyter(folder) as address:
        yield address


@pytest.fixture(scope="module")
def affine(page: Page, address: str) -> Page:
    """Level 04, run up to its failing check."""
    open_notebook(page, address, f"{AFFINE}.ipynb")
    run_all(page)
    return page


def check_of(page: Page, exercise: str) -> Locator:
    """The cell with the check of an exercise, and its report."""
    return code_cell(page, f'checks.check("{exercise}"')


def row(cell: Locator, name: str) -> Locator:
    """A row of the report by its name."""
    return cell.locator("tbody tr").filter(has=cell.page.locator("td:first-child").get_by_text(name, exact=True))


def test_a_wrong_answer_is_reported_with_a_mark_a_word_and_a_hint(affine: Page) -> None:
    cell = check_of(affine, EXERCISE)
    expect(row(cell, "dx").locator("td")).to_have_text(["dx", "✓ right", ""])
    expect(row(cell, "db").locator("td").nth(1)).to_have_text("✗ wrong")
    expect(row(cell, "db").locator("td").nth(2)).to_contain_text(HINT)
    expect(row(cell, "db").get_by_text(HINT)).to_be_visible()


def test_a_failing_check_ends_in_one_short_error_without_our_stack(affine: Page) -> None:
    error = affine.locator(ERROR)
    assert error.count() == check_of(affine, EXERCISE).locator(ERROR).count() == 1
    said = error.inner_text()
    assert re.match(rf"{EXERCISE}: \d+ of 24 checks are right\. Start here:", said)
    assert HINT in " ".join(said.split())
    assert len(said.splitlines()) <= 5
    assert not [word for word in OURS if word in affine.content()]


def test_a_right_answer_is_reported_without_an_error(affine: Page) -> None:
    cell = check_of(affine, "affine.forward")
    expect(cell.locator("strong")).to_have_text(re.compile(r"affine\.forward: all \d+ checks are right\."))
    verdicts = cell.locator("tbody td:last-child").all_inner_texts()
    assert len(verdicts) > 1
    assert set(verdicts) == {"✓ right"}
    expect(cell.locator(ERROR)).to_have_count(0)


def test_a_figure_has_its_description(affine: Page) -> None:
    pictures = affine.locator(".jp-OutputArea-output img")
    shown = pictures.evaluate_all("all => all.map(img => [img.alt.length > 40, img.complete && img.naturalWidth > 0])")
    assert shown == [[True, True]] * len(FIGURES)


@pytest.mark.slow
def test_the_interactive_part_follows_the_keyboard(page: Page, address: str) -> None:
    open_notebook(page, address, f"{ADD_MUL}.ipynb")
    run_all(page)
    cell = code_cell(page, "play_fruit()")
    picture, text = cell.locator("img"), cell.get_by_role("status")
    expect(text).to_contain_text("apple 100")
    before = picture.get_attribute("src") or ""
    assert picture.evaluate("img => img.naturalWidth") > 0

    cell.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(text).to_contain_text("apple 110")
    expect(picture).not_to_have_attribute("src", before)
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    expect(page.get_by_text("Error displaying widget")).to_have_count(0)
    expect(page.locator(ERROR)).to_have_count(0)


@pytest.mark.slow
def test_validate_sees_the_failing_check_and_says_what_it_says(tmp_path: Path) -> None:
    course = quick_course(tmp_path, AFFINE)
    level = read_level(course, AFFINE)
    ran = nbgrader(course, "validate", str(hand_in(course, level, "ada", mistaken(level))))
    assert "VALIDATION FAILED ON 1 CELL" in ran.stdout
    assert f'checks.check("{EXERCISE}", Affine)' in ran.stdout
    assert HINT in " ".join(ran.stdout.split())
    assert not [word for word in OURS if word in ran.stdout + ran.stderr]
