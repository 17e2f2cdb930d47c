"""Phrases for the calendar and the clock: years, quarters, months, weekdays, times of day."""

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
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    Subjects,
    all_of,
    any_of,
    compare,
    number,
    one_of,
)

phrase = Phrases()

Period = tuple[str, str]
"""The first and the last day of a stretch of the calendar, in ISO 8601."""


def _part(function: Function, of: Value = IT) -> Value:
    return Apply(function=function, of=of)


def _day(text: str) -> Constant:
    return Constant(value=text, reads=Reads.DATE)


# Periods --------------------------------------------------------------------------------------


def months_of(year: Constant, first: int, last: int) -> Period | None:
    """The first and last day of these months; nothing of a number that is no year."""
    if not isinstance(year.value, int) or not 1000 <= year.value <= 9999 or first > last:
        return None
    end = calendar.monthrange(year.value, last)[1]
    return f"{year.value:04d}-{first:02d}-01", f"{year.value:04d}-{last:02d}-{end:02d}"


@phrase("year_period", "[the] [calendar] [year] <number>")
def year_period(year: Constant) -> Period | None:
    """2024: from its first day to its last."""
    return months_of(year, 1, 12)


@phrase("month_period", "<month> [of] [,] <number>")
def month_period(month: int, year: Constant) -> Period | None:
    """March 2024."""
    return months_of(year, month, month)


for _quarter, _names in enumerate(("first|1st", "second|2nd", "third|3rd", "fourth|4th|last"), 1):
    phrase("quarter", f"({_names}) quarter", f"q{_quarter}")(lambda quarter=_quarter: quarter)


@phrase("month_period", "<quarter> [of] [,] [the] [year] <number>")
def quarter_period(quarter: int, year: Constant) -> Period | None:
    """The first quarter of 2024."""
    return months_of(year, 3 * quarter - 2, 3 * quarter)


@phrase("period", "<year_period>", "<month_period>")
def period(found: Period) -> Period:
    """A stretch of the calendar."""
    return found


phrase.words("_in", "in | during | within | from | of | dated | dated in | made in | created in")
phrase.words("_fall", "fall | falls | lie | lies | be | happen | happens | occur | occurs")


def within(low: str, high: str) -> Predicate:
    """From one day to another, both included."""
    return all_of(compare(IT, ">=", _day(low)), compare(IT, "<=", _day(high)))


@phrase("adj", "[dated] (in|during|within) [the] [calendar] [year] <number>", cost=0.1)
@phrase("verb", "_fall (in|within|into) [the] [calendar] [year] <number>", cost=0.1)
def in_year(year: Constant) -> Predicate | None:
    """A date of that calendar year."""
    if months_of(year, 1, 12) is None:
        return None
    return compare(_part(Function.YEAR), "==", year)


@phrase("adj", "_in <month_period>")
@phrase("verb", "_fall (in|within|into) <month_period>")
def in_period(found: Period) -> Predicate:
    """A day of that month or quarter."""
    return within(*found)


@phrase("adj", "(between|from) <period> (and|to|until|through) <period>")
@phrase("verb", "_fall between <period> and <period>")
def between_periods(first: Period, last: Period) -> Predicate | None:
    """From the first day of the one to the last day of the other."""
    return within(first[0], last[1]) if first[0] <= last[0] else None


@phrase("adj", "(between|from) <month> (and|to|until|through) <month> [of] <number>")
@phrase("verb", "_fall between <month> and <month> [of] <number>")
def between_months(first: int, last: int, year: Constant) -> Predicate | None:
    """Between January and March 2024."""
    found = months_of(year, first, last)
    return None if found is None else within(*found)


for _words, _sign, _end in (
    ("before|earlier than|prior to", "<", 0),
    ("after|later than", ">", 1),
    ("in or after|not before|no earlier than|not earlier than|since", ">=", 0),
    ("in or before|not after|no later than|not later than|up to", "<=", 1),
):
    phrase("adj", f"({_words}) <period>")(
        lambda found, sign=_sign, end=_end: compare(IT, sign, _day(found[end]))
    )


@phrase("adj", "[in] <period> or (later|after)")
def period_or_later(found: Period) -> Predicate:
    """2024 or later."""
    return compare(IT, ">=", _day(found[0]))


@phrase("adj", "[in] <period> or (earlier|before)")
def period_or_earlier(found: Period) -> Predicate:
    """2024 or earlier."""
    return compare(IT, "<=", _day(found[1]))


# Parts of a date ------------------------------------------------------------------------------


@phrase("month_list", "<month>", "<month_list> (,|or|, or) <month>")
def month_list(*parts: Any) -> tuple[int, ...]:
    """June, July or August."""
    return (*parts[0], parts[1]) if len(parts) == 2 else parts


@phrase("adj", "(in|during) <month_list>", "in [the month of] <month_list> of any year")
def in_month(months: tuple[int, ...]) -> Predicate:
    """A day of that month, of whatever year."""
    return one_of(_part(Function.MONTH), tuple(number(month) for month in months))


@phrase("adj", "[on] [the] first [day] of (the|a|its|each|every) month")
def first_of_month() -> Predicate:
    """The first day of a month."""
    return compare(_part(Function.DAY), "==", number(1))


