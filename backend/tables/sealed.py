"""Arrow streams on disk that tell whether they are whole.

A file is written under another name and renamed, so that a kill leaves the old file or the new one.
Behind the stream's end, where readers of Arrow do not look, stand the 16 bytes of its XXH3-128
hash. The disk has it when the system comes to that: what a power cut leaves half written is not
sealed, and is written anew. To hand over long files at once would let every record wait for them.
"""

from __future__ import annotations

import mmap
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import xxhash

from backend.contracts.errors import WorkspaceError

if TYPE_CHECKING:
    import pyarrow as pa

    from backend.tables.pieces_joined import Pieces

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
    """Write a table as one uncompressed Arrow IPC stream of one batch.

    Raises:
        WorkspaceError: ``unwritable-cache``.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_stream(draft, table)
        draft.replace(path)
        if seen := _see(path):
            _whole[path] = seen
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

    from backend.tables.pieces_joined import lay_out

    laid = lay_out(table)
    with path.open("wb") as file:
        sink = _Sink(file, laid.pieces)
        with pa.PythonFile(sink, "w") as out, pa.ipc.new_stream(out, laid.table.schema) as stream:
            stream.write_table(laid.table)
        file.write(sink.digest.digest())


class _Sink:
    """A file that Arrow writes to: hashed as it grows, with pieces put in where they belong."""

    closed = False

    def __init__(self, file: BinaryIO, pieces: Pieces) -> None:
        self.digest = xxhash.xxh3_128()
        self._file = file
        self._pieces = pieces

    def write(self, data: bytes | pa.Buffer) -> int:
        address = -1 if isinstance(data, bytes) else data.address
        for part in self._pieces.get(address, (data,)):
            self.digest.update(part)
            self._file.write(part)
        return memoryview(data).nbytes

    def flush(self) -> None:
        """The file is flushed when it is closed."""

    def close(self) -> None:
        self.closed = True


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
