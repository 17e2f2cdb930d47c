"""The worker's own modules as bytecode, left where Python itself leaves it.

A worker writes nothing, and nobody else imports all of its modules: each would compile them anew.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path


def compile_modules(folder: Path) -> None:
    """Compile the modules of a folder that have no bytecode as new as they are.

    Nothing is written where Python is told to write none, or may not.
    """
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            for module in folder.glob("*.py"):
                _compile(module)


def _compile(module: Path) -> None:
    bytecode = Path(cache_from_source(str(module)))
    if bytecode.exists() and bytecode.stat().st_mtime_ns >= module.stat().st_mtime_ns:
        return
    import py_compile  # seldom: once for each version

    py_compile.compile(str(module), quiet=1)
