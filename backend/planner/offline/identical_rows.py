"""Rows that another table has in the same form: what leads there is every column.

Whether two empty cells are the same is not told. Where some are empty the sentence is declined, and
a row that comes to have one is flagged: it must not pass unseen.
"""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists, Missing
from backend.rules.phrasing import Modifier, all_of, not_
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
    there = must.model_copy(update={"keys": tuple((name, name) for name in names)})
    filled = [not_(Missing(of=Cell(table=rule.table, column=name))) for name in names]
    _assume_all(rule.table, must.table, context)
    return rule.model_copy(update={"must": all_of(there, *filled)})


def _assume_all(mine: str, theirs: str, context: Context) -> None:
    """Put on record that no key leads from row to row, but all of their cells."""
    matched = [each for each in context.assumptions if each.startswith(f"{mine} and {theirs} are ")]
    for each in matched:
        context.assumptions.remove(each)
    context.assume(f"{mine} and {theirs} are matched by all columns; an empty cell has no match.")
