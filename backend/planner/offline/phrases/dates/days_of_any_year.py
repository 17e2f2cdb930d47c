"""Phrases for days that come back each year: 1 January, the 4th of July, Christmas Day."""

from __future__ import annotations

import calendar
from typing import Any

from backend.rules.language.terms import Apply, Constant, Function, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, any_of, compare, number

phrase = Phrases()
Day = tuple[int, int]

_LEAP = 2024
"""Any leap year: 29 February is a day of some years."""
_FIXED = (
    ("new year 's day|new years day|new year day", 1, 1), ("epiphany", 1, 6),
    ("valentine 's day|valentines day", 2, 14), ("halloween", 10, 31), ("christmas eve", 12, 24),
    ("christmas day|christmas", 12, 25), ("boxing day", 12, 26),
    ("new year 's eve|new years eve", 12, 31),
)  # fmt: skip
_ELSEWHERE = (
    "independence day|labour day|labor day|may day|national day|bastille day|unity day|german unity day|republic day|"
    "constitution day|armistice day|veterans day|remembrance day|juneteenth|all saints day|all saints ' day|"
    "assumption day|liberation day|australia day|canada day|st patrick 's day|women 's day|reformation day|victory day|"
    "workers day|king 's day|state holiday|public holiday"
)
"""Days whose date depends on who speaks: they count with the date that is told beside them."""


@phrase("yearly_date", "<number> [of] <month>", "<number> . <month>", "<month> <number>")
def yearly_date(*parts: Any) -> Day | None:
    """4 July, July 4."""
    [month] = [part for part in parts if isinstance(part, int)]
    [day] = [part.value for part in parts if isinstance(part, Constant)]
    return _day(month, day)


@phrase("yearly_date", "[the] <ordinal> [day] [of] <month>")
def ordinal_and_month(day: int, month: int) -> Day | None:
    """The 4th of July."""
    return _day(month, day)


@phrase("yearly_date", "<month> [the] <ordinal>")
def month_and_ordinal(month: int, day: int) -> Day | None:
    """July 4th."""
    return _day(month, day)


def _day(month: int, day: object) -> Day | None:
    is_day = isinstance(day, int) and 1 <= day <= calendar.monthrange(_LEAP, month)[1]
    return (month, day) if is_day and isinstance(day, int) else None


phrase("yearly_day", "[the] <yearly_date>")(lambda day: day)
for _names, _month, _date in _FIXED:

    @phrase("yearly_day", f"({_names})", cost=0.0)
    def day_by_name(month: int = _month, date: int = _date) -> Day:
        """Christmas Day."""
        return month, date

    @phrase("yearly_day", rf"({_names}) \( [the] <yearly_date> \)", cost=0.0)
    @phrase("yearly_day", f"({_names}) , [the] <yearly_date> ,", cost=0.0)
    def day_named_so(told: Day, month: int = _month, date: int = _date) -> Day | None:
        """Christmas Day (25 December)."""
        return told if told == (month, date) else None


@phrase("yearly_day", rf"({_ELSEWHERE}) \( [the] <yearly_date> \)", cost=0.0)
def day_told(told: Day) -> Day:
    """Independence Day (4 July)."""
    return told


@phrase("yearly_days", "<yearly_day>")
@phrase("yearly_days", "<yearly_days> (,|or|, or|and|, and|nor) <yearly_day>")
def yearly_days(*found: Any) -> tuple[Day, ...]:
    """1 January or 25 December."""
    flat: list[Day] = []
    for part in found:
        flat += [part] if isinstance(part[0], int) else list(part)
    return tuple(flat)


phrase.words(
    "_each_year",
    "[,] (of|in) (any|each|every|whatever|a) [calendar] year | [,] (each|every) year | [,] whatever the year | [,] of any of the years",
)


@phrase("adj", "[either|one of|any of] [on] [either] <yearly_days> [_each_year]", cost=0.1)
@phrase("verb", "_fall on [either|one of|any of] <yearly_days> [_each_year]", cost=0.1)
def on_yearly_days(days: tuple[Day, ...]) -> Predicate:
    """On 1 January or 25 December of any year."""
    return any_of(*(_on(month, day) for month, day in days))


def _on(month: int, day: int) -> Predicate:
    months, days = (Apply(function=each, of=IT) for each in (Function.MONTH, Function.DAY))
    return all_of(compare(months, "==", number(month)), compare(days, "==", number(day)))
