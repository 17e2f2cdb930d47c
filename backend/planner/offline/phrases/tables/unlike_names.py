"""Phrases for two tables that are reconciled by what each calls by a name of its own.

Reconcile total of orders with amount of invoices by order_id.
"""

from __future__ import annotations

from typing import Any

from backend.rules.differing_rows import DifferingRows
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
Pairs = tuple[tuple[Cell, Cell], ...]


@phrase("told_there", "<cell>")
@phrase("told_there", "<cell> (of|in|from) <table>", "<table> 's <cell>", "<table> <cell>")
def told_there(*parts: Any) -> Cell | None:
    """Total of orders."""
    cell = next(part for part in parts if not isinstance(part, str))
    table = next((part for part in parts if isinstance(part, str)), "")
    if not isinstance(cell, Cell) or (table and cell.table not in ("", table)):
        return None
    return Cell(table=table or cell.table, column=cell.column)


@phrase("unlike_pair", "<told_there> (with|to|against|and) <told_there>")
def unlike_pair(mine: Cell, theirs: Cell) -> Pairs:
    """Total of orders with amount of invoices."""
    return ((mine, theirs),)


@phrase(
    "unlike_key",
    "(by|on|over|via|using|[,] matching) <told_there> (=|equals) <told_there>",
    "(where|joining|joined on|matched on) <told_there> (equals|=) <told_there>",
)
def unlike_key(mine: Cell, theirs: Cell) -> Pairs:
    """Where order_no equals order_id."""
    return ((mine, theirs),)


@phrase(
    "unlike_key",
    "(by|on|over|via|using|joining|matched on|matched by|[,] matching) <told_there> (and|with|to) <told_there>",
)
def key_of_each(mine: Cell, theirs: Cell) -> Pairs | None:
    """By order_no of sent and order_id of received; bare, both could be the key of either."""
    return ((mine, theirs),) if mine.table and theirs.table else None


@phrase("pair_key", "<match_key>")
def pair_key(key: tuple[str, tuple[str, ...]]) -> Pairs:
    """By order_id."""
    cells = [Cell(table="", column=name) for name in key[1]]
    return tuple((cell, cell) for cell in cells)


phrase("pair_key", "<unlike_key>")(lambda found: found)


def _rule(
    keys: Pairs, columns: Pairs, tables: tuple[str, str] = ("", ""), *, missing: bool = True
) -> Statement | None:
    """The tables are those that the sentence names, the first one first."""
    named = [{pair[side].table for pair in (*keys, *columns)} - {""} for side in (0, 1)]
    left, right = (
        next(iter(found)) if len(found) == 1 and not table else table
        for found, table in zip(named, tables, strict=True)
    )
    is_clear = all(found <= {table} for found, table in zip(named, (left, right), strict=True))
    if not is_clear or not left or not right or left == right:
        return None
    pairs = [(mine.column, theirs.column) for mine, theirs in (*keys, *columns)]
    names = [mine for mine, _ in pairs]
    if len({*names}) < len(names) or len({theirs for _, theirs in pairs}) < len(names):
        return None
    rule = DifferingRows(
        table=left,
        other=right,
        keys=tuple(names[: len(keys)]),
        columns=tuple(names[len(keys) :]),
        missing=missing,
        there=tuple(pair for pair in pairs if pair[0] != pair[1]),
    )
    return Statement(rule=rule)


@phrase(
    "stmt",
    "_reconcile <unlike_pair> <pair_key>",
    "<told_there> _must reconcile (with|to|against) <told_there> <pair_key>",
    "<told_there> and <told_there> _must reconcile <pair_key>",
    cost=0.03,
)
def reconciled_pair(*parts: Any) -> Statement | None:
    """Reconcile total of orders with amount of invoices by order_id."""
    *pair, keys = parts
    return _rule(keys, pair[0] if len(pair) == 1 else ((pair[0], pair[1]),))


@phrase(
    "stmt",
    "_reconcile <two_tables> <pair_key> [:|,|;] <told_there> _must (equal|match|agree with|be equal to|be the same as) <told_there>",
    "_reconcile <two_tables> <pair_key> [,] (comparing|matching|on) <told_there> (with|to|against|and) <told_there>",
    cost=0.03,
)
def reconciled_tables(
    tables: tuple[str, str, str], keys: Pairs, mine: Cell, theirs: Cell
) -> Statement | None:
    """Reconcile orders with invoices by order_id: total must equal amount."""
    return _rule(keys, ((mine, theirs),), tables[1:])


@phrase("stmt", "_reconcile <two_tables> <unlike_key>", cost=0.03)
def reconciled_by(tables: tuple[str, str, str], keys: Pairs) -> Statement | None:
    """Reconcile sent with received by order_no and order_id."""
    return _rule(keys, (), tables[1:])
