"""Interactive parts: a picture that follows its controls, with a text that says what it shows."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets
from IPython.display import display
from matplotlib.figure import Figure

from course.figures.show import Bundle, bundle, shown_width, still

DPI = 150
"""Dots per inch while playing: sharp enough, and drawn in well under a tenth of a second."""


def play(draw: Callable[..., Figure], describe: Callable[..., str], **controls: Any) -> None:
    """Display a picture with controls.

    `draw(**values)` returns the figure and `describe(**values)` the text under it, each called with the value of
    every control by name. A control is an ipywidgets widget with a value, or short for one, as with
    `ipywidgets.interact`: (low, high) or (low, high, step) for a slider, a list for a menu, True or False for a tick
    box. A short one starts at the default that `draw` has for it. Raises ValueError for a control that is neither.

    What an exception in `draw` or `describe` says stands in the text line. A page without a kernel shows the picture
    as it starts.
    """
    display(Interactive(draw, describe, **controls))


class Interactive:
    """What `play` displays: `controls` by name, `picture` and `text` as widgets, all in `view`."""

    def __init__(self, draw: Callable[..., Figure], describe: Callable[..., str], **controls: Any) -> None:
        self._draw, self._describe = draw, describe
        self.description, self.png, self._width = "", b"", 0
        self.controls = {name: _control(name, control, draw) for name, control in controls.items()}
        self.picture = ipywidgets.Image(format="png", layout=ipywidgets.Layout(max_width="100%", object_fit="contain"))
        self.text = ipywidgets.HTML()
        panel = ipywidgets.Box(list(self.controls.values()), layout=ipywidgets.Layout(flex_flow="row wrap"))
        self.view = ipywidgets.VBox([panel, self.picture, self.text])
        self.redraw()
        for control in self.controls.values():
            control.observe(self.redraw, names="value")

    def redraw(self, change: object = None) -> None:
        """Draw and describe the present values of the controls; an exception becomes the text."""
        values = {name: control.value for name, control in self.controls.items()}
        try:
            figure = self._draw(**values)
            png, self._width = still(figure, DPI), shown_width(figure)
            self.description = self._describe(**values)
        except Exception as error:  # whatever it is: it would be lost in the kernel's log
            png, self.description = b"", f"This could not be drawn. {type(error).__name__}: {error}"
        self._update(png)

    def __repr__(self) -> str:
        return self.description

    def _update(self, png: bytes) -> None:
        self.png = png
        # A picture of other values beside the message would mislead.
        self.picture.layout.display = None if png else "none"
        self.picture.value, self.picture.width = png, str(self._width)
        self.text.value = f'<div role="status" style="line-height: 1.4">{escape(self.description)}</div>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        """The live view and the picture; nbconvert takes the picture unless the state of the view is stored."""
        live = self.view._repr_mimebundle_() | {"text/plain": self.description}
        if not self.png:
            return live, {}
        data, metadata = bundle(self.png, self._width, self.description)
        return live | data, metadata


def _control(name: str, control: Any, draw: Callable[..., Figure]) -> Any:
    """The widget of a control, with a label and a width in which the label fits."""
    if not isinstance(control, ipywidgets.ValueWidget):
        parameter = inspect.signature(draw).parameters.get(name)
        start = inspect.Parameter.empty if parameter is None else parameter.default
        widget = ipywidgets.interactive.widget_from_abbrev(control, start)
        if widget is None:
            raise ValueError(f"{control!r} is no control for {name!r}: use a widget, (low, high[, step]) or a list")
        control = widget
    control.description = control.description or name.replace("_", " ")
    control.style.description_width = "9em"
    control.layout.width = "23em"
    return control
