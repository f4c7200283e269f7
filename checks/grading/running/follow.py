"""Running a notebook in a worker process: the parent's side, which holds the clocks and the caps.

Nothing a notebook does ends the grader: a cell that takes too long is interrupted, then its process is killed; what
was finished stays, and every cell that did not finish says why.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.grading.running.process import Limits, Worker
from checks.grading.running.sandbox import MB

WATCH_SECONDS = 0.2
MAX_DEPTH = 50  # of what a notebook displays: tools that store and show it can't follow any nesting


@dataclass
class Result:
    """What became of one cell."""

    outputs: list[NotebookNode] = field(default_factory=list)
    finished: bool = False
    size: int = 0


class Stopped(Exception):
    """The notebook could not go on; the message says why, as a sentence."""


def execute(
    cells: Sequence[str],
    folder: Path,
    environment: dict[str, str],
    limits: Limits | None = None,
    *,
    trusted: bool = False,
) -> tuple[list[Result], str]:
    """Run the sources of code cells one after the other in a fresh process.

    Args:
        cells: the sources.
        folder: its files are copied to where the cells run, to be read and imported; others may read them.
        environment: variables added to a clean environment.
        trusted: run without the sandbox, with the grader's own rights.

    Raises:
        SandboxUnavailable: the code is not trusted, and this machine has no sandbox.

    Returns:
        One result for each cell, and a sentence that says why the notebook was stopped ("" if it was not).
    """
    results = [Result() for _ in cells]
    limits = limits or Limits()
    with Worker(folder, limits, trusted) as worker:
        worker.start(list(cells), environment)
        try:
            _follow(worker, results, limits)
        except Stopped as stopped:
            return _explain(results, str(stopped)), str(stopped)
    return results, ""


def _explain(results: list[Result], reason: str) -> list[Result]:
    """Give each cell that did not finish an error output that says why."""
    unfinished = (result for result in results if not result.finished)
    for number, result in enumerate(unfinished):
        text = reason if number == 0 else f"Not run. {reason}"
        result.outputs.append(new_output("error", ename="Stopped", evalue=text, traceback=[text]))
    return results


# -- following a worker ----------------------------------------------------------------------------------------------


def _follow(worker: Worker, results: list[Result], limits: Limits) -> None:
    """Take in events until every cell is done.  Raises Stopped."""
    record = _Record(results, limits)
    for event in _events(worker, record, limits):
        record.take(event)
        if all(result.finished for result in results):
            return


def _events(worker: Worker, record: _Record, limits: Limits) -> Iterator[dict[str, Any]]:
    """Decoded events, as long as they come in time and in bounds.  Raises Stopped."""
    if not record.results:
        return
    lines, total = _Lines(), 0
    clock = _Clock(limits)
    while True:
        clock.watch_memory(worker)
        left = clock.left(record.current)
        chunk = worker.read(min(left, WATCH_SECONDS))
        if chunk is None:
            if left <= WATCH_SECONDS:
                clock.late(worker, record)
            continue
        if not chunk:
            raise Stopped(_ended(worker, clock, record, limits))
        total += len(chunk)
        if total > limits.notebook_bytes:
            raise Stopped(f"The notebook printed more than {limits.notebook_bytes // 1_000_000} MB and was stopped.")
        for line in lines.of(chunk):
            yield _decode(line)


class _Lines:
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


def _decode(line: bytes) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Stopped("The notebook wrote into the grader's own channel and was stopped.") from error
    if not isinstance(event, dict):
        raise Stopped("The notebook wrote into the grader's own channel and was stopped.")
    if not _is_shallow(event, MAX_DEPTH):
        raise Stopped(f"The notebook displayed data nested more than {MAX_DEPTH} deep and was stopped.")
    return event if b"\\ud" not in line else _with_whole_characters(event)


def _is_shallow(data: Any, depth: int) -> bool:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return depth > 0 and all(_is_shallow(value, depth - 1) for value in inner)


def _with_whole_characters(event: dict[str, Any]) -> dict[str, Any]:
    """The same with a ? for each half of a character, which no file can hold."""
    whole: dict[str, Any] = json.loads(json.dumps(event, ensure_ascii=False).encode("utf-8", "replace"))
    return whole


def _ended(worker: Worker, clock: _Clock, record: _Record, limits: Limits) -> str:
    if clock.reason:
        return clock.reason
    try:
        status = worker.process.wait(limits.grace_seconds)
    except subprocess.TimeoutExpired:
        return "The notebook closed the grader's own channel and was stopped."
    number = -status if status < 0 else status - 128  # bubblewrap passes a signal on as 128 and its number
    how = f"was killed by signal {number}" if number > 0 else f"ended with status {status}"
    return f"The Python process {how} while cell {record.current + 1} ran."


class _Clock:
    """The time that a cell and the notebook have left; interrupts first and kills after a grace."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.notebook_seconds
        self._cell, self._cell_end = -1, self._end
        self._interrupted = False
        self._watched = 0.0
        self.reason = ""

    def left(self, cell: int) -> float:
        now = time.monotonic()
        if cell != self._cell:
            self._cell, self._interrupted = cell, False
            self._cell_end = min(self._end, now + self._limits.cell_seconds)
        return self._cell_end - now

    def watch_memory(self, worker: Worker) -> None:
        """Kill a notebook whose processes together use too much; looked at a few times a second."""
        now = time.monotonic()
        if now - self._watched < WATCH_SECONDS or self.reason:
            return
        self._watched = now
        if worker.uses_more_than(self._limits.memory_bytes):
            limit = self._limits.memory_bytes // MB
            self.reason = f"The notebook used more than {limit} MB of memory in cell {self._cell + 1} and was stopped."
            worker.kill()

    def late(self, worker: Worker, record: _Record) -> None:
        """The time is up: ask the cell to stop; when asked before, kill it."""
        if self._interrupted:
            self.reason = (
                f"Cell {self._cell + 1} ran for more than {self._limits.cell_seconds:g} seconds, did not stop when "
                "interrupted, and was killed. Is there a loop that never ends?"
            )
            worker.kill()
        elif time.monotonic() >= self._end:
            self.reason = f"The notebook took more than {self._limits.notebook_seconds:g} seconds and was stopped."
            worker.kill()
        else:
            self._interrupted = True
            self._cell_end = time.monotonic() + self._limits.grace_seconds
            record.note(f"This cell ran for more than {self._limits.cell_seconds:g} seconds and was interrupted.")
            worker.interrupt()


