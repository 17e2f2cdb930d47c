"""Intervals of numbers: the two columns of a band, from a lower bound to an upper one."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stems_of

_SIDES = (
    ("lower", "upper"), ("low", "high"), ("from", "to"), ("min", "max"), ("minimum", "maximum"),
    ("start", "end"), ("begin", "end"), ("bottom", "top"), ("first", "last"), ("floor", "ceiling"),
)  # fmt: skip
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def number_interval(table: str, context: Context) -> tuple[str, str]:
    """The columns in which a table's bands begin and end: named alike, but for the two sides.

    Raises:
        Misfit: the table has no such pair, or several.
    """
    columns = context.tables[table].columns if table in context.tables else ()
    named = {stems_of(each.name): each.name for each in columns if each.reads_as in _NUMBERS}
    found = [
        (name, named[other])
        for stems, name in named.items()
        for low, high in _SIDES
        if low in stems
        and (other := tuple(high if word == low else word for word in stems)) in named
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear from which to which column the bands of {table} run")
    return found[0]
