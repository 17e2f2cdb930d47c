"""A table's profile in deterministic English: one sentence for the table, one for each column."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.tables.cell_bytes import cell_bytes
from backend.tables.vectors import in_one_piece, of_integers

_FEW = 12
"""Distinct values that are named."""
_LONGEST_VALUE = 40
_MOST_ROWS = 100_000
"""Of a longer table texts and dates are looked at in a sample of about this many rows."""
_WRITTEN_OUT = {"%Y-%m-%d": 10, "%Y-%m-%d %H:%M": 16, "%Y-%m-%d %H:%M:%S": 19}
"""The length of dates in which no digit is left out."""
_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


class Blurbs(NamedTuple):
    """What is told of a table; the table's own sentence holds no value of a cell."""

    table: str
    columns: dict[str, str]


def tell_table(table: TableSnapshot, content: pa.Table) -> Blurbs:
    """The blurbs of one table; the same content gives the same words."""
    step = max(1, table.rows // _MOST_ROWS)
    seen = "" if step == 1 else f" (in a sample of {-(-table.rows // step):,} rows)"
    columns = {}
    for column in table.columns:
        cells = in_one_piece(content.column(column.name))
        if column.type in _NUMERIC:
            columns[column.name] = _tell_column(column, cells, table.rows)
            continue
        if step > 1:
            cells = cells.take(of_integers(np.arange(0, table.rows, step, dtype=np.int64)))
        told = _tell_column(column, cells, table.rows)
        columns[column.name] = f"{told.removesuffix('.')}{seen}."
    return Blurbs(_tell_rows(table), columns)


def _tell_rows(table: TableSnapshot) -> str:
    keys = [column.name for column in table.columns if column.unique]
    count = "1 row" if table.rows == 1 else f"{table.rows:,} rows"
    width = "1 column" if len(table.columns) == 1 else f"{len(table.columns)} columns"
    one_per = f", one per {keys[0]}" if keys and table.rows else ""
    return f"{table.table}: {count}{one_per}, {width}."


def _tell_column(column: Column, cells: pa.Array, rows: int) -> str:
    filled = cells.drop_null() if cells.null_count else cells
    if not len(filled):
        return f"{column.name} is empty in every row." if rows else f"{column.name} has no rows."
    parts = [_tell_values(column, filled)]
    if column.missing:
        parts.append(f"{_percent(column.missing, rows)} are empty")
    return f"{column.name} {'; '.join(parts)}."


def _tell_values(column: Column, filled: pa.Array) -> str:
    if column.type in _NUMERIC:
        ends = pc.min_max(filled).as_py()
        return f"is a number from {_number(ends['min'])} to {_number(ends['max'])}"
    if column.type is ColumnType.DATE and column.date_format and not column.day_or_month_first:
        return _tell_dates(column.date_format, filled)
    counts = filled.value_counts().to_pylist()
    distinct: dict[str, int] = {str(each["values"]): each["counts"] for each in counts}
    mostly = f" (mostly {column.mostly.value}s)" if column.mostly else ""
    if column.unique:
        return f"is a different text in every row{mostly}"
    if len(distinct) == 1:
        return f"is always {_listed(list(distinct))}"
    named = sorted(distinct.items(), key=lambda each: (-each[1], each[0]))
    if len(distinct) <= _FEW:
        return f"is one of {len(distinct)} values{mostly}: {_listed([name for name, _ in named])}"
    often = f"most often {_quoted(named[0][0])}" if named[0][1] > 1 else "none twice"
    return f"has {len(distinct):,} distinct texts{mostly}, {often}"


def _tell_dates(form: str, filled: pa.Array) -> str:
    first, last = _sorted_ends(form, filled) or _ends(form, filled)
    return f"is a date from {first} to {last}" if first else "holds dates"


def _sorted_ends(form: str, filled: pa.Array) -> tuple[str, str] | None:
    """The first and last day, where all dates are written out, so that they sort as text does."""
    text = cell_bytes(filled)
    if text is None or (text.lengths != _WRITTEN_OUT.get(form, 0)).any():
        return None
    ends = pc.min_max(filled).as_py()
    return ends["min"][:10], ends["max"][:10]


def _ends(form: str, filled: pa.Array) -> tuple[str, str]:
    import pandas as pd  # most dates need none

    texts = filled.to_pandas()
    dates = pd.to_datetime(texts, format=form, errors="coerce", utc=True).dropna()
    return (f"{dates.min():%Y-%m-%d}", f"{dates.max():%Y-%m-%d}") if len(dates) else ("", "")


def _listed(values: list[str]) -> str:
    return ", ".join(map(_quoted, values))


def _quoted(value: str) -> str:
    cut = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    return f"'{cut}'"


def _number(value: float) -> str:
    return f"{value:,}" if float(value).is_integer() else f"{value:,.6g}"


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    return "less than 0.1%" if share < 0.1 else f"{share:.1f}%".replace(".0%", "%")
