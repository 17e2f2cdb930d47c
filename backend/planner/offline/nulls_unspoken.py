"""NULL that no sentence calls wrong: among dates and numbers it is neither, but nothing.

A cell that is neither date nor number breaks a rule that compares it. The text NULL is what a
database writes for a cell that it leaves empty, and an empty cell breaks none.
"""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context
from backend.planner.offline.tokens import tokenize
from backend.planner.offline.written_nulls import are_denied
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Lookup, Missing, Reads, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_NULL = "NULL"


def with_unspoken_nulls(rule: Rule, context: Context) -> Rule:
    """The rule, whose dates and numbers are empty where the column spells NULL."""
    if not isinstance(rule, BrokenRows) or are_denied(tokenize(context.check.calculation_hint)):
        return rule
    told = {part.of for part in walk(rule) if isinstance(part, Missing)}

    def empty(part: Term) -> Term | None:
        if not isinstance(part, Cell | Lookup) or part.empty_if or part in told:
            return None
        return part.model_copy(update={"empty_if": (_NULL,)}) if _spells(part, context) else None

    def change(part: Term) -> Term | None:
        is_typed = isinstance(part, Compare) and part.reads != Reads.TEXT
        fresh = rewrite(part, empty) if is_typed else part
        return None if fresh == part else fresh

    return rewrite(rule, change)


def _spells(cell: Cell | Lookup, context: Context) -> bool:
    """Whether a column of dates or numbers is known to hold NULL."""
    column = context.column(cell.table, cell.column)
    if column is None or column.type != ColumnType.TEXT or column.mostly in (None, ColumnType.TEXT):
        return False
    return _NULL in column.values
