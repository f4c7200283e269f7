from types import SimpleNamespace

import numpy as np
import pytest

from checks.declaring.formulas import raises
from checks.declaring.hints import HintError
from checks.declaring.mistakes import echo, slips
from checks.evidence import Trial
from checks.judging.judge import judge
from checks.judging.rubric import declare_rubric, rubric_of
from tests.checks.strategies import EXERCISE, RUBRIC, SEED, Product, answer

GIVEN, RIGHT = SimpleNamespace(x=1, next_x=5), SimpleNamespace(dx=1)
AGAIN = '[product.backward."dW again"]\nidea = "fresh-start"\ntext = "{row}: each call starts anew."\n'
HINTS = f"""
{AGAIN}
[shared.mean]
idea = "mean-once"
text = "Where is the mean of {{row}} taken?"

[product.backward]
mean-in-dW = "mean"

[product.backward.turned]
idea = "transpose"
text = "Which way round must {{what}} stand?"

[product.backward."doubled/added"]
idea = "fresh-start"
text = "Something is added."

[product.backward."doubled/multiplied"]
idea = "local-computation"
text = "Something is multiplied."
"""


def of(rubric):
    return [(mistake.name, mistake.row, mistake.hint, mistake.idea) for mistake in rubric.mistakes]


# -- slips ------------------------------------------------------------------------------------------------------------


def test_a_mistake_stands_once_for_each_way_of_making_it_in_order():
    told = slips("dx", {"one": [lambda x: x, lambda dx: 10 * dx], "two": [lambda: 3]})
    assert [(slip.name, slip.row, slip.hint) for slip in told] == [
        ("one", "dx", "one"), ("one", "dx", "one"), ("two", "dx", "two"),
    ]  # fmt: skip
    assert [slip.formula(GIVEN, RIGHT) for slip in told] == [1, 10, 3]


def test_a_variant_is_the_same_mistake_with_a_hint_of_its_own():
    told = slips("dx", {"one/left": [min], "one/right": [max]})
    assert [(slip.name, slip.hint) for slip in told] == [("one", "one/left"), ("one", "one/right")]


def test_the_row_and_further_words_fill_the_placeholders():
    (slip,) = slips("dx", {"one": [min]}, axis="N")
    assert slip.words == {"row": "dx", "axis": "N"}


# -- echoes -----------------------------------------------------------------------------------------------------------


def test_an_echo_refers_to_the_row_that_explains_and_computes_what_is_seen_there():
    told = slips("dx", {"doubled": [lambda x, dx: 2 * x + dx]})
    (again,) = echo(told, "dx again")
    assert (again.name, again.row, again.hint, again.words["of"]) == ("doubled", "dx again", "the-same", "dx")
    assert again.formula(GIVEN, RIGHT) == 3
    (later,) = echo(told, "dx later", of="dx again", seen=lambda g, r: (SimpleNamespace(x=g.next_x), r))
    assert later.words["of"] == "dx again"
    assert later.formula(GIVEN, RIGHT) == 11


def test_an_echo_is_told_in_a_sentence_and_keeps_the_idea(judging):
    told = slips("dW", {"mean-in-dW": [lambda dW, N: dW / N]})
    judging(HINTS).exercise("product.backward", told, echo(told, "dW again"), echo(echo(told, "dx"), "dW again"))
    assert of(rubric_of(EXERCISE)) == [
        ("mean-in-dW", "dW", "Where is the mean of dW taken?", "mean-once"),
        ("mean-in-dW", "dW again", "The same as in dW.", "mean-once"),
        ("mean-in-dW", "dW again", "The same as in dx.", "consequence"),
    ]


# -- an exercise ------------------------------------------------------------------------------------------------------


def test_sentences_are_looked_up_and_filled(judging):
    judging(HINTS).exercise(
        "product.backward",
        slips("dx", {"turned": [lambda dout, W: dout @ W], "doubled/added": [lambda dx: dx + dx]}, what="W"),
        slips("dW", {"doubled/multiplied": [lambda dW: 2 * dW], "mean-in-dW": [lambda dW, N: dW / N]}),
    )
    rubric = rubric_of(EXERCISE)
    assert of(rubric) == [
        ("turned", "dx", "Which way round must W stand?", "transpose"),
        ("doubled", "dx", "Something is added.", "fresh-start"),
        ("doubled", "dW", "Something is multiplied.", "local-computation"),
        ("mean-in-dW", "dW", "Where is the mean of dW taken?", "mean-once"),
    ]
    assert rubric.behaviour == {"dW again": "dW again: each call starts anew."}
    assert rubric.rules == {}


