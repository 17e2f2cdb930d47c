"""Files that are whole at every moment: written aside, synced, and renamed into place.

A kill finds each file as it was or as it should be. Only within `SyncedTogether` may a machine that
loses its power find otherwise, and only until what was written is settled.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from backend.contracts.errors import WorkspaceError
from backend.store.text import to_bytes

_PREFIX, _SUFFIX = ".new-", ".tmp"
_SYNCING = 8
"""Files that are synced at once."""


def write_atomic(path: Path, data: bytes | str) -> None:
    """Replace the file by this content, or leave it as it was.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    with replacing(path) as stream:
        stream.write(to_bytes(data) if isinstance(data, str) else data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Lend a stream whose content takes the file's place when the block ends without an error.

    Folders that are missing are made; a file that is there keeps its permissions; a symbolic
    link is replaced, never followed.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
        try:
            with aside.open("xb") as stream:
                yield stream
                together = _taken_by(path)
                _finish(stream, path, syncs=together is None)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        if together is None:
            sync_folder(path.parent)
        else:
            together.add(path)
    except OSError as error:
        raise cannot_write(path, error) from error


class SyncedTogether:
    """Lets the files below a folder be synced together, later; a context manager.

    Within it each file is whole for every reader as soon as it is written, and durable once
    `settle` or the end of the block has been reached. Another thread may settle meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is taken before it is entered."""
        self._folder = folder
        self._written: deque[Path] = deque()

    def __enter__(self) -> Self:
        """Take what is written below the folder from now on."""
        _together.append(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Settle, and take nothing more.

        Raises:
            WorkspaceError: as `settle` has it, unless the block ends by an error of its own.
        """
        _together.remove(self)
        try:
            self.settle()
        except WorkspaceError:
            if error is None:
                raise

    def takes(self, path: Path) -> bool:
        """Whether the file lies below the folder."""
        return path.is_relative_to(self._folder)

    def add(self, path: Path) -> None:
        """A file that is in its place is to be synced."""
        self._written.append(path)

    def settle(self) -> None:
        """Make all durable that was written before: a disk takes many in the time of one.

        Raises:
            WorkspaceError: the disk refuses a file.
        """
        paths = [self._written.popleft() for _ in range(len(self._written))]
        if not paths:
            return
        with ThreadPoolExecutor(_SYNCING, thread_name_prefix="sync") as threads:
            for path, synced in [(path, threads.submit(_sync_file, path)) for path in paths]:
                try:
                    synced.result()
                except OSError as error:
                    raise cannot_write(path, error) from error


_together: list[SyncedTogether] = []
"""The blocks that this process is in, the innermost last."""


def set_aside(path: Path, kind: str) -> Path:
    """Rename a file to ``<name>.<kind>-<n>``, with the first n from 1 that is free.

    Raises:
        WorkspaceError: the folder's permissions refuse.
    """
    aside = free_name(path, kind)
    try:
        path.rename(aside)
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    return aside


def free_name(path: Path, kind: str) -> Path:
    """``<name>.<kind>-<n>`` beside the file, with the first n from 1 that is free."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{kind}-{number}")).exists():
        number += 1
    return aside


def sweep(folder: Path) -> int:
    """Delete what killed writers left unfinished in this folder and below; give their number."""
    left = [path for path in folder.rglob(f"{_PREFIX}*{_SUFFIX}") if path.is_file()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def sync_folder(folder: Path) -> None:
    """Make the folder's own entries durable, as far as its file system can."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError) -> WorkspaceError:
    """The error for a disk, or permissions, that refuse a file."""
    fact = error.strerror or str(error)
    cure = "Free some space, or let the run write to that folder."
    return WorkspaceError(f"{path} could not be written ({fact}). {cure}", code="cannot-write")


def _taken_by(path: Path) -> SyncedTogether | None:
    return next((each for each in reversed(_together) if each.takes(path)), None)


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)


def _finish(stream: BinaryIO, path: Path, *, syncs: bool) -> None:
    stream.flush()
    if path.is_file() and not path.is_symlink():
        os.fchmod(stream.fileno(), stat.S_IMODE(path.stat().st_mode))
    if syncs:
        os.fsync(stream.fileno())
