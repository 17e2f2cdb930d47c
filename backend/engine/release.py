"""What has to be alike on every machine, for verdicts to be alike."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("numpy", "pandas", "pyarrow")
PARTS = ("contracts/program.py", "engine", "sandbox")
"""What of this project runs on a node, and the shape of what it is sent."""
OURS = "this project"

_BACKEND = Path(__file__).resolve().parents[1]


@cache
def this_release() -> dict[str, str]:
    """Python, the libraries of programs, and a digest of this project's own part, as they are here.

    Of Python the minor version counts.
    """
    libraries = {name: version(name) for name in LIBRARIES}
    python = ".".join(platform.python_version_tuple()[:2])
    return {"Python": python, **libraries, OURS: _digest()}


def say_difference(there: Mapping[str, str]) -> str:
    """What another machine has otherwise than this one, in words; empty where all is alike."""
    return ", ".join(
        f"{name} {there.get(name, 'missing')} (here {here})"
        for name, here in this_release().items()
        if there.get(name) != here
    )


def _digest() -> str:
    digest = hashlib.sha256()
    for part in (_BACKEND / each for each in PARTS):
        for path in [part] if part.is_file() else sorted(part.rglob("*.py")):
            digest.update(path.relative_to(_BACKEND).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
