"""Scenes for numbers and dates that run on: sequences, calendars, intervals, outliers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from backend.contracts.check import Cell
from backend.proof.witnesses.periods import moment_in
from backend.proof.witnesses.probe import FIRST_DAY, Axis, axis_of, turns
from backend.proof.witnesses.related import key_cell, rows_for
from backend.proof.witnesses.scenes import Line, Scene, Setting, found_in
from backend.proof.witnesses.spelling import NO_DATE, NO_NUMBER, spell_date
from backend.rules.language.periods import Period
from backend.rules.language.terms import Cell as CellOf
from backend.rules.language.terms import Missing
from backend.rules.missing_dates import MissingDates
from backend.rules.outliers import Outliers
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

START = 45_349
"""The step of 28 February 2024: three days on, a leap year shows."""


def steps_of(setting: Setting, table: str, column: str) -> Axis:
    """The cells of a column, step by step; of a column of texts, numbered ones."""
    found = axis_of(setting, table, column, Missing(of=CellOf(table=table, column=column)))
    return found or Axis(lambda step: f"x{step}", 0, 100)


def bad_cell(setting: Setting, table: str, column: str) -> str:
    """What is none in a column of numbers or dates."""
    is_dated = setting.date_format(table, column) is not None
    return NO_DATE if is_dated else NO_NUMBER


def grouped(
    setting: Setting, table: str, by: Sequence[str], number: int, lines: list[Line]
) -> list[Line]:
    """Rows as one group."""
    key = {column: key_cell(setting, table, column, number) for column in by}
    return [{**line, **key} for line in lines]


class Runs:
    """Scenes of one column of numbers or dates, within groups or not."""

    def __init__(self, rule: Rule, setting: Setting, column: str, by: tuple[str, ...]) -> None:
        self.setting, self.table, self.column, self.by = setting, rule.table, column, by
        self.yes, self.no = rows_for(setting, rule.table, rule.where)
        self.steps = steps_of(setting, rule.table, column)
        self.is_exact = False
        """Whether a program of this rule refuses what is no number, and cannot be asked."""
        self.per: tuple[Period, ...] = ()
        """The periods that make groups beside the columns ``by``."""

    def rows(self, cells: Sequence[Cell], group: int = 1) -> list[Line]:
        """One row per cell, all of one group."""
        lines = [{**self.yes, self.column: cell} for cell in cells]
        found = grouped(self.setting, self.table, self.by, group, lines)
        return [{**line, **self._dates(group, place)} for place, line in enumerate(found)]

    def _dates(self, group: int, place: int) -> Line:
        return {
            period.column: moment_in(self.setting, period, group, is_last=place % 2 == 1)
            for period in self.per
        }

    def scene(self, says: str, *groups: Sequence[Cell]) -> Scene:
        """A scene of some groups."""
        lines = [line for n, cells in enumerate(groups, 1) for line in self.rows(cells, n)]
        return Scene(says, {self.table: lines})

    def common(self, run: Sequence[Cell], odd: Cell) -> Iterator[Scene]:
        """An empty cell, a bad one, rows of no group, rows that do not count, no rows."""
        yield self.scene("an empty cell inside", [*run[:2], None, *run[2:]])
        if not self.is_exact:
            bad = bad_cell(self.setting, self.table, self.column)
            yield self.scene("a cell that cannot be read", [*run[:2], bad, *run[2:]])
        if self.by:
            yield self.scene("two groups", run, [*run, odd])
            loose = [{**line, **dict.fromkeys(self.by)} for line in self.rows([odd])]
            yield Scene("a row of no group", {self.table: [*self.rows(run), *loose]})
        if self.no is not None:
            left = [{**self.no, self.column: cell} for cell in (odd, run[0])]
            left = grouped(self.setting, self.table, self.by, 1, left)
            yield Scene("rows that do not count", {self.table: [*left, *self.rows(run)]})
        yield self.scene("one row", run[:1])
        yield self.scene("no values", [None, None])
        yield Scene("no rows at all", {})


def sequence_scenes(rule: SequenceGaps, setting: Setting) -> Iterator[Scene]:
    """Numbers in order, with a gap, repeated, elsewhere at the start."""
    runs = Runs(rule, setting, rule.column, rule.by)
    runs.is_exact = rule.way == "between" and setting.is_numeric(rule.table, rule.column)
    first = 1 if rule.start is None else rule.start

    def spelled(*numbers: int) -> list[Cell]:
        places = 1 if setting.is_whole(rule.table, rule.column) else 100
        return [runs.steps.spell((first + number) * places) for number in numbers]

    yield runs.scene("one after the other", spelled(0, 1, 2, 3))
    yield runs.scene("a number is missing", spelled(0, 1, 3, 4))
    yield runs.scene("a number twice", spelled(0, 1, 1, 2))
    yield runs.scene("a number twice, the next missing", spelled(0, 1, 1, 3))
    yield runs.scene("in another order", spelled(0, 2, 1, 3))
    yield runs.scene("one later at the start", spelled(1, 2, 3))
    yield runs.scene("one earlier at the start", spelled(-1, 0, 1))
    yield runs.scene("two numbers are missing", spelled(0, 3))
    if not setting.is_whole(rule.table, rule.column):
        half = runs.steps.spell(first * 100 + 50)
        yield runs.scene("a number that is not whole", [*spelled(0), half, *spelled(1, 2)])
    yield from runs.common(spelled(0, 1, 2), spelled(5)[0])


def calendar_scenes(rule: MissingDates, setting: Setting) -> Iterator[Scene]:
    """Days around leap day, months around the year's end, years; with and without gaps."""
    runs = Runs(rule, setting, rule.column, rule.by)
    step = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}.get(rule.unit, 1)
    form = setting.date_format(rule.table, rule.column)

    def spelled(*steps: int) -> list[Cell]:
        if rule.unit == "hour" and form is not None:
            hours = (dt.datetime(2024, 2, 28, 21, 30) + dt.timedelta(hours=n) for n in steps)
            return [spell_date(hour, form) for hour in hours]
        return [runs.steps.spell(START + each) for each in steps]

    if rule.year is not None:
        yield from _year_scenes(rule, rule.year, runs)
    yield runs.scene("days over leap day, none missing", spelled(0, 1, 2, 3))
    yield runs.scene("leap day is missing", spelled(0, 2, 3))
    yield runs.scene(f"one {rule.unit} after the other", spelled(0, step, 2 * step))
    yield runs.scene(f"a {rule.unit} is missing", spelled(0, step, 3 * step))
    yield runs.scene("not in order, one twice", spelled(3 * step, 0, step, 0))
    if rule.working:  # the first is a Wednesday
        yield runs.scene("a weekend is missing", spelled(0, 1, 2, 5, 6))
        yield runs.scene("a Monday is missing", spelled(0, 1, 2, 6))
        yield runs.scene("a Friday is missing, with a row on Sunday", spelled(0, 1, 4, 5))
        yield runs.scene("a Thursday is missing", spelled(0, 2))
    yield runs.scene("over the year's end", spelled(-61, -58, -90))
    yield from runs.common(spelled(0, 1, 2), spelled(4 * step)[0])


