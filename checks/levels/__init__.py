"""One module for each level: its exercises, their probes and the mistakes they recognise."""

import importlib
import pkgutil


def load() -> None:
    """Import every level, which declares its exercises.  Costs nothing the second time."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
