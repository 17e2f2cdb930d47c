"""What a check means, and how it was understood."""

from __future__ import annotations

from enum import StrEnum

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.schema import ColumnType
from backend.contracts.witness import Witness


class Grain(StrEnum):
    """What a flagged row is: a row of the table, or a group or metric that fails."""

    ROWS = "rows"
    GROUPS = "groups"


class WordUse(Contract):
    """A stretch of the sentence and the part of the rule that it became.

    ``start`` and ``end`` are character offsets into the sentence.
    """

    start: int
    end: int
    text: str
    part: str


class ColumnRead(Contract):
    """A column that the program reads, and the type it was compiled for."""

    table: str
    column: str
    type: ColumnType
    mostly: ColumnType | None = None
    date_format: str | None = None


class Plan(Contract):
    """A rule plus how it was understood.

    ``rule`` is the rule's own JSON; ``rules.catalog.read_rule`` gives the typed value. A plan
    with ``steps`` instead of a rule is free-form (only a model writes those).
    """

    planner: str
    kind: str
    rule: dict[str, JsonValue]
    table: str
    """The table whose rows are flagged (or whose groups are judged)."""
    tables: tuple[str, ...]
    """Every table that the program is given, the flagged one first."""
    grain: Grain
    restatement: str
    assumptions: tuple[str, ...] = ()
    columns_read: tuple[ColumnRead, ...] = ()
    words: tuple[WordUse, ...] = ()
    steps: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    """Keyword arguments of the program: ``as_of`` and the names of ``params``."""
    sql: str = ""
    """The second reading: the same rule in SQL (DuckDB's dialect), for proof and for auditors."""
    witnesses: tuple[Witness, ...] = ()
    """Examples that the planner gave beside the rule."""


class Decline(Contract):
    """Why a check has no program: a stable code and a sentence for its author."""

    code: str
    reason: str
    declined_by: tuple[str, ...]
    """The planners that were asked; another set of planners is worth another try."""
