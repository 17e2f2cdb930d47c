"""Columns of two tables that are called alike: the charge of a row, the charges of its owner."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule


def refuse_twin_columns(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes a column of the rule's table for another one of another table.

    Raises:
        Misfit: "the charge of a mooring" was read of the charges of its boat, and moorings has a
            column of that very name; or "the berths must be the same in moorings and boats" was
            read of each row, and not of all berths together.
    """
    _refuse_sets_as_rows(node, tokens)
    own = context.tables.get(rule.table)
    if own is None:
        return
    names = {column.name.lower(): column.name for column in own.columns}
    for part in node.walk():
        leaf = part.children[0] if part.symbol == "cell" and len(part.children) == 1 else None
        if leaf is None or leaf.symbol != "column" or not isinstance(leaf.meaning, Cell):
            continue
        spelled = tokens[leaf.start].low if leaf.end == leaf.start + 1 else ""
        exact, meant = names.get(spelled, ""), leaf.meaning.column
        if exact and exact != meant and context.column(rule.table, meant) is None:
            raise Misfit(f"{spelled!r} is a column of {rule.table}, and {meant!r} is another one")


def _refuse_sets_as_rows(node: Node, tokens: Sequence[Token]) -> None:
    """The berths in both tables may be a row's and its owner's, or all that there are in each."""
    for part in node.walk():
        if not any(child.symbol == "_through_both" for child in part.children):
            continue
        for leaf in part.walk():
            if leaf.symbol != "column" or not isinstance(leaf.meaning, Cell):
                continue
            spelled = tokens[leaf.end - 1].low
            if spelled.endswith("s") and not leaf.meaning.column.lower().endswith("s"):
                raise Misfit(f"{spelled!r} may be compared row by row, or as a list; say which")
