"""Scenes for numbers against the least and the greatest of earlier runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.contracts.history import history_of
from backend.proof.witnesses.rows_of_now import OTHER, WILD, Row, meant_runs, table_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.unprecedented_values import UnprecedentedValues

Ends = tuple[float, float] | None
Run = tuple[int, int]


def end_scenes(rule: UnprecedentedValues, setting: Setting) -> Iterator[Scene]:
    """Numbers at each end, just within and just beyond; runs that are not meant, or not there."""
    column = rule.column
    step = 1 if setting.is_whole(rule.table, column) else 0.25
    cells: list[Cell] = [10, 10 - step, 10 + step, 20, 20 + step, 20 - step, 15, None, WILD, -WILD]
    lines: list[Line] = [{column: cell} for cell in cells]
    meant, others = meant_runs(rule.since)

    def scene(says: str, runs: Sequence[tuple[Run, Ends]], rows: list[Line] = lines) -> Scene:
        past = [row for run, ends in runs for row in _told(run, column, ends)]
        past += [row for run in others for row in _told(run, column, (-WILD, WILD))]
        return Scene(says, {rule.table: rows, history_of(rule.table): table_of(past)})

    wide, narrow = (10.0, 20.0), (12.0, 18.0)
    yield scene("the last run is the widest", _runs(meant, wide, narrow))
    yield scene("the first run is the widest", _runs(meant[::-1], wide, narrow))
    yield scene("one end in one run, one in another", _runs(meant, (10.0, 18.0), (12.0, 20.0)))
    yield scene("always one number", _runs(meant, (15.0, 15.0), (15.0, 15.0)))
    yield scene("below zero", _runs(meant, (-3.0, -1.0), (-3.0, -1.0)), _lines(column, -4, -2, 0))
    if not setting.is_numeric(rule.table, column):
        yield scene("a cell that is no number", _runs(meant, wide, wide), [*lines, {column: "abc"}])
    yield scene("all within", _runs(meant, wide, narrow), _lines(column, 10, 15, 20))
    yield scene("no filled cell", _runs(meant, wide, wide), [{column: None}])
    yield scene("a run is missing", _runs(meant[1:], wide, wide))
    yield scene("runs that told no ends", _runs(meant, None, None))
    if rule.since.fewest is not None:
        more = [*meant, (rule.since.runs - 1, 0)]
        yield scene("more runs than must be there", _runs(more, narrow, wide))
    yield Scene("the first run", {rule.table: lines})


def _lines(column: str, *cells: Cell) -> list[Line]:
    return [{column: cell} for cell in cells]


def _runs(runs: Sequence[Run], first: Ends, others: Ends) -> list[tuple[Run, Ends]]:
    return [(run, others if place else first) for place, run in enumerate(runs)]


def _told(run: Run, column: str, ends: Ends) -> Iterator[Row]:
    """What a run told of a column, among measures that are others."""
    for measure, number in zip(("min", "max"), ends or (), strict=bool(ends)):
        yield *run, column, measure, "", number
        yield *run, OTHER, measure, "", -number * WILD
    yield *run, column, "mean", "", WILD
    yield *run, column, "sum", "", -WILD
