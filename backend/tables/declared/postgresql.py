"""A query over PostgreSQL, in a transaction that the server holds read-only.

The URL's secrets come from the environment, and are in no message.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyarrow as pa

from backend.contracts.declared import VARIABLE, DeclaredTable
from backend.contracts.errors import DataError
from backend.tables.declared.extract import (
    Extract,
    SourceColumn,
    failed_query,
    first_line,
    refused,
    too_many_rows,
    writing_query,
)

if TYPE_CHECKING:
    import psycopg

_BATCH = 1 << 13
_CONNECT_SECONDS = 10
_WRITES = ("25006", "0A000", "25001")
"""SQLSTATEs: read_only_sql_transaction, feature_not_supported, active_sql_transaction."""
# Object identifiers of types, as pg_type.dat of the server's source has them.
_TYPES: Mapping[int, pa.DataType] = {
    16: pa.bool_(),
    **dict.fromkeys((20, 21, 23, 26), pa.int64()),
    **dict.fromkeys((700, 701), pa.float64()),
    1082: pa.date32(),
    1114: pa.timestamp("us"),
    1184: pa.timestamp("us", "UTC"),
}
_NUMERIC = 1700


def extract_postgresql(table: str, declared: DeclaredTable) -> Extract:
    """The rows of a query.

    Raises:
        DataError: no driver, no secret, no connection, no result, or too many rows.
    """
    try:
        import psycopg
    except ImportError as error:
        fact = "psycopg, which talks to PostgreSQL, is not installed"
        cure = "pip install -r requirements-outside.txt"
        raise refused(table, fact, code="no-driver", cure=f"Install it: {cure}.") from error
    secrets = _secrets(table, declared.postgresql)
    url = _fill_in(declared.postgresql, secrets)
    try:
        connection = psycopg.connect(url, connect_timeout=_CONNECT_SECONDS)
    except psycopg.Error as error:
        told = _redact(first_line(str(error)), secrets)
        raise refused(
            table,
            f"the database does not answer ({told})",
            code="unreachable-source",
            cure="Check the URL, the network and the rights. Nothing older is judged instead.",
        ) from error
    with connection:
        try:
            return _query(table, declared, connection)
        except psycopg.Error as error:
            raise _failed(table, declared, error, secrets) from error


def _query(
    table: str, declared: DeclaredTable, connection: psycopg.Connection[tuple[object, ...]]
) -> Extract:
    import psycopg

    connection.read_only = True
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    milliseconds = str(int(declared.seconds * 1000))
    connection.execute("SELECT set_config('statement_timeout', %s, true)", (milliseconds,))
    connection.execute("SET LOCAL TIME ZONE 'UTC'")
    cursor = connection.cursor()
    query = declared.query.encode()
    columns = _columns(table, declared, cursor, cursor.stream(query))
    if columns is None:  # a stream without rows tells no columns
        cursor.execute(query)
        columns = _columns(table, declared, cursor, iter(cursor))
    return columns or [_column(each, []) for each in cursor.description or ()]


def _columns(
    table: str,
    declared: DeclaredTable,
    cursor: psycopg.Cursor[tuple[object, ...]],
    rows: Iterator[tuple[object, ...]],
) -> Extract | None:
    """The columns of these rows; None where there is no row."""
    pieces: list[list[pa.Array]] = []
    count = 0
    for batch in _batches(rows):
        described = cursor.description or ()
        pieces = pieces or [[] for _ in described]
        count += len(batch)
        if count > declared.most_rows:
            raise too_many_rows(table, declared)
        for piece, each, cells in zip(pieces, described, zip(*batch, strict=True), strict=True):
            piece.append(_array(each.type_code, cells))
    if not count:
        return None
    return [_column(*each) for each in zip(cursor.description or (), pieces, strict=True)]


def _column(described: psycopg.Column, pieces: list[pa.Array]) -> SourceColumn:
    oid = described.type_code
    cells = pa.chunked_array(pieces, _TYPES.get(oid, pa.large_string()))
    return SourceColumn(described.name, cells, are_numerals=oid == _NUMERIC)


def _batches(rows: Iterator[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    batch: list[tuple[object, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _array(oid: int, cells: Iterable[object]) -> pa.Array:
    if oid in _TYPES:
        return pa.array(list(cells), _TYPES[oid])
    return pa.array([_spell(cell) for cell in cells], pa.large_string())


def _spell(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bytes | memoryview):
        return bytes(cell).hex()
    if isinstance(cell, dict | list):
        import json

        return json.dumps(cell, ensure_ascii=False, sort_keys=True, default=str)
    return str(cell)


def _failed(
    table: str, declared: DeclaredTable, error: psycopg.Error, secrets: Mapping[str, str]
) -> DataError:
    import psycopg

    if isinstance(error, psycopg.errors.QueryCanceled):
        fact = f"the query took longer than {declared.seconds:g} s"
        return refused(table, fact, code="query-failed", cure="Narrow it, or raise seconds.")
    has_no_rows = isinstance(error, psycopg.ProgrammingError) and error.sqlstate is None
    if error.sqlstate in _WRITES or has_no_rows:
        return writing_query(table)
    return failed_query(table, _redact(str(error), secrets))


def _secrets(table: str, url: str) -> dict[str, str]:
    """What the environment holds for a URL, by name."""
    found = {name: os.environ.get(name, "").strip() for name in VARIABLE.findall(url)}
    missing = [name for name, value in found.items() if not value]
    if missing:
        fact = f"{missing[0]} is not set in the environment"
        raise refused(table, fact, code="no-secret", cure="Set it for whoever runs the agent.")
    return found


def _fill_in(url: str, secrets: Mapping[str, str]) -> str:
    """The URL; a variable that is not all of it stands for one part, whatever signs are in it."""
    whole = VARIABLE.fullmatch(url)
    if whole:
        return secrets[whole[1]]
    return VARIABLE.sub(lambda found: quote(secrets[found[1]], safe=""), url)


def _redact(told: str, secrets: Mapping[str, str]) -> str:
    for name, value in secrets.items():
        for spelled in (value, quote(value, safe="")):
            told = told.replace(spelled, f"${{{name}}}")
    return told
