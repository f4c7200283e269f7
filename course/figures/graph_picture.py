"""Draw a computational graph: values above its edges, gradients below, arrows for both directions."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from course.figures.graph import Edge, Graph, Quantity, steps_shown
from course.figures.style import (
    COLUMN,
    GRADIENT,
    GRADIENT_FILL,
    INK,
    LABEL,
    SMALL,
    VALUE,
    arrow,
    canvas,
    number,
    text_width,
    write,
)

Point = tuple[float, float]

RADIUS = 0.21
ROUND = f"round,pad=0,rounding_size={RADIUS}"
ROW = 1.1
LEGEND = 0.36
APART = 0.032
"""Half the distance between the two arrows of an edge."""


@dataclass(frozen=True)
class Spot:
    """Where a node is drawn: its centre and half its width and height, in inches."""

    x: float
    y: float
    half_width: float
    half_height: float

    def rim(self, towards: Point) -> Point:
        """The point just outside the node on the way to another one."""
        dx, dy = towards[0] - self.x, towards[1] - self.y
        length = hypot(dx, dy)
        reach = min(
            half * length / abs(d) if d else length for half, d in ((self.half_width, dx), (self.half_height, dy))
        )
        reach = (
            min(
                reach,
                hypot(self.half_width, self.half_height) if self.half_width > self.half_height else self.half_width,
            )
            + 0.05
        )
        return self.x + dx / length * reach, self.y + dy / length * reach


def draw_graph(graph: Graph, *, gradients: bool = True, revealed: int | None = None, width: float = COLUMN) -> Figure:
    """Draw `graph` left to right in a figure `width` inches wide.

    With `gradients=False` only the forward pass is drawn. `revealed` is the number of backward steps shown, from 0 to
    `graph.steps`; all if None. The node that made the last step stands out.
    """
    shown = steps_shown(graph, gradients, revealed)
    passed = [edge for step in range(1, shown + 1) for edge in graph.backward_step(step)]
    spots, height = _spots(graph, width)
    figure, axes = canvas(width, height)
    for edge in graph.edges:
        _draw_edge(axes, graph, edge, spots, edge in passed)
    active = graph.forward_order[-(shown - 1)] if shown > 1 and revealed is not None else None
    for name, spot in spots.items():
        _draw_node(axes, graph, name, spot, name == active)
    _draw_legend(axes, gradients)
    return figure


def _spots(graph: Graph, width: float) -> tuple[dict[str, Spot], float]:
    """Where the nodes go, and the height of the figure."""
    places = graph.places()
    columns, rows = [place[0] for place in places.values()], [place[1] for place in places.values()]
    halves = {name: _half_size(graph, name) for name in graph.nodes}
    left = max(halves[name][0] for name in places if places[name][0] == min(columns)) + 0.1
    right = max(halves[name][0] for name in places if places[name][0] == max(columns)) + 0.1
    stride = (width - left - right) / max(max(columns) - min(columns), 1)
    height = (max(rows) - min(rows)) * ROW + 1.0 + LEGEND
    spots = {}
    for name, (column, row) in places.items():
        x, y = left + (column - min(columns)) * stride, height - 0.5 - (row - min(rows)) * ROW
        spots[name] = Spot(x, y, *halves[name])
    return spots, height


def _half_size(graph: Graph, name: str) -> Point:
    label = graph.nodes[name].label
    if not graph.is_operation(name):
        return text_width(label, LABEL, mono=True) / 2, 0.11
    return (RADIUS, RADIUS) if len(label) == 1 else (text_width(label, LABEL) / 2 + 0.12, RADIUS)


def _draw_node(axes: Axes, graph: Graph, name: str, spot: Spot, active: bool) -> None:
    label, wide, tall = graph.nodes[name].label, spot.half_width, spot.half_height
    if not graph.is_operation(name):
        write(axes, spot.x, spot.y, label, mono=True)
        return
    corner = (spot.x - wide, spot.y - tall)
    outline = Circle((spot.x, spot.y), RADIUS) if wide == tall else FancyBboxPatch(corner, 2 * wide, 2 * tall, ROUND)
    outline.set(facecolor=GRADIENT_FILL if active else "white", edgecolor=GRADIENT if active else INK)
    outline.set_linewidth(2.6 if active else 1.3)
    axes.add_patch(outline)
    write(axes, spot.x, spot.y, label, size=15 if len(label) == 1 else LABEL)


def _draw_edge(axes: Axes, graph: Graph, edge: Edge, spots: dict[str, Spot], passed: bool) -> None:
    source, target = spots[edge.source], spots[edge.target]
    looped = graph.is_operation(edge.source) and target.x < source.x
    path = _loop(source, target) if looped else [source.rim((target.x, target.y)), target.rim((source.x, source.y))]
    gradient = edge.gradient if passed else None
    # Room for the way back beside the way there.
    shift = (0.7, 0.7) if looped else _upwards(path[0], path[1])
    apart = 0 if gradient is None else APART
    arrow(axes, [(x + shift[0] * apart, y + shift[1] * apart) for x, y in path], VALUE)
    if gradient is not None:
        arrow(axes, [(x - shift[0] * apart, y - shift[1] * apart) for x, y in path[::-1]], GRADIENT)
    middle = len(path) // 2
    _label(axes, path[middle - 1], path[middle], edge.value, 1)
    _label(axes, path[middle - 1], path[middle], gradient, -1)


def _loop(source: Spot, target: Spot) -> list[Point]:
    """Round the corner and back to the left, for a chain that goes on in a line further down."""
    right, left = source.x + source.half_width + 0.05, target.x - target.half_width - 0.05
    between = target.y + 0.66
    return [
        (right, source.y),
        (right + 0.25, source.y),
        (right + 0.25, between),
        (left - 0.25, between),
        (left - 0.25, target.y),
        (left, target.y),
    ]


def _upwards(start: Point, end: Point) -> Point:
    """The unit vector that stands on the edge and points up, or to the left of a vertical edge."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) * (-1 if dx < 0 or dx == 0 > dy else 1)
    return -dy / length, dx / length


def _label(axes: Axes, start: Point, end: Point, quantity: Quantity, side: int) -> None:
    """Write a value (`side` 1, above the edge) or a gradient (-1, below it); left and right of a vertical edge."""
    if quantity is None:
        return
    text, (nx, ny) = number(quantity), _upwards(start, end)
    away = side * (abs(nx) * text_width(text, LABEL) / 2 + abs(ny) * 0.085 + APART + 0.05)
    # Edges come closer towards the node where they meet, so slanted ones are labelled before their middle.
    along = 0.5 if min(abs(nx), abs(ny)) < 0.05 else 0.38
    x, y = start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1])
    write(axes, x + nx * away, y + ny * away, text, colour=VALUE if side > 0 else GRADIENT, bold=side < 0)


def _draw_legend(axes: Axes, gradients: bool) -> None:
    y = 0.2
    arrow(axes, [(0.12, y), (0.47, y)], VALUE)
    write(axes, 0.55, y, "value, above: computed forward", colour=VALUE, size=SMALL, align="left")
    if gradients:
        arrow(axes, [(3.32, y), (2.97, y)], GRADIENT)
        write(axes, 3.4, y, "gradient, below: computed backward", colour=GRADIENT, size=SMALL, align="left", bold=True)