def _year_scenes(rule: MissingDates, year: int, runs: Runs) -> Iterator[Scene]:
    """All units of a year; without the first, the last, or one between; those of other years."""
    first, after = dt.datetime(year, 1, 1), dt.datetime(year + 1, 1, 1)
    days = [first + dt.timedelta(days=n) for n in range((after - first).days)]
    step = {"month": 1, "quarter": 3}.get(rule.unit)
    units = [dt.datetime(year, n, 1) for n in range(1, 13, step)] if step else days
    last = [*units[:-1], days[-1]]

    def spelled(moments: Sequence[dt.datetime]) -> list[Cell]:
        return [runs.steps.spell((each - FIRST_DAY).days) for each in moments]

    yield runs.scene(f"each {rule.unit} of {year}", spelled(last))
    yield runs.scene(f"the first {rule.unit} of {year} is missing", spelled(units[1:]))
    yield runs.scene(f"the last {rule.unit} of {year} is missing", spelled(units[:-1]))
    yield runs.scene(f"a {rule.unit} of {year} is missing", spelled([*units[:2], *units[3:]]))
    beside = [days[0] - dt.timedelta(days=1), after]
    yield runs.scene("with rows of other years", spelled([*units, *beside]))
    yield runs.scene("rows of other years alone", spelled(beside))


