"""Tiny tables with the rows that a rule must and must not flag."""

from __future__ import annotations

from enum import StrEnum

from backend.contracts.check import Cell
from backend.contracts.contract import Contract


class Origin(StrEnum):
    """Whose word it is that these rows are flagged."""

    RULE = "rule"
    """Derived from the rule's meaning, without its program."""
    PLANNER = "planner"
    """An example that the model gave with its plan."""
    OWNER = "owner"
    """``examples`` in checks.json: always counts."""


class TinyTable(Contract):
    """A table by hand: cells as the file would spell them; ``None`` is an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


class Witness(Contract):
    """Tiny tables, and what a program that means the rule finds there.

    ``flagged`` are 0-based row positions in the judged table (row grain); ``failing`` is the
    number of failing groups or metrics (group grain), ``tested`` the number of rows or measures
    that the rule judges. What is None is not told.
    """

    says: str
    """What the tables are about: ``amount just above 100``."""
    origin: Origin = Origin.RULE
    tables: dict[str, TinyTable]
    flagged: tuple[int, ...] | None = None
    failing: int | None = None
    tested: int | None = None
    as_of: str | None = None
    """The ISO date that counts as today on these tables."""
    params: dict[str, Cell] = {}
