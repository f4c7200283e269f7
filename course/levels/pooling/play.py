"""The interactive part of level 12: windows of a max-pooling, who wins them, and where their gradient goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.pixels import Array, Grid, Place, Sliding, blend, draw_grid
from course.figures.play import play
from course.figures.style import COLUMN, GRADIENT, GRADIENT_FILL, INK, VALUE, VALUE_FILL, arrow, canvas

IMAGES: dict[str, Array] = {
    "all kinds of numbers": np.array([[1, 3, 2, 0, 4], [0, 2, 7, 1, 3], [5, 5, 1, 2, 2], [0, 1, 6, 0, -3]]),
    "after a ReLU": np.array([[0, 0, 3, 0, 0], [0, 0, 1, 0, 0], [2, 0, 0, 0, 0], [0, 0, 0, 4, 0]]),
    "all negative": np.array([[-3, -1, -4, -2, -6], [-5, -2, -7, -3, -1], [-1, -6, -2, -8, -4], [-2, -3, -9, -1, -5]]),
}
SIZE: Place = (4, 5)
MOST = 30
"""Windows at the most: 2 by 3 pixels or less, with stride 1 and padding 1."""
NOTE = "shaded: wins a window"
CELL, MIDDLE = 0.29, 1.52
LEFTS, WIDEST = (0.1, 2.42, 4.44, 6.17), (7, 6, 5, 6)
"""Where the four grids may begin, in inches, and how many columns they can have."""


@dataclass(frozen=True, eq=False)
class Pooling:
    """A max-pooling of one image.

    Attributes:
        x: the image.
        sliding: its windows.
        out, dout: what the windows hand on, and its gradient: 1, 2, 3 and so on.
        winners: for each window in reading order the pixel that wins it, padding not counted in its place.
        dx, wins: what comes back to each pixel, and how many windows it wins.
    """

    x: Array
    sliding: Sliding
    out: Array
    dout: Array
    winners: list[Place]
    dx: Array
    wins: Array


def pooling(image: str, pool_h: int, pool_w: int, stride: int, pad: int) -> Pooling:
    """Pool an image, forward and backward."""
    x, sliding = IMAGES[image], Sliding(SIZE, pool_h, pool_w, stride, pad)
    dout = np.arange(1, np.prod(sliding.positions) + 1).reshape(sliding.positions)
    out, dx, wins = np.zeros_like(dout), np.zeros_like(x), np.zeros_like(x)
    winners = list[Place]()
    for place in np.ndindex(sliding.positions):
        pixels = inside(sliding, (place[0], place[1]))
        best = max(pixels, key=lambda pixel: x[pixel])  # the first one of several: max keeps what it has
        winners.append(best)
        out[place] = x[best]
        dx[best] += dout[place]
        wins[best] += 1
    return Pooling(x, sliding, out, dout, winners, dx, wins)


def inside(sliding: Sliding, place: Place) -> list[Place]:
    """The pixels of the image in the window at a place of the output, in reading order; padding is left out."""
    rows, columns = (
        range(part.start, part.stop) for part in map(_clipped, sliding.window(place), (sliding.pad,) * 2, SIZE)
    )
    return [(i, j) for i in rows for j in columns]


def play_pool() -> None:
    """Sliders for the size of a window, stride, padding and one window; a menu for the image."""
    play(draw_pooling, describe_pooling, **pool_controls())


def pool_controls() -> dict[str, IntSlider | Dropdown]:
    """The controls, at windows that overlap and one whose winner has won others, too."""
    return {
        "image": Dropdown(options=list(IMAGES), description="image"),
        "window": IntSlider(5, 0, MOST - 1, description="window"),
        "pool_h": IntSlider(2, 2, 4, description="pool_h"),
        "pool_w": IntSlider(2, 2, 4, description="pool_w"),
        "stride": IntSlider(1, 1, 4, description="stride"),
        "pad": IntSlider(0, 0, 1, description="pad"),
    }


def draw_pooling(image: str, window: int, pool_h: int, pool_w: int, stride: int, pad: int) -> Figure:
    """x and out at the left, dx and dout at the right; one window is framed, and its winner marked."""
    pooled = pooling(image, pool_h, pool_w, stride, pad)
    _, place, winner = chosen(pooled, window)
    figure, axes = canvas(COLUMN, 2.5)
    rows, columns = pooled.sliding.window(place)
    at = _draw_slot(axes, _image(pooled, winner), 0)
    _frame(axes, at, rows, columns)
    _draw_slot(axes, _output("out", pooled.out, place, VALUE), 1)
    at = _draw_slot(axes, _gradient(pooled, winner), 2)
    _frame(axes, at, _clipped(rows, pad, SIZE[0]), _clipped(columns, pad, SIZE[1]))
    _draw_slot(axes, _output("dout", pooled.dout, place, GRADIENT), 3)
    arrow(axes, [(LEFTS[1] - 0.26, MIDDLE), (LEFTS[1] - 0.03, MIDDLE)], VALUE)
    arrow(axes, [(LEFTS[3] - 0.02, MIDDLE), (LEFTS[3] - 0.24, MIDDLE)], GRADIENT)
    return figure


def chosen(pooled: Pooling, window: int) -> tuple[int, Place, Place]:
    """The number of a window, its place in out and the pixel that wins it; a number beyond the end means the last."""
    window = min(window, len(pooled.winners) - 1)
    down, across = divmod(window, pooled.out.shape[1])
    return window, (down, across), pooled.winners[window]


def _image(pooled: Pooling, winner: Place) -> Grid:
    """x in its padding, with the winners shaded."""
    pad = pooled.sliding.pad
    texts = np.pad(_texts(pooled.x), pad, constant_values="−∞")
    wins, lit = (np.pad(array, pad) for array in (pooled.wins, _at(winner, SIZE)))
    return Grid("x", wins, lit, pad, VALUE, lambda many: blend(0.2 * min(many, 3), VALUE), texts=texts, note=NOTE)


def _output(name: str, numbers: Array, place: Place, colour: str) -> Grid:
    lit, shade = _at(place, numbers.shape), VALUE_FILL if colour == VALUE else GRADIENT_FILL
    return Grid(name, numbers, lit, 0, colour, lambda value: shade, texts=_texts(numbers))


def _gradient(pooled: Pooling, winner: Place) -> Grid:
    """dx, shaded where it is not 0."""
    shade = lambda value: blend(0.3 if value else 0, GRADIENT)  # noqa: E731
    return Grid("dx", pooled.dx, _at(winner, SIZE), 0, GRADIENT, shade, texts=_texts(pooled.dx))


def _at(place: Place, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    mask = np.zeros(shape, dtype=bool)
    mask[place] = True
    return mask


def _texts(numbers: Array) -> Array:
    """The numbers with a real minus."""
    return np.array([[_minus(value) for value in line] for line in numbers], dtype=object)


def _minus(value: int) -> str:
    return str(value).replace("-", "−")


def _draw_slot(axes: Axes, grid: Grid, slot: int) -> tuple[float, float]:
    """Draw a grid in the middle of its slot; returns its upper left corner."""
    high, wide = grid.numbers.shape
    corner = (LEFTS[slot] + (WIDEST[slot] - wide) * CELL / 2, MIDDLE + high * CELL / 2)
    draw_grid(axes, grid, *corner, CELL)
    return corner


def _clipped(window: slice, pad: int, end: int) -> slice:
    """The lines or columns of a window that lie in the image, padding not counted."""
    return slice(max(window.start - pad, 0), min(window.stop - pad, end))


def _frame(axes: Axes, corner: tuple[float, float], rows: slice, columns: slice) -> None:
    left, bottom = corner[0] + columns.start * CELL, corner[1] - rows.stop * CELL
    wide, high = (columns.stop - columns.start) * CELL, (rows.stop - rows.start) * CELL
    axes.add_patch(Rectangle((left, bottom), wide, high, facecolor="none", edgecolor=INK, linewidth=2.4, zorder=5))


def describe_pooling(image: str, window: int, pool_h: int, pool_w: int, stride: int, pad: int) -> str:
    """The framed window and its winner, what comes back to that pixel, and what comes back altogether."""
    pooled = pooling(image, pool_h, pool_w, stride, pad)
    number, place, winner = chosen(pooled, window)
    down, across = pooled.sliding.positions
    held = [int(pooled.x[pixel]) for pixel in inside(pooled.sliding, place)]
    best = int(pooled.x[winner])
    tie = f", the first of {held.count(best)} in reading order" if held.count(best) > 1 else ""
    padding = " and padding" if len(held) < pool_h * pool_w else ""
    out, won = list(place), list(winner)
    return (
        f"Windows of {pool_h} × {pool_w}, stride {stride}, padding {pad}: {down} × {across} windows. Window {number} "
        f"makes out{out}. It holds {', '.join(map(_minus, held))}{padding}; its maximum {_minus(best)} stands at "
        f"x{won}{tie}, and dout{out} = {pooled.dout[place]} goes there. {_gathered(pooled, winner)} "
        f"Altogether {pooled.dout.sum()} goes back, to {(pooled.wins > 0).sum()} of {pooled.x.size} pixels. "
        f"{_unseen(pooled.sliding)}"
    )


def _gathered(pooled: Pooling, winner: Place) -> str:
    """The sum that a pixel gets, written out."""
    terms = [int(d) for d, won in zip(pooled.dout.ravel(), pooled.winners, strict=True) if won == winner]
    windows = "1 window" if len(terms) == 1 else f"{len(terms)} windows"
    total = f" = {sum(terms)}" if len(terms) > 1 else ""
    return f"This pixel wins {windows}: dx{list(winner)} = {' + '.join(map(str, terms))}{total}."


def _unseen(sliding: Sliding) -> str:
    missed = int((sliding.counts() == 0).sum())
    return f"Pixels in no window: {missed}."
