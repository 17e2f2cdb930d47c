"""The two tables of a check by their names, where it speaks of both tables.

A sentence that has no reading is read again with "sent and received" in place of "both tables". It
is only done where two tables are at hand, and neither is named in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token

_TABLES = frozenset({"tables", "files", "datasets", "sheets"})
_TWO = (
    ("both", "of", "the"),
    ("both", "the"),
    ("the", "two"),
    ("these", "two"),
    ("both",),
    ("the", "both"),
)


def with_tables_named(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the two tables in place of the words for both."""
    names = list(lexicon.tables)
    lows = [token.low for token in tokens]
    if len(names) != 2 or {name.lower() for name in names} & set(lows):
        return
    places = [at for at, low in enumerate(lows) if low in _TABLES]
    if len(places) != 1:
        return
    [end] = places
    for words in _TWO:
        start = end - len(words)
        if start >= 0 and tuple(lows[start:end]) == words:
            yield _named(tokens, start, end, names)
            yield _named(tokens, start, end, names, both=True)
            return


def _named(
    tokens: Sequence[Token], start: int, end: int, names: Sequence[str], *, both: bool = False
) -> list[Token]:
    first, second = names
    here = tokens[end]
    words = (["both"] if both else []) + [first, "and", second]
    told = [here._replace(text=word, low=word.lower(), shape=Shape.WORD) for word in words]
    return [*tokens[:start], *told, *tokens[end + 1 :]]
