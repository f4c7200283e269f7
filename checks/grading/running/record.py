"""Events become the outputs of cells; what does not fit the protocol stops the notebook."""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.grading.running.channel import FOREIGN, Event
from checks.grading.running.job import Result, Stopped, stop_output
from checks.grading.running.limits import MB, Limits


class Record:
    """Turns events into each cell's outputs; what does not fit the protocol stops the notebook."""

    def __init__(self, results: list[Result], limits: Limits) -> None:
        self.results, self._limits = results, limits
        self.current, self.begun = 0, False
        self._clear_next = False
        self._displays: dict[str, NotebookNode] = {}

    def take(self, event: Event) -> None:
        if "started" in event:
            self.begun, self._clear_next = True, False
        elif "done" in event and event["done"] == self.current < len(self.results):
            self.results[self.current].finished = True
            self.current += 1
        elif "clear" in event:
            self._clear(bool(event["clear"]))
        elif "output" in event and self.current < len(self.results):
            self._output(event["output"])
        else:
            raise Stopped(FOREIGN)

    def note(self, sentence: str) -> None:
        """Say in the running cell's output what the grader did to it."""
        self.results[self.current].outputs.append(stop_output(sentence))

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
        limit = self._limits.cell_bytes // MB
        note = f"[more than {limit} MB of output: the rest of this cell's output is left out]\n"
        if not (result.outputs and result.outputs[-1].get("text") == note):
            result.outputs.append(new_output("stream", name="stdout", text=note))

    def _add(self, result: Result, data: Any) -> None:
        try:
            output, display = output_node(data)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise Stopped(FOREIGN) from error
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


def output_node(data: dict[str, Any]) -> tuple[NotebookNode, str]:
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
