from course.figures.level_01 import describe_fruit, draw_fruit, fruit_controls
from course.play import Interactive
from tests.course.figures.reading import collisions, texts


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
