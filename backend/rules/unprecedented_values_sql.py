"""Numbers that are lower or higher than any of their column in earlier runs, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.earlier_runs_sql import (
    COLUMN,
    NUMBER,
    is_of,
    kept_values,
    runs_meant,
    with_history,
)
from backend.rules.language.lower_cells import as_number
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    table,
    text,
)
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import every_row, flag_rows, tested

if TYPE_CHECKING:
    from backend.rules.unprecedented_values import UnprecedentedValues

_BEYOND = {"min": ("MIN", "<"), "max": ("MAX", ">")}


def lower(rule: UnprecedentedValues, facts: Facts) -> Lowered:
    """Rows with a value where the runs that are meant told its ends, and those beyond them."""
    refuse_filter(rule)
    place = every_row(rule, facts)
    is_column = binary(column(COLUMN), "==", text(rule.column))
    past = runs_meant(rule.table, rule.since, facts, place.page, is_column)
    is_told = kept_values(past, rule.since, rule.ends[0])
    scope = tested(place.filtered(is_filled(place.column(rule.column)), is_told))
    value = as_number(column(rule.column), scope.fact(rule.table, rule.column))
    failing = [is_empty(value)]
    for end in rule.ends:
        measure, sign = _BEYOND[end]
        told = exp.select(call(measure, column(NUMBER))).from_(table(past)).where(is_of(end))
        failing.append(binary(value, sign, exp.Subquery(this=told)))
    return with_history(flag_rows(rule, scope, scope.filtered(any_of(failing))), rule.table)
