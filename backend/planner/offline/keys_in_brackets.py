"""Brackets that tell what a column leads to: capital (a city ID), boss (the id of a clerk)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS
from backend.rules.language.terms import Cell, Exists, Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ARTICLES = frozenset({"a", "an", "the", "="})
_SURE = 1.15


def key_in_brackets(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where "(a city ID)" ends, and whether a rule follows the column before it to that table."""
    if at >= len(tokens):
        return None
    end = next((place for place in range(at, len(tokens)) if tokens[place].text == ")"), at)
    inner = range(at + (tokens[at].low in _ARTICLES), end)
    tables = _tables(inner, tokens, found)
    before = [leaf for leaf in found if is_surely_column(leaf) and leaf.end < at]
    last = max((leaf.end for leaf in before), default=0)
    named = [leaf.meaning for leaf in before if leaf.end == last]
    mine = {cell.column for cell in named if isinstance(cell, Cell)}
    if len(tables) != 1 or len(mine) != 1:
        return None
    [table], [column] = tables, mine
    return end + 1, lambda rule: _leads_there(rule, column, table)


def _tables(inner: range, tokens: Sequence[Token], found: Sequence[Leaf]) -> set[str]:
    """The table of "city ID" or of "ID of a city", and of nothing that tells more."""
    lows = [tokens[at].low for at in inner]
    if len(lows) > 1 and lows[-1] in ID_WORDS:
        inner = inner[:-1]
    elif len(lows) > 2 and lows[0] in ID_WORDS and lows[1] in ("of", "in"):
        inner = inner[2 + (lows[2] in _ARTICLES) :]
    else:
        return set()
    named = [leaf for leaf in found if leaf.symbol in ("table", "keynoun") and leaf.cost < _SURE]
    return {str(leaf.meaning) for leaf in named if range(leaf.start, leaf.end) == inner}


def _leads_there(rule: Rule, column: str, table: str) -> bool:
    led = [part for part in walk(rule) if isinstance(part, Exists | Lookup) and part.table == table]
    return any(column in pair for part in led for pair in part.keys)
