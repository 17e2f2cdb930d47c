"""Measures of a column in the rows of each value of another, for later runs to compare with.

They are those of the rule language: a standard deviation is the sample's, and a value that is
nothing but blanks is none.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

import pandas as pd
import pyarrow as pa

from backend.contracts.history import MOST_VALUES, NewestDate, Part, PartedColumn, PartMeasures
from backend.contracts.schema import Column, ColumnType, TableSnapshot

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_MEASURES = ("sum", "mean", "median", "min", "max", "std")


def measure_parts(
    table: pa.Table, snapshot: TableSnapshot, asked: Collection[Part]
) -> tuple[PartedColumn, ...]:
    """The parts that can be told: those by a column of few values, that is there."""
    wanted = sorted(set(asked), key=lambda part: (part.of, part.by))
    found = (_parted(table, snapshot, part) for part in wanted)
    return tuple(each for each in found if each is not None)


def measure_newest(
    table: pa.Table, snapshot: TableSnapshot, asked: Collection[str]
) -> tuple[NewestDate, ...]:
    """The newest date of each of these columns that is there."""
    known = [column for name in sorted(set(asked)) if (column := snapshot.column(name))]
    return tuple(
        NewestDate(of=column.name, day=_newest_day(table.column(column.name), column))
        for column in known
    )


def _newest_day(cells: pa.ChunkedArray, column: Column) -> str | None:
    """As programs read dates: those with an offset as UTC."""
    if column.type is not ColumnType.DATE or column.date_format is None:
        return None
    is_aware = column.date_format == "ISO8601"
    dates = pd.to_datetime(
        cells.to_pandas(), format=column.date_format, errors="coerce", utc=is_aware
    )
    newest = dates.max()
    return None if pd.isna(newest) else str(newest.date().isoformat())


def _parted(table: pa.Table, snapshot: TableSnapshot, part: Part) -> PartedColumn | None:
    of, by = snapshot.column(part.of), snapshot.column(part.by)
    if of is None or by is None or of == by or not _has_few_values(by, snapshot.rows):
        return None
    frame = table.select([part.of, part.by]).to_pandas()
    groups = frame[frame[part.by].notna()].groupby(part.by)[part.of]
    values = {
        str(value): _measured(cells, is_numeric=of.type in _NUMBERS)
        for value, cells in groups
        if str(value).strip()
    }
    if len(values) > MOST_VALUES:
        return None
    return PartedColumn(of=part.of, by=part.by, values=values)


def _has_few_values(column: Column, rows: int) -> bool:
    """As of the columns whose counts are kept."""
    return column.type is not ColumnType.NUMBER and bool(column.values or column.missing == rows)


def _measured(cells: pd.Series[float], *, is_numeric: bool) -> PartMeasures:
    numbers = dict(_numbers(cells.dropna().astype("float64"))) if is_numeric else {}
    return PartMeasures(distinct=int(cells.nunique()), **numbers)


def _numbers(cells: pd.Series[float]) -> Iterator[tuple[str, float]]:
    for name in _MEASURES:
        found = float(getattr(cells, name)())
        if math.isfinite(found):
            yield name, found
