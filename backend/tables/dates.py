"""Which texts are dates, and in which one format.

A format is a strptime pattern, or ``ISO8601`` for ISO dates with a T, fractions of a second or an
offset, and for ISO dates mixed with ISO date-times. Years have four digits from 1000 on; a date
that the calendar does not have is no date. Times with and without an offset are two formats:
they cannot be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from backend.tables.beginnings import MONTH_STARTS, MONTHS
from backend.tables.numerals import matches
from backend.tables.vectors import Integers, Mask, as_integers, of_mask, of_texts

ISO8601 = "ISO8601"

_DATES = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"),
    *("%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y", "%m-%d-%Y", "%d-%m-%Y"),
    *("%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%B %d %Y"),
    *("%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%B-%Y"),
)
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %H:%M:%S.%f")
_SWAPPED = ("%m/%d/%Y", "%d/%m/%Y"), ("%m-%d-%Y", "%d-%m-%Y")
_MONTH_DAYS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_DAY = "(?P<day>0?[1-9]|[12][0-9]|3[01])"
_LATE_DAY = "(?P<day>29|30|31)"
_DIRECTIVES = {
    "%Y": "(?P<year>[1-9][0-9]{3})",
    "%m": "(?P<month>0?[1-9]|1[0-2])",
    "%b": f"(?P<month>{'|'.join(MONTH_STARTS)})",
    "%B": f"(?P<month>{'|'.join(MONTHS)})",
    "%d": _DAY,
    "%H": "(?:[01]?[0-9]|2[0-3])",
    "%I": "(?:0?[1-9]|1[0-2])",
    "%M": "[0-5][0-9]",
    "%S": "[0-5][0-9]",
    "%f": "[0-9]{1,6}",
    "%p": "(?:am|pm)",
}
_ISO_DATE = f"(?P<year>YYYY)-(?P<month>0[1-9]|1[0-2])-{_DAY.replace('0?', '0')}"
_ISO_TIME = "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,FRACTION})?)?"
_OFFSET = "(?:Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)"
# Nanoseconds fit the years 1678 to 2261 alone: pandas has no other time of nine digits.
_YEARS_AND_FRACTIONS = (("[1-9][0-9]{3}", "6"), ("(?:1[7-9]|2[01])[0-9]{2}", "9"))


class DateReading(NamedTuple):
    """The best format for some texts, and how many cells it reads.

    ``day_or_month_first`` tells that the format with day and month swapped reads as many.
    """

    format: str
    cells: int
    day_or_month_first: bool


class _Format(NamedTuple):
    name: str
    pattern: str


def _pattern(name: str) -> str:
    parts = re.split("(%[A-Za-z])", name)
    return "".join(_DIRECTIVES.get(part) or re.escape(part) for part in parts)


def _formats() -> Iterator[_Format]:
    for date in _DATES:
        for time in _TIMES:
            if (date, time) != ("%Y-%m-%d", " %H:%M:%S.%f"):
                yield _Format(date + time, f"(?i)^{_pattern(date + time)}$")
    for year, fraction in _YEARS_AND_FRACTIONS:
        date = _ISO_DATE.replace("YYYY", year)
        time = _ISO_TIME.replace("FRACTION", fraction)
        yield _Format(ISO8601, f"^{date}(?:{time})?$")
        yield _Format(ISO8601, f"^{date}{time}{_OFFSET}$")


_FORMATS = tuple(_formats())
_ANY_FORMAT = "|".join(
    f"(?:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', each.pattern)})" for each in _FORMATS
)
"""Each in brackets: in RE2 the "(?i)" of one would hold for those behind it as well."""


def read_dates(texts: pa.Array, counts: npt.NDArray[np.int64]) -> DateReading | None:
    """The format that reads most of the cells, given distinct texts and how often each occurs."""
    looks_dated = matches(texts, _ANY_FORMAT)
    dated, weights = texts.filter(of_mask(looks_dated)), counts[looks_dated]
    cells: dict[str, int] = {}
    for each in _candidates(dated):
        read = int(weights[_is_date(dated, each.pattern)].sum())
        cells[each.name] = max(read, cells.get(each.name, 0))
    if not any(cells.values()):
        return None
    best = max(cells, key=lambda name: cells[name])
    return DateReading(best, cells[best], cells.get(_swapped(best)) == cells[best])


def _candidates(texts: pa.Array) -> list[_Format]:
    """The formats that matter: each is met by a text that no earlier one reads."""
    found: set[_Format] = set()
    while len(texts):
        first = texts[0].as_py()
        met = {each for each in _FORMATS if re.search(each.pattern, first)}
        found |= met
        read = np.logical_or.reduce([matches(texts, each.pattern) for each in met])
        texts = texts.filter(of_mask(~read))
    return sorted(found, key=_FORMATS.index)


def _swapped(name: str) -> str:
    """The format with day and month swapped, where it exists."""
    date, space, time = name.partition(" ")
    for one, other in _SWAPPED:
        if date in (one, other):
            return (other if date == one else one) + space + time
    return ""


def _is_date(texts: pa.Array, pattern: str) -> Mask:
    """Which texts meet a pattern and stand in the calendar."""
    read = matches(texts, pattern)
    late_pattern = re.sub(r"\(\?P<day>[^)]*\)", _LATE_DAY, pattern)
    late = matches(texts, late_pattern)
    if late.any():
        read[late] = _in_calendar(pc.extract_regex(texts.filter(of_mask(late)), late_pattern))
    return read


def _in_calendar(fields: pa.StructArray) -> Mask:
    """Which years, months and days (29 and later) exist."""
    year, day = (_integers(fields.field(name)) for name in ("year", "day"))
    month = _month_numbers(fields.field("month"))
    return day <= days_of_months(year, month)


def days_of_months(year: Integers, month: Integers) -> Integers:
    """The number of days of each month (1 to 12) in its year."""
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    last_day: Integers = _MONTH_DAYS[month - 1] + (is_leap & (month == 2))
    return last_day


def _month_numbers(texts: pa.Array) -> Integers:
    starts = pc.utf8_lower(pc.utf8_slice_codeunits(texts, 0, 3))
    if matches(starts[:1], "[a-z]").any():
        return as_integers(pc.index_in(starts, of_texts(MONTH_STARTS))) + 1
    return _integers(texts)


def _integers(texts: pa.Array) -> Integers:
    return as_integers(pc.cast(texts, pa.int64()))
