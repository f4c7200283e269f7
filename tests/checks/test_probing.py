import importlib
import json
import linecache
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from checks.evidence import MAX_TEXT, Other, Raised, decode, encode
from checks.probing import Misuse, gap, quietly, read, run, unpack
from tests.checks.strategies import EXERCISE, SEED, Product, answer

ROOT = Path(__file__).parents[2]

CELL = """\
import numpy as np

class Product:
    def __init__(self, W):
        self.W = W

    def forward(self, x):
        self.x = x

    def backward(self, dout):
        self.dW = self.x.T @ dout
        return np.dot(
            dout, self.W)
"""


def cell(source, filename="<ipython-input-3-0123456789ab>"):
    """The names that a cell defines; its lines are kept where IPython keeps them."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    space = {"__name__": "__main__"}
    exec(compile(source, filename, "exec"), space)
    return space


def raised(Answer, exercise=EXERCISE):
    return answer(exercise, Answer).trials[0].raised


# -- running ----------------------------------------------------------------------------------------------------------


def test_every_trial_gives_its_rows_and_the_arguments_after_it():
    evidence = answer()
    assert evidence.exercise == "product.backward"
    assert [list(trial.rows) for trial in evidence.trials] == [["dx", "dW", "dW again"]] * 2
    assert [trial.raised for trial in evidence.trials] == [None, None]
    np.testing.assert_equal(dict(evidence.trials[1].arguments), EXERCISE.given(SEED, 1))


def test_rows_before_an_error_count():
    class Stops(Product):
        calls = 0

        def backward(self, dout):
            self.calls += 1
            if self.calls == 2:
                raise ValueError("enough")
            return super().backward(dout)

    for trial in answer(Answer=Stops).trials:
        assert list(trial.rows) == ["dx", "dW"]
        assert (trial.raised.type, trial.raised.message) == ("ValueError", "enough")


def test_a_row_is_what_it_was_when_it_was_yielded():
    class Adds(Product):
        def backward(self, dout):
            dx = super().backward(dout)
            dx += 1
            self.kept = getattr(self, "kept", dx)
            self.kept[:] = dx
            return self.kept

    rows = answer(Answer=Adds).trials[0].rows
    np.testing.assert_allclose(rows["dx"], answer().trials[0].rows["dx"] + 1)


def test_the_arguments_are_seen_as_the_answer_left_them():
    class Overwrites(Product):
        def backward(self, dout):
            dout[:] = 0
            return super().backward(dout)

    arguments = answer(Answer=Overwrites).trials[0].arguments
    assert not arguments["dout"].any()
    assert arguments["x"].any()


def test_a_warning_is_no_failure():
    class Warns(Product):
        def backward(self, dout):
            np.log(np.zeros(1))
            warnings.warn("mind the step", stacklevel=1)
            return super().backward(dout)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        evidence = answer(Answer=Warns)
    assert len(caught) == 8
    np.testing.assert_equal(evidence.trials[0].rows["dx"], answer().trials[0].rows["dx"])


# -- the student's own line -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("filename", ["<ipython-input-3-0123456789ab>", "/tmp/ipykernel_4711/3735928559.py"])
def test_the_line_of_the_cell_is_named_and_none_of_ours(filename):
    got = raised(cell(CELL, filename)["Product"])
    assert (got.type, got.where, got.line) == ("ValueError", "backward, line 12", "return np.dot(")
    assert "not aligned" in got.message


def product_calling(fail):
    """The cell's class, with another function in the place of np.dot."""
    space = cell(CELL.replace("np.dot", "fail"))
    space["fail"] = fail
    return space["Product"]


def test_the_innermost_line_of_all_cells_is_named():
    helper = cell("def turn(a, b):\n    return a.no_such_thing\n", "<ipython-input-1-a>")["turn"]
    got = raised(product_calling(helper))
    assert (got.where, got.line) == ("turn, line 2", "return a.no_such_thing")


def test_an_error_in_a_file_is_named_by_the_line_that_led_there(tmp_path):
    file = tmp_path / "layers.py"
    file.write_text("def fail(a, b):\n    raise ValueError('from a file')\n")
    space = {}
    exec(compile(file.read_text(), str(file), "exec"), space)
    assert raised(product_calling(space["fail"])).line == "return fail("


def test_an_error_in_python_itself_is_named_by_the_line_that_led_there():
    got = raised(product_calling(lambda a, b: importlib.import_module("no_such_module")))
    assert (got.type, got.line) == ("ModuleNotFoundError", "return fail(")


