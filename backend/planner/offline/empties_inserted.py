"""Remarks on empty cells inside a sentence: the mean age, blanks left out, must be above 30."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.empties_clauses import tell
from backend.planner.offline.tokens import Shape, Token

_CLOSING = {",": ",", "(": ")", "\u2013": "\u2013", "-": "-", "\u2014": "\u2014"}
_LONGEST = 12
_AND = frozenset({"and", "but", "while"})
_MUST = frozenset({"must", "should", "shall", "may", "has", "have", "needs", "need"})
_GIVEN = re.compile(
    r"(?:if|when|where|wherever|whenever|as far as|provided|in so far as)"
    r"(?: it is| they are| it was)? (?:given|filled|filled in|present|known|available"
    r"|recorded|set|there|any|not empty|not blank|entered|stated|provided)"
    r"|(?:if|when|where|wherever) there (?:is|are) (?:one|any|a value|some)"
)
_CASELESS = re.compile(
    r"(?:ignoring|disregarding|regardless of|irrespective of|without regard to|not counting)"
    r" (?:the )?(?:letter )?case|(?:letter )?case (?:being )?(?:ignored|disregarded|aside)"
    r"|(?:ignoring|regardless of|irrespective of) upper and lower case|in (?:any|either) case"
)


def moved_behind(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentence with such a remark told behind it; nothing where none stands inside it."""
    for start, token in enumerate(tokens):
        closing = _CLOSING.get(token.text) if token.shape == Shape.SIGN else None
        if not start or closing is None or _is_in_a_field(tokens[:start]):
            continue
        end = _end(tokens, start, closing)
        last = _end_of_sentence(tokens, end + 1) if end else 0
        if not end or last <= end + 1:
            continue
        told = tokens[start + 1 : end]
        behind = [each.low for each in tokens[end + 1 : last]]
        if _spares(words := " ".join(each.low for each in told)):
            if _CASELESS.fullmatch(words) and behind[0] in _AND and not _MUST.isdisjoint(behind):
                return  # of the part before it alone
            stop = token._replace(text=";", low=";", shape=Shape.SIGN)
            yield [*tokens[:start], *tokens[end + 1 : last], stop, *told, *tokens[last:]]


def _is_in_a_field(before: Sequence[Token]) -> bool:
    """Whether it may be a field of a JSON object that is given or not, rather than the cell."""
    words = {token.low for token in before}
    is_quoted = any(token.shape == Shape.QUOTED for token in before)
    return "json" in words or (is_quoted and bool(words & {"field", "key", "property"}))


def _spares(words: str) -> bool:
    """Whether these words forgive empty cells or letter case, or leave them out."""
    said = tell(words)
    if _CASELESS.fullmatch(words) is not None:
        return True
    return _GIVEN.fullmatch(words) is not None or (said is not None and said.polarity != "bad")


def _end(tokens: Sequence[Token], start: int, closing: str) -> int:
    """Where the same sign, or the closing bracket, follows; 0 where none does soon."""
    for at in range(start + 2, min(len(tokens), start + _LONGEST)):
        if tokens[at].text == closing and tokens[at].shape == Shape.SIGN:
            return at
    return 0


def _end_of_sentence(tokens: Sequence[Token], start: int) -> int:
    """The place of the sign that ends the sentence."""
    for at in range(start, len(tokens)):
        if tokens[at].text in (".", "?", "!", ";") and tokens[at].shape == Shape.SIGN:
            return at
    return len(tokens)
