"""Phrases for how fresh a table is: the newest date of a column, its age, the days since then."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.measures.claims import denied
from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Predicate,
    Reads,
    Shifted,
    Today,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare

phrase = Phrases()

# How long before today --------------------------------------------------------------------------

_FLIPPED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "==": "=="}
_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}

SpanBound = tuple[str, Span]


def aged(bound: SpanBound) -> Predicate | None:
    """A day that is so long ago."""
    day = shifted(Today(), bound[1], -1)
    return None if day is None else compare(IT, _FLIPPED[bound[0]], day)


phrase.words(
    "_before_today",
    "(before|prior to|earlier than) (today|now|the present day|the current date|the day of the run|the current day|this day) | "
    "back | back in time | before the present | in the past from today | back from (today|now)",
)
phrase("adj", "<span_bound> _before_today")(aged)
phrase("adj", "<span> old or (less|younger|newer|fewer|more recent)")(
    lambda span: aged(("<=", span))
)
phrase("adj", "<span> old or (more|older)")(lambda span: aged((">=", span)))

# The newest one ---------------------------------------------------------------------------------

phrase.words("_newest", "newest | latest | most recent | last | youngest | most current")
phrase.words("_oldest", "oldest | earliest | least recent")
phrase.words("_a_date_in", "(date|day|value|entry|timestamp|time) (in|of|from|for|under)")
for _words, _measure in (("_newest", Measure.MAXIMUM), ("_oldest", Measure.MINIMUM)):

    @phrase("newest_date", f"{_words} <cell>", f"{_words} _a_date_in <cell>")
    @phrase("newest_date", f"{_words} <cell> (in|of) [whole|entire] (table|file|data|column)")
    @phrase("newest_date", f"{_words} <cell> (of|in|among|from) [all|the] <rows>", cost=0.02)
    @phrase("newest_date", f"{_words} _a_date_in <cell> (of|in|among) [all|the] <rows>", cost=0.02)
    def date_at_end(of: Value, *rows: RowSet, measure: Measure = _measure) -> Value | None:
        """The most recent date in a column."""
        return _end_of(measure, of, *rows)


def _end_of(measure: Measure, of: Value, rows: RowSet | None = None) -> Value | None:
    """The newest date; of each order would be another thing."""
    found = rows or RowSet()
    if not isinstance(of, Cell) or found.each:
        return None
    return Aggregate(measure=measure, of=of, table=found.table, where=found.where)


def _is_of_days(told: Predicate) -> bool:
    """Whether it is compared with days alone, which only a date can be."""
    parts = [part for part in walk(told) if isinstance(part, Constant | Today | Cell)]
    days = (
        part
        for part in parts
        if isinstance(part, Today) or getattr(part, "reads", "") in (Reads.DATE, Reads.TIME)
    )
    is_moved = any(isinstance(part, Shifted) for part in walk(told))
    return bool(parts) and not is_moved and len(list(days)) == len(parts)


@phrase("stmt", "<newest_date> <duty>", cost=0.05)
@phrase("claim", "<newest_date> <vp>", cost=0.05)
def newest_must(day: Value, told: Predicate) -> Statement | None:
    """The last date in the column is no more than 40 days before today."""
    return statement(about(told, day)) if _is_of_days(told) else None


@phrase("stmt", "<cell> [:|,] _newest _a_date_of_it [:|,] [_must be|_be] <adj>", cost=0.05)
def newest_titled(of: Value, told: Predicate) -> Statement | None:
    """Logged_on: newest value at most 7 days old."""
    day = _end_of(Measure.MAXIMUM, of)
    return None if day is None else newest_must(day, told)


phrase.words("_a_date_of_it", "value | date | entry | one | day")
phrase.words(
    "_stale",
    "stale | outdated | out of date | too old | not fresh | not up to date | no longer fresh",
)


@phrase(
    "stmt",
    "(<rows>|table|data|file) (is|are|counts as|count as) _stale (if|when|once|as soon as) <claim>",
    cost=0.05,
)
def stale_if(*parts: Any) -> Statement | None:
    """The table is stale if the newest date is more than 7 days old."""
    told: Statement = parts[-1]
    plain = all(part.where is None for part in parts if isinstance(part, RowSet))
    is_of_today = any(isinstance(part, Today) for part in walk(told.rule))
    return denied(told) if plain and is_of_today else None


# Of each group ----------------------------------------------------------------------------------


@phrase("stmt", "<newest_date> (of|for|in|at|on) <each_group> <duty>", cost=0.05)
def newest_of_each(day: Value, by: Keys, told: Predicate) -> Statement | None:
    """The last date of each guest must be at most 7 days ago."""
    return of_groups(by, newest_must(day, told))


@phrase("stmt", "_flag [_each|all] <keys> whose <newest_date> <vp>", cost=0.05)
def none_whose_newest(by: Keys, day: Value, told: Predicate) -> Statement | None:
    """Flag guests whose last date is more than 300 days old."""
    claim = newest_must(day, told)
    return None if claim is None else of_groups(by, denied(claim))


# Its age ----------------------------------------------------------------------------------------

phrase("age_of_day", "(age|oldness) of <newest_date>")(lambda day: day)
phrase("age_of_day", "<newest_date> 's age")(lambda day: day)


@phrase("age_of_day", "(time|days|distance|gap|lag|period) (since|from|between) <newest_date>")
@phrase(
    "age_of_day", "(time|days|distance|gap|lag) (between|from) <newest_date> (and|to) (today|now)"
)
@phrase("age_of_day", "number of days (since|from) <newest_date> [(to|until|till) (today|now)]")
def days_since(day: Value) -> Value:
    """The time since the latest date."""
    return day


@phrase("stmt", "<age_of_day> _must be <span_bound>", "<age_of_day> [:|,] <span_bound>", cost=0.05)
@phrase("claim", "<age_of_day> _be <span_bound>", cost=0.05)
def age_must(day: Value, bound: SpanBound) -> Statement | None:
    """The age of the newest date must be at most 40 days."""
    told = aged(bound)
    return None if told is None else statement(about(told, day))


@phrase("stmt", "<age_of_day> _must_not be <span_bound>", cost=0.05)
def age_must_not(day: Value, bound: SpanBound) -> Statement | None:
    """The age of the newest date must not be more than 40 days."""
    claim = age_must(day, bound)
    return None if claim is None or bound[0] not in (">", "<") else denied(claim)


phrase.words("_exceed", "exceed | be over | go beyond | go over | surpass")
phrase.words("_exceeds", "exceeds | goes beyond | goes over | surpasses")


@phrase("stmt", "<age_of_day> _must_not _exceed <span>", cost=0.05)
def age_most(day: Value, span: Span) -> Statement | None:
    """The age of the newest date must not exceed 40 days."""
    return age_must(day, ("<=", span))


@phrase("claim", "<age_of_day> _exceeds <span>", cost=0.05)
def age_exceeds(day: Value, span: Span) -> Statement | None:
    """The age of the newest date exceeds 40 days."""
    return age_must(day, (">", span))


# What has passed since --------------------------------------------------------------------------

phrase.words("_passed", "passed | elapsed | gone by | gone past | been")


@phrase("stmt", "<span_bound> (may|must|should|can) have _passed since <newest_date>", cost=0.05)
@phrase(
    "stmt",
    "<span_bound> (may|must|should|can) (lie|be|pass) between <newest_date> and (today|now)",
    cost=0.05,
)
@phrase("claim", "<span_bound> (have|has) _passed since <newest_date>", cost=0.05)
@phrase("claim", "it (is|has been) <span_bound> since <newest_date>", cost=0.05)
@phrase("claim", "<newest_date> (is|lies|was|goes) <span_bound> _before_today", cost=0.05)
def passed_since(*parts: Any) -> Statement | None:
    """No more than 40 days may have passed since the latest date."""
    bound = next(part for part in parts if isinstance(part, tuple))
    day: Value = next(part for part in parts if not isinstance(part, tuple))
    return age_must(day, bound)


@phrase("stmt", "<span_bound> _must_not have _passed since <newest_date>", cost=0.05)
@phrase("stmt", "there _must_not be <span_bound> between <newest_date> and (today|now)", cost=0.05)
@phrase("stmt", "it _must_not (be|have been) <span_bound> since <newest_date>", cost=0.05)
def not_passed_since(bound: SpanBound, day: Value) -> Statement | None:
    """More than 40 days must not have passed since the latest date."""
    return age_must_not(day, bound)


# Fresh, as a title ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(<rows>|<table>|data|table|file) _must [always] be (fresh|up to date|current|recent|kept up to date) (:|;|-|–|,|.) <claim>",
    "(<rows>|<table>|data|table|file) _must [always] be (fresh|up to date|current|recent) (:|;|-|–|,|.) <stmt>",
    cost=0.1,
)
def fresh(*parts: Any) -> Statement | None:
    """The readings must be fresh: the latest date is at most 40 days in the past."""
    told: Statement = parts[-1]
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    is_of_today = any(isinstance(part, Today) for part in walk(told.rule))
    return told if is_of_today and rows.where is None and not rows.each else None
