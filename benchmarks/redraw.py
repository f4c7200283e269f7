"""How long a step of an interactive part takes, beside an empty figure of matplotlib's."""

from __future__ import annotations

from matplotlib.figure import Figure

from benchmarks.side_by_side import compare
from course.figures.play import DPI, Interactive
from course.figures.show import still
from course.levels.add_mul.pictures import describe_fruit, draw_fruit, fruit_controls
from course.levels.affine.pictures import affine_controls, describe_entry, draw_entry


def main() -> None:
    """Compare a step of two parts with drawing nothing."""
    affine = Interactive(draw_entry, describe_entry, **affine_controls())
    fruit = Interactive(draw_fruit, describe_fruit, **fruit_controls())
    compare(
        "A step of an interactive part",
        an_empty_figure=lambda: still(Figure(figsize=(6, 3)), DPI),
        fruit_of_level_01=fruit.redraw,
        affine_of_level_04=affine.redraw,
    )


if __name__ == "__main__":
    main()
