import ast
import json
import re
import subprocess
import sys
import time
import timeit
from functools import cache
from pathlib import Path

import pytest

import checks
from checks import api
from checks.api import COLLECT_VARIABLE, SEED_VARIABLE, CheckFailed, NotGraded
from checks.evidence import MIME, decode, encode
from checks.exercise import find
from checks.judging.judge import judge
from checks.probing import run
from tests.answers import namespace, object_of
from tests.checks.strategies import Affine

ROOT = Path(__file__).parents[2]
STORED = {
    id: file.parent.name
    for file in (ROOT / "checks" / "levels").glob("*/answers.json")
    for id in json.loads(file.read_text())
}


class Forgetful(Affine):
    def backward(self, dout):
        super().backward(dout)


def python(script, *arguments):
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


# -- check ------------------------------------------------------------------------------------------------------------


def test_a_right_answer_is_told_so(capsys):
    checks.check("affine.backward", Affine)
    assert re.match(r"affine\.backward: all \d+ checks are right\.\n  ✓ dx +right\n", capsys.readouterr().out)


def test_a_wrong_answer_fails_with_the_report_in_the_place_of_a_traceback(capsys):
    with pytest.raises(CheckFailed) as failed:
        checks.check("affine.backward", Forgetful)
    report = failed.value.report
    assert report.first_message.startswith("dx is None")
    assert str(failed.value) == report.text()
    assert failed.value._render_traceback_() == [report.text()]
    assert capsys.readouterr().out == ""


def test_report_on_is_the_same_report_as_an_object():
    assert checks.report_on("affine.backward", Affine).passed
    assert not checks.report_on("affine.backward", Forgetful).passed


def test_check_is_silent_while_a_submission_is_graded(monkeypatch, capsys):
    monkeypatch.setenv(SEED_VARIABLE, "7")
    checks.check("affine.backward", Forgetful)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("call", [checks.check, checks.report_on])
def test_an_unknown_exercise_is_a_clear_key_error(call):
    with pytest.raises(KeyError, match=r"there is no exercise 'affine\.bakward'; there are: .*affine\.backward"):
        call("affine.bakward", Affine)


def test_answers_that_were_not_built_are_asked_for(monkeypatch):
    monkeypatch.setattr(api, "_stored", lambda level: {})
    with pytest.raises(LookupError, match=r"no answers are stored for affine\.backward: run `course build affine`"):
        checks.check("affine.backward", Affine)
    monkeypatch.undo()
    with pytest.raises(LookupError, match="for the level none: run `course build none`"):
        api._stored("none")


IN_A_NOTEBOOK = """
import sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

shell = InteractiveShell.instance(colors="nocolor")
shell.run_cell("import checks; from tests.checks.strategies import Affine")
with capture_output() as captured:
    result = shell.run_cell("\\n".join(sys.argv[1:]))
print(repr((type(result.error_in_exec).__name__, captured.stdout, [output.data for output in captured.outputs])))
"""


def in_a_notebook(*lines):
    """The error that a cell ends with, what it prints and what it displays."""
    return ast.literal_eval(python(IN_A_NOTEBOOK, *lines))


def test_a_notebook_shows_a_table_and_a_short_error():
    error, printed, shown = in_a_notebook(
        "Affine.backward = lambda self, dout: None", 'checks.check("affine.backward", Affine)'
    )
    assert error == "CheckFailed"
    assert re.match(r"affine\.backward: 0 of \d+ checks are right\. Start here:\n  dx is None", printed)
    assert max(map(len, printed.splitlines())) <= 100
    assert "Traceback" not in printed
    assert ".py" not in printed
    (bundle,) = shown
    assert re.match(r"  ✗ dx +wrong$", bundle["text/plain"].splitlines()[1])
    assert "<table" in bundle["text/html"]


def test_a_notebook_shows_a_table_of_what_is_right():
    error, printed, shown = in_a_notebook('checks.check("affine.backward", Affine)')
    assert (error, printed) == ("NoneType", "")
    assert ["checks are right" in bundle["text/html"] for bundle in shown] == [True]


# -- score ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def published(monkeypatch):
    bundles = []
    monkeypatch.setattr("IPython.display.publish_display_data", bundles.append)
    return bundles


@pytest.mark.parametrize("answer", [Affine, Forgetful, None])
def test_score_hands_over_evidence_once_and_says_nothing(answer, published, monkeypatch, capsys):
    monkeypatch.setenv(SEED_VARIABLE, "7")
    assert checks.score("affine.backward", answer) is None
    assert capsys.readouterr() == ("", "")
    (bundle,) = published
    assert list(bundle) == [MIME]
    evidence = decode(json.loads(json.dumps(bundle[MIME])))
    backward = find("affine.backward")
    assert judge(backward, 7, evidence, run(backward, Affine, 7)).passed == (answer is Affine)


