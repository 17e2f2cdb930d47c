"""Cells as they were loaded, and their conversion to numbers, dates or text."""

from __future__ import annotations

from backend.codegen.code import Code, call, literal, pattern
from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.date_shapes import shape_of
from backend.rules.language.rows import NUMERIC, Rows
from backend.rules.language.terms import Cell, Reads

COERCE = literal("coerce")
DATES = (Reads.DATE, Reads.TIME)


def raw_cell(cell: Cell, rows: Rows) -> Code:
    """The column as it was loaded, with the rule's own markers of "missing" emptied."""
    if cell.table != rows.table:
        raise PlanError(
            f"{cell.table}.{cell.column}: the rule reads it as a cell of {rows.table}.",
            code="foreign-cell",
        )
    return emptied(rows.column(cell.column), cell.empty_if, cell.column, rows)


def emptied(series: Code, markers: tuple[str, ...], hint: str, rows: Rows) -> Code:
    """The series without the cells whose text is one of ``markers``."""
    if not markers:
        return series
    marked = series.call("astype", literal("str")).call("isin", literal(markers))
    return rows.body.let(f"{hint} known", series.call("mask", marked))


def as_number(raw: Code) -> Code:
    """The cells as numbers; empty where a cell is none."""
    return call("pd.to_numeric", raw, errors=COERCE)


def converted(raw: Code, fact: ColumnRead, reads: Reads, rows: Rows, hint: str = "") -> Code:
    """Cells of a column under a local of their own, as ``reads`` asks."""
    if reads == Reads.NUMBER:
        return rows.body.let(hint or fact.column, as_number(raw))
    if reads in DATES:
        return rows.body.let(hint or fact.column, as_dates(raw, fact, reads))
    return raw.call("astype", literal("str")) if fact.type in NUMERIC else raw


def has_time(fact: ColumnRead) -> bool:
    """Whether the dates of a column carry a time of day."""
    form = fact.date_format or ""
    return form == "ISO8601" or "%H" in form or "%I" in form


def as_dates(raw: Code, fact: ColumnRead, reads: Reads) -> Code:
    """The cells as dates; empty where a cell is none.

    Raises:
        PlanError: the column holds none.
    """
    if fact.date_format is None:
        raise PlanError(
            f"{fact.table}.{fact.column}: the column holds no dates.", code="not-a-date-column"
        )
    text = raw.call("astype", literal("str")) if fact.type in NUMERIC else raw
    if fact.type is not ColumnType.DATE:
        looks_dated = text.call("str.fullmatch", pattern(shape_of(fact.date_format)))
        text = text.call("where", looks_dated)
    form = literal(fact.date_format)
    if fact.date_format == "ISO8601":
        aware = call("pd.to_datetime", text, format=form, errors=COERCE, utc=literal(True))
        dates = aware.call("dt.tz_localize", literal(None))
    else:
        dates = call("pd.to_datetime", text, format=form, errors=COERCE)
    return dates.call("dt.normalize") if reads == Reads.DATE and has_time(fact) else dates
