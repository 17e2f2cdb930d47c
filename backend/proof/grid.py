"""Every combination of the cells that a rule about one row tells apart.

A rule that compares the cells of one row with constants, and with one another, cuts what a cell may
be into a few regions; a table that has each combination of them shows every row that there can be
(equivalence partitioning, Myers 1979). Where it would be too long, or the rule computes or reads
the form of a text, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.pools import Column, Pools, as_number, beside, is_number
from backend.rules.broken_rows import BrokenRows
from backend.rules.language import terms as T
from backend.rules.language.terms import Function, Term
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

SAYS = "every combination of cells"
MOST_ROWS = 4_000
MOST_CELLS = 40
_PLAIN = (
    T.Cell, T.Constant, T.Compare, T.OneOf, T.Missing, T.Matches, T.Made, T.All, T.Any, T.Not,
    T.Unless,
)  # fmt: skip
_FORMLESS = frozenset({Function.LOWER, Function.UPPER, Function.STRIP})


def draw_grid(rule: Rule, pools: Pools) -> Witness | None:
    """The table of all combinations; None where there is none for such a rule."""
    if not isinstance(rule, BrokenRows) or not all(map(_is_plain, walk(rule))):
        return None
    columns = pools.headers.get(rule.table, ())
    cells = [_regions((rule.table, column), pools) for column in columns]
    if not cells or prod(map(len, cells)) > MOST_ROWS:
        return None
    table = TinyTable(columns=columns, rows=tuple(product(*cells)))
    return Witness(says=SAYS, tables={rule.table: table})


def _is_plain(term: Term) -> bool:
    if isinstance(term, T.Compare):
        return not term.tolerance
    if isinstance(term, T.Apply):
        return term.function in _FORMLESS
    return isinstance(term, (*_PLAIN, BrokenRows))


def _regions(column: Column, pools: Pools) -> tuple[Cell, ...]:
    """The cells of a column, those just beside its numbers, and what is no value at all."""
    cells = list(pools.cells.get(column, ()))
    found: dict[str, Cell] = {repr(None): None}
    for cell in (*cells, *_strange(column, pools), *_neighbours(column, cells, pools)):
        found.setdefault(repr(cell), cell)
    return tuple(found.values())


def _strange(column: Column, pools: Pools) -> tuple[Cell, ...]:
    return () if pools.is_numeric(column) else ("  ", "n/a")


def _neighbours(column: Column, cells: list[Cell], pools: Pools) -> Iterator[Cell]:
    is_whole = pools.is_of_type(column, ColumnType.INTEGER)
    for cell in cells:
        number = as_number(cell)
        if isinstance(number, int | float) and is_number(number) and number in pools.numbers:
            near = beside(number)
            yield from near if is_number(cell) else map(str, near)
            if not is_whole:
                yield from ((number + each) / 2 for each in near)
        elif isinstance(cell, str) and cell:
            yield from (cell.swapcase(), f" {cell} ")
