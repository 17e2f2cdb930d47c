"""Dates to SQL: today, parts of a date, time that passed, dates moved along, public holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlglot import exp

from backend.rules.language.holiday_calendars import listed_holidays
from backend.rules.language.lower_place import Place
from backend.rules.language.sql import Sql, binary, call, cast, interval, number, text
from backend.rules.language.terms import (
    Elapsed,
    Function,
    PublicHoliday,
    Reads,
    Shifted,
    Today,
    Value,
)

_Lower = Callable[[Value, Reads, Place], Sql]
_PARTS = {
    Function.YEAR: "YEAR",
    Function.MONTH: "MONTH",
    Function.DAY: "DAY",
    Function.WEEKDAY: "ISODOW",
    Function.HOUR: "HOUR",
}
CLOCKS = (*_PARTS, Function.CLOCK)
"""Functions of a date and time."""


def today(found: Today) -> Sql:
    """The day of the run."""
    day = cast(exp.Placeholder(this="as_of"), "DATE")
    if not found.shift_days:
        return day
    sign = "+" if found.shift_days > 0 else "-"
    return cast(binary(day, sign, interval(abs(found.shift_days), "day")), "DATE")


def date_part(function: Function, moment: Sql) -> Sql:
    """The year, month, day, weekday or hour of a date; or its time of day in hours."""
    if function != Function.CLOCK:
        return call(_PARTS[function], moment)
    hours = binary(call("HOUR", moment), "*", number(3600))
    minutes = binary(call("MINUTE", moment), "*", number(60))
    seconds = binary(binary(hours, "+", minutes), "+", call("SECOND", moment))
    return binary(seconds, "/", number(3600))


def elapsed(found: Elapsed, place: Place, lower: _Lower) -> Sql:
    """Full days or years; hours, minutes or seconds with their fraction."""
    reads = Reads.TIME if found.seconds else Reads.DATE
    start, end = (lower(side, reads, place) for side in (found.start, found.end))
    if found.seconds:
        span = binary(cast(end, "TIMESTAMP"), "-", cast(start, "TIMESTAMP"))
        return binary(call("EPOCH", span), "/", number(found.seconds))
    start, end = cast(start, "DATE"), cast(end, "DATE")
    return binary(end, "-", start) if found.unit == "days" else _full_years(start, end)


def _full_years(start: Sql, end: Sql) -> Sql:
    """The years between, less one where the day of the year has not come yet."""
    years = binary(call("YEAR", end), "-", call("YEAR", start))
    days = (call("STRFTIME", date, text("%m%d")) for date in (end, start))
    has_yet_to_come = cast(binary(next(days), "<", next(days)), "INT")
    return binary(years, "-", has_yet_to_come)


def shifted(found: Shifted, reads: Reads, place: Place, lower: _Lower) -> Sql:
    """A date some calendar units on, or back; the last of a month where it has no such day."""
    by_day = reads == Reads.DATE and found.is_of_days
    start = lower(found.of, Reads.DATE if by_day else Reads.TIME, place)
    unit = found.unit.removesuffix("s")
    moved = binary(start, "+" if found.amount >= 0 else "-", interval(abs(found.amount), unit))
    return cast(moved, "DATE") if reads == Reads.DATE else moved


def public_holiday(found: PublicHoliday, place: Place, lower: _Lower) -> Sql:
    """1 on a listed day, 0 on another one of the years that are known; NULL elsewhere."""
    day = cast(lower(found.of, Reads.DATE, place), "DATE")
    listed = listed_holidays(found.calendar, found.first, found.last)
    days = call("STRING_SPLIT", text(" ".join(map(dt.date.isoformat, listed))), text(" "))
    told = cast(call("LIST_CONTAINS", days, call("STRFTIME", day, text("%Y-%m-%d"))), "INT")
    low, high = number(found.first), number(found.last)
    is_known = exp.Between(this=call("YEAR", day.copy()), low=low, high=high)
    return exp.Case(ifs=[exp.If(this=is_known, true=told)])
