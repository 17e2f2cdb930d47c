"""A preposition said twice over a choice: starts with a letter or with a digit; in A or in B."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_PREPOSITIONS = frozenset({"with", "in", "from", "of", "by", "at", "on", "to", "between"})
_JOINS = frozenset({"or"})
_STOPS = frozenset({".", ";", ":", "?", "!", "(", ")"})
_VERBS = frozenset({
    "is", "are", "must", "may", "should", "can", "has", "have", "where", "if", "when", "that",
    "who", "which", "whose", "and", "not", "no",
})  # fmt: skip
"""What begins something else between the two, as another preposition does."""
_LONGEST = 9


def without_second_preposition(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentence without the second of two like prepositions, each before one of the options."""
    told = list(tokens)
    for at in range(len(tokens) - 2, 1, -1):
        if _is_second(told, at):
            del told[at]
    if len(told) < len(tokens):
        yield told


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """Whether it stands behind "or", and the same one before what that joins."""
    low = tokens[at].low
    if low not in _PREPOSITIONS or tokens[at - 1].low not in _JOINS:
        return False
    if tokens[at].shape != Shape.WORD:
        return False
    for before in range(at - 2, max(at - 2 - _LONGEST, -1), -1):
        word = tokens[before]
        if word.low == low:
            return True
        if word.low in _VERBS | _PREPOSITIONS or word.text in _STOPS:
            return False
    return False
