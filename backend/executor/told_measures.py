"""The measures of a run as the rows of a history: column, measure, value, number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from backend.contracts.history import (
    DAYS_SINCE_NEWEST,
    ColumnMeasures,
    PartedColumn,
    PartMeasures,
    TableMeasures,
)
from backend.contracts.schema import Column, ColumnType

Told = tuple[str, str, str, float | None]
"""Column, measure, value, number."""


def told_measures(run: TableMeasures, values: dict[str, list[str]]) -> Iterator[Told]:
    """What a history tells of one run; ``values`` are those that any of its runs saw."""
    yield "", "rows", "", run.rows
    for column in run.columns:
        yield from _of_column(column, run.rows)
        yield from _of_values(column, run.rows, values.get(column.name, []))
    for parted in run.parts:
        yield from _of_part(parted, values.get(parted.by, []))


def _of_column(column: ColumnMeasures, rows: int) -> Iterator[Told]:
    if column.type is not None:
        yield column.name, "type", column.type.value, None
    for measure in ("filled", "missing", "distinct", "sum", "mean", "median", "min", "max", "std"):
        number = getattr(column, measure)
        if number is not None:
            yield column.name, measure, "", number
    if rows:
        yield column.name, "filled share", "", column.filled / rows
        yield column.name, "missing share", "", column.missing / rows


def _of_values(column: ColumnMeasures, rows: int, values: list[str]) -> Iterator[Told]:
    """The rows of each value that any run saw, where this run kept all of its own."""
    if column.counts is None:
        return
    yield column.name, "values", "", len(column.counts)
    for value in values:
        count = column.counts.get(value, 0)
        yield column.name, "value", value, count
        if rows:
            yield column.name, "value share", value, count / rows


def _of_part(parted: PartedColumn, values: list[str]) -> Iterator[Told]:
    """A column in the rows of each value; of no rows the sum and the number of values are 0."""
    yield parted.of, f"parts by {parted.by}", "", len(parted.values)
    for value in values:
        part = parted.values.get(value, PartMeasures(sum=0.0))
        for measure in ("distinct", "sum", "mean", "median", "min", "max", "std"):
            number = getattr(part, measure)
            if number is not None:
                yield parted.of, f"{measure} by {parted.by}", value, number


def told_days(run: TableMeasures, as_of: str) -> Iterator[Told]:
    """How many days before its run the newest date of a column was."""
    for newest in run.newest:
        if newest.day is not None:
            days = date.fromisoformat(as_of) - date.fromisoformat(newest.day)
            yield newest.of, DAYS_SINCE_NEWEST, "", days.days


def values_known(runs: list[TableMeasures], columns: tuple[Column, ...]) -> dict[str, list[str]]:
    """All values that a column has now or had in one of these runs, sorted."""
    found = {column.name: {_spelled(each, column) for each in column.values} for column in columns}
    for run in runs:
        for column in run.columns:
            found.setdefault(column.name, set()).update(column.counts or ())
    return {name: sorted(texts) for name, texts in found.items()}


def _spelled(value: str, column: Column) -> str:
    return str(int(value)) if column.type is ColumnType.INTEGER else value
