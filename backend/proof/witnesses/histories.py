"""Scenes for rules against earlier runs: what was before lies on each side of every bound.

The table of now stays much the same; its history holds, beside what is compared with, measures of
other runs, columns and values, which must count for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.contracts.history import history_of
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable
from backend.proof.witnesses.histories_of_parts import part_scenes
from backend.proof.witnesses.rows_of_now import (
    APART,
    OTHER,
    WILD,
    Row,
    befores,
    is_of_spread,
    lines_of,
    meant_runs,
    measured,
    numbered_runs,
    parted,
    runs_needed,
    table_of,
)
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import NUMERIC, Baseline, Kept, kept
from backend.rules.language.terms import Aggregate, Value

_NOTHING = (("nothing before", 0.0), ("less than nothing before", -5.0))


def changed_scenes(rule: ChangedMeasures, setting: Setting) -> Iterator[Scene]:
    """A measure whose change lies at each bound, just within and just beyond it."""
    found, measure = kept(rule.of), rule.of
    if found is None:
        return
    if isinstance(measure, Aggregate) and measure.by:
        scenes = part_scenes(rule, found, measure, setting) if found.by else None
        yield from scenes or _grouped_scenes(rule, measure.by[0], setting)
        return
    lines = lines_of(found, measure, setting)
    now = measured(measure, lines, setting)

    def scene(says: str, before: float, rows: Sequence[Line] = lines) -> Scene:
        history = _history(_runs(before, rule, found), found)
        return Scene(says, {rule.table: rows, history_of(rule.table): history})

    for says, before in befores(rule, now):
        yield scene(says, before)
    yield from _scenes_of_spread(rule, found, lines, now)
    for says, before in () if is_of_spread(rule) else _NOTHING:
        yield scene(says, before)
    yield scene("nothing now", now, [])
    yield scene("a number that is not there", math.nan)
    for says, rows in _odd_rows(found, measure, lines, setting):
        yield scene(says, now, rows)
    runs = _runs(now, rule, found)[1:]
    yield Scene(
        "a run is missing", {rule.table: lines, history_of(rule.table): _history(runs, found)}
    )
    yield Scene("the first run", {rule.table: lines})


def _odd_rows(
    found: Kept, measure: Value, lines: list[Line], setting: Setting
) -> Iterator[tuple[str, list[Line]]]:
    """Rows without a number or date, and with a cell that is none."""
    column = found.column
    if isinstance(measure, Aggregate) and measure.measure not in NUMERIC:
        return
    yield "no filled cell now", parted([{column: None}], found, setting)
    fact = setting.facts.get((setting.table, column))
    if not setting.is_numeric(setting.table, column) and fact and fact.type != ColumnType.DATE:
        bad = parted([{column: "abc"}], found, setting)
        yield "a cell that is no number", [*lines, *bad]
        if found.by:
            yield (
                "a cell that is no number, in a row that does not count",
                [*lines, {column: "abc"}],
            )


def _scenes_of_spread(
    rule: ChangedMeasures, found: Kept, lines: list[Line], now: float
) -> Iterator[Scene]:
    """Runs that all told the same, and more of them than must be there."""
    if not is_of_spread(rule):
        return
    told, runs = (found.column, found.measure, found.value), numbered_runs(rule.since)

    def scene(says: str, numbers: Sequence[tuple[int, float]]) -> Scene:
        rows: list[Row] = [(run, run, *told, number) for run, number in numbers]
        past = _history(rows, found)
        return Scene(says, {rule.table: lines, history_of(rule.table): past})

    yield scene("always the same, and now", [(run, now) for run in runs])
    yield scene("always the same, and another now", [(run, now + 0.5) for run in runs])
    if rule.since.fewest is not None:
        more = [now + step for step in range(len(runs))]
        yield scene("more runs than must be there", [(99, now + 1.5), *enumerate(more, 1)])


def _runs(before: float, rule: ChangedMeasures, found: Kept) -> list[Row]:
    """The runs that are meant, so that they come to ``before``, among others that are not."""
    told, since = (found.column, found.measure, found.value), rule.since
    if since.days is not None:
        days = since.days
        return [
            (3, days, *told, before), (4, days, *told, WILD), (1, days - 1, *told, WILD),
            (9, days + 1, *told, WILD),
        ]  # fmt: skip
    numbers = [before]
    if since.of != "run":
        numbers = _spread(before, since, APART if is_of_spread(rule) else 3.0)
    last = since.runs + 1
    told_runs = zip([*numbered_runs(since), last], [*numbers, WILD], strict=True)
    return [(run, run, *told, number) for run, number in told_runs]


def _spread(before: float, since: Baseline, apart: float) -> list[float]:
    """So many numbers whose mean, median, least or greatest is this one, and nothing else is."""
    runs = runs_needed(since)
    if runs == 1:
        return [before]
    match since.of:
        case "mean":
            return [before - apart, before + apart] + [before] * (runs - 2)
        case "median":
            low, high = runs // 2, (runs - 1) // 2
            if runs % 2:
                return [before] + [before - 2.0] * low + [before + 90.0] * high
            return [before - 1, before + 1] + [before - 2.0] * high + [before + 90.0] * (low - 1)
        case "min":
            return [before + 8.0] * (runs - 1) + [before]
        case _:
            return [before - 8.0] * (runs - 1) + [before]


def _history(rows: Sequence[Row], found: Kept) -> TinyTable:
    """A history in which these rows stand among others of the same runs."""
    runs = sorted({(run, days) for run, days, *_ in rows})
    noise: list[Row] = []
    for run, days in runs:
        if found.column:
            noise.append((run, days, OTHER, found.measure, found.value, WILD))
        noise.append((run, days, found.column, "another measure", found.value, WILD))
        if found.value:
            noise.append((run, days, found.column, found.measure, "another value", WILD))
    return table_of([*noise, *rows])


# Values ------------------------------------------------------------------------------------------


def _grouped_scenes(rule: ChangedMeasures, column: str, setting: Setting) -> Iterator[Scene]:
    """Values whose rows changed by as much as a bound, by more and by less."""
    is_whole = setting.is_whole(rule.table, column)
    names: list[Cell] = [*range(1, 15)] if is_whole else [f"v{n}" for n in range(1, 15)]
    wanted = [before for _, before in befores(rule, 4.0)]
    lines: list[Line] = [
        {column: name} for name, _ in zip(names, wanted, strict=False) for _ in range(4)
    ]
    spare = names[len(wanted) :]
    new, gone, never, odd = spare[:4]
    lines += [{column: new}, {column: odd}, {column: None}, {column: None if is_whole else "  "}]
    values = [*zip(names, wanted, strict=False), (gone, 3.0), (never, 0.0), (odd, -5.0)]
    told: dict[int, list[tuple[Cell, float]]] = {}

    def scene(says: str, runs: Sequence[tuple[int, int]], wild: Sequence[tuple[int, int]]) -> Scene:
        rows: list[Row] = []
        for run, days in runs:
            rows += _counted(run, days, column, told.get(run, values))
        for run, days in wild:
            rows += _counted(run, days, column, [(name, WILD) for name, _ in values])
        rows += [(run, days, OTHER, "value", str(names[0]), WILD) for run, days in runs]
        rows += [(run, days, column, "value share", "a share", 0.5) for run, days in runs]
        return Scene(says, {rule.table: lines, history_of(rule.table): table_of(rows)})

    meant, others = meant_runs(rule.since)
    if is_of_spread(rule):
        spreads = [_spread(number, rule.since, APART) for _, number in values]
        for (run, _), numbers in zip(meant, zip(*spreads, strict=True), strict=True):
            told[run] = [(name, n) for (name, _), n in zip(values, numbers, strict=True)]
    yield scene("values on each side of a bound", meant, others)
    yield scene("a run is missing", meant[1:], others)
    yield Scene("the first run", {rule.table: lines})
    unkept = [row for run, days in meant for row in _counted(run, days, column, values)[1:]]
    yield Scene(
        "a run that kept no values", {rule.table: lines, history_of(rule.table): table_of(unkept)}
    )


def _counted(run: int, days: int, column: str, values: Sequence[tuple[Cell, float]]) -> list[Row]:
    rows: list[Row] = [(run, days, column, "values", "", len(values))]
    rows += [(run, days, column, "value", str(name), number) for name, number in values]
    return rows


def value_scenes(rule: ChangedValues, setting: Setting) -> Iterator[Scene]:
    """Values that are new, gone, in both, and known to other runs or columns only."""
    column = rule.column
    is_whole = setting.is_whole(rule.table, column)
    names: list[Cell] = [*range(1, 9)] if is_whole else [f"v{n}" for n in range(1, 9)]
    both, new, gone, zero, later, measured, foreign, _ = names
    now = [
        both,
        both,
        new,
        zero,
        later,
        measured,
        foreign,
        None,
        *([] if is_whole else ["  ", "V1"]),
    ]
    meant, others = meant_runs(rule.since)

    def scene(says: str, cells: Sequence[Cell], runs: Sequence[tuple[int, int]]) -> Scene:
        rows: list[Row] = []
        for place, (run, days) in enumerate(runs):
            values = [(zero, 0.0)] + ([(both, 2.0), (gone, 1.0)] if place == 0 else [])
            rows += _counted(run, days, column, values)
            rows.append((run, days, column, "value share", str(measured), 0.5))
            rows.append((run, days, OTHER, "value", str(foreign), 3.0))
            rows.append((run, days, OTHER, "values", "", 1.0))
            rows.append((run, days, column, "value", "  ", 1.0))
        for run, days in others:
            rows += _counted(run, days, column, [(later, 4.0), (new, 1.0)])
        lines = [{column: cell} for cell in cells]
        return Scene(says, {rule.table: lines, history_of(rule.table): table_of(rows)})

    yield scene("new values and lost ones", now, meant)
    yield scene("the same values", [both, gone], meant)
    yield scene("no values now", [None], meant)
    yield scene("a run is missing", now, meant[1:])
    if len(meant) > 1:
        yield scene("a run is missing in the middle", now, meant[:-1])
    yield Scene("the first run", {rule.table: [{column: cell} for cell in now]})


# Columns -----------------------------------------------------------------------------------------


def column_scenes(rule: ChangedColumns, setting: Setting) -> Iterator[Scene]:
    """Columns that are new, gone, and of another type; and types that are not told."""
    now = ("a", "b", "c", "d", "e", "new")
    before = ("a", "b", "c", "d", "e", "gone")
    types_now = {"a": "text", "b": "integer", "c": "text", "e": "date", "new": "text"}
    types_before = {"a": "text", "b": "text", "d": "text", "e": "date", "gone": "text"}
    [(run, days)], others = meant_runs(rule.since)
    table = TinyTable(columns=now, rows=(("1",) * len(now),))

    def history(names: Sequence[str], types: dict[str, str]) -> TinyTable:
        rows: list[Row] = [(0, 0, name, "type", kind, None) for name, kind in types_now.items()]
        rows += [(0, 0, name, "distinct", "noise", 1.0) for name in now]
        rows += [(run, days, name, "filled", "", 1.0) for name in names]
        rows += [(run, days, name, "distinct", "", 1.0) for name in (*names, "measured")]
        rows += [(run, days, name, "type", kind, None) for name, kind in types.items()]
        for other, day in others:
            rows += [(other, day, name, "filled", "", 1.0) for name in ("x", "new")]
            rows += [(other, day, name, "type", "number", None) for name in ("a", "b")]
        return table_of(rows)

    for says, names, types in (
        ("columns that came, went and changed", before, types_before),
        ("the same columns", now, types_now),
        ("one column more", now[:-1], {name: types_now[name] for name in "abce"}),
        ("one column less", (*now, "gone"), types_now),
        ("other types", now, dict.fromkeys(now, "boolean")),
        ("no columns before", (), {}),
    ):
        yield Scene(says, {rule.table: table, history_of(rule.table): history(names, types)})
    yield Scene("the first run", {rule.table: table})
