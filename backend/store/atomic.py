"""Files that are whole at every moment: written aside, synced, and renamed into place."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from backend.contracts.errors import WorkspaceError
from backend.store.text import to_bytes

_PREFIX, _SUFFIX = ".new-", ".tmp"


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
                _finish(stream, path)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


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


def _finish(stream: BinaryIO, path: Path) -> None:
    stream.flush()
    if path.is_file() and not path.is_symlink():
        os.fchmod(stream.fileno(), stat.S_IMODE(path.stat().st_mode))
    os.fsync(stream.fileno())
