"""Cells run as in Jupyter, whatever they do they end, and nothing of them stays behind."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbformat import NotebookNode

from checks.grading.running.follow import execute
from checks.grading.running.job import Job, Result
from checks.grading.running.limits import Limits
from checks.grading.verdict import plain
from tests.classroom import TRUSTED

Run = Callable[..., tuple[list[Result], str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs cells; keywords are limits, and whether the cells are trusted."""

    def run(*cells: str, trusted: bool = TRUSTED, **limits: Any) -> tuple[list[Result], str]:
        files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        ran = execute(Job(cells, files, {"GIVEN": "given"}, Limits(**limits)), trusted=trusted)
        results, stopped = list(ran.results), ran.stopped
        assert len(results) == len(cells)
        for output in [output for result in results for output in result.outputs]:
            nbformat.validate(output, ref="output", version=4)
        return results, stopped

    return run


def outputs(run: Run, *cells: str, **limits: Any) -> list[list[NotebookNode]]:
    """The outputs of cells that all finish."""
    results, stopped = run(*cells, **limits)
    assert stopped == ""
    assert all(result.finished for result in results)
    return [result.outputs for result in results]


def shown(output: NotebookNode) -> tuple[str, str]:
    """An output as (what it is, what it says)."""
    if output.output_type == "stream":
        return output.name, output.text
    if output.output_type == "error":
        return output.ename, output.evalue
    return output.output_type, output.data["text/plain"]


def all_shown(run: Run, *cells: str) -> list[list[tuple[str, str]]]:
    return [[shown(output) for output in found] for found in outputs(run, *cells)]


# -- as in Jupyter ---------------------------------------------------------------------------------------------------


def test_prints_displays_and_results_keep_their_order(run: Run) -> None:
    cell = """
    import sys
    print("one"); print("two")
    print("careful", file=sys.stderr)
    display(3)
    print("four")
    5"""
    assert all_shown(run, cell, "6;", "_") == [
        [
            ("stdout", "one\ntwo\n"),
            ("stderr", "careful\n"),
            ("display_data", "3"),
            ("stdout", "four\n"),
            ("execute_result", "5"),
        ],
        [],
        [("execute_result", "5")],
    ]


def test_many_prints_are_one_output(run: Run) -> None:
    numbers = "".join(f"{n}\n" for n in range(5000))
    assert all_shown(run, "for n in range(5000): print(n)") == [[("stdout", numbers)]]


def test_a_result_counts_the_cells(run: Run) -> None:
    assert [found[0].execution_count for found in outputs(run, "1", "2", "3")] == [1, 2, 3]


def test_a_display_is_updated_where_it_stands(run: Run) -> None:
    cells = ("handle = display(1, display_id=True); print(2)", "handle.update(3)")
    assert all_shown(run, *cells) == [[("display_data", "3"), ("stdout", "2\n")], []]


def test_clear_output_clears_at_once_or_with_the_next(run: Run) -> None:
    start = "from IPython.display import clear_output\nprint(1)\n"
    cells = (f"{start}clear_output()", f"{start}clear_output(wait=True)", f"{start}clear_output(wait=True); print(2)")
    assert all_shown(run, *cells) == [[], [("stdout", "1\n")], [("stdout", "2\n")]]


def test_an_error_ends_its_cell_alone(run: Run) -> None:
    (first, second) = outputs(run, "x = 1\ny = 1 / 0\nx = 2", "x")
    assert [shown(output) for output in first] == [("ZeroDivisionError", "division by zero")]
    assert "1 / 0" in plain("".join(first[0].traceback))
    assert shown(second[0]) == ("execute_result", "1")


@pytest.mark.parametrize("source", ["def f(:", "x = '\x00'", "  x = 1\n y", "%no_such_magic", "%%no_such_magic\n1"])
def test_what_is_no_python_ends_its_cell_alone(run: Run, source: str) -> None:
    _, after = all_shown(run, source, "1")
    assert after == [("execute_result", "1")]


def test_magics_and_commands(run: Run) -> None:
    cells = ("%%capture said\nprint(1)", "said.stdout", "found = !echo hello\nfound", "!echo hello")
    captured, said, listed, printed = all_shown(run, *cells)
    assert captured == []
    assert said == [("execute_result", "'1\\n'")]
    assert listed == [("execute_result", "['hello']")]
    assert printed[0][1].split() == ["hello"]


