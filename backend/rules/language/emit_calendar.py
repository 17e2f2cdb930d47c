"""Dates to Pandas: today, time that passed, dates moved along the calendar, public holidays."""

from __future__ import annotations

from backend.codegen.code import Code, call, literal, mapping, name, word_list
from backend.rules.language.holiday_calendars import holiday_dates, holiday_rules
from backend.rules.language.rows import Rows
from backend.rules.language.terms import Elapsed, PublicHoliday, Reads, Shifted, Today
from backend.rules.language.walk import is_fixed


def today(value: Today, rows: Rows) -> Code:
    """The day of the run, at midnight."""
    day = rows.body.let("today", call("pd.Timestamp", name("as_of")).call("normalize"))
    if not value.shift_days:
        return day
    moved = call("pd.Timedelta", days=literal(abs(value.shift_days)))
    return day.combine("+" if value.shift_days > 0 else "-", moved)


def shifted(value: Shifted, reads: Reads, rows: Rows) -> Code:
    """A date some calendar units on, or back; by whole days where ``reads`` asks for a date."""
    by_day = reads == Reads.DATE and value.is_of_days
    start = rows.value(value.of, Reads.DATE if by_day else Reads.TIME)
    step = call("pd.DateOffset", **{value.unit: literal(abs(value.amount))})
    moved = start.combine("+" if value.amount >= 0 else "-", step)
    if reads != Reads.DATE or by_day:
        return moved
    return moved.call("normalize" if is_fixed(value) else "dt.normalize")


def elapsed(value: Elapsed, rows: Rows) -> Code:
    """Full days or years; hours, minutes or seconds with their fraction."""
    if value.unit == "years":
        return _full_years(value, rows)
    reads = Reads.TIME if value.seconds else Reads.DATE
    start, end = rows.value(value.start, reads), rows.value(value.end, reads)
    span = end.combine("-", start)
    parts = span if is_fixed(value) else span.attribute("dt")
    if value.seconds:
        told = parts.call("total_seconds")
        return told if value.seconds == 1 else told.combine("/", literal(value.seconds))
    return parts.attribute("days")


def _full_years(value: Elapsed, rows: Rows) -> Code:
    """Whole years as calendars count them: (yyyymmdd - yyyymmdd) without its last four digits."""
    numbers = []
    for date in (value.end, value.start):
        day = rows.value(date, Reads.DATE)
        part = day if is_fixed(date) else day.attribute("dt")
        year = part.attribute("year").combine("*", literal(10000))
        month = part.attribute("month").combine("*", literal(100))
        numbers.append(year.combine("+", month).combine("+", part.attribute("day")))
    return call("pd.Series.floordiv", numbers[0].combine("-", numbers[1]), literal(10000))


def public_holiday(value: PublicHoliday, rows: Rows) -> Code:
    """1 on a public holiday, 0 on another day; empty where the year is not among those known."""
    day = rows.value(value.of, Reads.DATE)
    told = holiday_rules(value.calendar, value.first, value.last)
    parts = [("years", literal([value.first, value.last]))]
    parts += [(field, _listed_days(days)) for field, days in told._asdict().items()]
    title = f"HOLIDAYS_{value.calendar.replace('-', '_')}"
    rules = rows.body.constant(title, mapping(parts))
    dates = call(rows.body.use(holiday_dates).text, Code(f"**{rules.text}"))
    days = rows.body.let("holidays", call("pd.to_datetime", dates))
    known = day.call("dt.year.isin", days.attribute("year"))
    found = day.call("isin", days).call("astype", literal("float64")).call("where", known)
    return rows.body.let("is_holiday", found)


def _listed_days(days: list[str] | list[int] | list[list[int]]) -> Code:
    texts = [day for day in days if isinstance(day, str)]
    return word_list(texts) if texts else literal(days)
