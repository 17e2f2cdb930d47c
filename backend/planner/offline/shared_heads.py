"""Headers that share their last words: the scheduled or the actual departure time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import parts_of, stem
from backend.rules.language.terms import Cell

_JOINS = frozenset({"and", "or", "nor", "than"})
_THE = frozenset({"the", "a", "an", "its", "their"})
_PLAIN = 1.0
"""Up to what cost words name a column by themselves."""
_COST = 0.3
_LONGEST = 3


def shared_head_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column of the first word, where what it is of is said of the second one alone.

    Both must be columns once the last words stand behind each, and the first word is no column
    by itself.
    """
    if (
        start + 3 >= len(tokens)
        or tokens[start + 1].low not in _JOINS
        or not _is_word(tokens[start])
    ):
        return
    second = start + 2 + (tokens[start + 2].low in _THE)
    if _columns(tokens[start : start + 1], lexicon):
        return
    for end in range(min(len(tokens), second + 1 + _LONGEST), second + 1, -1):
        other = _columns(tokens[second:end], lexicon)
        mine = _columns([tokens[start], *tokens[second + 1 : end]], lexicon)
        if len(mine) == len(other) == 1 and mine != other:
            cell = Cell(table="", column=mine.pop())
            yield Leaf("column", start, start + 1, cell, _COST, f"column {cell.column}")
            return


def _is_word(token: Token) -> bool:
    return token.shape == Shape.WORD


def _columns(span: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """The columns that these words name, as well as any words do."""
    if not all(map(_is_word, span)):
        return set()
    stems = tuple(stem(part) for token in span for part in parts_of(token.text))
    links = lexicon.column_links(" ".join(token.text for token in span), stems)
    best = min((cost for _, cost in links), default=_PLAIN)
    return {named.column.name for named, cost in links if cost == best < _PLAIN}
