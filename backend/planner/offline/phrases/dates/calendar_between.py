"""Phrases for calendar months and years between two dates, of which a column may tell how many.

Months have no one length: a date is so many months after another if its month is, and its day is the
same, or the last one of a month that has no such day.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import Span
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.spans import _SIGNS, _compared
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Predicate,
    Shifted,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, any_of, compare, number

phrase = Phrases()
MonthSpan = tuple[str, Value, int]
"""``months``, how many units, and how many months a unit has."""

# So many ----------------------------------------------------------------------------------------

for _unit, _months in (("month", 1), ("year", 12), ("quarter", 3)):

    @phrase("month_span", f"<cell> [calendar] ({_unit}|{_unit}s)", cost=0.05)
    @phrase("told_months", f"<number> [calendar] ({_unit}|{_unit}s)", f"(a|an) [calendar] {_unit}")
    def so_many(*amount: Value, months: int = _months) -> MonthSpan | None:
        """As many months as the term has; 12 calendar months."""
        many = amount[0] if amount else number(1)
        is_whole = isinstance(many, Cell) or isinstance(getattr(many, "value", None), int)
        return ("months", many, months) if is_whole else None

    @phrase("calendar_span", f"<number> calendar ({_unit}|{_unit}s)", f"(a|an) calendar {_unit}")
    def calendar_span(*amount: Constant, months: int = _months) -> Span | None:
        """Six calendar months."""
        many = amount[0].value if amount else 1
        return (many * months, "months") if isinstance(many, int) else None


phrase.words(
    "_same_day_of_it",
    "[and] on the same day of the month | [and] on the same calendar day | [and] on the same day of that month | "
    "with the same day of the month | to the day | [and] the day of the month is the same | [and] on the same day | "
    "[and] on the same day and month | [and] on the same day of the year",
)


def _of(function: Function, day: Value) -> Value:
    return Apply(function=function, of=day)


def _months_apart(later: Value, earlier: Value) -> Value:
    years = Arithmetic(sign="-", left=_of(Function.YEAR, later), right=_of(Function.YEAR, earlier))
    months = Arithmetic(
        sign="-", left=_of(Function.MONTH, later), right=_of(Function.MONTH, earlier)
    )
    return Arithmetic(
        sign="+", left=Arithmetic(sign="*", left=years, right=number(12)), right=months
    )


def _same_day(of: Value) -> Predicate:
    return compare(_of(Function.DAY, IT), "==", _of(Function.DAY, of))


def _or_last_day(of: Value) -> Predicate:
    """The same day, or the last of a month that is too short for it."""
    is_short = compare(_of(Function.DAY, IT), "<", _of(Function.DAY, of))
    next_day = Shifted(of=IT, amount=1, unit="days")
    is_last = compare(_of(Function.DAY, next_day), "==", number(1))
    return any_of(_same_day(of), all_of(is_short, is_last))


def _so_far(span: MonthSpan, of: Value, direction: int, is_same_day: bool) -> Predicate:
    amount = span[1]
    if span[2] > 1:
        amount = Arithmetic(sign="*", left=amount, right=number(span[2]))
    apart = _months_apart(IT, of) if direction > 0 else _months_apart(of, IT)
    return all_of(compare(apart, "==", amount), _same_day(of) if is_same_day else _or_last_day(of))


phrase.words("_just_so_far", "exactly | precisely | just")

for _words, _direction in (("after|later than|past|from", 1), ("before|earlier than|ahead of", -1)):

    @phrase("adj", f"[_just_so_far] <calendar_span> ({_words}) <cell>")
    def so_long_away(span: Span, of: Value, direction: int = _direction) -> Predicate | None:
        """Exactly six calendar months after the start."""
        return _compared("==", of, span, direction)

    for _head, _sign in _SIGNS.items():
        phrase("adj", f"{_head} <calendar_span> ({_words}) <cell>")(
            lambda span, of, sign=_sign, direction=_direction: _compared(sign, of, span, direction)
        )

    @phrase("adj", f"[_just_so_far] <month_span> ({_words}) <cell>", cost=0.02)
    def months_away(span: MonthSpan, of: Value, direction: int = _direction) -> Predicate:
        """Exactly so many months after the start."""
        return _so_far(span, of, direction, False)

    @phrase(
        "adj",
        f"[_just_so_far] (<month_span>|<told_months>) ({_words}) <cell> [,] _same_day_of_it",
        cost=0.02,
    )
    def months_away_same_day(
        span: MonthSpan, of: Value, *_: Any, direction: int = _direction
    ) -> Predicate:
        """Exactly so many months after the start, on the same day of the month."""
        return _so_far(span, of, direction, True)


# The same told otherwise --------------------------------------------------------------------------


@phrase("adj", "[equal to] <cell> (plus|+) <month_span>", cost=0.02)
@phrase("verb", "(equal|equals) <cell> (plus|+) <month_span>", cost=0.02)
def months_added(of: Value, span: MonthSpan) -> Predicate:
    """Is the start plus so many months."""
    return _so_far(span, of, 1, False)


@phrase("adj", "after <cell> by [_just_so_far] <month_span>", cost=0.02)
@phrase("verb", "(follow|follows) <cell> by [_just_so_far] <month_span>", cost=0.02)
def months_behind(of: Value, span: MonthSpan) -> Predicate:
    """Follows the start by so many months."""
    return _so_far(span, of, 1, False)


@phrase("stmt", "between <cell> and <cell> there _must be [_just_so_far] <month_span>", cost=0.05)
@phrase("stmt", "there _must be [_just_so_far] <month_span> between <cell> and <cell>", cost=0.05)
@phrase("stmt", "[_just_so_far] <month_span> _must lie between <cell> and <cell>", cost=0.05)
def months_between(*parts: Any) -> Statement:
    """Between the start and the end there must be exactly so many months."""
    span = next(part for part in parts if isinstance(part, tuple))
    start, end = (part for part in parts if not isinstance(part, tuple))
    return rule(about(_so_far(span, start, 1, False), end), subject=end)


# The same day -----------------------------------------------------------------------------------


@phrase("adj", "on the same day of the month as <cell>", cost=0.02)
@phrase(
    "verb",
    "(fall|falls|lie|lies|be|is|come|comes) on the same day of the month as <cell>",
    "(have|has|show|shows) the same day of the month as <cell>",
    cost=0.02,
)
def on_the_same_day(of: Value) -> Predicate:
    """Falls on the same day of the month as the start."""
    return _same_day(of)


@phrase("stmt", "day of the month of <cell> and [of] <cell> _must be the same", cost=0.05)
@phrase("stmt", "<cell> and <cell> _must (have|share) the same day of the month", cost=0.05)
@phrase("stmt", "<cell> and <cell> _must (fall|lie|be) on the same day of the month", cost=0.05)
def both_on_the_same_day(start: Value, end: Value) -> Statement:
    """Both must fall on the same day of the month."""
    return rule(about(_same_day(start), end), subject=end)
