"""Patterns that are spelled otherwise and take the same texts: [AB] and (A|B)."""

from __future__ import annotations

from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any as Parsed

_LONGEST = 80


@lru_cache(maxsize=512)
def normal_form(pattern: str) -> str:
    """A name that patterns share only if they take the same texts."""
    return repr(_sequence(sre_parser.parse(pattern)))


def _sequence(items: Parsed) -> tuple[Parsed, ...]:
    return tuple(each for item in items for each in _item(*item))


def _item(kind: Parsed, told: Parsed) -> tuple[Parsed, ...]:
    """One piece as pieces without groups, with fixed repeats written out."""
    if kind is sre.SUBPATTERN and not told[1] and not told[2]:
        return _sequence(told[3])
    if kind is sre.MAX_REPEAT:
        low, high = int(told[0]), told[1]
        once = _sequence(told[2])
        if low == high and low * len(once) <= _LONGEST:
            return tuple(once * low)
        return (("repeat", low, str(high), once),)
    if kind is sre.BRANCH:
        return _branch([_sequence(each) for each in told[1]])
    if kind is sre.IN:
        return (_class(told),)
    if kind is sre.LITERAL:
        return (("in", (chr(told),)),)
    return ((str(kind), repr(told)),)


def _branch(ways: list[tuple[Parsed, ...]]) -> tuple[Parsed, ...]:
    """One of several signs is a class of them."""
    signs = [way[0][1] for way in ways if len(way) == 1 and way[0][0] == "in"]
    if len(signs) == len(ways):
        return (("in", tuple(sorted({sign for told in signs for sign in told}))),)
    return (("branch", tuple(sorted(ways, key=repr))),)


def _class(items: Parsed) -> Parsed:
    """The signs of a class, in order; one that is turned or holds kinds of signs stays as it is."""
    found: set[str] = set()
    for kind, told in items:
        if kind is sre.LITERAL:
            found.add(chr(told))
        elif kind is sre.RANGE:
            found.update(map(chr, range(told[0], told[1] + 1)))
        else:
            return ("class", tuple(sorted(map(repr, items))))
    return ("in", tuple(sorted(found)))
