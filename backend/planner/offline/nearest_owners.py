"""Whose column it is: that of the noun right before "whose", where its table has such a column."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, Lookup, Missing, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import RowSet
from backend.rules.rule import Rule


def refuse_farther_owners(node: Node, context: Context) -> None:
    """Pass a reading in which "whose" goes with the noun right before it.

    Raises:
        Misfit: in "visits to a clinic whose city is Bonn" the city was taken for that of the visit,
            and clinics have one.
    """
    for part in node.walk():
        children = part.children
        if part.symbol != "rows" or len(children) != 2 or children[1].symbol != "rel":
            continue
        told = children[1].children
        if not told or told[0].symbol != "=whose" or not isinstance(part.meaning, RowSet):
            continue
        near, cell = _table_at_end(children[0]), _first_cell(children[1])
        if near in ("", part.meaning.table) or cell is None or cell.table not in ("", near):
            continue
        if context.column(near, cell.column) is not None:
            raise Misfit(f"whose {cell.column} it is goes with {near}, which stands before it")


def refuse_values_of_farther(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a value goes with the noun beside it: an office in the USA.

    Raises:
        Misfit: it was taken for a value of another table, though the noun's table holds it; or for
            one of the whole sentence, which is about other rows.
    """
    nouns = {part.end: part.meaning for part in node.walk() if part.symbol in ("table", "keynoun")}
    for parent in node.walk():
        for part in parent.children:
            told = part.meaning if part.symbol == "adjective" else None
            if not isinstance(told, Compare) or not isinstance(told.left, Cell):
                continue
            end = part.start
            while end and tokens[end - 1].low in _BETWEEN:
                end -= 1
            near = nouns.get(end)
            if not isinstance(near, str) or not _holds(near, told, context):
                continue
            if told.left.table not in ("", near):
                raise Misfit(f"{near} is told right before the value, and has a {told.left.column}")
            if parent.symbol == "stmt" and near != rule.table:
                raise Misfit(f"the value goes with {near}, which stands right before it")


def _holds(table: str, told: Compare, context: Context) -> bool:
    column = context.column(table, told.left.column) if isinstance(told.left, Cell) else None
    text = str(told.right.value) if isinstance(told.right, Constant) else ""
    return column is not None and text in column.values


_BETWEEN = frozenset({"in", "from", "of", "at", "with", "the", "a", "an"})
_ONE_ROW = frozenset({"that", "this", "another", "different", "same", "its", "their", "own"})
"""Words before a noun that stands for one row, and so for its key."""


def refuse_tables_as_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that compares columns with each other, and no table's name as one of them.

    Raises:
        Misfit: "the cities in clinics and visits must be the same" was read of the column visit_id.
    """
    must = rule.must if isinstance(rule, BrokenRows) else None
    if must is None:
        return
    compared = _compared(must)
    missing = {part.of for part in walk(must) if isinstance(part, Missing)}
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        named = " ".join(token.low for token in tokens[part.start : part.end])
        column, stems = part.meaning.column, stems_of(named)
        tables = [table for table in context.tables if stems_of(table) == stems]
        if not tables or stems_of(column) == stems:
            continue
        is_one_row = tokens[part.start - 1].low in _ONE_ROW if part.start else False
        if column in compared and not (is_one_row and len(compared) == 1):
            raise Misfit(f"{named!r} is a table, and no column")
        own = Cell(table=rule.table, column=column)
        if rule.table in tables and own in missing and named.endswith("s"):
            raise Misfit(f"{named!r} are rows, and not their {column}")


def _compared(must: Predicate) -> set[str]:
    """The columns of which one is compared with the other."""
    if not isinstance(must, Compare):
        return set()
    sides = [side for side in (must.left, must.right) if isinstance(side, Cell | Lookup)]
    return {side.column for side in sides} if len(sides) == 2 else set()


def _table_at_end(node: Node) -> str:
    """The table of the noun that ends the words of a part."""
    table = ""
    while True:
        if node.symbol in ("noun", "rows") and isinstance(node.meaning, RowSet):
            table = node.meaning.table
        if not node.children:
            return table if node.symbol in ("table", "keynoun") else ""
        node = node.children[-1]


def _first_cell(node: Node) -> Cell | None:
    return next((part.meaning for part in node.walk() if isinstance(part.meaning, Cell)), None)
