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
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psutil

from checks.grading.running.sandbox import GIVEN, HOME, MB, require_sandbox, sandbox_command, seccomp_filter

WORKER = Path(__file__).with_name("worker.py")
FONTS = ".matplotlib"


@dataclass(frozen=True)
class Limits:
    """How much a notebook may use.

    Seconds of wall clock and bytes of output, each for one cell and for the whole notebook; bytes of memory for all
    its processes together; how many processes; bytes of temporary space.
    """

    cell_seconds: float = 60.0
    notebook_seconds: float = 300.0
    grace_seconds: float = 3.0
    cell_bytes: int = 4 * MB
    notebook_bytes: int = 64 * MB
    memory_bytes: int = 2_000 * MB
    processes: int = 64
    space_bytes: int = 200 * MB

    def resources(self) -> dict[str, int]:
        """What the worker sets for itself before it runs a cell, by the names of the `resource` module."""
        return {
            # Address space is more than memory in use, which the parent watches: numpy reserves without touching.
            "RLIMIT_AS": 2 * self.memory_bytes,
            "RLIMIT_CPU": int(2 * self.notebook_seconds),
            "RLIMIT_FSIZE": self.space_bytes,
            "RLIMIT_NPROC": self.processes,
            "RLIMIT_NOFILE": 256,
            "RLIMIT_CORE": 0,
        }


class Worker:
    """The process, the pipe to it and the pipe from it."""

    def __init__(self, folder: Path, limits: Limits, trusted: bool) -> None:
        """Prepare a worker that finds a copy of `folder` as its working folder.

        Raises SandboxUnavailable when the code is not trusted and there is no sandbox.
        """
        if not trusted:
            require_sandbox()
        self._folder, self._limits, self._trusted = folder.resolve(), limits, trusted

    def __enter__(self) -> Worker:
        self._home = tempfile.TemporaryDirectory(prefix="backprop-home-")
        if not self._trusted:
            _make_readable(self._folder)
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
        return sandbox_command(program, clean_environment(HOME), self._folder, self._limits.space_bytes, filter)

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.process.wait()
        self._selector.close()
        self._stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self._stdin.close()
        self._home.cleanup()

    def start(self, cells: list[str], environment: dict[str, str]) -> None:
        """Hand over the sources of the cells; the worker begins at once."""
        given = str(self._folder) if self._trusted else GIVEN
        limits = {} if self._trusted else self._limits.resources()
        self._write({"cells": cells, "environment": environment, "given": given, "limits": limits})

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


def _make_readable(folder: Path) -> None:
    """Let others read a folder: inside a sandbox that root started, the worker is somebody else."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has ended since it was listed
        return 0


def clean_environment(home: str) -> dict[str, str]:
    """The variables a worker starts with: nothing of the grader's own."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": home,
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{home}/submission/{FONTS}",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "NBGRADER_EXECUTION": "autograde",
    }


@cache
def font_caches() -> tuple[Path, ...]:
    """Matplotlib's list of fonts, made once if it is not there: without it every run would search for fonts anew."""
    folder = _font_folder()
    if not list(folder.glob("fontlist-*.json")):
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], capture_output=True, check=False)
    return tuple(folder.glob("fontlist-*.json"))


def _font_folder() -> Path:
    chosen = os.environ.get("MPLCONFIGDIR")
    cache_home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(chosen) if chosen else Path(cache_home) / "matplotlib"
