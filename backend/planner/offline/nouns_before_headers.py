"""Nouns before the header that they introduce: the flag paid, the date sent_on, the code status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell

_DEEDS = frozenset({"flag", "list", "report", "mark", "show", "return", "find", "select", "catch"})
"""What is a command without an article."""
_NOUNS = frozenset({
    "flag", "mark", "marker", "code", "date", "timestamp", "indicator", "attribute", "variable",
    "measure", "feature", "amount", "number", "text", "string", "key", "identifier", "status",
    "height", "width", "length", "breadth", "thickness", "weight", "speed", "temperature",
    "humidity", "price", "cost", "size", "area", "volume", "distance", "score", "coordinate",
})  # fmt: skip
_ARTICLES = frozenset({"the", "our", "its"})
_COST = 0.1


def is_apposed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """The flag of "the flag paid is yes or no": a noun, and no command to flag what is paid."""
    if tokens[at].low not in _DEEDS or at == 0 or at + 1 == len(tokens):
        return False
    article = tokens[at - 1].low
    return article in (*_ARTICLES, "a", "an") and bool(_headed(tokens[at + 1], lexicon))


def apposed_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column behind a noun for its sort, which names nothing of the tables itself."""
    if tokens[start].low not in _NOUNS or start == 0 or start + 1 == len(tokens):
        return
    is_named = any(tokens[start].low in named.stems for named in lexicon.columns)
    if tokens[start - 1].low in _ARTICLES and not is_named | (tokens[start].low in lexicon.values):
        for column in _headed(tokens[start + 1], lexicon):
            cell = Cell(table="", column=column)
            yield Leaf("column", start, start + 2, cell, _COST, f"column {column}")


def _headed(token: Token, lexicon: Lexicon) -> set[str]:
    """The column whose header a word is to the letter."""
    held = {spelled for _, _, spelled in lexicon.values.get(token.low, ())}
    if token.shape != Shape.WORD or token.text in held:
        return set()
    return {named.column.name for named in lexicon.columns if named.column.name == token.text}
