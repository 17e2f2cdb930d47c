"""Comparisons whose two sides are told in one unit: days, cents, percent, and years as numbers."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context
from backend.planner.offline.typed_units import elapsed_for, in_units_of
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Reads, Value


def in_one_unit(atom: Compare, context: Context) -> Compare:
    """The comparison with both sides in the unit of the other.

    Raises:
        Misfit: a unit is not the other side's.
    """
    left = elapsed_for(atom.left, atom.right, context)
    right = elapsed_for(atom.right, atom.left, context)
    left, right = in_units_of(left, right, context), in_units_of(right, left, context)
    right = _as_year(right, atom.sign, left, context)
    return atom.model_copy(update={"left": left, "right": right})


def _as_year(value: Value, sign: str, other: Value, context: Context) -> Value:
    """Before 1900 and after 1999 as numbers, beside a column that holds years."""
    is_year = isinstance(other, Cell) and stems_of(other.column)[-1:] == ("year",)
    column = context.column(other.table, other.column) if isinstance(other, Cell) else None
    is_number = column is not None and column.type == ColumnType.INTEGER
    if not is_year or not is_number or not isinstance(value, Constant) or value.reads != Reads.DATE:
        return value
    year, _, day = str(value.value).partition("-")
    is_first, is_last = day == "01-01", day == "12-31"
    if (is_first and sign in ("<", ">=")) or (is_last and sign in (">", "<=")):
        return Constant(value=int(year), reads=Reads.NUMBER)
    return value
