"""The images of handwritten digits that networks are trained on.

Both sets come through scikit-learn, which is loaded when a set is asked for and not before.
"""

from __future__ import annotations

import warnings
from http.client import HTTPException
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Split = tuple[Array, Array, Array, Array]
"""x_train (N, D), t_train (N,), x_test, t_test: pixels from 0 to 1 as floats, labels as whole numbers."""

HELD_OUT = 360
"""Images of the small set that no training sees: a fifth of all 1797."""
MNIST_TRAINING = 60_000


def load_digits_split(seed: int = 0) -> Split:
    """Scikit-learn's 1797 digits of 8 by 8 pixels, shuffled: 1437 to train on, 360 held out. Needs no network.

    The same seed gives the same split.
    """
    from sklearn.datasets import load_digits

    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    x, t = digits.data[order] / digits.data.max(), digits.target[order]
    return x[:-HELD_OUT], t[:-HELD_OUT], x[-HELD_OUT:], t[-HELD_OUT:]


def load_mnist() -> Split:
    """MNIST: 70000 digits of 28 by 28 pixels, 60000 to train on and 10000 held out, as its makers divided them.

    The first call fetches about 15 MB from openml.org; scikit-learn keeps the file for later calls.
    Raises ConnectionError when the set is not there and no network is at hand.
    """
    from sklearn.datasets import fetch_openml, get_data_home

    print(f"Loading MNIST through scikit-learn: from {get_data_home()}, or else from openml.org (about 15 MB).")
    print("Reading the 70000 images takes a minute or so.", flush=True)
    try:
        with warnings.catch_warnings(action="ignore"):  # of a second try, which the sentence below makes superfluous
            mnist = fetch_openml("mnist_784", version=1, as_frame=False, parser="liac-arff", n_retries=1)
    except (OSError, HTTPException) as error:
        raise ConnectionError(
            f"MNIST could not be fetched: {error}. Is there a network? Nothing else in this course needs it."
        ) from error
    x, t = mnist.data / 255, mnist.target.astype(int)
    return x[:MNIST_TRAINING], t[:MNIST_TRAINING], x[MNIST_TRAINING:], t[MNIST_TRAINING:]
