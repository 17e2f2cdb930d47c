"""Tables by chance near a rule's constants: where the derived witnesses do not tell two apart.

Rules of this file: the same pools and seed give the same tables; nothing is expected here of any
of them, so a second reading must say what a rule finds there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.pools import Column, Pools, is_number

FEWEST_ROWS, MOST_ROWS = 1, 14
FEW_VALUES = 4
EMPTY_SHARE = 0.12
NEAR_SHARE = 0.15
STRANGE_SHARE, ALL_STRANGE_SHARE = 0.06, 0.9
STRANGE: tuple[Cell, ...] = ("n/a", " ", " x ", "X", 0)
"""Cells that no column expects."""
BULK, TIMES, FAR_SHARE = 200, 10, 0.2
"""Numbers of the tables that spread wide: the bulk lies this far from 0, a share of them as many
times half of that away as a small number of the rule says."""
OF_CONSTANTS = 8
"""Every table of this many draws its numbers from those of the rule alone."""


@dataclass(frozen=True)
class _Draw:
    """One table by chance; its number decides how it is drawn."""

    pools: Pools
    chance: random.Random
    number: int

    def table(self, name: str, columns: tuple[str, ...]) -> TinyTable:
        """A table of some rows."""
        most = 6 if self.number % OF_CONSTANTS == 6 else MOST_ROWS
        rows = self.chance.randint(FEWEST_ROWS, most)
        cells = [self._cells((name, column), rows) for column in columns]
        return TinyTable(columns=columns, rows=tuple(zip(*cells, strict=True)) if cells else ())

    def _cells(self, column: Column, rows: int) -> list[Cell]:
        share = {4: STRANGE_SHARE, 9: ALL_STRANGE_SHARE}.get(self.number % 10, 0.0)
        strange = 0.0 if self.pools.is_numeric(column) else share
        is_whole = self.pools.is_of_type(column, ColumnType.INTEGER)
        # a column of dates holds nothing else: with a cell that is none it is of another type
        is_free = self.number % 4 == 1 and not self.pools.is_of_type(column, ColumnType.DATE)
        pool = self._pool(column)
        return [self._cell(pool, strange, is_whole, is_free) for _ in range(rows)]

    def _pool(self, column: Column) -> Sequence[Cell]:
        """What the cells of a column are drawn from in this table."""
        own = list(self.pools.cells.get(column, ()))
        if self.number % 3 == 2:
            others = [cell for pool in self.pools.cells.values() for cell in pool]
            # A column of numbers is met with one text that is none; others do not belong there.
            is_numeric = self.pools.is_numeric(column)
            like = list(filter(is_number, own)) if is_numeric else own
            own = [cell for cell in others if cell in own or _is_like(cell, like)] or own
        holds_numbers = 2 * sum(map(is_number, own)) > len(own)
        named = [cell for cell in own if cell in self.pools.numbers]
        if holds_numbers and named and self.number % OF_CONSTANTS == 6:
            return named
        if holds_numbers and self.number % 4 == 3:
            return [self._far() for _ in range(MOST_ROWS)]
        if self.number % 2 and len(own) > FEW_VALUES:
            return self.chance.sample(own, FEW_VALUES)
        return own

    def _far(self) -> int:
        """Mostly a number of the bulk; else one that lies some times that away."""
        factors = [abs(number) for number in self.pools.numbers if abs(number) <= TIMES]
        if factors and self.chance.random() < FAR_SHARE:
            factor = self.chance.choice(factors) * self.chance.uniform(0.7, 1.3)
            return round(BULK / 2 * factor) * self.chance.choice((-1, 1))
        return self.chance.randint(-BULK, BULK)

    def _cell(self, pool: Sequence[Cell], strange: float, is_whole: bool, is_free: bool) -> Cell:
        if not pool or self.chance.random() < EMPTY_SHARE:
            return None
        if self.chance.random() < strange:
            return self.chance.choice(STRANGE)
        cell = pool[self.chance.randrange(len(pool))]
        if self.chance.random() >= NEAR_SHARE:
            return cell
        if isinstance(cell, str):
            return _scribbled(cell, self.chance) if is_free else cell
        return _moved(cell, self.chance.choice((-1, 1) if is_whole else (-1, 1, 0.5)))


def draw_tables(
    witnesses: Sequence[Witness], pools: Pools, count: int, *, seed: int = 0
) -> Iterator[Witness]:
    """Witnesses without expectations, of rows drawn from pools, with the day of a given one.

    Every second table draws from a few values only, so that rows agree; every third mixes the
    cells of all columns; in every fourth numbers spread wide, in others texts are scribbled over;
    in every tenth a few cells are strange to their column, and in another nearly all.
    """
    chance = random.Random(seed)
    for number in range(count if pools.cells else 0):
        model = witnesses[chance.randrange(len(witnesses))]
        draw = _Draw(pools, chance, number)
        yield Witness(
            says=f"rows by chance {seed}.{number + 1}",
            tables={name: draw.table(name, columns) for name, columns in pools.headers.items()},
            as_of=model.as_of,
            params=model.params,
        )


def _is_like(cell: Cell, pool: Sequence[Cell]) -> bool:
    return any(type(cell) is type(each) for each in pool)


def _moved(cell: Cell, step: float) -> Cell:
    return cell + step if isinstance(cell, int | float) and is_number(cell) else cell


def _scribbled(text: str, chance: random.Random) -> str:
    """A text with one character gone, doubled, or another digit or letter, or in another case."""
    if not text:
        return text
    place = chance.randrange(len(text))
    before, char, after = text[:place], text[place], text[place + 1 :]
    other = chance.choice("0123459") if char.isdigit() else char.swapcase()
    middle = chance.choice(("", char * 2, other, other, f"{char} "))
    return chance.choice((before + middle + after, text.swapcase(), f" {text}"))
