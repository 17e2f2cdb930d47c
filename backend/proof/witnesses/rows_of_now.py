"""Rows of a table today, and of its history: what is measured now, and what was before."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from backend.contracts.check import Cell
from backend.contracts.history import COLUMNS
from backend.contracts.witness import TinyTable
from backend.proof.meaning import measures
from backend.proof.meaning.cells import has_time, iso_moment
from backend.proof.meaning.world import every_row, world_of
from backend.proof.witnesses.scenes import Line, Setting, tiny
from backend.proof.witnesses.spelling import DAY, spell_date, tick
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import NUMERIC, Baseline, Kept
from backend.rules.language.terms import Aggregate, Measure, Value

OTHER = "another column"
Row = tuple[int, int, str, str, str, float | str | None]
"""Run, days ago, column, measure, value, number."""
WILD = 7777
"""A number that no scene compares with rightly."""


def lines_of(found: Kept, measure: Value, setting: Setting) -> list[Line]:
    """Rows whose sum, mean, median and number of values, or whose dates, all differ."""
    column = found.column
    if not isinstance(measure, Aggregate):
        return _dated_lines(column, setting)
    if measure.measure in NUMERIC or measure.measure is Measure.DISTINCT:
        cells: tuple[Cell, ...] = (1, 2, 2, 3, 10, None)
        return parted([{column: cell} for cell in cells], found, setting)
    if not column:
        return [{} for _ in range(7)]
    value: Cell = found.value or "a"
    if setting.is_whole(setting.table, column):
        value = int(found.value or 1)
    other = value + 7 if isinstance(value, int) else f"{value}x"
    blank: list[Line] = [] if setting.is_numeric(setting.table, column) else [{column: "  "}]
    cells = (*[value] * 5, other, None, None)
    return [*({column: cell} for cell in cells), *blank]


def _dated_lines(column: str, setting: Setting) -> list[Line]:
    """Dates of which the newest is six days old."""
    form = setting.date_format(setting.table, column) or "%Y-%m-%d"
    today = iso_moment(setting.as_of)
    days = [today - dt.timedelta(days=days) for days in (9, 6, 40, 7)]
    days += [today - dt.timedelta(days=6) + DAY - tick(form)] if has_time(form) else []
    cells: list[Cell] = [*(spell_date(day, form) for day in days), None]
    return [{column: cell} for cell in cells]


def parted(lines: list[Line], found: Kept, setting: Setting) -> list[Line]:
    """Rows of the value that counts, beside rows of another and of none, which do not."""
    if not found.by:
        return lines
    is_whole = setting.is_whole(setting.table, found.by)
    value: Cell = int(found.value) if is_whole else found.value
    other: Cell = int(found.value) + 7 if is_whole else f"{found.value}x"
    strays: list[Line] = [{found.column: WILD, found.by: other}, {found.column: WILD}]
    return [*({**line, found.by: value} for line in lines), *strays]


def measured(measure: Value, lines: Sequence[Line], setting: Setting) -> float:
    """What a measure of these rows is; 0 of none."""
    if not isinstance(measure, Aggregate):
        return 6.0
    table = tiny(lines, setting.columns(setting.table))
    world = world_of({setting.table: table}, setting.facts, setting.as_of, setting.params)
    return float(measures.measure_rows(measure, every_row(world, setting.table)) or 0)


APART = 3.5
"""How far from their mean two runs of several are, where deviations count."""


def befores(rule: ChangedMeasures, now: float) -> Iterator[tuple[str, float]]:
    """At each bound, and half of its last digit to either side."""
    spread = APART * math.sqrt(2 / (runs_needed(rule.since) - 1)) if is_of_spread(rule) else 1.0
    for bound in (rule.least, rule.most):
        if bound is None:
            continue
        step = _half_step(bound)
        for word, limit in (("at", bound), ("just above", bound + step), ("below", bound - step)):
            before = _before(rule.unit, now, limit * spread)
            if before is not None:
                yield f"{word} {bound:g}: {before:g} before", before


def is_of_spread(rule: ChangedMeasures) -> bool:
    """Whether the bounds of a rule are told in deviations."""
    return rule.unit == "deviations"


def runs_needed(since: Baseline) -> int:
    """How many runs must be there."""
    return since.runs if since.fewest is None else since.fewest


def numbered_runs(since: Baseline) -> list[int]:
    """As many of the runs that are meant as must be there, the last and the first among them."""
    return [*range(1, runs_needed(since)), since.runs]


def meant_runs(since: Baseline) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The runs (with their days) that a baseline means, and others."""
    if since.days is not None:
        days = since.days
        return [(3, days)], [(4, days), (1, days - 1), (9, days + 1), (2, 0)]
    return [(run, run) for run in numbered_runs(since)], [(since.runs + 1, 0)]


def _half_step(bound: float) -> float:
    exponent = Decimal(repr(bound)).normalize().as_tuple().exponent
    digits = exponent if isinstance(exponent, int) else 0
    return float(Decimal(5).scaleb(min(digits, 0) - 1))


def _before(unit: str, now: float, change: float) -> float | None:
    """From which number this change leads to now; None where none does."""
    if unit == "percent":
        return now / (1 + change / 100) if change > -100 else None
    if unit == "times":
        return now / change if change > 0 else None
    return now - change / (100 if unit == "points" else 1)


def table_of(rows: Sequence[Row]) -> TinyTable:
    """A history of these rows."""
    cells = tuple(
        (run, days, "2024-01-01", column or None, measure, value or None, _told(number))
        for run, days, column, measure, value, number in rows
    )
    return TinyTable(columns=COLUMNS, rows=cells)


def _told(number: float | str | None) -> Cell:
    return None if isinstance(number, float) and math.isnan(number) else number
