"""Two interactive parts of level 11: step through the windows of a convolution, and see where windows overlap."""

from __future__ import annotations

from functools import partial

import numpy as np
from ipywidgets import Dropdown, IntSlider
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.figures.pixels import Array, Grid, Place, Sliding, blend, draw_grid, padded_with_zeros
from course.figures.play import play
from course.figures.style import (
    COLUMN,
    GRADIENT,
    GRADIENT_FILL,
    GREY,
    LABEL,
    SMALL,
    VALUE,
    arrow,
    canvas,
    number,
    write,
)

CELL = 0.265

# -- step through the windows ----------------------------------------------------------------------------------------

IMAGE: Place = (4, 5)
CHANNELS, FILTER_H, FILTER_W = 2, 3, 2
STRIP_CELL = 0.4
MOST = 24
"""Windows at the most: with stride 1 and padding 1."""


def play_steps() -> None:
    """Sliders for the output pixel, stride and padding, and a menu for the filter."""
    play(draw_step, describe_step, **step_controls())


def step_controls() -> dict[str, IntSlider | Dropdown]:
    """The controls, at a window in the middle that lies apart from its neighbours."""
    return {
        "row": IntSlider(4, 0, MOST - 1, description="row of col"),
        "stride": IntSlider(2, 1, 3, description="stride"),
        "pad": IntSlider(1, 0, 1, description="pad"),
        "filter": Dropdown(options=[0, 1], value=0, description="filter"),
    }


def step_numbers() -> tuple[Array, Array, Array]:
    """x (2, 4, 5), one sample of two channels, W (2, 2, 3, 2) and b (2,): small whole numbers, always the same."""
    c, i, j = np.indices((CHANNELS, *IMAGE))
    x = (3 * i + 2 * j + 4 * c + i * j) % 7 - 2 + c
    m, c, u, v = np.indices((2, CHANNELS, FILTER_H, FILTER_W))
    return x, (u * u + 3 * v + 2 * c + m * (1 + u + v)) % 4 - 1, np.array([1, -2])


def step(row: int, stride: int, pad: int) -> tuple[Sliding, int, Place]:
    """The windows, the row of col, and its place in the output; a row beyond the end means the last one."""
    sliding = Sliding(IMAGE, FILTER_H, FILTER_W, stride, pad)
    down, across = sliding.positions
    row = min(row, down * across - 1)
    return sliding, row, divmod(row, across)


def draw_step(row: int, stride: int, pad: int, filter: int) -> Figure:
    """The window in both channels, the kernels, the map; below them the row of col above the filter as a row."""
    (x, W, b), (sliding, row, place) = step_numbers(), step(row, stride, pad)
    figure, axes = canvas(COLUMN, 3.6)
    top, at = axes.get_ylim()[1] - 0.12, 0.1
    widest = (IMAGE[1] + 2) * CELL
    for channel in range(CHANNELS):
        shown = padded_with_zeros(x[channel], pad)
        lit = np.zeros(shown.shape, dtype=bool)
        lit[sliding.window(place)] = True
        inset = (1 - pad) * CELL
        draw_grid(axes, Grid(f"x[0, {channel}]", shown, lit, pad), at + inset, top - inset, CELL)
        draw_grid(axes, Grid(f"W[{filter}, {channel}]", W[filter, channel]), at + widest + 0.2, top - 1.5 * CELL, CELL)
        at += widest + 1.03
    out = maps(sliding)[filter]
    lit = np.zeros(out.shape, dtype=bool)
    lit[place] = True
    draw_grid(axes, Grid(f"out[0, {filter}]", out, lit, size=8), at, top - CELL * (6 - out.shape[0]) / 2, CELL)
    window = sliding.cut(x)[place].ravel()
    _draw_strip(axes, 1.27, f"row {row} of col", window, lit=True)
    _draw_strip(axes, 0.76, f"W[{filter}] as a row", W[filter].ravel())
    _draw_sum(axes, int(window @ W[filter].ravel()), int(b[filter]))
    return figure


def maps(sliding: Sliding) -> Array:
    """What the two filters make of x, shape (2, out_h, out_w)."""
    x, W, b = step_numbers()
    out: Array = np.einsum("ijcuv,mcuv->mij", sliding.cut(x), W) + b[:, None, None]
    return out


def _draw_strip(axes: Axes, top: float, name: str, numbers: Array, lit: bool = False) -> None:
    """Numbers of a window in one line, with a gap where a line of the window ends and a wider one between channels."""
    at = 1.45
    write(axes, at - 0.12, top - STRIP_CELL / 2, name, colour=VALUE, size=LABEL, align="right", bold=True)
    for channel, lines in enumerate(numbers.reshape(CHANNELS, FILTER_H, FILTER_W)):
        if lit:
            middle = at + (FILTER_H * FILTER_W * STRIP_CELL + 0.1) / 2
            write(axes, middle, top + 0.13, f"channel {channel}", colour=GREY, size=SMALL)
        for line in lines:
            mask = np.full((1, FILTER_W), lit)
            draw_grid(axes, Grid("", line[None, :], mask), at, top, STRIP_CELL)
            at += FILTER_W * STRIP_CELL + 0.05
        at += 0.12


def _draw_sum(axes: Axes, total: int, bias: int) -> None:
    sign = "+" if bias >= 0 else "−"
    text = f"sum of the products {minus(total)},   {sign} {abs(bias)} for the bias:   {minus(total + bias)}"
    write(axes, 1.45, 0.16, text, size=LABEL, align="left")


def minus(value: float) -> str:
    """The number with a real minus."""
    return number(value).replace("-", "−")


