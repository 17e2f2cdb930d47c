"""Phrases for dates: days, spans, before and after, past and future."""

from __future__ import annotations

import calendar
from typing import Any

from backend.rules.language.terms import (
    Apply,
    Constant,
    Function,
    Predicate,
    Reads,
    Shifted,
    Today,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    compare,
    number,
)

phrase = Phrases()


# Moments -----------------------------------------------------------------------------------------


@phrase("moment", "<date>")
def moment(value: Constant) -> Value:
    """A date as written in ISO 8601."""
    return value


@phrase("moment", "<month> <number> [,] <number>")
def month_first(month: int, day: Constant, year: Constant) -> Value | None:
    """January 31, 2024."""
    return date_of(year, month, day)


@phrase("moment", "<number> <month> <number>", "<number> . <month> <number>")
def day_first(day: Constant, month: int, year: Constant) -> Value | None:
    """31 January 2024."""
    return date_of(year, month, day)


@phrase("moment", "<ordinal> [of] <month> [,] <number>")
def ordinal_first(day: int, month: int, year: Constant) -> Value | None:
    """1st of January 2024."""
    return date_of(year, month, Constant(value=day, reads=Reads.NUMBER))


@phrase("moment", "<month> <ordinal> [,] <number>")
def ordinal_second(month: int, day: int, year: Constant) -> Value | None:
    """January 1st, 2024."""
    return ordinal_first(day, month, year)


def date_of(year: Constant, month: int, day: Constant) -> Value | None:
    """The day of that number in a month, where there is one."""
    numbers = (year.value, day.value)
    if not all(isinstance(part, int) for part in numbers) or not 1000 <= int(year.value) <= 9999:
        return None
    if not 1 <= int(day.value) <= calendar.monthrange(int(year.value), month)[1]:
        return None
    text = f"{int(year.value):04d}-{month:02d}-{int(day.value):02d}"
    return Constant(value=text, reads=Reads.DATE)


@phrase("moment", "today", "now", "the day of the run", "current date", "today 's date")
@phrase("moment", "the present day", "current day")
def today() -> Value:
    """The day of the run."""
    return Today()


@phrase("moment", "yesterday")
def yesterday() -> Value:
    """The day before the run."""
    return Today(shift_days=-1)


@phrase("moment", "tomorrow")
def tomorrow() -> Value:
    """The day after the run."""
    return Today(shift_days=1)


Span = tuple[int, str]


def shifted(of: Value, span: Span, direction: int) -> Value | None:
    """A date moved; the day of the run moves by days alone, which need no calendar."""
    amount, unit = span[0] * direction, span[1]
    if isinstance(of, Today):
        if unit in ("seconds", "minutes", "hours"):
            return None
        if unit in ("days", "weeks"):
            return Today(shift_days=amount * (7 if unit == "weeks" else 1))
    return Shifted.model_validate({"of": of, "amount": amount, "unit": unit})


for _unit in ("second", "minute", "hour", "day", "week", "month", "year"):
    phrase("span", f"<number> ({_unit}|{_unit}s)")(
        lambda value, unit=f"{_unit}s": (
            (int(value.value), unit) if isinstance(value.value, int) else None
        )
    )
    phrase("span", f"(a|an) {_unit}")(lambda unit=f"{_unit}s": (1, unit))


@phrase("moment", "<span> ago")
def ago(span: Span) -> Value | None:
    """So long before the run."""
    return shifted(Today(), span, -1)


@phrase("moment", "<span> after <cell>", "<cell> (plus|+) <span>")
def later(*parts: Any) -> Value | None:
    """A date moved forward."""
    span = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if not isinstance(part, tuple))
    return shifted(of, span, 1)


@phrase("moment", "<span> before <cell>", "<cell> (minus|-) <span>")
def earlier(*parts: Any) -> Value | None:
    """A date moved backward."""
    span = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if not isinstance(part, tuple))
    return shifted(of, span, -1)


# Comparisons of dates ----------------------------------------------------------------------------


