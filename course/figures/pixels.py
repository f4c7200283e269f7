"""Images as grids of numbers, and windows that slide over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.style import FAINT, GREY, INK, SMALL, TITLE, VALUE, VALUE_FILL, number, write

Array = NDArray[Any]
Place = tuple[int, int]
"""Line and column of a pixel or of a window."""
Shade = Callable[[float], str | tuple[float, float, float]]


@dataclass(frozen=True)
class Sliding:
    """Windows of `height` by `width` pixels, `stride` apart, over an image with `pad` pixels of padding around it."""

    image: Place
    height: int
    width: int
    stride: int = 1
    pad: int = 0

    @property
    def positions(self) -> Place:
        """How many windows there are below each other and side by side; 0 where none fits."""
        sizes = zip(self.image, (self.height, self.width), strict=True)
        down, across = (max((size + 2 * self.pad - window) // self.stride + 1, 0) for size, window in sizes)
        return down, across

    def window(self, place: Place) -> tuple[slice, slice]:
        """Where the window at a place of the output lies in the padded image."""
        top, left = (step * self.stride for step in place)
        return slice(top, top + self.height), slice(left, left + self.width)

    def cut(self, x: Array) -> Array:
        """All windows of images x (..., height, width), as an array (out_h, out_w, ..., filter_h, filter_w)."""
        padded = padded_with_zeros(x, self.pad)
        down, across = self.positions
        return np.array([[padded[(..., *self.window((i, j)))] for j in range(across)] for i in range(down)])

    def seeing(self, pixel: Place) -> list[Place]:
        """The places of the windows that a pixel of the image lies in, padding not counted in its place."""
        found = []
        for place in np.ndindex(self.positions):
            rows, columns = self.window((place[0], place[1]))
            if pixel[0] + self.pad in range(rows.start, rows.stop):
                found += [(place[0], place[1])] if pixel[1] + self.pad in range(columns.start, columns.stop) else []
        return found

    def counts(self) -> Array:
        """In how many windows each pixel of the image lies."""
        return np.array([[len(self.seeing((i, j))) for j in range(self.image[1])] for i in range(self.image[0])])


def padded_with_zeros(x: Array, pad: int) -> Array:
    """Images x (..., height, width) with zeros around them."""
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(pad, pad)] * 2)


def blend(share: float, colour: str) -> tuple[float, float, float]:
    """White for a share of 0, the colour for 1, and twenty steps between: a palette has to hold them all."""
    share = round(min(max(share, 0), 1) * 21) / 21
    red, green, blue = (1 - share * (1 - part) for part in to_rgb(colour))
    return red, green, blue


@dataclass(frozen=True, eq=False)
class Grid:
    """An image or a kernel, shape (height, width), to be drawn with its numbers, and a name and a `note` below it.

    `lit`, of the same shape and boolean, marks pixels. The outer `pad` pixels are padding. `shade` gives the colour of
    a pixel. Zeros are left out if `blank`. `texts`, of the same shape, are written in place of the numbers.
    """

    name: str
    numbers: Array
    lit: NDArray[np.bool_] | None = None
    pad: int = 0
    colour: str = VALUE
    shade: Shade = lambda value: VALUE_FILL
    blank: bool = False
    size: float = SMALL
    note: str = ""
    texts: Array | None = None

    def width(self, cell: float) -> float:
        """How many inches wide it is drawn."""
        return float(self.numbers.shape[1] * cell)


def draw_grid(axes: Axes, grid: Grid, left: float, top: float, cell: float) -> None:
    """Draw a grid, its upper left corner at (left, top), each pixel `cell` inches wide, its name below."""
    rows, columns = grid.numbers.shape
    lit = np.zeros(grid.numbers.shape, dtype=bool) if grid.lit is None else grid.lit
    patches, faces = [], []
    for (i, j), value in np.ndenumerate(grid.numbers):
        face = to_rgb(grid.colour) if lit[i, j] else "white" if _outside(grid, i, j) else grid.shade(float(value))
        patches.append(Rectangle((left + j * cell, top - (i + 1) * cell), cell, cell))
        faces.append(to_rgb(face))
        text = number(value) if grid.texts is None else str(grid.texts[i, j])
        if value or not grid.blank:
            colour = _text_colour(to_rgb(face)) if not _outside(grid, i, j) or lit[i, j] else GREY
            across, down = left + (j + 0.5) * cell, top - (i + 0.5) * cell
            write(axes, across, down, text, colour=colour, size=grid.size, bold=bool(lit[i, j]))
    axes.add_collection(PatchCollection(patches, facecolors=faces, edgecolors=FAINT, linewidths=0.7), autolim=False)
    _frames(axes, grid, left, top, cell)
    middle, below = left + columns * cell / 2, top - rows * cell
    write(axes, middle, below - 0.17, grid.name, colour=grid.colour, size=TITLE, bold=True)
    write(axes, middle, below - 0.36, grid.note, colour=GREY, size=SMALL)


def _outside(grid: Grid, i: int, j: int) -> bool:
    rows, columns = grid.numbers.shape
    return not (grid.pad <= i < rows - grid.pad and grid.pad <= j < columns - grid.pad)


def _text_colour(face: tuple[float, float, float]) -> str:
    """Black or white, whichever can be read on the colour."""
    return INK if 0.3 * face[0] + 0.59 * face[1] + 0.11 * face[2] > 0.55 else "white"


def _frames(axes: Axes, grid: Grid, left: float, top: float, cell: float) -> None:
    """A frame around the image, a dashed one around its padding, and one around the marked pixels."""
    rows, columns = grid.numbers.shape
    if grid.pad:
        _frame(axes, left, top, columns * cell, rows * cell, GREY, linestyle="--", linewidth=1)
    margin, inner = grid.pad * cell, (columns - 2 * grid.pad) * cell
    _frame(axes, left + margin, top - margin, inner, (rows - 2 * grid.pad) * cell, grid.colour, linewidth=1.6)
    if grid.lit is not None and grid.lit.any():
        i, j = np.argwhere(grid.lit).T
        wide, high = (int(j.max() - j.min()) + 1) * cell, (int(i.max() - i.min()) + 1) * cell
        if grid.lit.sum() * cell * cell > 0.999 * wide * high:  # one block, not pixels here and there
            _frame(axes, left + int(j.min()) * cell, top - int(i.min()) * cell, wide, high, INK, linewidth=2.4)


def _frame(axes: Axes, left: float, top: float, wide: float, high: float, colour: str, **more: Any) -> None:
    axes.add_patch(Rectangle((left, top - high), wide, high, facecolor="none", edgecolor=colour, zorder=3, **more))
