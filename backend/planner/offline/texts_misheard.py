"""Words about texts that a reading takes for others: "a two-letter path", "the number in code"."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token

_SIZED = frozenset({"letter", "digit", "character", "sign"})
_WITHIN = frozenset({"in", "within", "inside"})


def refuse_misheard_texts(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no noun for a text, and no column for the rows it is in.

    Raises:
        Misfit: "a two-letter path" as two letters before "path"; or "the number in code" as a
            number of the rows, where the column's own text may be meant.
    """
    for part in node.walk():
        if part.symbol == "pieces" and len(part.children) > 1:
            _refuse_noun_behind_size(part, tokens)
        if part.symbol == "keynoun" and part.start:
            _refuse_column_as_rows(part, context, tokens)


def _refuse_noun_behind_size(part: Node, tokens: Sequence[Token]) -> None:
    before, behind = part.children[0], part.children[-1]
    word = tokens[behind.start]
    is_sized = before.end == behind.start and tokens[before.end - 1].low in _SIZED
    is_counted = before.end - before.start > 1 and tokens[before.end - 2].low not in ("a", "one")
    if is_sized and is_counted and word.text.isalpha() and word.low not in _SIZED:
        raise Misfit(f"{word.text!r} is told of its letters, and may be no text by itself")


def _refuse_column_as_rows(part: Node, context: Context, tokens: Sequence[Token]) -> None:
    named = tokens[part.start].low
    if part.end - part.start > 1 or tokens[part.start - 1].low not in _WITHIN:
        return
    for table in context.tables.values():
        for column in table.columns:
            if column.name.lower() == named and column.reads_as == ColumnType.TEXT:
                raise Misfit(f"'in {named}' may be in the text of {column.name}, or in its rows")
