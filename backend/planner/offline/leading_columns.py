"""The column by which a row leads to one row of another table: a trip's van, of a table of vans."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_PLAIN = 5
"""How many texts a remark on empty cells has that names no noun for them."""


def leading_column(rule: Rule, remark: Modifier, context: Context) -> tuple[Cell, ...]:
    """The column of a reference, which is the only one that a remark on empty cells can mean."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not isinstance(must, Exists) or len(must.keys) != 1 or len(remark.texts) > _PLAIN:
        return ()
    [(mine, theirs)] = must.keys
    own, there = context.column(rule.table, mine), context.column(must.table, theirs)
    leads = own is not None and there is not None and there.unique and not own.unique
    is_one = remark.number is None and must.table != rule.table
    return (Cell(table=rule.table, column=mine),) if leads and is_one else ()


def leads_by(rule: BrokenRows, cells: Sequence[Cell]) -> bool:
    """Whether these are the columns by which a rule looks for a row of another table."""
    keys = rule.must.keys if isinstance(rule.must, Exists) else ()
    return bool(cells) and {cell.column for cell in cells} <= {mine for mine, _ in keys}
