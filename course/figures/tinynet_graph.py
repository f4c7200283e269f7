"""TinyNet as a computational graph, each operation a node, in three lines: two stages and the end."""

from __future__ import annotations

from course.figures.graph import Graph

FULL, HALF, QUARTER = "H, W", "H/2, W/2", "H/4, W/4"
LINE = 1.75
"""Rows between two lines."""


def tinynet_graph() -> Graph:
    """The graph with shapes on its edges, above for values and below for gradients."""
    graph = Graph()
    _inputs(graph)
    for stage, row in ((1, 0.0), (2, LINE)):
        for column, kind in enumerate(("conv", "relu", "pool"), start=1):
            graph.node(f"{kind}{stage}", column=column, row=row)
    graph.node("fc", column=1, row=2 * LINE)
    graph.node("loss", column=2, row=2 * LINE)
    graph.node("L", column=3.25, row=2 * LINE)
    graph.edge("x", "conv1", f"(N, C, {FULL})")
    _stage(graph, 1, FULL)
    graph.edge("pool1", "conv2", *_both(f"(N, C1, {HALF})"))
    _stage(graph, 2, HALF)
    graph.edge("pool2", "fc", *_both(f"(N, C2, {QUARTER})"))
    graph.edge("W_fc, b_fc", "fc", None, "dW, db")
    graph.edge("fc", "loss", *_both("(N, classes)"), "logits")
    graph.edge("t", "loss", "(N,)")
    graph.edge("loss", "L", "L", "1")
    return graph


def _inputs(graph: Graph) -> None:
    graph.node("x", column=0, row=0)
    for line, layer in enumerate(("conv1", "conv2", "fc")):
        graph.node(f"W_{layer}, b_{layer}", column=1, row=line * LINE + 0.85)
    graph.node("t", column=2, row=2 * LINE + 0.85)


def _stage(graph: Graph, stage: int, sides: str) -> None:
    shape = f"(N, C{stage}, {sides})"
    graph.edge(f"W_conv{stage}, b_conv{stage}", f"conv{stage}", None, "dW, db")
    graph.edge(f"conv{stage}", f"relu{stage}", *_both(shape))
    graph.edge(f"relu{stage}", f"pool{stage}", *_both(shape))


def _both(shape: str) -> tuple[str, str]:
    """A value and its gradient have one shape."""
    return shape, shape
