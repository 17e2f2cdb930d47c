"""Scenes for a measure of each group against an earlier run: means that moved, groups that came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.contracts.history import history_of
from backend.proof.witnesses.rows_of_now import OTHER, WILD, Row, befores, measured, table_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import Kept, parts_mark
from backend.rules.language.terms import Aggregate

_CELLS: tuple[Cell, ...] = (1, 2, 2, 3, 10, None)
"""Cells whose sum, mean, median, ends and number of values all differ."""


def part_scenes(
    rule: ChangedMeasures, found: Kept, measure: Aggregate, setting: Setting
) -> Iterator[Scene]:
    """Groups whose measure changed by as much as a bound, by more and by less."""
    is_whole = setting.is_whole(rule.table, found.by)
    names: list[Cell] = [*range(1, 15)] if is_whole else [f"v{n}" for n in range(1, 15)]
    lines: list[Line] = [{found.column: cell} for cell in _CELLS]
    plain = measure.model_copy(update={"by": ()})
    wanted = [before for _, before in befores(rule, measured(plain, lines, setting))]
    values = [*zip(names, wanted, strict=False)]
    new, empty, gone, never, odd = names[len(values) : len(values) + 5]
    rows = [line | {found.by: name} for name, _ in values for line in lines]
    rows += [{found.by: name, found.column: 5} for name in (new, odd)]
    rows += [{found.by: empty, found.column: None}]
    rows += [{found.column: WILD}, {found.by: None if is_whole else "  ", found.column: WILD}]
    told = [*values, (empty, 3.0), (gone, 3.0), (never, 0.0), (odd, -5.0)]

    def scene(says: str, run: int, days: int, told: Sequence[tuple[Cell, float]]) -> Scene:
        kept = _kept(run, days, found, told)
        for other, day in _others(rule, run, days):
            kept += _kept(other, day, found, [(name, WILD) for name, _ in told])
        return Scene(says, {rule.table: rows, history_of(rule.table): table_of(kept)})

    days = rule.since.days
    meant = (rule.since.runs, rule.since.runs) if days is None else (3, days)
    yield scene("groups on each side of a bound", *meant, told)
    yield scene("a run is missing", meant[0] + 1, meant[1] + 1, told)
    yield Scene("the first run", {rule.table: rows})
    yield scene("no group now that was there", *meant, [(gone, 3.0), (never, 0.0)])
    unkept = [row for row in _kept(*meant, found, told) if row[3] != parts_mark(found.by)]
    yield Scene(
        "a run that did not keep it", {rule.table: rows, history_of(rule.table): table_of(unkept)}
    )
    yield Scene("no rows at all", {history_of(rule.table): table_of(_kept(*meant, found, told))})


def _others(rule: ChangedMeasures, run: int, days: int) -> list[tuple[int, int]]:
    """Runs that are not meant: earlier ones, those of the same day, those of other days."""
    if rule.since.days is None:
        return [(run + 1, days)]
    return [(run + 1, days), (run - 2, days - 1), (run + 6, days + 1)]


def _kept(run: int, days: int, found: Kept, told: Sequence[tuple[Cell, float]]) -> list[Row]:
    """What a run kept of the parts, among measures that are others."""
    rows: list[Row] = [(run, days, found.column, parts_mark(found.by), "", len(told))]
    for name, number in told:
        rows.append((run, days, found.column, found.measure, str(name), number))
        rows.append((run, days, found.column, "another measure", str(name), WILD))
        rows.append((run, days, OTHER, found.measure, str(name), WILD))
    return rows
