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
            if value.reads == Reads.DATE:
                return Side.DATE
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
    """A text, told or given, that is an ISO date where one is wanted; a number like 20240301."""
    if isinstance(value, Parameter) and side_of(other, context) in DATES:
        is_day = _is_day(context.check.params.get(value.name))
        return value.model_copy(update={"reads": Reads.DATE}) if is_day else value
    if not isinstance(value, Constant) or side_of(other, context) not in DATES:
        return value
    if value.reads == Reads.NUMBER:
        return dated_number(value) or value
    if value.reads != Reads.TEXT:
        return value
    return Constant(value=value.value, reads=Reads.DATE) if _is_day(value.value) else value


def _is_day(given: object) -> bool:
    """Whether this is a day as ISO 8601 writes it."""
    try:
        return isinstance(given, str) and date.fromisoformat(given) is not None
    except ValueError:
        return False
