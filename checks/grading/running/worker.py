"""Runs a notebook's cells in IPython's own shell and streams what they do.  A program: `python -I worker.py`.

It reads JSON lines from standard input: first {"cells": [source, ...], "environment": {...}, "given": folder,
"limits": {...}, "packages": folder}, later perhaps {"interrupt": true}. It writes JSON lines to standard output:
{"started": n}, {"output": {...}}, {"clear": wait}, {"done": n}. Outputs are nbformat outputs. The parent keeps the
clock; nothing that is written here is trusted there.
"""

from __future__ import annotations

import base64
import builtins
import io
import json
import os
import resource
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import IO, Any


class Events:
    """The line to the parent: a private copy of standard output, which student code does not find by printing."""

    def __init__(self) -> None:
        self._pipe = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        self._streams: list[Stream] = []

    def stream(self, name: str) -> Stream:
        """A stand-in for sys.stdout or sys.stderr."""
        self._streams.append(Stream(name, self))
        return self._streams[-1]

    def flush(self) -> None:
        """Send what was printed so far, so that prints and displays keep their order."""
        for stream in self._streams:
            stream.flush()

    def send(self, **event: Any) -> None:
        self._pipe.write(json.dumps(event, default=_plain) + "\n")
        self._pipe.flush()

    def output(self, output_type: str, **content: Any) -> None:
        self.flush()
        self.send(output={"output_type": output_type, **content})

    def clear(self, wait: bool) -> None:
        self.flush()
        self.send(clear=wait)


def _plain(value: Any) -> str:
    """Pictures travel as base64, as a notebook stores them; what JSON does not know, as its repr."""
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else repr(value)


class Stream(io.TextIOBase):
    """Stands in for sys.stdout or sys.stderr; sends whole chunks, so that a print loop is not a message a character."""

    chunk = 8192

    def __init__(self, name: str, events: Events) -> None:
        self.name = name
        self._events, self._text = events, io.StringIO()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        written = self._text.write(text)
        if self._text.tell() > self.chunk:
            self.flush()
        return written

    def flush(self) -> None:
        text = self._text.getvalue()
        if text:
            self._text = io.StringIO()
            self._events.send(output={"output_type": "stream", "name": self.name, "text": text})


def make_shell(events: Events) -> Any:
    """IPython's shell, its displays, results and errors sent as events."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Publisher(DisplayPublisher):
        def publish(  # the keywords differ between IPython's versions
            self,
            data: Any,
            metadata: Any = None,
            source: Any = None,
            *,
            transient: Any = None,
            update: bool = False,
            **_: Any,
        ) -> None:
            kind = "update_display_data" if update else "display_data"
            events.output(kind, data=data, metadata=metadata or {}, transient=transient or {})

        def clear_output(self, wait: bool = False) -> None:
            events.clear(bool(wait))

    class Hook(DisplayHook):
        def write_output_prompt(self) -> None: ...

        def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
            events.output("execute_result", data=format_dict, metadata=md_dict or {}, execution_count=self.prompt_count)

        def finish_displayhook(self) -> None: ...

    class Shell(InteractiveShell):
        def enable_gui(self, gui: Any = None) -> None:
            """For `%matplotlib inline`: figures become pictures, there is no window to serve."""

        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            events.output("error", ename=etype.__name__, evalue=str(evalue), traceback=list(stb))

    config = Config()
    config.HistoryManager.enabled = False
    return Shell.instance(config=config, display_pub_class=Publisher, displayhook_class=Hook)


def no_input(prompt: object = "") -> str:
    """Replaces input(): nobody is there to answer."""
    raise RuntimeError("input() can't be used here: nobody is there to answer while a notebook is graded.")


def main() -> None:
    """Read a job and run it."""
    control = os.fdopen(os.dup(0), "rb")
    job = json.loads(control.readline())
    events = Events()
    prepare(job)
    warm()
    serve(job, control, events)


def prepare(job: dict[str, Any]) -> None:
    """The environment, the limits, and a copy of the given files to work in."""
    os.environ.update(job["environment"])
    for name, most in job["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    home = os.environ["HOME"]
    for given in Path(job["given"]).iterdir():
        shutil.copytree(given, f"{home}/{given.name}")
    folder = f"{home}/submission"
    os.chdir(folder)
    sys.path.insert(0, job["packages"])  # the checks of this very checkout, whichever one the environment knows
    # Last on the path: a numpy.py that came with a submission must not stand in for numpy.
    sys.path.append(folder)


def warm() -> None:
    """Import what every notebook needs."""
    import IPython.core.interactiveshell  # noqa: F401


def serve(job: dict[str, Any], control: IO[bytes], events: Events) -> None:
    """Run the cells of a job one after the other."""
    sys.stdout, sys.stderr = events.stream("stdout"), events.stream("stderr")
    builtins.input = no_input
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=listen, args=(control,), daemon=True).start()
    shell = make_shell(events)
    for number, source in enumerate(job["cells"]):
        events.send(started=number)
        run_cell(shell, source)
        events.flush()
        events.send(done=number)


def listen(control: IO[bytes]) -> None:
    """Pass the parent's wish to interrupt on to the main thread."""
    for _ in control:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def run_cell(shell: Any, source: str) -> None:
    """One cell, interruptible by SIGINT as in a kernel."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        shell.run_cell(source, store_history=True)
    except KeyboardInterrupt:
        shell.showtraceback()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
