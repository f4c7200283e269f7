import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.api import VISIBLE_SEED, stored_answer
from checks.evidence import Evidence, Other, Raised, Trial
from checks.exercise import find
from checks.judging.judge import ARGUMENTS, BadTruth, judge
from checks.judging.report import NOT_REACHED
from checks.judging.rubric import Rubric
from tests.checks.strategies import ERRORS, EVIDENCE, EXERCISE, RUBRIC, SEED, VALUES, Product, answer

TRUTH = answer()
NAMES = ["dx", "dW", "dW again", ARGUMENTS]


def verdict(evidence, **more):
    return judge(EXERCISE, SEED, evidence, TRUTH, rubric=RUBRIC, **more)


def verdict_on(Answer):
    return verdict(answer(Answer=Answer))


def marks(report):
    """Right or wrong, a line for each trial."""
    passed = [row.passed for row in report.rows]
    return [passed[start : start + len(NAMES)] for start in range(0, len(passed), len(NAMES))]


def changed(number, **changes):
    """The right evidence with one trial changed."""
    trials = list(TRUTH.trials)
    trials[number] = replace(trials[number], **changes)
    return replace(TRUTH, trials=tuple(trials))


# -- points -----------------------------------------------------------------------------------------------------------


def test_the_right_answer_gets_every_row_of_every_trial():
    report = verdict_on(Product)
    assert [(row.name, row.trial) for row in report.rows] == [
        (name, sizes) for sizes in ("N=4, D=3, M=5", "N=3, D=6, M=2") for name in NAMES
    ]
    assert report.passed
    assert report.fraction == 1


def test_the_rows_come_in_the_order_in_which_they_are_declared():
    rows = dict(sorted(TRUTH.trials[0].rows.items()))
    assert list(rows) != NAMES[:3]
    truth = replace(TRUTH, trials=(replace(TRUTH.trials[0], rows=rows), TRUTH.trials[1]))
    assert [row.name for row in judge(EXERCISE, SEED, TRUTH, truth, rubric=RUBRIC).rows] == NAMES * 2


def test_what_is_right_counts_beside_what_is_wrong():
    class WrongDx(Product):
        def backward(self, dout):
            return 2 * super().backward(dout)

    report = verdict_on(WrongDx)
    assert marks(report) == [[False, True, True, True]] * 2
    assert report.fraction == 0.75


def test_a_trial_counts_for_itself():
    rows = {**TRUTH.trials[1].rows, "dW": TRUTH.trials[0].rows["dW"]}
    assert marks(verdict(changed(1, rows=rows))) == [[True] * 4, [True, False, True, True]]


@pytest.mark.parametrize("again", [TRUTH.trials[0].rows["dW again"], np.ones(1)], ids=["right", "wrong"])
def test_behaviour_earns_nothing_and_gets_no_hint_before_one_value_is_right(again):
    rows = {"dx": np.ones(1), "dW": np.ones(1), "dW again": again}
    report = verdict(changed(0, rows=rows))
    assert marks(report) == [[False] * 4, [True] * 4]
    assert {(row.message, row.hint) for row in report.rows[2:4]} == {
        ("Judged only where a value is right.", NOT_REACHED)
    }


def test_a_right_value_of_another_trial_does_not_help_behaviour():
    wrong = {"dx": np.ones(1), "dW": np.ones(1), "dW again": TRUTH.trials[1].rows["dW again"]}
    assert marks(verdict(changed(1, rows=wrong))) == [[True] * 4, [False] * 4]


def test_wrong_behaviour_is_wrong_beside_right_values():
    class Accumulates(Product):
        def __init__(self, W):
            super().__init__(W)
            self.sum = 0

        def backward(self, dout):
            dx = super().backward(dout)
            self.sum = self.dW = self.sum + self.dW
            return dx

    report = verdict_on(Accumulates)
    assert marks(report) == [[True, True, False, True]] * 2
    assert report.rows[2].hint == "behaviour: dW again"


# -- arguments --------------------------------------------------------------------------------------------------------


def test_a_changed_argument_is_named():
    class Overwrites(Product):
        def backward(self, dout):
            dx = super().backward(dout)
            self.x *= 2
            return dx

    report = verdict_on(Overwrites)
    assert marks(report) == [[True, True, False, False]] * 2
    assert report.rows[3].hint == "argument-overwritten"
    assert report.rows[3].message.startswith("x was changed by the call. It belongs to the caller")


def test_a_changed_argument_is_named_also_where_no_value_is_right():
    arguments = {**TRUTH.trials[0].arguments, "W": np.zeros((3, 5))}
    report = verdict(changed(0, rows=dict.fromkeys(NAMES[:3], Other("None", "None")), arguments=arguments))
    assert marks(report) == [[False] * 4, [True] * 4]
    assert report.rows[3].hint == "argument-overwritten"


