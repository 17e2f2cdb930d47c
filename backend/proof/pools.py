"""The cells that tables by chance are drawn from: those of witnesses, of the rule, of the data.

Rules of this file: nothing is drawn here; the same material gives the same pools.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.contracts.witness import Witness
from backend.rules.language.rows import NUMERIC, Facts

Column = tuple[str, str]
Samples = Mapping[Column, Sequence[Cell]]


@dataclass(frozen=True)
class Pools:
    """What each column's cells are drawn from, and the rule's own constants."""

    facts: Facts
    headers: dict[str, tuple[str, ...]]
    cells: dict[Column, tuple[Cell, ...]]
    """By column: distinct, without the empty cell."""
    numbers: tuple[float, ...] = ()
    """The rule's."""

    def is_of_type(self, column: Column, *types: ColumnType) -> bool:
        """Whether a column was compiled as one of these: a cell that does not fit such a type
        makes another column, and the rule is compiled anew."""
        return column in self.facts and self.facts[column].type in types

    def is_numeric(self, column: Column) -> bool:
        """Whether a column was compiled as numbers."""
        return self.is_of_type(column, *NUMERIC)


def fill_pools(
    witnesses: Sequence[Witness], facts: Facts, constants: Sequence[Cell], samples: Samples
) -> Pools:
    """Pools of the witnesses' cells, the rule's constants, and some cells of the data."""
    found: dict[Column, dict[str, Cell]] = {}
    bare = Pools(facts, _headers(witnesses), {})
    for column, cell in _cells_of(witnesses):
        cell = as_number(cell) if bare.is_numeric(column) else cell
        if cell is not None:
            found.setdefault(column, {}).setdefault(repr(cell), cell)
    numbers = tuple(each for each in constants if is_number(each))
    texts = tuple(each for each in constants if isinstance(each, str) and each)
    for column, cells in found.items():
        holds_numbers = bare.is_numeric(column) or any(map(is_number, cells.values()))
        is_whole = bare.is_of_type(column, ColumnType.INTEGER)
        fitting = [n for n in numbers if not is_whole or isinstance(n, int)]
        more = [*(fitting if holds_numbers else ()), *(() if bare.is_numeric(column) else texts)]
        for cell in (*more, *samples.get(column, ())):
            cells.setdefault(repr(cell), cell)
    pools = {column: tuple(cells.values()) for column, cells in found.items()}
    return Pools(facts, bare.headers, pools, tuple(float(n) for n in numbers if n is not None))


def _headers(witnesses: Sequence[Witness]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for witness in witnesses:
        for name, table in witness.tables.items():
            if len(table.columns) > len(found.get(name, ())):
                found[name] = table.columns
    return found


def _cells_of(witnesses: Sequence[Witness]) -> Iterator[tuple[Column, Cell]]:
    for witness in witnesses:
        for name, table in witness.tables.items():
            for place, column in enumerate(table.columns):
                yield from (((name, column), row[place]) for row in table.rows)


def as_number(cell: Cell) -> Cell:
    """The number that a text spells, or the text."""
    try:
        number = float(cell) if isinstance(cell, str) else math.nan
    except ValueError:
        return cell
    if not math.isfinite(number):
        return cell
    return int(number) if number == int(number) else number


def is_number(cell: Cell) -> bool:
    """Whether a cell is a number and no truth value."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def beside(number: float) -> tuple[int | float, ...]:
    """The numbers just beside one, at the distance of its last digit.

    >>> beside(0.05), beside(3)
    ((0.04, 0.06), (2, 4))
    """
    if isinstance(number, int):
        return number - 1, number + 1
    exact = Decimal(repr(number))
    exponent = exact.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return float(exact - step), float(exact + step)
