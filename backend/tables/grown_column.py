"""One column that has grown: its new facts from the old ones and the new cells.

Gives what typing the whole column anew gives, or None where the file must be read again.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.schema import Column, ColumnType
from backend.tables.beginnings import may_hold_numbers_or_dates
from backend.tables.cell_bytes import cell_bytes
from backend.tables.dates import DateReading, read_dates
from backend.tables.distinctness import is_unique
from backend.tables.infer import TypedColumn, are_booleans, kept_values, type_column
from backend.tables.numerals import find_numerals
from backend.tables.quick_dates import read_uniform_dates
from backend.tables.quick_numbers import integers_of, numbers_of
from backend.tables.quick_typing import type_cells
from backend.tables.vectors import of_texts

_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


def grow_column(column: Column, cells: pa.Array, tail: pa.LargeStringArray) -> TypedColumn | None:
    """The whole column; ``cells`` are typed as ``column`` says, ``tail`` is text."""
    if column.type in _NUMERIC:
        more = _as_numbers(column.type, tail)
        return None if more is None else _joined(column, cells, more, tail)
    if column.type is ColumnType.DATE:
        joined = _grown_dates(column, cells, tail)
    else:
        is_plain = bool(column.values) and _are_plain_words(column, tail)
        joined = _joined(column, cells, tail, tail) if is_plain else None
    return joined or _typed_anew(column, cells, tail)


def _typed_anew(column: Column, cells: pa.Array, tail: pa.LargeStringArray) -> TypedColumn:
    """The column as it is typed as a whole; where its cells stay as they are, in two pieces."""
    whole = pa.concat_arrays([cells, tail])
    found = type_cells(column.name, whole)
    if found.cells is not whole:
        return found
    return found._replace(cells=pa.chunked_array([cells, tail]))


def _as_numbers(kind: ColumnType, tail: pa.LargeStringArray) -> pa.Array | None:
    """New cells as the numbers that the old ones are; None where one is none."""
    machine = pa.int64() if kind is ColumnType.INTEGER else pa.float64()
    if tail.null_count == len(tail):
        return pa.nulls(len(tail), machine)
    text = cell_bytes(tail)
    if text is None:
        return None
    if kind is ColumnType.INTEGER:
        return integers_of(tail, text)
    numbers = numbers_of(tail, text)
    if numbers is None and find_numerals(pc.unique(tail.drop_null())).numbers.all():
        return pc.cast(tail, machine)
    return numbers


def _grown_dates(column: Column, cells: pa.Array, tail: pa.LargeStringArray) -> TypedColumn | None:
    """Dates and more of one format; None where another may fit them all."""
    if tail.null_count < len(tail):
        more = _dates(tail)
        if more is None or more.format != column.date_format:
            return None
        is_doubtful = column.day_or_month_first and more.day_or_month_first
        column = column.model_copy(update={"day_or_month_first": is_doubtful})
    return _joined(column, cells, tail, tail)


def _dates(tail: pa.LargeStringArray) -> DateReading | None:
    """The format of new cells that are all dates."""
    text = cell_bytes(tail)
    found = read_uniform_dates(text) if text else None
    if found is not None:
        return found
    facts = type_column("", tail).facts
    if facts.type is not ColumnType.DATE or not facts.date_format:
        return None
    return DateReading(facts.date_format, len(tail), facts.day_or_month_first)


def _are_plain_words(column: Column, tail: pa.LargeStringArray) -> bool:
    """Whether no value is a number or a date, so that their counts decide nothing."""
    if column.type is not ColumnType.TEXT or column.mostly or column.date_format:
        return False
    texts = of_texts(_all_values(column, tail))
    if not may_hold_numbers_or_dates(texts):
        return not are_booleans(texts)
    found = find_numerals(texts)
    if found.numbers.any() or found.integers.any() or are_booleans(texts):
        return False
    return read_dates(texts, np.ones(len(texts), np.int64)) is None


def _joined(
    column: Column, cells: pa.Array, more: pa.Array, tail: pa.LargeStringArray
) -> TypedColumn:
    update = {
        "missing": column.missing + tail.null_count,
        "unique": column.unique and is_unique(pa.concat_arrays([cells, more])),
        "values": kept_values(of_texts(_all_values(column, tail))) if column.values else (),
    }
    facts = column.model_copy(update=update)
    dtype = {ColumnType.INTEGER: "Int64" if facts.missing else "int64"}
    dtypes = dtype | {ColumnType.NUMBER: "float64"}
    whole = pa.chunked_array([cells, more])
    return TypedColumn(facts, whole, dtypes.get(column.type, "str"))


def _all_values(column: Column, tail: pa.LargeStringArray) -> list[str]:
    return sorted({*column.values, *pc.unique(tail.drop_null()).to_pylist()})
