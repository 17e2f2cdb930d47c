"""Keys of other rows, and deeds that a column tells of: no conditions of the row at hand."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, deed, root, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_OTHERS = frozenset({"of", "where", "whose", "that", "who"})
_BEFORE_DEEDS = frozenset({"never", "been", "once", "ever"})
_NEAR, _FAR = 3, 5


def refuse_keys_of_some(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is told of the row that a key leads to narrows no other rows.

    Raises:
        Misfit: "boss_id must be the staff_id of a buyer" was read of the rows of buyers.
    """
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return
    for part in node.walk():
        cell = part.meaning if part.symbol in ("cell", "column") else None
        if not isinstance(cell, Cell) or part.start < 2 or part.end >= len(tokens):
            continue
        tables = [cell.table] if cell.table in context.tables else [*context.tables]
        columns = [context.column(table, cell.column) for table in tables]
        is_key = any(column is not None and column.unique for column in columns)
        before = {token.low for token in tokens[max(0, part.start - _FAR) : part.start]}
        if is_key and "be" in before and tokens[part.end].low in _OF_OTHERS:
            raise Misfit(
                f"whose {cell.column} it must be is not clear: say what the row must be that it "
                "leads to"
            )


def refuse_deeds_of_columns(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a deed that a column is named for is told by that column.

    Raises:
        Misfit: "orders that were never shipped" was read of orders without lines, beside a column
            shipped_on.
    """
    if not any(isinstance(part, Exists | Aggregate) for part in walk(rule)):
        return
    read = {name for _, name in rule.reads()}
    parents = [part for part in walk(rule) if isinstance(part, Exists)]
    doers = [
        part.table
        for part in parents
        if part.where is not None and any(isinstance(each, Exists) for each in walk(part.where))
    ]
    told = [context.tables[name] for name in (rule.table, *doers) if name in context.tables]
    for at, token in enumerate(tokens):
        near = {each.low for each in tokens[max(0, at - _NEAR) : at]}
        if not token.low.endswith(("ed", "en")) or not _BEFORE_DEEDS & near:
            continue
        done = deed(root(token.low))
        for column in (column for table in told for column in table.columns):
            header = stems_of(column.name)
            is_key = bool(ID_WORDS & {*header})
            if not is_key and column.name not in read and done == deed(root(header[0])):
                raise Misfit(f"whether it was {token.low} is told by {column.name}; name it")
