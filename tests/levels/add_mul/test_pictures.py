import pytest

from course.figures.graph_picture import draw_graph
from course.figures.play import Interactive
from course.figures.style import GRADIENT
from course.levels.add_mul import pictures
from course.levels.add_mul.pictures import NODE_WIDTH, describe_fruit, draw_fruit, fruit_controls, node_graph
from tests.course.figures.reading import collisions, texts


def test_the_apples_forward_say_nothing_of_gradients(capsys):
    pictures.show_apples(gradients=False)
    assert "× takes apple_price 200 and tax 1.1 and gives price 220." in (said := capsys.readouterr().out)
    assert "2.2" not in said


def test_the_apples_have_the_gradients_of_the_text(capsys):
    pictures.show_apples()
    said = capsys.readouterr().out
    assert "apple_price gets 1.1 and tax gets 200" in said
    assert "apple gets 2.2 and apple_num gets 110" in said


def test_the_fruit_is_shown_without_what_the_reader_is_asked_for(capsys):
    pictures.show_fruit(gradients=False)
    said = capsys.readouterr().out
    assert "gives price 715" in said
    assert "165" not in said
    assert "3.3" not in said


def test_a_sum_hands_on_what_it_was_handed(capsys):
    pictures.show_sum(200, 450, dout=1.1)
    said = capsys.readouterr().out
    assert "gives out 650" in said
    assert "it hands 1.1 on to x and 1.1 to y" in said


def test_any_node_is_told_in_words(capsys):
    pictures.show_any_node()
    assert "dx leaves along the edge of x" in capsys.readouterr().out


@pytest.mark.parametrize("names", [("", "", ""), ("x", "y", "out")])
def test_one_node_has_its_values_and_gradients_and_fits(names):
    figure = draw_graph(node_graph("f", ("x", "y", "out"), ("dx", "dy", "dout"), names), width=NODE_WIDTH)
    assert {"dx", "dy", "dout"} < set(texts(figure, GRADIENT))
    assert collisions(figure) == []


def test_it_starts_at_the_example_of_the_level_with_all_gradients():
    part = Interactive(draw_fruit, describe_fruit, **fruit_controls())
    assert "gives price 715" in part.description
    assert "5 of 5 steps shown" in part.description
    assert "apple gets 2.2 and apple_num gets 110" in part.description


def test_each_control_moves_picture_and_text():
    for name, value in {"apple": 110, "apple_num": 4, "orange": 70, "orange_num": 0, "tax": 1.25, "steps": 2}.items():
        part = Interactive(draw_fruit, describe_fruit, **fruit_controls())
        before = part.png, part.description
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name


def test_the_last_step_is_that_of_the_graph():
    assert fruit_controls()["steps"].max == 5
    assert "5 of 5" in describe_fruit(100, 2, 150, 3, 1.1, 5)


def test_nothing_collides_at_the_ends_of_the_sliders():
    for end in ("min", "max"):
        values = {name: getattr(control, end) for name, control in fruit_controls().items()}
        assert collisions(draw_fruit(**values | {"steps": 5})) == []
    assert "8700" in texts(draw_fruit(300, 10, 300, 10, 1.45, 5))


def test_a_slider_redraws_and_tells_anew():
    part = Interactive(draw_fruit, describe_fruit, **fruit_controls())
    for apple in (110, 120):
        before = (part.png, part.description)
        part.controls["apple"].value = apple
        assert part.png != before[0]
        assert f"apple {apple}" in part.description