def test_an_error_outside_of_every_cell_has_no_line():
    class Closed(Product):
        def backward(self):
            return None

    got = raised(Closed)
    assert got.type == "TypeError"
    assert (got.where, got.line) == ("", "")


def test_an_error_that_can_not_be_printed_is_still_described():
    class Mute(Exception):
        def __str__(self):
            raise ValueError("no")

    class Fails(Product):
        def backward(self, dout):
            raise Mute

    assert raised(Fails) == Raised("Mute", "")


def test_an_error_of_any_length_can_be_read_back():
    Long = type("L" * 1000, (Exception,), {})

    class Fails(Product):
        def backward(self, dout):
            raise Long("m" * 1000)

    got = decode(encode(answer(Answer=Fails))).trials[0].raised
    assert (len(got.type), len(got.message)) == (MAX_TEXT, MAX_TEXT)


IN_IPYTHON = """
import json
from IPython.core.interactiveshell import InteractiveShell
from tests.checks.strategies import answer

shell = InteractiveShell.instance()
shell.run_cell("1 + 1", store_history=True)
shell.run_cell({cell!r}, store_history=True)
print(json.dumps(vars(answer(Answer=shell.user_ns["Product"]).trials[0].raised)))
"""


def test_the_line_is_named_in_ipythons_own_shell():
    script = IN_IPYTHON.format(cell=CELL)
    output = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    got = json.loads(output.stdout.splitlines()[-1])
    assert (got["where"], got["line"]) == ("backward, line 12", "return np.dot(")


# -- sentences for misuse ---------------------------------------------------------------------------------------------


def misuse(answer, expects):
    return next(iter(run(replace(EXERCISE, expects=expects), answer, SEED).trials)).raised


AGAIN = "Choose another name there, and run the cell of the {} again."
LATER = "Was its name given to something else in a later cell"


def test_an_object_in_place_of_its_class_is_shown_how_that_comes():
    Product = cell(CELL)["Product"]
    assert misuse(Product(np.eye(2)), "class") == Raised(
        "Misuse",
        f"Expected a class, got a Product object. {LATER}, as `Product = Product(...)` does? {AGAIN.format('class')}",
    )


def test_a_class_in_place_of_a_function():
    assert misuse(Product, "function").message == (
        f"Expected a function, got the class Product. {LATER}? {AGAIN.format('function')}"
    )


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "None"),
        (np.ones(2), "an array"),
        (3, "an int object"),
        (misuse, "the function misuse"),
        (len, "the function len"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_anything_else_in_place_of_a_class(answer, words):
    assert misuse(answer, "class").message.startswith(f"Expected a class, got {words}. {LATER}? Choose")


def test_whatever_can_be_called_is_a_function_and_everything_is_a_value():
    assert raised_type(len, "function") != "Misuse"
    assert raised_type(np.vectorize(abs), "function") != "Misuse"
    assert raised_type(None, "value") != "Misuse"


def raised_type(answer, expects):
    return misuse(answer, expects).type


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (None, "backward(dout) returned None (is a return missing?); expected 2 values: dx, dy."),
        (np.ones((2, 3)), "backward(dout) returned one array of shape (2, 3); expected 2 values: dx, dy."),
        (3.0, "backward(dout) returned one float; expected 2 values: dx, dy."),
        ((1,), "backward(dout) returned 1 value; expected 2: dx, dy."),
        ((), "backward(dout) returned 0 values; expected 2: dx, dy."),
        ([1, 2, 3], "backward(dout) returned 3 values; expected 2: dx, dy."),
    ],
)
def test_another_number_of_values_than_expected(value, sentence):
    with pytest.raises(Misuse) as caught:
        unpack(value, "dx dy", "backward(dout)")
    assert str(caught.value) == sentence


def test_the_expected_number_of_values():
    assert unpack((1, 2), "dx dy", "backward(dout)") == (1, 2)
    assert unpack([1, 2], "dx dy", "backward(dout)") == (1, 2)


def test_a_missing_attribute_costs_its_own_row_only():
    class Forgets(Product):
        def backward(self, dout):
            return dout @ self.W.T

    trial = answer(Answer=Forgets).trials[0]
    assert trial.raised is None
    assert trial.rows["dW"] == Other("Missing", "Forgets has no attribute dW")
    assert trial.rows["dx"].shape == (4, 3)
    assert read(Product(5), "W") == 5


# -- results of one answer beside each other --------------------------------------------------------------------------


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
