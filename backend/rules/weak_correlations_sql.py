"""Pairs of columns whose correlation is out of bounds, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_cells import as_number
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    named,
    number,
    over,
    table,
    when,
    where,
)
from backend.rules.lowering import Lowered
from backend.rules.metric_bounds import opposite
from backend.rules.sql_statements import filled_rows, lowered

if TYPE_CHECKING:
    from backend.rules.weak_correlations import WeakCorrelations

_SIDES = ("left", "right")
_COEFFICIENT, _STRAYS = "correlation", "unreadable rows"


def lower(rule: WeakCorrelations, facts: Facts) -> Lowered:
    """Rows with both numbers, or the ranks of these, and the coefficient of them."""
    scope = filled_rows(rule, facts, rule.own_columns())
    page = scope.page
    values = page.add("numbers", scope.select(*_numbers(rule, scope)))
    counted = page.add("ranks", _ranks(values)) if rule.ranks else values
    left, right = map(column, _SIDES)
    vary = all_of(binary(_distinct(side), ">", number(1)) for side in (left, right))
    told = when(vary, call("CORR", left, right))
    strays = where(call("COUNT", exp.Star()), any_of([is_empty(left), is_empty(right)]))
    query = exp.select(named(told, _COEFFICIENT), named(strays, _STRAYS)).from_(table(counted))
    metrics = page.add("metrics", query)
    has_strays = binary(column(_STRAYS), ">", number(0))
    is_told = any_of([is_filled(column(_COEFFICIENT)), has_strays])
    shown = column(_COEFFICIENT), column(_STRAYS)
    judged = page.add("judged", exp.select(*shown).from_(table(metrics)).where(is_told))
    broken = any_of([*_broken(rule), has_strays])
    flagged = exp.select(*shown).from_(table(judged)).where(broken)
    return lowered(rule, page, flagged, table(judged), Grain.GROUPS)


def _numbers(rule: WeakCorrelations, scope: Place) -> list[Sql]:
    """Both cells as numbers."""
    cells = ((column(name), scope.fact(rule.table, name)) for name in rule.own_columns())
    return [named(as_number(*cell), side) for cell, side in zip(cells, _SIDES, strict=True)]


def _ranks(values: str) -> exp.Select:
    """Each number's place among all of its column; equal ones share the mean of theirs."""
    places = []
    for side in _SIDES:
        first = over(call("RANK"), order=[column(side)])
        others = binary(over(call("COUNT", exp.Star()), [column(side)]), "-", number(1))
        place = binary(first, "+", binary(others, "/", number(2)))
        places.append(named(when(is_filled(column(side)), place), side))
    return exp.select(*places).from_(table(values))


def _distinct(side: Sql) -> Sql:
    return call("COUNT", exp.Distinct(expressions=[side]))


def _broken(rule: WeakCorrelations) -> list[Sql]:
    found = call("ROUND", column(_COEFFICIENT), number(9))
    found = call("ABS", found) if rule.size else found
    return [binary(found, opposite(sign), number(bound)) for sign, bound in rule.bounds]
