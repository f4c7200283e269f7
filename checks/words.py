"""Values in words: the one place where a report gets its names for what it was given."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np


def with_article(noun: str) -> str:
    """ "a list", "an ellipsis"."""
    return f"{'an' if noun[:1].lower() in {*'aeiou'} else 'a'} {noun}"


def type_name(value: Any) -> str:
    """The type of a value: "None", "list", "array of object"."""
    if isinstance(value, np.ndarray):
        return f"array of {value.dtype}"
    return "None" if value is None else type(value).__name__


def returned(value: Any) -> str:
    """What one call gave back in the place of several values."""
    if value is None:
        return "None (is a return missing?)"
    return f"one array of shape {value.shape}" if isinstance(value, np.ndarray) else f"one {type_name(value)}"


def handed_in(answer: Any) -> str:
    """What was handed to a check: a class, a function, an object of some class."""
    if answer is None:
        return "None"
    if inspect.isclass(answer):
        return f"the class {answer.__name__}"
    if inspect.isroutine(answer):
        return f"the function {answer.__name__}"
    if isinstance(answer, np.ndarray):
        return "an array"
    return with_article(f"{type_name(answer)} object")


def representation(value: Any) -> str:
    """The beginning of what a value prints as; a student's __repr__ may do anything."""
    try:
        return repr(value)
    except Exception as error:
        return f"(its repr raised {type(error).__name__})"


def as_attribute(row: str) -> str:
    """The name of a row as formulas write it: spaces become underscores."""
    return row.replace(" ", "_")
