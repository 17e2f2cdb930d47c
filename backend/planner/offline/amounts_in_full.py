"""Words for an amount that is told in full behind them: the worth of the goods, which is A * B."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, stem

_BEFORE = frozenset({
    "than", "exceed", "exceeds", "equal", "equals", "least", "most", "above", "below", "under",
    "over", "match", "matches", "be", "is", "to", "reach",
})  # fmt: skip
_ARTICLES = frozenset({"the", "its", "their", "his", "her", "our"})
_LINKS = frozenset({"of", "on", "in", "for", "from", "a", "an", *_ARTICLES})
_NARROWING = frozenset({
    "previous", "next", "last", "first", "former", "earlier", "later", "same", "other", "another",
    "half", "twice", "double", "third", "average", "mean", "median", "largest", "smallest",
    "highest", "lowest", "maximum", "minimum", "biggest", "most", "least", "every", "each", "all",
    "any", "some", "both", "either", "open", "paid", "unpaid", "new", "old", "current",
    "different", "opposite",
})  # fmt: skip
"""What tells more, or other rows, than the clause behind may say."""
_IN_FULL = (("which", "is"), ("i.e.",), ("that", "is"), ("namely",), ("meaning",), ("being",))
_MOST = 9


def amount_in_full(
    tokens: Sequence[Token], start: int, lexicon: Lexicon, is_loose: Callable[[Token], bool]
) -> Iterator[Leaf]:
    """The value of the goods on the order, which is: up to where the amount itself begins."""
    if tokens[start].low not in _ARTICLES or not start or tokens[start - 1].low not in _BEFORE:
        return
    named = {each for stems in lexicon.table_stems.values() for each in stems}
    for end in range(start + 1, min(start + 1 + _MOST, len(tokens) - 2)):
        token = tokens[end]
        if token.text == "," and token.shape == Shape.SIGN:
            yield from _told_behind(tokens, start, end)
            return
        is_head = end == start + 1
        is_owner = stem(token.low) in named and not is_head
        is_noun = is_owner or (token.low not in FUNCTION_WORDS and is_loose(token))
        if token.low in _NARROWING or not (is_noun or (token.low in _LINKS and not is_head)):
            return


def _told_behind(tokens: Sequence[Token], start: int, at: int) -> Iterator[Leaf]:
    lows = tuple(token.low for token in tokens[at + 1 : at + 3])
    past = next((len(words) for words in _IN_FULL if lows[: len(words)] == words), 0)
    if past and at > start + 1 and tokens[at - 1].low not in _LINKS:
        past += at + 1 + past < len(tokens) and tokens[at + 1 + past].text == ","
        yield Leaf("_amount_in_full", start, at + 1 + past, True, 0.3, "told in full behind it")
