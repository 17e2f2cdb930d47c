"""Rows of groups that lack one of the values that each group must have, told behind the rule."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.set_remarks import rows_of_groups
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule


def lacking_groups(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All rows of a group that lacks one of these years, of which each group must have some row.

    Raises:
        Misfit: the rule counts no rows of several values of that column.
    """
    key, of = (cell.column for cell in remark.values if isinstance(cell, Cell))
    told = [part for part in walk(rule) if isinstance(part, Aggregate)]
    columns = {_value_counted(part) for part in told}
    if not isinstance(rule, FailingMetrics) or columns != {of} or len(told) < 2:
        raise Misfit(f"it is not clear which {of} each {key} must have")
    return rows_of_groups(rule, [key], (">=",))


def _value_counted(told: Aggregate) -> str:
    """The column of whose one value rows are counted."""
    where = told.where
    is_value = isinstance(where, Compare) and where.sign == "==" and told.measure == Measure.COUNT
    if not is_value or not isinstance(where, Compare) or not isinstance(where.left, Cell):
        return ""
    return where.left.column
