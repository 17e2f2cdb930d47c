"""A table's profile in deterministic English: one sentence for the table, one for each column."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from backend.contracts.schema import Column, ColumnType, TableSnapshot

_FEW = 12
"""Distinct values that are named."""
_LONGEST_VALUE = 40
_MOST_ROWS = 100_000
"""Of a longer table texts and dates are looked at in a sample of about this many rows."""
_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


class Blurbs(NamedTuple):
    """What is told of a table; the table's own sentence holds no value of a cell."""

    table: str
    columns: dict[str, str]


def tell_table(table: TableSnapshot, frame: pd.DataFrame) -> Blurbs:
    """The blurbs of one table; the same content gives the same words."""
    sample = frame.iloc[:: max(1, len(frame) // _MOST_ROWS)]
    seen = "" if len(sample) == len(frame) else f" (in a sample of {len(sample):,} rows)"
    columns = {}
    for column in table.columns:
        is_number = column.type in _NUMERIC
        cells = frame[column.name] if is_number else sample[column.name]
        told = _tell_column(column, cells, table.rows)
        columns[column.name] = told if is_number else f"{told.removesuffix('.')}{seen}."
    return Blurbs(_tell_rows(table), columns)


def _tell_rows(table: TableSnapshot) -> str:
    keys = [column.name for column in table.columns if column.unique]
    count = "1 row" if table.rows == 1 else f"{table.rows:,} rows"
    width = "1 column" if len(table.columns) == 1 else f"{len(table.columns)} columns"
    one_per = f", one per {keys[0]}" if keys and table.rows else ""
    return f"{table.table}: {count}{one_per}, {width}."


def _tell_column(column: Column, cells: pd.Series, rows: int) -> str:
    filled = cells.dropna()
    if filled.empty:
        return f"{column.name} is empty in every row." if rows else f"{column.name} has no rows."
    parts = [_tell_values(column, filled)]
    if column.missing:
        parts.append(f"{_percent(column.missing, rows)} are empty")
    return f"{column.name} {'; '.join(parts)}."


def _tell_values(column: Column, filled: pd.Series) -> str:
    if column.type in _NUMERIC:
        return f"is a number from {_number(filled.min())} to {_number(filled.max())}"
    if column.type is ColumnType.DATE and column.date_format and not column.day_or_month_first:
        return _tell_dates(column.date_format, filled)
    distinct = {str(name): count for name, count in filled.astype("str").value_counts().items()}
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


def _tell_dates(form: str, filled: pd.Series) -> str:
    dates = pd.to_datetime(filled, format=form, errors="coerce", utc=True).dropna()
    if dates.empty:
        return "holds dates"
    return f"is a date from {dates.min():%Y-%m-%d} to {dates.max():%Y-%m-%d}"


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
