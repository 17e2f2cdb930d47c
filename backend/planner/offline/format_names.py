"""Finding the names of formats in a sentence.

A name is found however its words are split: ``IPv4 addresses``, ``ip-v4 address``, ``ZIP code``
and ``zipcode``. Words of a sentence may join what a name writes apart, never the reverse, so that
"is in" is no ISIN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.language.formats import FORMATS

_ARTICLES = ("the", "a", "an")
_JOINTS = ("-", ".", "/", "+")


class _Spelling(NamedTuple):
    """Words without their gaps, and where the gaps were."""

    letters: str
    gaps: frozenset[int]


@cache
def _spell(words: tuple[str, ...]) -> _Spelling:
    letters, gaps = "", set()
    for word in words:
        if word not in _ARTICLES:
            gaps.add(len(letters))
            letters += _singular(word)
    return _Spelling(letters, frozenset(gaps - {0}))


@cache
def _singular(word: str) -> str:
    """The singular, without the exchange of abbreviations and synonyms that stems have."""
    if re.fullmatch("[0-9]+s|ids", word):
        return word[:-1]
    found = stem(word)
    return found if found[:3] == word[:3] and len(found) <= len(word) else word


class _Names(NamedTuple):
    """Formats with the gaps in their names, and with what names begin before a gap."""

    by_letters: dict[str, list[tuple[frozenset[int], str]]]
    beginnings: frozenset[str]


@cache
def _names() -> _Names:
    by_letters: dict[str, list[tuple[frozenset[int], str]]] = {}
    for title, form in FORMATS.items():
        for name in form.names:
            spelling = _spell(tuple(name.split()))
            by_letters.setdefault(spelling.letters, []).append((spelling.gaps, title))
    beginnings = set(by_letters)
    for letters, spelled in by_letters.items():
        beginnings |= {letters[:gap] for gaps, _ in spelled for gap in gaps}
    return _Names(by_letters, frozenset(beginnings))


def is_named(title: str, text: str) -> bool:
    """Whether a text, however its words are split, is a name of this format."""
    spelling = _spell(tuple(re.findall(r"[^\W_]+", text.lower())))
    return any(title == other for _, other in _names().by_letters.get(spelling.letters, ()))


def is_format(text: str) -> bool:
    """Whether a word by itself is the name of some format."""
    return _spell((text.lower(),)).letters in _names().by_letters


def format_leaves(tokens: Sequence[Token]) -> Iterator[Leaf]:
    """A leaf for each stretch that names a format and lies in no longer one that does."""
    found = [leaf for start in range(len(tokens)) for leaf in _from(tokens, start)]
    spans = {(leaf.start, leaf.end) for leaf in found}
    for leaf in found:
        if not any(_is_inside((leaf.start, leaf.end), span) for span in spans):
            yield leaf


def _is_inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _from(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    words: tuple[str, ...] = ()
    for end in range(start + 1, len(tokens) + 1):
        token = tokens[end - 1]
        if not _may_stand_in_a_name(token, is_first=end == start + 1):
            return
        words += tuple(re.findall(r"[^\W_]+", token.low))
        letters, gaps = _spell(words)
        if not letters or letters not in _names().beginnings:
            return
        signs = [each.text for each in tokens[start:end]]
        is_closed = signs.count("(") == signs.count(")")
        if is_closed and token.low not in (*_JOINTS, *_ARTICLES):
            for title in sorted({t for g, t in _names().by_letters.get(letters, ()) if gaps <= g}):
                yield Leaf("format", start, end, title, 0.0, f"format: {FORMATS[title].label}")


def _may_stand_in_a_name(token: Token, *, is_first: bool) -> bool:
    if token.shape == Shape.SIGN:
        return not is_first and token.text in (*_JOINTS, "(", ")")
    return token.shape not in (Shape.QUOTED, Shape.PARAMETER)
