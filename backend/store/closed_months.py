"""``runs_log/<month>.parquet``: closed months of the runs log, each line as it was written.

Rules of this file: it only reads; a file of a month is never changed. A kill between the writing
of a month and the cutting of the log leaves the same lines in both: the log's are then passed over.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

import xxhash

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace

LINE, BYTES, HASH = "line", b"bytes", b"xxh3"
_NAME = re.compile(r"(\d{4}-\d\d)(?:\.(\d+))?\.parquet")
_BLOCK = 1 << 20


class Parts(NamedTuple):
    """The log as it lies on disk: its closed months, oldest first, then ``live`` from ``start``."""

    months: tuple[Path, ...]
    live: BinaryIO
    start: int


@contextlib.contextmanager
def reading_parts(workspace: Workspace) -> Iterator[Parts]:
    """Open the log for reading, without the lock: a month that is closed meanwhile is there once.

    Raises:
        WorkspaceError: ``cannot-read``.
    """
    path = workspace.runs_log_file
    try:
        with path.open("rb") if path.exists() else BytesIO() as live:
            months = find_months(workspace)  # after the log was opened: nothing falls between
            yield Parts(months, live, live_start(live, months))
    except _faults_of_reading() as error:
        fact = f"{path} could not be read ({getattr(error, 'strerror', None) or error})"
        raise WorkspaceError(f"{fact}. Let the command read it.", code="cannot-read") from error


def _faults_of_reading() -> tuple[type[Exception], ...]:
    """What is caught; it is asked for only once something was raised."""
    import pyarrow as pa

    return (OSError, pa.ArrowException)


def find_months(workspace: Workspace) -> tuple[Path, ...]:
    """The files of closed months, oldest first."""
    folder = workspace.runs_archive
    names = [each for path in folder.glob("*.parquet") if (each := _NAME.fullmatch(path.name))]
    return tuple(folder / each[0] for each in sorted(names, key=lambda e: (e[1], int(e[2] or 1))))


def month_of(path: Path) -> str:
    """``2026-10``."""
    return path.name[:7]


def live_start(live: BinaryIO, months: Sequence[Path]) -> int:
    """The byte of the log where the lines begin that no closed month has."""
    if not months:
        return 0
    told = read_facts(months[-1])
    live.seek(0)
    hashed = xxhash.xxh3_128()
    left = told.size
    if not left or live.readline().removesuffix(b"\n") != told.first:
        return 0
    live.seek(0)
    while left and (data := live.read(min(left, _BLOCK))):
        hashed.update(data)
        left -= len(data)
    return told.size if not left and hashed.hexdigest() == told.hash else 0


class Facts(NamedTuple):
    """The stretch of the log that a file of a month was made from."""

    size: int
    hash: str
    first: bytes


def read_facts(path: Path) -> Facts:
    """What a file of a month tells of its stretch of the log."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        told = file.schema_arrow.metadata or {}
        first = next(file.iter_batches(1, columns=[LINE]), None)
        line = first.column(0)[0].as_py() if first is not None and first.num_rows else b""
        return Facts(int(told.get(BYTES, b"0")), told.get(HASH, b"").decode(), line)


def read_month(path: Path) -> Iterator[bytes]:
    """The lines of a month, oldest first, without their line breaks."""
    for lines in _groups(path, range):
        yield from lines


def read_month_backwards(path: Path) -> Iterator[bytes]:
    """The lines of a month, newest first."""
    for lines in _groups(path, lambda number: range(number - 1, -1, -1)):
        yield from reversed(lines)


def _groups(path: Path, order: Callable[[int], range]) -> Iterator[list[bytes]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for number in order(file.num_row_groups):
            yield file.read_row_group(number, columns=[LINE]).column(0).to_pylist()
