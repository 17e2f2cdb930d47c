"""Kinds about columns as such: those without a value, and headers of two tables that differ."""

from __future__ import annotations

from backend.proof.meaning.cells import Typed
from backend.proof.meaning.row_kinds import counted
from backend.proof.meaning.typed_cells import cell_type
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
        case "within":
            failing = len(set(mine) - set(theirs))
        case "shared":
            failing = 0
        case _:
            raise unknown("way to compare headers", rule.way)
    if not rule.types:
        return len(mine), failing
    pairs = _typed_pairs(rule, world)
    failing += sum(one != another for one, another in pairs)
    return len(pairs) if rule.way == "shared" else len(mine), failing


def _typed_pairs(rule: UnlikeHeaders, world: World) -> list[tuple[str, str]]:
    """The types of the columns that have a value in both tables."""
    one, another = (
        {name: _column_type(cells) for name, cells in world.table(each).columns.items()}
        for each in rule.tables()
    )
    found = [(one[name], another[name]) for name in one if name in another]
    return [(a, b) for a, b in found if a is not None and b is not None]


def _column_type(cells: list[Typed]) -> str | None:
    found = sorted({kind for cell in cells if (kind := cell_type(cell)) is not None})
    return None if not found else found[0] if len(found) == 1 else "text"


def _displaced(mine: list[str], theirs: list[str]) -> int:
    """Shared columns that do not stand where the other table has them, among the shared ones."""
    shared = set(mine) & set(theirs)
    places = {name: n for n, name in enumerate(name for name in theirs if name in shared)}
    return sum(places[name] != n for n, name in enumerate(name for name in mine if name in shared))
