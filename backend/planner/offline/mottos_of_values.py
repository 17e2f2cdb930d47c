"""Mottos about a value that the rule names itself: A sour plum is tart: where kind contains …

What such a motto says of the value is a word that names nothing in the tables; it only tells why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, NUMBER_WORDS, stem, stems_of

_ARTICLES = frozenset({"a", "an", "the", "every", "each", "all", "any", "our"})
_ARE = frozenset({"is", "are"})
_DEGREES = frozenset({"very", "quite", "rather", "really", "always", "so"})
_OF_RULES = frozenset({
    "filled", "empty", "missing", "blank", "unique", "valid", "required", "mandatory", "optional",
    "allowed", "wrong", "positive", "negative", "numeric", "unknown", "forbidden", "excluded",
    "exempt", "fine", "known", "given", "different", "equal", "constant",
})  # fmt: skip
_STOPS = frozenset({":", ".", ";"})
_MOST = 8


def without_motto(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The rule alone, behind a motto about the value that it holds in quotes."""
    stop = next((at for at, token in enumerate(tokens[:_MOST]) if token.text in _STOPS), 0)
    head, rule = [*tokens[:stop]], [*tokens[stop + 1 :]]
    if head and head[0].low in _ARTICLES:
        head = head[1:]
    texts = [stems_of(token.text) for token in rule if token.shape == Shape.QUOTED]
    for size in range(len(head) - 2, 0, -1):
        named = tuple(stem(token.low) for token in head[:size])
        if named in texts and _is_said(head[size:], lexicon):
            yield rule
            return


def _is_said(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Is strong, are very bitter: one word that is no column, no value, no number and no fault."""
    told = [token for token in words[1:] if token.low not in _DEGREES]
    is_one = len(told) == 1 and told[0].shape == Shape.WORD and told[0].low.isalpha()
    if not is_one or words[0].low not in _ARE:
        return False
    low = told[0].low
    known = {part for each in lexicon.columns for part in each.stems} | {*lexicon.values}
    return not {low, stem(low)} & (known | FUNCTION_WORDS | {*NUMBER_WORDS} | _OF_RULES)
