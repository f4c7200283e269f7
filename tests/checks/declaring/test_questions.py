import pytest

from checks.declaring.mistakes import Judging
from checks.declaring.probes import Room
from checks.exercise import find
from checks.judging.judge import judge
from checks.probing import run

HINTS = """
[level.question-sum.product]
idea = "counting"
text = "Added, not multiplied."

[level.question-sum.one]
idea = "counting"
text = "And 2?"
"""


@pytest.fixture
def room(registries, write_hints):
    write_hints(HINTS)
    return Room("checks.levels.product.probes")


@pytest.fixture
def asked(room):
    room.question("level.question-sum")
    Judging("checks.levels.product.mistakes").question("level.question-sum", {"product": [6, 6.5], "one": [1]})
    return find("level.question-sum")


def report(asked, answer):
    return judge(asked, 0, run(asked, answer, 0), run(asked, 3, 0))


def test_a_question_is_an_exercise_with_a_value(asked):
    assert (asked.level, asked.expects, asked.rows, asked.behaviour) == ("product", "value", {"answer": ""}, ())
    assert [asked.given(7, trial) for trial in range(len(asked.trials))] == [{}]


def test_the_right_number_passes_however_it_is_written(asked):
    assert report(asked, 3.0).passed
    assert report(asked, 2.9999999999).passed


@pytest.mark.parametrize(
    ("answer", "hint", "why"),
    [(6, "product", "Added, not multiplied."), (6.5, "product", "Added, not multiplied."), (1, "one", "And 2?")],
)
def test_a_wrong_number_gets_its_reason(asked, answer, hint, why):
    (row,) = report(asked, answer).rows
    assert row.hint == hint
    assert row.message == f"Your answer is {answer}. {why}"


@pytest.mark.parametrize("answer", [6, 17])
def test_a_report_does_not_tell_the_right_number(asked, answer):
    text = report(asked, answer).text()
    assert f"Your answer is {answer}." in text
    assert "3" not in text


@pytest.mark.parametrize(("answer", "said"), [(..., "in the place of the dots"), ([1, 2], "One number is asked for.")])
def test_what_is_no_number_is_told_apart(asked, answer, said):
    assert said in run(asked, answer, 0).trials[0].raised.message


def test_a_question_may_have_a_meaning_a_probe_and_a_rule_of_its_own(room):
    def word(answer):
        yield "answer", len(answer)

    room.question("level.question-sum", "letters of a word", word)
    judging = Judging("checks.levels.product.mistakes")
    judging.question("level.question-sum", {"one": [1]}, rule=lambda got, want: None if got > want else "Too short.")
    asked = find("level.question-sum")
    assert asked.rows == {"answer": "letters of a word"}

    def said(answer):
        return judge(asked, 0, run(asked, answer, 0), run(asked, "abc", 0)).text()

    assert said("abcd").startswith("level.question-sum: right.")
    assert "Too short. And 2?" in said("a")
    assert "Too short." in said("ab")
    assert "And 2?" not in said("ab")