def test_top_level_await(run: Run) -> None:
    assert all_shown(run, "import asyncio\nawait asyncio.sleep(0, 'awake')") == [[("execute_result", "'awake'")]]


def test_figures_are_pictures_without_and_with_the_magic(run: Run) -> None:
    draw = "plt.plot([1, 2]);"
    cells = ("import matplotlib.pyplot as plt", draw, f"%matplotlib inline\n{draw}", f"{draw} plt.show(); print(1)")
    _, plain, magic, in_order = outputs(run, *cells)
    for found in (plain, magic, in_order):
        assert found[0].data["image/png"].startswith("iVBOR")
    assert shown(in_order[1]) == ("stdout", "1\n")


def test_a_widget_shows_its_text_and_its_view(run: Run) -> None:
    ((slider,),) = outputs(run, "import ipywidgets\nipywidgets.IntSlider(value=3)")
    assert slider.data["text/plain"] == "IntSlider(value=3)"
    assert set(slider.data["application/vnd.jupyter.widget-view+json"]) >= {"model_id"}


def test_input_and_exit_end_their_cell_alone(run: Run) -> None:
    asked, left, after = all_shown(run, "input('name? ')", "import sys\nsys.exit(3)", "1")
    assert asked[0][0] == "RuntimeError"
    assert "nobody is there to answer" in asked[0][1]
    assert left[0] == ("SystemExit", "3")
    assert after == [("execute_result", "1")]


@pytest.mark.parametrize("mishap", ["with open('log', 'w') as sys.stdout: pass", "sys.stdout.close()", "print = None"])
def test_a_notebook_goes_on_when_it_breaks_its_own_output(run: Run, mishap: str) -> None:
    assert all_shown(run, f"import sys\n{mishap}", "1")[-1] == [("execute_result", "1")]


def test_half_a_character_is_replaced_and_a_whole_one_kept(run: Run) -> None:
    assert all_shown(run, "print('\\ud800 \U0001f40d')") == [[("stdout", "? \U0001f40d\n")]]


# -- what the process sees -------------------------------------------------------------------------------------------


def test_the_environment_is_clean(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LMS_TOKEN", "hunter2")
    monkeypatch.setenv("PYTHONPATH", "/hunter2")
    (((_, text),),) = all_shown(run, "import os, sys\nprint(dict(os.environ), sys.path)")
    assert "'GIVEN': 'given'" in text
    assert "hunter2" not in text


def test_files_of_the_folder_can_be_read_and_imported_but_shadow_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "layers.py").write_text("name = 'mine'")
    (tmp_path / "numpy.py").write_text("raise SystemExit")
    cell = "import layers, numpy\nlayers.name, numpy.ones(1).sum() == 1, bool(open('layers.py').read())"
    assert all_shown(run, cell) == [[("execute_result", "('mine', np.True_, True)")]]


def test_no_cells_at_all(run: Run) -> None:
    assert run() == ([], "")


# -- bullies ---------------------------------------------------------------------------------------------------------


def stopped(run: Run, *cells: str, **limits: Any) -> str:
    """Why a notebook was stopped whose second cell is to blame: the first stays, the third says why it did not run."""
    results, reason = run("print('kept')", *cells, "1", **limits)
    assert reason
    assert [shown(output) for output in results[0].outputs] == [("stdout", "kept\n")]
    assert [result.finished for result in results] == [True, False, False]
    assert shown(results[1].outputs[-1]) == ("Stopped", reason)
    assert [shown(output) for output in results[2].outputs] == [("Stopped", f"Not run. {reason}")]
    return reason


@pytest.mark.kills
def test_a_loop_that_never_ends_is_interrupted_and_the_next_cells_run(run: Run) -> None:
    endless, after = all_shown(lambda *cells: run(*cells, cell_seconds=1), "while True: pass", "1")
    assert ("Stopped", "This cell ran for more than 1 seconds and was interrupted.") in endless
    assert "KeyboardInterrupt" in [kind for kind, _ in endless]
    assert after == [("execute_result", "1")]


@pytest.mark.kills
def test_a_cell_that_swallows_the_interrupt_is_killed(run: Run) -> None:
    deaf = "import time\nwhile True:\n    try: time.sleep(60)\n    except KeyboardInterrupt: pass"
    reason = stopped(run, deaf, cell_seconds=0.5, grace_seconds=0.5)
    assert "Cell 2" in reason
    assert "Is there a loop that never ends?" in reason


