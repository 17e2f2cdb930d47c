"""Whether groups are the rows of the table themselves, so that there is nothing to measure."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Measure


def are_single_rows(rule: FailingMetrics, found: Sequence[Aggregate], context: Context) -> bool:
    """Whether each group is one row: "the average fee per loan" is not of each."""
    is_of_one = _are_named_so(rule, found) and not _are_summed_up(rule, found, context)
    return is_of_one and not _is_told_of_some(rule, found, context)


def _are_named_so(rule: FailingMetrics, found: Sequence[Aggregate]) -> bool:
    """Whether what makes the groups is called as the rows are."""
    if not rule.by:
        return False
    bare = [word for word in stems_of(rule.by[0]) if word not in ID_WORDS]
    is_measured = len(set(found)) > 1 or any(
        term.measure not in (Measure.COUNT, Measure.DISTINCT) for term in found
    )
    return len(rule.by) == 1 and is_measured and tuple(bare) == stems_of(rule.table)


def _are_summed_up(rule: FailingMetrics, found: Sequence[Aggregate], context: Context) -> bool:
    """Whether rows share what names them, no key, and are summed: "the shares of each blend"."""
    column = context.column(rule.table, rule.by[0]) if rule.by else None
    is_key = column is None or column.unique or bool(ID_WORDS & {*stems_of(rule.by[0])})
    return not is_key and {term.measure for term in found} == {Measure.SUM}


def _is_told_of_some(rule: FailingMetrics, found: Sequence[Aggregate], context: Context) -> bool:
    """Whether some rows of a key that has several are told from its others."""
    column = context.column(rule.table, rule.by[0])
    is_some = all(term.where is not None and term.table == rule.table for term in found)
    return is_some and column is not None and not column.unique
