"""Columns with many values, typed as a whole and not text by text.

Gives what `backend.tables.infer.type_column` gives of the same cells, or None where that takes a
closer look.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.schema import Column, ColumnType
from backend.tables.beginnings import is_surely_text
from backend.tables.cell_bytes import CellBytes, cell_bytes
from backend.tables.dates import DateReading
from backend.tables.distinctness import is_unique
from backend.tables.infer import MOST_VALUES, TypedColumn, type_column
from backend.tables.quick_dates import read_uniform_dates
from backend.tables.quick_numbers import integers_of, numbers_of

_SAMPLE = 1 << 12


def type_cells(name: str, cells: pa.LargeStringArray, *, as_text: bool = False) -> TypedColumn:
    """One column of a table, typed the quick way where that is sure."""
    quick = None if as_text else type_quickly(name, cells)
    return quick or type_column(name, cells, as_text=as_text)


def type_quickly(name: str, cells: pa.LargeStringArray) -> TypedColumn | None:
    """Type one column whose values are too many to be kept."""
    text = cell_bytes(cells) if is_varied(cells) else None
    if text is None:
        return None
    integers = integers_of(cells, text)
    if integers is not None:
        dtype = "Int64" if cells.null_count else "int64"
        return TypedColumn(_facts(name, ColumnType.INTEGER, integers), integers, dtype)
    numbers = numbers_of(cells, text)
    if numbers is not None:
        return TypedColumn(_facts(name, ColumnType.NUMBER, numbers), numbers, "float64")
    return _texts(name, cells, text)


def is_varied(cells: pa.Array) -> bool:
    """Whether a few cells alone have more values than are kept; they are no booleans, then."""
    starts = sorted({0, len(cells) // 2, max(0, len(cells) - _SAMPLE)})
    samples = (cells.slice(start, _SAMPLE) for start in starts)
    return any(pc.count_distinct(each, mode="only_valid").as_py() > MOST_VALUES for each in samples)


def _texts(name: str, cells: pa.LargeStringArray, text: CellBytes) -> TypedColumn | None:
    date = read_uniform_dates(text)
    if date is not None:
        return TypedColumn(_facts(name, ColumnType.DATE, cells, date), cells, "str")
    if is_surely_text(text):
        return TypedColumn(_facts(name, ColumnType.TEXT, cells), cells, "str")
    return None


def _facts(name: str, kind: ColumnType, cells: pa.Array, date: DateReading | None = None) -> Column:
    return Column(
        name=name,
        type=kind,
        date_format=date.format if date else None,
        day_or_month_first=bool(date and date.day_or_month_first),
        missing=cells.null_count,
        unique=is_unique(cells),
    )
