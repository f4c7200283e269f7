"""What tests of pictures share: reading the texts out of a figure, and one output out of a bundle."""

from matplotlib.figure import Figure
from matplotlib.text import Text


def texts(figure: Figure) -> list[str]:
    """Every text that is drawn in the figure, empty ones left out."""
    return [artist.get_text() for artist in figure.findobj(Text) if artist.get_text()]


def coloured(figure: Figure, colour: str) -> list[str]:
    """The texts of one colour."""
    return [artist.get_text() for artist in figure.findobj(Text) if artist.get_text() and artist.get_color() == colour]
