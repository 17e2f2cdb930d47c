"""Phrases for the ends of a measure in plain words: the longest run took so long, the oldest film."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.superlatives import extreme_bounded, extreme_not
from backend.planner.offline.units import UNITS
from backend.rules.language.terms import Aggregate, Compare, Constant, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase("extreme_rows", "<extreme_of>", cost=-0.3)(lambda of: of)


@phrase("extreme_rows", "<extreme> (<valuenoun>|<valueone>)", cost=0.05)
@phrase("span_rows", "<extreme_span> (<valuenoun>|<valueone>)", cost=0.05)
@phrase("weighed_rows", "<extreme_weight> (<valuenoun>|<valueone>)", cost=0.05)
def extreme_of_such(of: Value, told: Predicate) -> Value | None:
    """The best-paid buyer: the most of the salaries of rows that are such."""
    return of.model_copy(update={"where": told}) if isinstance(of, Aggregate) else None


# How long something took --------------------------------------------------------------------------

phrase.words(
    "_go_on_for",
    "take | have taken | last | have lasted | run for | have run for | run | go on for | be | have been",
)
phrase.words(
    "_goes_on_for",
    "takes | took | has taken | lasts | lasted | has lasted | runs for | ran for | went on for | goes on for | is | was",
)


@phrase("span_rows", "<extreme_span> <noun>", "<extreme_span> of [all|the] <noun>")
@phrase("weighed_rows", "<extreme_weight> <noun>", "<extreme_weight> of [all|the] <noun>")
@phrase("year_rows", "<extreme_year> <noun>", "<extreme_year> of [all|the] <noun>")
def extreme_of_rows(of: Value, rows: RowSet) -> Value | None:
    """The longest run: the most of its minutes."""
    is_its_own = isinstance(of, Aggregate) and rows.table in ("", of.table) and not rows.each
    return of.model_copy(update={"where": rows.where}) if is_its_own else None


@phrase("stmt", "<span_rows> (_must|may|can|may only|can only) _go_on_for <adj>", cost=0.03)
@phrase("stmt", "<span_rows> _goes_on_for <adj>", cost=0.05)
def lasts(of: Value, told: Predicate) -> Statement | None:
    """The longest run must have taken between 500 and 600 minutes."""
    return extreme_bounded(of, told) if _is_in("time", told) else None


@phrase("stmt", "<span_rows> _must_not _go_on_for <adj>", cost=0.03)
def lasts_not(of: Value, told: Predicate) -> Statement | None:
    """The longest run must not take more than 600 minutes."""
    return extreme_not(of, told) if _is_in("time", told) else None


def _is_in(kind: str, told: Predicate) -> bool:
    """Whether every number has a unit of this kind: the longest may be so in other ways."""
    units = [
        part.right.unit
        for part in walk(told)
        if isinstance(part, Compare) and isinstance(part.right, Constant)
    ]
    return bool(units) and all(unit in UNITS and UNITS[unit].kind == kind for unit in units)


# How much something weighed, how long it was ------------------------------------------------------

phrase.words("_weigh", "weigh | have weighed | be")
phrase.words("_weighs", "weighs | weighed | is | was")


@phrase("stmt", "<weighed_rows> (_must|may|can|may only|can only) _weigh <adj>", cost=0.03)
@phrase("stmt", "<weighed_rows> _weighs <adj>", cost=0.05)
def weighs(of: Value, told: Predicate) -> Statement | None:
    """The heaviest bird must weigh between 4000 and 6500 g."""
    return extreme_bounded(of, told) if _is_in("mass", told) else None


@phrase("stmt", "<weighed_rows> _must_not _weigh <adj>", cost=0.03)
def weighs_not(of: Value, told: Predicate) -> Statement | None:
    """The heaviest bird must not weigh more than 6500 g."""
    return extreme_not(of, told) if _is_in("mass", told) else None


@phrase("stmt", "<extreme_of> (_must|may|can|may only|can only) (measure|weigh) <adj>", cost=0.03)
@phrase("stmt", "<extreme_of> (measures|weighs) <adj>", cost=0.05)
def measures(of: Value, told: Predicate) -> Statement | None:
    """The longest flipper must measure between 200 and 240 mm."""
    return extreme_bounded(of, told)


@phrase("stmt", "<extreme_of> _must_not (measure|weigh) <adj>", cost=0.03)
def measures_not(of: Value, told: Predicate) -> Statement | None:
    """The longest flipper must not measure more than 240 mm."""
    return extreme_not(of, told)


# Of what year -------------------------------------------------------------------------------------

phrase.words(
    "_from_year", "be from | date from | be of | have come out in | have been made in | be made in"
)


@phrase(
    "year_bound",
    "<number> or (later|newer|after)",
    "no earlier than <number>",
    "not earlier than <number>",
)
@phrase("year_bound", "(since|from) <number> [onwards|on]", "<number> at the earliest")
def from_year(year: Constant) -> tuple[str, Constant]:
    """1950 or later."""
    return ">=", year


@phrase(
    "year_bound",
    "<number> or (earlier|before|older)",
    "no later than <number>",
    "not later than <number>",
)
@phrase("year_bound", "<number> at the latest")
def to_year(year: Constant) -> tuple[str, Constant]:
    """2020 or earlier."""
    return "<=", year


@phrase("stmt", "<year_rows> _must _from_year <year_bound>", cost=0.03)
@phrase("stmt", "<year_rows> (is|was) (from|of|made in) <year_bound>", cost=0.05)
def of_year(of: Value, bound: tuple[str, Constant]) -> Statement:
    """The oldest film must be from 1950 or later."""
    return statement(compare(of, *bound))
