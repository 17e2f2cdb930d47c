"""A value that the clause before names: nobody lives in Kiel, so every room of that town is empty.

A sentence that has no reading is read again with the column and its value in place of "that town".
Only one value of the column may have been named, so that nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.clauses import starts
from backend.planner.offline.stories.words import CONSEQUENCES
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of

_BEFORE = frozenset({"of", "in", "at", "from", "on", "with", "for", "under"})
_THAT = frozenset({"that", "this"})
_UNCLEAR = frozenset({
    "only", "except", "unless", "but", "other", "others", "another", "or", "either", "neither",
    "besides", "outside", "both", "not",
})  # fmt: skip
"""What may set the value apart from those that are meant."""
_CLEAR = 0.5
_LONGEST = 3


def with_named_value(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the value that was named before in place of "that town"."""
    places = [at for at in range(3, len(tokens) - 1) if tokens[at].low in _THAT]
    places = [at for at in places if tokens[at - 1].low in _BEFORE]
    end = _end_of_first(tokens)
    if len(places) != 1 or not end or places[0] < end:
        return
    [at] = places
    if not _UNCLEAR.isdisjoint(token.low for token in tokens[:end]):
        return
    for length in range(_LONGEST, 0, -1):
        name = " ".join(token.low for token in tokens[at + 1 : at + 1 + length])
        links = lexicon.column_links(name, stems_of(name))
        columns = {named.column.name for named, cost in links if cost < _CLEAR}
        if len(columns) == 1:
            values = {*_values(tokens[:end], columns.pop(), lexicon)}
            if len(values) == 1:
                value = tokens[at]._replace(text=values.pop(), shape=Shape.QUOTED)
                told = [*tokens[at + 1 : at + 1 + length], value._replace(low=value.text.lower())]
                yield [*tokens[:at], *told, *tokens[at + 1 + length :]]
            return


def _end_of_first(tokens: Sequence[Token]) -> int:
    """Where the first clause ends, behind which a consequence or another sentence begins."""
    for at, token in enumerate(tokens):
        if token.text in (",", ";", ".", ":") and token.shape == Shape.SIGN:
            follows = any(starts(tokens, at + 1, words) for words in CONSEQUENCES)
            return at if follows or token.text == "." else 0
    return 0


def _values(tokens: Sequence[Token], column: str, lexicon: Lexicon) -> Iterator[str]:
    """The values of the column that these words name."""
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
            low = " ".join(token.low for token in tokens[start:end])
            yield from (value for _, of, value in lexicon.values.get(low, ()) if of == column)
