"""A number that is told again without its noun: 20 customers are promised. Flag more than 20."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_STOPS = frozenset({".", "!", ";", ":"})
_OPEN = (("or", "more"), ("or", "fewer"), ("or", "less"))
_BOUNDS = frozenset(
    {"than", "most", "least", "exactly", "over", "under", "of", "with", "has", "have"}
)


def with_counted_nouns(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the noun that the same number has in the sentence before."""
    places = [at for at in range(1, len(tokens)) if _stands_alone(tokens, at)]
    if len(places) != 1:
        return
    [bare] = places
    nouns = {stem(word) for words in lexicon.table_stems.values() for word in words[-1:]}
    told = [
        tokens[at + 1]
        for at in range(bare - 2)
        if tokens[at].text == tokens[bare].text and stem(tokens[at + 1].low) in nouns
    ]
    is_before = any(token.text in _STOPS for token in tokens[:bare])
    if len(told) == 1 and is_before:
        end = bare + 1 + (2 if _is_open(tokens, bare + 1) else 0)
        yield [*tokens[:end], told[0], *tokens[end:]]


def _is_open(tokens: Sequence[Token], at: int) -> bool:
    return tuple(token.low for token in tokens[at : at + 2]) in _OPEN


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """More than 20, at the end of the sentence; 20 or more."""
    if tokens[at].shape != Shape.NUMBER:
        return False
    end = at + 1 + (2 if _is_open(tokens, at + 1) else 0)
    is_last = end == len(tokens) or (tokens[end].text in (".", "!") and end + 1 == len(tokens))
    return is_last and (tokens[at - 1].low in _BOUNDS or end > at + 1)
