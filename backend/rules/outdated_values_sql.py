"""Values that are not those in force on their day, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.language.lower_atoms import filled
from backend.rules.language.lower_cells import converted
from backend.rules.language.lower_keys import is_related
from backend.rules.language.lower_measures import prepared
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import counted
from backend.rules.language.lower_values import value
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    number,
)
from backend.rules.language.terms import Reads
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import every_row, flag_rows, rows_of, tested

if TYPE_CHECKING:
    from backend.rules.outdated_values import OutdatedValues


def lower(rule: OutdatedValues, facts: Facts) -> Lowered:
    """Rows with a day and a key, each held against the entries in force on that day."""
    rows = prepared(counted(every_row(rule, facts), rule.where), rule.at)
    compared = [] if rule.value is None else [rule.value.column]
    there = [is_filled(rows.column(name)) for name in (rule.key[0], *compared)]
    rows = rows.filtered(*there, *filled(rule.at, rows))
    label = rows.free("day")
    dated = rows.step("dated", (label, value(rule.at, Reads.DATE, rows)))
    entries = _entries(rule, dated)
    if rule.value is None:
        wrong = exp.not_(_is_in_force(rule, label, dated, entries))
        return flag_rows(rule, dated, dated.filtered(wrong))
    is_judged = any_of([_is_in_force(rule, label, dated, entries), is_empty(column(label))])
    scope = tested(dated.filtered(is_judged))
    agrees = _agrees(rule, scope, entries)
    return flag_rows(
        rule, scope, scope.filtered(exp.not_(_is_in_force(rule, label, scope, entries, agrees)))
    )


def _entries(rule: OutdatedValues, beside: Place) -> Place:
    """The entries, which say nothing where their value is empty."""
    entries = rows_of(rule, rule.listed, beside)
    wanted = [] if rule.value is None else [is_filled(entries.column(rule.wanted))]
    return entries.filtered(*wanted).step("entries")


def _is_in_force(rule: OutdatedValues, day: str, rows: Place, entries: Place, *more: Sql) -> Sql:
    """Whether there is an entry of this row's key whose days hold this row's day."""
    at = column(day, rows.relation)
    start, end = (
        converted(column(name, entries.relation), entries.fact(rule.listed, name), Reads.DATE)
        for name in (rule.start, rule.end)
    )
    inner = entries.seen_from_within()
    query = inner.filtered(
        is_related((rule.key,), rows, inner),
        binary(start, "<=", at),
        any_of([binary(end, ">=", at), is_empty(column(rule.end, entries.relation))]),
        *more,
    ).select(number(1))
    return exp.Exists(this=query)


def _agrees(rule: OutdatedValues, rows: Place, entries: Place) -> Sql:
    """The row's value is the entry's: as numbers, to nine decimals, where both columns are."""
    assert rule.value is not None  # noqa: S101 - its caller compares one
    facts = rows.fact(rule.table, rule.value.column), rows.fact(rule.listed, rule.wanted)
    may_be_numbers = all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in facts)
    is_number = may_be_numbers and any(fact.type in NUMERIC for fact in facts)
    reads = Reads.NUMBER if is_number else Reads.TEXT
    cells = (column(rule.value.column, rows.relation), column(rule.wanted, entries.relation))
    mine, wanted = (converted(cell, fact, reads) for cell, fact in zip(cells, facts, strict=True))
    if not is_number:
        return binary(mine, "==", wanted)
    apart = call("ROUND", call("ABS", binary(mine, "-", wanted)), number(9))
    return binary(apart, "==", number(0))
