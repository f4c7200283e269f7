"""The seccomp filter of a sandbox: a second line of defence, behind the namespaces."""

from __future__ import annotations

import tempfile
from functools import cache
from typing import IO

# What no notebook needs and kernel bugs were found behind: tracing, mounting, modules, keys, new namespaces.
FORBIDDEN_CALLS = """
    acct add_key bpf clone3 delete_module finit_module fsconfig fsmount fsopen fspick init_module io_uring_enter
    io_uring_register io_uring_setup kexec_file_load kexec_load keyctl mount move_mount name_to_handle_at
    open_by_handle_at open_tree perf_event_open personality pivot_root process_vm_readv process_vm_writev ptrace
    quotactl reboot request_key setns swapoff swapon umount2 unshare userfaultfd vmsplice
"""
CLONE_NEWUSER = 0x10000000


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


def descriptors(filter: IO[bytes] | None) -> tuple[int, ...]:
    return (filter.fileno(),) if filter else ()


def has_seccomp() -> bool:
    """Whether dangerous system calls are filtered as well."""
    return bool(_compiled_filter())
