"""Arrow streams on disk that tell whether they are whole.

A file is written under another name and renamed, so that a kill leaves the old file or the new one.
Behind the stream's end, where readers of Arrow do not look, stand the 16 bytes of its XXH3-128
hash. The disk has it a little later, while the run goes on: what a power cut leaves half written is
not sealed, and is written anew.
"""

from __future__ import annotations

import mmap
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xxhash

from backend.contracts.errors import WorkspaceError

if TYPE_CHECKING:
    import pyarrow as pa

_SEAL_BYTES = 16
_BLOCK_BYTES = 1 << 25


class _Seen(NamedTuple):
    """The stat of a file."""

    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


_whole: dict[Path, _Seen] = {}
"""Files of which every byte was written or compared by this process, as they were then."""


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
        if seen := _see(path):
            _whole[path] = seen
        _sync_aside(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise WorkspaceError(
            f"{path.parent}: the table cache cannot be written ({error.strerror}). "
            "Make room on the disk, or check the folder's permissions.",
            code="unwritable-cache",
        ) from error


def read_sealed(path: Path) -> pa.Table | None:
    """The table of a file, memory-mapped; None where the file is not whole."""
    if not is_sealed(path):
        return None
    import pyarrow as pa  # whether a file is whole is asked by runs that read none

    try:
        return pa.ipc.open_stream(pa.memory_map(str(path))).read_all()
    except (OSError, pa.ArrowInvalid):
        return None


def is_sealed(path: Path) -> bool:
    """Whether the file is there and holds every byte as it was written.

    What this process has found whole is not read again while its stat stays.
    """
    seen = _see(path)
    if seen is None:
        return False
    if _whole.get(path) != seen and _holds_its_seal(path):
        _whole[path] = seen
    return _whole.get(path) == seen


def _see(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Seen(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _holds_its_seal(path: Path) -> bool:
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            size = len(view) - _SEAL_BYTES
            return size > 0 and _digest(view, size) == view[size:]
    except (OSError, ValueError):
        return False


def _write_stream(path: Path, table: pa.Table) -> None:
    import pyarrow as pa

    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)


def _append_seal(path: Path) -> None:
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            seal = _digest(view, len(view))
        file.seek(0, os.SEEK_END)
        file.write(seal)


def _sync_aside(path: Path) -> None:
    """Hand the file to the disk; the process does not end before that is done."""
    descriptor = os.open(path, os.O_RDONLY)
    threading.Thread(target=_sync, args=(descriptor,)).start()


def _sync(descriptor: int) -> None:
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(view: mmap.mmap, size: int) -> bytes:
    """The hash of the first bytes; pages that were read are given back, whatever the size."""
    digest = xxhash.xxh3_128()
    with memoryview(view) as whole:
        for start in range(0, size, _BLOCK_BYTES):
            stop = min(start + _BLOCK_BYTES, size)
            with whole[start:stop] as block:
                digest.update(block)
            view.madvise(mmap.MADV_DONTNEED, start, stop - start)
    return digest.digest()
