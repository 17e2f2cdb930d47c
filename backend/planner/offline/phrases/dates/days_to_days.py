"""Phrases for spans whose month or year is told once: between 1 and 31 March 2024, from 1 May to 30 June 2024."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.dates import date_of
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, compare

phrase = Phrases()


def _span(
    first: Constant, month: int, last: Constant, other: int, year: Constant
) -> Predicate | None:
    """From a day of one month to a later day of another, both in one year."""
    low, high = date_of(year, month, first), date_of(year, other, last)
    if not isinstance(low, Constant) or not isinstance(high, Constant):
        return None
    if str(low.value) >= str(high.value):
        return None
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


@phrase(
    "adj",
    "(between|from) <number> <month> (and|to|until|through|till) <number> <month> [,] <number>",
)
def day_month_to(
    first: Constant, month: int, last: Constant, other: int, year: Constant
) -> Predicate | None:
    """Between 1 March and 30 April 2024."""
    return _span(first, month, last, other, year)


@phrase(
    "adj",
    "(between|from) <month> <number> (and|to|until|through|till) <month> <number> [,] <number>",
)
def month_day_to(
    month: int, first: Constant, other: int, last: Constant, year: Constant
) -> Predicate | None:
    """Between March 1 and April 30, 2024."""
    return _span(first, month, last, other, year)


@phrase("adj", "(between|from) <number> (and|to|until|through|till) <number> <month> [,] <number>")
def day_to_day(first: Constant, last: Constant, month: int, year: Constant) -> Predicate | None:
    """Between 1 and 31 March 2024."""
    return _span(first, month, last, month, year)
