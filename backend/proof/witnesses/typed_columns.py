"""Scenes for columns of one type: one cell of another, as many of two, and what is no value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.mixed_types import MixedTypes

CELLS: dict[str, tuple[Cell, ...]] = {
    "number": ("12", "-3.5", "1e3"),
    "date": ("2024-02-29", "5 Mar 2024", "01/31/2024 10:15"),
    "truth value": ("true", "FALSE"),
    "text": ("n/a", "12 days", "2024-13"),
}
"""Cells of each type, the plainest first."""


def type_scenes(rule: MixedTypes, setting: Setting) -> Iterator[Scene]:
    """Each pair of types in unequal and in equal numbers, in each column."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)

    def lines(column: str, cells: Sequence[Cell], base: Line = yes) -> list[Line]:
        return [{**base, column: cell} for cell in cells]

    column = rule.columns[0]
    if rule.columns[1:]:
        yield Scene("each column has an odd cell in a row of its own", {table: _in_turn(rule, yes)})
        held = [{**yes, name: CELLS["number"][0]} for name in rule.columns]
        yield Scene("each row has one value", {table: held})
    every = [cell for cells in CELLS.values() for cell in cells]
    yield Scene("all types", {table: lines(column, every)})
    for usual, other in _pairs(rule):
        cells = [*CELLS[usual][:2], CELLS[other][0], None, "  "]
        yield Scene(f"{usual}s and one {other}", {table: lines(column, cells)})
    first, *_, last = rule.types
    even = [CELLS[last][0], CELLS[first][0]]
    yield Scene(f"a {last} and a {first}", {table: lines(column, even)})
    left = [CELLS[each][0] for each in CELLS if each not in rule.types]
    if left:
        cells = [CELLS[rule.types[0]][0], *left, *left]
        yield Scene("other types more often", {table: lines(column, cells)})
    if no is not None:
        beside = lines(column, [CELLS[each][0] for each in CELLS], no)
        yield Scene("rows that do not count", {table: [*beside, *lines(column, CELLS["number"])]})
    yield Scene("numbers alone", {table: lines(column, CELLS["number"])})
    yield Scene("no values", {table: lines(column, [None, " "])})
    yield Scene("no rows at all", {})


def _in_turn(rule: MixedTypes, yes: Line) -> list[Line]:
    """Rows of one type, and a row for each column in which that one is of another."""
    usual, other = (CELLS[each][0] for each in rule.types[:2])
    whole = {**yes, **dict.fromkeys(rule.columns, usual)}
    return [whole, whole, *({**whole, name: other} for name in rule.columns)]


def _pairs(rule: MixedTypes) -> list[tuple[str, str]]:
    """Each type beside the next, both ways."""
    types = rule.types
    return [(a, b) for a, b in zip(types, (*types[1:], types[0]), strict=True)]
