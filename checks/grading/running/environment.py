"""What a worker starts with: variables, and matplotlib's list of fonts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FONTS = "matplotlib"


def clean_environment(home: str) -> dict[str, str]:
    """The variables a worker starts with: nothing of the grader's own."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": home,
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{home}/{FONTS}",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "NBGRADER_EXECUTION": "autograde",
    }


@cache
def font_caches() -> Mapping[str, bytes]:
    """Matplotlib's list of fonts, made once if it is not there: without it every run would search for fonts anew."""
    folder = _font_folder()
    if not list(folder.glob("fontlist-*.json")):
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], capture_output=True, check=False)
    return {path.name: path.read_bytes() for path in folder.glob("fontlist-*.json")}


def _font_folder() -> Path:
    chosen = os.environ.get("MPLCONFIGDIR")
    cache_home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(chosen) if chosen else Path(cache_home) / "matplotlib"
