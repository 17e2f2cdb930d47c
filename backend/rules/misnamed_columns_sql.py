"""Columns whose names are not written as they should be, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_headers import NAME, header
from backend.rules.language.lower_place import Page
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    binary,
    call,
    column,
    matches,
    named,
    negated,
    number,
    over,
    table,
)
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.misnamed_columns import MisnamedColumns

_TIMES = "times"


def lower(rule: MisnamedColumns, facts: Facts) -> Lowered:
    """The header of the table, as the database tells it, and the names that are wrong."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    found = page.add("found", header(rule.table))
    if rule.way == "unique":
        query = _repeated(rule, found, page)
    else:
        query = exp.select(column(NAME)).from_(table(found)).where(_is_wrong(rule))
    statements = lowered(rule, page, query, table(found), Grain.GROUPS)
    return Lowered(**{**vars(statements), "columns": {rule.table: None}})


def _repeated(rule: MisnamedColumns, found: str, page: Page) -> exp.Select:
    told = call("LOWER", column(NAME)) if rule.ignore_case else column(NAME)
    times = named(over(call("COUNT", exp.Star()), [told]), _TIMES)
    counted = page.add("counted", exp.select(column(NAME), times).from_(table(found)))
    shared = binary(column(_TIMES), ">", number(1))
    return exp.select(column(NAME)).from_(table(counted)).where(shared)


def _is_wrong(rule: MisnamedColumns) -> Sql:
    if rule.way == "pattern":
        return negated(matches(column(NAME), rule.pattern))
    return binary(column(NAME), "!=", call(rule.way.upper(), column(NAME)))
