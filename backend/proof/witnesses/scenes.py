"""A scene: tiny tables by hand and what they are about, before anything is expected of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning import Found, find
from backend.proof.meaning.cells import NUMERIC
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule

MOST_ROWS = 40
Line = dict[str, Cell]
"""One row by column; a column that is not named is empty."""


class Scene(NamedTuple):
    """What tables are about, and their rows."""

    says: str
    tables: Mapping[str, Sequence[Line] | TinyTable]
    """Rows by column; or a table with a header of its own."""


@dataclass(frozen=True)
class Setting:
    """A rule with what is known of its columns and of the run."""

    rule: Rule
    facts: Facts
    params: Mapping[str, Cell]
    as_of: str
    spare: tuple[str, ...] = ()
    """Columns of the judged table beyond those that the rule names."""

    @property
    def table(self) -> str:
        """The table whose rows are judged."""
        return self.rule.table

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table that the rule reads, in a stable order."""
        read = [column for name, column in self.rule.reads() if name == table]
        known = [column for name, column in self.facts if name == table]
        spare = self.spare if table == self.table else ()
        return tuple(dict.fromkeys([*read, *known, *spare])) or ("column 1",)

    def is_numeric(self, table: str, column: str) -> bool:
        """Whether a column arrives as numbers."""
        fact = self.facts.get((table, column))
        return fact is not None and fact.type in NUMERIC

    def reads_numbers(self, table: str, column: str) -> bool:
        """Whether a column holds numbers, bad cells aside."""
        fact = self.facts.get((table, column))
        return fact is not None and (fact.type in NUMERIC or fact.mostly in NUMERIC)

    def is_whole(self, table: str, column: str) -> bool:
        """Whether its numbers are integers."""
        fact = self.facts.get((table, column))
        return fact is not None and ColumnType.INTEGER in (fact.type, fact.mostly)

    def date_format(self, table: str, column: str) -> str | None:
        """How its dates are spelled."""
        fact = self.facts.get((table, column))
        is_numeric = fact is None or fact.type in NUMERIC or fact.mostly in NUMERIC
        return None if is_numeric or fact is None else fact.date_format


def tiny(lines: Iterable[Line], columns: tuple[str, ...]) -> TinyTable:
    """Rows by column as a table."""
    rows = tuple(tuple(line.get(column) for column in columns) for line in lines)
    return TinyTable(columns=columns, rows=rows)


def tiny_tables(scene: Scene, setting: Setting) -> dict[str, TinyTable]:
    """All tables that the rule's program is given; those that a scene leaves out have no rows."""
    return {
        name: _tiny_table(scene.tables.get(name, ()), setting.columns(name))
        for name in setting.rule.tables()
    }


def _tiny_table(given: Sequence[Line] | TinyTable, columns: tuple[str, ...]) -> TinyTable:
    return given if isinstance(given, TinyTable) else tiny(given, columns)


def found_in(scene: Scene, setting: Setting) -> Found:
    """What the plain reading finds in a scene."""
    tables = tiny_tables(scene, setting)
    return find(setting.rule, tables, setting.facts, as_of=setting.as_of, params=setting.params)


def witness_of(scene: Scene, setting: Setting) -> Witness:
    """The scene with what the plain reading finds in it."""
    tables = tiny_tables(scene, setting)
    found = find(setting.rule, tables, setting.facts, as_of=setting.as_of, params=setting.params)
    return Witness(
        says=scene.says,
        tables=tables,
        flagged=found.rows,
        failing=found.failing,
        tested=found.tested,
        as_of=setting.as_of or None,
        params=dict(setting.params),
    )


def distinct(lines: Iterable[Line], most: int = MOST_ROWS) -> list[Line]:
    """Rows without repeats, in order, as many as a witness may have."""
    seen: dict[tuple[tuple[str, str], ...], Line] = {}
    for line in lines:
        seen.setdefault(tuple(sorted((name, repr(cell)) for name, cell in line.items())), line)
    return list(seen.values())[:most]