@phrase("adj", "(before|earlier than|prior to|sooner than) <operand>")
@phrase(
    "adj",
    "(happen|happens|start|starts|end|ends|fall|lie|occur|dated) (before|earlier than) <operand>",
    cost=0.1,
)
@phrase(
    "verb",
    "(happen|happens|occur|occurs|fall|falls|lie|lies|come|comes|precede|precedes) (before|earlier than|prior to) <operand>",
    "(precede|precedes) <operand>",
)
def before(right: Value) -> Predicate:
    """Earlier."""
    return compare(IT, "<", right)


@phrase("adj", "(after|later than|past) <operand>", "strictly after <operand>")
@phrase(
    "verb",
    "(happen|happens|occur|occurs|fall|falls|lie|lies|come|comes) (after|later than) <operand>",
    "(follow|follows) <operand>",
)
def after(right: Value) -> Predicate:
    """Later."""
    return compare(IT, ">", right)


@phrase(
    "adj",
    "(on or before|no later than|not after|not later than|at or before|before or on|at the latest) <operand>",
    "before or equal to <operand>",
    "the same day as or before <operand>",
    "(before|earlier than) or (equal to|on|the same as) <operand>",
)
@phrase("verb", "not (come|happen|occur|lie|fall) after <operand>")
def not_after(right: Value) -> Predicate:
    """Not later."""
    return compare(IT, "<=", right)


@phrase("adj", "by <operand>")
def by_then(right: Value) -> Predicate | None:
    """By that day; "divisible by 2 and by 3" names no day, nor a year."""
    if isinstance(right, Constant) and right.reads == Reads.NUMBER and float(right.value) < 1000:
        return None
    return not_after(right)


@phrase(
    "adj",
    "(on or after|no earlier than|not before|not earlier than|at or after|after or on|since) <operand>",
    "after or equal to <operand>",
    "the same day as or after <operand>",
    "(after|later than) or (equal to|on|the same as) <operand>",
)
@phrase("verb", "not (come|happen|occur|lie|fall) before <operand>")
def not_before(right: Value) -> Predicate:
    """Not earlier."""
    return compare(IT, ">=", right)


@phrase(
    "adj",
    "<moment> or (earlier|before)",
    "<cell> or (earlier|before)",
    "(before|earlier than) <moment> or on that day",
)
def moment_or_before(bound: Value) -> Predicate:
    """A day or an earlier one."""
    return compare(IT, "<=", bound)


@phrase("adj", "<moment> or (later|after)", "<cell> or (later|after)")
def moment_or_after(bound: Value) -> Predicate:
    """A day or a later one."""
    return compare(IT, ">=", bound)


@phrase(
    "adj",
    "in the past or [on] today",
    "[on] today or in the past",
    "in the past or on the day of the run",
)
def past_or_today() -> Predicate:
    """Not after the day of the run."""
    return compare(IT, "<=", Today())


@phrase("adj", "in the future or [on] today", "[on] today or in the future")
def future_or_today() -> Predicate:
    """Not before the day of the run."""
    return compare(IT, ">=", Today())


@phrase(
    "adj",
    "[a] (valid|real|proper|existing|correct|calendar) date [and time]",
    "[a] (valid|real|proper|existing|correct) calendar (date|day)",
    "(valid|real|existing) dates",
)
def real_date() -> Predicate:
    """A day that the calendar has, written as the column's others are."""
    return compare(Apply(function=Function.DAY, of=IT), ">=", number(1))


@phrase("adj", "[dated] in the future", "a future date", "a date in the future")
@phrase("verb", "(lie|lies|be|fall|falls) in the future")
def in_future() -> Predicate:
    """After the day of the run."""
    return compare(IT, ">", Today())


@phrase("adj", "[dated] in the past", "a past date", "a date in the past")
@phrase("verb", "(lie|lies|fall|falls) in the past")
def in_past() -> Predicate:
    """Before the day of the run."""
    return compare(IT, "<", Today())
