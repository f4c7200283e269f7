import base64
import contextlib
import json
import math
import os
import pickle
import tracemalloc
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checks.evidence import (
    MAX_NDIM,
    MAX_NUMBERS,
    MAX_ROWS,
    MAX_TEXT,
    MAX_TRIALS,
    BadEvidence,
    Evidence,
    Other,
    Raised,
    Trial,
    decode,
    encode,
    short,
    snapshot,
)
from tests.checks.strategies import EVIDENCE, damaged, junk, real_arrays


def there_and_back(value):
    """A value as the grader reads it."""
    written = encode(Evidence("an.exercise", (Trial({"row": snapshot(value)}),)))
    return decode(json.loads(json.dumps(written))).trials[0].rows["row"]


def forged(value):
    return {"exercise": "an.exercise", "trials": [{"rows": {"row": value}, "arguments": {}}]}


# -- writing and reading back -----------------------------------------------------------------------------------------


@given(real_arrays())
def test_an_array_of_numbers_comes_back_as_float64(array):
    got = there_and_back(array)
    assert type(got) is np.ndarray
    assert got.dtype == np.float64
    np.testing.assert_array_equal(got, np.ma.getdata(array).astype(np.float64), strict=True)


@pytest.mark.parametrize("number", [3, -2.5, True, np.float32(0.5), np.int8(-1), np.bool_(True), math.inf, np.nan])
def test_a_number_comes_back_as_an_array_without_axes(number):
    got = there_and_back(number)
    assert got.shape == ()
    np.testing.assert_equal(float(got), float(number))


def test_a_number_beyond_float64_is_infinite_and_no_warning():
    assert there_and_back(np.longdouble("1e4000")) in (math.inf, 1e4000)


class Silent:
    def __repr__(self):
        raise ValueError("no")


@pytest.mark.parametrize(
    ("value", "type", "text"),
    [
        (None, "None", "None"),
        ("0.5", "str", "'0.5'"),
        ([1, 2], "list", "[1, 2]"),
        ((1, 2), "tuple", "(1, 2)"),
        (..., "ellipsis", "Ellipsis"),
        (1j, "complex", "1j"),
        (10**30, "int", str(10**30)),
        (np.array([1j]), "array of complex128", "array([0.+1.j])"),
        (np.array([None]), "array of object", "array([None], dtype=object)"),
        (np.array(["a"]), "array of <U1", "array(['a'], dtype='<U1')"),
        (np.datetime64("2020-01-01"), "datetime64", "np.datetime64('2020-01-01')"),
        (Silent(), "Silent", "(its repr raised ValueError)"),
    ],
)
def test_anything_else_comes_back_as_a_description(value, type, text):
    assert there_and_back(value) == Other(type, text)


def test_a_long_or_odd_description_can_be_read_back():
    Long = type("L" * 1000, (), {"__repr__": lambda self: "\ud800" * 1000})
    got = there_and_back(Long())
    assert got.type.startswith("LLL")
    assert got.text.startswith("???")
    assert there_and_back(10**5000) == Other("int", "(its repr raised ValueError)")
    many_fields = np.zeros(2, dtype=[(f"field{n}", "f8") for n in range(100)])
    assert there_and_back(many_fields).type.startswith("array of [('field0'")


def test_the_largest_array_comes_back_and_a_larger_one_is_described():
    assert there_and_back(np.ones(MAX_NUMBERS)).sum() == MAX_NUMBERS
    assert there_and_back(np.ones(MAX_NUMBERS + 1)).type == "array of float64 of 200,001 numbers"
    assert there_and_back(np.ones((1,) * MAX_NDIM)).shape == (1,) * MAX_NDIM
    assert isinstance(there_and_back(np.ones((1,) * (MAX_NDIM + 1))), Other)
    assert isinstance(there_and_back(np.ones((0, 10**6))), Other)


def test_an_array_that_promises_terabytes_is_not_copied():
    assert there_and_back(np.broadcast_to(0.0, 10**12)).type == "array of float64 of 1,000,000,000,000 numbers"


def test_a_snapshot_is_a_copy():
    array = np.zeros(3)
    taken = [snapshot(array), snapshot(array[1:]), snapshot(array.view(np.recarray))]
    array += 1
    assert [each.tolist() for each in taken] == [[0, 0, 0], [0, 0], [0, 0, 0]]


@given(EVIDENCE)
def test_evidence_comes_back_whole(evidence):
    got = decode(json.loads(json.dumps(encode(evidence))))
    np.testing.assert_equal(astuple(got), astuple(evidence))


