"""Items of a cell that were taken for whole cells: the items in tags, where a cell is "red,new"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ITEMS = frozenset({"item", "entry", "element", "part", "piece", "member", "component", "token"})
_IDLE = frozenset({"the", "a", "an", "each", "every", "its"})
_OF = frozenset({"of", "in", "within", "inside"})
_SEVERAL = re.compile(r"[^\s,;|]\s*[,;|]\s*[^\s,;|]")
_WORDS = re.compile(r"[^\s,;|]+(?:[,;|] ?[^\s,;|]+)+")
"""Single words and signs between them: no sentence with a comma."""


def refuse_cells_as_items(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a cell is one item.

    Raises:
        Misfit: the cells of the column hold several items, or too many texts to tell.
    """
    if any(part.symbol == "split_cell" for part in node.walk()):
        return
    names = {part.column for part in walk(rule) if isinstance(part, Cell)}
    names |= {column for _, column in rule.reads()}
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        column = context.column(rule.table, part.meaning.column)
        noun = _noun(part, [token.low for token in tokens])
        if column is not None and column.name in names and noun and _holds_several(column, noun):
            raise Misfit(
                f"a cell of {column.name} holds several of them: name {column.name} alone if whole "
                f"cells are meant, or write 'each part of {column.name}, split by commas, must …'"
            )


def _noun(part: Node, words: Sequence[str]) -> str:
    """The items in tags, the tags items: the noun, if it is one for what a cell holds."""
    before = [word for word in words[max(0, part.start - 3) : part.start] if word not in _IDLE]
    found = [stem(before[-2])] if len(before) > 1 and before[-1] in _OF else []
    found += [stem(word) for word in words[part.end : part.end + 1]]
    return next((noun for noun in found if noun in _ITEMS), "")


def _holds_several(column: Column, noun: str) -> bool:
    """Whether signs between words tell its cells apart; an entry is a cell unless they do."""
    if column.type != ColumnType.TEXT:
        return False
    if noun == "entry":
        return any(map(_WORDS.fullmatch, column.values))
    return not column.values or any(map(_SEVERAL.search, column.values))
