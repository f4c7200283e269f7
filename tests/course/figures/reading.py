"""What tests of pictures share: reading the texts of a figure and where they stand."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text


def written(figure: Figure) -> list[Text]:
    return [artist for artist in figure.findobj(Text) if artist.get_text()]


def texts(figure: Figure, colour: str | None = None) -> list[str]:
    """Every text that is drawn in the figure, or only those of one colour."""
    return [text.get_text() for text in written(figure) if colour in (None, text.get_color())]


def collisions(figure: Figure) -> list[str]:
    """The texts that overlap another one or leave the figure."""
    canvas = FigureCanvasAgg(figure)
    boxes = {text: text.get_window_extent(canvas.get_renderer()) for text in written(figure)}
    found = [f"{a.get_text()} / {b.get_text()}" for a, b in combinations(boxes, 2) if boxes[a].overlaps(boxes[b])]
    wide, high = figure.bbox.size
    cut = [text for text, box in boxes.items() if box.x0 < 0 or box.y0 < 0 or box.x1 > wide or box.y1 > high]
    return found + [text.get_text() for text in cut]
