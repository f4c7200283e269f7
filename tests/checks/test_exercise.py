import numpy as np
import pytest

from checks import exercise as module
from checks.declaring.probes import Room
from checks.exercise import all_exercises, find
from tests.checks.strategies import EXERCISE, batch


@pytest.fixture
def registry(monkeypatch):
    """The declared exercises, as a copy."""
    all_exercises()
    copy = dict(module._declared)
    monkeypatch.setattr(module, "_declared", copy)
    return copy


def declare(id="a.new-one", **more):
    room = Room("checks.levels.product.probes")
    return room.exercise(id, inputs=batch, trials=(dict(N=2, D=3, M=4),), rows={"out": ""}, **more)


def test_a_seed_always_gives_the_same_numbers():
    first, second = EXERCISE.given(7, 0), EXERCISE.given(7, 0)
    np.testing.assert_equal(first, second)
    assert first["x"] is not second["x"]


def test_the_numbers_are_the_same_in_every_process_and_on_every_machine():
    # Other numbers here would make every stored answer wrong.
    pinned = [-1.3543307605035457, 0.28056157253845637, -1.6554735452873164]
    assert EXERCISE.given(7, 0)["x"][0].tolist() == pytest.approx(pinned, rel=1e-15)


def test_another_seed_trial_or_exercise_gives_other_numbers(registry):
    probe = declare()
    again = declare("a.newer-one")
    numbers = [
        each["x"][0, 0]
        for each in [
            EXERCISE.given(7, 0),
            EXERCISE.given(8, 0),
            EXERCISE.given(7, 1),
            probe(iter).given(7, 0),
            again(iter).given(7, 0),
        ]
    ]
    assert len(set(numbers)) == len(numbers)


def test_a_trial_has_the_sizes_that_it_says():
    assert [value.shape for value in EXERCISE.given(7, 1).values()] == [(3, 6), (6, 2), (3, 2)]
    assert EXERCISE.label(1) == "N=3, D=6, M=2"


def test_a_declared_exercise_is_found(registry):
    declared = declare()(iter)
    assert find("a.new-one") is declared
    assert (declared.level, declared.expects, declared.atol, declared.rtol) == ("product", "class", 1e-5, 1e-5)
    assert (declared.probe, declared.behaviour) == (iter, ())


def test_what_is_declared_beside_the_usual_is_kept(registry):
    declared = declare(expects="function", behaviour=("out again",), atol=1e-3, rtol=0)(iter)
    assert (declared.expects, declared.atol, declared.rtol) == ("function", 1e-3, 0)
    assert declared.declared == ["out", "out again"]


def test_no_exercise_is_declared_twice(registry):
    first = declare()(iter)
    with pytest.raises(ValueError, match=r"'a\.new-one' is declared twice"):
        declare()(iter)
    assert find("a.new-one") is first


def test_an_unknown_exercise_is_named_beside_those_that_exist():
    with pytest.raises(KeyError, match=r"there is no exercise 'affine\.bakward'; there are: .*affine\.backward"):
        find("affine.bakward")


def test_the_registry_can_not_be_changed_from_outside():
    all_exercises().clear()
    assert "affine.backward" in all_exercises()
