"""Phrases for when rows happened: the newest one, one in a period, no long gap."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Measure,
    Predicate,
    Previous,
    Today,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()


# The newest row -------------------------------------------------------------------------------


@phrase("metric", "(newest|latest|most recent|last) <rows>", cost=0.2)
def newest(rows: RowSet) -> Value | None:
    """The newest order: the last of the one date that rows have."""
    return _moment(Measure.MAXIMUM, rows)


@phrase("metric", "(earliest|first) <rows>", cost=0.2)
@phrase("metric", "oldest <rows>", cost=0.5)
def oldest(rows: RowSet) -> Value | None:
    """The oldest order."""
    return _moment(Measure.MINIMUM, rows)


def _moment(measure: Measure, rows: RowSet) -> Value | None:
    if rows.each or not rows.table:
        return None
    of = Cell(table=rows.table, column=WHEN)
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where)


@phrase(
    "stmt",
    "there (must|should|has to) (be|have been) (a|an|at least one|one|any|some) <rows> <adj>",
    "there (must|should|has to) (be|have been) <rows> <adj>",
    cost=0.1,
)
def recent_row(rows: RowSet, told: Predicate) -> Statement | None:
    """There must be an order within the last three days."""
    if not _is_period(told) or rows.each:
        return None
    moment = Cell(table=rows.table, column=WHEN)
    return statement(compare(count(rows.that(about(told, moment))), ">=", number(1)))


@phrase("stmt", "there (must|should|has to) (be|have been) <count_bound> <rows> <adj>", cost=0.1)
def recent_rows(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """There must be at least 5 orders within the last three days."""
    if not _is_period(told) or rows.each:
        return None
    moment = Cell(table=rows.table, column=WHEN)
    return statement(about(bound, count(rows.that(about(told, moment)))))


def _is_period(told: Predicate) -> bool:
    """Whether it says that a date lies in a period before today."""
    return any(isinstance(part, Today) for part in walk(told)) and any(
        isinstance(part, Compare) and part.left == IT for part in walk(told)
    )


# No long gap ----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "no <keys> _may go [for] more than <number> (days|day) without [a|an|any] <noun>",
    "<each_group> _must_not go [for] more than <number> (days|day) without [a|an|any] <noun>",
    "<by_group> [,] no more than <number> (days|day) (may|can|must|should) (lie|pass|be) between (consecutive|two consecutive|successive) <noun>",
    "<by_group> [,] (gap|time|distance|interval) between (consecutive|two consecutive|successive) <noun> _must be at most <number> (days|day)",
    "(gap|time|distance|interval) between (consecutive|two consecutive|successive) <noun> <end_owner> _must be at most <number> (days|day)",
    cost=0.05,
)
def no_long_gap(*parts: Any) -> Statement | None:
    """No account may go more than 3 days without a posting: the later row is flagged."""
    by = next(part for part in parts if isinstance(part, tuple))
    most = next(part for part in parts if isinstance(part, Constant))
    rows = next(part for part in parts if isinstance(part, RowSet))
    names = tuple(cell.column for cell in by if isinstance(cell, Cell))
    if rows.each or len(names) < len(by):
        return None
    when = Cell(table=rows.table, column=WHEN)
    before = Previous(of=when, by=names, order_by=WHEN)
    gap = Elapsed(unit="days", start=before, end=when)
    days = most.model_copy(update={"unit": "day"})
    return rule(compare(gap, "<=", days), rows.table, rows.where)
