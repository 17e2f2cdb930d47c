"""Every declared table as it is now: asked anew at each look, and cached by what it holds."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.declared import DeclaredTable
from backend.contracts.errors import DataError
from backend.contracts.schema import FileStat, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import cached_file
from backend.tables.columnar import write_reading
from backend.tables.declared.extract import (
    Extract,
    refuse_headers,
    refused,
)
from backend.tables.declared.source_types import hash_columns, type_source
from backend.tables.declared.sources_file import read_declared
from backend.tables.fingerprint import table_fingerprint
from backend.tables.infer import TypedColumn
from backend.tables.reading import Reading
from backend.tables.sealed import is_sealed
from backend.tables.sources import problem


def snapshot_declared(
    workspace: Workspace, *, only: Collection[str] | None = None
) -> Iterator[TableSnapshot | TableProblem]:
    """The tables of ``sources.toml``, or those of these names; what cannot be had as a problem.

    Raises:
        WorkspaceError: ``bad-sources``, or the cache cannot be written.
    """
    for name, declared in read_declared(workspace).items():
        if only is not None and name not in only:
            continue
        if isinstance(declared, TableProblem):
            yield declared
            continue
        try:
            yield _snapshot(workspace, name, declared)
        except DataError as error:
            yield problem(name, workspace.sources_file.name, error)
        except MemoryError as error:
            fact = "reading the table takes more memory than there is"
            cure = "Narrow the query, or run where there is more memory."
            told = refused(name, fact, code="too-many-rows", cure=cure)
            told.__cause__ = error
            yield problem(name, workspace.sources_file.name, told)


def _snapshot(workspace: Workspace, name: str, declared: DeclaredTable) -> TableSnapshot:
    extract = _extract(workspace, name, declared)
    refuse_headers(name, [column.name for column in extract])
    columns = _in_order(name, declared, [type_source(column) for column in extract])
    digest, seal = hash_columns(columns)
    file = workspace.sources_file.name
    rows = len(columns[0].cells)
    snapshot = TableSnapshot(
        table=name,
        file=file,
        fingerprint=table_fingerprint(digest, file=file, sheet=None),
        content_hash=digest,
        stat=FileStat(size=0, mtime_ns=0, ctime_ns=0, inode=0, seen_ns=time.time_ns()),
        rows=rows,
        columns=tuple(column.facts for column in columns),
        sha256=seal,
        origin=declared.kind,
        key=declared.key,
    )
    _cache(workspace, snapshot, columns)
    return snapshot


def _extract(workspace: Workspace, name: str, declared: DeclaredTable) -> Extract:
    """What the source gives now; drivers load where they are used."""
    if declared.kind == "postgresql":
        from backend.tables.declared.postgresql import extract_postgresql

        return extract_postgresql(name, declared)
    from backend.tables.declared.embedded import extract_duckdb, extract_sqlite
    from backend.tables.declared.parquet_files import extract_parquet

    by_kind = {"duckdb": extract_duckdb, "sqlite": extract_sqlite, "parquet": extract_parquet}
    return by_kind[declared.kind](name, declared, workspace.sources_file.parent / declared.place)


def _cache(workspace: Workspace, snapshot: TableSnapshot, columns: Sequence[TypedColumn]) -> None:
    cached = cached_file(workspace, snapshot)
    if cached is None or not is_sealed(cached.path):
        reading = Reading(snapshot.table, None, tuple(columns), snapshot.rows, None, "", "")
        write_reading(workspace, snapshot, reading)


def _in_order(table: str, declared: DeclaredTable, columns: list[TypedColumn]) -> list[TypedColumn]:
    """By the key, and by all else where that is the same: a database has no order of its own."""
    names = [column.facts.name for column in columns]
    missing = [name for name in declared.key if name not in names]
    if missing:
        fact = f"key: there is no column {missing[0]!r}. Columns: {', '.join(names[:10])}"
        raise refused(table, fact, code="unknown-column", cure="Name columns of the query.")
    if not declared.key:
        return columns
    by = [*declared.key, *(name for name in names if name not in declared.key)]
    whole = pa.table([column.cells for column in columns], names=names)
    at = pc.sort_indices(whole, sort_keys=[(name, "ascending") for name in by])
    return [column._replace(cells=column.cells.take(at)) for column in columns]
