"""Which tables lie in the columnar cache, and where: files alone, nothing of what is in them.

Tables as they were before stay while there is room, so that what returns need not be read again.

Rules of this file: Arrow is not loaded, so that a run over tables that are as they were can hand
them to its programs first.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from backend.contracts.program import TableFile
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.fingerprint import fingerprint_digits
from backend.tables.sealed import is_sealed

_LINES_ENDING = ".lines.arrow"
_TABLE_NAME = re.compile(r"[0-9a-f]{32}(\.lines)?\.arrow")
MOST_BYTES = 4 << 30
"""Of the whole cache; the tables as they are now may hold more."""


def let_go(workspace: Workspace, snapshot: TableSnapshot) -> None:
    """Note that a table was in use until now: the cache forgets the longest unused first.

    That is the file's time of access; the times of its content stay.
    """
    for path in paths_of(workspace, snapshot):
        with suppress(OSError):
            os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))


def is_cached(workspace: Workspace, snapshot: TableSnapshot) -> bool:
    """Whether the files of a snapshot are there; they are not looked into."""
    return all(path.is_file() for path in paths_of(workspace, snapshot))


def cached_file(workspace: Workspace, snapshot: TableSnapshot) -> TableFile | None:
    """The cached table as it lies there, for whoever may not write; None where there is none.

    Raises:
        DataError: ``bad-fingerprint``.
    """
    path = table_path(workspace, snapshot)
    found = TableFile(table=snapshot.table, path=path, rows=snapshot.rows)
    return found if path.is_file() else None


def table_file(workspace: Workspace, snapshot: TableSnapshot) -> TableFile:
    """The cached table, whole and true to the snapshot.

    Raises:
        DataError: it must be rebuilt and the source has changed or is gone.
    """
    path = table_path(workspace, snapshot)
    if not is_sealed(path):
        from backend.tables.columnar import rebuild

        rebuild(workspace, snapshot)
    return TableFile(table=snapshot.table, path=path, rows=snapshot.rows)


def prune(workspace: Workspace, schema: Schema, *, most_bytes: int = MOST_BYTES) -> None:
    """Make room in the cache; what the snapshots of a schema name stays in any case.

    Of other tables the longest unused go, until all together hold no more than ``most_bytes``.
    """
    if not workspace.tables.is_dir():
        return
    kept = cached_paths(workspace, schema)
    room = most_bytes - sum(path.stat().st_size for path in kept if path.is_file())
    others = [path for path in workspace.tables.iterdir() if path not in kept and _is_ours(path)]
    for path in sorted(others, key=_last_use, reverse=True):
        room -= path.stat().st_size
        if room < 0 or not _TABLE_NAME.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    return path.suffix == ".arrow" or path.name.endswith(".tmp")


def _last_use(path: Path) -> int:
    return path.stat().st_atime_ns


def cached_paths(workspace: Workspace, schema: Schema) -> set[Path]:
    """The files of the cache that the snapshots of a schema name."""
    return {path for each in schema.tables.values() for path in paths_of(workspace, each)}


def table_path(workspace: Workspace, snapshot: TableSnapshot) -> Path:
    """Where a table lies, or would."""
    return workspace.tables / f"{fingerprint_digits(snapshot)}.arrow"


def lines_path(workspace: Workspace, snapshot: TableSnapshot) -> Path:
    """Where the line of each of its rows lies, or would; none where they are even."""
    return workspace.tables / f"{fingerprint_digits(snapshot)}{_LINES_ENDING}"


def paths_of(workspace: Workspace, snapshot: TableSnapshot) -> list[Path]:
    """All files of a table."""
    table = table_path(workspace, snapshot)
    return [table] if snapshot.even_lines else [table, lines_path(workspace, snapshot)]
