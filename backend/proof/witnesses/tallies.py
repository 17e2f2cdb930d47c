"""Scenes for measures: tables, or groups, whose measure lies on each side of its bound.

Small tables are laid out in a row, each with one row more or one cell a step further than the one
before; those between which the plain reading changes its mind are kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain, pairwise, zip_longest

from backend.contracts.check import Cell
from backend.proof.witnesses.bounded import bounded_cells
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.multiples import sizes_by_multiple
from backend.proof.witnesses.of_each_sort import lacking_sorts
from backend.proof.witnesses.periods import moment_in
from backend.proof.witnesses.probe import Axis, turns
from backend.proof.witnesses.related import Related, key_cell, related_rows
from backend.proof.witnesses.runs import START, bad_cell, steps_of
from backend.proof.witnesses.scenes import MOST_ROWS, Line, Scene, Setting, found_in
from backend.proof.witnesses.sorts_of_rows import sorts_of
from backend.proof.witnesses.spread import deviating, spread_cells
from backend.proof.witnesses.texts import lengths_near, measured_lengths
from backend.rules.language import terms as T
from backend.rules.language.periods import Period
from backend.rules.language.terms import Measure
from backend.rules.language.walk import cells_measured, walk

_MOST_KEPT = 14
_FAR = 10**7
_MOST_FAR = 6
_MOST_DIFFERENT = 1_000
MOST_COUNTED = 5_000
"""Rows of a table where a bound on the number of rows calls for so many."""
Group = dict[str, list[Line]]
"""The rows of one group, or of a whole table, by table."""


class Tallies:
    """The small tables of one rule, and what the plain reading says of each."""

    def __init__(self, setting: Setting, by: tuple[str, ...], per: tuple[Period, ...] = ()) -> None:
        self.setting, self.by, self.per = setting, by, per
        self.keys = tuple(dict.fromkeys([*by, *(period.column for period in per)]))
        self.related: Related = related_rows(setting)
        self.measures = list(
            dict.fromkeys(t for t in walk(setting.rule) if isinstance(t, T.Aggregate))
        )
        tables = [setting.table, *(m.table for m in self.measures if not m.keys)]
        self.tables = list(dict.fromkeys(tables))
        self.sorts = {name: sorts_of(setting, name, self.related) for name in self.tables}

    def scene(self, says: str, *groups: Group) -> Scene:
        """Some groups beside one another, each under its own key."""
        rows = {name: list(lines) for name, lines in self.related.fixed.items()
                if name not in self.tables}  # fmt: skip
        for number, group in enumerate(groups, 1):
            for name, lines in group.items():
                rows.setdefault(name, []).extend(self._keyed(name, lines, number))
        return Scene(says, {name: lines[:MOST_COUNTED] for name, lines in rows.items()})

    def _keyed(self, table: str, lines: list[Line], number: int) -> Iterator[Line]:
        key = {name: key_cell(self.setting, table, name, number) for name in self.by}
        for place, line in enumerate(lines):
            when = {
                period.column: moment_in(self.setting, period, number, is_last=place % 2 == 1)
                for period in self.per
            }
            yield line | key | when

    def verdict(self, group: Group) -> object:
        """What the plain reading says of one group."""
        return found_in(self.scene("", group), self.setting)[1:]

    def is_failing(self, group: Group) -> bool:
        """Whether a group, or a row of it, breaks the rule."""
        found = found_in(self.scene("", group), self.setting)
        return bool(found.failing or found.rows)

    def usual(self, size: int = 2) -> Group:
        """A few rows that count, in every table that is measured."""
        return {name: [sorts[0]] * size for name, sorts in self.sorts.items()}

    def kept(self) -> list[tuple[str, Group]]:
        """Groups on each side of a bound, with what they are about; without repeats."""
        found: dict[str, tuple[str, Group]] = {}
        first = (
            self._by_multiple(), self._by_bounds(), self._by_sort(), self._by_spread(),
            self._by_length(), self._by_variety(),
        )  # fmt: skip
        ways = (self._by_cell(), self._by_size(), self._by_mixture())
        for each in chain(*first, chain.from_iterable(zip_longest(*ways))):
            if each is not None:
                found.setdefault(repr(each[1]), each)
        return list(found.values())[:_MOST_KEPT]

    def _by_sort(self) -> Iterator[tuple[str, Group]]:
        for table in self.tables:
            for says, lines in lacking_sorts(self.setting, table):
                yield says, self.usual() | {table: lines}

    def _by_bounds(self) -> Iterator[tuple[str, Group]]:
        for table, column in self.measured_columns():
            if self.setting.is_numeric(table, column):
                is_whole = self.setting.is_whole(table, column)
                for says, cells in bounded_cells(
                    self.setting.rule, table, column, is_whole=is_whole
                ):
                    yield says, self._with_cells(table, column, cells)

    def _by_spread(self) -> Iterator[tuple[str, Group]]:
        for table in self.tables:
            for column in deviating(self.measures, table):
                is_whole = self.setting.is_whole(table, column)
                for bound, cells in spread_cells(self.setting.rule, is_whole=is_whole):
                    yield f"{column} deviates by {bound}", self._with_cells(table, column, cells)

    def _by_length(self) -> Iterator[tuple[str, Group]]:
        """Texts of each length beside a bound, alone and with a short one."""
        lengths = [size for size in lengths_near(self.setting.rule) if size]
        for table, column in measured_lengths(self.measures) if lengths else ():
            for size in lengths:
                yield f"{column} has {size} signs", self._with_cells(table, column, ["x" * size])
            both: list[Cell] = ["x" * min(lengths), "x" * (max(lengths) + 1)]
            yield f"{column} is short and long", self._with_cells(table, column, both)

    def _by_variety(self) -> Iterator[tuple[str, Group]]:
        """As many different values as a bound, one more and one less; beside an empty cell, too."""
        counted = [m.of for m in self.measures if m.measure is Measure.DISTINCT]
        for of in counted:
            if not isinstance(of, T.Cell) or (of.table or self.setting.table) not in self.tables:
                continue
            table, column = of.table or self.setting.table, of.column
            sizes = lengths_near(self.setting.rule, _MOST_DIFFERENT)
            varied = [self._different(table, column, size) for size in sizes]
            for cells in filter(None, varied):
                yield f"{column} has {len(cells)} values", self._with_cells(table, column, cells)
            for cells in filter(None, varied[1:2]):
                some = [*cells, None, cells[0]]
                yield f"{column} has empty cells, too", self._with_cells(table, column, some)

    def _different(self, table: str, column: str, size: int) -> list[Cell]:
        """So many cells of which no two are alike; none where the column has not so many."""
        axis = steps_of(self.setting, table, column)
        is_text = not self.setting.is_numeric(table, column)
        is_text = is_text and self.setting.date_format(table, column) is None
        first = START if axis.low <= START <= axis.high else max(axis.low, 0)
        fits = is_text or size <= axis.high - first + 1
        return [axis.spell(first + step) for step in range(size)] if fits else []

    def _by_multiple(self) -> Iterator[tuple[str, Group]]:
        for sizes in sizes_by_multiple(self.setting.rule, MOST_COUNTED):
            if {*sizes} <= {*self.tables}:
                told = {name: [self.sorts[name][0]] * size for name, size in sizes.items()}
                yield " for ".join(f"{size} {name}" for name, size in sizes.items()), told

    def _by_size(self) -> Iterator[tuple[str, Group]]:
        for name in self.tables:
            for sort in self.sorts[name]:
                sized = [
                    (f"{size} rows", self.usual() | {name: [sort] * size}) for size in self._sizes()
                ]
                yield from self._turning(sized)

    def _sizes(self) -> list[int]:
        most = MOST_COUNTED if self._counts_rows() else MOST_ROWS
        near = lengths_near(self.setting.rule, most)
        return sorted({0, 1, 2, 3, *near})

    def _counts_rows(self) -> bool:
        return any(measure.measure is Measure.COUNT for measure in self.measures)

    def _by_mixture(self) -> Iterator[tuple[str, Group]]:
        """Of four rows, and of twenty, some of one sort and the rest of another."""
        for name in self.tables:
            first, *others = self.sorts[name]
            for other in others:
                for total in (4, 20):
                    mixed = [
                        (
                            f"{n} of {total} rows count",
                            self.usual() | {name: [first] * n + [other] * (total - n)},
                        )
                        for n in range(total + 1)
                    ]
                    yield from self._turning(mixed)

    def _turning(self, groups: list[tuple[str, Group]]) -> Iterator[tuple[str, Group]]:
        verdicts = [self.verdict(group) for _, group in groups]
        for place, (before, after) in enumerate(pairwise(verdicts)):
            if before != after:
                yield from groups[place : place + 2]

    def measured_columns(self) -> Iterator[tuple[str, str]]:
        """The columns whose cells are measured or compared with a measure."""
        seen: dict[tuple[str, str], None] = {}
        for term in walk(self.setting.rule):
            if isinstance(term, T.Aggregate) and term.of is not None:
                seen |= dict.fromkeys((c.table, c.column) for c in cells_measured(term.of))
            if isinstance(term, T.Previous) and isinstance(term.of, T.Cell):
                seen[term.of.table, term.of.column] = None
            if isinstance(term, T.Compare):
                sides = (term.left, term.right)
                cells = [c for side in sides for c in walk(side) if isinstance(c, T.Cell)]
                seen |= dict.fromkeys((c.table, c.column) for c in cells)
        yield from (pair for pair in seen if pair[0] in self.tables)

    def _by_cell(self) -> Iterator[tuple[str, Group]]:
        for table, column in self.measured_columns():
            cells = cells_for(self.setting, table, column)
            for before in self._rows_before(table, column, cells):
                yield from self._by_last_cell(table, column, before)
            for some in (cells[:1] * 2, cells[:2], [*cells[:2], cells[0]], [*cells[:1], None]):
                said = ", ".join("empty" if cell is None else str(cell) for cell in some)
                yield f"{column} is {said}", self._with_cells(table, column, some)

    def _rows_before(self, table: str, column: str, cells: list[Cell]) -> Iterator[list[Line]]:
        """None, two that count, one of each sort, many that are alike."""
        first, *others = self.sorts[table]
        yield []
        yield [first | {column: cell} for cell in cells[:2]]
        if others:
            yield [first, *others]
        if any(measure.measure is Measure.DEVIATION for measure in self.measures):
            yield [first | {column: cell} for cell in (*cells[:1] * self._many(), cells[1])]

    def _many(self) -> int:
        """So many that are alike that one other may be as far off as the rule's numbers say.

        Of n numbers none is more than (n - 1) / sqrt(n) standard deviations from their mean
        (Samuelson 1968).
        """
        numbers = [term.value for term in walk(self.setting.rule) if isinstance(term, T.Constant)]
        sizes = [abs(n) for n in numbers if isinstance(n, int | float) and abs(n) <= _MOST_FAR]
        return max([11, *(math.ceil((size + 1) ** 2) + 2 for size in sizes)])

    def _by_last_cell(
        self, table: str, column: str, before: list[Line]
    ) -> Iterator[tuple[str, Group]]:
        """The cell of a last row, just before and at each turn of the verdict."""
        axis = steps_of(self.setting, table, column)
        line = self.sorts[table][0]

        def group(step: int) -> Group:
            return self.usual() | {table: [*before, line | {column: axis.spell(step)}]}

        near = Axis(axis.spell, max(axis.low, -_FAR), min(axis.high, max(_FAR, 2 * axis.start)))
        cells = cells_for(self.setting, table, column)[:6]
        anchors = [axis.step_of(cell) or _step_of(axis, cell) for cell in cells]
        for step in turns(lambda k: self.verdict(group(k)), near, [0, START, *anchors]):
            for each in (step - 1, step):
                yield f"{column} is {axis.spell(each)} in the last row", group(each)

    def _with_cells(self, table: str, column: str, cells: list[Cell]) -> Group:
        line = self.sorts[table][0]
        return self.usual() | {table: [line | {column: cell} for cell in cells]}

    def odd_rows(self) -> Iterator[tuple[str, Group]]:
        """All sorts of rows together, empty cells, cells that cannot be read."""
        mixed = {name: [s for s in sorts for _ in range(2)] for name, sorts in self.sorts.items()}
        yield "all sorts of rows", mixed
        for table, column in self.measured_columns():
            line = self.sorts[table][0]
            yield f"{column} is always empty", self._with_cells(table, column, [None, None])
            if not self.setting.is_numeric(table, column):
                bad = bad_cell(self.setting, table, column)
                lines = [line, line | {column: bad}, line | {column: None}]
                yield f"{column} cannot be read in one row", self.usual() | {table: lines}


def _step_of(axis: Axis, cell: Cell) -> int:
    """The step of a number; 0 of what is none."""
    try:
        return round(float(str(cell)) / float(axis.spell(1)))
    except ValueError:
        return 0


def has_top(setting: Setting) -> bool:
    """Whether the rule asks for the most frequent value."""
    return any(
        isinstance(term, T.Aggregate) and term.measure is Measure.TOP for term in walk(setting.rule)
    )
