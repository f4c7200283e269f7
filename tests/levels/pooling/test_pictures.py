from course.levels.pooling.pictures import describe_pool, draw_pool, pooled
from tests.course.figures.reading import collisions, written


def lit(figure):
    """The marked numbers: white and bold."""
    marked = [text for text in written(figure) if text.get_color() == "white" and text.get_weight() == "bold"]
    return sorted(text.get_text() for text in marked)


def test_winners_get_what_the_text_says():
    out, dx, won = pooled()
    assert out.tolist() == [[3, 5, 5], [4, 5, 5]]
    assert (dx[1, 2], dx[2, 0], dx[2, 1], dx.sum()) == (16, 4, 0, 21)
    assert won.sum() == 3
    assert lit(draw_pool()) == sorted(["3", "5", "4", "1", "16", "4"])
    assert "[0, 1], [1, 2], [2, 0]" in describe_pool()


def test_no_text_covers_another_or_is_cut_off():
    assert collisions(draw_pool()) == []