def describe_step(row: int, stride: int, pad: int, filter: int) -> str:
    """Which window is shown, its row, the sum, and the shapes."""
    (x, W, b), (sliding, row, place) = step_numbers(), step(row, stride, pad)
    window, kernel = sliding.cut(x)[place].ravel(), W[filter].ravel()
    products = " + ".join(f"{_bracket(a)}·{_bracket(w)}" for a, w in zip(window, kernel, strict=True))
    total = int(window @ kernel)
    down, across = sliding.positions
    top, left = (step * stride for step in place)
    return (
        f"Stride {stride}, padding {pad}: {down} × {across} windows, so col is {(down * across, len(window))}. "
        f"Row {row} is the window for out[0, {filter}, {place[0]}, {place[1]}]; its corner lies on line {top}, column "
        f"{left} of the padded image. {products} = {minus(total)}, and with the bias of {b[filter]} it is "
        f"{minus(total + b[filter])}."
    )


def _bracket(value: int) -> str:
    return str(value) if value >= 0 else f"({minus(value)})"


# -- where windows overlap -------------------------------------------------------------------------------------------

PHOTO: Place = (5, 6)
LARGE_CELL = 0.4


def play_overlap() -> None:
    """Sliders for the kernel, stride and padding, and for one pixel of x."""
    play(draw_overlap, describe_overlap, **overlap_controls())


def overlap_controls() -> dict[str, IntSlider]:
    """The controls, at 3 by 2 windows side by side and a pixel in the middle."""
    return {
        "kernel_h": IntSlider(3, 1, 4, description="K_h"),
        "kernel_w": IntSlider(2, 1, 4, description="K_w"),
        "stride": IntSlider(1, 1, 4, description="stride"),
        "pad": IntSlider(0, 0, 1, description="pad"),
        "line": IntSlider(1, 0, PHOTO[0] - 1, description="pixel: line"),
        "column": IntSlider(2, 0, PHOTO[1] - 1, description="pixel: column"),
    }


def draw_overlap(kernel_h: int, kernel_w: int, stride: int, pad: int, line: int, column: int) -> Figure:
    """In how many windows each pixel of x lies; for one pixel, the entries of dout of those windows."""
    sliding = Sliding(PHOTO, kernel_h, kernel_w, stride, pad)
    figure, axes = canvas(COLUMN, 3.35)
    top, middle = axes.get_ylim()[1] - 0.1, axes.get_ylim()[1] - 0.1 - 3.5 * LARGE_CELL
    inset = (1 - pad) * LARGE_CELL
    draw_grid(axes, _counted(sliding, line, column), 0.15 + inset, top - inset, LARGE_CELL)
    dout = _dout_of(sliding, (line, column))
    draw_grid(axes, dout, 4.6, middle + dout.numbers.shape[0] * LARGE_CELL / 2, LARGE_CELL)
    if dout.numbers.any():
        arrow(axes, [(4.45, middle), (3.65, middle)], GRADIENT, width=2)
    return figure


def _counted(sliding: Sliding, line: int, column: int) -> Grid:
    """The counts of all pixels, with one pixel marked."""
    counts, pad = padded_with_zeros(sliding.counts(), sliding.pad), sliding.pad
    texts = counts.astype(object)
    texts[counts == 0] = "0"
    inside = np.zeros(counts.shape, dtype=bool)
    inside[pad : pad + PHOTO[0], pad : pad + PHOTO[1]] = True
    texts[~inside] = ""
    lit = np.zeros(counts.shape, dtype=bool)
    lit[line + pad, column + pad] = True
    most = max(int(counts.max()), 4)
    shade = partial(_share_of, most)
    return Grid("x: windows on each pixel", counts, lit, pad, GRADIENT, shade, texts=texts, size=LABEL)


def _share_of(most: int, value: float) -> tuple[float, float, float]:
    return blend(0.5 * value / most, GRADIENT)


def _dout_of(sliding: Sliding, pixel: Place) -> Grid:
    """dout, with the place of the pixel in the kernel written into the entries of its windows."""
    texts, lit = np.full(sliding.positions, "", dtype=object), np.zeros(sliding.positions, dtype=bool)
    for place in sliding.seeing(pixel):
        lit[place] = True
        texts[place] = ",".join(str(part) for part in in_kernel(sliding, pixel, place))
    note = "written: the place of the pixel in its window"
    return Grid("dout", lit.astype(int), lit, 0, GRADIENT, lambda value: GRADIENT_FILL, texts=texts, note=note)


def in_kernel(sliding: Sliding, pixel: Place, place: Place) -> Place:
    """Where in the window at a place of the output a pixel lies: the weight that it meets there."""
    u, v = (p + sliding.pad - q * sliding.stride for p, q in zip(pixel, place, strict=True))
    return u, v


def describe_overlap(kernel_h: int, kernel_w: int, stride: int, pad: int, line: int, column: int) -> str:
    """The counts, and what comes back to the pixel."""
    sliding, pixel = Sliding(PHOTO, kernel_h, kernel_w, stride, pad), (line, column)
    seeing, counts = sliding.seeing(pixel), sliding.counts()
    down, across = sliding.positions
    sizes = (
        f"Windows of {kernel_h} × {kernel_w}, stride {stride}, padding {pad}, on 5 × 6 pixels: {down} × {across} "
        f"windows. The counts go from {counts.min()} to {counts.max()}."
    )
    if not seeing:
        return f"{sizes} No window reaches the pixel [{line}, {column}]: nothing depends on it, and its gradient is 0."
    places = [(place, in_kernel(sliding, pixel, place)) for place in seeing]
    terms = " + ".join(f"dout[{i}, {j}]·W[{u}, {v}]" for (i, j), (u, v) in places)
    windows = "1 window" if len(seeing) == 1 else f"{len(seeing)} windows"
    return f"{sizes} The pixel [{line}, {column}] lies in {windows}: dx[{line}, {column}] = {terms}."
