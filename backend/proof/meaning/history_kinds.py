"""The kinds that compare with earlier runs: measures, values, columns.

The history is read as `backend.contracts.history` tells it; some that no run leaves are left open.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from typing import Any

from backend.proof.meaning import measures, truth
from backend.proof.meaning.cells import NUMERIC as NUMBERS
from backend.proof.meaning.cells import as_text
from backend.proof.meaning.told_before import Told, are_enough, of_runs, told_before
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import Here, World, every_row
from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import (
    NUMERIC,
    Baseline,
    Kept,
    fills_groups,
    kept,
    parts_mark,
)
from backend.rules.language.terms import Aggregate, Cell
from backend.rules.language.words import Measure
from backend.rules.newest_dates import newest_date, newest_of

NONE = (0.0, 0.0)
"""What runs come to that had no such rows."""


_WAYS: dict[str, Any] = {
    "mean": statistics.fmean, "median": statistics.median, "min": min, "max": max,
}  # fmt: skip


# Measures ---------------------------------------------------------------------------------------


def changed_measures(rule: ChangedMeasures, world: World) -> tuple[int, int]:
    """The measures that can be told now and before, and how many changed beyond their bounds."""
    measure, found = rule.of, kept(rule.of)
    if found is not None and newest_of(measure) is not None:
        return _days_since(rule, found, world)
    if found is None or not isinstance(measure, Aggregate):
        raise unknown("kept measure of", rule.table)
    if measure.by and found.by:
        return _changed_parts(rule, measure, found, world)
    if measure.by:
        return _changed_groups(rule, measure.by[0], world)
    rows = every_row(world, rule.table)
    now = measures.measure_rows(measure, rows)
    if now is None and measure.measure is Measure.SUM:
        now = 0
    of_part = [row for row in rows if measure.where is None or truth.holds(measure.where, row)]
    bad = measures.unreadable(measure, of_part) if measure.measure in NUMERIC else 0
    return _compared(rule, found, now, bad, world)


def _days_since(rule: ChangedMeasures, found: Kept, world: World) -> tuple[int, int]:
    """The calendar days from the newest date to the day of the run."""
    newest = newest_date(Cell(table=rule.table, column=found.column))
    rows = every_row(world, rule.table)
    last = measures.measure_rows(newest, rows)
    now = None if last is None else (world.today.date() - last.date()).days
    return _compared(rule, found, now, measures.unreadable(newest, rows), world)


def _compared(
    rule: ChangedMeasures, found: Kept, now: float | None, bad: int, world: World
) -> tuple[int, int]:
    told = [each for each in told_before(rule.table, world) if _is_of(each, found)]
    numbers = [] if now is None else _befores(told, rule.since)
    is_spread = rule.unit != "deviations" or len(numbers) > 1
    befores = _measures_of(rule, numbers) if numbers and is_spread else []
    failing = sum(bad > 0 or _is_beyond(rule, float(now or 0), *before) for before in befores)
    return len(befores), failing


def _measures_of(rule: ChangedMeasures, numbers: list[float]) -> list[tuple[float, float]]:
    """What these runs come to, with their sample standard deviation where that is asked for."""
    if rule.since.of == "run":
        return [(number, 0.0) for number in numbers]
    before = float(_WAYS[rule.since.of](numbers))
    is_spread = rule.unit == "deviations" and len(numbers) > 1
    return [(before, statistics.stdev(numbers) if is_spread else 0.0)]


def _is_of(told: Told, found: Kept) -> bool:
    return (
        told.measure == found.measure
        and found.column in ("", told.column)
        and found.value in ("", told.value)
    )


def _befores(told: list[Told], since: Baseline) -> list[float]:
    """The numbers of the runs that are meant, where they are there."""
    if since.days is not None:
        of_day = [each for each in told if each.days_ago == since.days]
        if any(each.run is None for each in of_day):
            raise unknown("history with an empty run", since.days)
        first = min(of_day, key=lambda each: each.run or 0, default=None)
        numbers = [] if first is None else [first.number]
    else:
        numbers = [each.number for each in of_runs(told, since)]
    filled = [number for number in numbers if number is not None]
    return filled if since.of == "run" or are_enough(len(numbers), since) else []


def _is_beyond(rule: ChangedMeasures, now: float, before: float, spread: float = 0.0) -> bool:
    limits = [rule.least, rule.most]
    value = now
    if rule.unit == "times":
        limits = [None if each is None else round(before * each, 9) for each in limits]
    elif rule.unit == "percent":
        value = _percent(now, before)
    else:
        value = (now - before) * (100 if rule.unit == "points" else 1)
    if rule.unit == "deviations":
        if round(value, 9) == 0:  # what it always was is within every bound
            return False
        limits = [None if each is None else round(spread * each, 9) for each in limits]
    value = round(value, 9) if math.isfinite(value) else value
    least, most = limits
    return (least is not None and (value < least or (rule.least_open and value == least))) or (
        most is not None and (value > most or (rule.most_open and value == most))
    )


def _percent(now: float, before: float) -> float:
    if before:
        return (now - before) / abs(before) * 100
    return 0.0 if now == 0 else math.copysign(math.inf, now)


def _changed_groups(rule: ChangedMeasures, column: str, world: World) -> tuple[int, int]:
    told = [each for each in told_before(rule.table, world) if each.column == column]
    past = of_runs(told, rule.since)
    if not _is_whole(past, rule.since):
        return 0, 0
    now = Counter(_values(rule.table, column, world))
    befores = _counted(past)
    tested = failing = 0
    for value in {*now, *befores}:
        [(before, spread)] = _measures_of(rule, befores[value]) if value in befores else [NONE]
        if now[value] > 0 or before > 0:
            tested += 1
            failing += _is_beyond(rule, float(now[value]), before, spread)
    return tested, failing


def _changed_parts(
    rule: ChangedMeasures, measure: Aggregate, found: Kept, world: World
) -> tuple[int, int]:
    """A measure in the rows of each value, now and before."""
    told = [each for each in told_before(rule.table, world) if each.column == found.column]
    past = of_runs(told, rule.since)
    marks = sum(each.measure == parts_mark(found.by) for each in past)
    if rule.since.of != "run":
        raise unknown("measure of parts in several runs", rule.table)
    if measure.measure in NUMERIC and world.fact(rule.table, found.column).type not in NUMBERS:
        raise unknown("measure of parts of a column of texts", found.column)
    if marks != 1:
        return 0, 0
    now = _parts(measure, found, world)
    before = {each.value: each.number for each in past if each.measure == found.measure}
    spare = 0.0 if fills_groups(measure) else None
    pairs = [(now.get(each, spare), before.get(each, spare)) for each in {*now, *before}]
    both = [(here, there) for here, there in pairs if here is not None and there is not None]
    return len(both), sum(_is_beyond(rule, float(here), there) for here, there in both)


def _parts(measure: Aggregate, found: Kept, world: World) -> dict[str | None, Any]:
    groups: dict[str | None, list[Here]] = {}
    for row in every_row(world, measure.table):
        cell = row.cell(found.by)
        if cell is not None and as_text(cell).strip():
            groups.setdefault(as_text(cell), []).append(row)
    plain = measure.model_copy(update={"by": ()})
    told = {value: measures.measure_rows(plain, rows) for value, rows in groups.items()}
    is_sum = measure.measure is Measure.SUM
    return {value: 0.0 if each is None and is_sum else each for value, each in told.items()}


def _counted(past: list[Told]) -> dict[str, list[float]]:
    """The rows of each value in each of these runs."""
    found: dict[str, list[float]] = {}
    seen: set[tuple[int | None, str]] = set()
    for each in past:
        if each.measure != "value":
            continue
        if each.value is None or each.number is None or (each.run, each.value) in seen:
            raise unknown("history with an odd value of", each.column)
        seen.add((each.run, each.value))
        found.setdefault(each.value, []).append(each.number)
    return found


def _is_whole(past: list[Told], since: Baseline) -> bool:
    marks = sum(each.measure == "values" for each in past)
    return marks == 1 if since.days is not None else are_enough(marks, since)


def _values(table: str, column: str, world: World) -> list[str]:
    """The filled cells of a column as texts."""
    cells = (row.cell(column) for row in every_row(world, table))
    texts = [as_text(cell) for cell in cells if cell is not None]
    return [text for text in texts if text.strip()]


# Values and columns ------------------------------------------------------------------------------


def changed_values(rule: ChangedValues, world: World) -> tuple[int, int]:
    """The values that may be new or gone, and how many are."""
    told = [each for each in told_before(rule.table, world) if each.column == rule.column]
    past = of_runs(told, rule.since)
    if not _is_whole(past, rule.since):
        return 0, 0
    now = set(_values(rule.table, rule.column, world))
    before = {
        each.value or "" for each in past if each.measure == "value" and (each.number or 0) > 0
    }
    new = now - before if rule.appears else set()
    gone = before - now if rule.vanishes else set()
    judged = (now if rule.appears else set()) | (before if rule.vanishes else set())
    return len(judged), len(new | gone)


def changed_columns(rule: ChangedColumns, world: World) -> tuple[int, int]:
    """The columns that are there now or were before, and how many differ."""
    told = told_before(rule.table, world)
    past = of_runs(told, rule.since)
    before = [each.column for each in past if each.measure == "filled"]
    if None in before:
        raise unknown("history with a nameless column of", rule.table)
    if not before:
        return 0, 0
    now = list(world.table(rule.table).columns)
    types = [
        {each.column: each.value for each in run if each.measure == "type"}
        for run in ([each for each in told if each.run == 0], past)
    ]
    wrong = set()
    for name in {*now, *before}:
        is_new, is_gone = name not in before, name not in now
        kinds = [each.get(name) for each in types]
        is_other = rule.types and None not in kinds and kinds[0] != kinds[1]
        if (is_new and rule.appears) or (is_gone and rule.vanishes) or is_other:
            wrong.add(name)
    return len({*now, *before}), len(wrong)
