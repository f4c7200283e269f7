"""The layers that a level brings along, so that a student who is stuck in an earlier level is not stuck for good.

`layers.py` beside a level's text is built from the solved earlier levels; it is never written by hand.
"""

from __future__ import annotations

import ast

from checks.grading.course import Course, CourseError
from checks.grading.marks import without_marks

TINYNET = {
    "03-activations": ("Relu",),
    "05-softmax-loss": ("softmax", "cross_entropy", "SoftmaxWithLoss"),
    "11-convolution": ("im2col", "col2im", "Convolution"),
    "12-pooling": ("MaxPool", "FullyConnected"),
}
"""What the layers of TinyNet are made of."""

# level -> the earlier levels it takes from, and which of their names
GIVEN: dict[str, dict[str, tuple[str, ...]]] = {
    "08-two-layer-net": {
        "02-gradient-check": ("numerical_gradient", "relative_error", "gradient_check"),
        "03-activations": ("Relu",),
        "04-affine": ("Affine",),
        "05-softmax-loss": ("softmax", "cross_entropy", "SoftmaxWithLoss"),
    },
    "12-pooling": {"11-convolution": ("im2col", "col2im")},
    "13-tinynet-forward": TINYNET,
    "14-tinynet-backward": TINYNET,
    "15-tinynet-training": {**TINYNET, "14-tinynet-backward": ("TinyNet",)},
}

HEAD = '''"""The layers of the earlier levels, solved.  Made by `course build {level}`: change those levels instead."""

import numpy as np'''


def given_layers(course: Course, level: str) -> str | None:
    """The text of the `layers.py` that a level brings along, or None.  Raises CourseError when a name is not found."""
    if level not in GIVEN:
        return None
    parts = [_definition(course, earlier, name) for earlier, names in GIVEN[level].items() for name in names]
    return "\n\n\n".join([HEAD.format(level=level), *parts]) + "\n"


def _definition(course: Course, level: str, name: str) -> str:
    """The source of a function or class in a solved level, marks stripped."""
    for cell in course.source(level).cells:
        if cell.cell_type != "code":
            continue
        source = without_marks(cell.source)
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
                return str(ast.get_source_segment(source, node))
    raise CourseError(f"{level} defines no {name}, which a later level brings along (course/building/given.py).")
