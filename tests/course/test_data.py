import subprocess
import sys
from types import SimpleNamespace
from urllib.error import URLError

import numpy as np
import pytest
import sklearn.datasets

from course.data import load_digits_split, load_mnist
from tests.answers import namespace


def test_digits_are_split_scaled_and_shuffled():
    x, t, x_test, t_test = load_digits_split(seed=0)
    assert (x.shape, t.shape, x_test.shape, t_test.shape) == ((1437, 64), (1437,), (360, 64), (360,))
    assert (x.min(), x.max()) == (0, 1)
    assert set(t) == set(t_test) == set(range(10))
    assert np.abs(np.bincount(t_test) - 36).max() < 20  # not sorted by class


def test_no_image_is_lost_or_in_both_parts():
    x, t, x_test, t_test = load_digits_split(seed=3)
    whole = sklearn.datasets.load_digits()
    rows = np.column_stack([np.concatenate([x, x_test]) * 16, np.concatenate([t, t_test])])
    right = np.column_stack([whole.data, whole.target])
    np.testing.assert_array_equal(rows[np.lexsort(rows.T)], right[np.lexsort(right.T)])


def test_the_seed_decides_on_the_split():
    assert np.array_equal(load_digits_split(1)[1], load_digits_split(1)[1])
    assert not np.array_equal(load_digits_split(1)[1], load_digits_split(2)[1])


def test_the_solved_net_reads_held_out_digits():
    level = namespace("08-two-layer-net")
    x, t, x_test, t_test = load_digits_split(seed=0)
    net, rng = level["TwoLayerNet"](64, 50, 10), np.random.default_rng(0)
    for _ in range(30):
        level["train_epoch"](net, x, t, 20, 0.5, rng.permutation(len(x)))
    assert net.accuracy(x_test, t_test) >= 0.95


def test_mnist_is_scaled_and_split_as_its_makers_did(monkeypatch):
    data = np.full((70_000, 4), 255.0)
    target = np.array(["7"] * 60_000 + ["3"] * 10_000, dtype=object)
    monkeypatch.setattr(sklearn.datasets, "fetch_openml", lambda *_, **__: SimpleNamespace(data=data, target=target))
    x, t, x_test, t_test = load_mnist()
    assert (x.shape, x_test.shape) == ((60_000, 4), (10_000, 4))
    assert (x.max(), set(t), set(t_test)) == (1, {7}, {3})


def test_without_a_network_mnist_says_so_in_a_sentence(monkeypatch, capsys):
    def offline(*_, **__):
        raise URLError("Name or service not known")

    monkeypatch.setattr(sklearn.datasets, "fetch_openml", offline)
    with pytest.raises(ConnectionError, match="Nothing else in this course needs it"):
        load_mnist()
    assert "openml.org (about 15 MB)" in capsys.readouterr().out


def test_scikit_learn_is_loaded_only_when_asked_for():
    code = "import sys, course.data; print('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
