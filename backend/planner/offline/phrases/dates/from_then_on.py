"""Phrases for rows from a day on, or from before one: orders from May 1998 onwards, from before 2021."""

from __future__ import annotations

from backend.planner.offline.ordering import SINCE
from backend.planner.offline.phrases.dates.calendar import Period
from backend.planner.offline.phrases.tables.happened import is_moment_told
from backend.rules.language.terms import Cell, Constant, Predicate, Reads, Value
from backend.rules.phrasing import IT, Phrases, about, any_of, compare

phrase = Phrases()

phrase.words(
    "_from_then_on",
    "on | onwards | onward | on or later | and later | and after | or later | or after | or newer | or more recent",
)


def _day(text: str) -> Constant:
    return Constant(value=text, reads=Reads.DATE)


@phrase("day_bound", "(from|since) <period> _from_then_on")
def from_period(found: Period) -> Predicate:
    """From May 1998 onwards."""
    return compare(IT, ">=", _day(found[0]))


@phrase("day_bound", "(from|since) <moment> _from_then_on")
def from_moment(day: Value) -> Predicate | None:
    """From 2005-08-01 on."""
    told = compare(IT, ">=", day)
    return told if is_moment_told(told) else None


@phrase("far_bound", "[from] before <period>")
def before_period(found: Period) -> Predicate:
    """From before 2021."""
    return compare(IT, "<", _day(found[0]))


@phrase("far_bound", "[from] after <period>")
def after_period(found: Period) -> Predicate:
    """After 2025."""
    return compare(IT, ">", _day(found[1]))


@phrase("day_bound", "from before <period>")
def from_before(found: Period) -> Predicate:
    """From before 2021, alone."""
    return before_period(found)


@phrase("day_bound", "from after <period>")
def from_after(found: Period) -> Predicate:
    """From after 2025, alone."""
    return after_period(found)


@phrase("day_bound", "<far_bound> or <far_bound>")
def either_side(one: Predicate, other: Predicate) -> Predicate:
    """From before 2021 or after 2025."""
    return any_of(one, other)


@phrase("adj", "<day_bound>", cost=0.1)
def bounded_day(told: Predicate) -> Predicate:
    """Must be from July 1996 onwards."""
    return told


@phrase("rel", "<day_bound>", cost=0.35)
@phrase(
    "rel",
    "[that|which] (was|were|is|are|has been|have been) _came_about <day_bound>",
    cost=0.3,
)
def rows_from_then_on(told: Predicate) -> Predicate:
    """Orders from May 1998 onwards: by the one date that is that of the row."""
    return about(told, Cell(table="", column=SINCE))
