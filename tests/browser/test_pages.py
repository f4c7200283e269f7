"""Pages without a kernel: a notebook as HTML, and the feedback that students get."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Page, ViewportSize, expect

from checks.grading.level import read_level
from course.nbgrader import nbgrader_api
from tests.answers import COURSE
from tests.browser.mistake import EXERCISE, HINT, OURS, mistaken
from tests.classroom import AFFINE, TRUSTED, hand_in, quick_course

PHONE = ViewportSize(width=400, height=800)
DESK = ViewportSize(width=1280, height=900)
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `solution.html` and `feedback.html`."""
    folder = tmp_path_factory.mktemp("pages")
    html, _ = HTMLExporter().from_filename(str(COURSE.root / "solutions" / "01-add-mul" / "add-mul.ipynb"))
    (folder / "solution.html").write_text(html, encoding="utf-8")
    course = quick_course(folder / "course", AFFINE)
    level = read_level(course, AFFINE)
    hand_in(course, level, "ada", mistaken(level))
    api = nbgrader_api(course.root, trusted=TRUSTED)
    for done in (api.generate_assignment(AFFINE), api.autograde(AFFINE, "ada"), api.generate_feedback(AFFINE, "ada")):
        assert done["success"], done
    (course.root / "feedback" / "ada" / AFFINE / f"{level.notebook}.html").rename(folder / "feedback.html")
    return folder


@pytest.fixture
def feedback(pages: Path, page: Page) -> Iterator[Page]:
    """The feedback page on a phone."""
    page.set_viewport_size(PHONE)
    page.goto((pages / "feedback.html").as_uri(), wait_until="domcontentloaded")
    yield page
    page.set_viewport_size(DESK)


def test_an_interactive_part_is_a_still_picture_with_its_description(pages: Path, page: Page) -> None:
    page.goto((pages / "solution.html").as_uri(), wait_until="load")
    cell = page.locator(".jp-CodeCell").filter(has_text="play_fruit()")
    picture = cell.locator("img")
    expect(picture).to_have_count(1)
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    assert "apple 100" in (picture.get_attribute("alt") or "")
    assert not [word for word in ("Error displaying widget", "Interactive(", *OURS) if word in page.content()]


def test_feedback_gives_the_score_the_report_and_the_hint(feedback: Page) -> None:
    expect(feedback.locator("h4").first).to_contain_text("Score: 5.0 / 6.0")
    row = feedback.locator("tbody tr").filter(has_text=HINT)
    expect(row).to_have_count(1)
    expect(row.locator("td").nth(0)).to_have_text("db")
    expect(row.locator("td").nth(1)).to_have_text("✗ wrong")
    expect(row).to_be_visible()
    expect(feedback.get_by_text(f"{EXERCISE}: ")).to_have_count(1)


def test_feedback_shows_no_hidden_test_and_no_stack(feedback: Page) -> None:
    said = feedback.locator("body").inner_text()
    assert not [word for word in ("checks.score", "HIDDEN TESTS", *OURS) if word in said]


def test_a_report_fits_a_phone(feedback: Page) -> None:
    """Its words can be read without the page moving sideways."""
    reports = feedback.locator("div:has(> table)")
    widths = reports.evaluate_all("all => all.map(div => [div.clientWidth, div.querySelector('table').scrollWidth])")
    assert len(widths) == 2
    for report, table in widths:
        assert 200 < table <= report < PHONE["width"]
    assert feedback.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
