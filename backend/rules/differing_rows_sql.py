"""Rows of two tables that should agree and do not, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import ColumnRead, Grain
from backend.contracts.schema import ColumnType
from backend.rules.language.lower_cells import converted, has_time
from backend.rules.language.lower_place import Page
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    cast,
    column,
    is_empty,
    is_filled,
    is_not_true,
    named,
    number,
    quoted,
    table,
    text,
)
from backend.rules.language.terms import Reads
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered, once_each

if TYPE_CHECKING:
    from backend.rules.differing_rows import DifferingRows


def lower(rule: DifferingRows, facts: Facts) -> Lowered:
    """The rows of both tables with one key side by side; or how often each row is in both."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    return (_pairs if rule.keys else _counts)(rule, facts, page)


def _pairs(rule: DifferingRows, facts: Facts, page: Page) -> Lowered:
    mine, theirs = (_side(rule, name, facts, page) for name in rule.tables())
    join = exp.Join(
        this=table(theirs),
        side="FULL" if rule.missing else None,
        kind=None if rule.missing else "INNER",
        using=[quoted(name) for name in rule.keys],
    )
    cells = [
        named(column(name, side), f"{rule.name_in(of, name)} in {of}")
        for name in rule.columns
        for side, of in zip((mine, theirs), rule.tables(), strict=True)
    ]
    found = exp.Case(
        ifs=[
            exp.If(this=is_empty(column(rule.keys[0], side)), true=text(f"only in {of}"))
            for side, of in zip((theirs, mine), rule.tables(), strict=True)
        ],
        default=text("both"),
    )
    shown = [*map(column, rule.keys), *cells, named(found, "found")]
    pairs = page.add("pairs", exp.select(*shown).from_(table(mine)).join(join))
    names = [column(each.output_name) for each in shown]
    query = exp.select(*names).from_(table(pairs)).where(_differs(rule, facts))
    query = query.order_by(*map(column, rule.keys))
    return lowered(rule, page, query, table(pairs), Grain.GROUPS)


def _side(rule: DifferingRows, of: str, facts: Facts, page: Page) -> str:
    """One table's rows that have a key, read as both tables can be."""
    cells = [named(_cell(rule, name, of, facts), name) for name in rule.own_columns()]
    read = page.add(f"read_{of}", exp.select(*cells).from_(table(of)))
    keys = [column(name) for name in rule.keys]
    query = exp.select(*map(column, rule.own_columns())).from_(table(read))
    query = query.where(all_of(map(is_filled, keys)))
    return once_each(page, query, keys, f"{' and '.join(rule.keys)} of {of}")


def _cell(rule: DifferingRows, name: str, of: str, facts: Facts) -> Sql:
    reads = _reads(rule, name, facts)
    there = rule.name_in(of, name)
    found = converted(column(there), facts[of, there], reads)
    has_numbers = any(fact.type in NUMERIC for fact in _facts_of(rule, name, facts))
    if reads == Reads.TEXT and has_numbers:
        return call("REGEXP_REPLACE", found, text(r"\.0$"), text(""))
    return found


def _facts_of(rule: DifferingRows, name: str, facts: Facts) -> list[ColumnRead]:
    return [facts[of, rule.name_in(of, name)] for of in rule.tables()]


def _reads(rule: DifferingRows, name: str, facts: Facts) -> Reads:
    """As numbers or dates if both sides hold them, else as text."""
    both = _facts_of(rule, name, facts)
    if all(fact.type in NUMERIC for fact in both):
        return Reads.NUMBER
    are_dates = all(fact.type == ColumnType.DATE and fact.date_format for fact in both)
    return Reads.TIME if are_dates else Reads.TEXT


def _differs(rule: DifferingRows, facts: Facts) -> Sql:
    tests = [_are_unlike(rule, name, facts) for name in rule.columns]
    if rule.missing:
        tests.append(binary(column("found"), "!=", text("both")))
    return any_of(tests)


def _are_unlike(rule: DifferingRows, name: str, facts: Facts) -> Sql:
    mine, theirs = (column(f"{rule.name_in(of, name)} in {of}") for of in rule.tables())
    are_whole = all(fact.type == ColumnType.INTEGER for fact in _facts_of(rule, name, facts))
    if _reads(rule, name, facts) != Reads.NUMBER or (are_whole and not rule.tolerance):
        return exp.NullSafeNEQ(this=mine, expression=theirs)
    apart = call("ROUND", call("ABS", binary(mine, "-", theirs)), number(9))
    is_near = binary(apart, "<=", number(rule.tolerance))
    return is_not_true(any_of([is_near, all_of([is_empty(mine), is_empty(theirs)])]))


def _counts(rule: DifferingRows, facts: Facts, page: Page) -> Lowered:
    """All rows of both tables below each other, and how many of each row are of which."""
    labels = [f"rows in {of}" for of in rule.tables()]
    sides = []
    for of in rule.tables():
        cells = [named(_written(rule, name, of, facts), name) for name in rule.columns]
        mark = [named(number(int(label == f"rows in {of}")), label) for label in labels]
        sides.append(exp.select(*cells, *mark).from_(table(of)))
    every = page.add("all_rows", sides[0].union(sides[1], distinct=False))
    names = [column(name) for name in rule.columns]
    sums = [named(cast(call("SUM", column(label)), "BIGINT"), label) for label in labels]
    query = exp.select(*names, *sums).from_(table(every)).group_by(*names)
    counts = page.add("counts", query)
    mine, theirs = map(column, labels)
    query = exp.select(*names, mine, theirs).from_(table(counts)).order_by(*names)
    query = query.where(binary(mine, "!=", theirs))
    return lowered(rule, page, query, table(counts), Grain.GROUPS)


def _written(rule: DifferingRows, name: str, of: str, facts: Facts) -> Sql:
    """The cell as text, an empty one as an empty text."""
    found, reads = _cell(rule, name, of, facts), _reads(rule, name, facts)
    both = _facts_of(rule, name, facts)
    if reads == Reads.NUMBER and any(fact.type != ColumnType.INTEGER for fact in both):
        found = cast(found, "DOUBLE")
    if reads == Reads.TIME:
        layout = "%Y-%m-%d %H:%M:%S.%f" if any(map(has_time, both)) else "%Y-%m-%d"
        found = call("STRFTIME", found, text(layout))
    written = cast(found, "TEXT") if reads == Reads.NUMBER else found
    return call("COALESCE", written, text(""))
