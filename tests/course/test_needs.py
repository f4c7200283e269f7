import pytest

from course.needs import needs


def test_what_is_not_written_yet_becomes_a_sentence(capsys):
    with needs("TwoLayerNet", "train_epoch"):
        raise NotImplementedError
    assert "your own TwoLayerNet and train_epoch" in capsys.readouterr().out
    with pytest.raises(ZeroDivisionError), needs("TwoLayerNet"):
        1 / 0  # noqa: B018
