"""Rows that a key does not find: nothing is told of a station that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import All, Any, Exists, Lookup, Not, Predicate
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_Keys = tuple[str, tuple[tuple[str, str], ...]]


def refuse_told_of_none(rule: Rule) -> None:
    """Pass a reading that looks into the row of which it says that there is none.

    Raises:
        Misfit: "whose home is not the id of any station in the north" was read of a home that no
            station has, and of that station's being in the north.
    """
    for part in walk(rule):
        if not isinstance(part, All | Any):
            continue
        parts = list(_flat(part, type(part)))
        absent = {found for each in parts for found in _absent(each, is_all=isinstance(part, All))}
        looked_up = {
            (found.table, found.keys)
            for each in parts
            for found in walk(each)
            if isinstance(found, Lookup)
        }
        if absent & looked_up:
            raise Misfit("nothing can be told of a row that is not there")


def _flat(part: Predicate, joined: type[All] | type[Any]) -> Iterator[Predicate]:
    for each in part.parts if isinstance(part, joined) else ():
        yield from _flat(each, joined) if isinstance(each, joined) else (each,)


def _absent(part: Predicate, *, is_all: bool) -> Iterator[_Keys]:
    """The keys that find no row wherever the other parts matter."""
    if is_all:
        part = part.part if isinstance(part, Not) else All(parts=())
    if isinstance(part, Exists) and part.where is None:
        yield part.table, part.keys
