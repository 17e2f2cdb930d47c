"""Rows of two tables beside each other: by key, or whole rows as often as they occur."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from backend.contracts.schema import ColumnType
from backend.proof.meaning.cells import NUMERIC, as_number, as_text, converted
from backend.proof.meaning.unknowns import NoPlainReading, Unreadable
from backend.proof.meaning.world import Here, World, every_row
from backend.rules.differing_rows import DifferingRows
from backend.rules.language.words import Reads

Compared = int | float | str | dt.datetime | None
Row = tuple[Compared, ...]


def differing_rows(rule: DifferingRows, world: World) -> tuple[int, int]:
    """The keys, or different whole rows, that are compared, and how many of them differ.

    Raises:
        NoPlainReading: a cell cannot be read as the column of the other side is, or a key
            occurs twice on a side; a program may refuse such tables.
    """
    mine, theirs = (_rows(rule, table, world) for table in rule.tables())
    if not rule.keys:
        times = Counter(mine), Counter(theirs)
        known = times[0].keys() | times[1].keys()
        return len(known), sum(times[0][row] != times[1][row] for row in known)
    sides = _by_key(rule, mine), _by_key(rule, theirs)
    shared = sides[0].keys() & sides[1].keys()
    failing = sum(not _agree(rule, sides[0][key], sides[1][key]) for key in shared)
    alone = len(sides[0].keys() ^ sides[1].keys()) if rule.missing else 0
    return len(shared) + alone, failing + alone


def _rows(rule: DifferingRows, table: str, world: World) -> list[Row]:
    return [
        tuple(_cell(rule, name, here) for name in rule.own_columns())
        for here in every_row(world, table)
    ]


def _cell(rule: DifferingRows, name: str, here: Here) -> Compared:
    """A number or a moment where both columns hold them, else a text; beside numbers 2.0 is 2."""
    there = rule.name_in(here.table.name, name)
    cell = here.cell(there)
    if cell is None:
        return None
    facts = [here.world.fact(table, rule.name_in(table, name)) for table in rule.tables()]
    try:
        if all(fact.type in NUMERIC for fact in facts):
            return as_number(cell)
        if all(fact.type is ColumnType.DATE and fact.date_format for fact in facts):
            return converted(cell, here.world.fact(here.table.name, there), Reads.TIME)
    except Unreadable:
        raise NoPlainReading(
            f"{here.table.name}.{there}: {cell!r} cannot be compared with the other side. "
            "Give a cell of the column's type."
        ) from None
    text = as_text(cell)
    return text.removesuffix(".0") if any(fact.type in NUMERIC for fact in facts) else text


def _by_key(rule: DifferingRows, rows: list[Row]) -> dict[Row, Row]:
    """The compared cells of each row that has its whole key."""
    found: dict[Row, Row] = {}
    for row in rows:
        key, cells = row[: len(rule.keys)], row[len(rule.keys) :]
        if key in found:
            raise NoPlainReading(f"Two rows share the key {key!r}. Give the key once.")
        if None not in key:
            found[key] = cells
    return found


def _agree(rule: DifferingRows, mine: Row, theirs: Row) -> bool:
    return all(_alike(rule, one, other) for one, other in zip(mine, theirs, strict=True))


def _alike(rule: DifferingRows, one: Compared, other: Compared) -> bool:
    """Equal to nine decimals, or within the tolerance; an empty cell is like an empty one only."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or round(abs(one - other), 9) <= rule.tolerance
    return one == other
