from types import SimpleNamespace

import numpy as np
import pytest

from checks.declaring.formulas import lacking, named, raises, refused, undefined

NOTHING = SimpleNamespace()
GIVEN = SimpleNamespace(x=2, W=3, N=4)
RIGHT = SimpleNamespace(out=5, W=7, dW_again=11)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        (lambda x: x, 2),
        (lambda N: N, 4),
        (lambda out: out, 5),
        (lambda W: W, 7),
        (lambda dW_again, x: dW_again - x, 9),
        (lambda g, r: (g.W, r.W), (3, 7)),
        (lambda: 13, 13),
        (lambda x, value=17: x + value, 19),
        (lambda x=1: x, 1),
    ],
    ids=["input", "size", "right row", "right row first", "spaces", "both", "nothing", "default", "kept default"],
)
def test_a_formula_gets_what_its_parameters_name(formula, value):
    assert named(formula)(GIVEN, RIGHT) == value


def test_the_order_of_the_parameters_is_the_formula_s_own():
    assert named(lambda out, x: (out, x))(GIVEN, RIGHT) == (5, 2)
    assert named(lambda x, out: (out, x))(GIVEN, RIGHT) == (5, 2)


def test_a_formula_for_each_value_keeps_its_own():
    formulas = [named(lambda x, value=value: x * value) for value in (1, 2)]
    assert [formula(GIVEN, RIGHT) for formula in formulas] == [2, 4]


def test_a_name_that_nothing_has_is_an_error():
    with pytest.raises(KeyError, match="dx"):
        named(lambda dx: dx)(GIVEN, RIGHT)


def called(formula, given=NOTHING):
    """What a formula as it is written gives to the judge."""
    return named(formula)(given, NOTHING)


def test_formulas_raise_what_the_mistake_raises():
    with pytest.raises(ZeroDivisionError, match="told"):
        called(raises(ZeroDivisionError("told")))
    for formula, name in zip(undefined("x", "W"), ("x", "W"), strict=True):
        with pytest.raises(NameError) as expected:
            eval(name, {})
        with pytest.raises(NameError) as got:
            called(formula)
        assert str(got.value) == str(expected.value)
    for formula, name in zip(lacking("float", "copy", "W"), ("copy", "W"), strict=True):
        with pytest.raises(AttributeError) as missing:
            getattr(1.0, name)
        with pytest.raises(AttributeError) as got:
            called(formula)
        assert str(got.value) == str(missing.value)


def test_a_refused_product_is_told_in_the_words_of_both_products():
    a, b = np.ones((2, 3)), np.ones((2, 3))
    formulas = refused(lambda given: (given.a, given.b))
    for formula, product in zip(formulas, (lambda: a @ b, lambda: a.dot(b)), strict=True):
        with pytest.raises(ValueError) as expected:  # noqa: PT011
            product()
        with pytest.raises(ValueError) as got:  # noqa: PT011
            called(formula, SimpleNamespace(a=a, b=b))
        assert str(got.value) == str(expected.value)


def test_where_the_axes_meet_both_products_are_the_product():
    a, b = np.ones((2, 3)), np.ones((3, 4))
    for formula in refused(lambda given: (given.a, given.b)):
        np.testing.assert_array_equal(called(formula, SimpleNamespace(a=a, b=b)), a @ b)
