"""Cells as a file spells them, as the loader types them, and as a comparison reads them.

A column is typed as ``backend.tables`` types it: a column of numbers with one bad cell is text. A
column that was compiled as text, dates or booleans stays text, whatever a few cells look like.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re
from collections.abc import Sequence
from functools import lru_cache

import pyarrow as pa

from backend.contracts.check import Cell
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.proof.meaning.unknowns import Unreadable, unknown
from backend.rules.language.words import Reads
from backend.tables.numerals import find_numerals

Typed = int | float | str | None
"""A cell as it is loaded; None is an empty one."""
NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_PLAIN_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
"""What the loader takes for an integer without a further look."""
_HAS_DIGIT = re.compile("[0-9]")
_LONGEST_INTEGER = 308
"""Digits; a longer one is infinity to a program."""
_INFINITE = re.compile(r"[+-]?inf(inity)?", re.IGNORECASE)
_ISO_8601 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?"
    r" ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)


def spelled(cell: Cell) -> str | None:
    """A cell as a file would spell it; empty text is an empty cell."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return None if cell is None or cell == "" else str(cell)


def dtype_of(texts: Sequence[str | None], fact: ColumnRead | None) -> str:
    """The dtype that these cells of a column arrive in: str, int64, Int64 or float64."""
    told = fact.type if fact is not None else None
    if told is not None and told not in NUMERIC:
        return "str"
    filled = tuple(dict.fromkeys(text for text in texts if text is not None))
    if not filled and told is None:
        return "str"
    read = _numeric_type(filled) if filled else told
    if read is None:
        return "str"
    if read is ColumnType.INTEGER and told is not ColumnType.NUMBER:
        return "Int64" if None in texts else "int64"
    return "float64"


@lru_cache(maxsize=4096)
def _numeric_type(texts: tuple[str, ...]) -> ColumnType | None:
    if all(map(_PLAIN_INTEGER.fullmatch, texts)):
        return ColumnType.INTEGER
    if not all(map(_HAS_DIGIT.search, texts)):
        return None
    return _judged_type(texts)


def _judged_type(texts: tuple[str, ...]) -> ColumnType | None:
    found = find_numerals(pa.array(texts, pa.string()))
    if found.integers.all():
        return ColumnType.INTEGER
    return ColumnType.NUMBER if found.numbers.all() else None


def loaded(texts: Sequence[str | None], dtype: str) -> list[Typed]:
    """The cells in the type that their dtype stands for."""
    kind = {"int64": int, "Int64": int, "float64": float}.get(dtype, str)
    return [None if text is None else kind(text) for text in texts]


def as_text(cell: int | float | str) -> str:
    """The text of a cell; of a number its shortest spelling."""
    return cell if isinstance(cell, str) else str(cell)


def as_number(cell: int | float | str) -> int | float:
    """A number in decimal notation, outer blanks aside, or infinity as programs write it.

    Raises:
        Unreadable: it is none.
    """
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if len(text) <= _LONGEST_INTEGER and re.fullmatch("[+-]?[0-9]+", text):
        return int(text)
    if _DECIMAL.fullmatch(text) or _INFINITE.fullmatch(text):
        return float(text)
    raise Unreadable(cell)


def as_moment(cell: int | float | str, form: str) -> dt.datetime:
    """A date and time in a column's own format; an offset is taken off, to UTC.

    Raises:
        Unreadable: it is none, or the calendar does not have it.
    """
    try:
        if form != "ISO8601":
            return dt.datetime.strptime(as_text(cell), form)
        return iso_moment(as_text(cell))
    except ValueError:
        raise Unreadable(cell) from None


def iso_moment(text: str) -> dt.datetime:
    """A date, or date and time, in ISO 8601; with an offset, its time in UTC.

    Raises:
        ValueError: it is none.
    """
    if not _ISO_8601.fullmatch(text):
        raise ValueError(text)
    found = dt.datetime.fromisoformat(text)
    if found.tzinfo is None:
        return found
    return found.astimezone(dt.UTC).replace(tzinfo=None)


def has_time(form: str | None) -> bool:
    """Whether dates of this format carry a time of day."""
    return form is not None and (form == "ISO8601" or "%H" in form or "%I" in form)


def midnight(moment: dt.datetime) -> dt.datetime:
    """The start of the day."""
    return dt.datetime.combine(moment.date(), dt.time())


def converted(cell: Typed, fact: ColumnRead, reads: Reads) -> int | float | str | dt.datetime:
    """A filled cell as a comparison reads it: a number, a text, a day or a moment.

    Raises:
        Unreadable: it is none.
    """
    assert cell is not None
    if reads is Reads.TEXT:
        return as_text(cell)
    if reads is Reads.NUMBER:
        return as_number(cell)
    if fact.date_format is None:
        raise unknown("date format of", f"{fact.table}.{fact.column}")
    moment = as_moment(cell, fact.date_format)
    return midnight(moment) if reads is Reads.DATE else moment


def moved(start: dt.datetime, amount: int, unit: str) -> dt.datetime:
    """A moment some calendar units on or back; the last day of a shorter month stands for others.

    Raises:
        Unreadable: the calendar of Python ends before.
    """
    try:
        if unit in ("seconds", "minutes", "hours", "days", "weeks"):
            return start + dt.timedelta(**{unit: amount})
        months = start.year * 12 + start.month - 1 + amount * (12 if unit == "years" else 1)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return start.replace(year=year, month=month + 1, day=min(start.day, last))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        raise Unreadable(start) from None


def whole_years(start: dt.datetime, end: dt.datetime) -> int:
    """Full years between two days as calendars count them, rounded down."""
    return (_as_yyyymmdd(end) - _as_yyyymmdd(start)) // 10000


def _as_yyyymmdd(day: dt.datetime) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def is_number(value: object) -> bool:
    """Whether a value is a number that is one."""
    return isinstance(value, int | float) and not math.isnan(value)
