"""Rows "with a discount": where every row has one, an amount above zero may be what is meant."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import is_key
from backend.planner.offline.tokens import Shape, tokenize
from backend.rules.language.terms import Cell, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SAID = frozenset({
    "filled", "filling", "fill", "empty", "missing", "blank", "null", "nan", "none", "present",
    "absent", "given", "set", "known", "unknown", "available", "recorded", "entered", "provided",
    "populated", "value", "values",
})  # fmt: skip
"""Words that speak of the cell, not of what it amounts to."""


def require_telling_presence(rule: Rule, context: Context) -> None:
    """Pass a scope of filled amounts that leaves some row out, or that is put plainly.

    Raises:
        Misfit: no row lacks the number, so its presence tells nothing.
    """
    where = getattr(rule, "where", None)
    if where is None:
        return
    hint = context.check.calculation_hint
    if _SAID & {token.low for token in tokenize(hint) if token.shape == Shape.WORD}:
        return
    for part in walk(where):
        if isinstance(part, Missing) and isinstance(part.of, Cell):
            _require_gaps(part.of, context)


def _require_gaps(cell: Cell, context: Context) -> None:
    column = context.column(cell.table, cell.column)
    is_amount = column is not None and column.reads_as in (ColumnType.INTEGER, ColumnType.NUMBER)
    if column is None or not is_amount or column.missing or is_key(column.name):
        return
    if column.values and not {"0", "0.0"} & {*column.values}:
        return
    raise Misfit(
        f"every row of {cell.table} has a {cell.column}; say '{cell.column} is greater than 0' or "
        f"'{cell.column} is filled'"
    )
