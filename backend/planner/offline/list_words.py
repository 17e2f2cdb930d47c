"""Words of English that are values where they stand in a list of values: day, night or weekend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.known_values import bare_text
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS

_ARTICLES = frozenset({"the", "a", "an"})
_WORDS = frozenset({"word", "article", "prefix", "text", "letters", "letter"})
_JOINTS = frozenset({",", "or", "and", "/", "|"})
_COST = 1.6
_OF_KEYS = 0.3
_KEYS_WORDS = frozenset({"keys", "fields", "properties", "members"})
_KEY_WORDS = _KEYS_WORDS | {"key", "property", "member", "field"}
_NO_KEYS = frozenset({
    "that", "which", "whose", "with", "holding", "containing", "must", "has", "is", "are", "of",
    "in", "for", "to", "holds", "value", "values", "called", "named", "present", "missing",
    "string", "object", "array", "list", "text", "number",
})  # fmt: skip
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
    if _is_word_told(tokens, at):
        yield Leaf("bare", at, at + 1, bare_text(token.text), _OF_KEYS, "text")
        return
    if _is_key_name(tokens, at):
        yield Leaf("bare", at, at + 1, bare_text(token.text), _OF_KEYS, "key")
        return
    is_candidate = token.shape == Shape.WORD and token.low in grammar_words
    if not is_candidate or token.low in FUNCTION_WORDS | _NO_VALUES | {*lexicon.values}:
        return
    members = [tokens[place].low for place in (*_along(tokens, at, -1), *_along(tokens, at, 1))]
    if any(low in lexicon.values for low in members):
        yield Leaf("bare", at, at + 1, bare_text(token.text), _COST, "text")


def _is_word_told(tokens: Sequence[Token], at: int) -> bool:
    """Begin with the word The, start with An: an article with a capital, where a text is told."""
    token = tokens[at]
    if _is_the_word(tokens, at):
        return True
    if token.low not in _ARTICLES or not token.text[0].isupper() or at < 2:
        return False
    before, behind = tokens[at - 1].low, tokens[at + 1 : at + 2]
    is_last = not behind or behind[0].shape == Shape.SIGN
    is_edge = before == "with" and tokens[at - 2].low.startswith(("start", "begin", "end"))
    return before in _WORDS or (is_edge and is_last)


def _is_the_word(tokens: Sequence[Token], at: int) -> bool:
    """Must contain the word file: whatever the word means elsewhere."""
    before = [token.low for token in tokens[max(at - 2, 0) : at]]
    follows = tokens[at + 1].low if at + 1 < len(tokens) else "."
    is_led = before in (["the", "word"], ["a", "word"], ["the", "term"])
    is_word = tokens[at].shape == Shape.WORD and tokens[at].low not in FUNCTION_WORDS
    return is_led and is_word and follows in (".", "!", "?", ";", ",", ")", "in", "must", "should")


def _is_key_name(tokens: Sequence[Token], at: int) -> bool:
    """Behind "a key", in a sentence on JSON: the word is its name; so with "the keys a and b"."""
    if all(token.low != "json" for token in tokens) or not _may_name(tokens[at]):
        return False
    before = [token.low for token in tokens[:at]]
    while before and before[-1] in ("called", "named"):
        before.pop()
    if before[-1:] and before[-1] in _KEY_WORDS:
        return True
    place = at
    while place > 1 and tokens[place - 1].low in (",", "and"):
        place -= 1 + (tokens[place - 2].low == ",")
        place -= 1
        if place < 1 or not _may_name(tokens[place]):
            return False
        if tokens[place - 1].low in _KEYS_WORDS:
            return True
    return False


def _may_name(token: Token) -> bool:
    is_word = token.shape == Shape.WORD and token.low not in FUNCTION_WORDS | _NO_KEYS
    return is_word and token.low not in _KEY_WORDS


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