def test_evidence_of_one_seed_is_wrong_for_another(published, monkeypatch):
    monkeypatch.setenv(SEED_VARIABLE, "7")
    checks.score("affine.backward", Affine)
    backward = find("affine.backward")
    assert judge(backward, 8, decode(published[0][MIME]), run(backward, Affine, 8)).right == 0


def test_score_never_returns_outside_of_the_grader(published, monkeypatch):
    monkeypatch.delenv(SEED_VARIABLE, raising=False)
    with pytest.raises(NotGraded) as refused:
        checks.score("affine.backward", Affine)
    assert published == []
    (sentence,) = refused.value._render_traceback_()
    assert sentence.startswith("NotGraded: this cell earns points only when the course's grader runs it.")
    assert "`nbgrader autograde`" in sentence
    assert "`course score`" in sentence


def test_a_seed_that_is_no_number_is_an_error(published, monkeypatch):
    monkeypatch.setenv(SEED_VARIABLE, "seven")
    with pytest.raises(ValueError, match="seven"):
        checks.score("affine.backward", Affine)
    assert published == []


def test_score_of_an_unknown_exercise_is_a_clear_key_error(published, monkeypatch):
    monkeypatch.setenv(SEED_VARIABLE, "7")
    with pytest.raises(KeyError, match=r"there is no exercise 'affine\.bakward'"):
        checks.score("affine.bakward", Affine)


def test_while_the_course_is_built_a_check_hands_out_evidence_for_each_seed(published, monkeypatch, capsys):
    monkeypatch.setenv(COLLECT_VARIABLE, "0 7 7")
    monkeypatch.setenv(SEED_VARIABLE, "0")
    checks.check("affine.backward", Forgetful)
    assert checks.score("affine.backward", Forgetful) is None
    assert capsys.readouterr() == ("", "")
    backward = find("affine.backward")
    wanted = [encode(run(backward, Forgetful, seed)) for seed in (0, 7, 7)]
    assert [bundle[MIME] for bundle in published] == wanted
    assert wanted[0] != wanted[1]


# -- what a notebook needs --------------------------------------------------------------------------------------------

LOADED = """
import sys
before = set(sys.modules)
import checks
print(*sorted(set(sys.modules) - before))
"""

PASSES_WITHOUT_MORE = """
import sys
import numpy as np
from checks import CheckFailed, check
try:
    check("affine.backward", None)
except CheckFailed as failed:
    assert "Expected a class, got None." in str(failed)
print(*sorted(sys.modules))
"""


def foreign(modules):
    top = {name.partition(".")[0] for name in modules}
    return {name for name in top - sys.stdlib_module_names - {"numpy", "checks"} if not name.startswith("_")}


def test_importing_checks_imports_nothing_but_numpy_and_the_standard_library():
    modules = python(LOADED).split()
    assert "checks.api" in modules
    assert foreign(modules) == set()
    assert [name for name in modules if name.startswith(("checks.grading", "checks.levels"))] == []


def test_so_does_a_check():
    modules = python(PASSES_WITHOUT_MORE).split()
    assert {"checks.levels.affine.probes", "checks.levels.affine.mistakes"} <= set(modules)
    assert {name.split(".")[2] for name in modules if name.startswith("checks.levels.")} == {"affine"}
    assert {"IPython", "course", "matplotlib", "nbformat", "sklearn"}.isdisjoint(modules)
    assert [name for name in modules if name.startswith("checks.grading")] == []


COST = """
from time import process_time
start = process_time()
import numpy
between = process_time()
import checks
print((process_time() - between) / (between - start))
"""


def test_importing_checks_costs_little_beside_numpy():
    assert min(float(python(COST)) for _ in range(5)) < 0.5


# -- the levels -------------------------------------------------------------------------------------------------------


def cost(work):
    """Seconds of this process alone, so that a busy machine does not count."""
    return min(timeit.repeat(work, number=1, repeat=3, timer=time.process_time))


@cache
def half_a_second():
    """That of the machine on which this was written."""
    return cost(lambda: sum(range(30_000_000)))


@pytest.mark.parametrize("id", sorted(STORED))
def test_every_check_of_a_solved_level_is_right_and_takes_well_under_a_second(id):
    answer = eval(object_of(find(id)), namespace(STORED[id]))
    assert checks.report_on(id, answer).passed
    assert cost(lambda: checks.report_on(id, answer)) < half_a_second()
