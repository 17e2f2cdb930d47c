"""How a file of the cache tells that it is whole: by the hash behind its stream's end.

Readers of Arrow do not look there. A stream whose bytes follow on one another is sealed by their
XXH3-128. One with room behind its buffers (`backend.tables.roomy`) tells first which extents are
in use; its seal is the hash of that list and of their hashes, so that bytes can be added to an
extent without hashing what was there again.

Rules of this file: Arrow is not loaded.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import xxhash

SEAL_BYTES = 16
_BLOCK_BYTES = 1 << 25
_COUNT = struct.Struct("<q8s")
_ROOMY = b"extents\1"
"""Where a stream of the other kind ends, the eight bytes that end any stream stand instead."""


class Extent(NamedTuple):
    """So many bytes from a place of a file on, and their hash, which may be continued."""

    start: int
    length: int
    digest: xxhash.xxh3_128


class Whole(NamedTuple):
    """A file that holds its seal; ``extents`` are none where all bytes are in use."""

    extents: tuple[Extent, ...] = ()
    end: int = 0
    """Where the list of extents begins."""


def trailer_of(extents: Sequence[Extent]) -> bytes:
    """What stands behind the end of a stream with these extents."""
    flat = [number for each in extents for number in each[:2]]
    told = struct.pack(f"<{len(flat)}q", *flat) + _COUNT.pack(len(extents), _ROOMY)
    return told + _seal(told, extents)


def find_whole(path: Path) -> Whole | None:
    """What a file is made of; None where it is not there, or a byte of it is not as written.

    Pages that were read are given back, whatever the size.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            size = len(view) - SEAL_BYTES
            if size <= 0:
                return None
            if size > _COUNT.size and view[size - len(_ROOMY) : size] == _ROOMY:
                return _whole_extents(view, size)
            return Whole() if _digest(view, 0, size).digest() == view[size:] else None
    except (OSError, ValueError, struct.error):
        return None


def _whole_extents(view: mmap.mmap, size: int) -> Whole | None:
    count, _ = _COUNT.unpack_from(view, size - _COUNT.size)
    end = size - _COUNT.size - 16 * count
    if count < 0 or end < 0:
        return None
    flat = struct.unpack_from(f"<{2 * count}q", view, end)
    places = list(zip(flat[::2], flat[1::2], strict=True))
    if any(start < 0 or length < 0 or start + length > end for start, length in places):
        return None
    found = tuple(Extent(*place, _digest(view, *place)) for place in places)
    return Whole(found, end) if _seal(view[end:size], found) == view[size:] else None


def _seal(told: bytes, extents: Sequence[Extent]) -> bytes:
    digest = xxhash.xxh3_128(told)
    for each in extents:
        digest.update(each.digest.digest())
    return digest.digest()


def _digest(view: mmap.mmap, start: int, length: int) -> xxhash.xxh3_128:
    digest = xxhash.xxh3_128()
    with memoryview(view) as whole:
        for at in range(start, start + length, _BLOCK_BYTES):
            stop = min(at + _BLOCK_BYTES, start + length)
            with whole[at:stop] as block:
                digest.update(block)
            first = at - at % mmap.PAGESIZE
            view.madvise(mmap.MADV_DONTNEED, first, stop - first)
    return digest
