from types import SimpleNamespace

import numpy as np
import pytest

from checks.declaring.formulas import named
from checks.declaring.layer_mistakes import next_batch, refused_products
from checks.declaring.layers import AGAIN, LATER, NEXT_BATCH, OUT_STAYS, UPDATED, backward_of, forward_of, made
from checks.exercise import find
from checks.judging.judge import fresh_namespace, right_namespace
from checks.probing import run
from tests.checks.strategies import SEED, Affine

GRADIENTS = ["dx", "dW", "db"]


def rows(part, Layer=Affine, trial=0):
    """What a layer gives in a trial of "forward" or "backward"."""
    found = run(find(f"affine.{part}"), Layer, SEED).trials[trial]
    assert found.raised is None
    return found.rows


# -- forward ----------------------------------------------------------------------------------------------------------


class OneArray(Affine):
    """Writes each out into one array."""

    def forward(self, x):
        out = super().forward(x)
        self.out = np.zeros((9, out.shape[1])) if not hasattr(self, "out") else self.out
        self.out[: len(out)] = out
        return self.out[: len(out)]


class FirstBatch(Affine):
    """Never looks at a second x."""

    def forward(self, x):
        self.first = getattr(self, "first", x)
        return super().forward(self.first)


class Copies(Affine):
    """Keeps copies of its parameters."""

    def __init__(self, W, b):
        super().__init__(W.copy(), b.copy())


def test_a_right_layer_shows_no_difference():
    given = find("affine.forward").given(SEED, 0)
    found = rows("forward")
    assert list(found) == ["out", OUT_STAYS, NEXT_BATCH, UPDATED]
    np.testing.assert_allclose(found["out"], given["x"] @ given["W"] + given["b"])
    assert [float(found[name]) for name in (OUT_STAYS, NEXT_BATCH, UPDATED)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("Layer", "seen"), [(OneArray, {OUT_STAYS}), (FirstBatch, {NEXT_BATCH}), (Copies, {UPDATED})], ids=lambda v: str(v)
)
def test_each_habit_of_a_layer_shows_in_its_own_row(Layer, seen):
    found = rows("forward", Layer)
    assert {name for name in (OUT_STAYS, NEXT_BATCH, UPDATED) if found[name] > 1e-6} == seen
    np.testing.assert_allclose(found["out"], rows("forward")["out"])


def test_a_layer_without_parameters_is_not_asked_about_an_update():
    class Double:
        def forward(self, x):
            return 2 * x

    probe = forward_of(lambda Layer: Layer())
    found = dict(probe(Double, np.ones((2, 3)), np.ones((3, 3))))
    assert list(found) == ["out", OUT_STAYS, NEXT_BATCH]
    assert (found[OUT_STAYS], found[NEXT_BATCH]) == (0, 0)


def test_a_layer_is_made_of_the_inputs_that_its_maker_names():
    assert made(lambda Layer, size, b: Layer([size, b]), list, {"b": 2, "size": 3, "unused": 4}) == [3, 2]


# -- backward ---------------------------------------------------------------------------------------------------------


class Adds(Affine):
    """dW grows from call to call."""

    def backward(self, dout):
        before = getattr(self, "dW", 0)
        dx = super().backward(dout)
        self.dW = self.dW + before
        return dx


class SharesX(Affine):
    """All layers keep their x in one place."""

    def forward(self, x):
        SharesX.shared = x
        return super().forward(x)

    def backward(self, dout):
        self.x = SharesX.shared
        return super().backward(dout)


def differing(Layer):
    right, found = rows("backward"), rows("backward", Layer)
    assert list(found) == list(right)
    return {name for name in right if not np.allclose(found[name], right[name])}


def test_backward_gives_all_gradients_the_first_again_and_all_of_the_next_batch_after_an_update():
    given = SimpleNamespace(**find("affine.backward").given(SEED, 0))
    found = rows("backward")
    assert list(found) == [*GRADIENTS, f"dW{AGAIN}", *(f"{name}{LATER}" for name in GRADIENTS)]
    np.testing.assert_allclose(found["dx"], given.dout @ given.W.T)
    np.testing.assert_allclose(found["dW"], given.x.T @ given.dout)
    np.testing.assert_allclose(found[f"dW{AGAIN}"], found["dW"])
    np.testing.assert_allclose(found[f"dx{LATER}"], given.next_dout @ (given.W - given.W_step).T)
    np.testing.assert_allclose(found[f"dW{LATER}"], given.next_x.T @ given.next_dout)
    np.testing.assert_allclose(found[f"db{LATER}"], given.next_dout.sum(axis=0))


@pytest.mark.parametrize(
    ("Layer", "rows"), [(Adds, {f"dW{AGAIN}", f"dW{LATER}"}), (SharesX, {"dW", f"dW{AGAIN}"}), (Copies, {f"dx{LATER}"})]
)
def test_what_a_layer_keeps_too_long_shows_where_it_matters(Layer, rows):
    assert differing(Layer) == rows


def test_a_gradient_that_is_not_kept_costs_its_own_rows_only():
    class Forgets(Affine):
        def backward(self, dout):
            dx = super().backward(dout)
            del self.db
            return dx

    found = rows("backward", Forgets)
    assert {name for name, value in found.items() if getattr(value, "type", "") == "Missing"} == {"db", f"db{LATER}"}


def test_another_first_parameter_is_the_one_that_is_asked_again():
    given = find("affine.backward").given(SEED, 0)
    probe = backward_of(lambda Affine, W, b: Affine(W, b), "b", "W")
    assert list(dict(probe(Affine, **given)))[:4] == ["dx", "db", "dW", f"db{AGAIN}"]


# -- what the judge knows of it ---------------------------------------------------------------------------------------


def test_the_next_batch_is_seen_in_the_place_of_the_first():
    exercise = find("affine.backward")
    truth = run(exercise, Affine, SEED).trials[0]
    given, right = fresh_namespace(exercise, SEED, 0), right_namespace(truth)
    later, later_right = next_batch("W", "b")(given, right)
    assert [vars(later)[size] for size in "NDM"] == [len(given.next_x), given.D, given.M]
    np.testing.assert_array_equal(later.x, given.next_x)
    np.testing.assert_array_equal(later.dout, given.next_dout)
    np.testing.assert_array_equal(later.W, given.W - given.W_step)
    np.testing.assert_array_equal(later.b, given.b - given.b_step)
    assert set(vars(later_right)) == set(GRADIENTS)
    np.testing.assert_allclose(later_right.dx, later.dout @ later.W.T)
    np.testing.assert_array_equal(given.x, fresh_namespace(exercise, SEED, 0).x)


def test_refused_products_are_those_of_the_named_arrays_turned_where_a_t_stands():
    given = SimpleNamespace(W=np.ones((3, 5)), dout=np.ones((4, 5)))
    formulas = [named(formula) for formula in refused_products("dout W", "doutT WT")]
    for formula, product in zip(
        formulas,
        [
            lambda: given.dout @ given.W,
            lambda: np.dot(given.dout, given.W),
            lambda: given.dout.T @ given.W.T,
            lambda: np.dot(given.dout.T, given.W.T),
        ],
        strict=True,
    ):
        with pytest.raises(ValueError) as expected:  # noqa: PT011
            product()
        with pytest.raises(ValueError) as got:  # noqa: PT011
            formula(given, SimpleNamespace())
        assert str(got.value) == str(expected.value)
