"""Tiny tables as they are loaded, and one row of them among the rows that count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from backend.contracts.check import Cell
from backend.contracts.plan import ColumnRead
from backend.contracts.witness import TinyTable
from backend.proof.meaning.cells import Typed, dtype_of, iso_moment, loaded, midnight, spelled
from backend.proof.meaning.unknowns import unknown
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Aggregate


@dataclass(frozen=True)
class Table:
    """Columns of typed cells."""

    name: str
    columns: Mapping[str, list[Typed]]
    length: int

    def cell(self, column: str, row: int) -> Typed:
        """One cell.

        Raises:
            NoPlainReading: the table has no such column.
        """
        if column not in self.columns:
            raise unknown("column", f"{self.name}.{column}")
        return self.columns[column][row]

    @property
    def rows(self) -> tuple[int, ...]:
        """All row positions."""
        return tuple(range(self.length))


@dataclass(frozen=True)
class World:
    """The tables of a witness with what is known of their columns, and of the run."""

    tables: Mapping[str, Table]
    facts: Facts
    as_of: str
    params: Mapping[str, Cell]
    memory: dict[object, tuple[object, object]] = field(default_factory=dict, compare=False)
    """What was measured before: by what and where, with what keeps the key alive."""

    def table(self, name: str) -> Table:
        """A table.

        Raises:
            NoPlainReading: there is none.
        """
        if name not in self.tables:
            raise unknown("table", name)
        return self.tables[name]

    def fact(self, table: str, column: str) -> ColumnRead:
        """The type of a column.

        Raises:
            NoPlainReading: the plan does not declare it.
        """
        found = self.facts.get((table, column))
        if found is None:
            raise unknown("type of the column", f"{table}.{column}")
        return found

    @property
    def today(self) -> dt.datetime:
        """The day of the run, at midnight."""
        try:
            return midnight(iso_moment(self.as_of))
        except ValueError:
            raise unknown("day", self.as_of) from None


@dataclass(slots=True)
class Here:
    """A row; ``counted`` are the rows that a measure over its table, or the row before, sees.

    Where the row is a metric, ``metrics`` tells what was measured.
    """

    world: World
    table: Table
    row: int
    counted: tuple[int, ...]
    metrics: Mapping[Aggregate, object] = field(default_factory=dict)

    def cell(self, column: str) -> Typed:
        """A cell of this row."""
        return self.table.cell(column, self.row)

    def at(self, row: int) -> Here:
        """Another row that counts."""
        return Here(self.world, self.table, row, self.counted)


def world_of(
    tables: Mapping[str, TinyTable], facts: Facts, as_of: str, params: Mapping[str, Cell]
) -> World:
    """The tables, typed as the loader types them."""
    found = {name: _table(name, tiny, facts) for name, tiny in tables.items()}
    return World(found, facts, as_of, params)


def _table(name: str, tiny: TinyTable, facts: Facts) -> Table:
    columns = {}
    for place, column in enumerate(tiny.columns):
        texts = [spelled(row[place]) for row in tiny.rows]
        columns[column] = loaded(texts, dtype_of(texts, facts.get((name, column))))
    return Table(name, columns, len(tiny.rows))


def every_row(world: World, name: str) -> list[Here]:
    """All rows of a table, each of which counts."""
    table = world.table(name)
    rows = table.rows
    return [Here(world, table, row, rows) for row in rows]
