"""Rows that another table has in the same form: what leads there is every column."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Exists
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule


def whole_rows(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule, which asks for a row of another table, with all columns as what leads to it.

    Raises:
        Misfit: it asks for no such row, the tables have other columns, or some cells are empty,
            of which it is not told whether they are the same.
    """
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not isinstance(must, Exists) or must.where is not None or must.table == rule.table:
        raise Misfit("identical rows are looked for where each row must be in another table")
    mine, theirs = (context.tables[table] for table in (rule.table, must.table))
    names = [column.name for column in mine.columns]
    if {*names} != {column.name for column in theirs.columns}:
        raise Misfit(f"{rule.table} and {must.table} have not the same columns")
    gaps = [column.name for each in (mine, theirs) for column in each.columns if column.missing]
    if gaps:
        raise Misfit(f"{gaps[0]} has empty cells; say whether two of them are the same")
    keys = tuple((name, name) for name in names)
    return rule.model_copy(update={"must": must.model_copy(update={"keys": keys})})
