"""Words of a duty that the clause behind them says in full: may still be out, i.e. have no date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token

_BE = frozenset({"be", "is", "are", "was", "were"})
_STILL = frozenset({"still", "also", "yet", "already", "now"})
_NOT_BEFORE = frozenset({"not", "never", "there", "it", "that", "which", "this"})
_IN_FULL = (("i.e.",), ("i.e.", ","), ("that", "is"), ("that", "is", ","), ("meaning",))
_NARROWING = frozenset({
    "within", "by", "before", "after", "until", "till", "for", "at", "on", "from", "since",
    "during", "with", "per", "to", "of", "all", "both", "one", "some", "most", "more", "less",
    "fewer", "every", "each", "too", "very", "so", "as", "if", "when", "where", "same", "other",
    "another", "neither", "hardly", "barely", "nowhere", "nothing", "none",
    "open-ended", "endless", "undated",
})  # fmt: skip
"""What tells more than the clause behind may say: be back within a week, i.e. have a date."""
_MOST = 3


def duty_in_full(
    tokens: Sequence[Token], start: int, is_loose: Callable[[Token], bool]
) -> Iterator[Leaf]:
    """Be still out, i.e.: from the verb to where the clause begins that says it in full."""
    be = start + (tokens[start].low in _STILL)
    if be >= len(tokens) or tokens[be].low not in _BE or start == 0:
        return
    if tokens[start - 1].low in _NOT_BEFORE or tokens[start - 1].shape != Shape.WORD:
        return
    for end in range(be + 2, min(be + 2 + _MOST, len(tokens) - 1)):
        if tokens[end].text in (",", "("):
            inner = tokens[be + 1 : end]
            if all(word.low not in _NARROWING and is_loose(word) for word in inner):
                yield from _said_behind(tokens, start, end)
            return


def _said_behind(tokens: Sequence[Token], start: int, at: int) -> Iterator[Leaf]:
    lows = tuple(token.low for token in tokens[at + 1 : at + 4])
    past = max((len(words) for words in _IN_FULL if lows[: len(words)] == words), default=0)
    symbol = "_do_in_brackets" if tokens[at].text == "(" else "_do_in_full"
    if past or symbol == "_do_in_brackets":
        yield Leaf(symbol, start, at + 1 + past, True, 0.3, "said again behind it")