def outlier_scenes(rule: Outliers, setting: Setting) -> Iterator[Scene]:
    """Values just inside and just outside of the bulk, alone, in pairs, all alike."""
    runs = Runs(rule, setting, rule.column, rule.by)
    places = 1 if setting.is_whole(rule.table, rule.column) else 100
    bulk = [runs.steps.spell(number * places) for number in (10, 12, 13, 14, 16, 20, 24)]

    def is_flagged(step: int) -> object:
        return found_in(runs.scene("", [*bulk, runs.steps.spell(step)]), setting).rows

    seen = turns(is_flagged, Axis(runs.steps.spell, -(10**6), 10**6), (15 * places,))
    cells = [runs.steps.spell(step + shift) for step in seen for shift in (-1, 0)]
    for cell in cells[:6]:
        yield runs.scene(f"{cell} beside others", [*bulk, cell])
    if rule.by and cells:
        yield runs.scene("far in one group, near in another", [*bulk, cells[-1]], cells[-1:] * 3)
    yield runs.scene("two values", bulk[::6])
    yield runs.scene("all rows alike", bulk[:1] * 4)
    yield runs.scene("all alike but one", [*bulk[:1] * 4, bulk[-1]])
    yield from runs.common(bulk, runs.steps.spell(1000 * places))


Span = tuple[int | None, int | None]


def interval_scenes(rule: OverlappingIntervals, setting: Setting) -> Iterator[Scene]:
    """Intervals that touch, overlap, lie in one another, stay open, or lack an end."""
    yes, no = rows_for(setting, rule.table, rule.where)
    spell = _interval_speller(rule, setting)

    def rows(*spans: Span, group: int = 1, base: Line = yes) -> list[Line]:
        lines = [{**base, rule.start: spell(0, a), rule.end: spell(1, b)} for a, b in spans]
        return grouped(setting, rule.table, rule.by, group, lines)

    def scene(says: str, *lines: list[Line]) -> Scene:
        return Scene(says, {rule.table: [line for part in lines for line in part]})

    yield scene("one ends where the next starts", rows((0, 5), (5, 9)))
    yield scene("one ends a step after the next starts", rows((0, 6), (5, 9)))
    yield scene("one ends a step before the next starts", rows((0, 4), (5, 9)))
    yield scene("one lies in another, then a third", rows((0, 20), (3, 4), (10, 12), (30, 31)))
    yield scene("the same interval twice", rows((5, 9), (5, 9)))
    yield scene("the earlier stands later", rows((5, 9), (0, 6), (20, 21)))
    yield scene("an open end", rows((0, None), (50, 60), (-9, -5)))
    yield scene("intervals of no length", rows((3, 3), (3, 5), (4, 4)))
    yield scene("an end before the start", rows((9, 2), (3, 5)))
    yield scene("no start", rows((None, 9), (1, 5), (5, 6)))
    if rule.by:
        yield scene("in two groups", rows((0, 9)), rows((3, 5), group=2))
        loose = [{**line, **dict.fromkeys(rule.by)} for line in rows((0, 9), (1, 2))]
        yield scene("of no group", loose, rows((3, 5)))
    if no is not None:
        yield scene("beside a row that does not count", rows((0, 9), base=no), rows((3, 5)))
    bad = rows((0, 9), (20, 30), (25, 40))
    bad[0][rule.end] = bad_cell(setting, rule.table, rule.end)
    yield scene("an end that cannot be read", bad, rows((5, 6)))
    yield scene("no rows at all")


def _interval_speller(
    rule: OverlappingIntervals, setting: Setting
) -> Callable[[int, int | None], Cell]:
    """The cell of a step, of the start (0) or the end (1)."""
    axes = [steps_of(setting, rule.table, column) for column in (rule.start, rule.end)]
    numeric = [setting.reads_numbers(rule.table, column) for column in (rule.start, rule.end)]

    def spell(side: int, step: int | None) -> Cell:
        if step is None:
            return None
        places = 1 if setting.is_whole(rule.table, (rule.start, rule.end)[side]) else 100
        return axes[side].spell(step * places if numeric[side] else START + step)

    return spell
