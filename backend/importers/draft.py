"""What is made of one rule of another tool: a draft of a check, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from backend.contracts.check import Severity
from backend.contracts.schema import Column, Schema, TableSnapshot
from backend.rules.language.terms import Cell, Predicate
from backend.rules.rule import Rule

Spelling = Callable[[str], str]
"""How a column is written in a sentence."""
Said = Callable[[Spelling], str]
"""A part of a sentence, given how its columns are written."""


class Refusal(Exception):
    """Something of another tool has no equal here; ``cure`` is a whole sentence, or empty."""

    def __init__(self, reason: str, cure: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


class Condition(NamedTuple):
    """Which rows a rule is about.

    ``filled`` are columns in which an empty cell would be read otherwise here than at its source.
    """

    predicate: Predicate
    said: Said
    filled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """A rule with sentences that say it, the plainest first.

    ``filled`` are columns (of the rule's table) whose empty cells the source judges otherwise: the
    meaning is the same only while there are none. ``counts_rows`` tells whether the source counts
    what is flagged here, row by row, so that its limits can become ``fail_if``. A limit that is
    part of the rule at its source stands in ``fail_if`` already.
    """

    rule: Rule
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    counts_rows: bool = True
    fail_if: str | None = None
    instead: Meaning | None = None
    """The same in other terms, for where no sentence of this one compiles."""

    def noted(self, *notes: str) -> Meaning:
        """The same, with remarks for the report."""
        return replace(self, notes=(*self.notes, *notes))

    def while_filled(self, *columns: str) -> Meaning:
        """The same, only as long as no cell of these columns is empty."""
        return replace(self, filled=tuple(dict.fromkeys([*self.filled, *columns])))

    def without_counts(self) -> Meaning:
        """The same, of a source that counts something else than rows."""
        return replace(self, counts_rows=False)


@dataclass(frozen=True)
class Subject:
    """The table that a rule is about; ``snapshot`` is None where the data has no such table."""

    table: str
    snapshot: TableSnapshot | None = None
    where: Condition | None = None

    @classmethod
    def of(cls, table: str, schema: Schema) -> Subject:
        """The table of this name."""
        return cls(table, schema.tables.get(table))

    def narrowed(self, where: Condition | None) -> Subject:
        """The same table, of which only some rows count."""
        return replace(self, where=where)

    def cell(self, column: str) -> Cell:
        """A cell of the table.

        Raises:
            Refusal: there is no such column.
        """
        self.facts(column)
        return Cell(table=self.table, column=column)

    def facts(self, column: str) -> Column | None:
        """What is known of a column; None where the table is not there.

        Raises:
            Refusal: the table is there without this column.
        """
        if self.snapshot is None:
            return None
        found = self.snapshot.column(column)
        if found is None:
            names = ", ".join(self.snapshot.column_names[:10])
            raise Refusal(f"{self.table} has no column {column!r}", f"Columns: {names}.")
        return found


class Limits(NamedTuple):
    """When a check warns and fails, as checks.json has it."""

    warn_if: str | None = None
    fail_if: str | None = None


NEVER = "> 100%"
"""A limit that no number of rows goes beyond: the check only ever warns."""


class Draft(NamedTuple):
    """A check to be; ``place`` and ``source`` tell where it comes from."""

    place: str
    source: str
    meaning: Meaning
    name: str = ""
    limits: Limits = Limits()
    severity: Severity = Severity.MEDIUM
    enabled: bool = True
    owner: str = ""
    tags: tuple[str, ...] = ()


class Refused(NamedTuple):
    """A rule of another tool that has no check."""

    place: str
    source: str
    reason: str
    cure: str = ""


Found = Draft | Refused
