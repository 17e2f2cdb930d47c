"""Periods of the calendar to SQL: in which hour, day, week, month, quarter or year a date lies."""

from __future__ import annotations

from sqlglot import exp

from backend.rules.language.lower_cells import as_text, converted
from backend.rules.language.lower_place import Place
from backend.rules.language.periods import LAYOUTS, Period
from backend.rules.language.sql import Sql, call, text
from backend.rules.language.terms import Reads


def dated(period: Period, place: Place) -> Sql:
    """The date that tells the period; NULL where the cell is none."""
    raw, fact = place.column(period.column), place.fact(place.table, period.column)
    return converted(raw, fact, Reads.TIME)


def period_of(period: Period, place: Place) -> Sql:
    """The period as text; of a cell that is no date, the cell."""
    raw, fact = place.column(period.column), place.fact(place.table, period.column)
    return call("COALESCE", _spelled(period, dated(period, place)), as_text(raw, fact))


def period_of_date(period: Period, place: Place) -> Sql:
    """The period as text; NULL for a cell that is no date."""
    return _spelled(period, dated(period, place))


def _spelled(period: Period, date: Sql) -> Sql:
    if period.unit != "quarter":
        return call("STRFTIME", date, text(LAYOUTS[period.unit]))
    year = call("STRFTIME", date, text("%Y-Q"))
    return exp.DPipe(this=year, expression=call("QUARTER", date))
