"""The phone column must be present: of the table, or in each row? Both are said so."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Missing, Not
from backend.rules.rule import Rule
from backend.rules.wrong_columns import WrongColumns

_COLUMN = frozenset({"column", "columns"})
_THERE = frozenset({"present", "exist", "exists", "missing", "absent"})
_OF_ROWS = frozenset({"row", "rows", "record", "records", "value", "values", "cell", "cells"})
_OF_TABLE = frozenset({
    "have", "has", "contain", "contains", "include", "includes", "others",
    "called", "named"})  # fmt: skip


def refuse_columns_or_cells(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading of a column's presence that is clear of the table and of its rows.

    Raises:
        Unclear: a column that is present may be one of the table, or be filled in each row.
        Misfit: a table has its columns whichever of its rows are chosen.
    """
    if isinstance(rule, WrongColumns) and rule.where is not None:
        raise Misfit("a table has its columns in all of its rows; say that a cell must be filled")
    words = {token.low for token in tokens}
    told_all = " ".join(token.low for token in tokens)
    if any(f"in {each} order" in told_all for each in ("any", "whatever", "no particular")):
        return  # an order is one of headers
    is_there = words & _THERE or "be there" in told_all
    if not words & _COLUMN or not is_there or words & (_OF_ROWS | _OF_TABLE):
        return
    if any(part.symbol in ("rows", "table", "whose_columns") for part in node.walk()):
        return
    names = _names(rule)
    if names and all(context.column(rule.table, name) for name in names):
        told, filled = " and ".join(names), " and ".join(f"{name} must be filled" for name in names)
        columns = "column" if len(names) == 1 else "columns"
        raise Unclear(
            f"it is not clear whether the table or each row is to have {told}; write "
            f"'The table must have the {columns} {told}' or '{filled}'"
        )


def _names(rule: Rule) -> tuple[str, ...]:
    """The columns of which a rule says that they are there, or filled, or that they are not."""
    if isinstance(rule, WrongColumns):
        return rule.columns
    if not isinstance(rule, BrokenRows) or rule.where is not None:
        return ()
    told = rule.must.parts if isinstance(rule.must, All) else (rule.must,)
    missing = [part.part if isinstance(part, Not) else part for part in told]
    names = [
        each.of.column
        for each in missing
        if isinstance(each, Missing) and isinstance(each.of, Cell)
    ]
    return tuple(names) if len(names) == len(told) else ()
