"""The files of the data folder that hold tables.

Nothing outside the folder is opened: a link that leads out, a name that could be taken for a path
and anything that is not a regular file are refused.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from backend.contracts.errors import DataError, WorkspaceError
from backend.contracts.remote import RemoteData
from backend.contracts.schema import FileStat, TableProblem
from backend.tables.memory import free_memory

_SUFFIXES = (".csv", ".tsv", ".xlsx")
_IGNORED_STARTS = (".", "~$")
_COPIES = 3
_SMALL = 1 << 24
"""Bytes of a file that fits any memory."""
_REMOTE = ".remote.json"
FILES = "files"
"""The name of the table that tells of the files themselves (`backend.tables.data_files`)."""


class Source(NamedTuple):
    """A file in the data folder, and where it really lies."""

    file: str
    path: Path


class Content(NamedTuple):
    """The bytes of a source, and the stat that they were read under."""

    data: bytes
    stat: FileStat


def find_sources(data: Path) -> list[Source | TableProblem]:
    """All table files directly in the data folder, by name; refused ones as problems.

    Raises:
        WorkspaceError: ``unreadable-data``.
    """
    try:
        if not data.is_dir():
            return []
        names = [path.name for path in data.iterdir()]
    except OSError as error:
        raise WorkspaceError(
            f"{data.name}: the folder of the tables cannot be listed ({error.strerror}). "
            "Let the run read it.",
            code="unreadable-data",
        ) from error
    refused = _not_fetched(data) if _REMOTE in names else {}
    tables = sorted({*filter(_is_table, names), *refused})
    return [refused.get(name) or _source(data, name) for name in tables]


def find_source(data: Path, file: str) -> Source:
    """The source of this name.

    Raises:
        DataError: ``unreadable-file``: it is gone, or refused.
    """
    for source in find_sources(data):
        if isinstance(source, Source) and source.file == file:
            return source
    raise DataError(
        f"{file}: the file is no longer in the data folder. Put it back, or run again.",
        code="unreadable-file",
    )


def table_name(file: str) -> str:
    """The name of a file's table: the file's own without its ending."""
    return file.rpartition(".")[0]


def problem(table: str, file: str, error: DataError) -> TableProblem:
    """An error as the record that stands in a table's place."""
    return TableProblem(table=table, file=file, code=error.code, message=str(error))


def is_odd(name: str) -> bool:
    """Whether a name holds what a table name must not: separators, controls, broken letters."""
    return not name.strip(" .") or any(
        letter in "/\\" or not letter.isprintable() for letter in name
    )


def read_stat(source: Source) -> FileStat:
    """What the file system says of a source now.

    Raises:
        DataError: ``unreadable-file``.
    """
    try:
        return _file_stat(source.path.stat())
    except OSError as error:
        raise _unreadable(source.file, error) from error


class OpenedSource(NamedTuple):
    """A source that is being read, and the stat that it is read under."""

    source: Source
    bytes: BinaryIO
    stat: FileStat

    def refuse_changed(self) -> None:
        """See that what was read until now is one content.

        Raises:
            DataError: ``unreadable-file``.
        """
        now = _file_stat(os.fstat(self.bytes.fileno()))
        if now.model_copy(update={"seen_ns": self.stat.seen_ns}) != self.stat:
            raise DataError(
                f"{self.source.file}: the file changed while it was read. "
                "Run again when it is complete.",
                code="unreadable-file",
            )


@contextmanager
def opened_source(source: Source) -> Iterator[OpenedSource]:
    """A source, opened to be read.

    Raises:
        DataError: ``unreadable-file``, also where reading fails later.
    """
    try:
        # The path is resolved: a link in its place is newer than the look at it.
        descriptor = os.open(source.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            yield OpenedSource(source, file, _file_stat(os.fstat(descriptor)))
    except OSError as error:
        raise _unreadable(source.file, error) from error


def read_content(source: Source) -> Content:
    """All bytes of a source.

    Raises:
        DataError: ``unreadable-file``, also where the file changes while it is read;
            ``file-too-large``.
    """
    with opened_source(source) as opened:
        size = opened.stat.size
        _refuse_too_large(source.file, size)
        try:
            data = opened.bytes.read()
        except MemoryError as error:
            raise too_large(source.file, size) from error
        opened.refuse_changed()
    return Content(data, opened.stat)


def too_large(file: str, size: int) -> DataError:
    """The error of a file that memory cannot take."""
    return DataError(
        f"{file}: the file holds {size / (1 << 20):,.0f} MB, and reading it takes more memory than "
        "is free. Split it into several files, or run where there is more memory.",
        code="file-too-large",
    )


def _refuse_too_large(file: str, size: int) -> None:
    """A file, its cells as text and as they are typed are in memory at once."""
    if size > _SMALL and size * _COPIES > free_memory():
        raise too_large(file, size)


def _is_table(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(_IGNORED_STARTS)


def _source(data: Path, name: str) -> Source | TableProblem:
    if is_odd(table_name(name)):
        message = "the name cannot be a table's. Rename the file, with letters, digits, - and _."
        return _refused(name, "bad-name", message)
    try:
        path = (data / name).resolve(strict=True)
        is_regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError):
        message = "the link leads nowhere. Put the file itself here."
        return _refused(name, "unreadable-file", message)
    if not path.is_relative_to(data.resolve()):
        message = "the link leads out of the data folder. Put the file itself here."
        return _refused(name, "outside-data", message)
    if not is_regular:
        message = "this is not a regular file. Move it out of the data folder."
        return _refused(name, "unreadable-file", message)
    return Source(name, path)


def _not_fetched(data: Path) -> dict[str, TableProblem]:
    """Files of a fetched folder whose copy is not to be judged; see the room ``storage``."""
    try:
        return RemoteData.model_validate_json((data / _REMOTE).read_bytes()).problems
    except (OSError, ValidationError):
        return {}


def _refused(name: str, code: str, message: str) -> TableProblem:
    shown = name if name.isprintable() else ascii(name)[1:-1]
    return TableProblem(
        table=table_name(shown), file=shown, code=code, message=f"{shown}: {message}"
    )


def _file_stat(found: os.stat_result) -> FileStat:
    return FileStat(
        size=found.st_size,
        mtime_ns=found.st_mtime_ns,
        ctime_ns=found.st_ctime_ns,
        inode=found.st_ino,
        seen_ns=time.time_ns(),
    )


def _unreadable(file: str, error: OSError) -> DataError:
    return DataError(
        f"{file}: the file cannot be read ({error.strerror}). Check its permissions.",
        code="unreadable-file",
    )
