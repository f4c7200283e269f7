"""A training says how far it is, and is shortened, in so many words, only while a submission is graded."""

import pytest
from matplotlib.figure import Figure

from checks.api import SEED_VARIABLE
from course.training import Live, epochs_to_run


def test_a_training_runs_whole_outside_of_the_grader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(SEED_VARIABLE, raising=False)
    assert epochs_to_run(30) == 30
    assert capsys.readouterr().out == ""


def test_the_grader_shortens_it_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(SEED_VARIABLE, "7")
    assert epochs_to_run(30) == 1
    assert "1 of 30 epochs" in capsys.readouterr().out
    assert epochs_to_run(1) == 1
    assert capsys.readouterr().out == ""


def live(epochs: int) -> Live:
    return Live(epochs, lambda rows: Figure(figsize=(1, 1)), lambda rows: f"{len(rows)} rows, the last is {rows[-1]}.")


def test_the_bar_grows_with_the_epochs() -> None:
    training = live(4)
    for row, full in enumerate((0, 7, 15, 22, 30)):
        training.add(row)
        assert training.bar.count("█") == full
        assert training.bar.endswith(f"{row} of 4 epochs")


def test_outside_of_a_notebook_the_last_state_is_printed_once(capsys: pytest.CaptureFixture[str]) -> None:
    training = live(2)
    for row in range(3):
        training.add(row)
    assert capsys.readouterr().out.count("of 2 epochs") == 1


def test_the_output_has_the_bar_the_picture_and_words() -> None:
    training = live(2)
    training.rows.append("x")
    data, _ = training._repr_mimebundle_()
    assert "0 of 2 epochs" in data["text/html"]
    assert 'alt="1 rows, the last is x."' in data["text/html"]
    assert "the last is x" in data["text/plain"]
