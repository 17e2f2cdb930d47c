"""Balances that are not the sum of all movements so far, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.rules.language.lower_cells import as_number
from backend.rules.language.lower_measures import place_in_order
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    any_of,
    binary,
    call,
    column,
    is_empty,
    number,
    over,
    up_to_here,
)
from backend.rules.lowering import ROW, Lowered
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.running_totals import RunningTotals


def lower(rule: RunningTotals, facts: Facts) -> Lowered:
    """Rows that have everything, the sum of each up to its place, and those that are off."""
    scope = filled_rows(rule, facts, rule.own_columns())
    total, amount = (
        as_number(column(name), scope.fact(rule.table, name)) for name in (rule.total, rule.amount)
    )
    order = [] if rule.order_by is None else [place_in_order(rule.order_by, scope)]
    by = [column(name) for name in rule.by]
    label = scope.free("sum so far")
    so_far = over(call("SUM", amount), by, [*order, column(ROW)], up_to_here())
    summed = scope.step("summed", (label, so_far))
    apart = call("ROUND", call("ABS", binary(total, "-", column(label))), number(9))
    tests = [binary(apart, ">", number(rule.tolerance or 0)), is_empty(total), is_empty(amount)]
    return flag_rows(rule, scope, summed.filtered(any_of(tests)))
