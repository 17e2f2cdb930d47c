"""Tables in which too many rows are copies, in SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import counted
from backend.rules.language.lower_values import exact
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    column,
    is_filled,
    named,
    number,
    over,
    quoted,
    table,
    where,
)
from backend.rules.lowering import ROW, Lowered
from backend.rules.metric_bounds import opposite
from backend.rules.sql_statements import every_row, lowered

if TYPE_CHECKING:
    from backend.rules.repeated_rows import RepeatedRows

_TIMES, _CELLS = "times", "cells"


def lower(rule: RepeatedRows, facts: Facts) -> Lowered:
    """How often each row is there (or which of them it is), the measure, and whether it breaks."""
    place = counted(every_row(rule, facts), rule.where)
    page = place.page
    rows = page.add("counted", place.select(named(_cells(rule, place), _CELLS), _is_whole(rule)))
    compared = exp.select(named(_times(rule), _TIMES), column(_WHOLE)).from_(table(rows))
    is_copy = all_of([column(_WHOLE), binary(column(_TIMES), ">", number(1))])
    found = where(call("COUNT", exp.Star()), is_copy)
    every = call("COUNT", exp.Star())
    measure = binary(found, "/", every) if rule.is_share else found
    query = exp.select(named(measure, rule.label)).from_(table(page.add("compared", compared)))
    metrics = page.add("metrics", query.having(binary(every, ">", number(0))))
    broken = any_of(
        [binary(column(rule.label), opposite(sign), exact(bound)) for sign, bound in rule.bounds]
    )
    flagged = exp.select(column(rule.label)).from_(table(metrics)).where(broken)
    found_all = lowered(rule, page, flagged, table(metrics), Grain.GROUPS)
    if rule.columns:
        return found_all
    return replace(found_all, columns={**found_all.columns, rule.table: None})


_WHOLE = "is whole"


def _cells(rule: RepeatedRows, place: Place) -> Sql:
    """What is compared, as one value."""
    if rule.columns:
        return call("ROW", *(place.column(name) for name in rule.columns))
    star = exp.Star(**{"except_": [quoted(name) for name in (ROW, *rule.ignored)]})
    return call("ROW", exp.Columns(this=star, unpack=True))


def _is_whole(rule: RepeatedRows) -> Sql:
    """Whether a row has all the cells that are compared; whole rows need none."""
    return named(all_of([is_filled(column(name)) for name in rule.columns]), _WHOLE)


def _times(rule: RepeatedRows) -> Sql:
    measure = call("COUNT", exp.Star()) if rule.measure == "copies" else call("ROW_NUMBER")
    return over(measure, [column(_CELLS)])