@pytest.mark.kills
def test_many_slow_cells_are_stopped_together(run: Run) -> None:
    reason = stopped(run, "import time\ntime.sleep(60)", notebook_seconds=1)
    assert reason == "The notebook took more than 1 seconds and was stopped."


@pytest.mark.kills
@pytest.mark.parametrize(
    ("blow", "how"),
    [
        ("import os; os._exit(3)", "ended with status 3"),
        ("import os; os._exit(0)", "ended with status 0"),
        ("import ctypes; ctypes.string_at(0)", "was killed by signal 11"),
        ("import os; os.kill(os.getpid(), 9)", "was killed by signal 9"),
    ],
)
def test_a_process_that_dies(run: Run, blow: str, how: str) -> None:
    reason = stopped(run, f"{blow}\n")
    assert reason == f"The Python process {how} while cell 2 ran."


@pytest.mark.kills
def test_junk_in_every_descriptor_stops_the_notebook(run: Run) -> None:
    junk = (
        "import contextlib, os\nfor fd in range(256):\n    with contextlib.suppress(OSError): os.write(fd, b'junk\\n')"
    )
    assert stopped(run, junk) == "The notebook wrote into the grader's own channel and was stopped."


@pytest.mark.kills
@pytest.mark.parametrize(
    "event", ['{"done": 7}', '{"output": 3}', '{"output": {"output_type": "x"}}', "[]", '{"a": 1}', "[" * 5000]
)
def test_a_forged_event_stops_the_notebook(run: Run, event: str) -> None:
    forge = (
        "import contextlib, os\n"
        "for fd in range(3, 256):\n"
        f"    with contextlib.suppress(OSError): os.write(fd, b'''{event}\\n''')"
    )
    assert stopped(run, forge) == "The notebook wrote into the grader's own channel and was stopped."


@pytest.mark.kills
@pytest.mark.parametrize("depth", [60, 600])
def test_data_nested_deeper_than_a_notebook_can_hold_stops_it(run: Run, depth: int) -> None:
    nest = f"deep = {{}}\nfor _ in range({depth}): deep = {{'a': deep}}\n"
    reason = stopped(run, f"{nest}display({{'application/json': deep}}, raw=True)")
    assert reason == "The notebook displayed data nested more than 50 deep and was stopped."


@pytest.mark.kills
@pytest.mark.parametrize("trusted", [TRUSTED, True], ids=["in a sandbox", "trusted"])
def test_a_process_that_hangs_up_and_stays_is_killed(run: Run, trusted: bool) -> None:
    hang_up = "import os\nos.closerange(0, 256)\nwhile True: pass"
    reason = stopped(run, hang_up, cell_seconds=1, grace_seconds=0.5, trusted=trusted)
    assert "The notebook took more than" not in reason  # nobody waited for the end of the notebook's time
    if trusted:  # bubblewrap keeps its own end of the channel open
        assert reason == "The notebook closed the grader's own channel and was stopped."


@pytest.mark.kills
def test_no_process_stays_behind(run: Run) -> None:
    marker = str(uuid.uuid4())
    outputs(run, f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'input()', '{marker}'], stdin=-1);")
    end = time.monotonic() + 60
    while any(marker in words for words in _commands()):
        assert time.monotonic() < end, "a process of the notebook outlives it"
        time.sleep(0.05)


def _commands() -> list[list[str]]:
    return [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]


@pytest.mark.parametrize("n", [70_000, 700_000])
@pytest.mark.parametrize("flood", ["print('x' * {n} * 80)", "for _ in range({n}): print('x' * 79)"])
def test_a_flood_of_output_is_cut_and_the_next_cell_runs(run: Run, flood: str, n: int) -> None:
    first, after = outputs(run, flood.format(n=n), "1")
    assert sum(len(output.text) for output in first) < 4_100_000
    assert first[-1].text.endswith("the rest of this cell's output is left out]\n")
    assert shown(after[0]) == ("execute_result", "1")


@pytest.mark.kills
def test_a_flood_from_a_whole_notebook_stops_it(run: Run) -> None:
    reason = stopped(run, "while True: print('x' * 10_000)", notebook_bytes=3_000_000)
    assert reason == "The notebook printed more than 3 MB and was stopped."
