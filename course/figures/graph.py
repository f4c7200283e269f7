"""A computational graph as data: nodes, edges that carry a value and a gradient, where each node stands, and the
graph in words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from course.figures.style import number

Quantity = float | str | None
"""What stands on an edge: a number, a text such as a shape, or nothing."""


@dataclass(frozen=True)
class Node:
    """An operation, or a variable if nothing leads to it or away from it. `column` and `row` overrule the automatic
    layout.
    """

    name: str
    label: str
    column: float | None = None
    row: float | None = None


@dataclass(frozen=True)
class Edge:
    """A value on its way from one node to the next, and the gradient on its way back."""

    source: str
    target: str
    value: Quantity = None
    gradient: Quantity = None
    name: str = ""


@dataclass
class Graph:
    """A graph without cycles, read from left to right.

    Nodes that nothing leads to are its inputs, nodes that lead nowhere its outputs; the others are operations.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def node(
        self, name: str, label: str | None = None, *, column: float | None = None, row: float | None = None
    ) -> None:
        """Add a node. `label` is what is written in it, its name if not given. Raises ValueError if the name is
        taken.
        """
        if name in self.nodes:
            raise ValueError(f"the graph already has a node {name!r}")
        self.nodes[name] = Node(name, name if label is None else label, column, row)

    def edge(self, source: str, target: str, value: Quantity = None, gradient: Quantity = None, name: str = "") -> None:
        """Lead `value` from `source` to `target`; `name` is the variable it is kept in.

        Raises ValueError if a node is missing or if the edge would close a cycle.
        """
        for end in (source, target):
            if end not in self.nodes:
                raise ValueError(f"the graph has no node {end!r}")
        if source == target or source in self._reachable(target):
            raise ValueError(f"an edge from {source!r} to {target!r} would close a cycle")
        self.edges.append(Edge(source, target, value, gradient, name))

    def into(self, name: str) -> list[Edge]:
        """The edges that lead to a node, in the order in which they were added."""
        return [edge for edge in self.edges if edge.target == name]

    def out_of(self, name: str) -> list[Edge]:
        """The edges that lead away from a node, in the order in which they were added."""
        return [edge for edge in self.edges if edge.source == name]

    def is_operation(self, name: str) -> bool:
        """Whether something leads to the node and away from it."""
        return bool(self.into(name)) and bool(self.out_of(name))

    def called(self, edge: Edge) -> str:
        """The name of what the edge carries: its own, else that of the variable at one of its ends."""
        if edge.name:
            return edge.name
        if not self.into(edge.source):
            return self.nodes[edge.source].label
        if not self.out_of(edge.target):
            return self.nodes[edge.target].label
        return f"the output of {self.nodes[edge.source].label}"

    @property
    def forward_order(self) -> list[str]:
        """The operations, each after all that it needs."""
        depths = {name: self._depth(name) for name in self.nodes if self.is_operation(name)}
        return sorted(depths, key=depths.__getitem__)

    @property
    def steps(self) -> int:
        """How many steps the backward pass has: the gradient of the output itself, then one for each operation."""
        return len(self.forward_order) + 1

    def backward_step(self, step: int) -> list[Edge]:
        """The edges that get their gradient in `step`, counted from 1. Step 1 is that of the outputs."""
        if step == 1:
            return [edge for edge in self.edges if not self.out_of(edge.target)]
        return self.into(self.forward_order[-(step - 1)])

    def places(self) -> dict[str, tuple[float, float]]:
        """Column and row of each node, rows counted downwards.

        An operation stands one column right of the last thing it needs, on the row of the operations that lead to it,
        if any; an input stands just left of where it is used first, below what is in that column already.
        """
        columns = {name: self._column(name) for name in self.nodes}
        places: dict[str, tuple[float, float]] = {}
        # Inputs last within a column, so that they do not take the row of an operation.
        for name in sorted(self.nodes, key=lambda name: (columns[name], not self.into(name))):
            places[name] = columns[name], self._row(name, columns[name], places)
        return places

    def _reachable(self, name: str) -> set[str]:
        found = {edge.target for edge in self.out_of(name)}
        return found.union(*(self._reachable(target) for target in found))

    def _depth(self, name: str) -> int:
        return 1 + max((self._depth(edge.source) for edge in self.into(name)), default=-1)

    def _column(self, name: str) -> float:
        hint = self.nodes[name].column
        if hint is not None:
            return hint
        before = [self._column(edge.source) for edge in self.into(name) if self.into(edge.source)]
        if self.into(name):
            return 1 + max(before, default=0)
        return min((self._column(edge.target) for edge in self.out_of(name)), default=1) - 1

    def _row(self, name: str, column: float, places: dict[str, tuple[float, float]]) -> float:
        hint = self.nodes[name].row
        if hint is not None:
            return hint
        taken = [place[1] for place in places.values() if place[0] == column]
        # A hint may put a source further right than its target; it has no row yet.
        sources = [edge.source for edge in self.into(name) if edge.source in places]
        if not sources:
            return max(taken, default=-1.0) + 1
        rows = [places[source][1] for source in [s for s in sources if self.into(s)] or sources]
        row = sum(rows) / len(rows)
        while any(abs(row - other) < 1 for other in taken):
            row += 0.5
        return row


def describe(graph: Graph, *, gradients: bool = True, revealed: int | None = None) -> str:
    """The graph in words, made from the data that the picture shows; the options are those of `draw_graph`."""
    lines = ["Computational graph, read from left to right."]
    lines += [_forward(graph, name) for name in graph.forward_order]
    shown = steps_shown(graph, gradients, revealed)
    if gradients:
        lines.append(f"Backward, from right to left, {shown} of {graph.steps} steps shown.")
        lines += [_backward(graph, step) for step in range(1, shown + 1)]
    return " ".join(lines)


def steps_shown(graph: Graph, gradients: bool, revealed: int | None) -> int:
    """How many backward steps a picture shows: all of them if `revealed` is None, none without `gradients`."""
    if not gradients:
        return 0
    return graph.steps if revealed is None else max(0, min(revealed, graph.steps))


def _forward(graph: Graph, name: str) -> str:
    takes = " and ".join(_said(graph.called(edge), edge.value) for edge in graph.into(name))
    gives = " and ".join(dict.fromkeys(_said(graph.called(edge), edge.value) for edge in graph.out_of(name)))
    return f"{graph.nodes[name].label} takes {takes} and gives {gives}."


def _backward(graph: Graph, step: int) -> str:
    edges = graph.backward_step(step)
    if step == 1:
        return (
            "The gradient of " + " and ".join(_said(graph.called(edge), edge.gradient, " is ") for edge in edges) + "."
        )
    hands = " and ".join(_said(graph.called(edge), edge.gradient, " gets ") for edge in edges)
    return f"At {graph.nodes[edges[0].target].label}, {hands}."


def _said(name: str, quantity: Quantity, link: str = " ") -> str:
    return name if quantity is None else f"{name}{link}{number(quantity)}"
