from dataclasses import replace

import numpy as np
import pytest

from checks.evidence import Other, Raised, Trial, snapshot
from checks.exercise import find
from checks.judging.diagnosis import Case, explain, is_right, observe, same
from checks.judging.judge import fresh_namespace, judge, right_namespace
from checks.judging.report import NOT_REACHED
from checks.judging.rubric import Mistake, Rubric
from checks.probing import Missing, run
from tests.checks.strategies import EXERCISE, RUBRIC, SEED, Affine, answer

TRUTH = answer().trials[0]
DX, DW = TRUTH.rows["dx"], TRUTH.rows["dW"]
GIVEN = fresh_namespace(EXERCISE, SEED, 0)


def case_of(rubric=RUBRIC, exercise=EXERCISE):
    return Case(exercise, rubric, fresh_namespace(exercise, SEED, 0), right_namespace(TRUTH), Trial())


def finding(name, got, rubric=RUBRIC, exercise=EXERCISE):
    """What is said about one row."""
    return explain(case_of(rubric, exercise), name, snapshot(got), TRUTH.rows[name])


def with_mistake(row, formula, **changes):
    return replace(RUBRIC, mistakes=(Mistake("known", row, formula, "A hint."),), **changes)


# -- the project's example --------------------------------------------------------------------------------------------


