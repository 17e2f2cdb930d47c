"""Measures of a table, or of each group of its rows, held against their bounds.

Computed numbers are told to nine decimals.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from backend.proof.meaning import measures, truth
from backend.proof.meaning.calendar_periods import is_dated, period_of
from backend.proof.meaning.row_kinds import cells, counted, filled
from backend.proof.meaning.statistics_of import modes
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import Here, Table, World, every_row
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate
from backend.rules.language.walk import cells_measured, walk
from backend.rules.language.words import Measure

COUNTS = (Measure.COUNT, Measure.DISTINCT)
"""Measures that are never empty: of no rows they are 0."""


class Metrics(NamedTuple):
    """What was measured of the table or of one group; None where there was nothing."""

    told: dict[Aggregate, Any]
    unreadable: int = 0

    @property
    def is_told(self) -> bool:
        """Whether there is something to judge."""
        has_count = any(aggregate.measure in COUNTS for aggregate in self.told)
        return has_count or bool(self.unreadable) or any(v is not None for v in self.told.values())


def failing_metrics(rule: FailingMetrics, world: World) -> tuple[int, int]:
    """The metrics, or groups, that can be told, and how many of them fail."""
    found = [each for each in _metrics(rule, world) if each.is_told]
    return len(found), sum(_fails(rule, each, world) for each in found)


def _fails(rule: FailingMetrics, metrics: Metrics, world: World) -> bool:
    """A metric is a row of its own: its cells are what was measured."""
    here = Here(world, Table(rule.table, {}, 0), 0, (), metrics.told)
    return metrics.unreadable > 0 or truth.breaks(rule.must, here)


def _metrics(rule: FailingMetrics, world: World) -> Iterator[Metrics]:
    measured = (term for term in walk(rule.must) if isinstance(term, Aggregate))
    aggregates = list(dict.fromkeys(measured))
    if any(aggregate.measure is Measure.TOP for aggregate in aggregates):
        yield from _tops(rule, aggregates, world)
        return
    tables = dict.fromkeys(aggregate.table for aggregate in aggregates)
    groups = {name: _groups(rule, _rows(name, rule, world)) for name in tables}
    keys = dict.fromkeys(key for by_key in groups.values() for key in by_key)
    for key in keys if rule.groups else [()]:
        rows = {each: groups[each.table].get(key, []) for each in aggregates}
        told = {each: _measure(each, rows[each]) for each in aggregates}
        strays = _undated(rule, groups[rule.table].get(key, [])) if rule.per else 0
        yield Metrics(told, strays + sum(_unreadable(each, rows[each]) for each in aggregates))


def _rows(table: str, rule: FailingMetrics, world: World) -> list[Here]:
    return counted(rule, world) if table == rule.table else every_row(world, table)


def _groups(rule: FailingMetrics, rows: list[Here]) -> dict[tuple[object, ...], list[Here]]:
    """Rows by their cells and the periods of their dates; those that lack one are in no group."""
    found: dict[tuple[object, ...], list[Here]] = {}
    for here in filled(rows, rule.own_columns()):
        spans = (period_of(period, here) for period in rule.per)
        found.setdefault((*cells(here, rule.by), *spans), []).append(here)
    return found


def _undated(rule: FailingMetrics, rows: list[Here]) -> int:
    """Cells that should tell a period and are no date."""
    return sum(not is_dated(period, here) for period in rule.per for here in rows)


def _tops(rule: FailingMetrics, aggregates: list[Aggregate], world: World) -> Iterator[Metrics]:
    """Each of the most frequent values is judged."""
    only, *others = aggregates
    if others or rule.groups:
        raise unknown("most frequent value together with", rule.groups or others)
    rows = _kept(only, _rows(only.table, rule, world))
    for value in modes(list(measures.readable(only, rows))):
        yield Metrics({only: value})


def _kept(aggregate: Aggregate, rows: list[Here]) -> list[Here]:
    return [row for row in rows if aggregate.where is None or truth.holds(aggregate.where, row)]


def _measure(aggregate: Aggregate, rows: list[Here]) -> Any:
    if aggregate.keys or aggregate.by:
        raise unknown("metric with keys or groups of its own over", aggregate.table)
    found = measures.measure_rows(aggregate, rows)
    is_exact = aggregate.measure is Measure.SHARE or not isinstance(found, float)
    return found if is_exact or not math.isfinite(found) else round(found, 9)


def _unreadable(aggregate: Aggregate, rows: list[Here]) -> int:
    """Filled cells that are no number, or no date, although a metric takes them for one."""
    if aggregate.measure in (*COUNTS, Measure.TOP, Measure.SHARE) or aggregate.of is None:
        return 0
    kept = _kept(aggregate, rows)
    parts = (
        Aggregate(measure=Measure.SUM, table=aggregate.table, of=cell)
        for cell in cells_measured(aggregate.of)
    )
    return sum(measures.unreadable(part, kept) for part in parts)
