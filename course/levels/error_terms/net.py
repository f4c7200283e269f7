"""The 2-2-1 net of level 09: its numbers, the factors of its nine gradients, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, hypot, prod

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from course.figures.style import (
    FAINT,
    GRADIENT,
    GRADIENT_FILL,
    GREY,
    INK,
    SMALL,
    SUM,
    TITLE,
    VALUE,
    VALUE_FILL,
    arrow,
    write,
)

SUM_FILL = "#DDEFE7"
WEIGHTS = ("w53", "w54", "b5", "w31", "w32", "b3", "w41", "w42", "b4")
"""The nine weights in the order in which the way back comes to them. w31 leads from neuron 1 to neuron 3."""

Weights = dict[str, float]

STARTS: dict[str, Weights] = {
    "all 1, biases 0": {name: float(name[0] == "w") for name in WEIGHTS},
    "unequal": dict(w53=1.2, w54=-0.7, b5=0.1, w31=0.4, w32=-0.9, b3=0.3, w41=-0.6, w42=0.8, b4=-0.2),
    "large": dict(w53=3, w54=-2, b5=0.5, w31=4, w32=3, b3=1, w41=-3, w42=4, b4=-1),
}

# -- the numbers -----------------------------------------------------------------------------------------------------


def sigmoid(net: float) -> float:
    """Between 0 and 1, for the nets that a picture can show."""
    return 1 / (1 + exp(-net))


def slope(net: float) -> float:
    """f'(net) of the sigmoid."""
    return sigmoid(net) * (1 - sigmoid(net))


@dataclass(frozen=True)
class Factor:
    """One factor of a product: how it is written, its number, and whether it belongs to the output, the hidden neuron
    or to what came in.
    """

    name: str
    number: float
    part: str


@dataclass(frozen=True)
class Net:
    """The 2-2-1 net after a forward pass on x1, x2 with the target t; `y` and `net` by the number of the neuron."""

    w: Weights
    t: float
    y: dict[int, float]
    net: dict[int, float]

    def factors(self, weight: str) -> list[Factor]:
        """The factors of the derivative of E with respect to a weight, from E down to what came in."""
        to = int(weight[1])
        top = [Factor("−2 (t − y5)", -2 * (self.t - self.y[5]), "output"), self._slope(5, "output")]
        between = [] if to == 5 else [Factor(f"w5{to}", self.w[f"w5{to}"], "hidden"), self._slope(to, "hidden")]
        return [*top, *between, self._came_in(weight)]

    def gradient(self, weight: str) -> float:
        """The product of all factors."""
        return prod(factor.number for factor in self.factors(weight))

    def delta(self, neuron: int) -> float:
        """The error term of neuron 3, 4 or 5: its factors without what came in."""
        return prod(factor.number for factor in self.factors(f"b{neuron}")[:-1])

    def _slope(self, neuron: int, part: str) -> Factor:
        return Factor(f"f'(net{neuron})", slope(self.net[neuron]), part)

    def _came_in(self, weight: str) -> Factor:
        if weight[0] == "b":
            return Factor("1", 1.0, "in")
        source = int(weight[2])
        return Factor(f"{'x' if source < 3 else 'y'}{source}", self.y[source], "in")


def forward(w: Weights, x1: float, x2: float, t: float) -> Net:
    """The net with all weighted sums and outputs."""
    net = {j: w[f"w{j}1"] * x1 + w[f"w{j}2"] * x2 + w[f"b{j}"] for j in (3, 4)}
    y = {1: x1, 2: x2, 3: sigmoid(net[3]), 4: sigmoid(net[4])}
    net[5] = w["w53"] * y[3] + w["w54"] * y[4] + w["b5"]
    return Net(w, t, {**y, 5: sigmoid(net[5])}, net)


def worked() -> Net:
    """The net that the text works by hand."""
    return forward(STARTS["all 1, biases 0"], -2, -1, 1)


def said(value: float, digits: int = 4) -> str:
    """A number with so many digits that count and a real minus."""
    return f"{value + 0.0:.{digits}g}".replace("-", "−")


# -- the net ---------------------------------------------------------------------------------------------------------

RADIUS = 0.27
UP, DOWN = 1.9, 0.55
PLACES = {1: (0.6, UP), 2: (0.6, DOWN), 3: (3.1, UP), 4: (3.1, DOWN), 5: (5.5, (UP + DOWN) / 2)}
ERROR = (7.2, (UP + DOWN) / 2)
NET_HEIGHT = 2.75
COLOURS = {"output": GRADIENT, "hidden": SUM, "in": VALUE}
FILLS = {"output": GRADIENT_FILL, "hidden": SUM_FILL, "in": VALUE_FILL}

Point = tuple[float, float]


def draw_neurons(axes: Axes, net: Net, bottom: float, chosen: str = "") -> None:
    """The net above the height `bottom`; the way from the `chosen` weight to E stands out."""
    at = {j: (x, y + bottom) for j, (x, y) in PLACES.items()}
    path = [] if not chosen else ["in", *(["hidden"] if chosen[1] != "5" else []), "output"]
    for name in WEIGHTS:
        if name[0] == "w":
            start, end = at[int(name[2])], at[int(name[1])]
            on_path = "hidden" in path and name == f"w5{chosen[1]}"
            _draw_edge(axes, start, end, f"{name} = {said(net.w[name])}", name == chosen, on_path, bool(chosen))
    for j in (3, 4, 5):
        _draw_bias(axes, at[j], f"b{j} = {said(net.w[f'b{j}'])}", -1 if j == 4 else 1, f"b{j}" == chosen, bool(chosen))
    x, y = at[5]
    colour = GRADIENT if chosen else INK
    arrow(axes, [(x + RADIUS + 0.04, y), (ERROR[0] - 0.2, y)], colour, width=2.6 if chosen else 1.4)
    write(axes, ERROR[0], y, "E", size=TITLE, bold=True, colour=colour)
    write(axes, ERROR[0], y - 0.34, f"t = {said(net.t)}", size=SMALL)
    write(axes, ERROR[0], y - 0.56, f"E = {said((net.t - net.y[5]) ** 2)}", size=SMALL)
    for j, place in at.items():
        _draw_neuron(axes, net, j, place, _colour_of(j, chosen))


