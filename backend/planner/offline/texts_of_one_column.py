"""A text by what it is called, which is a part of one column's cells: with the title 'Dr.'.

A text in quotes that is no cell by itself, and stands within several cells of one column and in
none of another, is told of that column, as "with 'Dr.' in the name" would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_in_brackets import is_new
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of

_WITH = frozenset({"with", "has", "have", "having", "carrying", "carries", "carry"})
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NOUNS = frozenset({
    "text", "word", "value", "prefix", "suffix", "ending", "beginning", "letter", "letters", "sign",
    "character", "string", "pattern", "format", "length", "code", "initial", "header", "column",
})  # fmt: skip
"""What tells of signs, or where they stand."""
_SHORTEST, _FEWEST = 2, 2


def with_texts_placed(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the column that holds the text told behind it."""
    told, changed = list(tokens), False
    for at in range(len(tokens) - 2, 1, -1):
        start = _start(tokens, at, lexicon)
        column = None if start is None else _holder(tokens[at].text, lexicon)
        if start is None or column is None or tokens[at + 1].low in ("in", "at", "as"):
            continue
        inside = [_word(tokens[at - 1], low) for low in ("in", column)]
        told[start : at + 1] = [tokens[at], *inside]
        changed = True
    if changed:
        yield told


def _start(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where "the title" begins, behind "with" and before a text in quotes."""
    noun = tokens[at - 1]
    is_text = tokens[at].shape == Shape.QUOTED and len(tokens[at].text) >= _SHORTEST
    is_noun = noun.shape == Shape.WORD and noun.low not in _NO_NOUNS and is_new(noun.low, lexicon)
    if not is_text or not is_noun or any(lexicon.column_links(noun.text, stems_of(noun.text))):
        return None
    start = at - 1 - (tokens[at - 2].low in _ARTICLES)
    return start if start > 0 and tokens[start - 1].low in _WITH else None


def _holder(text: str, lexicon: Lexicon) -> str | None:
    """The one column whose cells hold a text, some of them and none of them alone."""
    texts = [each for each in lexicon.columns if each.column.type == ColumnType.TEXT]
    holders = [
        named.column.name
        for named in texts
        if sum(text in value for value in named.column.values) >= _FEWEST
    ]
    is_known = all(named.column.values for named in texts) and len(lexicon.tables) == 1
    is_cell = any(text.lower() == value.lower() for n in texts for value in n.column.values)
    others = [n for n in texts if any(text.lower() in v.lower() for v in n.column.values)]
    return holders[0] if is_known and not is_cell and len(holders) == len(others) == 1 else None


def _word(token: Token, word: str) -> Token:
    return token._replace(text=word, low=word.lower(), shape=Shape.WORD)
