"""How the values of a column are distributed, from the columnar cache.

Nothing is written: a table that is not cached is told as such. Of a long table a sample is looked
at, every n-th row from the first, and that is told.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.errors import DataError
from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import cached_file
from backend.tables.columnar import read_arrow

MOST_ROWS = 200_000
_BINS, _MOST_VALUES, _FEW_NUMBERS = 24, 10, 12
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


class Shape(StrEnum):
    """What the bars stand for."""

    NUMBERS = "numbers"
    """Ranges of numbers, ascending."""
    DAYS = "days"
    """Days, months or years, ascending."""
    VALUES = "values"
    """The most frequent values."""


class Bar(NamedTuple):
    """Rows of one value, or from ``low`` up to ``high`` (numbers)."""

    label: str
    rows: int
    low: float = 0.0
    high: float = 0.0


class ColumnProfile(NamedTuple):
    """A column in short; ``looked_at`` of its rows were looked at.

    ``odd`` are filled cells that are not what the column mostly holds; ``others`` the rows of
    values without a bar of their own. ``ends`` are the smallest, the middle and the largest value.
    """

    name: str
    looked_at: int
    missing: int
    distinct: int
    odd: int
    shape: Shape
    bars: tuple[Bar, ...]
    others: int = 0
    ends: tuple[str, ...] = ()


class TableColumns(NamedTuple):
    """The profiles of some columns, and why there may be none."""

    profiles: tuple[ColumnProfile, ...]
    rows: int
    looked_at: int
    trouble: str = ""

    @property
    def is_sampled(self) -> bool:
        """Whether not all rows were looked at."""
        return self.looked_at < self.rows


def profile_columns(
    workspace: Workspace, table: TableSnapshot, columns: tuple[Column, ...]
) -> TableColumns:
    """Look at these columns of a table."""
    try:
        file = cached_file(workspace, table)
        if file is None:
            fact = f"{table.table} is not in the cache of tables."
            return TableColumns((), table.rows, 0, f"{fact} The next run writes it.")
        whole = read_arrow(file)
        cells = whole.select([column.name for column in columns])
    except (DataError, KeyError) as error:
        return TableColumns((), table.rows, 0, str(error))
    sample = _sample(cells)
    profiles = tuple(_profile(column, sample.column(column.name)) for column in columns)
    return TableColumns(profiles, cells.num_rows, sample.num_rows)


def _sample(table: pa.Table) -> pa.Table:
    step = -(-table.num_rows // MOST_ROWS)
    return table if step <= 1 else table.take(pa.array(np.arange(0, table.num_rows, step)))


def _profile(column: Column, cells: pa.ChunkedArray) -> ColumnProfile:
    filled = _filled(cells)
    start = ColumnProfile(
        name=column.name,
        looked_at=len(cells),
        missing=len(cells) - len(filled),
        distinct=pc.count_distinct(filled).as_py(),
        odd=0,
        shape=Shape.VALUES,
        bars=(),
    )
    if column.reads_as in _NUMBERS and start.distinct > _FEW_NUMBERS:
        return _with_numbers(start, filled)
    if column.reads_as is ColumnType.DATE:
        return _with_days(start, filled, column.date_format)
    return _with_values(start, filled)


def _filled(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    held = cells.drop_null()
    if pa.types.is_string(held.type) or pa.types.is_large_string(held.type):
        return held.filter(pc.not_equal(pc.utf8_trim_whitespace(held), ""))
    return held


def _with_numbers(start: ColumnProfile, filled: pa.ChunkedArray) -> ColumnProfile:
    series = pd.to_numeric(filled.to_pandas(), errors="coerce").astype("float64")
    numbers = series[np.isfinite(series)].to_numpy()
    if not len(numbers):
        return _with_values(start, filled)
    with np.errstate(all="ignore"):
        low, high = float(numbers.min()), float(numbers.max())
        if not np.isfinite(high - low):
            return _with_values(start, filled)
        counts, edges = np.histogram(numbers, bins=_BINS)
    bars = [
        Bar(f"{_number(a)} to {_number(b)}", int(count), float(a), float(b))
        for count, a, b in zip(counts, edges[:-1], edges[1:], strict=True)
    ]
    ends = tuple(_number(each) for each in (low, float(np.median(numbers)), high))
    odd = len(filled) - len(numbers)
    return start._replace(shape=Shape.NUMBERS, bars=tuple(bars), ends=ends, odd=odd)


def _with_days(start: ColumnProfile, filled: pa.ChunkedArray, form: str | None) -> ColumnProfile:
    text = filled.cast(pa.string()).to_pandas()
    days = pd.to_datetime(text, format=form or "ISO8601", errors="coerce", utc=True).dropna()
    if not len(days):
        return _with_values(start, filled)
    first, last = days.min().to_pydatetime(), days.max().to_pydatetime()
    written = days.dt.strftime(_span(first, last))
    counts = written.value_counts().sort_index()
    bars = tuple(Bar(str(label), int(rows)) for label, rows in counts.items())
    ends = tuple(f"{each:%Y-%m-%d}" for each in (first, days.median(), last))
    return start._replace(shape=Shape.DAYS, bars=bars, ends=ends, odd=len(filled) - len(days))


def _span(first: datetime, last: datetime) -> str:
    """Bars of days for two months, of months for six years, else of years."""
    days = (last - first).days
    return "%Y-%m-%d" if days <= 62 else "%Y-%m" if days <= 366 * 6 else "%Y"


def _with_values(start: ColumnProfile, filled: pa.ChunkedArray) -> ColumnProfile:
    found = pc.value_counts(filled).to_pylist()
    found.sort(key=lambda each: (-each["counts"], str(each["values"])))
    bars = tuple(Bar(str(each["values"]), each["counts"]) for each in found[:_MOST_VALUES])
    return start._replace(bars=bars, others=len(filled) - sum(bar.rows for bar in bars))


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:,.4g}"
