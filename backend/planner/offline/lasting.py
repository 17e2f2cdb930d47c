"""How long a row lasts: the one column of its table whose header is in a unit of time."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import parts_of, stem
from backend.rules.language.terms import Cell

LASTING = "<lasting>"
"""The column of a table that holds how long its rows last; the schema tells which."""
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_LENGTHS = frozenset({
    "duration", "length", "runtime", "playtime", "time", "run", "total", "played", "latency",
    "elapsed", "processing",
})  # fmt: skip
"""Beside the unit, words that say no more than that a row lasts so long."""


def lasting(table: str, context: Context) -> Cell:
    """The column with the duration of a table's rows: of a track the milliseconds.

    Raises:
        Misfit: no number of the table is in a unit of time, or several are, or its header tells of
            something else than the row, such as the minutes of a delay; or dates of the table tell
            from when to when a row lasts.
    """
    columns = context.tables[table].columns
    timed = [each.name for each in columns if each.reads_as in _NUMBERS and _unit(each.name)]
    spans = [each for each in columns if each.reads_as == ColumnType.DATE]
    if len(timed) != 1 or len(spans) > 1 or not _is_bare(timed[0], table):
        raise Misfit(f"it is not clear which column of {table} tells how long; name it")
    context.assume(f"How long the rows of {table} last is their {timed[0]}.")
    return Cell(table=table, column=timed[0])


def is_of_time(unit: str | None) -> bool:
    """Whether a unit is one of time, as :data:`UNITS` spells it."""
    return unit in UNITS and UNITS[unit].kind == "time"


def _unit(header: str) -> bool:
    return is_of_time(unit_of_header(header))


def _is_bare(header: str, table: str) -> bool:
    """Whether a header has but a unit, a word for how long, and the table's own words."""
    own = {stem(part.lower()) for part in parts_of(table)}
    told = {stem(part.lower()) for part in parts_of(header)} - own - _LENGTHS
    return len(told) == 1
