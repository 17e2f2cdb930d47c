"""Values that lie far from the values of the rows before them, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.rules.language.lower_cells import as_number, converted
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import Sql, any_of, binary, column, is_empty, number
from backend.rules.lowering import ROW, Lowered
from backend.rules.moving_windows import order_reads
from backend.rules.moving_windows_sql import is_far, windowed
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.moving_outliers import MovingOutliers


def lower(rule: MovingOutliers, facts: Facts) -> Lowered:
    """The rows with a number and a place, what stands before each, and those too far off."""
    rows = filled_rows(rule, facts, rule.own_columns())
    value = as_number(column(rule.column), rows.fact(rule.table, rule.column))
    place = [] if rule.order_by is None else [_place(rule.order_by, rows)]
    strays: list[Sql] = [is_empty(each) for each in (value, *place)]
    by = [*(column(name) for name in rule.by), *strays]
    step, window = windowed(rows, value, by, [*place, column(ROW)], rule.rows)
    is_whole = binary(column(window.size), "==", number(rule.rows))
    scope = step.filtered(any_of([is_whole, *strays])).step("judged")
    far = is_far(value, window, factor=rule.factor, side=rule.side)
    return flag_rows(rule, scope, scope.filtered(any_of([far, *strays])))


def _place(name: str, rows: Place) -> Sql:
    fact = rows.fact(rows.table, name)
    return converted(column(name), fact, order_reads(fact))
