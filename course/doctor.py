"""`course doctor`: what this machine can do to keep a stranger's notebook from doing harm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from checks.grading.running.sandbox import sandbox_problem
from checks.grading.running.seccomp import has_seccomp


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and what to do when it is not as it should be."""

    what: str
    good: bool
    remedy: str = ""

    def __str__(self) -> str:
        return f"ok       {self.what}" if self.good else f"MISSING  {self.what}\n         {self.remedy}"


def examine() -> list[Finding]:
    """Look at everything that grading strangers' notebooks needs; the last finding is a sandbox really started."""
    return [_linux(), _bubblewrap(), _namespaces(), _seccomp(), _memory(), _sandbox()]


def _linux() -> Finding:
    remedy = "The sandbox needs Linux: grade in a virtual machine, or your own notebooks with course score --trust."
    return Finding(f"Linux ({sys.platform})", sys.platform == "linux", remedy)


def _bubblewrap() -> Finding:
    path = shutil.which("bwrap")
    remedy = "Debian, Ubuntu: apt install bubblewrap. Fedora: dnf install bubblewrap. Version 0.8 or newer is needed."
    return Finding(f"bubblewrap ({_version(path) if path else 'not found'})", path is not None, remedy)


def _version(path: str) -> str:
    return subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.strip()


def _namespaces() -> Finding:
    """Root needs no user namespace: it makes the others itself and drops its rights inside."""
    if sys.platform == "linux" and os.geteuid() == 0:
        drops = shutil.which("setpriv") is not None
        return Finding("root, and setpriv to drop its rights", drops, "Install util-linux, which has setpriv.")
    remedy = (
        "An administrator allows them with `sysctl kernel.unprivileged_userns_clone=1` (Debian) or "
        "`sysctl kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu 24.04 and newer), and with "
        "`sysctl user.max_user_namespaces=15000` (Fedora, RHEL). In a container, run the container with "
        "`--security-opt seccomp=unconfined`, or as root with `--cap-add SYS_ADMIN`."
    )
    return Finding("user namespaces for ordinary users", _can_unshare(), remedy)


def _can_unshare() -> bool:
    """Whether this user gets a user namespace; elsewhere than in Linux there is not even the program that asks."""
    probe = ["unshare", "--user", "--map-root-user", "true"]
    return (
        shutil.which(probe[0]) is not None and subprocess.run(probe, capture_output=True, check=False).returncode == 0
    )


def _seccomp() -> Finding:
    remedy = "Debian, Ubuntu: apt install libseccomp2. Fedora: dnf install libseccomp. A second line of defence."
    return Finding("seccomp (libseccomp)", has_seccomp(), remedy)


def _memory() -> Finding:
    remedy = "Memory is limited by resource limits and by watching /proc, which is not mounted here."
    return Finding("memory control (resource limits and /proc)", Path("/proc/self/statm").is_file(), remedy)


def _sandbox() -> Finding:
    problem = sandbox_problem()
    remedy = f"{problem} Grading refuses until this works. In a container, see the remedies above."
    return Finding("a sandbox, started for real", not problem, remedy)
