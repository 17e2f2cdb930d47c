"""Phrases for a row in every month of a year that is named."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.calendar_groups import CALENDAR
from backend.rules.language.terms import Cell, Compare, Constant, Predicate
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()
YearUnit = tuple[str, str, int]

phrase.words(
    "_a_row_or_more", "a | an | one | some | any | at least one | at least a | one or more"
)
phrase.words("_in_the_span", "in | for | on | of | during | within")

for _unit in ("day", "month", "quarter"):

    @phrase("unit_of_year", f"[calendar] {_unit} (of|in) [the] [year] <number>")
    def unit_of_year(year: Constant, unit: str = _unit) -> YearUnit | None:
        """Month of 2026."""
        is_year = isinstance(year.value, int) and 1900 <= year.value <= 2200 and not year.unit
        return ("unit", unit, int(year.value)) if is_year else None


def _rule(told: YearUnit, rows: RowSet, column: str = CALENDAR) -> Statement | None:
    _, unit, year = told
    if rows.each:
        return None
    found = MissingDates.model_validate(
        {"table": rows.table, "where": rows.where, "column": column, "unit": unit, "year": year}
    )
    return Statement(rule=found)


def _is_any(bound: Predicate) -> bool:
    match bound:
        case Compare(sign=sign, right=Constant(value=value)):
            return (sign, value) in ((">=", 1), (">", 0))
        case _:
            return False


@phrase(
    "stmt",
    "there (must|should) be _a_row_or_more <rows> _in_the_span (every|each) <unit_of_year>",
    "there (must|should) be <count_bound> <rows> _in_the_span (every|each) <unit_of_year>",
    "_in_the_span (every|each) <unit_of_year> [,] there (must|should) be _a_row_or_more <rows>",
    "_in_the_span (every|each) <unit_of_year> [,] there (must|should) be <count_bound> <rows>",
    "(every|each) <unit_of_year> (must|should) (have|contain|hold|see) _a_row_or_more <rows>",
    "(every|each) <unit_of_year> (must|should) (have|contain|hold|see) <count_bound> <rows>",
    "no <unit_of_year> (may|must|should|can) be without [a|an|any] <rows>",
    "no <unit_of_year> (may|must|should|can) have no <rows>",
    "_flag (every|each|any) <unit_of_year> (without|that has no|with no) [a|an|any] <rows>",
    cost=-0.05,
)
def in_every(*parts: Any) -> Statement | None:
    """There must be at least one order in every month of 2026."""
    told = next(part for part in parts if isinstance(part, tuple))
    rows = next(part for part in parts if isinstance(part, RowSet))
    bounds = [part for part in parts if not isinstance(part, tuple | RowSet)]
    return _rule(told, rows) if all(map(_is_any, bounds)) else None


@phrase(
    "stmt",
    "no <unit_of_year> (may|must|should|can) be (missing|absent|left out|skipped) (from|in) <cell>",
    "<cell> _must (cover|contain|include|have|show) (every|each|all) <unit_of_year>",
    "there (must|should) be a row (for|in) (every|each) <unit_of_year> in <cell>",
    cost=-0.05,
)
def covered(*parts: Any) -> Statement | None:
    """No month of 2026 may be missing from ordered_at."""
    told = next(part for part in parts if isinstance(part, tuple))
    cell = next(part for part in parts if not isinstance(part, tuple))
    if not isinstance(cell, Cell):
        return None
    return _rule(told, RowSet(table=cell.table), cell.column)
