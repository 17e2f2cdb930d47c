"""Values that are looked back at: aisles 13 and 17 are shut, so no crate may be in either of them.

A sentence that has no reading is read again with the column and the values in place of "them",
"it" or "there". They must open the sentence, and nothing else may be looked back at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.clauses import starts
from backend.planner.offline.stories.words import CONSEQUENCES, FINITE, PREPOSITIONS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of

_ARTICLES = frozenset({"the", "our"})
_JOINTS = frozenset({",", "and", "or", "&"})
_CLEAR = 0.5
"""From this cost on, a word is not plainly the name of a column."""
_LONGEST_NAME = 3
_FEWEST_WORDS = 2
"""So many words at least tell something of the values."""
_NONE = frozenset({"no", "not", "never", "nobody", "none", "cannot", "without", "nothing"})
_MODALS = frozenset({"must", "may", "can", "should", "shall", "cannot"})
_FURTHER = frozenset({
    "they", "them", "their", "it", "its", "these", "those", "this", "that", "there", "such",
    "same", "both", "one", "ones", "other", "others", "another", "except", "unless", "but", "only",
})  # fmt: skip
"""What may look back as well, or set some of the values apart."""
_THEM = ("them", "these", "those")
_OF_SEVERAL = (
    *((each, "of", back) for each in ("either", "any", "one") for back in _THEM),
    *((each, "of", "the", "two") for each in ("either", "any", "one")),
    *((back,) for back in _THEM),
)
_OPENING_SEVERAL = (
    ("neither", "of", "them"), ("none", "of", "them"), ("neither",), ("they",), ("none",),
)  # fmt: skip


_OF_CELLS = frozenset({
    "empty", "blank", "missing", "filled", "null", "given", "present", "absent", "lacking",
    "omitted",
})  # fmt: skip


class Told(NamedTuple):
    """The column and its values, and where their words end."""

    column: str
    values: tuple[Token, ...]
    end: int


def with_told_values(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the values that it opens with in place of what looks back at them."""
    told = _told(tokens, lexicon)
    if _OF_CELLS & {token.low for token in tokens}:
        return
    start = None if told is None else _consequence(tokens, told.end)
    if told is None or start is None:
        return
    found = [*_looking_back(tokens, start, told)]
    if len(found) != 1:
        return
    [(at, end, words)] = found
    rest = [*tokens[start:at], *tokens[end:]]
    if not any(token.low in _FURTHER for token in rest):
        yield [*tokens[:at], *words, *tokens[end:]]


def _told(tokens: Sequence[Token], lexicon: Lexicon) -> Told | None:
    """Aisles 13 and 17."""
    first = 1 if tokens[0].low in _ARTICLES else 0
    for length in range(_LONGEST_NAME, 0, -1):
        name = " ".join(token.low for token in tokens[first : first + length])
        links = lexicon.column_links(name, stems_of(name))
        columns = {named.column.name for named, cost in links if cost < _CLEAR}
        if len(columns) == 1:
            start = first + length
            listed = [*takewhile(_is_listed, tokens[start:])]
            values = tuple(token for token in listed if token.low not in _JOINTS)
            if listed and listed[-1] in values:
                return Told(columns.pop(), values, start + len(listed))
    return None


def _is_listed(token: Token) -> bool:
    if token.low in _JOINTS or token.shape in (Shape.NUMBER, Shape.QUOTED):
        return True
    return token.shape == Shape.WORD and token.low not in FINITE | PREPOSITIONS


def _consequence(tokens: Sequence[Token], at: int) -> int | None:
    """Where the clause begins that follows from what is told of the values: …, so …"""
    for place in range(at + _FEWEST_WORDS, len(tokens)):
        if tokens[place].text in (",", ";", "."):
            after = next((w for w in CONSEQUENCES if starts(tokens, place + 1, w)), None)
            return None if after is None else place + 1 + len(after)
    return None


def _looking_back(
    tokens: Sequence[Token], start: int, told: Told
) -> Iterator[tuple[int, int, list[Token]]]:
    """What looks back, with the words for it; in a denial, so that it is of each of them."""
    word = tokens[0]._replace(shape=Shape.WORD)

    def said(*texts: str) -> list[Token]:
        return [word._replace(text=text, low=text.lower()) for text in texts]

    name, listed = said(told.column), _either(told.values, said("or")[0])
    several = len(told.values) > 1
    opening = _OPENING_SEVERAL if several else (("it",),)
    for words in opening:
        end = start + len(words)
        if starts(tokens, start, words) and end < len(tokens) and tokens[end].low in _MODALS:
            denies = said("no") if words[0] in ("neither", "none") else []
            yield start, end, [*denies, *name, *listed]
            return
    for at in range(start, len(tokens)):
        if not any(token.low in _NONE for token in tokens[start:at]):
            continue
        if tokens[at].low == "there":
            yield at, at + 1, [*said("in"), *name, *listed]
            continue
        backs = _OF_SEVERAL if several else (("it",),)
        back = next((words for words in backs if starts(tokens, at, words)), None)
        if back is not None:
            yield at, at + len(back), [*name, *listed]
            return


def _either(values: Sequence[Token], joint: Token) -> list[Token]:
    told = [values[0]]
    for value in values[1:]:
        told += [joint, value]
    return told