@example("\ud800")
@given(st.text(st.characters(exclude_categories=())))
def test_short_text_fits_on_a_line_and_into_utf8(text):
    line = short(text * 50)
    assert len(line) <= MAX_TEXT
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")


# -- what strangers write ---------------------------------------------------------------------------------------------


@given(junk() | damaged())
def test_reading_raises_nothing_but_bad_evidence(data):
    with contextlib.suppress(BadEvidence):
        assert isinstance(decode(data), Evidence)


DEEP = []
for _ in range(100_000):
    DEEP = [DEEP]

ONE = base64.b64encode(np.float64(1).tobytes()).decode()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"shape": [10**12], "float64": ONE}, id="terabytes"),
        pytest.param({"shape": [MAX_NUMBERS, MAX_NUMBERS], "float64": ONE}, id="terabytes as a product"),
        pytest.param({"shape": [0] + [MAX_NUMBERS] * 7, "float64": ""}, id="nothing, but in terabytes"),
        pytest.param({"shape": [1] * (MAX_NDIM + 1), "float64": ONE}, id="too many axes"),
        pytest.param({"shape": [-1, -1], "float64": ONE}, id="negative sizes"),
        pytest.param({"shape": [True], "float64": ONE}, id="a bool as a size"),
        pytest.param({"shape": [1.0], "float64": ONE}, id="a float as a size"),
        pytest.param({"shape": "1", "float64": ONE}, id="a text as a shape"),
        pytest.param({"shape": DEEP, "float64": ONE}, id="a deep shape"),
        pytest.param({"float64": ONE}, id="no shape"),
        pytest.param({"shape": [2], "float64": ONE}, id="too few numbers"),
        pytest.param({"shape": [], "float64": ONE + ONE}, id="text after the end"),
        pytest.param({"shape": [1], "float64": "!" + ONE}, id="not base64"),
        pytest.param({"shape": [1], "float64": ONE[:-1]}, id="base64 cut short"),
        pytest.param({"shape": [1], "float64": "é\ud800"}, id="not ASCII"),
        pytest.param({"shape": [1], "float64": "A" * 10**7}, id="a very long text"),
        pytest.param({"shape": [1], "float64": [1.0]}, id="numbers in a list"),
        pytest.param({"shape": [1], "float64": DEEP}, id="deep numbers"),
        pytest.param({"type": "str"}, id="no text"),
        pytest.param({"type": "str", "text": "x" * (MAX_TEXT + 1)}, id="a long description"),
        pytest.param({"type": 3, "text": ""}, id="a number as a type"),
        pytest.param(1.0, id="a bare number"),
        pytest.param(DEEP, id="a deep value"),
    ],
)
def test_a_forged_value_is_refused_without_taking_memory(value):
    data = forged(value)
    tracemalloc.start()
    try:
        with pytest.raises(BadEvidence):
            decode(data)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


TRIAL = {"rows": {}, "arguments": {}}
MANY_ROWS = {str(n): {"type": "str", "text": "''"} for n in range(MAX_ROWS + 1)}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        DEEP,
        {},
        {"exercise": "e"},
        {"trials": []},
        {"exercise": "e", "trials": {}},
        {"exercise": "e", "trials": [None]},
        {"exercise": "e", "trials": [TRIAL] * (MAX_TRIALS + 1)},
        {"exercise": "e", "trials": [{"rows": {}}]},
        {"exercise": "e", "trials": [TRIAL | {"rows": MANY_ROWS}]},
        {"exercise": "e", "trials": [TRIAL | {"raised": "ValueError"}]},
        {"exercise": "e", "trials": [TRIAL | {"raised": {"type": 3}}]},
        {"exercise": "e", "trials": [TRIAL | {"raised": {"type": "ValueError", "verdict": "right"}}]},
    ],
    ids=lambda data: str(data)[:60] if data is not DEEP else "deep",
)
def test_evidence_of_another_structure_is_refused(data):
    with pytest.raises(BadEvidence):
        decode(data)


def test_a_lone_surrogate_becomes_a_question_mark():
    data = {"exercise": "e", "trials": [TRIAL | {"raised": {"type": "E\ud800"}}]}
    assert decode(data).trials[0].raised == Raised("E?", "")


class Bomb:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_a_pickle_is_only_bytes(tmp_path):
    raw = pickle.dumps(Bomb(tmp_path / "exploded"))
    raw += b" " * (-len(raw) % 8)
    value = {"shape": [len(raw) // 8], "float64": base64.b64encode(raw).decode()}
    assert decode(forged(value)).trials[0].rows["row"].tobytes() == raw
    assert not (tmp_path / "exploded").exists()
