from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.judging.signatures import recognise
from tests.checks.strategies import SEEDS

RNG = np.random.default_rng(5)
N = 4
DW, DX, X = RNG.normal(size=(3, 5)) * 4, RNG.normal(size=(4, 3)) * 4, RNG.normal(size=(3, 5))
IMAGES = RNG.normal(size=(2, 3, 4, 5))
CASE = SimpleNamespace(
    exercise=SimpleNamespace(declared=["dW", "dx", "dx_sum of it"]),
    given=SimpleNamespace(N=N, x=X, labels=["a", "b"]),
    right=SimpleNamespace(dW=DW, dx=DX, dx_sum_of_it=DX.sum(axis=0)),
)


def sign(got, want=DW, name="dW"):
    return recognise(CASE, name, np.asarray(got, dtype=float), np.asarray(want, dtype=float))


@pytest.mark.parametrize(
    ("name", "got", "want"),
    [
        ("zeros", np.zeros((3, 5)), DW),
        ("zeros", np.zeros(7), DW),
        ("sign", -DW, DW),
        ("sign", -DW[0], DW[0]),
        ("twice", 2 * DW, DW),
        ("half", DW / 2, DW),
        ("times-N", N * DW, DW),
        ("over-N", DW / N, DW),
        ("transposed", DW.T, DW),
        ("kept-axis", DW[0][None, :], DW[0]),
        ("kept-axis", DW[:, :, None], DW),
        ("kept-axis", DW.ravel(), DW),
        ("axis-summed", DW.sum(axis=0), DW),
        ("axis-summed", DW.sum(axis=1, keepdims=True), DW),
        ("axis-summed", IMAGES.sum(axis=2), IMAGES),
        ("axis-not-summed", DW, DW.sum(axis=0)),
        ("axis-not-summed", DW[0], DW[0].sum()),
        ("truncated", np.trunc(DW), DW),
        ("truncated", np.floor(DW), DW),
        ("truncated", np.round(DW), DW),
        ("reshaped", DW.T.reshape(3, 5), DW),
        ("reshaped", IMAGES.transpose(0, 2, 3, 1).reshape(IMAGES.shape), IMAGES),
        ("reordered", DW[::-1], DW),
        ("reordered", DW[0][::-1], DW[0]),
        ("another-row", DX, DW),
        ("an-input", X, DW),
    ],
)
def test_each_signature_is_recognised(name, got, want):
    assert sign(got, want).name == name


@pytest.mark.parametrize(
    ("got", "want", "sentence"),
    [
        (-DW, DW, "Every entry of dW has the right size and the wrong sign."),
        (0.0, 2.5, "dW is 0: is it computed at all, or cut off on the way?"),
        (10.0, 2.5, "dW is N = 4 times too large. The mean over the batch must be taken once: where?"),
        (DW.sum(axis=1), DW, "Axis 1 of dW was summed away; it should stay."),
        (DX, DW, "This is the value of dx: were two results exchanged?"),
        (DX.sum(axis=0), DW, "This is the value of dx_sum of it: were two results exchanged?"),
        (X, DW, "dW is x as it came in: what should be done with it is missing."),
    ],
)
def test_what_a_signature_says(got, want, sentence):
    assert sign(got, want).hint == sentence


def test_a_ratio_holds_for_every_entry_also_where_the_right_one_is_zero():
    want = np.where(DW > 0, DW, 0)
    assert sign(-want, want).name == "sign"
    assert sign(np.where(want > 0, -want, 1), want) is None
    assert sign(np.where(np.arange(15).reshape(3, 5) == 0, -DW, DW)) is None


def test_without_a_batch_or_in_a_batch_of_one_there_is_no_such_factor():
    for given_ in (SimpleNamespace(), SimpleNamespace(N=1)):
        case = SimpleNamespace(exercise=CASE.exercise, given=given_, right=CASE.right)
        assert recognise(case, "dW", 4 * DW, DW) is None


SHAPES = st.sampled_from([(), (5,), (3, 5), (5, 3), (4, 3), (2, 3, 5), (3, 1), (1, 5)])


@given(SEEDS, SHAPES, SHAPES)
def test_no_signature_in_random_numbers(seed, shape, other_shape):
    rng = np.random.default_rng(seed)
    assert sign(rng.normal(size=other_shape), rng.normal(size=shape)) is None


@given(SEEDS, SHAPES, st.sampled_from([0, 1e-12, 1e-8]))
def test_no_signature_in_a_right_answer_be_it_inexact(seed, shape, error):
    rng = np.random.default_rng(seed)
    want = rng.normal(size=shape)
    assert sign(want + error, want) is None
    assert sign(DX * (1 + error), DX, "dx") is None


@given(st.sampled_from([np.nan, np.inf, -np.inf, 1e308, -1e308]), SHAPES, SHAPES)
def test_no_signature_and_no_warning_for_numbers_out_of_bounds(number, shape, other_shape):
    assert sign(np.full(other_shape, number), np.ones(shape)) is None


def test_arrays_of_nothing():
    assert sign(np.ones((0, 3)), DW) is None
