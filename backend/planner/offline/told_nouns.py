"""A noun that a later sentence takes up: field agents must …; flag the agents that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_STOPS = frozenset({".", ";", "!", "?", ":"})
_LONGEST = 4


def told_noun_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The last word of a value of several words, behind the sentence that tells it in full."""
    if tokens[at].shape != Shape.WORD or not tokens[at - 1].low.isalpha() or at < 4:
        return
    stop = max((place for place in range(at) if tokens[place].text in _STOPS), default=0)
    noun = stem(tokens[at].low)
    is_header = noun in {stem(word) for word in lexicon.header_words}
    if is_header or any(noun in words for words in lexicon.table_stems.values()):
        return
    if any(_is_told(tokens, end, noun, lexicon) for end in range(2, stop + 1)):
        yield Leaf("told_noun", at, at + 1, True, 0.2)


def _is_told(tokens: Sequence[Token], end: int, noun: str, lexicon: Lexicon) -> bool:
    """Whether a value of several words ends here with the noun, in one number or the other."""
    if stem(tokens[end - 1].low) != noun:
        return False
    for start in range(max(end - _LONGEST, 0), end - 1):
        before = " ".join(token.low for token in tokens[start : end - 1])
        if {f"{before} {tokens[end - 1].low}", f"{before} {noun}"} & set(lexicon.values):
            return True
    return False
