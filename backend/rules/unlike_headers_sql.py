"""Columns that one of two tables has and the other has not, in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_headers import (
    NAME,
    PROBLEM,
    displaced,
    header,
    problem,
    together,
)
from backend.rules.language.lower_place import Page
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.lower_types import TYPE, column_types
from backend.rules.language.rows import Facts
from backend.rules.language.sql import binary, call, column, named, table, text
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.unlike_headers import UnlikeHeaders


def lower(rule: UnlikeHeaders, facts: Facts) -> Lowered:
    """Both headers, as the database tells them, and what differs between them."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    mine, theirs = (
        page.add(side, header(of))
        for side, of in zip(("mine", "theirs"), rule.tables(), strict=True)
    )
    if rule.way == "count":
        query = _counts(mine, theirs)
    else:
        query = together(list(_problems(rule, mine, theirs, page)), page)
    scope = page.add("compared", _typed(rule, page)) if rule.way == "shared" else mine
    statements = lowered(rule, page, query, table(scope), Grain.GROUPS)
    return Lowered(**{**vars(statements), "columns": dict.fromkeys(rule.tables())})


def _problems(rule: UnlikeHeaders, mine: str, theirs: str, page: Page) -> Iterator[exp.Select]:
    left, right = (f"only in {of}" for of in rule.tables())
    if rule.way != "shared":
        yield problem(left, mine, theirs, is_there=False)
    if rule.way in ("names", "order"):
        yield problem(right, theirs, mine, is_there=False)
    if rule.way == "order":
        yield displaced("elsewhere", mine, theirs, page)
    if rule.types:
        yield _retyped(rule, page)


def _retyped(rule: UnlikeHeaders, page: Page) -> exp.Select:
    """The columns of both whose types differ, with the two types."""
    types = [column(TYPE, column_types(of, page)) for of in rule.tables()]
    return _typed(rule, page).where(binary(types[0], "!=", types[1]))


def _typed(rule: UnlikeHeaders, page: Page) -> exp.Select:
    """The columns that have a type on both sides, with what both are."""
    one, another = (column_types(of, page) for of in rule.tables())
    here, there = text(f" in {rule.table}, "), text(f" in {rule.other}")
    told = call("CONCAT", column(TYPE, one), here, column(TYPE, another), there)
    same = binary(column(NAME, one), "==", column(NAME, another))
    shown = named(told, PROBLEM), column(NAME, one)
    return exp.select(*shown).from_(table(one)).join(table(another), on=same)


def _counts(mine: str, theirs: str) -> exp.Select:
    sizes = [
        exp.Subquery(this=exp.select(call("COUNT", exp.Star())).from_(table(side)))
        for side in (mine, theirs)
    ]
    labels = ("mine", "theirs")
    told = exp.select(*(named(size, label) for size, label in zip(sizes, labels, strict=True)))
    shown = [column(label) for label in labels]
    query = exp.select(*shown).from_(exp.Subquery(this=told, alias=_SIZES))
    return query.where(binary(shown[0], "!=", shown[1]))


_SIZES = exp.TableAlias(this=exp.to_identifier("sizes", quoted=True))
