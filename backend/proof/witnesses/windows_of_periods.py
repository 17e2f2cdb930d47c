"""Scenes for a measure of each period against the periods before it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from backend.contracts.check import Cell
from backend.proof.witnesses.periods import moment_at
from backend.proof.witnesses.probe import Axis, turns
from backend.proof.witnesses.related import key_cell, rows_for
from backend.proof.witnesses.runs import bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting, found_in
from backend.proof.witnesses.windows import farthest
from backend.rules.language.terms import Cell as CellOf
from backend.rules.language.words import Measure
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.phrasing import both

_BULK = (3, 9, 5, 4, 7)
_FEW = (1, 2, 1, 3, 2)
_UNIT = 1000
"""What measured numbers are multiples of, so that the hundredth part of a deviation shows."""
_COUNTED = (Measure.COUNT, Measure.DISTINCT)
_FIRST_TEXT, _OTHER_TEXT = "!", "?"
"""No dates, one of them before them all."""
_SPREADS = (3, 12, 120)
"""How far counts spread, by the decimals of the factor, so that its last digit shows."""


def period_scenes(rule: OutlyingPeriods, setting: Setting) -> Iterator[Scene]:
    """Measures just inside and just outside of what the periods before them allow."""
    days = _Days(rule, setting)
    bulk = days.bulk()
    extreme = 10 * max(bulk)
    steps = days.at_turns(bulk)
    far = farthest(steps, rule.side, extreme)
    near = [each for step in steps[:4] for each in (*bulk, step)]
    yield days.scene("measures just inside and just outside, each behind a whole window", near)
    yield days.scene("an extreme one, a whole window, then one beyond", [extreme, *bulk, far])
    yield days.scene("the extreme one is in the window", [*bulk[1:], extreme, far, *bulk])
    yield days.scene("a window that lacks a period", [*bulk[1:], far])
    rows = days.rows([*bulk, far, bulk[0]])
    yield days.told("in another order in the file", rows[::-1])
    yield days.told("periods without rows between", days.rows([*bulk, far], apart=3))
    yield from days.in_groups(bulk, far)
    alike = bulk[:1] * rule.periods
    yield days.scene("all alike, then one that is not", [*alike, bulk[0], bulk[0] + 1])
    yield from days.with_few()
    yield from days.with_gaps(bulk, far)
    yield days.scene("no rows at all", [])


class _Days:
    """Periods one after the other with the rows that a measure calls for."""

    def __init__(self, rule: OutlyingPeriods, setting: Setting) -> None:
        self.rule, self.setting, self.of = rule, setting, rule.measured()
        self.yes, _ = rows_for(setting, rule.table, both(rule.where, self.of.where))
        self.no = rows_for(setting, rule.table, rule.where)[1]
        self.other = rows_for(setting, rule.table, self.of.where)[1]
        self.unit = 1 if self.of.measure in _COUNTED else _UNIT

    def bulk(self) -> list[int]:
        """Measures of a whole window; of counts most are small, and one tells them apart."""
        size, measure = self.rule.periods, self.of.measure
        if measure not in _COUNTED:
            return [_BULK[place % len(_BULK)] * self.unit for place in range(size)]
        exponent = Decimal(repr(self.rule.factor)).normalize().as_tuple().exponent
        spread = _SPREADS[min(max(-int(exponent), 0), len(_SPREADS) - 1)]
        few = [_FEW[place % len(_FEW)] for place in range(size)]
        if self.rule.side == "below":  # of so many that there is room below
            least = math.ceil(self.rule.factor * spread)
            return [least + spread * each for each in few]
        return [few[0], math.ceil(spread * math.sqrt(size)), *few[2:]]

    def with_few(self) -> Iterator[Scene]:
        """A count that is far below steady ones."""
        if self.of.measure in _COUNTED and self.rule.side == "both":
            least = math.ceil(self.rule.factor) + 3
            steady = [least + place % 2 for place in range(self.rule.periods)]
            yield self.scene("steady counts, then a single one", [*steady, 1])

    def rows(
        self, measures: Sequence[int], group: int = 1, apart: int = 1, base: Line | None = None
    ) -> list[Line]:
        """The rows of one period after the other, each with its measure."""
        setting, rule, period = self.setting, self.rule, self.rule.per[0]
        keys = {name: key_cell(setting, rule.table, name, group) for name in rule.by}
        found: list[Line] = []
        for place, step in enumerate(measures):
            for number, line in enumerate(self._rows(step, base or self.yes)):
                at = moment_at(setting, period, place * apart, is_last=number % 2 == 1)
                found.append({**line, period.column: at, **keys})
        return found

    def _rows(self, step: int, base: Line) -> Iterator[Line]:
        """Rows whose measure is so many steps, and no other measure of theirs is."""
        if not isinstance(self.of.of, CellOf):
            yield from [base] * step
            return
        column = self.of.of.column
        spell = steps_of(self.setting, self.rule.table, column).spell
        for each in self._steps(step):
            yield {**base, column: spell(each)}

    def _steps(self, step: int) -> Sequence[int]:
        unit = self.unit
        match self.of.measure:
            case Measure.DISTINCT | Measure.COUNT:
                return [*range(step), *([0] if self.of.measure is Measure.DISTINCT else [])]
            case Measure.SUM:
                return (step - 3 * unit, unit, 2 * unit)
            case Measure.MEAN:
                return (step - 3 * unit, step + unit, step + 2 * unit)
            case Measure.MEDIAN:
                return (step - 5 * unit, step, step + unit)
            case Measure.MINIMUM:
                return (step, step + unit, step + 3 * unit)
            case _:
                return (step, step - unit, step - 3 * unit)

    def scene(self, says: str, measures: Sequence[int]) -> Scene:
        """A scene of these measures, one period after the other."""
        return self.told(says, self.rows(measures))

    def told(self, says: str, rows: list[Line]) -> Scene:
        """A scene of these rows."""
        return Scene(says, {self.rule.table: rows})

    def at_turns(self, bulk: Sequence[int]) -> list[int]:
        """The measures at which a period behind the bulk begins to fail, or ends to."""

        def is_failing(step: int) -> object:
            return found_in(self.scene("", [*bulk, step]), self.setting).failing

        is_count = self.of.measure in _COUNTED
        low, high = (1, 20 * max(bulk)) if is_count else (-(10**7), 10**7)
        found = turns(is_failing, Axis(str, low, high), (sum(bulk) // len(bulk),))
        return [step + shift for step in found for shift in (-1, 0)]

    def in_groups(self, bulk: Sequence[int], far: int) -> Iterator[Scene]:
        """Rows of two groups in turn, and of none."""
        if not self.rule.by:
            return
        one, two = self.rows([*bulk, far]), self.rows([far, *bulk[1:], far, far], 2)
        yield self.told("two groups", [*two, *one])
        loose = [{**line, **dict.fromkeys(self.rule.by)} for line in self.rows([*bulk, far])]
        yield self.told("rows of no group", [*loose, *one])

    def with_gaps(self, bulk: Sequence[int], far: int) -> Iterator[Scene]:
        """Cells that are empty, or none of their type; rows that do not count."""
        whole, column = self.rows([*bulk, far]), self.rule.per[0].column
        table = self.rule.table
        undated: Line = {**whole[-1], column: bad_cell(self.setting, table, column)}
        early: Line = {**whole[-1], column: _FIRST_TEXT}
        odd = [{**whole[0], column: None}, undated, undated, early]
        if isinstance(self.of.of, CellOf):
            odd.append({**early, column: _OTHER_TEXT, self.of.of.column: None})
        yield self.told("rows without a date", [*odd, *self.rows([*bulk[1:], far, far])])
        if self.no is not None:
            left = self.rows([far], apart=5, base=self.no)
            yield self.told("rows that do not count", [*left, *whole])
        if self.other is not None:
            left = self.rows([bulk[0]], base=self.other)
            yield self.told("rows that the measure leaves out", [*left, *whole])
        if isinstance(self.of.of, CellOf):
            yield from self._odd_cells(bulk, far, self.of.of.column)

    def _odd_cells(self, bulk: Sequence[int], far: int, column: str) -> Iterator[Scene]:
        whole = self.rows([*bulk, far])
        empty: Line = {**whole[0], column: None}
        rows = self.rows([*bulk, far], apart=2)
        date = moment_at(self.setting, self.rule.per[0], 3, is_last=False)
        idle: Line = {**empty, self.rule.per[0].column: date}
        yield self.told(
            "empty cells beside others, and a period of nothing else", [empty, idle, *rows]
        )
        if self.setting.is_numeric(self.rule.table, column):
            return
        bad: Cell = bad_cell(self.setting, self.rule.table, column)
        yield self.told("a cell that cannot be read", [{**whole[0], column: bad}, *whole])
