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

from checks.grading.course import CourseError

HOME = "/home/student"
GIVEN = "/given"
MB = 1_000_000

# What no notebook needs and kernel bugs were found behind: tracing, mounting, modules, keys, new namespaces.
FORBIDDEN_CALLS = """
    acct add_key bpf clone3 delete_module finit_module fsconfig fsmount fsopen fspick init_module io_uring_enter
    io_uring_register io_uring_setup kexec_file_load kexec_load keyctl mount move_mount name_to_handle_at
    open_by_handle_at open_tree perf_event_open personality pivot_root process_vm_readv process_vm_writev ptrace
    quotactl reboot request_key setns swapoff swapon umount2 unshare userfaultfd vmsplice
"""
CLONE_NEWUSER = 0x10000000

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
        program = [sys.executable, "-I", "-c", "import checks, course; print('inside')"]
        command = sandbox_command(program, {}, Path(given), 10 * MB, filter)
        run = subprocess.run(command, capture_output=True, text=True, pass_fds=_descriptors(filter), check=False)
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


@cache
def python_folders() -> tuple[Path, ...]:
    """Python's own folders and the course's two packages; what lies beside the packages stays outside."""
    packages = Path(__file__).resolve().parents[2]
    wanted = [Path(sys.base_prefix), Path(sys.prefix), packages / "checks", packages / "course"]
    kept = [path for path in dict.fromkeys(wanted) if not str(path).startswith("/usr/") and path.is_dir()]
    return tuple(path for path in kept if not any(other in path.parents for other in kept))


class seccomp_filter:  # noqa: N801  # used as a context manager, like open()
    """A file that holds the compiled seccomp filter; None where libseccomp is not installed."""

    def __enter__(self) -> IO[bytes] | None:
        compiled = _compiled_filter()
        self._file = None
        if compiled:
            self._file = tempfile.TemporaryFile()
            self._file.write(compiled)
            self._file.seek(0)
        return self._file

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()


@cache
def _compiled_filter() -> bytes:
    try:
        import pyseccomp
    except (ImportError, RuntimeError):  # RuntimeError: the Python part is here, the C library is not
        return b""
    import errno

    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in FORBIDDEN_CALLS.split():
        # ENOSYS for clone3 makes the C library fall back to clone, which starts threads as well.
        number = errno.ENOSYS if name == "clone3" else errno.EPERM
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:  # an older libseccomp lacks the newest
            rules.add_rule(pyseccomp.ERRNO(number), name)
    new_user = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)
    rules.add_rule(pyseccomp.ERRNO(errno.EPERM), "clone", new_user)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def _descriptors(filter: IO[bytes] | None) -> tuple[int, ...]:
    return (filter.fileno(),) if filter else ()


def has_seccomp() -> bool:
    """Whether dangerous system calls are filtered as well."""
    return bool(_compiled_filter())
