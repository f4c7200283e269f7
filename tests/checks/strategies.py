"""What the tests of the core are made of: a small exercise, right answers, and Hypothesis strategies."""

from __future__ import annotations

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from checks.evidence import Evidence, Other, Raised, Trial, encode
from checks.exercise import Exercise
from checks.judging.rubric import Mistake, Rubric
from checks.probing import read, run

settings.register_profile("patient", deadline=None)  # a busy machine is no failure
settings.load_profile("patient")

SEED = 7

# -- an exercise ------------------------------------------------------------------------------------------------------


def batch(rng, N, D, M):
    shapes = {"x": (N, D), "W": (D, M), "dout": (N, M)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def probe(Product, x, W, dout):
    """The gradients of x @ W, then dW again."""
    product = Product(W)
    product.forward(x)
    yield "dx", product.backward(dout)
    yield "dW", read(product, "dW")
    product.backward(dout)
    yield "dW again", read(product, "dW")


EXERCISE = Exercise(
    id="product.backward",
    level="product",
    expects="class",
    probe=probe,
    inputs=batch,
    trials=(dict(N=4, D=3, M=5), dict(N=3, D=6, M=2)),
    rows={"dx": "the shape of x", "dW": "the shape of W"},
    behaviour=("dW again",),
)
RUBRIC = Rubric(
    mistakes=(
        Mistake("unturned", "dx", lambda given, right: given.dout @ given.W, "Which way round must W stand?"),
        Mistake("mean", "dW", lambda given, right: right.dW / given.N / 2, "The mean was taken already."),
    ),
    behaviour={"dW again": "Each call starts anew."},
)


class Product:
    """The right answer."""

    def __init__(self, W):
        self.W = W

    def forward(self, x):
        self.x = x
        return x @ self.W

    def backward(self, dout):
        self.dW = self.x.T @ dout
        return dout @ self.W.T


class Affine:
    """A right answer to affine.forward and affine.backward."""

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


def answer(exercise=EXERCISE, Answer=Product):
    """The evidence that an answer gives."""
    return run(exercise, Answer, SEED)


# -- values, evidence and junk ----------------------------------------------------------------------------------------

SEEDS = st.integers(0, 2**32)
SHAPES = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
REAL_TYPES = st.one_of(
    npst.boolean_dtypes(),
    npst.integer_dtypes(endianness="?"),
    npst.unsigned_integer_dtypes(endianness="?"),
    npst.floating_dtypes(endianness="?", sizes=(16, 32, 64)),
)
LAYOUTS = st.sampled_from(
    [
        lambda array: array,
        lambda array: array.T,
        lambda array: array[..., ::-1] if array.ndim else array,
        lambda array: array[::2] if array.ndim else array,
        lambda array: np.asfortranarray(array) if array.ndim else array,
        lambda array: array.view(np.recarray),
        lambda array: np.ma.masked_array(array, mask=True),
        lambda array: np.broadcast_to(array, (2, *array.shape)),
    ]
)


@st.composite
def real_arrays(draw):
    """Arrays of numbers of every type and layout, nan and inf among them."""
    return draw(LAYOUTS)(draw(npst.arrays(draw(REAL_TYPES), SHAPES)))


def junk():
    """JSON data that has the words of evidence in it, but seldom its structure."""
    words = ["exercise", "trials", "rows", "arguments", "raised", "shape", "float64", "type", "text", "message"]
    texts = st.text(max_size=8) | st.sampled_from([*words, "\ud800", "AAAAAAAA8D8=", "x" * 500])
    numbers = st.integers() | st.floats() | st.sampled_from([-1, 2**63, 10**12, 200_000])
    scalars = st.none() | st.booleans() | numbers | texts
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=20
    )


VALUES = npst.arrays(np.float64, SHAPES) | st.builds(Other, st.text(max_size=9), st.text(max_size=9))
ERRORS = st.builds(Raised, *[st.text(max_size=9)] * 4)
ROWS = st.dictionaries(st.text(max_size=9), VALUES, max_size=3)
EVIDENCE = st.builds(
    Evidence, st.just(EXERCISE.id), st.lists(st.builds(Trial, ROWS, ROWS, st.none() | ERRORS), max_size=3).map(tuple)
)


@st.composite
def damaged(draw):
    """Evidence as JSON, with junk in one place of it."""
    data = encode(draw(EVIDENCE))
    container, key = draw(st.sampled_from(list(_places(data))))
    container[key] = draw(junk())
    return data


def _places(data):
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield data, key
        if isinstance(value, dict | list):
            yield from _places(value)
