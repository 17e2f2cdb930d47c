"""Groups without rows: keys of a list that nothing refers to, groups that one of two tables lacks.

A group that only one of two tables has is compared as well: what it lacks there differs from what
it has here, and two totals of nothing are alike.
"""

from __future__ import annotations

from backend.planner.offline.context import Context
from backend.planner.offline.fitting import with_empty_groups
from backend.planner.offline.groups_of_two_tables import tables_measured
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Predicate, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_names import COUNTS, aggregates
from backend.rules.rule import Rule
from backend.rules.unmatched_values import UnmatchedValues


def with_lone_groups(rule: FailingMetrics, context: Context) -> Rule:
    """The rule about all groups, also those without rows."""
    if not rule.groups or len({each.table for each in aggregates(rule.must)}) < 2:
        return with_empty_groups(rule, context)
    told = _as_values(rule)
    if told is not None:
        return told
    must: Predicate = rewrite(rule.must, _strict)
    return with_empty_groups(rule.model_copy(update={"must": must}), context)


def _as_values(rule: FailingMetrics) -> Rule | None:
    """As many rows per region in both tables: each region occurs equally often."""
    match rule.must:
        case Compare(left=Aggregate() as mine, sign="==", right=Aggregate() as theirs):
            both = [Aggregate(measure=Measure.COUNT, table=each.table) for each in (mine, theirs)]
            if [mine, theirs] != both or len(rule.by) != 1:
                return None
            cells = [Cell(table=each.table, column=rule.by[0]) for each in both]
            return UnmatchedValues(
                table=mine.table, mine=cells[0], theirs=cells[1], equally_often=True
            )
        case _:
            return None


def _strict(part: Term) -> Term | None:
    if not isinstance(part, Compare) or len(tables_measured(part)) < 2 or part.null_safe:
        return None
    found = [each for each in walk(part) if isinstance(each, Aggregate)]
    if all(each.measure in COUNTS for each in found):
        return None
    return part.model_copy(update={"null_safe": True})
