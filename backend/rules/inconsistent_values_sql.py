"""Rows whose key has several values where it should have one, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.folded_keys import folded_sql
from backend.rules.language.rows import Facts
from backend.rules.language.sql import any_of, binary, call, column, number, over
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.inconsistent_values import InconsistentValues


def lower(rule: InconsistentValues, facts: Facts) -> Lowered:
    """Complete rows, how many values their key has, and those whose key has several."""
    scope = filled_rows(rule, facts, rule.filled_columns())
    key = [folded_sql(rule, name, scope) for name in rule.key]
    labels = [scope.free(f"distinct {name}") for name in rule.values]
    counts = [
        over(call("COUNT", exp.Distinct(expressions=[column(name)])), key) for name in rule.values
    ]
    found = scope.step("compared", *zip(labels, counts, strict=True))
    several = any_of(binary(column(label), ">", number(1)) for label in labels)
    return flag_rows(rule, scope, found.filtered(several))
