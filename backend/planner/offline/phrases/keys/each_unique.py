"""Phrases for several columns that are unique each by itself: both name and email must be unique."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, Subjects, all_of, compare, number

phrase = Phrases()
phrase.words("_unique_by_itself", "unique | distinct | free of duplicates | without duplicates")
phrase.words(
    "_by_itself",
    "by itself | on its own | by themselves | on their own | individually | separately",
)


@phrase(
    "stmt",
    "both <cell> and <cell> _must be _unique_by_itself [_by_itself]",
    "<cell> and <cell> _must both be _unique_by_itself [_by_itself]",
    "both <cell> and [also] <cell> _must _by_itself be _unique_by_itself",
    "<cell> and <cell> _must be _unique_by_itself (, each|, each _by_itself|_by_itself)",
)
def both_unique(one: Value, other: Value) -> Statement | None:
    """Both name and email must be unique."""
    return _each_unique((one, other))


@phrase(
    "stmt",
    "<and_cells> _must each be _unique_by_itself",
    "each of <and_cells> _must be _unique_by_itself",
    "each of (columns|fields) <and_cells> _must be _unique_by_itself",
    "<and_cells> _must each _by_itself be _unique_by_itself",
)
def each_unique(found: Subjects) -> Statement | None:
    """name and email must each be unique."""
    return _each_unique(found.items)


def _each_unique(cells: tuple[Value, ...]) -> Statement | None:
    if not all(isinstance(cell, Cell) for cell in cells) or len(set(cells)) < len(cells):
        return None
    tables = {cell.table for cell in cells if isinstance(cell, Cell)} - {""}
    if len(tables) > 1:
        return None
    table = tables.pop() if tables else ""
    return rule(all_of(*(_alone(cell, table) for cell in cells if isinstance(cell, Cell))), table)


def _alone(cell: Cell, table: str) -> Predicate:
    """No other row has the cell: rows without it are no group."""
    rows = Aggregate(measure=Measure.COUNT, table=table, by=(cell.column,))
    return compare(rows, "<=", number(1))
