"""Numbers, dates and texts as a column spells them, and the cells beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from backend.proof.meaning.cells import has_time

DAY = dt.timedelta(days=1)
SECOND = dt.timedelta(seconds=1)
LEAP_DAY = dt.datetime(2024, 2, 29)


def spell_number(value: Decimal | float, *, is_whole: bool) -> str:
    """A number in plain decimal notation; a column of decimals keeps its point."""
    number = Decimal(str(value))
    if number == number.to_integral_value():
        return str(int(number)) if is_whole else f"{int(number)}.0"
    return f"{number.normalize():f}"


def spell_date(moment: dt.datetime, form: str) -> str:
    """A moment in a column's own format."""
    if form == "ISO8601":
        return moment.strftime("%Y-%m-%dT%H:%M:%S")
    return moment.strftime(form)


def tick(form: str) -> dt.timedelta:
    """The smallest step that a format shows."""
    if form == "ISO8601" or "%S" in form:
        return SECOND
    return dt.timedelta(minutes=1) if has_time(form) else DAY


def days_around(day: dt.datetime, form: str) -> Iterator[dt.datetime]:
    """The day, the days beside it, and with a time of day the ends of each."""
    start = dt.datetime.combine(day.date(), dt.time())
    for base in (start - DAY, start, start + DAY):
        yield base
        if has_time(form):
            yield base + DAY - tick(form)


def texts_around(text: str) -> Iterator[str]:
    """A text, other letter case, outer blanks, a letter less, a letter more."""
    yield text
    yield from (text.swapcase(), f" {text}", f"{text} ", text[:-1], f"{text}x")


CALENDAR = (
    dt.datetime(2023, 2, 28), dt.datetime(2023, 12, 31), dt.datetime(2024, 1, 1), LEAP_DAY,
    dt.datetime(2024, 3, 1), dt.datetime(2024, 4, 30), dt.datetime(2024, 12, 31),
)  # fmt: skip
"""Leap day, the ends of months and years."""
BLANKS = ("  ", "\t")
NO_NUMBER, NO_DATE = "abc", "soon"
