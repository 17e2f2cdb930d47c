"""Kinds about columns as such: those without a value, and headers of two tables that differ."""

from __future__ import annotations

from backend.proof.meaning.row_kinds import counted
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import World
from backend.rules.empty_columns import EmptyColumns
from backend.rules.unlike_headers import UnlikeHeaders


def empty_columns(rule: EmptyColumns, world: World) -> tuple[int, int]:
    """The columns, and how many of them have no filled cell in a row that counts.

    Where no row counts there is nothing to test.
    """
    kept = counted(rule, world)
    names = tuple(world.table(rule.table).columns) if kept else ()
    return len(names), sum(all(here.cell(name) is None for here in kept) for name in names)


def unlike_headers(rule: UnlikeHeaders, world: World) -> tuple[int, int]:
    """The columns of the table, and what makes the other's header another one."""
    mine, theirs = (list(world.table(name).columns) for name in rule.tables())
    alone = len(set(mine) ^ set(theirs))
    match rule.way:
        case "names":
            failing = alone
        case "order":
            failing = alone + _displaced(mine, theirs)
        case "count":
            failing = int(len(mine) != len(theirs))
        case _:
            raise unknown("way to compare headers", rule.way)
    return len(mine), failing


def _displaced(mine: list[str], theirs: list[str]) -> int:
    """Shared columns that do not stand where the other table has them, among the shared ones."""
    shared = set(mine) & set(theirs)
    places = {name: n for n, name in enumerate(name for name in theirs if name in shared)}
    return sum(places[name] != n for n, name in enumerate(name for name in mine if name in shared))
