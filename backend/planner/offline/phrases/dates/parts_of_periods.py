"""Phrases for a part of a month or a year: its first ten days, its last week but one, its halves."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.calendar import Period, months_of, within
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()

_EVEN_HALF = 2
"""A month of an odd number of days has no halves that all would tell alike."""


@phrase("dated_month", "<month> [of] [,] <number>", "<month> [of] [,] [the] year <number>")
def dated_month(month: int, year: Constant) -> Period | None:
    """April 2019."""
    return months_of(year, month, month)


def _day(period: Period, number: int) -> str:
    return f"{period[0][:8]}{number:02d}"


def _length(period: Period) -> int:
    return int(period[1][8:])


@phrase("month_period", "first <number> days (of|in) <dated_month>")
def first_days(count: Constant, month: Period) -> Period | None:
    """The first ten days of April 2019."""
    days = count.value
    is_part = isinstance(days, int) and 1 <= days <= _length(month)
    return (month[0], _day(month, int(days))) if is_part else None


@phrase("month_period", "last <number> days (of|in) <dated_month>")
def last_days(count: Constant, month: Period) -> Period | None:
    """The last ten days of April 2019."""
    days = count.value
    is_part = isinstance(days, int) and 1 <= days <= _length(month)
    return (_day(month, _length(month) - int(days) + 1), month[1]) if is_part else None


for _half, _words in ((1, "first|1st"), (2, "second|2nd|last")):

    @phrase("month_period", f"({_words}) half of <dated_month>")
    def half_month(month: Period, half: int = _half) -> Period | None:
        """The second half of April 2019: of a month with an even number of days."""
        middle, rest = divmod(_length(month), _EVEN_HALF)
        if rest:
            return None
        return (month[0], _day(month, middle)) if half == 1 else (_day(month, middle + 1), month[1])


@phrase("month_period", "last <number> months (of|in) [the] [year] <number>")
def last_months(count: Constant, year: Constant) -> Period | None:
    """The last three months of 2019."""
    months = count.value
    is_part = isinstance(months, int) and 1 <= months <= 12
    return months_of(year, 13 - int(months), 12) if is_part else None


@phrase("month_period", "(first|1st) day of <dated_month>")
def first_day(month: Period) -> Period:
    """The first day of April 2019."""
    return month[0], month[0]


@phrase("month_period", "last day of <dated_month>")
def last_day(month: Period) -> Period:
    """The last day of April 2019."""
    return month[1], month[1]


@phrase("adj", "(outside|outside of|not in|not within|not during|out of) <month_period>", cost=0.05)
@phrase("verb", "_fall outside [of] <month_period>", cost=0.05)
def outside_period(found: Period) -> Predicate:
    """Outside the first ten days of April 2019."""
    return not_(within(*found))
