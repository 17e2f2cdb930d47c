"""Phrases for what happens on one day, from a start to an end, to oneself."""

from __future__ import annotations

from backend.planner.offline.ordering import DAY_OF, WHEN
from backend.planner.offline.ways import ROW_KEY
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.overlapping_intervals import END, START
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()


# On one day -----------------------------------------------------------------------------------

phrase.words(
    "_within_one_day",
    "on the same (day|date) | on one day | on a single day | a day | per day | in one day | _same_day",
)
phrase.words("_several_of", "more than one | two | several | two or more | multiple | more than 1")


@phrase("day_of_both", "_within_one_day")
def on_one_day() -> str:
    """On the same day: by the date of the rows."""
    return DAY_OF + WHEN


@phrase(
    "stmt",
    "no <keys> _may _holds _several_of <rows> <day_of_both>",
    "<keys> _must_not _holds _several_of <rows> <day_of_both>",
    "<each_group> _must_not _holds _several_of <rows> <day_of_both>",
    cost=0.02,
)
def one_a_day(keys: tuple[Value, ...], rows: RowSet, day: str) -> Statement | None:
    """No customer may have more than one invoice on the same day."""
    names = tuple(cell.column for cell in keys if isinstance(cell, Cell))
    if rows.each or len(names) < len(keys) or day in names:
        return None
    found = Duplicates(table=rows.table, where=rows.where, columns=(*names, day))
    return Statement(rule=found)


# From start to end ----------------------------------------------------------------------------


@phrase(
    "rowvp", "(start|starts|begin|begins) and (end|ends|stop|stops) on (the same|one) (day|date)"
)
@phrase("rowvp", "(start|starts|begin|begins) and (end|ends|stop|stops) at the same time")
@phrase("rowvp", "(end|ends) on the (day|date) (it|they) (start|starts|began|begin|started)")
def no_length() -> Predicate:
    """Starts and ends on the same day."""
    return compare(Cell(table="", column=END), "==", Cell(table="", column=START))


@phrase(
    "rowvp",
    "(end|ends|stop|stops|finish|finishes) after (it|they|he|she) [has|have] (start|starts|begin|begins|started|began|begun)",
    "(start|starts|begin|begins) before (it|they) (end|ends|stop|stops|finish|finishes)",
)
def has_length() -> Predicate:
    """Ends after it has started."""
    return compare(Cell(table="", column=END), ">", Cell(table="", column=START))


@phrase("rowvp", "(end|ends) before (it|they) (start|starts|begin|begins|started|began)")
def turned() -> Predicate:
    """Ends before it starts."""
    return compare(Cell(table="", column=END), "<", Cell(table="", column=START))


# To oneself -----------------------------------------------------------------------------------


@phrase(
    "rowvp",
    "<cell> (themselves|themself|himself|herself|itself|oneself|him- or herself)",
    cost=0.1,
)
def to_oneself(parent: Value) -> Predicate | None:
    """Report to themselves."""
    if not isinstance(parent, Cell):
        return None
    return compare(parent, "==", Cell(table="", column=ROW_KEY))
