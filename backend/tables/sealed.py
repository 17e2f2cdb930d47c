"""Arrow streams on disk that tell whether they are whole.

A file is written under another name, synced and renamed, so that a kill leaves the old file or the
new one. Behind the stream's end, where readers of Arrow do not look, stand the 16 bytes of its
XXH3-128 hash.
"""

from __future__ import annotations

import mmap
import os
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import xxhash

from backend.contracts.errors import WorkspaceError

_SEAL_BYTES = 16


def write_sealed(path: Path, table: pa.Table) -> None:
    """Write a table as one uncompressed Arrow IPC stream.

    Raises:
        WorkspaceError: ``unwritable-cache``.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_stream(draft, table)
        _append_seal(draft)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise WorkspaceError(
            f"{path.parent}: the table cache cannot be written ({error.strerror}). "
            "Make room on the disk, or check the folder's permissions.",
            code="unwritable-cache",
        ) from error


def is_sealed(path: Path) -> bool:
    """Whether the file is there and holds every byte as it was written."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            return len(view) > _SEAL_BYTES and _digest(view) == view[-_SEAL_BYTES:]
    except (OSError, ValueError):
        return False


def _write_stream(path: Path, table: pa.Table) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)


def _append_seal(path: Path) -> None:
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            seal = xxhash.xxh3_128_digest(view)
        file.seek(0, os.SEEK_END)
        file.write(seal)
        file.flush()
        os.fsync(file.fileno())


def _digest(view: mmap.mmap) -> bytes:
    with memoryview(view) as whole, whole[:-_SEAL_BYTES] as stream:
        return xxhash.xxh3_128_digest(stream)
