"""How many days ago the newest date of a column is, in SQL."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.rules.language.lower_calendar import today
from backend.rules.language.lower_cells import converted, raw_cell
from backend.rules.language.lower_place import Place
from backend.rules.language.sql import (
    Sql,
    all_of,
    binary,
    call,
    cast,
    is_empty,
    is_filled,
)
from backend.rules.language.terms import Reads, Today, Value
from backend.rules.newest_dates import column_of_newest


def lower_days(value: Value, place: Place) -> Sql:
    """The days since, now; NULL where no cell is filled."""
    of = column_of_newest(value)
    days = converted(raw_cell(of, place), place.fact(of.table, of.column), Reads.DATE)
    return binary(today(Today()), "-", cast(call("MAX", days), "DATE"))


def stray_dates(value: Value, place: Place) -> Sql | None:
    """Whether a filled cell is no date, where there may be some."""
    of = column_of_newest(value)
    fact = place.fact(of.table, of.column)
    if fact.type is ColumnType.DATE:
        return None
    raw = raw_cell(of, place)
    return all_of([is_filled(raw), is_empty(converted(raw, fact, Reads.DATE))])
