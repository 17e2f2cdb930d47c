"""The columnar cache: each table as an uncompressed Arrow stream, named by its fingerprint.

Beside a table whose rows do not stand on even lines lies a second stream with the line of each
row. A cache file that is missing or damaged is written anew from the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from backend.contracts.errors import DataError
from backend.contracts.program import TableFile
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.fingerprint import content_hash, fingerprint_digits, is_current
from backend.tables.grid import Lines
from backend.tables.infer import TypedColumn
from backend.tables.reading import Reading, read_table
from backend.tables.sealed import is_sealed, write_sealed
from backend.tables.sources import find_source, read_content

_LINES_ENDING = ".lines.arrow"


def write_reading(workspace: Workspace, snapshot: TableSnapshot, reading: Reading) -> None:
    """Cache a table, and the lines of its rows where they are not even.

    Raises:
        WorkspaceError: the cache cannot be written.
    """
    if reading.lines is not None:
        lines = pa.table({"line": pa.array(reading.lines)})
        write_sealed(_lines_path(workspace, snapshot), lines)
    write_sealed(_path(workspace, snapshot), _arrow_table(reading.columns))


def is_cached(workspace: Workspace, snapshot: TableSnapshot) -> bool:
    """Whether the files of a snapshot are there; they are not looked into."""
    return all(path.is_file() for path in _paths(workspace, snapshot))


def cached_file(workspace: Workspace, snapshot: TableSnapshot) -> TableFile | None:
    """The cached table as it lies there, for whoever may not write; None where there is none.

    Raises:
        DataError: ``bad-fingerprint``.
    """
    path = _path(workspace, snapshot)
    found = TableFile(table=snapshot.table, path=path, rows=snapshot.rows)
    return found if path.is_file() else None


def table_file(workspace: Workspace, snapshot: TableSnapshot) -> TableFile:
    """The cached table, whole and true to the snapshot.

    Raises:
        DataError: it must be rebuilt and the source has changed or is gone.
    """
    path = _path(workspace, snapshot)
    if not is_sealed(path):
        _rebuild(workspace, snapshot)
    return TableFile(table=snapshot.table, path=path, rows=snapshot.rows)


def read_frame(file: TableFile, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The table, or some columns of it, memory-mapped, under a RangeIndex.

    Its numbers are read-only memory: hand programs a shallow copy (``copy(deep=False)``) and keep
    the frame, then pandas copies what they change.

    Raises:
        DataError: ``damaged-cache``.
    """
    table = read_arrow(file)
    chosen = table if columns is None else table.select(list(columns))
    frame: pd.DataFrame = chosen.to_pandas(split_blocks=True, use_threads=False)
    return frame


def read_arrow(file: TableFile) -> pa.Table:
    """The table, memory-mapped.

    Raises:
        DataError: ``damaged-cache``.
    """
    try:
        return pa.ipc.open_stream(pa.memory_map(str(file.path))).read_all()
    except (OSError, pa.ArrowInvalid) as error:
        raise DataError(
            f"{file.table}: its cache file {file.path.name} cannot be read. "
            "The file is safe to delete; the next run writes it anew.",
            code="damaged-cache",
        ) from error


def row_lines(workspace: Workspace, snapshot: TableSnapshot) -> Lines:
    """The 1-based line on which each row starts.

    Raises:
        DataError: the lines must be rebuilt and the source has changed or is gone.
    """
    if snapshot.even_lines:
        return np.arange(2, snapshot.rows + 2, dtype=np.int64)
    path = _lines_path(workspace, snapshot)
    if not is_sealed(path):
        _rebuild(workspace, snapshot)
    table = pa.ipc.open_stream(pa.memory_map(str(path))).read_all()
    return np.asarray(table.column("line"), dtype=np.int64)


def prune(workspace: Workspace, schema: Schema) -> None:
    """Remove what the cache holds beyond the snapshots of a schema."""
    if not workspace.tables.is_dir():
        return
    kept = cached_paths(workspace, schema)
    for path in workspace.tables.iterdir():
        is_ours = path.suffix == ".arrow" or path.name.endswith(".tmp")
        if is_ours and path not in kept:
            path.unlink(missing_ok=True)


def cached_paths(workspace: Workspace, schema: Schema) -> set[Path]:
    """The files of the cache that the snapshots of a schema name."""
    return {path for each in schema.tables.values() for path in _paths(workspace, each)}


def _path(workspace: Workspace, snapshot: TableSnapshot) -> Path:
    return workspace.tables / f"{fingerprint_digits(snapshot)}.arrow"


def _lines_path(workspace: Workspace, snapshot: TableSnapshot) -> Path:
    return workspace.tables / f"{fingerprint_digits(snapshot)}{_LINES_ENDING}"


def _paths(workspace: Workspace, snapshot: TableSnapshot) -> list[Path]:
    table = _path(workspace, snapshot)
    return [table] if snapshot.even_lines else [table, _lines_path(workspace, snapshot)]


def _arrow_table(columns: Sequence[TypedColumn]) -> pa.Table:
    """The columns under a schema that tells pandas each dtype."""
    empty = pd.DataFrame({each.facts.name: pd.Series([], dtype=each.dtype) for each in columns})
    schema = pa.Schema.from_pandas(empty, preserve_index=False)
    return pa.Table.from_arrays([each.cells for each in columns], schema=schema)


def _rebuild(workspace: Workspace, snapshot: TableSnapshot) -> None:
    """Write the cache of a snapshot anew, from the very bytes that it was taken of."""
    content = read_content(find_source(workspace.data, snapshot.file))
    if content_hash(content.data) != snapshot.content_hash or not is_current(snapshot):
        raise DataError(
            f"{snapshot.file}: the file changed since the tables were last looked at. Run again.",
            code="table-changed",
        )
    reading = read_table(content.data, file=snapshot.file, sheet=snapshot.sheet)
    write_reading(workspace, snapshot, reading)
