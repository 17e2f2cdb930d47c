"""Rows that share what should be unique, in SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.folded_keys import folded_sql
from backend.rules.language.lower_periods import dated, period_of, period_of_date
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import counted
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
    quoted,
)
from backend.rules.lowering import ROW, TESTED, Lowered
from backend.rules.sql_statements import every_row, flag_rows, tested

if TYPE_CHECKING:
    from backend.rules.duplicates import Duplicates


def lower(rule: Duplicates, facts: Facts) -> Lowered:
    """Rows with a whole key, how many share it (or which of them it is), those with company."""
    place = counted(every_row(rule, facts), rule.where)
    if not rule.columns:
        return _whole_rows(rule, place)
    if not (rule.empty_counts or rule.required):
        place = place.filtered(*(is_filled(place.column(name)) for name in rule.key))
    scope = tested(place)
    keys = [folded_sql(rule, name, scope) for name in rule.columns]
    told = period_of if rule.empty_counts else period_of_date
    shared, name = _shared(rule, [*keys, *(told(period, scope) for period in rule.per)])
    name = scope.free(name)
    found = scope.step("compared", (name, shared))
    empty = [is_empty(column(each)) for each in rule.key if rule.required]
    strays = [
        all_of([is_filled(column(each.column)), is_empty(dated(each, found))]) for each in rule.per
    ]
    return flag_rows(rule, scope, found.filtered(any_of([*empty, *strays, _is_repeated(name)])))


def _shared(rule: Duplicates, keys: list[Sql]) -> tuple[Sql, str]:
    if rule.keep == "all":
        return over(call("COUNT", exp.Star()), keys), "copies"
    return over(call("ROW_NUMBER"), keys, [column(ROW)]), "copy"


def _is_repeated(name: str) -> Sql:
    return binary(column(name), ">", number(1))


def _whole_rows(rule: Duplicates, place: Place) -> Lowered:
    """All columns but the number of the row and those that do not count are one value."""
    star = exp.Star(**{"except_": [quoted(name) for name in (ROW, *rule.ignored)]})
    cells = call("ROW", exp.Columns(this=star, unpack=True))
    scope = place.page.add(TESTED, place.select(column(ROW), named(cells, "cells")))
    rows = replace(place, relation=scope, columns=(), computed={}, conditions=())
    shared, name = _shared(rule, [column("cells")])
    found = rows.step("compared", (name, shared))
    lowered = flag_rows(rule, rows, found.filtered(_is_repeated(name)))
    return replace(lowered, columns={**lowered.columns, rule.table: None})
