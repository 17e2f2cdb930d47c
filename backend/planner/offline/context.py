"""What a reading is placed in: the tables of one check, and what was assumed."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.contracts.check import Check
from backend.contracts.schema import Column, TableSnapshot


class Misfit(Exception):
    """A reading does not fit the schema; the text says why, for the author."""


@dataclass
class Context:
    """The tables of one check, and what was assumed while reading it."""

    check: Check
    tables: dict[str, TableSnapshot]
    assumptions: list[str] = field(default_factory=list)

    def assume(self, text: str) -> None:
        """Put an assumption on record, once."""
        if text not in self.assumptions:
            self.assumptions.append(text)

    def column(self, table: str, column: str) -> Column | None:
        """The column of this exact name."""
        snapshot = self.tables.get(table)
        return None if snapshot is None else snapshot.column(column)
