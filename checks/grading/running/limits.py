"""How much a notebook may use: the one place where the defaults stand."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000


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


LONG = Limits(cell_seconds=600, notebook_seconds=1800, memory_bytes=8_000 * MB)
"""For the course's own solutions, which nobody waits for in vain."""
