"""Content hashes, and when a file may be taken for unchanged without reading it.

XXH3-128 tells of change; beside it stands a SHA-256, on which an auditor relies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import xxhash

from backend.contracts.errors import DataError
from backend.contracts.schema import FileStat, TableSnapshot

READER = "tables@2"
"""Changes whenever the same bytes are read otherwise than before."""

_RACE_NS = 2_000_000_000
_FINGERPRINT = re.compile("xxh3:([0-9a-f]{32})")


def content_hash(data: bytes | memoryview) -> str:
    """The hash of a file's bytes: ``xxh3:`` and 32 hexadecimal digits."""
    return told_hash(xxhash.xxh3_128(data))


def told_hash(digest: xxhash.xxh3_128) -> str:
    """The content hash of all that ``digest`` was given."""
    return f"xxh3:{digest.hexdigest()}"


def sealed_hash(blocks: Iterable[bytes | memoryview]) -> str:
    """The hash of a file's bytes, block by block, that nobody can forge: ``sha256:…``."""
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return f"sha256:{digest.hexdigest()}"


def table_fingerprint(content: str, *, file: str, sheet: str | None) -> str:
    """What decides a table: its file's content hash, its sheet, and how it is read."""
    ending = file.rpartition(".")[2].lower()
    read_as = "\n".join((READER, content, ending, sheet or ""))
    return content_hash(read_as.encode())


def fingerprint_digits(snapshot: TableSnapshot) -> str:
    """The hexadecimal digits of a snapshot's fingerprint, safe in a file name.

    Raises:
        DataError: ``bad-fingerprint``: the snapshot was not written by this room.
    """
    found = _FINGERPRINT.fullmatch(snapshot.fingerprint)
    if found is None:
        raise DataError(
            f"{snapshot.table}: {snapshot.fingerprint!r} is no fingerprint. "
            "Delete the file of table snapshots; it is written anew.",
            code="bad-fingerprint",
        )
    return found[1]


def is_current(snapshot: TableSnapshot) -> bool:
    """Whether a snapshot was read by this version of the reader."""
    expected = table_fingerprint(snapshot.content_hash, file=snapshot.file, sheet=snapshot.sheet)
    return snapshot.fingerprint == expected


def is_unchanged(remembered: FileStat, now: FileStat) -> bool:
    """Whether the stats prove that nobody wrote to the file since.

    A stat taken within two seconds of the last change proves nothing: the next change may have
    left the same times (Git calls such an entry racily clean).
    """
    last_change = max(remembered.mtime_ns, remembered.ctime_ns)
    if remembered.seen_ns - last_change < _RACE_NS:
        return False
    return now.model_copy(update={"seen_ns": remembered.seen_ns}) == remembered
