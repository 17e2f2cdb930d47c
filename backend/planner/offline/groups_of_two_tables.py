"""Measures of the groups of two tables, held against each other: the same total for each region."""

from __future__ import annotations

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare
from backend.rules.language.walk import walk
from backend.rules.metric_names import COUNTS, aggregates

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def require_common_groups(rule: FailingMetrics, context: Context) -> None:
    """Pass groups that every table has whose rows are measured.

    Raises:
        Misfit: a table has no such groups, or of another type.
    """
    tables = {each.table for each in aggregates(rule.must)}
    if tables == {rule.table} or not rule.groups:
        return
    if rule.per or rule.where is not None:
        raise Misfit("groups of two tables are those of a column, and over all of their rows")
    for name in rule.by:
        for table in tables - {rule.table}:
            _require_same_key(name, rule.table, table, context)
    for told in walk(rule.must):
        if isinstance(told, Compare) and len(tables_measured(told)) > 1:
            _require_told_alike(told)


def _require_same_key(name: str, table: str, other: str, context: Context) -> None:
    mine, theirs = context.column(table, name), context.column(other, name)
    if mine is None or theirs is None:
        raise Misfit(f"groups are measured over one table, or by a column of both; {name} is none")
    if not same_type(mine, theirs):
        raise Misfit(f"{name} of {table} and of {other} are not of one type")


def same_type(mine: Column, theirs: Column) -> bool:
    """Whether both hold numbers, or what is written in one way."""
    if mine.reads_as in _NUMBERS and theirs.reads_as in _NUMBERS:
        return True
    return (mine.reads_as, mine.date_format) == (theirs.reads_as, theirs.date_format)


def _require_told_alike(told: Compare) -> None:
    """What a group lacks in one table is told of counts, and of equal measures."""
    found = [part for part in walk(told) if isinstance(part, Aggregate)]
    is_count = all(part.measure in COUNTS for part in found)
    is_plain = all(isinstance(side, Aggregate) for side in (told.left, told.right))
    if is_count or (is_plain and told.sign in ("==", "!=")):
        return
    raise Misfit("what only one table has cannot be more or less than what the other lacks; "
                 "say that both must be equal")  # fmt: skip


def tables_measured(told: Compare) -> set[str]:
    """The tables whose rows are measured."""
    return {part.table for part in walk(told) if isinstance(part, Aggregate)}
