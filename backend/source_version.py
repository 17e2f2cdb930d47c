"""The version of a part of the compiler: a digest of its own source.

A changed emitter or phrase is another compiler, whether or not somebody thought of raising a
number; what was compiled before is then compiled again, and early cutoff keeps equal programs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import xxhash

_DATA = ("black", "holidays", "pycountry")
"""Packages whose version changes what is compiled."""
_BACKEND = Path(__file__).resolve().parent


@cache
def source_version(name: str, *rooms: str) -> str:
    """``name@`` and eight hex digits over every module of these rooms, by path and content.

    A room may also be a single module.
    """
    digest = xxhash.xxh3_64(_libraries())
    for room in rooms:
        digest.update(_digest(room))
    return f"{name}@{digest.hexdigest()[:8]}"


@cache
def _libraries() -> bytes:
    return "".join(map(version, _DATA)).encode()


@cache
def _digest(room: str) -> bytes:
    """Of one room: two compilers share some."""
    place, digest = _BACKEND / room, xxhash.xxh3_128()
    for path in [str(place)] if place.is_file() else sorted(_modules(str(place))):
        digest.update(path.removeprefix(str(_BACKEND)).encode())
        with open(path, "rb", buffering=0) as file:
            digest.update(file.read())
    return digest.digest()


def _modules(folder: str) -> Iterator[str]:
    for inside, _, files in os.walk(folder):
        yield from (f"{inside}/{file}" for file in files if file.endswith(".py"))