@pytest.mark.parametrize("other", [{}, {"x": Other("None", "")}, {"x": np.ones(2)}, {"x": np.full((4, 3), np.nan)}])
def test_an_argument_must_be_there_as_it_was(other):
    kept = {name: value for name, value in TRUTH.trials[0].arguments.items() if name != "x"}
    assert marks(verdict(changed(0, arguments=kept | other))) == [[True, True, True, False], [True] * 4]


def test_the_rule_of_a_row_is_not_for_an_argument_of_the_same_name():
    lenient = Rubric(rules={"x": lambda got, want: None})
    arguments = {**TRUTH.trials[0].arguments, "x": np.ones(2)}
    assert not judge(EXERCISE, SEED, changed(0, arguments=arguments), TRUTH, rubric=lenient).passed


def test_arguments_are_not_judged_after_an_error():
    report = verdict(changed(0, rows={"dx": TRUTH.trials[0].rows["dx"]}, raised=Raised("ValueError", "bad")))
    assert marks(report) == [[True, False, False, False], [True] * 4]
    assert report.rows[3].hint == NOT_REACHED


# -- evidence that is not as it should be -----------------------------------------------------------------------------


def test_without_evidence_the_reason_is_given_and_no_points():
    report = verdict(None, missing="The cell ran for too long.")
    assert report.right == 0
    assert [row.message for row in report.rows[:4]] == ["The cell ran for too long.", "", "", ""]
    assert [row.hint for row in report.rows[:4]] == ["no-evidence", NOT_REACHED, NOT_REACHED, NOT_REACHED]
    assert verdict(None).first_message == "The notebook gave no result here."


def test_evidence_of_another_exercise_is_worth_nothing():
    report = verdict(replace(TRUTH, exercise="product.forward"))
    assert report.right == 0
    assert report.first_message == "The notebook gave evidence of another exercise here."


def test_a_trial_that_is_missing_earns_nothing():
    report = verdict(replace(TRUTH, trials=TRUTH.trials[:1]))
    assert marks(report) == [[True] * 4, [False] * 4]
    assert report.first_message == "The notebook gave no result here."


def test_a_row_that_is_missing_without_an_error_earns_nothing():
    rows = {name: value for name, value in TRUTH.trials[0].rows.items() if name != "dW"}
    report = verdict(changed(0, rows=rows))
    assert marks(report) == [[True, False, True, True], [True] * 4]
    assert report.rows[1].hint == "no-evidence"


def test_more_rows_and_more_trials_than_asked_for_are_ignored():
    rows = {**TRUTH.trials[0].rows, "bonus": np.ones(1)}
    more = changed(0, rows=rows)
    report = verdict(replace(more, trials=more.trials * 5))
    assert len(report.rows) == 8
    assert report.fraction == 1


@given(EVIDENCE)
def test_whatever_the_evidence_is_there_is_a_report(evidence):
    report = verdict(evidence)
    assert len(report.rows) == 8
    assert report.right == 0
    assert report.text()
    assert report.html()


LEVELS = Path(__file__).parents[3] / "checks" / "levels"
STORED = sorted(id for file in LEVELS.glob("*/answers.json") for id in json.loads(file.read_text()))


@given(st.data())
def test_whatever_the_evidence_is_every_exercise_can_be_judged(data):
    exercise = find(data.draw(st.sampled_from(STORED)))
    truth = stored_answer(exercise)
    trials = [
        Trial({name: data.draw(VALUES | st.just(right)) for name, right in want.rows.items()}, want.arguments, raised)
        for want in truth.trials
        for raised in [data.draw(st.none() | ERRORS)]
    ]
    report = judge(exercise, VISIBLE_SEED, Evidence(exercise.id, tuple(trials)), truth)
    assert all(row.passed or row.hint for row in report.rows)


# -- a truth that can't be one ----------------------------------------------------------------------------------------


def as_truth(**changes):
    return judge(EXERCISE, SEED, TRUTH, changed(0, **changes), rubric=RUBRIC)


@pytest.mark.parametrize("value", [np.full((4, 3), np.nan), np.full((4, 3), np.inf), Other("None", "None")], ids=repr)
def test_a_truth_without_finite_numbers_is_refused(value):
    with pytest.raises(BadTruth, match="the solution's dx is not an array of finite numbers"):
        as_truth(rows={**TRUTH.trials[0].rows, "dx": value})


def test_a_truth_that_raised_is_refused():
    with pytest.raises(BadTruth, match=r"product\.backward: the solution raised ValueError: bad"):
        as_truth(raised=Raised("ValueError", "bad"))


def test_the_probe_must_yield_what_it_declares():
    rows = TRUTH.trials[0].rows
    for wrong in [{**rows, "out": np.ones(1)}, {"dx": rows["dx"]}]:
        with pytest.raises(BadTruth, match=r"the probe yields .*, but declares"):
            as_truth(rows=wrong)


def test_a_truth_of_fewer_trials_is_refused():
    with pytest.raises(BadTruth, match="the solution ran 1 of 2 trials"):
        judge(EXERCISE, SEED, TRUTH, replace(TRUTH, trials=TRUTH.trials[:1]), rubric=RUBRIC)
