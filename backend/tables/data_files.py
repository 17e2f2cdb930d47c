"""The table ``files``: a row for each table file of the data folder, for rules about files.

It is there where a check asks for it and no file gives a table of that name. Text says what a
person sees of a file; what is not known of a file that cannot be read is empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.errors import DataError
from backend.contracts.schema import Column, ColumnType, FileStat, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import cached_file, table_file
from backend.tables.columnar import read_arrow, write_reading
from backend.tables.fingerprint import content_hash, sealed_hash, table_fingerprint
from backend.tables.infer import TypedColumn
from backend.tables.reading import Reading
from backend.tables.sealed import is_sealed
from backend.tables.sheet_layout import Layout, layout_of
from backend.tables.sources import FILES, Source, read_content

Found = TableSnapshot | TableProblem
_TYPES = {
    "file": ColumnType.TEXT, "format": ColumnType.TEXT, "bytes": ColumnType.INTEGER,
    "modified": ColumnType.DATE, "rows": ColumnType.INTEGER, "columns": ColumnType.INTEGER,
    "sheets": ColumnType.TEXT, "formula_errors": ColumnType.INTEGER,
    "merged_cells": ColumnType.INTEGER, "hidden_rows": ColumnType.INTEGER,
    "hidden_columns": ColumnType.INTEGER, "hidden_sheets": ColumnType.INTEGER,
    "content": ColumnType.TEXT, "problem": ColumnType.TEXT,
}  # fmt: skip
_NAMES = ("file", "format", "sheets", "problem")
"""Columns whose values a rule may name."""
_MOST_VALUES = 200
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
"""What Excel shows in place of a result (ECMA-376-1, 18.17.3)."""
_DATE_FORMAT = "%Y-%m-%d %H:%M:%S"


class FileRow(NamedTuple):
    """One file. ``bytes`` is its size, ``modified`` in UTC, ``content`` a hash of its bytes.

    ``rows`` and ``columns`` are those of its tables together; ``sheets`` names the sheets of a
    workbook, and ``formula_errors`` counts its cells that show one; ``merged_cells`` and the
    ``hidden_…`` are those of `backend.tables.sheet_layout`; ``problem`` is the code of what keeps
    the file, or a sheet of it, from being read.
    """

    file: str
    format: str
    bytes: int | None = None
    modified: str | None = None
    rows: int | None = None
    columns: int | None = None
    sheets: str | None = None
    formula_errors: int | None = None
    merged_cells: int | None = None
    hidden_rows: int | None = None
    hidden_columns: int | None = None
    hidden_sheets: int | None = None
    content: str | None = None
    problem: str | None = None


def snapshot_files(
    workspace: Workspace, found: Mapping[str, Sequence[Found]], sources: Sequence[Source]
) -> TableSnapshot:
    """The table of these files, cached; ``found`` is what each file gave, by the file's name.

    Raises:
        WorkspaceError: the cache cannot be written.
    """
    known = {source.file: source for source in sources}
    rows = [_row(workspace, file, parts, known.get(file)) for file, parts in found.items()]
    columns = tuple(map(_typed, _TYPES, zip(*rows, strict=True) if rows else [()] * len(_TYPES)))
    told = json.dumps([_TYPES, rows]).encode()
    digest = content_hash(told)
    snapshot = TableSnapshot(
        table=FILES,
        file="",
        fingerprint=table_fingerprint(digest, file="", sheet=None),
        content_hash=digest,
        stat=FileStat(size=len(told), mtime_ns=0, ctime_ns=0, inode=0, seen_ns=0),
        rows=len(rows),
        columns=tuple(column.facts for column in columns),
        sha256=sealed_hash([told]),
    )
    cached = cached_file(workspace, snapshot)
    if cached is None or not is_sealed(cached.path):
        write_reading(workspace, snapshot, Reading(FILES, None, columns, len(rows), None, "", ""))
    return snapshot


def _row(workspace: Workspace, file: str, parts: Sequence[Found], source: Source | None) -> FileRow:
    tables = [part for part in parts if isinstance(part, TableSnapshot)]
    problems = [part.code for part in parts if isinstance(part, TableProblem)]
    row = FileRow(file, file.rpartition(".")[2].lower(), problem=problems[0] if problems else None)
    stat, digest = _bytes(tables, source)
    if stat is not None:
        row = row._replace(bytes=stat.size, modified=_say_time(stat.mtime_ns), content=digest)
    if not tables:
        return row
    row = row._replace(
        rows=sum(table.rows for table in tables),
        columns=sum(len(table.columns) for table in tables),
    )
    sheets = [table.sheet for table in tables if table.sheet is not None]
    if not sheets:
        return row
    try:
        errors = sum(_count_errors(workspace, table) for table in tables)
        layout = layout_of(read_content(source).data, file=file) if source else Layout()
    except DataError as error:
        return row._replace(sheets=", ".join(sheets), problem=error.code)
    return row._replace(
        sheets=", ".join(sheets),
        formula_errors=errors,
        merged_cells=layout.merged,
        hidden_rows=layout.hidden_rows,
        hidden_columns=layout.hidden_columns,
        hidden_sheets=layout.hidden_sheets,
    )


def _count_errors(workspace: Workspace, table: TableSnapshot) -> int:
    """How many cells show an error of a formula; they make their column a text."""
    suspects = [
        column.name
        for column in table.columns
        if column.type is ColumnType.TEXT
        and (not column.values or not _ERRORS.isdisjoint(column.values))
    ]
    if not suspects:
        return 0
    cells = read_arrow(table_file(workspace, table)).select(suspects).columns
    errors = pa.array(sorted(_ERRORS), pa.large_string())
    return sum(pc.sum(pc.is_in(each, errors), min_count=0).as_py() for each in cells)


def _bytes(
    tables: Sequence[TableSnapshot], source: Source | None
) -> tuple[FileStat | None, str | None]:
    """The stat and the hash of a file; a file that gave no table is read for them."""
    if tables:
        return tables[0].stat, tables[0].content_hash
    try:
        content = read_content(source) if source else None
    except DataError:
        content = None
    return (content.stat, content_hash(content.data)) if content else (None, None)


def _say_time(mtime_ns: int) -> str:
    return datetime.fromtimestamp(mtime_ns // 1_000_000_000, UTC).strftime(_DATE_FORMAT)


def _typed(name: str, cells: Sequence[str | int | None]) -> TypedColumn:
    """A column whose type is known, whatever is in it."""
    kind = _TYPES[name]
    missing = sum(cell is None for cell in cells)
    texts = {cell for cell in cells if isinstance(cell, str)} if name in _NAMES else set()
    facts = Column(
        name=name,
        type=kind,
        date_format=_DATE_FORMAT if kind is ColumnType.DATE else None,
        missing=missing,
        unique=bool(cells) and not missing and len(set(cells)) == len(cells),
        values=tuple(sorted(texts)) if len(texts) <= _MOST_VALUES else (),
    )
    if kind is ColumnType.INTEGER:
        dtype = "Int64" if missing else "int64"
        return TypedColumn(facts, pa.array(cells, pa.int64()), dtype)
    return TypedColumn(facts, pa.array(cells, pa.large_string()), "str")