@phrase(
    "adj",
    "[on] [the] last [day] of (the|a|its|each|every) month",
    "(at|on) [the] (month end|end of the month)",
)
def last_of_month() -> Predicate:
    """The day before the first of a month."""
    next_day = Shifted(of=IT, amount=1, unit="days")
    return compare(_part(Function.DAY, next_day), "==", number(1))


@phrase("weekday_list", "[a] <weekday>", "<weekday_list> (,|or|, or|and|, and|/) [a] <weekday>")
def weekday_list(*parts: Any) -> tuple[int, ...]:
    """A Monday, Thursday or Friday."""
    return (*parts[0], parts[1]) if len(parts) == 2 else parts


@phrase("adj", "[on] <weekday_list>", "[on] (one of|either) <weekday_list>")
@phrase("verb", "(fall|falls|lie|lies) on <weekday_list>")
def on_weekday(days: tuple[int, ...]) -> Predicate:
    """A given day of the week."""
    return one_of(_part(Function.WEEKDAY), tuple(number(day) for day in days))


@phrase("adj", "[between|from|on] <weekday> (and|to|through|-|–) <weekday>")
def weekday_range(first: int, last: int) -> Predicate | None:
    """Monday to Friday."""
    if first > last:
        return None
    day = _part(Function.WEEKDAY)
    bounds = [compare(day, ">=", number(first))] if first > 1 else []
    bounds += [compare(day, "<=", number(last))] if last < 7 else []
    return all_of(*bounds) if bounds else None


phrase.words("_weekend", "weekend | weekends | weekend day | weekend days")
phrase.words(
    "_workday",
    "weekday | weekdays | workday | workdays | working day | working days | business day",
)


@phrase("adj", "(on|at) [a|the] _weekend", "[a|the] _weekend")
@phrase("verb", "(fall|falls|lie|lies) (on|at) [a|the] _weekend")
def weekend() -> Predicate:
    """Saturday or Sunday."""
    return compare(_part(Function.WEEKDAY), ">=", number(6))


@phrase("adj", "on [a] _workday [only]", "only on [a] _workday", "[a] _workday")
@phrase("verb", "(fall|falls|lie|lies) on [a] _workday")
def workday() -> Predicate:
    """Monday to Friday; public holidays are not known here."""
    return compare(_part(Function.WEEKDAY), "<=", number(5))


# The same day, month, year --------------------------------------------------------------------


def _same(unit: str, left: Value, right: Value) -> Predicate:
    functions = {
        "year": (Function.YEAR,), "month": (Function.YEAR, Function.MONTH),
        "day": (Function.YEAR, Function.MONTH, Function.DAY),
    }[unit]  # fmt: skip
    return all_of(*(compare(_part(part, left), "==", _part(part, right)) for part in functions))


for _unit in ("day", "month", "year"):
    _places = f"(in|on|of|from) the same [calendar] {_unit}"
    phrase("adj", f"{_places} (as|of|like) <cell>")(
        lambda other, unit=_unit: _same(unit, IT, other)
    )
    phrase("verb", f"(fall|falls|lie|lies|be) {_places} as <cell>")(
        lambda other, unit=_unit: _same(unit, IT, other)
    )
    phrase("pair_clause", f"<all_subjects> (_be|fall|lie) {_places}")(
        lambda pair, unit=_unit: _same_pair(pair, unit)
    )
    phrase("must_be_pair", f"(be|fall|lie) {_places}")(lambda unit=_unit: unit)


def _same_pair(pair: Subjects, unit: str) -> Predicate | None:
    return _same(unit, *pair.items) if len(pair.items) == 2 else None


@phrase("pair_duty", "<all_subjects> _must <must_be_pair>")
def same_pair(pair: Subjects, unit: str) -> Predicate | None:
    """A and B must be in the same month."""
    return _same_pair(pair, unit)


# The clock ------------------------------------------------------------------------------------

for _words, _sign in (
    ("before|earlier than", "<"), ("after|later than", ">"),
    ("at or after|not before|no earlier than|from", ">="),
    ("at or before|not after|no later than|by|until", "<="),
):  # fmt: skip
    phrase("adj", f"({_words}) <clock>")(
        lambda hour, sign=_sign: compare(_part(Function.CLOCK), sign, number(hour))
    )


@phrase("adj", "between <clock> and <clock>", "from <clock> (to|until) <clock>")
@phrase("verb", "_fall between <clock> and <clock>")
def between_clocks(low: float, high: float) -> Predicate:
    """Between 8:00 and 18:00; past midnight where the first is the later one."""
    time = _part(Function.CLOCK)
    bounds = compare(time, ">=", number(low)), compare(time, "<=", number(high))
    return all_of(*bounds) if low <= high else any_of(*bounds)


@phrase("clock", "<number> (am|a.m.)")
def morning(hour: Constant) -> float | None:
    """8 am."""
    return float(hour.value) % 12 if 1 <= float(hour.value) <= 12 else None


@phrase("clock", "<number> (pm|p.m.)")
def evening(hour: Constant) -> float | None:
    """6 pm."""
    return float(hour.value) % 12 + 12 if 1 <= float(hour.value) <= 12 else None


@phrase("adj", "at midnight", "exactly [at] midnight")
def at_midnight() -> Predicate:
    """The first moment of a day; "before midnight" would be of the day before or of this one."""
    return compare(_part(Function.CLOCK), "==", number(0))


@phrase("clock", "noon", "midday")
def noon() -> float:
    """Twelve o'clock."""
    return 12.0