class BiasNotGathered(Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = dout
        return dx


def test_dout_in_the_place_of_db():
    backward = find("affine.backward")
    report = judge(backward, SEED, run(backward, BiasNotGathered, SEED), run(backward, Affine, SEED))
    assert report.first_message == (
        "db has shape (4, 5); expected (5,), one number per output. b was added to every row of the batch, so its "
        "gradient collects from every row: over which axis must dout be summed?"
    )


# -- what can be seen from outside ------------------------------------------------------------------------------------

NEAR = DX.copy()
NEAR[2, 1] += 1
NAN, INF = DX.copy(), DX.copy()
NAN[1, 2], INF[0, 0] = np.nan, -np.inf
LOOK = "Look for a division by zero, the log of zero, or an exp of a large number."
EXPECTED = "expected an array of shape (4, 3), the shape of x."


class Thing:
    def __repr__(self):
        return "<thing " + "g" * 80


@pytest.mark.parametrize(
    ("got", "hint", "message"),
    [
        (None, "type", f"dx is None (is a return missing?); {EXPECTED}"),
        ("0.5", "type", f"dx is a str: '0.5'; {EXPECTED}"),
        ([1.0, 2.0], "type", f"dx is a list: [1.0, 2.0]; {EXPECTED}"),
        (..., "type", f"dx is an ellipsis: Ellipsis; {EXPECTED}"),
        (Thing(), "type", f"dx is a Thing: <thing {'g' * 52}…; {EXPECTED}"),
        (np.array([1j]), "type", f"dx is an array of complex128: array([0.+1.j]); {EXPECTED}"),
        (Missing("Product", "dx"), "type", f"Product has no attribute dx; {EXPECTED}"),
        (3.5, "shape", "dx has no shape (one number); expected (4, 3), the shape of x."),
        (np.ones(12), "shape", "dx has shape (12,); expected (4, 3), the shape of x."),
        (np.full((3, 4), np.nan), "shape", "dx has shape (3, 4); expected (4, 3), the shape of x."),
        (NAN, "not-finite", f"dx[1, 2] is nan. {LOOK}"),
        (INF, "not-finite", f"dx[0, 0] is -inf. {LOOK}"),
        (NEAR, "value", f"dx[2, 1] is {NEAR[2, 1]:.6g}; expected {DX[2, 1]:.6g}."),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else "",
)
def test_the_first_thing_that_is_wrong_is_said(got, hint, message):
    assert (finding("dx", got).hint, finding("dx", got).message) == (hint, message)


def scalar(got, want, **changes):
    """What is said about a row that is one number."""
    exercise = replace(EXERCISE, rows={"loss": "the mean of the batch"}, behaviour=(), **changes)
    right = Trial({"loss": snapshot(want)})
    case = Case(exercise, Rubric(), GIVEN, right_namespace(right), Trial())
    return explain(case, "loss", snapshot(got), right.rows["loss"]).message


def test_one_number():
    assert scalar(1.7, 2.5) == "loss is 1.7; expected 2.5."
    assert scalar(None, 2.5).endswith("; expected one number, the mean of the batch.")
    assert scalar(np.nan, 2.5).startswith("loss is nan. Look")
    assert scalar([1, 2], 2.5) == "loss is a list: [1, 2]; expected one number, the mean of the batch."


def test_two_numbers_have_as_many_digits_as_it_takes_to_tell_them_apart():
    assert scalar(1.0000001, 1.0, atol=1e-9, rtol=0) == "loss is 1.0000001; expected 1."
    assert scalar(1 + 1e-15, 1.0, atol=0, rtol=0) == "loss is 1.0000000000000011; expected 1."


def test_enormous_numbers_cause_no_warning():
    assert scalar(-1.7e308, 1.7e308).startswith("loss is -1.7e+308; expected 1.7e+308.")


def test_a_forged_description_without_a_type_is_no_error():
    assert observe(case_of(), "dx", Other("", ""), DX) == (f"dx is a : ; {EXPECTED}", "type")


# -- which explanation comes first ------------------------------------------------------------------------------------


def test_a_mistake_comes_before_a_signature_and_follows_what_can_be_seen():
    rubric = with_mistake("dW", lambda given, right: -right.dW)
    assert finding("dW", -DW).hint == "sign"
    assert finding("dW", -DW, rubric).hint == "known"
    assert finding("dW", -DW, rubric).message == f"dW[0, 0] is {-DW[0, 0]:.6g}; expected {DW[0, 0]:.6g}. A hint."


def test_a_mistake_comes_before_a_behaviour_and_that_before_a_signature():
    rubric = with_mistake("dW again", lambda given, right: 2 * right.dW_again)
    assert finding("dW again", 2 * DW, rubric).hint == "known"
    got = finding("dW again", 2 * DW)
    assert got.hint == "behaviour: dW again"
    assert got.message.endswith(". Each call starts anew.")


def test_the_first_mistake_that_fits_is_named():
    first, second = (Mistake(name, "dx", lambda given, right: 3 * right.dx, "") for name in ("first", "second"))
    assert finding("dx", 3 * DX, Rubric(mistakes=(first, second))).hint == "first"


def test_a_mistake_belongs_to_its_row():
    assert finding("dx", 3 * DX, with_mistake("dW", lambda given, right: 3 * right.dx)).hint == "value"


@pytest.mark.parametrize("got", [None, (DX, DW), "0", [1]], ids=["None", "tuple", "str", "list"])
def test_a_mistake_can_be_another_type(got):
    rubric = with_mistake("dx", lambda given, right: got)
    assert finding("dx", got, rubric).hint == "known"
    assert finding("dx", ..., rubric).hint == "type"
    assert finding("dx", 3 * DX, rubric).hint == "value"


def test_a_mistake_can_predict_nan():
    assert finding("dx", NAN, with_mistake("dx", lambda given, right: NAN)).hint == "known"


def test_a_mistake_that_divides_by_zero_causes_no_warning():
    rubric = with_mistake("dx", lambda given, right: right.dx / np.zeros(3))
    with np.errstate(divide="ignore"):
        infinite = DX / np.zeros(3)
    assert finding("dx", infinite, rubric).hint == "known"
    assert finding("dx", 3 * DX, rubric).hint == "value"


def test_a_formula_that_gives_the_right_answer_is_no_mistake():
    refusing = with_mistake("dx", lambda given, right: right.dx, rules={"dx": lambda got, want: "No."})
    assert finding("dx", DX, refusing).hint == "rule"
    strict = replace(EXERCISE, atol=0, rtol=0)
    assert finding("dx", DX + 1e-12, with_mistake("dx", lambda given, right: right.dx), strict).hint == "value"


# -- rules ------------------------------------------------------------------------------------------------------------


def high_enough(got, want):
    return None if got.min() >= 0.9 else f"The lowest is {got.min():g}."


def test_a_rule_judges_in_the_place_of_equality():
    rubric = replace(RUBRIC, rules={"dW": high_enough}, mistakes=())
    assert is_right(case_of(rubric), "dW", np.ones(3), DW)
    assert not is_right(case_of(rubric), "dW", snapshot("1"), DW)
    assert finding("dW", np.zeros(3), rubric).message == "The lowest is 0."
    assert finding("dW", "1", rubric).hint == "type"


def test_what_is_no_array_is_never_right():
    lenient = replace(RUBRIC, rules={"dW": lambda got, want: None})
    assert not is_right(case_of(lenient), "dW", Other("str", "1"), DW)
    assert not is_right(case_of(), "dx", Other("str", "1"), np.array(1.0))


def test_a_signature_does_not_tell_what_a_rule_keeps_to_itself():
    rubric = replace(RUBRIC, rules={"dW": lambda got, want: "That is not it."}, mistakes=())
    assert finding("dW", 2 * DW).hint == "twice"
    assert finding("dW", 2 * DW, rubric).message == "That is not it."


def test_a_value_over_which_a_rule_stumbles_is_refused():
    rubric = replace(RUBRIC, rules={"dW": high_enough}, mistakes=())
    nothing = np.ones((0, 3))
    assert not is_right(case_of(rubric), "dW", nothing, DW)
    assert finding("dW", nothing, rubric).message == "dW is not what was asked for; expected (3, 5), the shape of W."


# -- what was raised --------------------------------------------------------------------------------------------------


def when_raised(raised, rows=None, rubric=RUBRIC):
    """The rows of a report when the first trial ends with an error."""
    evidence = replace(answer(), trials=(Trial(rows or {}, TRUTH.arguments, raised), *answer().trials[1:]))
    report = judge(EXERCISE, SEED, evidence, answer(), rubric=rubric)
    return {row.name: row for row in report.rows[: len(report.rows) // 2]}


def test_the_first_row_not_reached_has_the_error_and_the_others_nothing():
    rows = when_raised(Raised("ValueError", "bad", "backward, line 3", "raise it"), {"dx": DX})
    assert rows["dx"].passed
    assert rows["dW"].message == (
        "Your code raised an error in backward, line 3: `raise it`. Python says: ValueError: bad."
    )
    assert (rows["dW again"].message, rows["dW again"].hint) == ("", NOT_REACHED)


@pytest.mark.parametrize(
    ("raised", "hint", "message"),
    [
        (Raised("Misuse", "Expected a class, got None."), "misuse", "Expected a class, got None."),
        (
            Raised("NotImplementedError", "", "backward, line 3", "raise NotImplementedError()"),
            "not-written",
            "Nothing is here yet: the cell still raises NotImplementedError.",
        ),
        (Raised("KeyError", ""), "raised", "Your code raised an error. Python says: KeyError."),
        (Raised("MyError", "Why?"), "raised", "Your code raised an error. Python says: MyError: Why?"),
    ],
)
def test_how_an_error_is_told(raised, hint, message):
    row = when_raised(raised)["dx"]
    assert (row.hint, row.message) == (hint, message)


def test_a_mistake_can_be_the_error_that_it_raises():
    rubric = with_mistake("dx", lambda given, right: given.dout @ given.W)
    with pytest.raises(ValueError, match="mismatch") as caught:
        GIVEN.dout @ GIVEN.W
    row = when_raised(Raised("ValueError", str(caught.value)), rubric=rubric)["dx"]
    assert row.hint == "known"
    assert row.message.endswith(f"{caught.value}. A hint.")
    assert when_raised(Raised("ValueError", "something else"), rubric=rubric)["dx"].hint == "raised"
    assert when_raised(Raised("TypeError", str(caught.value)), rubric=rubric)["dx"].hint == "raised"


def test_looking_for_the_error_causes_no_warning():
    rubric = with_mistake("dx", lambda given, right: right.dx / np.zeros(3))
    as_an_error = Raised("RuntimeWarning", "divide by zero encountered in divide")
    assert when_raised(as_an_error, rubric=rubric)["dx"].hint == "raised"


# -- equality ---------------------------------------------------------------------------------------------------------


def test_the_tolerance_is_absolute_and_relative():
    assert same(0.9e-5, 0.0, atol=1e-5, rtol=0)
    assert not same(1.1e-5, 0.0, atol=1e-5, rtol=0)
    assert same(100.09, 100.0, atol=0, rtol=1e-3)
    assert not same(100.11, 100.0, atol=0, rtol=1e-3)


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_nan_and_inf_equal_nothing(number):
    assert not same(number, 1.0, 1e-5, 1e-5)
    assert not same(number, number, 1e-5, 1e-5)


def test_another_shape_is_never_equal():
    assert not same(np.ones((5, 1)), np.ones(5), 1e-5, 1e-5)
    assert not same(np.ones((1, 5)), np.ones((4, 5)), 1e-5, 1e-5)
    assert same(np.ones((0, 5)), np.zeros((0, 5)), 1e-5, 1e-5)
