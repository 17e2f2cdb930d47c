"""Phrases for the number of a date's weekday: counted from 0 for Sunday to 6 for Saturday.

Seven numbers that follow one another: which weekday has which must be told beyond doubt. Monday
alone as 1 leaves it open whether Sunday is 0 or 7.
"""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Predicate,
    Unless,
    Value,
)
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, any_of, compare, number

phrase = Phrases()

_WEEK = 7
Numbered = tuple[tuple[int, int], ...]
"""Weekdays (Monday is 1), each with its number."""


class Numbering(Contract):
    """The weekday that comes first, and its number."""

    first: int
    number: int


# One day and its number -------------------------------------------------------------------------

phrase.words("_day_counts", "= | : | is | being | means | stands for | for | as | meaning")
phrase.words(
    "_to_another_day", "[,] to | [,] up to | [,] until | [,] and | [,] through | ... | , | ;"
)


@phrase("numbered_day", "<number> _day_counts [a] <weekday>")
def number_first(count: Constant, day: int) -> Numbered | None:
    """0 for Sunday."""
    is_whole = isinstance(count.value, int) and 0 <= count.value <= _WEEK
    return ((day, int(count.value)),) if is_whole else None


@phrase("numbered_day", "<weekday> _day_counts <number>", r"<weekday> \( <number> \)")
def day_first(day: int, count: Constant) -> Numbered | None:
    """Sunday is 0."""
    return number_first(count, day)


@phrase("numbered_days", "<numbered_day>", "<numbered_days> _to_another_day <numbered_day>")
def numbered_days(*found: Numbered) -> Numbered:
    """0 for Sunday to 6 for Saturday."""
    return tuple(each for told in found for each in told)


@phrase("numbering", "[from|running from|with|so that|counting] <numbered_days>")
def numbering(found: Numbered) -> Numbering | None:
    """From 0 for Sunday to 6 for Saturday."""
    numbers = {count for _, count in found}
    begins = {(day - count) % _WEEK for day, count in found}
    if len(begins) > 1:
        return None
    low = 0 if 0 in numbers else 1 if _WEEK in numbers or found == ((_WEEK, 1),) else None
    if low is None or not numbers <= set(range(low, low + _WEEK)):
        return None
    first = (begins.pop() + low - 1) % _WEEK + 1
    return Numbering(first=first, number=low)


# The column that has it -------------------------------------------------------------------------

phrase.words(
    "_as_numbered",
    "counted | numbered | coded | given as a number | a number | written as a number | running | counting",
)
phrase.words(
    "_suits_the_day",
    "_must (agree with|match|fit|correspond to|belong to|follow from|tally with|be right for|be that of|go with)",
)
phrase.words(
    "_suits_no_day",
    "_do not (agree with|match|fit|correspond to|belong to|follow from|tally with|go with) | disagrees with | contradicts | "
    "differs from | (is|are) not that of | (is|are) wrong for",
)
phrase.words("_day_in", "[the] (date|day) (in|of) | [the] weekday of | [the] day of the week of")
phrase.words(
    "_weekday_number",
    "(weekday|day of the week|day of week) [number] of | number of the weekday of | "
    "number of the day of the week of",
)


@phrase(
    "stmt",
    "<cell> (is|are|_must be) _as_numbered <numbering> and _suits_the_day [_day_in] <cell>",
    "<cell> (runs|goes|counts|_must run|_must go) <numbering> and _suits_the_day [_day_in] <cell>",
    cost=-0.2,
)
@phrase(
    "stmt", "<cell> [,] _as_numbered <numbering> [,] _suits_the_day [_day_in] <cell>", cost=-0.2
)
def numbered_first(of: Value, told: Numbering, day: Value) -> Statement | None:
    """The weekday is counted from 0 for Sunday and has to agree with the date in rented_on."""
    return has_number(of, day, told)


@phrase(
    "stmt",
    r"_flag <rows> whose <cell> _suits_no_day [_day_in] <cell> \( [_as_numbered] <numbering> \)",
    r"_flag <rows> (where|in which|for which) [the] <cell> _suits_no_day [_day_in] <cell> \( [_as_numbered] <numbering> \)",
    "_flag <rows> whose <cell> _suits_no_day [_day_in] <cell> [,|;|:] [_as_numbered] <numbering>",
    cost=-0.2,
)
def flagged_by_number(rows: RowSet, of: Value, day: Value, told: Numbering) -> Statement | None:
    """Flag rentals whose weekday does not fit the date in rented_on (0 = Sunday)."""
    found = None if rows.each or rows.where is not None else has_number(of, day, told)
    if found is None:
        return None
    return found.model_copy(update={"rule": found.rule.model_copy(update={"table": rows.table})})


@phrase(
    "stmt", "<cell> _suits_the_day [_day_in] <cell> [,|;|:] [_as_numbered] <numbering>", cost=-0.2
)
@phrase(
    "stmt", r"<cell> _suits_the_day [_day_in] <cell> \( [_as_numbered] <numbering> \)", cost=-0.2
)
@phrase(
    "stmt",
    "<cell> (is|_must be|_must equal) _weekday_number <cell> [,|;|:] [_as_numbered] <numbering>",
    cost=-0.2,
)
@phrase(
    "stmt",
    r"<cell> (is|_must be|_must equal) _weekday_number <cell> \( [_as_numbered] <numbering> \)",
    cost=-0.2,
)
def has_number(of: Value, day: Value, told: Numbering) -> Statement | None:
    """The weekday must match rented_on, with 0 for Sunday."""
    if not isinstance(of, Cell) or not isinstance(day, Cell) or of == day:
        return None
    weekday = Apply(function=Function.WEEKDAY, of=day)
    return rule(_numbered_from(of, weekday, told), subject=of)


def _numbered_from(of: Value, weekday: Value, told: Numbering) -> Predicate:
    moved = told.number - told.first
    later = compare(of, "==", _plus(weekday, moved))
    if told.first == 1:
        return later
    earlier = compare(of, "==", _plus(weekday, moved + _WEEK))
    first = number(told.first)
    return all_of(
        any_of(Unless(part=compare(weekday, ">=", first)), later),
        any_of(Unless(part=compare(weekday, "<", first)), earlier),
    )


def _plus(weekday: Value, moved: int) -> Value:
    if not moved:
        return weekday
    return Arithmetic(sign="+" if moved > 0 else "-", left=weekday, right=number(abs(moved)))
