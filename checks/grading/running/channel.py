"""The line from a worker: bytes become events.  They come from a stranger's process, so that nothing is believed."""

from __future__ import annotations

import json
from typing import Any

from checks.grading.running.job import Stopped

MAX_DEPTH = 50  # of what a notebook displays: tools that store and show it can't follow any nesting
FOREIGN = "The notebook wrote into the grader's own channel and was stopped."

Event = dict[str, Any]


class Lines:
    """Puts chunks together to lines; one that came in many chunks is joined once."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []

    def of(self, chunk: bytes) -> list[bytes]:
        """The lines that end in this chunk."""
        *lines, rest = chunk.split(b"\n")
        if lines:
            lines[0] = b"".join([*self._begun, lines[0]])
            self._begun = []
        self._begun.append(rest)
        return lines


def decode(line: bytes) -> Event:
    """The event on a line.  Raises Stopped when it is none."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Stopped(FOREIGN) from error
    if not isinstance(event, dict):
        raise Stopped(FOREIGN)
    if not _is_shallow(event, MAX_DEPTH):
        raise Stopped(f"The notebook displayed data nested more than {MAX_DEPTH} deep and was stopped.")
    return event if b"\\ud" not in line else _with_whole_characters(event)


def _is_shallow(data: Any, depth: int) -> bool:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return depth > 0 and all(_is_shallow(value, depth - 1) for value in inner)


def _with_whole_characters(event: Event) -> Event:
    """The same with a ? for each half of a character, which no file can hold."""
    whole: Event = json.loads(json.dumps(event, ensure_ascii=False).encode("utf-8", "replace"))
    return whole
