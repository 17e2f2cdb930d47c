"""Values held against the ones just before them: rows in order, periods in order."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.proof.meaning import measures, truth
from backend.proof.meaning.calendar_periods import is_dated, period_of
from backend.proof.meaning.cells import NUMERIC, converted
from backend.proof.meaning.row_kinds import Rows, cells, counted, filled, grouped, number
from backend.proof.meaning.unknowns import Unreadable
from backend.proof.meaning.world import Here, World
from backend.rules.language.words import Measure, Reads
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.moving_windows import Side
from backend.rules.outlying_periods import OutlyingPeriods


def moving_outliers(rule: MovingOutliers, world: World) -> Rows:
    """Rows too far from the whole window before them, and those whose cells cannot be read."""
    kept = filled(counted(rule, world), rule.own_columns())
    strays = [here.row for here in kept if number(here, rule.column) is None]
    strays += [here.row for here in kept if _place(rule, here) is None]
    placed = [here for here in kept if here.row not in strays]
    placed.sort(key=lambda here: _place(rule, here))
    judged, flagged = 0, []
    for rows in grouped(placed, rule.by).values():
        numbers = [
            (here.row, each) for here in rows if (each := number(here, rule.column)) is not None
        ]
        for at in range(rule.rows, len(numbers)):
            row, found = numbers[at]
            window = [each for _, each in numbers[at - rule.rows : at]]
            judged += 1
            flagged += [row] if is_far(found, window, rule.factor, rule.side) else []
    return Rows(judged + len({*strays}), tuple({*flagged, *strays}))


def outlying_periods(rule: OutlyingPeriods, world: World) -> tuple[int, int]:
    """The periods behind a whole window, or with cells that cannot be read, and those that fail."""
    groups: dict[tuple[Any, ...], dict[str, list[Here]]] = {}
    for here in filled(counted(rule, world), rule.own_columns()):
        spans = groups.setdefault(cells(here, rule.by), {})
        spans.setdefault(period_of(rule.per[0], here), []).append(here)
    tested = failing = 0
    for spans in groups.values():
        unread = [span for span, rows in spans.items() if _unreadable(rule, rows)]
        told = [_measure(rule, spans[span]) for span in sorted(spans) if span not in unread]
        values = [each for each in told if each is not None]
        windows = [(values[at - rule.periods : at], at) for at in range(rule.periods, len(values))]
        tested += len(unread) + len(windows)
        failing += len(unread)
        failing += sum(is_far(values[at], w, rule.factor, rule.side) for w, at in windows)
    return tested, failing


def _measure(rule: OutlyingPeriods, rows: list[Here]) -> float | None:
    found = measures.measure_rows(rule.measured(), rows)
    return None if found is None else round(float(found), 9)


def _unreadable(rule: OutlyingPeriods, rows: list[Here]) -> bool:
    """Whether a cell is no date, or a measured one is no number."""
    of = rule.measured()
    if not all(is_dated(rule.per[0], here) for here in rows):
        return True
    if of.measure in (Measure.COUNT, Measure.DISTINCT):
        return False
    kept = [here for here in rows if of.where is None or truth.holds(of.where, here)]
    return measures.unreadable(of, kept) > 0


def is_far(found: float, window: Sequence[float], factor: float, side: Side) -> bool:
    """Whether a value lies beyond so many sample standard deviations, told to nine decimals."""
    apart = found - statistics.fmean(window)
    distance = {"both": abs(apart), "above": apart, "below": -apart}[side]
    return round(distance - factor * statistics.stdev(window), 9) > 0


def _place(rule: MovingOutliers, here: Here) -> Any:
    """Numbers and dates by their size, all else as text; None for what cannot be read."""
    if rule.order_by is None:
        return here.row
    fact = here.world.fact(rule.table, rule.order_by)
    try:
        return converted(here.cell(rule.order_by), fact, _reads(fact))
    except Unreadable:
        return None


def _reads(fact: ColumnRead) -> Reads:
    types = (fact.type, fact.mostly)
    if ColumnType.DATE not in types and any(each in NUMERIC for each in types):
        return Reads.NUMBER
    return Reads.TEXT if fact.date_format is None else Reads.TIME
