"""Closing a month: its lines leave ``runs_log.jsonl`` for a file of their own.

Rules of this file: the caller holds the lock; the file of the month is written aside, read back
line for line, synced and renamed before the log is cut; a kill in between leaves the lines in both,
which readers know and the next closing mends. The order of the log is kept: a line belongs to no
earlier month than the line before it, whatever its clock said.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice, zip_longest
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyarrow as pa
import xxhash

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.atomic import replacing
from backend.store.closed_months import (
    BYTES,
    HASH,
    find_months,
    live_start,
    month_of,
    read_month,
)
from backend.store.month_tables import SCHEMA, to_table

_STARTED = re.compile(rb'"started_at":"(\d{4}-\d\d)')
_GROUP = 10_000
"""Lines of a row group: what is read at once."""


class _Stretch(NamedTuple):
    """Lines of one month at the head of the log, up to byte ``end``."""

    month: str
    end: int


def close_months(workspace: Workspace, now: datetime | None = None) -> tuple[str, ...]:
    """Move the lines of months that are over into their files; gives their names.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse; no line is lost by that.
    """
    path, closed = workspace.runs_log_file, []
    today = f"{now or datetime.now(UTC):%Y-%m}"
    try:
        while path.exists():
            with path.open("rb") as log:
                months = find_months(workspace)
                written = live_start(log, months)
                stretch = _Stretch("", written) if written else _oldest(log, months, today)
                if stretch is None:
                    break
                if stretch.month:
                    closed.append(_write_month(workspace, log, stretch).name)
                _cut(path, log, stretch.end)
    except (OSError, pa.ArrowException) as error:
        fact = f"{path}: its closed months could not be put aside ({error})"
        cure = "Nothing is lost; the next run tries again."
        raise WorkspaceError(f"{fact}. {cure}", code="cannot-write") from error
    return tuple(closed)


def tidy_months(workspace: Workspace) -> tuple[str, ...]:
    """Close the months that are over; gives what hindered it, in sentences."""
    try:
        close_months(workspace)
    except WorkspaceError as error:
        return (str(error),)
    return ()


def _oldest(log: BinaryIO, months: tuple[Path, ...], today: str) -> _Stretch | None:
    """The stretch of the oldest month that is over, if the log begins with one."""
    month = month_of(months[-1]) if months else _first_month(log, today)
    log.seek(0)
    month = max(month, _own_month(log.readline(), month, today))
    if month >= today:
        return None
    log.seek(0)
    end = 0
    for line in log:
        if not line.endswith(b"\n") or _own_month(line, month, today) > month:
            break
        end += len(line)
    return _Stretch(month, end) if end else None


def _first_month(log: BinaryIO, today: str) -> str:
    """Of the first line whose clock did not go ahead."""
    log.seek(0)
    return next((found for line in log if (found := _own_month(line, "", today))), today)


def _own_month(line: bytes, otherwise: str, today: str) -> str:
    found = _STARTED.search(line)
    month = found[1].decode() if found else ""
    return month if month and month <= today else otherwise


def _write_month(workspace: Workspace, log: BinaryIO, stretch: _Stretch) -> Path:
    """Write the file, and read it back line for line before it takes its name."""
    import pyarrow.parquet as pq

    path = _free(workspace.runs_archive, stretch.month)
    told = {BYTES: str(stretch.end).encode(), HASH: _digest(log, stretch.end).encode()}
    with replacing(path) as stream:
        schema = SCHEMA.with_metadata(told)
        with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
            for lines in _in_groups(_lines(log, stretch.end)):
                writer.write_table(to_table(lines).replace_schema_metadata(told))
        stream.flush()
        _compare(Path(str(stream.name)), log, stretch.end)
    return path


def _compare(written: Path, log: BinaryIO, end: int) -> None:
    for line, again in zip_longest(_lines(log, end), read_month(written)):
        if line != again:
            raise OSError("what was written does not read back as it was")


def _cut(path: Path, log: BinaryIO, start: int) -> None:
    """Let the log begin at this byte."""
    log.seek(start)
    with replacing(path) as stream:
        shutil.copyfileobj(log, stream, 1 << 20)


def _lines(log: BinaryIO, end: int) -> Iterator[bytes]:
    log.seek(0)
    read = 0
    while read < end:
        line = log.readline()
        read += len(line)
        yield line.removesuffix(b"\n")


def _in_groups(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while group := list(islice(lines, _GROUP)):
        yield group


def _digest(log: BinaryIO, end: int) -> str:
    hashed = xxhash.xxh3_128()
    for line in _lines(log, end):
        hashed.update(line + b"\n")
    return hashed.hexdigest()


def _free(folder: Path, month: str) -> Path:
    """``2026-10.parquet``, or the next part of that month."""
    path, part = folder / f"{month}.parquet", 1
    while path.exists():
        part += 1
        path = folder / f"{month}.{part}.parquet"
    return path
