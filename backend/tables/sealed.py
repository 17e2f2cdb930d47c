"""Arrow streams on disk that tell whether they are whole.

A file is written under another name and renamed, so that a kill leaves the old file or the new one.
Its seal (`backend.tables.seals`) tells whether the disk has it, too: it has when the system comes
to that, and what a power cut leaves half written is written anew. To hand over long files at once
would let every record wait for them.

A long table that has grown is the one exception: its file is taken along, and written on where it
lies. A kill while that goes on leaves a file that does not hold its seal, and the source is read.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import xxhash

from backend.contracts.errors import WorkspaceError
from backend.tables.seals import Whole, find_whole

if TYPE_CHECKING:
    import pyarrow as pa


class _Seen(NamedTuple):
    """The stat of a file."""

    inode: int
    links: int
    size: int
    mtime_ns: int
    ctime_ns: int


_whole: dict[Path, tuple[_Seen, Whole]] = {}
"""Files of which every byte was written or compared by this process, as they were then."""


def write_sealed(path: Path, table: pa.Table) -> None:
    """Write a table as one uncompressed Arrow IPC stream of one batch.

    Raises:
        WorkspaceError: ``unwritable-cache``.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = _write_stream(draft, table)
        draft.replace(path)
        _note(path, whole)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise _unwritable(path, error) from error


def grow_sealed(before: Path, path: Path, table: pa.Table) -> bool:
    """Make a file the one of a table whose columns are those of the file and a piece more each.

    False where that cannot be: then nothing was done, and the table is to be written as a new one.

    Raises:
        WorkspaceError: ``unwritable-cache``.
    """
    seen, whole = _see(before), _find(before)
    # What a link leads to is not of this folder alone.
    if not seen or not whole or not whole.extents or before.is_symlink() or seen.links > 1:
        return False
    try:
        with before.open("r+b") as file, _held(file):
            return _see(before) == seen and _grow(file, whole, before, path, table)
    except (BlockingIOError, PermissionError, FileNotFoundError):
        return False
    except OSError as error:
        raise _unwritable(path, error) from error


def _grow(file: BinaryIO, whole: Whole, before: Path, path: Path, table: pa.Table) -> bool:
    from backend.tables.roomy import grow_roomy

    grown = grow_roomy(file, whole, table)
    if grown is None:
        return False
    file.flush()
    del _whole[before]
    before.replace(path)
    _note(path, grown)
    return True


@contextmanager
def _held(file: BinaryIO) -> Iterator[None]:
    """While no other process that asks for this file gets it.

    Raises:
        BlockingIOError: another one has it.
    """
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


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
    return _find(path) is not None


def _find(path: Path) -> Whole | None:
    seen = _see(path)
    if seen is None:
        return None
    known = _whole.get(path)
    if known is None or known[0] != seen:
        found = find_whole(path)
        if found is None:
            return None
        known = _whole[path] = seen, found
    return known[1]


def _note(path: Path, whole: Whole) -> None:
    if seen := _see(path):
        _whole[path] = seen, whole


def _see(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Seen(found.st_ino, found.st_nlink, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _unwritable(path: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        f"{path.parent}: the table cache cannot be written ({error.strerror}). "
        "Make room on the disk, or check the folder's permissions.",
        code="unwritable-cache",
    )


def _write_stream(path: Path, table: pa.Table) -> Whole:
    import pyarrow as pa

    from backend.tables.roomy import is_roomy, write_roomy
    from backend.tables.vectors import in_one_piece

    if is_roomy(table):
        return write_roomy(path, table)
    whole = pa.Table.from_arrays(list(map(in_one_piece, table.columns)), schema=table.schema)
    with path.open("wb") as file:
        sink = _Sink(file)
        with pa.PythonFile(sink, "w") as out, pa.ipc.new_stream(out, whole.schema) as stream:
            stream.write_table(whole)
        file.write(sink.digest.digest())
    return Whole()


class _Sink:
    """A file that Arrow writes to, hashed as it grows."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self.digest = xxhash.xxh3_128()
        self._file = file

    def write(self, data: bytes | pa.Buffer) -> int:
        self.digest.update(data)
        self._file.write(data)
        return memoryview(data).nbytes

    def flush(self) -> None:
        """The file is flushed when it is closed."""

    def close(self) -> None:
        self.closed = True
