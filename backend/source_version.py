"""The version of a part of the compiler: a digest of its own source.

A changed emitter or phrase is another compiler, whether or not somebody thought of raising a
number; what was compiled before is then compiled again, and early cutoff keeps equal programs.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

import xxhash

_DATA = ("black", "pycountry")
"""Packages whose version changes what is compiled."""
_BACKEND = Path(__file__).resolve().parent


@cache
def source_version(name: str, *rooms: str) -> str:
    """``name@`` and eight hex digits over every module of these rooms, by path and content.

    A room may also be a single module.
    """
    digest = xxhash.xxh3_64("".join(map(version, _DATA)).encode())
    for room in rooms:
        place = _BACKEND / room
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            digest.update(path.relative_to(_BACKEND).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{name}@{digest.hexdigest()[:8]}"
