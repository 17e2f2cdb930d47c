"""Public holidays as the library ``holidays`` lists them, and rules by which programs tell them.

The library is read while a program is compiled. A program carries the days that are the same in
every year, those so many days from Easter, those on the nth weekday of a month, and the dates of
all others.

Rules of this file: `holiday_dates` is copied into programs with what it names.
"""

from __future__ import annotations

import calendar
import datetime as dt
import warnings
from collections.abc import Callable
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pycountry

if TYPE_CHECKING:
    from holidays import HolidayBase

FIRST, LAST = 2000, 2040
"""The years that are asked for; of a calendar that does not know them all, those that it knows."""
_FARTHEST = 70
"""No day that hangs on Easter is farther from it."""
_MOST_MISSES = 4
"""In so many years a rule may be suspended and still be one: those days are told apart."""


class Years(NamedTuple):
    """The first and the last year of which a calendar knows the holidays."""

    first: int
    last: int


class HolidayRules(NamedTuple):
    """What tells every public holiday of some years, and no other day."""

    fixed: list[str]
    """``12-25``: the days that are holidays in each of the years."""
    from_easter: list[int]
    """-2: so many days behind Easter Sunday of the Gregorian calendar."""
    weekdays: list[list[int]]
    """[1, 1, 3]: the month, the weekday (Monday is 1) and its number; -1 is the last."""
    others: list[str]
    """``2017-10-31``: holidays by no such rule: days in lieu, new and former holidays."""
    never: list[str]
    """``2020-05-04``: days that a rule tells, and that were none in that one year."""


# What the library knows ---------------------------------------------------------------------------


@cache
def calendars() -> frozenset[str]:
    """The calendars that there are, of countries and of their regions: ``DE``, ``GB-ENG``."""
    from holidays import list_supported_countries

    found = list_supported_countries(include_aliases=False)
    known = {code for code in found if pycountry.countries.get(alpha_2=code) is not None}
    return frozenset(known | {f"{code}-{part}" for code in known for part in found[code]})


@cache
def known_years(code: str) -> Years | None:
    """The years whose holidays are certain; None of a calendar of estimates, or of none at all."""
    if code not in calendars():
        return None
    found = _read(code, Years(FIRST, LAST))
    first, last = max(FIRST, found.start_year), min(LAST, found.end_year)
    if first > last or any("estimated" in name.lower() for name in found.values()):
        return None
    return Years(first, last)


@cache
def listed_holidays(code: str, first: int, last: int) -> tuple[dt.date, ...]:
    """Every public holiday of the years, in order; days in lieu among them."""
    found = _read(code, Years(first, last))
    return tuple(day for day in sorted(found) if first <= day.year <= last)


def _read(code: str, years: Years) -> HolidayBase:
    from holidays import country_holidays  # a twentieth of a second, asked for by few rules

    country, _, part = code.partition("-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of years that it does not know
        return country_holidays(
            country,
            subdiv=part or None,
            years=range(years.first, years.last + 1),
            language="en_US",
        )


def calendar_name(code: str) -> str:
    """Germany, of DE; England, of GB-ENG."""
    if "-" in code:
        part = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]
        return str(part.name).partition(" [")[0] if part is not None else code
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", country.name)) if country is not None else code


# The rules by which a program tells them ----------------------------------------------------------


@cache
def holiday_rules(code: str, first: int, last: int) -> HolidayRules:
    """The rules that give exactly the listed days of the years."""
    days = set(listed_holidays(code, first, last))
    years = range(first, last + 1)

    def tells(rule: Callable[[int], dt.date | None]) -> bool:
        return sum(rule(year) not in days for year in years) <= _MOST_MISSES

    fixed = [
        (month, day)
        for month in range(1, 13)
        for day in range(1, 32)
        if tells(partial(_same_day, month, day))
    ]
    away = [each for each in range(-_FARTHEST, _FARTHEST + 1) if tells(partial(_from_easter, each))]
    weekdays = [
        [month, weekday, number]
        for month, weekday, number in product(range(1, 13), range(1, 8), (1, 2, 3, 4, -1))
        if tells(lambda year, m=month, w=weekday, n=number: nth_weekday(year, m, w, n))  # type: ignore[misc]
    ]
    told = HolidayRules(
        fixed=[f"{month:02d}-{day:02d}" for month, day in fixed],
        from_easter=away,
        weekdays=weekdays,
        others=[],
        never=[],
    )
    given = set(holiday_dates([first, last], *told))
    return told._replace(
        others=[day.isoformat() for day in sorted(days - given)],
        never=[day.isoformat() for day in sorted(given - days)],
    )


def _same_day(month: int, day: int, year: int) -> dt.date | None:
    return dt.date(year, month, day) if day <= calendar.monthrange(2001, month)[1] else None


def _from_easter(away: int, year: int) -> dt.date:
    return easter_sunday(year) + dt.timedelta(days=away)


def easter_sunday(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The nth weekday (Monday is 1) of a month; the last one where ``number`` is -1."""
    start = dt.date(year, month, 1)
    first = start + dt.timedelta(days=(weekday - start.isoweekday()) % 7)
    if number > 0:
        return first + dt.timedelta(weeks=number - 1)
    fifth = first + dt.timedelta(weeks=4)
    return fifth if fifth.month == month else first + dt.timedelta(weeks=3)


def holiday_dates(
    years: list[int],
    fixed: list[str],
    from_easter: list[int],
    weekdays: list[list[int]],
    others: list[str],
    never: list[str],
) -> list[dt.date]:
    """The public holidays from the first to the last of two years, by the rules that tell them."""
    days = [dt.date.fromisoformat(day) for day in others]
    for year in range(years[0], years[1] + 1):
        days += [dt.date.fromisoformat(f"{year}-{day}") for day in fixed]
        days += [easter_sunday(year) + dt.timedelta(days=away) for away in from_easter]
        days += [nth_weekday(year, *told) for told in weekdays]
    return sorted(set(days) - {dt.date.fromisoformat(day) for day in never})
