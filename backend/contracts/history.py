"""What earlier runs measured of the tables: the lines of ``table_profiles.jsonl``.

A program that compares with earlier runs is given one more table, ``<table>/history``, which no
file can give: a slash stands in no table's name. Its columns are `COLUMNS`; one row is one
measure of one run.
"""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.contracts.schema import ColumnType

_ENDING = "/history"
MEASURES = 1
"""Changes whenever the same table is measured otherwise than before."""
MOST_VALUES = 200
"""Distinct values of a column whose counts are kept; of a column with more, none is."""

DAYS_SINCE_NEWEST = "days since newest"
"""The measure of a column of dates that tells how long before its run the newest of them was."""

COLUMNS = ("run", "days_ago", "as_of", "column", "measure", "value", "number")
"""``run`` counts back: 1 is the last run, 0 this one (only its types are told). ``days_ago`` and
``as_of`` are the day of that run. ``column`` and ``value`` are empty where the measure has none."""


class ColumnMeasures(Contract):
    """One column: ``filled`` cells, ``missing`` ones (empty, or nothing but blanks), and more.

    The numbers are told of columns whose filled cells are all numbers. ``counts`` are the rows of
    each value, as text; None where the values are too many, or decimal numbers.
    """

    name: str
    type: ColumnType | None
    """None where the column holds nothing, so that it says nothing of its type."""
    filled: int
    missing: int
    distinct: int
    sum: float | None = None
    mean: float | None = None
    median: float | None = None
    min: float | None = None
    max: float | None = None
    std: float | None = None
    counts: dict[str, int] | None = None


class PartMeasures(Contract):
    """The filled cells of a column in the rows that have one value in another column."""

    distinct: int = 0
    sum: float | None = None
    mean: float | None = None
    median: float | None = None
    min: float | None = None
    max: float | None = None
    std: float | None = None


class PartedColumn(Contract):
    """A column in parts, by the values of another: kept where a check asks for such a measure."""

    of: str
    by: str
    values: dict[str, PartMeasures]


class NewestDate(Contract):
    """The newest date of a column: kept where a check asks for it.

    ``day`` is ISO 8601; None where no cell is filled, or one is no date.
    """

    of: str
    day: str | None = None


class TableMeasures(Contract):
    """All that is kept of a table as one run saw it."""

    rows: int
    columns: tuple[ColumnMeasures, ...]
    parts: tuple[PartedColumn, ...] = ()
    newest: tuple[NewestDate, ...] = ()


class Part(Contract):
    """What a check asks runs to keep beside the rest: a column by the values of another.

    With no other column, it is the newest date of the column.
    """

    of: str
    by: str = ""


class TableProfile(Contract):
    """One line: a run saw this content of a table.

    ``measures`` is None where an earlier line has those of the same content.
    """

    version: int
    """Of what is measured, and how; lines of other versions are left out."""
    run_id: str
    at: str
    """ISO 8601, UTC."""
    as_of: str
    table: str
    fingerprint: str
    measures: TableMeasures | None = None


def history_of(table: str) -> str:
    """The name of the table that holds what earlier runs measured of this one."""
    return f"{table}{_ENDING}"


def is_history(table: str) -> bool:
    """Whether this names the history of a table."""
    return table.endswith(_ENDING)


def source_of(table: str) -> str:
    """The table itself, or the one whose history it is."""
    return table.removesuffix(_ENDING)
