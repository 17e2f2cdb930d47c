"""Phrases for days from Monday to Friday: every working day must have a sale."""

from __future__ import annotations

from backend.planner.offline.ordering import WHEN
from backend.rules.language.terms import Cell
from backend.rules.metric_groups import Keys
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()
phrase.words(
    "_day_of_work",
    "working day | workday | business day | weekday | work day | working days | workdays | business days | "
    "weekdays | day from monday to friday | day monday to friday",
)
phrase.words(
    "_first_to_last",
    "between _first_and_last [day|date|one] | from the first (to|until) the last [day|date|one]",
)
phrase.words("_some_row", "a | an | one | at least one | at least 1 | some | any | one or more")
phrase.words(
    "_has_some", "have | has | show | shows | contain | contains | see | sees | include | includes"
)


@phrase("work_rows", "<noun>")
def work_rows(rows: RowSet) -> RowSet | None:
    """Sales."""
    return None if rows.each else rows


@phrase("stmt", "(every|each|any) _day_of_work _must _has_some [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "(every|each|any) _day_of_work (needs|requires) [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "(every|each) _day_of_work _has_some [_some_row] <work_rows>", cost=0.3)
@phrase(
    "stmt",
    "(every|each|any) _day_of_work _first_to_last _must _has_some [_some_row] <work_rows>",
    "there _must be a _row for (every|each) _day_of_work _first_to_last",
    "no _day_of_work _may be (missing|left out|skipped|absent) _first_to_last",
    cost=0.03,
)
@phrase(
    "stmt",
    "(on|for) (every|each|any) _day_of_work [,] there _must be [_some_row] <work_rows>",
    cost=0.03,
)
@phrase(
    "stmt",
    "there _must be [_some_row] <work_rows> (on|for|in) (every|each|any) _day_of_work [_first_to_last]",
    cost=0.03,
)
@phrase("stmt", "no _day_of_work _may (be|go|pass) without [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "all _day_of_work _must _has_some <work_rows>", cost=0.03)
@phrase("stmt", "_flag _day_of_work without [_some_row] <work_rows>", cost=0.03)
def every_day_of_work(*found: RowSet) -> Statement:
    """Every working day must have at least one sale: by the one date that sales have."""
    rows = found[0] if found else RowSet()
    return _rule(Cell(table=rows.table, column=WHEN), rows)


@phrase("days_had", "[every|each|any|all|on every|on each|for every|for each|on|no] <weekday_list>")
@phrase("days_had", "[every|each|any|all|on every|on each|for every|for each|on|no] _weekend")
def days_had(*_: object) -> bool:
    """Every Monday."""
    return True


@phrase("stmt", "<days_had> (_must|_may) _has_some [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "<days_had> (needs|requires) [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "<days_had> [,] there _must be [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "there _must be [_some_row] <work_rows> <days_had>", cost=0.03)
@phrase("stmt", "<days_had> _may (be|go|pass) without [_some_row] <work_rows>", cost=0.03)
@phrase("stmt", "_flag <days_had> without [_some_row] <work_rows>", cost=0.03)
def every_such_day(*parts: object) -> Statement:
    """Every Monday must have a visit: days of the calendar, of which no kind of rule looks."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    return _rule(Cell(table=rows.table, column=WHEN), rows)


@phrase(
    "stmt",
    "no _day_of_work _may be (missing|left out|skipped|absent) (from|in|of) <cell>",
    cost=0.02,
)
@phrase(
    "stmt",
    "<cell> _must (cover|contain|include|have|show) (every|each|all) _day_of_work",
    cost=0.02,
)
@phrase("stmt", "<cell> _must have no missing _day_of_work", cost=0.02)
@phrase("stmt", "there _must be no missing _day_of_work in <cell>", cost=0.02)
@phrase(
    "stmt",
    "there _must be [_some_row] _row for (every|each) _day_of_work (in|of) <cell>",
    cost=0.02,
)
def none_missing(of: Cell) -> Statement:
    """No working day may be missing from sold_on."""
    return _rule(of, RowSet(table=of.table))


@phrase("stmt", "<by_group> [,] <workday_rule>", "<workday_rule> <by_group>", cost=0.05)
def for_each(*parts: object) -> Statement | None:
    """For each shop, no working day may be missing from sold_on."""
    told = next(part for part in parts if isinstance(part, Statement))
    by: Keys = next(part for part in parts if isinstance(part, tuple))
    names = tuple(key.column for key in by if isinstance(key, Cell))
    rule = told.rule
    if not isinstance(rule, MissingDates) or len(names) < len(by) or rule.column in names:
        return None
    return told.model_copy(update={"rule": rule.model_copy(update={"by": names})})


@phrase(
    "workday_rule", "no _day_of_work _may be (missing|left out|skipped|absent) (from|in|of) <cell>"
)
@phrase(
    "workday_rule", "<cell> _must (cover|contain|include|have|show) (every|each|all) _day_of_work"
)
def workday_rule(of: Cell) -> Statement:
    """No working day may be missing from sold_on."""
    return none_missing(of)


def _rule(of: Cell, rows: RowSet) -> Statement:
    found = MissingDates(
        table=rows.table, where=rows.where, column=of.column, unit="day", working=True
    )
    return Statement(rule=found)
