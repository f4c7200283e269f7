import re
from html import unescape

import pytest
from bs4 import BeautifulSoup

from checks.judging.report import NOT_REACHED, Report, Row

ROWS = (
    Row("dx", "N=4", True),
    Row("dW", "N=4", False, "dW has shape (5, 3); expected (3, 5).", "shape"),
    Row("db", "N=4", False, "", NOT_REACHED),
    Row("dx", "N=3", True),
    Row("dW", "N=3", True),
    Row("db", "N=3", False, "", NOT_REACHED),
)
REPORT = Report("affine.backward", ROWS)


def table(report):
    """The cells of the report's table, row by row."""
    rows = BeautifulSoup(report.html(), "html.parser").find_all("tr")
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]


def of(*rows):
    return Report("an.exercise", tuple(Row("dx", str(n), *row) for n, row in enumerate(rows)))


def test_text():
    assert REPORT.text().splitlines() == [
        "affine.backward: 3 of 6 checks are right.",
        "  ✓ dx  right",
        "  ✗ dW  wrong in 1 of 2 trials",
        "      dW has shape (5, 3); expected (3, 5).",
        "  · db  not reached",
    ]
    assert str(REPORT) == REPORT.text()


def test_html_says_the_same():
    assert table(REPORT) == [
        ["what", "verdict", "why"],
        ["dx", "✓ right", ""],
        ["dW", "✗ wrong in 1 of 2 trials", "dW has shape (5, 3); expected (3, 5)."],
        ["db", "· not reached", ""],
    ]
    assert REPORT.headline in REPORT.html()
    assert REPORT._repr_html_() == REPORT.html()


def test_where_all_is_right_nothing_asks_why():
    assert table(of((True,), (True,))) == [["what", "verdict"], ["dx", "✓ right"]]


def test_no_mark_is_told_by_colour():
    marks = {line.mark for line in REPORT.lines()}
    words = {line.verdict for line in REPORT.lines()}
    assert len(marks) == len(words) == 3
    assert "#bbb" in REPORT.html()  # the line between two rows, and no other colour
    assert re.findall(r"color|background|#(?!bbb)", REPORT.html()) == []


@pytest.mark.parametrize(
    ("rows", "verdict", "message"),
    [
        ([(True,), (True,)], "✓ right", ""),
        ([(False, "first", "value"), (False, "second", "value")], "✗ wrong", "first"),
        ([(True,), (False, "second", "value")], "✗ wrong in 1 of 2 trials", "second"),
        ([(False, "", NOT_REACHED), (False, "", NOT_REACHED)], "· not reached", ""),
        ([(False, "Later.", NOT_REACHED), (False, "second", "value")], "✗ wrong", "second"),
        ([(False, "Later.", NOT_REACHED), (False, "", NOT_REACHED)], "· not reached", "Later."),
        ([(True,), (False, "", NOT_REACHED)], "· not reached in 1 of 2 trials", ""),
        ([(True,), (False, "", NOT_REACHED), (False, "third", "value")], "✗ wrong in 1 of 3 trials", "third"),
    ],
)
def test_the_trials_of_a_row_are_one_line(rows, verdict, message):
    (line,) = of(*rows).lines()
    assert (f"{line.mark} {line.verdict}", line.message) == (verdict, message)


def test_what_a_student_wrote_is_escaped():
    attack = "<script>alert('x')</script>&amp;\"<img src=x onerror=alert(1)>"
    html = Report(attack, (Row(attack, attack, False, attack, "raised"),)).html()
    tags = {tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)}
    assert tags <= {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "span"}
    assert unescape(html).count(attack) == 3


def test_a_long_message_wraps():
    message = "a rather long sentence about the shape of dW " * 8
    lines = of((False, message, "shape")).text().splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 100
    assert {line[:6] for line in lines[2:]} == {" " * 6}
    assert " ".join(" ".join(lines[2:]).split()) == message.strip()


@pytest.mark.parametrize(
    ("rows", "headline", "fraction"),
    [
        ([(True,), (True,)], "an.exercise: all 2 checks are right.", 1),
        ([(True,), (False,)], "an.exercise: 1 of 2 checks are right.", 0.5),
        ([(True,)], "an.exercise: right.", 1),
        ([(False,)], "an.exercise: not right yet.", 0),
        ([], "an.exercise: 0 of 0 checks are right.", 0),
    ],
)
def test_headline_and_fraction(rows, headline, fraction):
    report = of(*rows)
    assert (report.headline, report.fraction) == (headline, fraction)
    assert report.passed == (fraction == 1)


def test_where_to_start():
    assert REPORT.first_message == "dW has shape (5, 3); expected (3, 5)."
    assert of((True,), (False, "", NOT_REACHED), (False, "said", "raised")).first_message == "said"
    assert of((True,)).first_message == ""
