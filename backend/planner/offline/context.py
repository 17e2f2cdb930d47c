"""What a reading is placed in: the tables of one check, and what was assumed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from backend.contracts.check import Check
from backend.contracts.schema import Column, TableSnapshot


class Misfit(Exception):
    """A reading does not fit the schema; the text says why, for the author."""


class Unclear(Misfit):
    """A reading leaves open what one of its words stands for; dearer readings do not cure that."""


@dataclass
class Context:
    """The tables of one check, and what was assumed while reading it."""

    check: Check
    tables: dict[str, TableSnapshot]
    assumptions: list[str] = field(default_factory=list)
    named_keys: tuple[str, ...] = ()
    """Columns that the sentence itself names as what leads from table to table."""

    def assume(self, text: str) -> None:
        """Put an assumption on record, once."""
        if text not in self.assumptions:
            self.assumptions.append(text)

    def trial(self) -> Context:
        """The same context, with assumptions of its own."""
        return replace(self, assumptions=[*self.assumptions])

    def column(self, table: str, column: str) -> Column | None:
        """The column of this exact name."""
        snapshot = self.tables.get(table)
        return None if snapshot is None else snapshot.column(column)
