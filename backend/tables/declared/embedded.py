"""A query over a database file: DuckDB and SQLite.

A file is opened read-only, and the query can neither reach another file nor a setting.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from backend.contracts.declared import DeclaredTable
from backend.tables.declared.extract import (
    Extract,
    SourceColumn,
    failed_query,
    first_line,
    no_file,
    too_many_rows,
    writing_query,
)

if TYPE_CHECKING:
    import duckdb

_BATCH = 1 << 14
_READS = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_CLOSED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


def extract_duckdb(table: str, declared: DeclaredTable, path: Path) -> Extract:
    """The rows of a query over a DuckDB file.

    Raises:
        DataError: the file or the query is not to be had, or there are too many rows.
    """
    import duckdb

    if not path.is_file():
        raise no_file(table, declared.duckdb, "there is no such file")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(_CLOSED))
    except duckdb.Error as error:
        raise no_file(table, declared.duckdb, first_line(str(error))) from error
    with contextlib.closing(connection):
        try:
            statements = connection.extract_statements(declared.query)
            if [each.type for each in statements] != [duckdb.StatementType.SELECT]:
                raise writing_query(table)
            found = _fetch(table, declared, connection)
        except duckdb.Error as error:
            raise failed_query(table, str(error)) from error
    return [SourceColumn(*each) for each in zip(found.column_names, found.columns, strict=True)]


def _fetch(table: str, declared: DeclaredTable, connection: duckdb.DuckDBPyConnection) -> pa.Table:
    reader = connection.execute(declared.query).to_arrow_reader(_BATCH)
    batches, rows = [], 0
    for batch in reader:
        batches.append(batch)
        rows += batch.num_rows
        if rows > declared.most_rows:
            raise too_many_rows(table, declared)
    return pa.Table.from_batches(batches, reader.schema)


def extract_sqlite(table: str, declared: DeclaredTable, path: Path) -> Extract:
    """The rows of a query over an SQLite file.

    SQLite types cells, not columns: a column is what all its cells are, and text where they differ.

    Raises:
        DataError: the file or the query is not to be had, or there are too many rows.
    """
    if not path.is_file():
        raise no_file(table, declared.sqlite, "there is no such file")
    told = [False]

    def judge(action: int, *_: str | None) -> int:
        if action in _READS:
            return sqlite3.SQLITE_OK
        told[0] = True
        return sqlite3.SQLITE_DENY

    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
        with contextlib.closing(connection):
            connection.execute("SELECT count(*) FROM sqlite_schema")
            connection.set_authorizer(judge)
            cursor = connection.execute(declared.query)
            if cursor.description is None:
                raise writing_query(table)
            return _columns(table, declared, cursor)
    except (sqlite3.Error, sqlite3.Warning) as error:
        if told[0]:
            raise writing_query(table) from error
        if isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError):
            raise failed_query(table, str(error)) from error
        raise no_file(table, declared.sqlite, first_line(str(error))) from error


def _columns(table: str, declared: DeclaredTable, cursor: sqlite3.Cursor) -> Extract:
    names = [str(each[0]) for each in cursor.description]
    pieces: list[list[pa.Array]] = [[] for _ in names]
    kinds: list[set[type]] = [set() for _ in names]
    rows = 0
    for batch in _batches(cursor):
        rows += len(batch)
        if rows > declared.most_rows:
            raise too_many_rows(table, declared)
        for at, cells in enumerate(zip(*batch, strict=True)):
            kinds[at] |= set(map(type, cells))
            pieces[at].append(pa.array(map(_spell, cells), pa.large_string()))
    return [_typed(*each) for each in zip(names, pieces, kinds, strict=True)]


def _batches(cursor: sqlite3.Cursor) -> Iterator[Sequence[tuple[object, ...]]]:
    while batch := cursor.fetchmany(_BATCH):
        yield batch


def _spell(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    return cell.hex() if isinstance(cell, bytes) else repr(cell)


def _typed(name: str, pieces: list[pa.Array], kinds: set[type]) -> SourceColumn:
    cells = pa.chunked_array(pieces, pa.large_string())
    found = kinds - {type(None)}
    if found == {int}:
        return SourceColumn(name, cells.cast(pa.int64()))
    if found and found <= {int, float}:
        return SourceColumn(name, cells.cast(pa.float64()))
    return SourceColumn(name, cells, are_numerals=len(found) > 1)
