"""Words about headers as such: the names of columns, and what a name begins or ends with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Constant, Reads

_HEADS = frozenset({"column", "columns", "field", "fields", "header", "headers"})
_WITHIN = frozenset({"in", "within", "across", "throughout", "inside"})
_TABLE_WORDS = frozenset({"table", "file", "sheet", "list"})
_NAMES = frozenset({"name", "names"})


def about_headers(found: Sequence[Leaf], tokens: Sequence[Token]) -> Iterator[Leaf]:
    """The leaves but those that take "column names" for a column that is named like one.

    A column that is just called ``name`` may be meant where one is spoken of.
    """
    tables = {leaf.end for leaf in found if leaf.symbol == "table"}
    names = {str(leaf.meaning).lower() for leaf in found if leaf.symbol == "table"}
    for leaf in found:
        if leaf.start in tables and _is_table_word(leaf, tokens):
            continue
        if leaf.symbol == "column" and leaf.cost > 0 and _is_whole_table(leaf, tokens, names):
            continue
        words = [token.low for token in tokens[leaf.start : leaf.end]]
        before = tokens[leaf.start - 1].low if leaf.start else ""
        is_plural = words == ["names"] and before in _HEADS
        is_loose = words == ["name"] and before in _HEADS and leaf.cost > 0
        if leaf.symbol != "column" or not (is_plural or is_loose):
            yield leaf


def _is_whole_table(leaf: Leaf, tokens: Sequence[Token], names: set[str]) -> bool:
    """Only once in orders: in the table of that name, and not in each order."""
    word = tokens[leaf.start].low
    is_one = leaf.end == leaf.start + 1 and word in names and word.endswith("s")
    return is_one and leaf.start > 0 and tokens[leaf.start - 1].low in _WITHIN


def _is_table_word(leaf: Leaf, tokens: Sequence[Token]) -> bool:
    """The products table: no product of the category "table"."""
    is_one = leaf.end == leaf.start + 1 and tokens[leaf.start].low in _TABLE_WORDS
    return is_one and not leaf.symbol.startswith("=")


def affixes(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Leaf]:
    """``_id``: the end of a header, or its start; where one table is at hand."""
    if len(lexicon.tables) != 1:
        return
    for at, token in enumerate(tokens):
        is_end = token.text[:1] == "_" or token.text[-1:] == "_"
        if token.shape == Shape.WORD and is_end and len(token.text) > 1:
            text = Constant(value=token.text, reads=Reads.TEXT)
            yield Leaf("affix", at, at + 1, text, 0.0, "part of a header")
