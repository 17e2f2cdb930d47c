"""Values that lie far from the others of their column, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.rules.language.lower_cells import as_number
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    any_of,
    binary,
    call,
    column,
    is_empty,
    number,
    over,
)
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.outliers import Outliers


def lower(rule: Outliers, facts: Facts) -> Lowered:
    """Rows with a value, the spread of their group, and those too far off."""
    scope = filled_rows(rule, facts, rule.own_columns())
    value = as_number(column(rule.column), scope.fact(rule.table, rule.column))
    find = _quartiles if rule.way == "iqr" else _distances
    place, is_far = find(rule, scope, value)
    return flag_rows(rule, scope, place.filtered(any_of([is_empty(value), is_far])))


def _by(rule: Outliers) -> list[Sql]:
    return [column(name) for name in rule.by]


def _quartiles(rule: Outliers, scope: Place, value: Sql) -> tuple[Place, Sql]:
    labels = scope.free("first quartile"), scope.free("third quartile")
    quartiles = [
        over(call("QUANTILE_CONT", value, number(share)), _by(rule)) for share in (0.25, 0.75)
    ]
    place = scope.step("compared", *zip(labels, quartiles, strict=True))
    low, high = map(column, labels)
    reach = binary(number(rule.factor), "*", binary(high, "-", low))
    below = _is_beyond(binary(low, "-", reach), value)
    return place, any_of([below, _is_beyond(value, binary(high, "+", reach))])


def _distances(rule: Outliers, scope: Place, value: Sql) -> tuple[Place, Sql]:
    """How far each value is from the middle, and how far the values are as a rule."""
    middle, distance, spread = map(scope.free, ("middle", "distance", "spread"))
    is_mad = rule.way == "mad"
    place = scope.step(
        "centred", (middle, over(call("MEDIAN" if is_mad else "AVG", value), _by(rule)))
    )
    apart = call("ABS", binary(value, "-", column(middle)))
    usual = call("MEDIAN", apart) if is_mad else call("STDDEV_SAMP", value)
    place = place.step("compared", (distance, apart), (spread, over(usual, _by(rule))))
    limit = binary(number(rule.factor), "*", column(spread))
    return place, _is_beyond(column(distance), limit)


def _is_beyond(value: Sql, limit: Sql) -> Sql:
    """Values on the bound are inside, whatever floating point makes of it."""
    return binary(call("ROUND", binary(value, "-", limit), number(9)), ">", number(0))
