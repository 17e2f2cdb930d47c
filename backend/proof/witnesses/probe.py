"""One row at a time before the plain reading: what an atom is there, and where it turns."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.meaning import truth
from backend.proof.meaning.cells import Typed, dtype_of, iso_moment, loaded, spelled
from backend.proof.meaning.truth import Truth
from backend.proof.meaning.world import Here, Table, World, world_of
from backend.proof.witnesses.scenes import Line, Setting, tiny
from backend.proof.witnesses.spelling import DAY, spell_date, spell_number, tick
from backend.rules.language.terms import (
    Compare,
    Constant,
    Elapsed,
    Predicate,
    Previous,
    Shifted,
)
from backend.rules.language.walk import walk

FIRST_DAY = dt.datetime(1900, 1, 1)
_DAYS = 110_000
_UNITS = 10**8
_MOST_TURNS = 3


class Probe:
    """One row of a table (the judged one if none is named), beside fixed rows of all tables."""

    def __init__(
        self, setting: Setting, fixed: Mapping[str, Sequence[Line]], table: str = ""
    ) -> None:
        self.setting = setting
        self.table = table or setting.table
        self._columns = setting.columns(self.table)
        tables = {
            name: tiny(fixed.get(name, ()), setting.columns(name)) for name in setting.rule.tables()
        }
        self.world: World = world_of(tables, setting.facts, setting.as_of, setting.params)

    def here(self, line: Line) -> Here:
        """The row."""
        columns = {name: [self._typed(name, line.get(name))] for name in self._columns}
        return Here(self.world, Table(self.table, columns, 1), 0, (0,))

    def _typed(self, column: str, cell: Cell) -> Typed:
        texts = [spelled(cell)]
        fact = self.setting.facts.get((self.table, column))
        return loaded(texts, dtype_of(texts, fact))[0]

    def truth(self, atom: Predicate, line: Line) -> Truth:
        """What an atom is of the row."""
        return truth.atom_truth(atom, self.here(line))

    def outcome(self, must: Predicate, line: Line) -> bool:
        """Whether the row is flagged."""
        where, here = self.setting.rule.where, self.here(line)
        return (where is None or truth.holds(where, here)) and truth.breaks(must, here)


class Axis(NamedTuple):
    """The cells of a column in steps: step k is spelled by ``spell``."""

    spell: Callable[[int], str]
    low: int
    high: int
    start: int = 0
    """Somewhere in the middle."""
    step_of: Callable[[Cell], int | None] = lambda _: None
    """The step of a cell, or the one below it; None of what is none of these."""


def axis_of(setting: Setting, table: str, column: str, near: Predicate) -> Axis | None:
    """The steps of a column of numbers, or of days; None of other columns."""
    if setting.reads_numbers(table, column):
        is_whole = setting.is_whole(table, column)
        places = 0 if is_whole else _places(near)
        return Axis(
            lambda step: spell_number(Decimal(step).scaleb(-places), is_whole=is_whole),
            -_UNITS * 10**places,
            _UNITS * 10**places,
            step_of=lambda cell: _step_of_number(cell, places),
        )
    form = setting.date_format(table, column)
    if form is None:
        return None
    each = tick(form) if _counts_less_than_days(setting) else DAY
    a_day = DAY // each
    return Axis(
        lambda step: spell_date(FIRST_DAY + step * each, form),
        0,
        _DAYS * a_day,
        45_000 * a_day,
        lambda cell: _step_of_moment(cell, each),
    )


def _counts_less_than_days(setting: Setting) -> bool:
    """Whether a rule is about hours, minutes or seconds between two rows."""
    terms = [*walk(setting.rule)]
    is_short = any(
        (isinstance(term, Elapsed) and term.seconds)
        or (isinstance(term, Shifted) and not term.is_of_days)
        for term in terms
    )
    return is_short and any(isinstance(term, Previous) for term in terms)


def _step_of_number(cell: Cell, places: int) -> int | None:
    try:
        number = Decimal(str(cell)).scaleb(places)
        return math.floor(number) if number.is_finite() else None
    except InvalidOperation:
        return None


def _step_of_moment(cell: Cell, each: dt.timedelta) -> int | None:
    try:
        return (iso_moment(str(cell)) - FIRST_DAY) // each
    except ValueError:
        return None


def _places(near: Predicate) -> int:
    """Decimals of a step: two, or as many as the numbers nearby have."""
    numbers: list[float] = [
        float(part.value)
        for part in walk(near)
        if isinstance(part, Constant) and isinstance(part.value, int | float)
    ]
    numbers += [part.tolerance for part in walk(near) if isinstance(part, Compare)]
    exponents = [Decimal(str(number)).normalize().as_tuple().exponent for number in numbers]
    return max([2, *(-each for each in exponents if isinstance(each, int))])


def turns(test: Callable[[int], object], axis: Axis, anchors: Iterable[int]) -> Iterator[int]:
    """Steps at which a test tells something else than one step before, ascending, a few."""
    stops = sorted({axis.low, axis.high, *(a for a in anchors if axis.low < a < axis.high)})
    found = 0
    for low, high in pairwise(stops):
        before = test(low)
        if found == _MOST_TURNS or test(high) == before:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if test(middle) == before else (low, middle)
        found += 1
        yield high


def cells_at_turns(probe: Probe, atom: Predicate, column: str, line: Line) -> list[Cell]:
    """The cells of a column just before and at each turn of an atom, other cells unchanged."""
    setting = probe.setting
    axis = axis_of(setting, probe.table, column, atom)
    if axis is None:
        return []
    cells: dict[Cell, None] = {}
    constants = [part.value for part in walk(atom) if isinstance(part, Constant)]
    near = [axis.step_of(cell) for cell in (*constants, *line.values()) if cell is not None]
    anchors = [axis.start, *(step for step in near if step is not None)]

    def at(form: Predicate, cell: Cell) -> Truth:
        return probe.truth(form, {**line, column: cell})

    for form in _variants(atom):

        def test(step: int, form: Predicate = form) -> Truth:
            return at(form, axis.spell(step))

        found = list(turns(test, axis, anchors))
        anchors += found
        for step in found:
            cells |= dict.fromkeys(_beside(step, axis, probe, column))
        form_of_day = setting.date_format(probe.table, column)
        has_parts = form_of_day is not None and tick(form_of_day) < DAY
        if form_of_day and has_parts and axis.high == _DAYS:
            for step in found[:_MOST_TURNS]:
                cells |= dict.fromkeys(_within_day(step, form_of_day, partial(at, form)))
    return list(cells)


def _within_day(step: int, form: str, test: Callable[[str], object]) -> Iterator[str]:
    """The moments just before and at which a test turns between the day before and this one."""
    start, each = FIRST_DAY + (step - 1) * DAY, tick(form)

    def spell(ticks: int) -> str:
        return spell_date(start + ticks * each, form)

    low, high = 0, DAY // each
    before = test(spell(low))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if test(spell(middle)) == before else (low, middle)
    yield from map(spell, (high - 1, high, high + 1))


def _variants(atom: Predicate) -> list[Predicate]:
    """An equality turns at one point only: a bound at the same point is easier to find."""
    if isinstance(atom, Compare) and (atom.tolerance or atom.sign in ("==", "!=")):
        return [atom.model_copy(update={"sign": ">=", "tolerance": 0.0, "null_safe": False}), atom]
    return [atom]


def _beside(step: int, axis: Axis, probe: Probe, column: str) -> Iterator[str]:
    steps = [each for each in (step - 1, step, step + 1) if axis.low <= each <= axis.high]
    yield from map(axis.spell, steps)
    form = probe.setting.date_format(probe.table, column)
    if form is not None and tick(form) < DAY and axis.high == _DAYS:
        for each in steps[:2]:
            yield spell_date(FIRST_DAY + (each + 1) * DAY - tick(form), form)
