"""Rows whose intervals overlap although one key holds one interval at a time, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.language.lower_cells import converted, has_time
from backend.rules.language.lower_place import Place
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
    over,
    text,
    when,
)
from backend.rules.language.terms import Reads
from backend.rules.lowering import ROW, Lowered
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.overlapping_intervals import OverlappingIntervals


def lower(rule: OverlappingIntervals, facts: Facts) -> Lowered:
    """Rows with a key and a start, in order of start; each against the latest end so far."""
    scope = filled_rows(rule, facts, (*rule.by, rule.start))
    reads = _reads(rule, scope)
    start, end = (
        converted(column(name), scope.fact(rule.table, name), reads)
        for name in (rule.start, rule.end)
    )
    starts, ends = scope.free("starts"), scope.free("ends")
    spans = scope.step("spans", (starts, start), (ends, _end(rule, start, end, reads)))
    latest, following = scope.free("latest end before"), scope.free("next start")
    order = [column(starts), column(ROW)]
    by = [column(name) for name in rule.by]
    before = over(call("MAX", column(ends)), by, order, _rows_before())
    placed = spans.step(
        "compared", (latest, before), (following, over(call("LEAD", column(starts)), by, order))
    )
    overlaps = [binary(column(starts), "<=" if rule.closed else "<", column(latest))]
    if rule.flag == "all":
        overlaps.append(binary(column(ends), ">=" if rule.closed else ">", column(following)))
    unreadable = [is_empty(start), all_of([is_filled(column(rule.end)), is_empty(end)])]
    return flag_rows(rule, scope, placed.filtered(any_of([*overlaps, *unreadable])))


def _end(rule: OverlappingIntervals, start: Sql, end: Sql, reads: Reads) -> Sql:
    """An open end is endless; an unreadable one is taken for the start."""
    endless = cast(text("infinity"), "DOUBLE" if reads == Reads.NUMBER else "TIMESTAMP")
    return when(is_empty(column(rule.end)), endless, call("COALESCE", end, start))


def _rows_before() -> exp.WindowSpec:
    return exp.WindowSpec(
        kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="1", end_side="PRECEDING"
    )


def _reads(rule: OverlappingIntervals, place: Place) -> Reads:
    """By calendar day, unless both ends carry a time of day."""
    facts = [place.fact(rule.table, name) for name in (rule.start, rule.end)]
    if all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in facts):
        return Reads.NUMBER
    return Reads.TIME if all(map(has_time, facts)) else Reads.DATE
