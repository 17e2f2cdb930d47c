"""What a run leaves of a table for later runs to compare with: counts and measures.

They are those of the rule language, to the last row: a text of nothing but blanks counts as
missing and still as a value of its own where distinct values are counted, and a standard deviation
is the sample's.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.history import (
    MOST_VALUES,
    ColumnMeasures,
    NewestDate,
    Part,
    PartedColumn,
    TableMeasures,
)
from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.beginnings import begin_oddly
from backend.tables.cached_tables import table_file
from backend.tables.cell_bytes import cell_bytes
from backend.tables.columnar import read_arrow
from backend.tables.distinctness import count_distinct
from backend.tables.unquoted import LONG
from backend.tables.vectors import as_numbers, in_one_piece, of_mask, of_texts

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def measure_table(
    workspace: Workspace, snapshot: TableSnapshot, asked: Collection[Part] = ()
) -> TableMeasures:
    """The measures of a table as it was read, with those of its parts that are asked for.

    Raises:
        DataError: its cache must be rebuilt and the source has changed or is gone.
    """
    table = read_arrow(table_file(workspace, snapshot))

    def measure(column: Column) -> ColumnMeasures:
        return _measure(column, in_one_piece(table.column(column.name)))

    of_parts = [part for part in asked if part.by]
    parts = _parts(table, snapshot, of_parts) if of_parts else ()
    newest = _newest(table, snapshot, [part.of for part in asked if not part.by])
    if snapshot.rows < LONG:
        columns = tuple(map(measure, snapshot.columns))
    else:
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            columns = tuple(cores.map(measure, snapshot.columns))
    return TableMeasures(rows=snapshot.rows, columns=columns, parts=parts, newest=newest)


def _parts(
    table: pa.Table, snapshot: TableSnapshot, asked: Collection[Part]
) -> tuple[PartedColumn, ...]:
    from backend.tables.measured_parts import measure_parts  # with pandas, which few runs need

    return measure_parts(table, snapshot, asked)


def _newest(
    table: pa.Table, snapshot: TableSnapshot, asked: Collection[str]
) -> tuple[NewestDate, ...]:
    if not asked:
        return ()
    from backend.tables.measured_parts import measure_newest  # with pandas, as above

    return measure_newest(table, snapshot, asked)


def _measure(column: Column, cells: pa.Array) -> ColumnMeasures:
    missing = cells.null_count + _blanks(column, cells)
    filled = len(cells) - missing
    counts = _counts(column, cells)
    return ColumnMeasures(
        name=column.name,
        type=column.type if filled else None,
        filled=filled,
        missing=missing,
        distinct=_distinct(column, cells) if counts is None else len(counts),
        counts=None if counts is None else _told_counts(counts),
        **(_numbers(cells) if column.type in _NUMBERS and filled else {}),
    )


def _blanks(column: Column, cells: pa.Array) -> int:
    """Texts of nothing but blanks; they are looked for where a first letter leaves it open."""
    if column.type is not ColumnType.TEXT:
        return 0
    if column.values and all(text.strip() for text in column.values):
        return 0
    text = cell_bytes(cells)
    if text is not None:
        filled = cells.drop_null() if cells.null_count else cells
        cells = filled.filter(of_mask(begin_oddly(text)))
    bare = pc.utf8_trim_whitespace(cells)
    return int(pc.sum(pc.equal(bare, of_texts([""])[0].cast(cells.type)), min_count=0).as_py())


def _numbers(cells: pa.Array) -> dict[str, float | None]:
    numbers = cells.cast(pa.float64(), safe=False)
    there = as_numbers(numbers.drop_null() if numbers.null_count else numbers)
    least, most = there.min(), there.max()  # not a number where one cell is none
    found = {
        "sum": pc.sum(numbers).as_py(),
        "mean": pc.mean(numbers).as_py(),
        "median": pc.quantile(numbers, 0.5)[0].as_py(),
        "std": pc.stddev(numbers, ddof=1).as_py() if _several(numbers) else None,
        "min": float(least if least == least else np.fmin.reduce(there)),
        "max": float(most if most == most else np.fmax.reduce(there)),
    }
    return {name: value for name, value in found.items() if value is not None and _is_told(value)}


def _several(numbers: pa.Array) -> bool:
    return bool(len(numbers) - numbers.null_count > 1)


def _is_told(value: float) -> bool:
    return value == value and abs(value) != float("inf")


def _distinct(column: Column, cells: pa.Array) -> int:
    return len(cells) if column.unique else count_distinct(cells)


def _counts(column: Column, cells: pa.Array) -> dict[str, int] | None:
    """How often each value occurs; the snapshot tells whether they are few."""
    if column.type is ColumnType.NUMBER or not (column.values or column.missing == len(cells)):
        return None
    found: list[dict[str, Any]] = pc.value_counts(cells.drop_null()).to_pylist()
    return {str(each["values"]): int(each["counts"]) for each in found}


def _told_counts(counts: dict[str, int]) -> dict[str, int] | None:
    kept = {text: count for text, count in sorted(counts.items()) if text.strip()}
    return kept if len(kept) <= MOST_VALUES else None
