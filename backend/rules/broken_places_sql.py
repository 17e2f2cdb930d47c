"""Rows at a told place of the file that are not there, or not as they must be, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_predicates import counted, holds
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    binary,
    call,
    column,
    is_true,
    named,
    number,
    over,
    table,
    text,
    where,
)
from backend.rules.language.walk import columns_read
from backend.rules.lowering import ROW, Lowered
from backend.rules.place_names import labels, say_place
from backend.rules.sql_statements import every_row, lowered

if TYPE_CHECKING:
    from backend.rules.broken_places import BrokenPlaces


def lower(rule: BrokenPlaces, facts: Facts) -> Lowered:
    """The rows that count with their numbers, what is at the place, and whether it is as told."""
    rows = counted(every_row(rule, facts), rule.where)
    nth = rows.free("number")
    rows = rows.step("numbered", (nth, over(call("ROW_NUMBER"), (), [_from_end(rule.place)])))
    rows = rows.filtered(binary(column(nth), "==", number(abs(rule.place))))
    cells = list(dict.fromkeys(name for _, name in columns_read(rule.must, rule.table)))
    names = labels(cells)
    as_told = where(call("COUNT", exp.Star()), is_true(holds(rule.must, rows)))
    told = (text(say_place(rule.place)), call("COUNT", exp.Star()), as_told)
    values = [named(value, name) for value, name in zip(told, names, strict=True)]
    shown = [named(call("ANY_VALUE", rows.column(name)), name) for name in cells]
    places = rows.page.add("places", rows.select(*values, *shown))
    query = exp.select(*(column(name) for name in (*names, *cells))).from_(table(places))
    failing = query.where(binary(column(names.as_told), "==", number(0)))
    return lowered(rule, rows.page, failing, table(places), Grain.GROUPS)


def _from_end(place: int) -> Sql:
    return column(ROW) if place > 0 else exp.Neg(this=column(ROW))
