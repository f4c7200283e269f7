"""The pictures of level 02 show what the text says: the V, the kink, and a text made from the same numbers."""

import numpy as np
import pytest

from course.figures.play import Interactive
from course.levels.gradient_check import pictures
from course.levels.gradient_check.pictures import (
    CENTRAL,
    FORWARD,
    STEPS,
    clipped,
    cubic,
    describe_step,
    draw_step,
    errors,
    quotient,
)


def test_quotients_worked_by_hand() -> None:
    assert quotient(cubic, 1.0, FORWARD) == 37
    assert quotient(cubic, 1.0, CENTRAL) == 28
    assert quotient(cubic, 0.1, FORWARD) == pytest.approx(27.91)
    assert quotient(cubic, 0.1, CENTRAL) == pytest.approx(27.01)


def test_the_v_is_lowest_where_the_text_says() -> None:
    central, forward = errors(cubic, CENTRAL), errors(cubic, FORWARD)
    assert 1e-6 <= STEPS[int(np.nanargmin(central))] <= 1e-4
    assert 1e-9 <= STEPS[int(np.nanargmin(forward))] <= 1e-7
    assert np.nanmin(central) < 1e-9 < np.nanmin(forward)
    assert central[STEPS.index(1e-12)] > 1e-5


def test_the_kink_spoils_only_the_central_steps_that_reach_across_it() -> None:
    near, far = [h for h in STEPS if h < 0.01], [h for h in STEPS if h > 0.01]
    assert [quotient(clipped, h, CENTRAL) for h in near] == [quotient(cubic, h, CENTRAL) for h in near]
    assert all(abs(quotient(clipped, h, CENTRAL) - 27) > 5 for h in far)
    assert [quotient(clipped, h, FORWARD) for h in STEPS] == [quotient(cubic, h, FORWARD) for h in STEPS]


def test_description_has_the_numbers_of_the_picture() -> None:
    text = describe_step(0.5, "x³", CENTRAL)
    assert "(42.875 − 15.625) / 1 = 27.25" in text
    assert "the error is 2.5e-01" in text
    assert "kink" not in text
    assert "The kink lies between the two points." in describe_step(0.5, "x³, flat below 2.99", CENTRAL)


@pytest.mark.parametrize("difference", [CENTRAL, FORWARD])
@pytest.mark.parametrize("function", list(pictures.FUNCTIONS))
def test_every_step_can_be_drawn_and_described(function: str, difference: str) -> None:
    for h in (STEPS[0], 1e-8, 0.01, STEPS[-1]):
        secant = draw_step(h, function, difference).axes[0].lines[-1]
        assert secant.get_xdata()[1] == 3 + h
        assert f"h = {h:g}" in describe_step(h, function, difference)


def test_the_point_on_the_v_follows_the_slider() -> None:
    played = Interactive(draw_step, describe_step, **pictures.step_controls())
    assert "h = 0.5" in played.description
    played.controls["h"].value = 1e-5
    assert "h = 1e-05" in played.description
    assert played.png.startswith(b"\x89PNG")


@pytest.mark.parametrize("show", [pictures.show_secants, pictures.show_v, pictures.show_kink, pictures.play_step])
def test_pictures_are_displayed(show: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(show)
    show()
    assert len(capsys.readouterr().out) > 80  # without a notebook the description is printed
