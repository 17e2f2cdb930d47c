"""Rows of another table that a row's key leads to.

Keys that are numbers are compared as numbers, all others as text; beside decimal numbers 2.0 is 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.proof.meaning.cells import NUMERIC, Typed, as_number, as_text
from backend.proof.meaning.unknowns import NoPlainReading, Unreadable
from backend.proof.meaning.world import Here, Table, World, every_row
from backend.rules.language.terms import Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

Key = tuple[int | float | str | None, ...]
Keys = tuple[tuple[str, str], ...]
Way = Literal["number", "text", "beside decimals"]
"""As what both columns of a key are compared."""
"""Pairs of this row's column and the other table's."""


def has_key(keys: Keys, here: Here) -> bool:
    """Whether every key cell of a row is filled."""
    return all(here.cell(mine) is not None for mine, _ in keys)


def matching(keys: Keys, table: str, here: Here) -> Iterator[Here]:
    """The rows of another table that share a row's key, in file order."""
    ways = [_way_of(mine, theirs, table, here) for mine, theirs in keys]
    wanted = tuple(
        _comparable(here.cell(mine), each) for (mine, _), each in zip(keys, ways, strict=True)
    )
    columns = tuple(theirs for _, theirs in keys)
    yield from _by_key(here.world, table, columns, tuple(ways)).get(wanted, ())


def _by_key(
    world: World, table: str, columns: tuple[str, ...], ways: tuple[Way, ...]
) -> dict[Key, list[Here]]:
    """The rows of a table by what is in these columns; those with a gap are by no key."""
    place = ("rows by key", table, columns, ways)
    if place not in world.memory:
        found: dict[Key, list[Here]] = {}
        for row in every_row(world, table):
            cells = zip(columns, ways, strict=True)
            key = tuple(_comparable(row.cell(column), each) for column, each in cells)
            if None not in key:
                found.setdefault(key, []).append(row)
        world.memory[place] = place, found
    return cast("dict[Key, list[Here]]", world.memory[place][1])


def the_one(keys: Keys, table: str, here: Here) -> Here | None:
    """The row of another table with a row's key; None where there is none."""
    return next(matching(keys, table, here), None)


def require_unique_keys(rule: Rule, world: World) -> None:
    """Pass tables in which every look-up of a rule has one answer.

    Raises:
        NoPlainReading: two rows of a table that is looked into share a key.
    """
    for term in walk(rule):
        if isinstance(term, Lookup):
            before = rule.table if term.key_of is None else term.key_of.table
            _require_unique(term, world.table(before), world)


def _require_unique(lookup: Lookup, before: Table, world: World) -> None:
    seen = set()
    start = Here(world, before, 0, ())
    ways = [_way_of(mine, theirs, lookup.table, start) for mine, theirs in lookup.keys]
    for other in every_row(world, lookup.table):
        key = tuple(
            _comparable(other.cell(theirs), each)
            for (_, theirs), each in zip(lookup.keys, ways, strict=True)
        )
        if None not in key and key in seen:
            raise NoPlainReading(
                f"{lookup.table}: two rows share the key {key!r}, so that a look-up has two "
                "answers. Give the key once."
            )
        seen.add(key)


def _way_of(mine: str, theirs: str, table: str, here: Here) -> Way:
    facts = here.world.fact(here.table.name, mine), here.world.fact(table, theirs)
    if any(fact.type in NUMERIC for fact in facts) and all(map(_is_numeric, facts)):
        return "number"
    has_decimals = any(fact.type is ColumnType.NUMBER for fact in facts)
    return "beside decimals" if has_decimals else "text"


def _comparable(cell: Typed, way: Way) -> int | float | str | None:
    if cell is None:
        return None
    if way != "number":
        text = as_text(cell)
        return text.removesuffix(".0") if way == "beside decimals" else text
    try:
        return as_number(cell)
    except Unreadable:
        return None


def _is_numeric(fact: ColumnRead) -> bool:
    return fact.type in NUMERIC or fact.mostly in NUMERIC
