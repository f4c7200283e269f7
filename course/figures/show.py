"""Put a matplotlib figure into a notebook once, as a PNG that carries its text description."""

from __future__ import annotations

import io
import sys
from base64 import b64encode
from html import escape
from typing import Any

from IPython.display import display
from matplotlib.figure import Figure
from PIL import Image

from course.figures.style import PIXELS_PER_INCH

SHARP = 2 * PIXELS_PER_INCH
"""Dots per inch of a still: two for each pixel on the page, so that it stays sharp on a dense screen."""

Bundle = tuple[dict[str, Any], dict[str, Any]]


def still(figure: Figure, dpi: int = SHARP) -> bytes:
    """The figure as PNG bytes on white; the figure is not changed."""
    raw, png = io.BytesIO(), io.BytesIO()
    figure.savefig(raw, format="rgba", dpi=dpi, facecolor="white")
    width, height = (int(inches * dpi + 1e-6) for inches in figure.get_size_inches())
    image = Image.frombytes("RGBA", (width, height), raw.getvalue()).convert("RGB")
    # A palette makes the file three times smaller in the same time. This method keeps white exactly white.
    image.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(png, format="png")
    return png.getvalue()


def shown_width(figure: Figure) -> int:
    """How many pixels wide the figure is meant to be on the page."""
    return round(figure.get_figwidth() * PIXELS_PER_INCH)


def bundle(png: bytes, width: int, alt: str) -> Bundle:
    """Data and metadata of one output with the picture, `width` pixels wide on the page, and its description.

    JupyterLab and nbconvert's default template ignore the `alt` of an image/png, so the same picture is there as
    HTML, too.
    """
    encoded = b64encode(png).decode("ascii")
    html = f'<img alt="{escape(alt)}" width="{width}" src="data:image/png;base64,{encoded}">'
    return {"image/png": encoded, "text/html": html, "text/plain": alt}, {"image/png": {"alt": alt, "width": width}}


class Picture:
    """A rendered figure that displays as PNG with its description, and as the description alone where no picture can
    be shown.
    """

    def __init__(self, figure: Figure, alt: str) -> None:
        self.alt = alt
        self._bundle = bundle(still(figure), shown_width(figure), alt)

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        return self._bundle


def show(figure: Figure, alt: str) -> None:
    """Display `figure` once. `alt` says in words what it shows, for those who cannot see it.

    Raises ValueError if `alt` is empty: a picture without words is lost for a part of the class.
    """
    if not alt.strip():
        raise ValueError("show needs a description of the figure in words: show(figure, alt)")
    display(Picture(figure, alt))
    # A figure made through pyplot would be shown a second time at the end of the cell.
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(figure)
