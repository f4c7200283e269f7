import pytest
from checks.declaring.questions import question

from checks import exercise as declared
from checks.judging.judge import judge
from checks.probing import run


@pytest.fixture
def asked(monkeypatch):
    monkeypatch.setattr(declared, "_registry", {})
    question("level.question-sum", "00-level", ("product", "Added, not multiplied.", 6, 6.5), ("one", "And 2?", 1))
    return declared._registry["level.question-sum"]


def report(asked, answer):
    return judge(asked, 0, run(asked, answer, 0), run(asked, 3, 0))


def test_the_right_number_passes_however_it_is_written(asked):
    assert report(asked, 3.0).passed
    assert report(asked, 2.9999999999).passed


@pytest.mark.parametrize(("answer", "hint"), [(6, "product"), (6.5, "product"), (1, "one")])
def test_a_wrong_number_gets_its_reason(asked, answer, hint):
    (row,) = report(asked, answer).rows
    assert row.hint == hint


@pytest.mark.parametrize("answer", [6, 17])
def test_a_report_does_not_tell_the_right_number(asked, answer):
    text = report(asked, answer).text()
    assert f"Your answer is {answer}." in text
    assert "3" not in text


@pytest.mark.parametrize(("answer", "said"), [(..., "in the place of the dots"), ([1, 2], "One number is asked for.")])
def test_what_is_no_number_is_told_apart(asked, answer, said):
    assert said in run(asked, answer, 0).trials[0].raised.message
