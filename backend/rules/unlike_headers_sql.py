"""Columns that one of two tables has and the other has not, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_headers import displaced, header, problem, together
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import Facts
from backend.rules.language.sql import binary, call, column, named, table
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
        sides = zip(rule.tables(), ((mine, theirs), (theirs, mine)), strict=True)
        problems = [problem(f"only in {of}", *pair, is_there=False) for of, pair in sides]
        if rule.way == "order":
            problems.append(displaced("elsewhere", mine, theirs, page))
        query = together(problems, page)
    statements = lowered(rule, page, query, table(mine), Grain.GROUPS)
    return Lowered(**{**vars(statements), "columns": dict.fromkeys(rule.tables())})


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
