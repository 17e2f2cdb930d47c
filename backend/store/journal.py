"""Logs that only grow, line by line.

Rules of this file: whole lines are appended in one write and synced; what a killed writer left
after the last line break is completed if it is a whole record, and else set aside in a file of its
own (``<name>.torn-<n>``) before the next append; no line is ever rewritten.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

from backend.contracts.errors import WorkspaceError
from backend.store.atomic import cannot_write, free_name, sync_folder, write_atomic
from backend.store.text import to_bytes

_BLOCK = 65536


class Tail(NamedTuple):
    """The end of a log.

    ``last`` is the last line that counts, without its line break; ``rest`` is what stands after
    the last line break, and ``start`` is the offset where that begins.
    """

    last: bytes
    rest: bytes
    start: int


def append_lines(path: Path, text: str) -> None:
    """Append whole lines and make them durable: all of them, or (disk full) none.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    with OpenLog(path) as log:
        log.append(text)
        log.sync()


class OpenLog:
    """A log that is open for many appends by its one writer; a context manager.

    What is appended survives a kill at once, and a loss of power once it is synced.
    """

    def __init__(self, path: Path) -> None:
        """Open the log, and mend its end.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        self._path = path
        try:
            is_new = not path.exists()
            path.parent.mkdir(parents=True, exist_ok=True)
            _mend(path)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
            self._handle = os.open(path, flags, 0o666)
            if is_new:
                sync_folder(path.parent)
        except OSError as error:
            raise cannot_write(path, error) from error

    def __enter__(self) -> Self:
        """It is open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it, synced or not."""
        os.close(self._handle)

    def append(self, text: str) -> None:
        """Append whole lines: all of them, or (disk full) none.

        Raises:
            WorkspaceError: the disk refuses.
        """
        try:
            _append(self._handle, to_bytes(text))
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def sync(self) -> None:
        """Make what was appended durable.

        Raises:
            WorkspaceError: the disk refuses.
        """
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise cannot_write(self._path, error) from error


def read_lines(path: Path) -> Iterator[bytes]:
    """Give the lines that were written in full, without their line breaks.

    Only a line feed ends a line. A log that is not there has none.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    if not path.exists():
        return
    with _reading(path) as stream:
        yield from whole_lines(stream)


def whole_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Those of a file's lines that were written in full, without their line breaks."""
    for line in lines:
        if line.endswith(b"\n") or is_whole(line):
            yield line.removesuffix(b"\n")


def read_tail(path: Path) -> Tail:
    """Read the last line and what follows it, from the end of the file.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    if not path.exists():
        return Tail(b"", b"", 0)
    with _reading(path) as stream:
        size = position = stream.seek(0, os.SEEK_END)
        block = b""
        while position and block.count(b"\n") < 2:
            position = max(0, position - max(_BLOCK, len(block)))
            stream.seek(position)
            block = stream.read(size - position)
    lines, _, rest = block.rpartition(b"\n")
    last = rest if is_whole(rest) else lines.rpartition(b"\n")[2]
    return Tail(last, rest, size - len(rest))


def is_whole(line: bytes) -> bool:
    """Whether this is a whole record: no proper prefix of a JSON object is one."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        fact = f"{path} could not be read ({error.strerror})"
        raise WorkspaceError(f"{fact}. Let the run read it.", code="cannot-read") from error


def _mend(path: Path) -> None:
    _, rest, start = read_tail(path)
    if not rest:
        return
    whole = is_whole(rest)
    if not whole:
        write_atomic(free_name(path, "torn"), rest)
    with path.open("r+b") as stream:
        if whole:
            stream.seek(0, os.SEEK_END)
            stream.write(b"\n")
        else:
            stream.truncate(start)
        stream.flush()
        os.fsync(stream.fileno())


def _append(handle: int, data: bytes) -> None:
    before = os.fstat(handle).st_size
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(handle, rest) :]
    except OSError:
        os.ftruncate(handle, before)
        raise
