"""Of which rows a rule asks anything: so that a remark does not leave out these very rows."""

from __future__ import annotations

from collections.abc import Iterator

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Any, Missing, Predicate, Unless, Value
from backend.rules.language.walk import walk


def asks_of_empty(rule: BrokenRows, cell: Value) -> bool:
    """Whether a rule is about rows where a cell is empty, or wants it to be."""
    return Missing(of=cell) in (*_conditions(rule), *_demands(rule.must))


def _conditions(rule: BrokenRows) -> list[Predicate]:
    """When a rule asks anything: its filter, and what its parts are told of."""
    found = [part.part for part in walk(rule.must) if isinstance(part, Unless)]
    return found if rule.where is None else [rule.where, *found]


def _demands(must: Predicate) -> Iterator[Predicate]:
    """What each part of a rule wants, of all rows or of some."""
    for part in must.parts if isinstance(must, All) else (must,):
        if isinstance(part, Any) and any(isinstance(each, Unless) for each in part.parts):
            yield from part.parts
        else:
            yield part
