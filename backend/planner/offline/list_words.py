"""Words of English that are values where they stand in a list of values: day, night or weekend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.known_values import bare_text
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS

_JOINTS = frozenset({",", "or", "and", "/", "|"})
_COST = 1.6
_NO_VALUES = frozenset({
    "else", "otherwise", "others", "elsewhere", "nothing", "something", "anything", "empty",
    "blank", "missing", "unknown", "filled", "same", "above", "below", "neither", "nor", "so",
    "whose", "whom", "where", "unless", "except", "must", "should", "shall", "cannot", "because",
    "too", "also", "number", "numbers", "integer", "text", "date", "word", "digit", "digits",
})  # fmt: skip


def list_word_leaves(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, grammar_words: frozenset[str]
) -> Iterator[Leaf]:
    """A word of the grammar as a text: beside it in the list stands a value of the data."""
    token = tokens[at]
    is_candidate = token.shape == Shape.WORD and token.low in grammar_words
    if not is_candidate or token.low in FUNCTION_WORDS | _NO_VALUES | {*lexicon.values}:
        return
    members = [tokens[place].low for place in (*_along(tokens, at, -1), *_along(tokens, at, 1))]
    if any(low in lexicon.values for low in members):
        yield Leaf("bare", at, at + 1, bare_text(token.text), _COST, "text")


def _along(tokens: Sequence[Token], at: int, way: int) -> Iterator[int]:
    """The places of the list's other members on one side."""
    place = at
    while True:
        place += way
        joints = 0
        while 0 <= place < len(tokens) and tokens[place].low in _JOINTS and joints < 2:
            place, joints = place + way, joints + 1
        if joints == 0 or not 0 <= place < len(tokens) or tokens[place].shape != Shape.WORD:
            return
        yield place
