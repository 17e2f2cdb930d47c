"""Columns that a table lacks, or has without being asked for, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_headers import (
    displaced,
    header,
    listed_header,
    problem,
    together,
)
from backend.rules.language.lower_place import Page
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import Facts
from backend.rules.language.sql import any_of, binary, call, named, number, table
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.wrong_columns import WrongColumns


def lower(rule: WrongColumns, facts: Facts) -> Lowered:
    """The header of the table, as the database tells it, and what is wrong with it."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    found = page.add("found", header(rule.table))
    query = _count(rule, found) if rule.way == "count" else _compare(rule, found, page)
    statements = lowered(rule, page, query, table(found), Grain.GROUPS)
    return Lowered(**{**vars(statements), "columns": {rule.table: None}})


def _count(rule: WrongColumns, found: str) -> exp.Select:
    total = call("COUNT", exp.Star())
    bounds = ((rule.fewest, "<"), (rule.most, ">"))
    wrong = any_of(
        binary(total, sign, number(bound)) for bound, sign in bounds if bound is not None
    )
    return exp.select(named(total, "columns")).from_(table(found)).having(wrong)


def _compare(rule: WrongColumns, found: str, page: Page) -> exp.Select:
    wanted = page.add("wanted", listed_header(rule.columns))
    if rule.way == "lacks":
        return problem("not allowed", found, wanted, is_there=True)
    problems = [problem("missing", wanted, found, is_there=False)]
    if rule.way != "has":
        problems.append(problem("not allowed", found, wanted, is_there=False))
    if rule.way == "ordered":
        problems.append(displaced("displaced", wanted, found, page))
    return together(problems, page)