def describe_net(net: Net | None = None) -> str:
    """The net in words."""
    net = net or worked()
    weights = ", ".join(f"{name} = {said(net.w[name])}" for name in sorted(net.w, key=lambda n: (n[1], n[0] == "b", n)))
    neurons = "; ".join(f"net{j} = {said(net.net[j])}, y{j} = {said(net.y[j])}" for j in (3, 4, 5))
    return (
        "A net drawn from left to right: inputs 1 and 2 lead to the hidden neurons 3 and 4, both lead to the output "
        f"neuron 5, and its output y5 to the error E. x1 = {said(net.y[1])}, x2 = {said(net.y[2])}; {weights}; "
        f"{neurons}; t = {said(net.t)}, E = {said((net.t - net.y[5]) ** 2)}."
    )


def _colour_of(neuron: int, chosen: str) -> str:
    """The colour of what a neuron gives to the product of the chosen weight."""
    if not chosen:
        return INK
    roles = {5: "output", int(chosen[1]): "hidden" if chosen[1] != "5" else "output"}
    if chosen[0] == "w":
        roles[int(chosen[2])] = "in"
    return COLOURS[roles[neuron]] if neuron in roles else GREY


def _draw_edge(axes: Axes, start: Point, end: Point, text: str, chosen: bool, on_path: bool, any_chosen: bool) -> None:
    """A weight: thick and dashed if it is the chosen one, thick if it is a factor on the way to E."""
    colour = INK if chosen or not any_chosen else SUM if on_path else FAINT
    length = hypot(end[0] - start[0], end[1] - start[1])
    unit = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    tail = (start[0] + unit[0] * (RADIUS + 0.03), start[1] + unit[1] * (RADIUS + 0.03))
    tip = (end[0] - unit[0] * (RADIUS + 0.04), end[1] - unit[1] * (RADIUS + 0.04))
    if chosen:
        _dashed_arrow(axes, tail, tip)
    else:
        arrow(axes, [tail, tip], colour, width=2.6 if on_path else 1.4)
    along = 0.5 if abs(unit[1]) < 0.05 or start[0] > 2 else 0.3
    x, y = (a + along * (b - a) for a, b in zip(start, end, strict=True))
    label = write(axes, x, y, text, size=SMALL, colour=GREY if colour == FAINT else colour, bold=chosen or on_path)
    label.set_bbox(dict(facecolor="white", edgecolor="none", pad=1.5))


def _draw_bias(axes: Axes, place: Point, text: str, side: int, chosen: bool, any_chosen: bool) -> None:
    """A short arrow into the neuron from above (`side` 1) or below (-1)."""
    x, y = place
    colour = INK if chosen or not any_chosen else FAINT
    tip = (x, y + side * (RADIUS + 0.03))
    tail = (x, y + side * (RADIUS + 0.32))
    if chosen:
        _dashed_arrow(axes, tail, tip)
    else:
        arrow(axes, [tail, tip], colour)
    at = (x - 0.08, tail[1] - side * 0.08)
    write(axes, *at, text, size=SMALL, align="right", bold=chosen, colour=GREY if colour == FAINT else colour)


def _dashed_arrow(axes: Axes, tail: Point, tip: Point) -> None:
    """A thick dashed line with a head; a dashed `arrow` would have dashes in its head, too."""
    length = hypot(tip[0] - tail[0], tip[1] - tail[1])
    before = (tip[0] - (tip[0] - tail[0]) * 0.1 / length, tip[1] - (tip[1] - tail[1]) * 0.1 / length)
    axes.plot([tail[0], before[0]], [tail[1], before[1]], color=INK, linewidth=2.6, linestyle="--", zorder=1)
    arrow(axes, [before, tip], INK, width=2.6)


def _draw_neuron(axes: Axes, net: Net, j: int, place: Point, colour: str) -> None:
    x, y = place
    wide = 2.6 if colour in COLOURS.values() else 1.3
    if j < 3:
        side = RADIUS * 0.9
        axes.add_patch(
            Rectangle((x - side, y - side), 2 * side, 2 * side, facecolor="white", edgecolor=colour, linewidth=wide)
        )
        write(axes, x, y + (0.42 if j == 1 else -0.42), f"x{j} = {said(net.y[j])}", size=SMALL, colour=colour)
    else:
        axes.add_patch(Circle((x, y), RADIUS, facecolor="white", edgecolor=colour, linewidth=wide))
        right = x + (RADIUS * 0.5 if j == 5 else 0.12)
        upper, lower = {3: (0.58, 0.38), 4: (-0.38, -0.58), 5: (-0.42, -0.62)}[j]
        write(axes, right, y + upper, f"net{j} = {said(net.net[j])}", size=SMALL, align="left", colour=colour)
        write(axes, right, y + lower, f"y{j} = {said(net.y[j])}", size=SMALL, align="left", colour=colour)
    write(axes, x, y, str(j), bold=True, colour=colour)
