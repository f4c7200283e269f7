"""The kernel editor of level 11: nine numbers on a digit."""

from __future__ import annotations

from functools import cache

import numpy as np
from IPython.display import display
from ipywidgets import BoundedIntText, Checkbox, Dropdown, GridBox, HBox, Layout, VBox
from matplotlib.figure import Figure

from course.figures.pixels import Array, Grid, Sliding, blend, draw_grid
from course.figures.play import Interactive
from course.figures.style import COLUMN, INK, LABEL, VALUE, canvas
from course.levels.convolution.play import minus

KERNELS = {
    "left and right edges": ((-1, 0, 1), (-1, 0, 1), (-1, 0, 1)),
    "upper and lower edges": ((-1, -1, -1), (0, 0, 0), (1, 1, 1)),
    "rising strokes": ((-1, 0, 1), (0, 2, 0), (1, 0, -1)),
    "outline": ((-1, -1, -1), (-1, 8, -1), (-1, -1, -1)),
    "blur": ((1, 1, 1), (1, 1, 1), (1, 1, 1)),
    "one pixel only": ((0, 0, 0), (1, 0, 0), (0, 0, 0)),
}
ENTRIES = [f"k{u}{v}" for u in range(3) for v in range(3)]
BELOW_ZERO = "#E69F00"
DARKEST = 16.0


@cache
def digit(label: int) -> Array:
    """The first image of that label, shape (8, 8), whole numbers from 0 to 16."""
    from course.data import load_digits_split

    x, t, _, _ = load_digits_split()
    image: Array = np.rint(x[int(np.argmax(t == label))].reshape(8, 8) * DARKEST).astype(int)
    return image


def play_kernel() -> None:
    """A menu for the digit, one for a kernel to start from, its nine numbers to edit, and ReLU behind it."""
    display(kernel_editor())


def kernel_editor() -> Interactive:
    """The editor, with the nine numbers laid out as the kernel lies on the image."""
    menu = Dropdown(options=list(KERNELS), description="start from")
    editor = Interactive(draw_kernel, describe_kernel, **kernel_controls())
    boxes = [editor.controls[name] for name in ENTRIES]
    for box in boxes:
        box.layout.width, box.style.description_width = "4.5em", "0"
    kernel = GridBox(boxes, layout=Layout(grid_template_columns="repeat(3, 5em)"))
    others = VBox([editor.controls["label"], menu, editor.controls["relu"]])
    editor.view.children = (HBox([others, kernel]), editor.picture, editor.text)
    menu.style.description_width, menu.layout.width = "9em", "23em"
    menu.observe(lambda change: put(editor, KERNELS[change["new"]]), names="value")
    return editor


def put(editor: Interactive, kernel: tuple[tuple[int, ...], ...]) -> None:
    """Write a kernel into the nine boxes and draw once."""
    for name, value in zip(ENTRIES, np.ravel(kernel), strict=True):
        control = editor.controls[name]
        control.unobserve(editor.redraw, names="value")
        control.value = int(value)
        control.observe(editor.redraw, names="value")
    editor.redraw()


def kernel_controls() -> dict[str, Dropdown | Checkbox | BoundedIntText]:
    """The controls, at a 3 and the first kernel."""
    first = np.ravel(next(iter(KERNELS.values())))
    boxes = {name: BoundedIntText(int(value), -9, 9) for name, value in zip(ENTRIES, first, strict=True)}
    return {
        "label": Dropdown(options=list(range(10)), value=3, description="digit"),
        "relu": Checkbox(False, description="ReLU behind it", indent=False),
        **boxes,
    }


def filtered(label: int, relu: bool, kernel: Array) -> Array:
    """The map of a kernel, with padding 1 so that it is as large as the digit."""
    windows = Sliding((8, 8), 3, 3, pad=1).cut(digit(label))
    out: Array = np.einsum("ijuv,uv->ij", windows, kernel)
    return np.maximum(out, 0) if relu else out


def draw_kernel(label: int, relu: bool, **entries: int) -> Figure:
    """The digit, the kernel and the map, each with its numbers; zeros are left out."""
    kernel = np.array([entries[name] for name in ENTRIES]).reshape(3, 3)
    out = filtered(label, relu, kernel)
    figure, axes = canvas(COLUMN, 3.25)
    top, cell = axes.get_ylim()[1] - 0.12, 0.32
    image = Grid("x", digit(label), shade=lambda value: blend(0.8 * value / DARKEST, INK), blank=True, size=8)
    draw_grid(axes, image, 0.15, top, cell)
    draw_grid(axes, Grid("kernel", kernel, size=LABEL), 3.42, top - 0.75, 0.38)
    most = max(float(np.abs(out).max()), 1.0)
    note = "negative numbers lie on orange" if out.min() < 0 else ""
    result = Grid("out", out, shade=lambda value: _signed_shade(value / most), blank=True, size=8, note=note)
    draw_grid(axes, result, COLUMN - 0.15 - result.width(cell), top, cell)
    return figure


def _signed_shade(share: float) -> tuple[float, float, float]:
    return blend(0.85 * share, VALUE) if share >= 0 else blend(-share, BELOW_ZERO)


def describe_kernel(label: int, relu: bool, **entries: int) -> str:
    """The kernel, how far its map reaches, and where it is largest."""
    kernel = np.array([entries[name] for name in ENTRIES]).reshape(3, 3)
    out = filtered(label, relu, kernel)
    line, column = np.unravel_index(out.argmax(), out.shape)
    behind = " and ReLU" if relu else ""
    return (
        f"A {label} of 8 × 8 pixels under the kernel {kernel.tolist()} with stride 1 and padding 1{behind}. "
        f"out goes from {minus(out.min())} to {minus(out.max())}; the largest stands on line {line}, column {column}. "
        f"{int((out > 0).sum())} pixels are positive, {int((out < 0).sum())} negative. Empty pixels are 0."
    )
