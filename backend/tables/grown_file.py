"""A file that has grown at its end: what is new is kept, the rest only hashed as it passes by.

Reading a long file into memory takes longer than hashing it. What was read before is told by the
hash of the file's first bytes; then the header, a sample and the new lines are all that is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple

import xxhash

from backend.contracts.schema import FileStat, TableSnapshot
from backend.tables.delimiter import SAMPLE_CHARACTERS
from backend.tables.fingerprint import sealed_hash, told_hash
from backend.tables.sources import OpenedSource, Source, opened_source

_HEAD_BYTES = 4 * (SAMPLE_CHARACTERS + 2)
"""Of the sample by which the delimiter is found: a character takes four bytes at most."""
_OVERLAP = 4
"""Bytes of the old end that are kept: whether its last line is complete shows in them."""
_BLOCK_BYTES = 1 << 21


class Growth(NamedTuple):
    """What is kept of a file that begins as it did before.

    ``head`` are its first bytes, ``end`` those from ``at`` on: the new ones and a few before.
    """

    head: bytes
    end: bytes
    at: int
    content_hash: str
    opened: OpenedSource
    seal: Future[str]

    @property
    def stat(self) -> FileStat:
        """What the file was read under."""
        return self.opened.stat

    def sealed(self) -> str:
        """The SHA-256 of the whole file.

        Raises:
            DataError: ``unreadable-file``: the file changed while it was read.
        """
        seal = self.seal.result()
        self.opened.refuse_changed()
        return seal


def may_have_grown(before: TableSnapshot, now: FileStat) -> bool:
    """Whether a file is longer than when it was text with a record on every line."""
    is_text = before.sheet is None and before.encoding.startswith("utf-8")
    return is_text and before.even_lines and 0 < before.stat.size < now.size


@contextmanager
def opened_growth(source: Source, before: TableSnapshot) -> Iterator[Growth | None]:
    """The growth of a file, while it is open; None where a quote is in it or it began otherwise.

    Raises:
        DataError: ``unreadable-file``.
    """
    with opened_source(source) as opened, ThreadPoolExecutor(1) as aside:
        if opened.stat.size <= before.stat.size:
            yield None
        else:
            blocks = _blocks(opened, 0, opened.stat.size)
            yield _growth(opened, before, aside.submit(sealed_hash, blocks))


def _growth(opened: OpenedSource, before: TableSnapshot, seal: Future[str]) -> Growth | None:
    size, digest = before.stat.size, xxhash.xxh3_128()
    for block in _blocks(opened, 0, size):
        if _has_quote(block):
            return None
        digest.update(block)
    if told_hash(digest) != before.content_hash:
        return None
    at = max(0, size - _OVERLAP)
    end = _read(opened, at, opened.stat.size)
    digest.update(memoryview(end)[size - at :])
    head = _read(opened, 0, min(_HEAD_BYTES, opened.stat.size))
    return Growth(head, end, at, told_hash(digest), opened, seal)


def _has_quote(block: memoryview) -> bool:
    return bool(block.obj.find(b'"', 0, len(block)) >= 0)  # type: ignore[attr-defined]


def _read(opened: OpenedSource, start: int, end: int) -> bytes:
    opened.bytes.seek(start)
    return opened.bytes.read(end - start)


def _blocks(opened: OpenedSource, start: int, end: int) -> Iterator[memoryview]:
    """A part of the file, block by block, each in the memory of the one before."""
    memory = bytearray(min(_BLOCK_BYTES, end - start))
    room = memoryview(memory)
    while start < end:
        length = os.preadv(opened.bytes.fileno(), [room[: end - start]], start)
        if not length:
            return  # it was cut off meanwhile, which its stat tells
        yield room[:length]
        start += length
