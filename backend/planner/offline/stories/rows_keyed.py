"""The key by which a motto calls its rows: "we never let a lot go too cheaply: …", of lots.

Such a word names rows and no cell, so that the rule behind the colon need not read the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.words import OF_EVERY
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import parts_of, stem
from backend.rules.language.terms import Cell


def with_rows_for_keys(
    leaves: Iterable[Leaf], tokens: Sequence[Token], lexicon: Lexicon
) -> Iterator[Leaf]:
    """The leaves, a key that the only table is called by as the rows of that table.

    What a motto says of every one of them tells none apart, so that it names nothing.
    """
    for leaf in leaves:
        if _is_of_all(leaf, tokens, lexicon):
            continue
        is_key = leaf.symbol == "column" and _calls_rows(leaf, lexicon)
        is_key = is_key and _is_before_colon(tokens[leaf.end :])
        yield leaf._replace(symbol="keynoun", meaning=_only(lexicon)) if is_key else leaf


def _is_of_all(leaf: Leaf, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """We must be able to reach every lead: …"""
    is_every = leaf.start > 0 and tokens[leaf.start - 1].low in OF_EVERY
    is_rows = leaf.symbol in ("table", "keynoun") and len(lexicon.tables) == 1
    is_rows = is_rows or (leaf.symbol == "column" and _calls_rows(leaf, lexicon))
    is_alone = leaf.end < len(tokens) and tokens[leaf.end].text == ":"
    return is_every and is_rows and is_alone


def _is_before_colon(tokens: Sequence[Token]) -> bool:
    signs = (token.text for token in tokens if token.text in (".", ";", "!", "?", ":"))
    return next(signs, "") == ":"


def _only(lexicon: Lexicon) -> str:
    return next(iter(lexicon.tables))


def _calls_rows(leaf: Leaf, lexicon: Lexicon) -> bool:
    """Whether the column numbers the rows, and is called as the table calls them."""
    if len(lexicon.tables) != 1 or not isinstance(leaf.meaning, Cell):
        return False
    table = _only(lexicon)
    first = lexicon.tables[table].columns[0]
    words = {stem(part) for part in parts_of(table)}
    return first.unique and first.name == leaf.meaning.column and stem(first.name.lower()) in words