class _Record:
    """Turns events into each cell's outputs; what does not fit the protocol stops the notebook."""

    def __init__(self, results: list[Result], limits: Limits) -> None:
        self.results, self._limits = results, limits
        self.current = 0
        self._clear_next = False
        self._displays: dict[str, NotebookNode] = {}

    def take(self, event: dict[str, Any]) -> None:
        if "started" in event:
            self._clear_next = False
        elif "done" in event and event["done"] == self.current < len(self.results):
            self.results[self.current].finished = True
            self.current += 1
        elif "clear" in event:
            self._clear(bool(event["clear"]))
        elif "output" in event and self.current < len(self.results):
            self._output(event["output"])
        else:
            raise Stopped("The notebook wrote into the grader's own channel and was stopped.")

    def note(self, sentence: str) -> None:
        """Say in the running cell's output what the grader did to it."""
        self.results[self.current].outputs.append(
            new_output("error", ename="Stopped", evalue=sentence, traceback=[sentence])
        )

    def _clear(self, wait: bool) -> None:
        self._clear_next = wait
        if not wait:
            self.results[self.current].outputs.clear()

    def _output(self, data: Any) -> None:
        result = self.results[self.current]
        if self._clear_next:
            self._clear(False)
        result.size += len(json.dumps(data))
        if result.size > self._limits.cell_bytes:
            self._cut(result)
            return
        self._add(result, data)

    def _cut(self, result: Result) -> None:
        limit = self._limits.cell_bytes // 1_000_000
        note = f"[more than {limit} MB of output: the rest of this cell's output is left out]\n"
        if not (result.outputs and result.outputs[-1].get("text") == note):
            result.outputs.append(new_output("stream", name="stdout", text=note))

    def _add(self, result: Result, data: Any) -> None:
        try:
            output, display = _output_node(data)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise Stopped("The notebook wrote into the grader's own channel and was stopped.") from error
        last = result.outputs[-1] if result.outputs else None
        if output.output_type == "stream" and last and last.output_type == "stream" and last.name == output.name:
            last.text += output.text
        elif display and data["output_type"] == "update_display_data":
            self._update(display, output)
        else:
            result.outputs.append(output)
            if display:
                self._displays[display] = output

    def _update(self, display: str, output: NotebookNode) -> None:
        shown = self._displays.get(display)
        if shown is not None:
            shown.data, shown.metadata = output.data, output.metadata


def _output_node(data: dict[str, Any]) -> tuple[NotebookNode, str]:
    """An nbformat output out of an event, and its display id ("" if it has none)."""
    kind = data["output_type"]
    if kind == "stream":
        return new_output("stream", name=_one_of(data["name"], "stdout", "stderr"), text=str(data["text"])), ""
    if kind == "error":
        lines = [str(line) for line in data["traceback"]]
        return new_output("error", ename=str(data["ename"]), evalue=str(data["evalue"]), traceback=lines), ""
    bundle = {str(mime): value if str(mime).endswith("json") else str(value) for mime, value in data["data"].items()}
    metadata = dict(data["metadata"])
    if kind == "execute_result":
        count = int(data["execution_count"])
        return new_output("execute_result", data=bundle, metadata=metadata, execution_count=count), ""
    _one_of(kind, "display_data", "update_display_data")
    display = str(dict(data["transient"]).get("display_id") or "")
    return new_output("display_data", data=bundle, metadata=metadata), display


def _one_of(value: Any, *allowed: str) -> str:
    if value not in allowed:
        raise ValueError(value)
    return str(value)
