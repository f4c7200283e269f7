"""Small grey images in rows, each with a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.figures.style import COLUMN, FAINT, LABEL, SMALL, canvas, write

Array = NDArray[Any]


def draw_images(x: Array, titles: Sequence[str], columns: int = 10) -> Figure:
    """Square images in rows of ten, dark ink on white, a title below each."""
    side, rows = int(np.sqrt(x.shape[1])), -(-len(titles) // columns)
    figure, axes = canvas(COLUMN, rows * 1.02 + 0.05)
    for index, title in enumerate(titles):
        left, bottom = 0.06 + index % columns * 0.79, (rows - 1 - index // columns) * 1.02 + 0.33
        image = x[index].reshape(side, side)
        extent = (left, left + 0.7, bottom, bottom + 0.7)
        axes.imshow(image, cmap="Greys", vmin=0, vmax=1, extent=extent, interpolation="nearest", zorder=1)
        axes.add_patch(Rectangle((left, bottom), 0.7, 0.7, facecolor="none", edgecolor=FAINT, zorder=2))
        write(axes, left + 0.35, bottom - 0.16, title, size=SMALL if len(title) > 2 else LABEL)
    axes.set_xlim(0, COLUMN)
    axes.set_ylim(0, rows * 1.02 + 0.05)
    axes.set_aspect("auto")
    return figure