def test_the_judge_takes_what_the_level_declares(judging):
    class Doubles(Product):
        def backward(self, dout):
            return 2 * super().backward(dout)

    judging(HINTS).exercise("product.backward", slips("dx", {"doubled/added": [lambda dx: dx + dx]}))
    report = judge(EXERCISE, SEED, answer(Answer=Doubles), answer())
    assert [row.hint for row in report.rows if row.name == "dx"] == ["doubled"] * 2
    assert report.first_message.endswith(" Something is added.")
    by_another = judge(EXERCISE, SEED, answer(Answer=Doubles), answer(), rubric=RUBRIC)
    assert [row.hint for row in by_another.rows if row.name == "dx"] == ["twice"] * 2


def test_rules_are_handed_on(judging):
    def rule(got, want):
        return None

    judging(HINTS).exercise("product.backward", rules={"dx": rule})
    assert rubric_of(EXERCISE).rules == {"dx": rule}
    wrong = answer().trials[0].rows | {"dx": np.ones(1)}
    evidence = type(answer())(EXERCISE.id, (Trial(wrong, answer().trials[0].arguments), answer().trials[1]))
    assert judge(EXERCISE, SEED, evidence, answer()).passed


# -- what can not be declared -----------------------------------------------------------------------------------------


def test_a_mistake_without_a_hint_is_refused(judging):
    with pytest.raises(HintError, match=r"product/hints\.toml: there is no hint \[product\.backward\] upside-down"):
        judging(HINTS).exercise("product.backward", slips("dx", {"upside-down": [min]}))


def test_an_echo_of_a_mistake_without_a_hint_is_refused(judging):
    with pytest.raises(HintError, match=r"there is no hint \[product\.backward\] upside-down"):
        judging(HINTS).exercise("product.backward", echo(slips("dx", {"upside-down": [min]}), "dW"))


def test_a_row_about_behaviour_without_a_hint_is_refused(judging):
    with pytest.raises(HintError, match=r"there is no hint \[product\.backward\] dW again"):
        judging(HINTS.replace(AGAIN, "")).exercise("product.backward")


def test_a_word_that_is_missing_is_told_with_the_sentence(judging):
    with pytest.raises(HintError, match=r"can't be filled \('what'\): Which way round must \{what\} stand\?"):
        judging(HINTS).exercise("product.backward", slips("dx", {"turned": [min]}))


def test_an_unknown_row_is_refused_with_its_name(judging):
    told = slips("dw", {"mean-in-dW": [min]}) + slips("dx", {"mean-in-dW": [min]}) + slips("db", {"mean-in-dW": [min]})
    with pytest.raises(ValueError, match=r"^product\.backward has no row db, dw$"):
        judging(HINTS).exercise("product.backward", told)
    with pytest.raises(ValueError, match=r"^product\.backward has no row loss$"):
        judging(HINTS).exercise("product.backward", rules={"loss": lambda got, want: None})


def test_an_unknown_exercise_is_refused(judging):
    with pytest.raises(KeyError, match=r"there is no exercise 'product\.sideways'; there are: "):
        judging(HINTS).exercise("product.sideways")


def test_mistakes_are_declared_once(judging):
    judging(HINTS).exercise("product.backward")
    with pytest.raises(ValueError, match=r"the mistakes of 'product\.backward' are declared twice"):
        judging(HINTS).exercise("product.backward")
    with pytest.raises(ValueError, match="are declared twice"):
        declare_rubric("product.backward", RUBRIC)


def test_nothing_is_declared_where_something_is_refused(judging):
    with pytest.raises(HintError):
        judging(HINTS).exercise("product.backward", slips("dx", {"upside-down": [raises(ValueError())]}))
    judging(HINTS).exercise("product.backward")
    assert rubric_of(EXERCISE).mistakes == []
