"""Phrases for times of day in every wording: 07:00-20:00, not before 6 am, 08:30 at the latest."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.calendar import between_clocks
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Apply, Function, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, not_, number

phrase = Phrases()
_TIME = Apply(function=Function.CLOCK, of=IT)

phrase.words("_oclock", "o'clock | h | hrs | hours | sharp")


@phrase("clock", "<clock> _oclock")
def exactly(hour: float) -> float:
    """07:00 o'clock."""
    return hour


@phrase("clock", "<clock> (am|a.m.|in the morning)")
def in_the_morning(hour: float) -> float | None:
    """8:30 am."""
    return None if hour >= 13 else hour % 12


@phrase("clock", "<clock> (pm|p.m.|in the afternoon|in the evening)")
def in_the_evening(hour: float) -> float | None:
    """8:30 pm."""
    return None if hour >= 13 else hour % 12 + 12


@phrase("clock_range", "_within_range <clock> _up_to <clock> [[,] _both_ends]", cost=0.02)
@phrase("clock_range", "_within_range <clock> and <clock> [[,] _both_ends]", cost=0.02)
@phrase("clock_range", "<clock> _up_to <clock> [[,] _both_ends]", cost=0.02)
@phrase("clock_range", r"[_within_range] <clock> _up_to <clock> \( _both_ends \)", cost=0.02)
@phrase("clock_range", r"_within_range <clock> and <clock> \( _both_ends \)", cost=0.02)
def clock_range(low: float, high: float) -> Predicate:
    """From 07:00 to 20:00."""
    return between_clocks(low, high)


@phrase("adj", "<clock_range>")
@phrase("limit", "<clock_range>")
def in_clock_range(told: Predicate) -> Predicate:
    """07:00-20:00."""
    return told


@phrase("adj", "_outside_range <clock> _up_to <clock>", "_outside_range <clock> and <clock>")
def out_of_clock_range(low: float, high: float) -> Predicate:
    """Outside 07:00 to 20:00."""
    return not_(between_clocks(low, high))


for _patterns, _sign in (
    ((
        "<clock> or (later|after)", "<clock> (onwards|onward|at the earliest|and later|and after)",
        "not (earlier than|sooner than) <clock>", "(at|on) <clock> or (later|after)",
        "(at the earliest|earliest|at earliest) [at] <clock>", "(since|starting at|starting from) <clock>",
        "no sooner than <clock>",
    ), ">="),
    ((
        "<clock> or (earlier|before|sooner)", "<clock> (at the latest|latest|and earlier|and before)",
        "not later than <clock>", "(at the latest|latest|at latest) [at|by] <clock>", "up to <clock>",
        "(at|on) <clock> or (earlier|before)",
    ), "<="),
    (("past <clock>", "beyond <clock>", "(strictly|any later than) after <clock>"), ">"),
    (("ahead of <clock>", "sooner than <clock>"), "<"),
    (("[exactly|always] at <clock>", "exactly <clock>"), "=="),
):  # fmt: skip
    phrase("adj", *_patterns)(lambda hour, sign=_sign: compare(_TIME, sign, number(hour)))


for _words, _sign in (
    ("at most|no later than|not later than|not after|until|by|at the latest|latest", "<="),
    ("at least|no earlier than|not earlier than|not before|at the earliest|earliest|from", ">="),
):
    phrase("adj", f"({_words.split('|')[0]}) <clock>")(
        lambda hour, sign=_sign: compare(_TIME, sign, number(hour))
    )
    phrase("limit", f"({_words}) <clock>")(
        lambda hour, sign=_sign: compare(_TIME, sign, number(hour))
    )


@phrase("adj", "<sign> <clock>")
def clock_in_signs(sign: str, hour: float) -> Predicate:
    """>= 07:00."""
    return compare(_TIME, sign, number(hour))


@phrase("stmt", "<cell> <sign> <clock>", "<cell> : <sign> <clock>", cost=0.02)
def cell_clock(subject: Value, sign: str, hour: float) -> Statement:
    """Arrival time <= 08:30."""
    return rule(about(clock_in_signs(sign, hour), subject), subject=subject)


@phrase("stmt", "<cell> <sign> <clock> (and|,|, and|&) <sign> <clock>", cost=0.02)
def cell_two_clocks(
    subject: Value, low: str, least: float, high: str, most: float
) -> Statement | None:
    """Arrival time >= 07:00 and <= 08:30."""
    if {low[0], high[0]} != {"<", ">"}:
        return None
    told = all_of(clock_in_signs(low, least), clock_in_signs(high, most))
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "<cell> not <adj> (and|,|, and) not <adj>", cost=-0.3)
@phrase("stmt", "<cell> never <adj> (and|,|, and) never <adj>", cost=-0.3)
def cell_neither(subject: Value, one: Predicate, other: Predicate) -> Statement | None:
    """Order time not before 06:00 and not after 23:00."""
    return rule(about(all_of(not_(one), not_(other)), subject), subject=subject)


# The time in a column ------------------------------------------------------------------------------


@phrase("cell", "time (in|under|stored in|given in|told in|of) <column>", cost=0.3)
def time_in(of: Value) -> Value:
    """The time in picked_up: the moment itself, of which a clock bounds the time of day."""
    return of
