"""Values of one row: what they are, and whether the cells that make them are filled."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, cast

from backend.proof.meaning import measures
from backend.proof.meaning.cells import (
    NUMERIC,
    Typed,
    as_number,
    as_text,
    converted,
    iso_moment,
    midnight,
    moved,
    whole_years,
)
from backend.proof.meaning.functions import applied
from backend.proof.meaning.keys import has_key, the_one
from backend.proof.meaning.public_holidays import is_public_holiday
from backend.proof.meaning.unknowns import Empty, Unreadable, unknown
from backend.proof.meaning.world import Here
from backend.rules.language import terms as T
from backend.rules.language.terms import Reads, Value

DATES = (Reads.DATE, Reads.TIME)
OfRow = T.Cell | T.Lookup | T.Previous


def is_empty(value: Value, here: Here) -> bool:
    """Whether a cell that a value is made of is empty, or there is nothing to measure."""
    match value:
        case T.Cell():
            return raw(value, here) is None
        case T.Constant() | T.Parameter() | T.Today():
            return False
        case T.Lookup() | T.Previous():
            return raw(value, here) is None
        case T.Arithmetic(left=one, right=other) | T.Elapsed(start=one, end=other):
            return is_empty(one, here) or is_empty(other, here)
        case T.Apply() | T.Shifted() | T.PublicHoliday():
            return is_empty(value.of, here)
        case T.Aggregate():
            return measures.measured(value, here) is None
        case _:
            raise unknown("value", value.type)


def raw(value: OfRow, here: Here) -> Typed:
    """A cell as it was loaded, or None; the rule's own markers of "missing" count as empty."""
    match value:
        case T.Cell(table=table, column=column):
            if table != here.table.name:
                raise unknown(f"cell, in a row of {here.table.name},", f"{table}.{column}")
            found = here.cell(column)
        case T.Lookup(column=column):
            parent = _parent(value, here)
            found = None if parent is None else parent.cell(column)
        case T.Previous():
            before = row_before(value, here)
            return None if before is None else raw(_cell_of(value), before)
    if found is None or not value.empty_if:
        return found
    return None if as_text(found) in value.empty_if else found


def _parent(value: T.Lookup, here: Here) -> Here | None:
    """The row that a look-up finds, by this row's key or by that of another row it finds."""
    start = here if value.key_of is None else _parent(value.key_of, here)
    if start is None or not has_key(value.keys, start):
        return None
    return the_one(value.keys, value.table, start)


def _cell_of(value: T.Previous) -> T.Cell:
    if not isinstance(value.of, T.Cell):
        raise unknown("row before of", value.of.type)
    return value.of


def row_before(value: T.Previous, here: Here) -> Here | None:
    """The row before this one, of those that count, have a place and share its group."""
    memory, place = here.world.memory, (id(value), id(here.table), here.counted)
    if place not in memory:
        memory[place] = (value, here.table), _rows_before(value, here)
    found = cast("dict[int, int]", memory[place][1]).get(here.row)
    return None if found is None else here.at(found)


def _rows_before(value: T.Previous, here: Here) -> dict[int, int]:
    """By each row that counts and has a row before it, where that one stands."""
    rows = [here.at(row) for row in here.counted]
    if value.order_by is not None:
        placed = [(place, row) for row in rows if (place := _place(value, row)) is not None]
        rows = [row for _, row in sorted(placed, key=lambda pair: pair[0])]
    found: dict[int, int] = {}
    last: dict[tuple[Typed, ...], int] = {}
    for row in rows:
        group = tuple(row.cell(column) for column in value.by)
        if group in last:
            found[row.row] = last[group]
        if None not in group:
            last[group] = row.row
    return found


def _place(value: T.Previous, here: Here) -> Any:
    column = value.order_by or ""
    fact, cell = here.world.fact(here.table.name, column), here.cell(column)
    if cell is None:
        return None
    if fact.date_format is not None:
        reads = Reads.TIME
    else:
        is_number = fact.type in NUMERIC or fact.mostly in NUMERIC
        reads = Reads.NUMBER if is_number else Reads.TEXT
    try:
        return converted(cell, fact, reads)
    except Unreadable:
        return None


def read(value: Value, reads: Reads, here: Here) -> Any:  # noqa: C901 - a case a term
    """A value as a number, a text, a day or a moment.

    Raises:
        Empty: a cell that it is made of is empty.
        Unreadable: a cell that it is made of is none.
        NoPlainReading: it is of a term that is not known here.
    """
    if isinstance(value, T.Cell | T.Lookup | T.Previous):
        return _read_cell(value, reads, here)
    match value:
        case T.Constant() | T.Parameter() | T.Today():
            return _read_fixed(value, reads, here)
        case T.Arithmetic():
            return _arithmetic(value, here)
        case T.Apply():
            return applied(value.function, value.of, reads, here, read)
        case T.Elapsed():
            return _elapsed(value, here)
        case T.Shifted():
            return _shifted(value, reads, here)
        case T.PublicHoliday():
            return is_public_holiday(value, read(value.of, Reads.DATE, here))
        case T.Aggregate():
            return _read_measure(value, reads, here)
        case _:
            raise unknown("value", value.type)


def _read_cell(value: OfRow, reads: Reads, here: Here) -> Any:
    found = raw(value, here)
    if found is None:
        raise Empty
    cell = _cell_of(value) if isinstance(value, T.Previous) else value
    return converted(found, here.world.fact(cell.table, cell.column), reads)


def _read_fixed(value: T.Constant | T.Parameter | T.Today, reads: Reads, here: Here) -> Any:
    if isinstance(value, T.Today):
        return moved(here.world.today, value.shift_days, "days")
    if isinstance(value, T.Constant):
        given: Any = value.value
    elif value.name in here.world.params:
        given = here.world.params[value.name]
    else:
        raise unknown("parameter", value.name)
    if reads is Reads.TEXT:
        return str(given)
    if reads is Reads.NUMBER:
        return given
    try:
        return iso_moment(str(given))
    except ValueError:
        raise unknown("date", given) from None


def _arithmetic(value: T.Arithmetic, here: Here) -> Any:
    left, right = (read(side, Reads.NUMBER, here) for side in (value.left, value.right))
    match value.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right:
            return left / right
        case _:
            return math.copysign(math.inf, left) if left and left == left else math.nan


def _elapsed(value: T.Elapsed, here: Here) -> Any:
    reads = Reads.TIME if value.seconds else Reads.DATE
    start, end = (read(side, reads, here) for side in (value.start, value.end))
    if value.unit == "years":
        return whole_years(start, end)
    span = end - start
    return span.total_seconds() / value.seconds if value.seconds else span.days


def _shifted(value: T.Shifted, reads: Reads, here: Here) -> Any:
    by_day = reads is Reads.DATE and value.is_of_days
    start = read(value.of, Reads.DATE if by_day else Reads.TIME, here)
    found = moved(start, value.amount, value.unit)
    return midnight(found) if reads is Reads.DATE and not by_day else found


def _read_measure(value: T.Aggregate, reads: Reads, here: Here) -> Any:
    found = measures.measured(value, here)
    if found is None:
        raise Empty
    if value.measure is T.Measure.TOP:
        return _top(found, reads)
    return midnight(found) if reads is Reads.DATE and isinstance(found, dt.datetime) else found


def _top(found: int | float | str, reads: Reads) -> Any:
    """The most frequent cell, as a number or a text."""
    if reads in DATES:
        raise unknown("most frequent date", found)
    return as_text(found) if reads is Reads.TEXT else as_number(found)
