"""Text cells to typed columns, with the facts of each column.

All judging and converting is done once per distinct text; cells follow by look-up. Dates and
booleans stay the text of the file.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.schema import Column, ColumnType
from backend.tables.beginnings import may_hold_numbers_or_dates
from backend.tables.dates import DateReading, read_dates
from backend.tables.numerals import Numerals, find_numerals
from backend.tables.vectors import as_integers

MOST_VALUES = 200
_LONGEST_VALUE = 200
# Four letters of true and five of false, each upper or lower case.
_BOOLEAN_SPELLINGS = 2**4 + 2**5


class TypedColumn(NamedTuple):
    """A column's facts, its cells (in pieces, if it has grown), and their dtype in pandas."""

    facts: Column
    cells: pa.Array | pa.ChunkedArray
    dtype: str


class _Distinct(NamedTuple):
    """The distinct texts of a column, how often each occurs, and which one each cell is."""

    texts: pa.Array
    counts: npt.NDArray[np.int64]
    indices: pa.Array

    @property
    def filled(self) -> int:
        return int(self.counts.sum())


class _Typing(NamedTuple):
    type: ColumnType
    mostly: ColumnType | None = None
    date: DateReading | None = None


def type_column(name: str, cells: pa.Array, *, as_text: bool = False) -> TypedColumn:
    """Type one column; ``as_text`` forbids numbers, because the source stores text."""
    distinct = _distinct(cells)
    typing = _typing(distinct, as_text=as_text)
    typed, dtype = _converted(cells, distinct, typing.type)
    facts = Column(
        name=name,
        type=typing.type,
        mostly=typing.mostly,
        date_format=typing.date.format if typing.date else None,
        day_or_month_first=bool(typing.date and typing.date.day_or_month_first),
        missing=cells.null_count,
        unique=len(distinct.texts) == len(cells) and _is_unique(typed),
        values=kept_values(distinct.texts),
    )
    return TypedColumn(facts, typed, dtype)


def _distinct(cells: pa.Array) -> _Distinct:
    encoded = cells.dictionary_encode()
    indices = encoded.indices
    filled = indices.drop_null() if indices.null_count else indices
    counts = np.bincount(as_integers(filled), minlength=len(encoded.dictionary))
    return _Distinct(encoded.dictionary, counts.astype(np.int64), indices)


def _typing(distinct: _Distinct, *, as_text: bool) -> _Typing:
    if distinct.filled == 0:
        return _Typing(ColumnType.TEXT)
    if are_booleans(distinct.texts):
        return _Typing(ColumnType.BOOLEAN)
    if not may_hold_numbers_or_dates(distinct.texts):
        return _Typing(ColumnType.TEXT)
    number = _numeric_typing(distinct, find_numerals(distinct.texts), as_text=as_text)
    if number.type is not ColumnType.TEXT:
        return number
    date = read_dates(distinct.texts, distinct.counts)
    if date and date.cells == distinct.filled:
        return _Typing(ColumnType.DATE, date=date)
    if date and 2 * date.cells >= distinct.filled and not number.mostly:
        return _Typing(ColumnType.TEXT, ColumnType.DATE, date)
    return number


def are_booleans(texts: pa.Array) -> bool:
    """Whether distinct texts are spellings of true and false alone."""
    if len(texts) > _BOOLEAN_SPELLINGS:
        return False
    return set(pc.utf8_lower(texts).to_pylist()) <= {"true", "false"}


def _numeric_typing(distinct: _Distinct, found: Numerals, *, as_text: bool) -> _Typing:
    good = found.integers | found.numbers
    kind = ColumnType.NUMBER if (good & ~found.integers).any() else ColumnType.INTEGER
    exact = found.integers if kind is ColumnType.INTEGER else found.numbers
    if exact.all() and not as_text:
        return _Typing(kind)
    is_mostly = 2 * int(distinct.counts[exact].sum()) >= distinct.filled
    return _Typing(ColumnType.TEXT, kind if is_mostly and not found.has_codes else None)


def _converted(cells: pa.Array, distinct: _Distinct, kind: ColumnType) -> tuple[pa.Array, str]:
    """The cells in their machine type, and the dtype that pandas gives them."""
    if kind is ColumnType.INTEGER:
        integers = pc.cast(distinct.texts, pa.int64()).take(distinct.indices)
        return integers, "Int64" if cells.null_count else "int64"
    if kind is ColumnType.NUMBER:
        return pc.cast(distinct.texts, pa.float64()).take(distinct.indices), "float64"
    return cells, "str"


def _is_unique(cells: pa.Array) -> bool:
    """Whether there are cells, none empty and no two alike (1 and 1.0 are, as numbers)."""
    if len(cells) == 0 or cells.null_count:
        return False
    return bool(pc.count_distinct(cells).as_py() == len(cells))


def kept_values(texts: pa.Array) -> tuple[str, ...]:
    """Distinct texts, sorted; empty where they are too many or too long to be kept."""
    if not 0 < len(texts) <= MOST_VALUES or pc.max(pc.utf8_length(texts)).as_py() > _LONGEST_VALUE:
        return ()
    return tuple(sorted(texts.to_pylist()))
