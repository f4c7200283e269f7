"""One worker process: started in a sandbox or, for trusted code, without; watched; ended with all that it started."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psutil

from checks import rooms
from checks.grading.running.environment import FONTS, clean_environment, font_caches
from checks.grading.running.job import Job
from checks.grading.running.sandbox import GIVEN, HOME, require_sandbox, sandbox_command
from checks.grading.running.seccomp import seccomp_filter

WORKER = Path(__file__).with_name("worker.py")


class Worker:
    """The process, the pipe to it and the pipe from it."""

    def __init__(self, job: Job, trusted: bool) -> None:
        """Prepare a worker for a job.  Raises SandboxUnavailable when it is not trusted and there is no sandbox."""
        if not trusted:
            require_sandbox()
        self._job, self._trusted = job, trusted

    def __enter__(self) -> Worker:
        self._given = tempfile.TemporaryDirectory(prefix="backprop-given-")
        self._home = tempfile.TemporaryDirectory(prefix="backprop-home-")
        _lay_out(self._job.files, Path(self._given.name))
        with seccomp_filter() as filter:
            self.process = subprocess.Popen(
                self._command(filter),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._home.name,
                env=clean_environment(self._home.name),
                start_new_session=True,
                pass_fds=() if filter is None else (filter.fileno(),),
            )
        assert self.process.stdin
        assert self.process.stdout
        self._stdin, self._stdout = self.process.stdin, self.process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._stdout, selectors.EVENT_READ)
        return self

    def _command(self, filter: Any) -> list[str]:
        # -I: nothing in the environment or the working folder decides what Python imports.
        program = [sys.executable, "-I", str(WORKER)]
        if self._trusted:
            return program
        space = self._job.limits.space_bytes
        return sandbox_command(program, clean_environment(HOME), Path(self._given.name), space, filter)

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.process.wait()
        self._selector.close()
        self._stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self._stdin.close()
        self._home.cleanup()
        self._given.cleanup()

    def start(self) -> None:
        """Hand over the job; the worker begins at once."""
        self._write(
            {
                "cells": list(self._job.cells),
                "environment": {**self._job.environment, rooms.VARIABLE: str(rooms.course_folder() or "")},
                "given": self._given.name if self._trusted else GIVEN,
                "limits": {} if self._trusted else self._job.limits.resources(),
                "packages": str(rooms.PACKAGES_FOLDER),
            }
        )

    def interrupt(self) -> None:
        """Ask the running cell to stop, as a KeyboardInterrupt."""
        self._write({"interrupt": True})

    def _write(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(BrokenPipeError):  # a process that is gone already shows when it is read from
            self._stdin.write(json.dumps(message).encode() + b"\n")
            self._stdin.flush()

    def read(self, seconds: float) -> bytes | None:
        """What the worker wrote; None when nothing came in time; b"" when it is gone."""
        if not self._selector.select(max(0.0, seconds)):
            return None
        return os.read(self._stdout.fileno(), 1 << 16)

    def uses_more_than(self, most: int) -> bool:
        """Whether the worker and everything that it started use more than so many bytes of memory."""
        try:
            first = psutil.Process(self.process.pid)
            family = [first, *first.children(recursive=True)]
        except psutil.NoSuchProcess:
            return False
        # Resident memory is quick to read, but counts what forked processes share once for each of them.
        return sum(map(_resident, family)) > most and sum(map(_proportional, family)) > most

    def kill(self) -> None:
        """End the worker and everything that it started; in a sandbox nothing can outlive this."""
        with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
            os.killpg(self.process.pid, signal.SIGKILL)


def _proportional(process: psutil.Process) -> int:
    """Memory of a process in which a page shared by n processes counts for 1/n."""
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:  # ended, or not ours to look into: then what is resident counts
        return _resident(process)


def _lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a job's files, and matplotlib's list of fonts, where others may read them: a worker is somebody else."""
    for place, contents in (("submission", files), (FONTS, font_caches())):
        (folder / place).mkdir()
        for name, content in contents.items():
            (folder / place / name).write_bytes(content)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has ended since it was listed
        return 0
