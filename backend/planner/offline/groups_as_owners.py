"""Groups of rows that are the rows of one owner, where the check names the owners' table, too.

"Each order has at most 18 different products", about orders and their lines, is told of the orders:
the lines with one order's key are its own, and an order without lines has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.check import Check
from backend.planner.offline.context import Context
from backend.planner.offline.keys import join_columns
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Measure, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_PLAIN = frozenset({
    Measure.COUNT, Measure.DISTINCT, Measure.SUM, Measure.MEAN, Measure.MINIMUM, Measure.MAXIMUM,
})  # fmt: skip


def with_groups_as_owners(
    rule: Rule, check: Check, context: Context, tokens: Sequence[Token]
) -> Rule:
    """The rule about each row of the owners' table, which the check names and it does not read.

    A sentence that names the key itself by its header speaks of the groups.
    """
    idle = [table for table in check.target_table if table not in rule.tables()]
    if not isinstance(rule, FailingMetrics) or len(idle) != 1 or not _is_plain(rule):
        return rule
    [owner], [key] = idle, rule.by
    pair = join_columns(context.tables[owner], context.tables[rule.table])
    if pair is None or pair[1] != key or key in {token.text for token in tokens}:
        return rule
    mine = context.column(owner, pair[0])
    if mine is None or not mine.unique or _is_column_of(owner, rule, context):
        return rule

    def change(part: Term) -> Term | None:
        return part.model_copy(update={"keys": (pair,)}) if isinstance(part, Aggregate) else None

    context.assume(f"{owner} and {rule.table} are matched by {pair[0]} = {key}.")
    return BrokenRows(table=owner, must=rewrite(rule.must, change))


def _is_column_of(owner: str, rule: FailingMetrics, context: Context) -> bool:
    """Whether the owners may have a column of that: the total dues, where clubs have dues_total."""
    measured = [part.of for part in walk(rule.must) if isinstance(part, Aggregate)]
    wanted = [{*stems_of(of.column)} for of in measured if isinstance(of, Cell)]
    headers = [{*stems_of(column.name)} for column in context.tables[owner].columns]
    return any(stems <= header for stems in wanted for header in headers)


def _is_plain(rule: FailingMetrics) -> bool:
    """Whether one column makes the groups, and all that is compared are measures of their rows."""
    if len(rule.by) != 1 or rule.per or rule.where is not None:
        return False
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    inside = {cell for part in measures for cell in walk(part) if isinstance(cell, Cell)}
    loose = {cell for cell in walk(rule.must) if isinstance(cell, Cell)} - inside
    return not loose and all(
        part.measure in _PLAIN and part.table == rule.table and not part.keys and not part.by
        for part in measures
    )
