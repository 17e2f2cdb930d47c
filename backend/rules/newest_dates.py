"""How many days ago the newest date of a column is: what runs keep of it, and how it is told now.

What is usual there tells whether data come late, as the freshness anomalies of Elementary and
others have it. Days are those of the calendar: a time of day counts for nothing.
"""

from __future__ import annotations

from backend.codegen.code import Code
from backend.contracts.errors import PlanError
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_calendar import today
from backend.rules.language.emit_cells import raw_cell
from backend.rules.language.rows import Rows
from backend.rules.language.terms import Aggregate, Cell, Elapsed, Measure, Reads, Today, Value


def newest_date(of: Cell) -> Aggregate:
    """The newest date of a column."""
    return Aggregate(measure=Measure.MAXIMUM, table=of.table, of=of)


def days_since_newest(of: Cell) -> Elapsed:
    """The days from the newest date of a column to the day of the run."""
    return Elapsed(unit="days", start=newest_date(of), end=Today())


def newest_of(value: Value) -> Cell | None:
    """The column of whose newest date this value tells the days since; None of any other."""
    newest = value.start if isinstance(value, Elapsed) else None
    of = newest.of if isinstance(newest, Aggregate) else None
    if not isinstance(of, Cell) or of.empty_if or value != days_since_newest(of):
        return None
    return of


def column_of_newest(value: Value) -> Cell:
    """The column of whose newest date this value tells the days since.

    Raises:
        PlanError: it tells something else.
    """
    of = newest_of(value)
    if of is None:
        raise PlanError("What is compared is no measure that runs keep.", code="not-kept")
    return of


def emit_days(value: Value, rows: Rows) -> Code:
    """The days since, now; not a number where no cell is filled."""
    of = column_of_newest(value)
    newest = rows.value(of, Reads.DATE).call("max")
    return Code(f"({today(Today(), rows).combine('-', newest).text})").attribute("days")


def emit_strays(value: Value, rows: Rows) -> Code | None:
    """How many filled cells are no dates, where there may be some."""
    of = column_of_newest(value)
    if rows.fact(of.table, of.column).type is ColumnType.DATE:
        return None
    dates = rows.value(of, Reads.DATE)
    return (raw_cell(of, rows).call("notna") & dates.call("isna")).call("sum")
