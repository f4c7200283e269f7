from types import SimpleNamespace

import numpy as np
import pytest

from checks.declaring.writing import echo, gap, lacking, mistakes, over, quietly, raises, refused, undefined

NOTHING = SimpleNamespace()


def test_a_mistake_told_in_short_stands_once_for_each_way_of_making_it():
    told = mistakes("dx", ("one", "Hint one.", min, max), ("two", "Hint two.", sum))
    assert [(m.name, m.row, m.formula, m.hint) for m in told] == [
        ("one", "dx", min, "Hint one."),
        ("one", "dx", max, "Hint one."),
        ("two", "dx", sum, "Hint two."),
    ]


def test_an_echo_refers_to_the_row_that_explains_and_computes_what_is_seen_there():
    told = mistakes("dx", ("doubled", "Why twice?", lambda given, right: 2 * given.x + right.dx))
    (again,) = echo(told, "dx again")
    assert (again.name, again.row, again.hint) == ("doubled", "dx again", "The same as in dx.")
    given, right = SimpleNamespace(x=1, next_x=5), SimpleNamespace(dx=1)
    assert again.formula(given, right) == 3
    (later,) = echo(told, "dx later", of="dx again", seen=lambda g, r: (SimpleNamespace(x=g.next_x), r))
    assert later.hint == "The same as in dx again."
    assert later.formula(given, right) == 11


def test_a_formula_for_each_value_keeps_its_own():
    formulas = over((1, 2), lambda given, right, value: given.x * value)
    assert [formula(SimpleNamespace(x=3), NOTHING) for formula in formulas] == [3, 6]


def test_formulas_raise_what_the_mistake_raises():
    with pytest.raises(ZeroDivisionError, match="told"):
        raises(ZeroDivisionError("told"))(NOTHING, NOTHING)
    for formula, name in zip(undefined("x", "W"), ("x", "W"), strict=True):
        with pytest.raises(NameError) as expected:
            eval(name)
        with pytest.raises(NameError, match=str(expected.value)):
            formula(NOTHING, NOTHING)
    with pytest.raises(AttributeError) as missing:
        (1.0).copy()
    with pytest.raises(AttributeError, match=str(missing.value)):
        lacking("float", "copy")[0](NOTHING, NOTHING)


def test_a_refused_product_is_told_in_the_words_of_both_products():
    a, b = np.ones((2, 3)), np.ones((2, 3))
    for formula, product in zip(
        refused(lambda given: (given.a, given.b)), (lambda: a @ b, lambda: a.dot(b)), strict=True
    ):
        with pytest.raises(ValueError) as expected:  # noqa: PT011
            product()
        with pytest.raises(ValueError) as got:  # noqa: PT011
            formula(SimpleNamespace(a=a, b=b), NOTHING)
        assert str(got.value) == str(expected.value)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (np.array([1.0, 2]), np.array([1.0, 4]), 2),
        (np.array([np.nan, np.inf]), np.array([np.nan, np.inf]), 0),
        (np.array([np.nan, 1]), np.array([np.nan, 3]), 2),
        (np.ones(2), np.full(3, -4.0), 4),
        (np.ones(2), None, 1),
        (None, "text", 0),
        (3, 3.5, 0.5),
    ],
)
def test_the_gap_between_two_results(one, other, expected):
    assert gap(one, other) == gap(other, one) == expected


def test_a_number_against_nan_is_a_gap():
    assert np.isnan(gap(np.array([np.nan]), np.array([1.0])))


def test_quietly_says_nothing():
    assert quietly(np.divide, np.ones(1), np.zeros(1)) == np.inf
