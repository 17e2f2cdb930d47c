"""What a value is, by the types of its columns: a number, a date, a text."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.resolve import Context
from backend.planner.offline.spelling import column_of
from backend.planner.offline.written_dates import dated_number
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Constant,
    Function,
    Lookup,
    Measure,
    Parameter,
    Previous,
    Reads,
    Shifted,
    Today,
    Value,
)


class Side(StrEnum):
    """What one side of a comparison is."""

    NUMBER = "a number"
    DATE = "a date"
    TIME = "a date and time"
    TEXT = "text"
    ANY = "empty"


TEXT_FUNCTIONS = (Function.LOWER, Function.UPPER, Function.TITLE, Function.STRIP)
DATES = (Side.DATE, Side.TIME)


def side_of(value: Value, context: Context) -> Side:  # noqa: C901 - one case per kind of value
    """What a value is."""
    match value:
        case Cell() | Lookup():
            return _column_side(column_of(value, context), context.tables[value.table].rows)
        case Previous():
            return side_of(value.of, context)
        case Constant():
            return {
                Reads.NUMBER: Side.NUMBER, Reads.TEXT: Side.TEXT, Reads.DATE: Side.DATE,
                Reads.TIME: Side.TIME,
            }[value.reads]  # fmt: skip
        case Parameter():
            given = context.check.params.get(value.name)
            return Side.TEXT if isinstance(given, str) else Side.NUMBER
        case Today():
            return Side.DATE
        case Shifted():
            return side_of(value.of, context)
        case Apply():
            return Side.TEXT if value.function in TEXT_FUNCTIONS else Side.NUMBER
        case Aggregate() if value.of is not None and value.measure in (
            Measure.TOP, Measure.MINIMUM, Measure.MAXIMUM,
        ):  # fmt: skip
            return side_of(value.of, context)
        case _:
            return Side.NUMBER


def _column_side(column: Column, rows: int) -> Side:
    if column.reads_as in (ColumnType.INTEGER, ColumnType.NUMBER):
        return Side.NUMBER
    if column.reads_as == ColumnType.DATE and column.date_format:
        has_time = column.date_format == "ISO8601" or any(
            hour in column.date_format for hour in ("%H", "%I")
        )
        return Side.TIME if has_time else Side.DATE
    return Side.ANY if column.missing == rows else Side.TEXT


def as_date(value: Value, other: Value, context: Context) -> Value:
    """A text that is an ISO date, or a number like 20240301, where a date is wanted."""
    if not isinstance(value, Constant) or side_of(other, context) not in DATES:
        return value
    if value.reads == Reads.NUMBER:
        return dated_number(value) or value
    if value.reads != Reads.TEXT:
        return value
    try:
        date.fromisoformat(str(value.value))
    except ValueError:
        return value
    return Constant(value=value.value, reads=Reads.DATE)
