"""The columnar cache: each table as an uncompressed Arrow stream, named by its fingerprint.

Beside a table whose rows do not stand on even lines lies a second stream with the line of each
row. A cache file that is missing or damaged is written anew from the source.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from backend.contracts.errors import DataError
from backend.contracts.program import TableFile
from backend.contracts.schema import TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.appended import read_appended
from backend.tables.cached_tables import lines_path, paths_of, table_path
from backend.tables.fingerprint import content_hash, is_current
from backend.tables.frame_schema import frame_schema
from backend.tables.grid import Lines
from backend.tables.grown_file import Growth
from backend.tables.infer import TypedColumn
from backend.tables.reading import Reading, read_table
from backend.tables.sealed import grow_sealed, is_sealed, read_sealed, write_sealed
from backend.tables.sources import find_source, read_content
from backend.tables.vectors import as_integers, in_one_piece, of_integers

if TYPE_CHECKING:
    import pandas as pd

_SNAPSHOT = b"snapshot"


def write_reading(workspace: Workspace, snapshot: TableSnapshot, reading: Reading) -> None:
    """Cache a table, and the lines of its rows where they are not even.

    Raises:
        WorkspaceError: the cache cannot be written.
    """
    if reading.lines is not None:
        lines = pa.table({"line": of_integers(reading.lines)})
        write_sealed(lines_path(workspace, snapshot), lines)
    table = _arrow_table(reading.columns)
    told = snapshot.model_dump_json(exclude={"stat", "table", "file"})
    table = table.replace_schema_metadata({**table.schema.metadata, _SNAPSHOT: told})
    path = table_path(workspace, snapshot)
    if reading.grown_from is None or not grow_sealed(reading.grown_from, path, table):
        write_sealed(path, table)


def recalled(workspace: Workspace, wanted: TableSnapshot) -> TableSnapshot | None:
    """The snapshot of a table that lies in the cache; None where it does not, or is not whole.

    ``wanted`` tells the table's name, file, stat and fingerprint.
    """
    table = read_sealed(table_path(workspace, wanted))
    told = table.schema.metadata.get(_SNAPSHOT) if table is not None else None
    if told is None:
        return None
    known = wanted.model_dump(include={"stat", "table", "file"})
    found = TableSnapshot.model_validate(json.loads(told) | known)
    is_same = found.fingerprint == wanted.fingerprint
    return found if is_same and all(map(is_sealed, paths_of(workspace, found))) else None


def grown_reading(workspace: Workspace, before: TableSnapshot, growth: Growth) -> Reading | None:
    """The table of a file that has grown since, from the cache and the new lines alone.

    None where anything else has changed, or cannot be told without reading the whole file.
    """
    return read_appended(before, table_path(workspace, before), growth)


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
        found = pa.ipc.open_stream(pa.memory_map(str(file.path))).read_all()
        if found.num_rows == file.rows:
            return found
        raise pa.ArrowInvalid(f"{found.num_rows} rows")  # it has grown under who asks for it
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
    path = lines_path(workspace, snapshot)
    if not is_sealed(path):
        rebuild(workspace, snapshot)
    table = pa.ipc.open_stream(pa.memory_map(str(path))).read_all()
    return as_integers(in_one_piece(table.column("line")))


def _arrow_table(columns: Sequence[TypedColumn]) -> pa.Table:
    """The columns under a schema that tells pandas each dtype."""
    schema = frame_schema({each.facts.name: each.dtype for each in columns})
    return pa.Table.from_arrays([each.cells for each in columns], schema=schema)


def rebuild(workspace: Workspace, snapshot: TableSnapshot) -> None:
    """Write the cache of a snapshot anew, from the very bytes that it was taken of."""
    if snapshot.origin:
        raise DataError(
            f"{snapshot.table}: its cache is gone, and a table of {snapshot.origin} is asked for "
            "again by runs alone. Run again.",
            code="table-changed",
        )
    content = read_content(find_source(workspace.data, snapshot.file))
    if content_hash(content.data) != snapshot.content_hash or not is_current(snapshot):
        raise DataError(
            f"{snapshot.file}: the file changed since the tables were last looked at. Run again.",
            code="table-changed",
        )
    reading = read_table(content.data, file=snapshot.file, sheet=snapshot.sheet)
    write_reading(workspace, snapshot, reading)
