"""The files that an ended program left in its slot, as one archive for the trusted side.

The archive is, for each file, two lengths, its name and its bytes. Nothing here follows a link.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from typing import NamedTuple

LENGTHS = struct.Struct("<HQ")
DEEPEST = 20
"""Folders within each other."""
LONGEST_NAME = 200
"""Characters of a name that are told."""
CHUNK = 1 << 20
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Unfit(Exception):
    """Something among the files cannot leave; the text says what."""


class Found(NamedTuple):
    """A regular file, open for reading, by its path below the folder."""

    name: str
    file: int
    size: int


def pack(folder: str, archive: int, *, mebibytes: int) -> None:
    """Write every regular file below the folder into the archive.

    Raises:
        Unfit: there is a file of another kind, a tree that is too deep, or too many bytes.
        OSError: a file or folder cannot be read.
    """
    left = mebibytes << 20
    try:
        top = os.open(folder, FOLDER)
    except (FileNotFoundError, NotADirectoryError):
        return
    for found in _walk(top, "", 0):
        try:
            left -= found.size
            if left < 0:
                raise Unfit(f"its files hold more than {mebibytes} MiB (limit sandbox.slot_mb)")
            _add(found, archive)
        finally:
            os.close(found.file)


def _walk(folder: int, path: str, depth: int) -> Iterator[Found]:
    """Every file below an open folder, which is closed at the end."""
    try:
        for name in sorted(os.listdir(folder)):
            below = f"{path}{name}"
            facts = os.stat(name, dir_fd=folder, follow_symlinks=False)
            if stat.S_ISDIR(facts.st_mode):
                _refuse_depth(below, depth)
                yield from _walk(os.open(name, FOLDER, dir_fd=folder), f"{below}/", depth + 1)
            else:
                yield _open(folder, name, below, facts)
    finally:
        os.close(folder)


def _open(folder: int, name: str, path: str, facts: os.stat_result) -> Found:
    if not stat.S_ISREG(facts.st_mode):
        raise Unfit(f"it left {_say(path)}, which is no regular file")
    if facts.st_nlink != 1:
        raise Unfit(f"it left {_say(path)}, which has another name elsewhere")
    return Found(path, os.open(name, FILE, dir_fd=folder), facts.st_size)


def _refuse_depth(path: str, depth: int) -> None:
    if depth >= DEEPEST:
        raise Unfit(f"it left folders that are more than {DEEPEST} deep: {_say(path)}")


def _say(path: str) -> str:
    return ascii(path if len(path) <= LONGEST_NAME else path[:LONGEST_NAME] + "…")


def _add(found: Found, archive: int) -> None:
    name = os.fsencode(found.name)
    _write(archive, LENGTHS.pack(len(name), found.size) + name)
    left = found.size
    while left:
        data = os.read(found.file, min(left, CHUNK))
        if not data:
            raise Unfit(f"{_say(found.name)} changed while it was read")
        _write(archive, data)
        left -= len(data)


def _write(archive: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(archive, rest) :]
