"""A noun that is not said again: the low estimate must be below the high one.

A sentence that has no reading is read again with the noun of the column told before in place of
"one". With it, the word before "one" must name another column, and no other noun may do so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of

_ONE = frozenset({"one", "ones"})
_BEFORE_OBJECTS = frozenset({"be", "have", "need", "needs", "has", "without"})
_DUTIES = frozenset({"must", "should", "has", "needs", "shall"})
_CLEAR = 0.5
"""From this cost on, words do not plainly name a column."""


def with_elided_nouns(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the noun in place of the one "one" that stands for it."""
    yield from _with_same_noun(tokens, lexicon)
    places = [at for at in range(2, len(tokens)) if tokens[at].low in _ONE]
    if len(places) != 1:
        return
    [place] = places
    nouns = _nouns(tokens, place, 1, lexicon) or _nouns(tokens, place, 2, lexicon)
    if len(nouns) == 1:
        (noun,) = nouns.values()
        yield [*tokens[:place], noun, *tokens[place + 1 :]]


def _nouns(tokens: Sequence[Token], place: int, length: int, lexicon: Lexicon) -> dict[str, Token]:
    """What "one" may stand for behind so many words: the low one, the most recent one."""
    kind = tokens[place - length : place]
    if any(token.shape != Shape.WORD for token in kind):
        return {}
    return {
        tokens[at + 1].low: tokens[at + 1]
        for at in range(place - length - 1)
        if _is_another(tokens, at, kind, lexicon)
    }


def _with_same_noun(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """We need a certificate; … there must not be one: the one column told with "a" before it."""
    headers = {named.column.name for named in lexicon.columns}
    for at in range(4, len(tokens)):
        is_last = at + 1 == len(tokens) or tokens[at + 1].shape == Shape.SIGN
        is_object = tokens[at - 1].low in _BEFORE_OBJECTS and tokens[at].low in ("one", "none")
        is_waived = [token.low for token in tokens[at - 3 : at - 1]] == ["need", "not"]
        if not is_object or not is_last or is_waived:
            continue
        told = {
            tokens[place].text: tokens[place]
            for place in range(2, at)
            if tokens[place].text in headers
            and tokens[place - 1].low in ("a", "an")
            and tokens[place - 2].low in _BEFORE_OBJECTS
            and not _is_said_to_be(tokens, place)
        }
        told = told or _subject(tokens, at, headers)
        if len(told) == 1:
            [noun] = told.values()
            no = [tokens[at]._replace(text="no", low="no")] if tokens[at].low == "none" else []
            yield [*tokens[:at], *no, noun, *tokens[at + 1 :]]
        return


def _is_said_to_be(tokens: Sequence[Token], place: int) -> bool:
    """The boss must be a staff_no: "none" behind it is no staff_no, but no boss."""
    before = [token.low for token in tokens[max(place - 5, 0) : place - 1]]
    return before[-1:] == ["be"] and "there" not in before


def _subject(tokens: Sequence[Token], at: int, headers: set[str]) -> dict[str, Token]:
    """The boss must be a staff_no; only the director has none: the column that all is said of."""
    first = tokens[0].low in ("every", "each", "the", "any")
    stops = [place for place in range(at) if tokens[place].text in (".", ";", ",")]
    if tokens[at].low != "none" or not stops or tokens[stops[-1] + 1].low != "only":
        return {}
    is_told = tokens[first].text in headers and tokens[first + 1].low in _DUTIES
    return {tokens[first].text: tokens[first]} if is_told and len(stops) == 1 else {}


def _is_another(tokens: Sequence[Token], at: int, kind: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a column is told here by a noun that names another one with these words before it."""
    if any(token.shape != Shape.WORD for token in tokens[at : at + 2]):
        return False
    noun = tokens[at + 1].low
    told = " ".join(token.low for token in kind)
    here, there = (_column(f"{words} {noun}", lexicon) for words in (tokens[at].low, told))
    return bool(here and there) and here != there and noun != kind[-1].low


def _column(words: str, lexicon: Lexicon) -> str | None:
    """The one column that these words name together, and not by one of them alone."""
    found = {
        named.column.name
        for named, cost in lexicon.column_links(words, stems_of(words))
        if cost < _CLEAR and len(named.stems) > 1
    }
    return found.pop() if len(found) == 1 else None
