"""A measure over rows, as a row's condition or a metric asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from backend.proof.meaning import truth, values
from backend.proof.meaning.cells import NUMERIC, as_number
from backend.proof.meaning.keys import has_key, matching
from backend.proof.meaning.statistics_of import measure_of
from backend.proof.meaning.unknowns import Empty, Unreadable, unknown
from backend.proof.meaning.world import Here, every_row
from backend.rules.language.terms import Aggregate, Arithmetic, Cell
from backend.rules.language.words import Measure, Reads

_OF_TEXT = (Measure.DISTINCT, Measure.TOP, Measure.COUNT)


def measured(value: Aggregate, here: Here) -> Any:
    """What a row is compared with; None where there is nothing to measure.

    A sum of no rows is 0, as a count is.
    """
    if value in here.metrics:
        return here.metrics[value]
    if value.measure is Measure.TOP:
        raise unknown("measure of a row's condition", value.measure)
    place = _place(value, here)
    if place is None:
        return _measured(value, here)
    if place not in here.world.memory:
        here.world.memory[place] = value, _measured(value, here)
    return here.world.memory[place][1]


def _place(value: Aggregate, here: Here) -> object:
    """What a measure hangs on: the cells of a key, or of a group among rows; None if not told."""
    if value.keys:
        return id(value), tuple(here.cell(mine) for mine, _ in value.keys)
    if value.table != here.table.name:
        return id(value)
    if here.world.tables.get(value.table) is not here.table:
        return None
    return id(value), here.counted, tuple(here.cell(column) for column in value.by)


def _measured(value: Aggregate, here: Here) -> Any:
    rows = _rows(value, here)
    if rows is None:
        return None
    found = measure_rows(value, rows)
    return 0 if found is None and value.measure is Measure.SUM else found


def measure_rows(value: Aggregate, rows: Iterable[Here]) -> Any:
    """A measure of those rows for which its own ``where`` is true."""
    kept = [row for row in rows if value.where is None or truth.holds(value.where, row)]
    if value.measure is Measure.COUNT and value.of is None:
        return len(kept)
    if value.measure is Measure.SHARE:
        if value.holds is None:
            raise unknown("share without a condition of", value.table)
        truths = [int(truth.holds(value.holds, row)) for row in kept]
        return measure_of(Measure.SHARE, truths, None)
    return measure_of(value.measure, list(readable(value, kept)), value.quantile)


def _rows(value: Aggregate, here: Here) -> list[Here] | None:
    """The rows that a measure sees from one row; None where the row has no key or group."""
    if value.keys:
        if value.by:
            raise unknown("measure with keys and groups of", value.table)
        return list(matching(value.keys, value.table, here)) if has_key(value.keys, here) else None
    if value.table != here.table.name:
        if value.by:
            raise unknown("groups of another table", value.table)
        return every_row(here.world, value.table)
    group = [here.cell(column) for column in value.by]
    if None in group:
        return None
    counted = (here.at(row) for row in here.counted)
    return [row for row in counted if [row.cell(column) for column in value.by] == group]


def readable(value: Aggregate, rows: Iterable[Here]) -> Iterator[Any]:
    """The values that are measured: those that are filled and can be read."""
    for row in rows:
        try:
            yield _value(value, row)
        except (Empty, Unreadable):
            continue


def unreadable(value: Aggregate, rows: Iterable[Here]) -> int:
    """How many filled cells of a measure are no number or date although they should be."""
    found = 0
    for row in rows:
        try:
            _value(value, row)
        except Empty:
            continue
        except Unreadable:
            found += 1
    return found


def _value(value: Aggregate, here: Here) -> Any:
    of = value.of
    if of is None:
        raise unknown("measure without a value", value.measure)
    if values.is_empty(of, here):
        raise Empty
    if value.measure in _OF_TEXT:
        return _as_it_is(of, here)
    if isinstance(of, Cell) and _is_dated(of, here):
        return values.read(of, Reads.TIME, here)
    found = values.read(of, Reads.NUMBER, here)
    return as_number(found) if isinstance(found, str) else found


def _as_it_is(of: Any, here: Here) -> Any:
    """What is counted: a cell as it was loaded, or a text or number that is made of it."""
    if isinstance(of, Cell):
        return values.raw(of, here)
    return values.read(of, Reads.NUMBER if isinstance(of, Arithmetic) else Reads.TEXT, here)


def _is_dated(cell: Cell, here: Here) -> bool:
    fact = here.world.fact(cell.table, cell.column)
    return fact.date_format is not None and fact.type not in NUMERIC
