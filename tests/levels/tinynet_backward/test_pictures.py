import importlib.util

import pytest

from course.figures.play import Interactive
from course.levels.tinynet_backward.pictures import describe_product, draw_product
from course.levels.tinynet_backward.play import BROKEN, broken_controls, describe_broken, draw_broken, errors_of
from tests.answers import COURSE
from tests.course.figures.reading import collisions, texts


@pytest.fixture(scope="module")
def layers():
    """The layers that level 14 brings along."""
    path = COURSE.root / "source" / "14-tinynet-backward" / "layers.py"
    spec = importlib.util.spec_from_file_location("layers_of_level_11", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_spoils_what_comes_after_it(layers, what):
    errors = errors_of(layers, what, 5)
    wrong = {name[3:] for name, error in errors.items() if error > 1e-6}
    both, last = {"conv2", "conv1"}, {"conv1"}
    expected = {"": set(), "loss": {"fc", *both}, "fc": both, "pool2": both, "relu2": both}
    assert wrong == expected.get(BROKEN[what][0], last)
    assert collisions(draw_broken(BROKEN[what][0], errors)) == []
    assert ("first wrong one" in describe_broken(what, errors)) == bool(wrong)


def test_a_batch_of_one_hides_a_forgotten_mean(layers):
    errors = errors_of(layers, "loss: the mean over the batch is forgotten", 1)
    assert max(errors.values()) < 1e-12


def test_a_wrong_gradient_has_a_cross_and_a_right_one_a_tick(layers):
    drawn = texts(draw_broken("relu1", errors_of(layers, "relu1: its backward is skipped", 5)))
    assert drawn.count("✓") == 4
    assert drawn.count("✗") == 2 + 1
    assert "broken" in drawn


def test_the_product_has_two_backward_nodes():
    drawn = texts(draw_product())
    assert {"toward x", "toward W", "W, kept", "x, kept"} <= set(drawn)
    assert collisions(draw_product()) == []
    assert "toward W also gets x" in describe_product()


def test_moving_a_control_redraws(layers):
    part = Interactive(
        lambda what, N: draw_broken(BROKEN[what][0], errors_of(layers, what, N)),
        lambda what, N: describe_broken(what, errors_of(layers, what, N)),
        **broken_controls(),
    )
    for name, value in {"what": "fc: dx has the wrong sign", "N": 3}.items():
        before = part.description
        part.controls[name].value = value
        assert part.description != before or name == "N"
