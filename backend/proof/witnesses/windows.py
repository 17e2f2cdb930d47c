"""Scenes for values against the rows before them: windows that are whole, short, moved, alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.proof.witnesses.probe import Axis, turns
from backend.proof.witnesses.related import key_cell, rows_for
from backend.proof.witnesses.runs import START, bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting, found_in
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.moving_windows import Side

_BULK = (10, 17, 12, 11, 15)
_EXTREME = 900
_UNIT = 1000
"""What numbers are multiples of, so that the hundredth part of a deviation shows."""
_FARTHEST = 10**7


def moving_scenes(rule: MovingOutliers, setting: Setting) -> Iterator[Scene]:
    """Values just inside and just outside of what the rows before them allow."""
    windows = _Windows(rule, setting)
    bulk = [_BULK[place % len(_BULK)] * windows.unit for place in range(rule.rows)]
    extreme = _EXTREME * windows.unit
    steps = windows.at_turns(bulk)
    far = farthest(steps, rule.side, extreme)
    near = [each for step in steps[:4] for each in (*bulk, step)]
    yield windows.scene("values just inside and just outside, each behind a whole window", near)
    yield windows.scene("an extreme value, a whole window, then one beyond", [extreme, *bulk, far])
    yield windows.scene("the extreme value is in the window", [*bulk[1:], extreme, far, *bulk])
    yield windows.scene("a window that lacks a row", [*bulk[1:], far])
    yield from windows.in_order(bulk, far)
    yield from windows.in_groups(bulk, far)
    alike = bulk[:1] * rule.rows
    yield windows.scene("all alike, then one that is not", [*alike, bulk[0], bulk[0] + 1])
    yield from windows.with_gaps(bulk, far)
    yield windows.scene("no rows at all", [])


def farthest(steps: Sequence[int], side: Side, extreme: int) -> int:
    """The step that is flagged, of those at the bounds: the lowest one, or the highest."""
    if not steps:
        return extreme
    return steps[0] if side == "below" else steps[-1]


class _Windows:
    """Numbers in order, as their columns spell them."""

    def __init__(self, rule: MovingOutliers, setting: Setting) -> None:
        self.rule, self.setting = rule, setting
        self.yes, self.no = rows_for(setting, rule.table, rule.where)
        self.steps = steps_of(setting, rule.table, rule.column)
        self.unit = _UNIT

    def rows(
        self, steps: Sequence[int | None], group: int = 1, base: Line | None = None
    ) -> list[Line]:
        """One row for each number, one place after the other."""
        rule, lines = self.rule, []
        keys = {name: key_cell(self.setting, rule.table, name, group) for name in rule.by}
        for place, step in enumerate(steps):
            cell = None if step is None else self.steps.spell(step)
            line: Line = {**(base or self.yes), rule.column: cell}
            if rule.order_by is not None:
                line[rule.order_by] = self._place(place)
            lines.append({**line, **keys})
        return lines

    def _place(self, place: int) -> Cell:
        rule = self.rule
        assert rule.order_by is not None
        is_number = self.setting.reads_numbers(rule.table, rule.order_by)
        is_whole = self.setting.is_whole(rule.table, rule.order_by)
        step = place * (1 if is_whole else 100) if is_number else START + place
        return steps_of(self.setting, rule.table, rule.order_by).spell(step)

    def scene(self, says: str, steps: Sequence[int | None]) -> Scene:
        """A scene of these numbers, one after the other."""
        return self.told(says, self.rows(steps))

    def told(self, says: str, rows: list[Line]) -> Scene:
        """A scene of these rows."""
        return Scene(says, {self.rule.table: rows})

    def at_turns(self, bulk: Sequence[int]) -> list[int]:
        """The numbers at which one behind the bulk begins to be flagged, or ends to be."""

        def is_flagged(step: int) -> object:
            return found_in(self.scene("", [*bulk, step]), self.setting).rows

        axis = Axis(self.steps.spell, -_FARTHEST, _FARTHEST)
        found = turns(is_flagged, axis, (13 * self.unit,))
        return [step + shift for step in found for shift in (-1, 0)]

    def in_order(self, bulk: Sequence[int], far: int) -> Iterator[Scene]:
        """Rows that stand elsewhere in the file than in the order."""
        order = self.rule.order_by
        if order is None:
            return
        rows = self.rows([*bulk, far, bulk[0]])
        yield self.told("in another order in the file", [rows[-2], *rows[-3::-1], rows[-1]])
        tied = [{**line, order: rows[0][order]} for line in rows]
        yield self.told("all of one place, in the order of the file", tied)
        bad = {**rows[0], order: bad_cell(self.setting, self.rule.table, order)}
        loose = {**self.rows([far])[0], order: None}
        yield self.told("rows without a place", [bad, loose, *rows])

    def in_groups(self, bulk: Sequence[int], far: int) -> Iterator[Scene]:
        """Rows of two groups, one behind the other in turn; rows of none."""
        if not self.rule.by:
            return
        one, two = self.rows([*bulk, far]), self.rows([far, *bulk[1:], far, far], 2)
        mixed = [line for pair in zip(one, two, strict=False) for line in pair]
        yield self.told("two groups in turn", [*mixed, two[-1]])
        loose = [{**line, **dict.fromkeys(self.rule.by)} for line in self.rows([far, far])]
        yield self.told("rows of no group", [*loose, *one])

    def with_gaps(self, bulk: Sequence[int], far: int) -> Iterator[Scene]:
        """Cells that are empty, or no numbers; rows that do not count."""
        if self.no is not None:
            left = self.rows([far, far], base=self.no)
            yield self.told("rows that do not count", [*left, *self.rows([*bulk[1:], far, far])])
        yield self.scene("an empty cell inside", [bulk[0], None, *bulk[1:], far])
        rows = self.rows([bulk[0], far, *bulk[1:], far])
        bad = bad_cell(self.setting, self.rule.table, self.rule.column)
        rows[1] = {**rows[1], self.rule.column: bad}
        yield self.told("a cell that cannot be read", rows)
