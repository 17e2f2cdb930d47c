"""Scenes for metrics of a table or its groups, and for rows against other rows."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.related import key_cell
from backend.proof.witnesses.runs import bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.proof.witnesses.tallies import MOST_COUNTED, Group, Tallies, has_top
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language import terms as T
from backend.rules.language.walk import walk

_MOST_ALONE = 9


def metric_scenes(rule: FailingMetrics, setting: Setting) -> Iterator[Scene]:
    """Metrics on each side of their bounds; groups alone, together, and of no key."""
    tallies = Tallies(setting, rule.by, rule.per)
    if has_top(setting):
        yield from _frequencies(tallies)
    kept = tallies.kept()
    if rule.groups:
        yield from _groups(tallies, [group for _, group in kept])
        kept = kept[:4]
    for says, group in kept[:_MOST_ALONE]:
        yield tallies.scene(says, group)
    for says, group in tallies.odd_rows():
        yield tallies.scene(says, group)
    yield Scene("no rows at all", {})
    if len(tallies.tables) > 1:
        yield tallies.scene("other tables without rows", {rule.table: tallies.usual()[rule.table]})


def _groups(tallies: Tallies, groups: list[Group]) -> Iterator[Scene]:
    failing = [group for group in groups if tallies.is_failing(group)]
    passing = [group for group in groups if group not in failing]
    small = sorted(failing, key=_size)[:3], sorted(passing, key=_size)[:3]
    yield tallies.scene("groups that keep the rule", *small[1])
    yield tallies.scene("groups that break it", *small[0])
    both = tallies.scene("groups of both sorts", *small[0], *small[1])
    yield both
    table, lines = tallies.setting.table, _lines(both, tallies)
    loose = [line | dict.fromkeys(tallies.keys) for line in lines]
    yield Scene("rows of no group", {**both.tables, table: [*lines, *loose][:MOST_COUNTED]})
    if tallies.per:
        yield from _periods(tallies, both)
    if tallies.by and len(tallies.keys) > 1:
        crossed = {**both.tables, table: _crossed(lines, tallies)}
        yield Scene("groups that share a part of the key", crossed)


def _periods(tallies: Tallies, both: Scene) -> Iterator[Scene]:
    """Periods beside one another, of several groups and of one; a cell that tells none."""
    table = tallies.setting.table
    beside = tallies.scene("periods side by side, and a cycle on", *[tallies.usual()] * 4)
    yield beside
    alike: Line = {name: key_cell(tallies.setting, table, name, 1) for name in tallies.by}
    if alike:
        one = [line | alike for line in _lines(beside, tallies)]
        yield Scene("periods of one group", {**beside.tables, table: one})
    lines = _lines(both, tallies)
    for period in tallies.per:
        bad: Line = {period.column: bad_cell(tallies.setting, table, period.column)}
        undated = [*lines, *(line | bad for line in lines[:1])]
        yield Scene(f"{period.column} is no date in one row", {**both.tables, table: undated})


def _lines(scene: Scene, tallies: Tallies) -> list[Line]:
    found = scene.tables.get(tallies.setting.table, ())
    return [] if isinstance(found, TinyTable) else list(found)


def _size(group: Group) -> int:
    return sum(map(len, group.values()))


def _crossed(lines: list[Line], tallies: Tallies) -> list[Line]:
    """The rows with the last part of their key alike."""
    last = tallies.by[-1]
    key = key_cell(tallies.setting, tallies.setting.table, last, 1)
    return [{**line, last: key} for line in lines]


def _frequencies(tallies: Tallies) -> Iterator[Scene]:
    """Cells that are most frequent alone, and that tie."""
    for table, column in tallies.measured_columns():
        pool = cells_for(tallies.setting, table, column)
        counts: dict[str, list[Cell]] = {}
        for other in pool[1:4]:
            counts |= {
                f"{pool[0]} most often": [pool[0], pool[0], other, None, None, None],
                f"{other} most often": [pool[0], other, other],
                f"{pool[0]} and {other} equally often": [pool[0], other],
            }
        line = tallies.sorts[table][0]
        for says, cells in counts.items():
            yield Scene(says, {table: [line | {column: cell} for cell in cells]})


def window_scenes(rule: BrokenRows, setting: Setting) -> Iterator[Scene]:
    """Rows against their group, all rows, or the row before."""
    by = _groups_by(rule)
    tallies = Tallies(setting, by)
    kept = [(says, _in_order(rule, setting, group)) for says, group in tallies.kept()]
    if by:
        groups = [group for _, group in sorted(kept, key=lambda pair: _size(pair[1]))]
        yield from _groups(tallies, groups)
        kept = kept[:3]
    for says, group in kept[:8]:
        yield tallies.scene(says, group)
    yield from _sequences(rule, setting, tallies)
    for says, group in tallies.odd_rows():
        yield tallies.scene(says, _in_order(rule, setting, group))
    yield Scene("no rows at all", {})


def _groups_by(rule: BrokenRows) -> tuple[str, ...]:
    """The columns that make the groups of all windows."""
    found = [term.by for term in walk(rule.must) if isinstance(term, T.Previous | T.Aggregate)]
    return max(found, key=len, default=())


def _order_columns(rule: BrokenRows) -> list[str]:
    found = (term.order_by for term in walk(rule.must) if isinstance(term, T.Previous))
    return list(dict.fromkeys(column for column in found if column is not None))


def _in_order(rule: BrokenRows, setting: Setting, group: Group) -> Group:
    """The rows with cells that put them in the order of the file.

    Cells that are compared themselves stay as they are: the gaps between them are what counts.
    """
    lines = group.get(rule.table, [])
    compared = {term.column for term in walk(rule.must) if isinstance(term, T.Cell)}
    for column in _order_columns(rule):
        if column in compared:
            continue
        cells = _ascending(setting, rule.table, column, len(lines))
        lines = [{**line, column: cell} for line, cell in zip(lines, cells, strict=True)]
    return group | {rule.table: lines}


def _ascending(setting: Setting, table: str, column: str, count: int) -> list[Cell]:
    steps = steps_of(setting, table, column)
    start = 1 if steps.low < 0 else min(45_000, steps.high // 2)
    return [steps.spell(start + place) for place in range(count)]


def _sequences(rule: BrokenRows, setting: Setting, tallies: Tallies) -> Iterator[Scene]:
    """A run of cells up, alike and down; then in another order, with ties and gaps."""
    line = tallies.sorts[rule.table][0]
    for table, column in tallies.measured_columns():
        if table != rule.table:
            continue
        pool = sorted(cells_for(setting, table, column)[:6], key=str)
        cells = [*pool[:2], pool[1], *pool[2:], pool[0], None, pool[-1], pool[0]]
        run = _in_order(rule, setting, {table: [{**line, column: cell} for cell in cells]})
        yield tallies.scene(f"{column} up, alike, down and empty", run)
        for order in _order_columns(rule):
            lines = run[table]
            yield tallies.scene("the other way round in the file", {table: lines[::-1]})
            tied = [{**each, order: lines[place // 2][order]} for place, each in enumerate(lines)]
            yield tallies.scene("two rows at each place", {table: tied})
            loose = [{**each, order: None} if n % 3 == 1 else each for n, each in enumerate(lines)]
            yield tallies.scene("rows without a place", {table: loose})
    others = tallies.sorts[rule.table][1:]
    if others:
        lines = [row for other in others for row in (line, other, line)]
        yield tallies.scene(
            "rows between that do not count", _in_order(rule, setting, {rule.table: lines})
        )
