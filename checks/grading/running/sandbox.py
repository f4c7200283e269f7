"""The sandbox: bubblewrap around one worker process.

Inside, a submission sees the Python installation and the course's packages read-only, a copy of its own files, and
temporary space of a fixed size; no network, no other process, no file of the grader's. Two ways lead there. An
ordinary user needs user namespaces. Root makes the namespaces itself and drops to a user id that nobody has.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import IO

from checks import rooms
from checks.grading.course import CourseError
from checks.grading.running.limits import MB
from checks.grading.running.seccomp import descriptors, seccomp_filter

HOME = "/home/student"
GIVEN = "/given"

INSTALL = (
    "Install it: `apt install bubblewrap` (Debian, Ubuntu), `dnf install bubblewrap` (Fedora). If every submission is "
    "trusted, such as your own, set `c.RunSubmission.trust_submissions = True` in nbgrader_config.py, or use "
    "`course score --trust`; what they contain then runs with your own rights."
)


class SandboxUnavailable(CourseError):
    """Submissions can't be run safely on this machine; the message says what to do."""


def require_sandbox() -> None:
    """Raise SandboxUnavailable unless a sandbox can be started here."""
    problem = sandbox_problem()
    if problem:
        raise SandboxUnavailable(unavailable(problem))


def unavailable(problem: str) -> str:
    """What to tell an instructor whose machine has no sandbox."""
    return f"Submissions are not run, because there is no sandbox here: {problem} {INSTALL}"


@cache
def sandbox_problem() -> str:
    """Why no sandbox can be started on this machine, as a sentence; "" when one can.

    Found out by starting one. The course's packages must be there: without them a whole class would seem to have
    answered nothing.
    """
    if shutil.which("bwrap") is None:
        return "bubblewrap (the program `bwrap`) was not found."
    with tempfile.TemporaryDirectory() as given, seccomp_filter() as filter:
        imports = f"import sys; sys.path.insert(0, {str(rooms.PACKAGES_FOLDER)!r}); import checks, course"
        program = [sys.executable, "-I", "-c", f"{imports}; print('inside')"]
        command = sandbox_command(program, {}, Path(given), 10 * MB, filter)
        run = subprocess.run(command, capture_output=True, text=True, pass_fds=descriptors(filter), check=False)
    if run.stdout == "inside\n":
        return ""
    return f"bubblewrap could not start one: {run.stderr.strip() or f'status {run.returncode}'}."


def sandbox_command(
    program: list[str], environment: dict[str, str], given: Path, space: int, filter: IO[bytes] | None
) -> list[str]:
    """The command that runs `program` in a sandbox.

    Args:
        environment: all the variables it has.
        given: a folder that the program finds, read-only, as `/given`.
        space: bytes of temporary space, each for the home folder and for /tmp.
        filter: the seccomp filter, whose descriptor must be handed to the process; None for none.
    """
    as_root = os.geteuid() == 0
    return [
        str(shutil.which("bwrap")),
        *(_ROOT if as_root else _USER),
        *("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        *("--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv"),
        *(word for pair in environment.items() for word in ("--setenv", *pair)),
        *_file_system(given, space),
        *(("--seccomp", str(filter.fileno())) if filter else ()),
        "--",
        *(_drop_root() if as_root else ()),
        *program,
    ]


_USER = ("--unshare-user", "--disable-userns", "--cap-drop", "ALL")
_ROOT = ("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP")


def _drop_root() -> list[str]:
    """From root to a user id of its own, so that limits on processes are not shared; every capability goes."""
    user = str(1_000_000_000 + secrets.randbelow(1_000_000_000))
    ids = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups"]
    return [*ids, "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"]


def _file_system(given: Path, space: int) -> list[str]:
    words: list[str] = []
    for path in ("/usr", "/bin", "/sbin", "/lib", "/lib64"):
        if Path(path).is_symlink():
            words += ["--symlink", str(Path(path).readlink()), path]
        elif Path(path).is_dir():
            words += ["--ro-bind", path, path]
    words += ["--perms", "0755", "--dir", "/etc"]
    for path in ("/etc/ld.so.cache", "/etc/fonts", "/etc/alternatives", "/etc/localtime"):
        words += ["--ro-bind-try", path, path]
    words += ["--proc", "/proc", "--dev", "/dev"]
    for path in ("/tmp", "/dev/shm"):
        words += ["--perms", "1777", "--size", str(space), "--tmpfs", path]
    words += ["--perms", "0755", "--dir", "/home", "--perms", "1777", "--size", str(space), "--tmpfs", HOME]
    for folder in python_folders():
        words += [*_parents(folder), "--ro-bind", str(folder), str(folder)]
    words += ["--ro-bind", str(given), GIVEN, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME]
    return words


def _parents(path: Path) -> list[str]:
    """The folders above a path, made passable: bubblewrap makes missing ones for their owner only."""
    above = list(reversed(path.parents))[1:]
    return [word for folder in above for word in ("--perms", "0755", "--dir", str(folder))]


def python_folders() -> tuple[Path, ...]:
    """Python's own folders, the course's two packages, and rooms of one's own; what lies beside them stays outside."""
    packages = [rooms.PACKAGES_FOLDER / name for name in rooms.PACKAGES]
    own = [Path(path).resolve() for name in rooms.PACKAGES for path in rooms.search_path(name)]
    wanted = [Path(sys.base_prefix), Path(sys.prefix), *packages, *own]
    kept = [path for path in dict.fromkeys(wanted) if not str(path).startswith("/usr/") and path.is_dir()]
    return tuple(path for path in kept if not any(other in path.parents for other in kept))
