"""Periods of the calendar whose measure lies far from that of the periods before, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.contracts.plan import Grain
from backend.rules.failing_metrics_sql import metrics_place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    any_of,
    binary,
    column,
    named,
    number,
    when,
)
from backend.rules.lowering import Lowered
from backend.rules.metric_names import UNREADABLE, metric_names
from backend.rules.moving_windows_sql import is_far, windowed
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.outlying_periods import OutlyingPeriods

_MEAN, _SPREAD = "mean before", "deviation before"


def lower(rule: OutlyingPeriods, facts: Facts) -> Lowered:
    """The measure of each period, what the whole window before it was, and those too far off."""
    metrics = rule.metrics()
    label = metric_names(metrics.must, rule.table, metrics.groups)[rule.measured()]
    place = metrics_place(metrics, facts)
    unread = binary(column(UNREADABLE), ">", number(0))
    by = [*(column(name) for name in rule.by), unread]
    order = [column(period.label) for period in rule.per]
    step, window = windowed(place, column(label), by, order, rule.periods)
    is_whole = binary(column(window.size), "==", number(rule.periods))
    judged = step.filtered(any_of([is_whole, unread])).step("judged")
    far = is_far(column(label), window, factor=rule.factor, side=rule.side)
    failing = judged.filtered(any_of([far, unread]))
    is_told = binary(column(UNREADABLE), "==", number(0))
    before = ((window.mean, _MEAN), (window.spread, _SPREAD))
    shown = [named(when(is_told, column(name)), told) for name, told in before]
    query = failing.select(*(column(name) for name in place.columns), *shown)
    query = query.order_by(*(column(name) for name in metrics.groups))
    return lowered(rule, judged.page, query, judged.source(), Grain.GROUPS)
