"""Tables that have grown: what stands in the cache, and the new lines alone.

The result is what reading the whole file gives, or nothing: then the whole file is read. That it
begins with the very bytes that were read before was seen by `backend.tables.grown_file`.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from backend.contracts.errors import DataError
from backend.contracts.schema import Column, TableSnapshot
from backend.tables.delimiter import find_delimiter
from backend.tables.grown_column import grow_column
from backend.tables.grown_file import Growth
from backend.tables.headers import named_columns
from backend.tables.infer import TypedColumn
from backend.tables.plain import (
    header_of,
    is_plain,
    mark_length,
    native_delimiter,
    sample_of,
    trimmed_end,
)
from backend.tables.reading import Reading
from backend.tables.sealed import read_sealed
from backend.tables.unquoted import split_unquoted
from backend.tables.vectors import in_one_piece

_LINE_ENDS = (b"\r\n", b"\n")


class _Tail(NamedTuple):
    """Where the new lines stand in the end of the file, and the fields of its header."""

    start: int
    end: int
    header: list[str]


def read_appended(before: TableSnapshot, cache: Path, growth: Growth) -> Reading | None:
    """The whole table, if a plain file has grown at its end and nothing else.

    ``cache`` is where the table stands as it was ``before``.
    """
    tail = _find_tail(before, growth)
    columns = _tail_columns(before, growth.end, tail) if tail else None
    table = read_sealed(cache) if columns else None
    if not columns or table is None or table.num_rows != before.rows:
        return None
    grown = _grow(before, table, columns)
    if grown is None:
        return None
    return Reading(
        table=before.table,
        sheet=None,
        columns=grown,
        rows=before.rows + len(columns[0]),
        lines=None,
        encoding=before.encoding,
        delimiter=before.delimiter,
        grown_from=cache if all(map(_goes_on, grown, table.columns)) else None,
    )


def _goes_on(column: TypedColumn, before: pa.ChunkedArray) -> bool:
    """Whether the cells are those of before, as they lie there, and a piece more."""
    cells = column.cells
    if not isinstance(cells, pa.ChunkedArray) or (cells.num_chunks, before.num_chunks) != (2, 1):
        return False
    return _places(cells.chunk(0)) == _places(before.chunk(0)) and cells.type == before.type


def _places(cells: pa.Array) -> list[int]:
    buffers = (buffer for buffer in cells.buffers() if buffer is not None)
    return [cells.offset, len(cells), *(buffer.address for buffer in buffers)]


def _find_tail(before: TableSnapshot, growth: Growth) -> _Tail | None:
    """The new lines; None where they are not plain, or the last old one goes on."""
    start = _first_new(growth.end, before.stat.size - growth.at)
    end = trimmed_end(growth.end)
    if not start or start >= end or not is_plain(growth.end, start):
        return None
    above, below = mark_length(growth.head), min(len(growth.head), growth.at + end)
    delimiter = find_delimiter(sample_of(growth.head, above, below))
    if delimiter != before.delimiter:
        return None
    parting = delimiter or native_delimiter(before.file)
    return _Tail(start, end, header_of(growth.head, above, below, parting)[1])


def _first_new(content: bytes, size: int) -> int:
    """Where the first new line begins; 0 where the last old one goes on, or blank ones follow.

    ``size`` is where the old bytes end.
    """
    old_end = trimmed_end(content[:size])
    if content[old_end:size] in _LINE_ENDS:
        return size
    if old_end < size:
        return 0
    return next((size + len(each) for each in _LINE_ENDS if content.startswith(each, size)), 0)


def _tail_columns(before: TableSnapshot, content: bytes, tail: _Tail) -> list[pa.Array] | None:
    """The cells of the new lines, by the columns that the table has."""
    columns = split_unquoted(
        content,
        tail.start,
        tail.end,
        delimiter=before.delimiter or native_delimiter(before.file),
        width=len(tail.header),
    )
    if columns is None:
        return None
    try:
        kept = named_columns(tail.header, columns, place="", label=str)
    except DataError:
        return None
    is_same = tuple(tail.header[at] for at in kept) == before.column_names
    return [columns[at] for at in kept] if is_same else None


def _grow(
    before: TableSnapshot, table: pa.Table, tails: list[pa.Array]
) -> tuple[TypedColumn, ...] | None:
    """The columns, on all cores."""

    def grow(column: Column, tail: pa.Array) -> TypedColumn | None:
        return grow_column(column, in_one_piece(table.column(column.name)), tail)

    with ThreadPoolExecutor(os.cpu_count()) as cores:
        grown = list(cores.map(grow, before.columns, tails))
    known = tuple(column for column in grown if column is not None)
    return known if len(known) == len(grown) else None
