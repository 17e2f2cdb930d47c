"""Scenes for tables with copies: as many as are allowed, and one more; rows that nearly are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from backend.contracts.check import Cell
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.runs import steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.proof.witnesses.shapes import shares_beside, two_at_least
from backend.rules.language.walk import columns_read
from backend.rules.repeated_rows import RepeatedRows

_MOST_ROWS = 4_000
_START = 45_000


class Copies:
    """Rows of one table that differ, or not, in the columns that are compared."""

    def __init__(self, rule: RepeatedRows, setting: Setting) -> None:
        self.rule, self.setting = rule, setting
        self.yes, self.no = rows_for(setting, rule.table, rule.where)
        columns = setting.columns(rule.table)
        named = rule.columns or tuple(name for name in columns if name not in rule.ignored)
        asked = {} if rule.where is None else columns_read(rule.where, rule.table)
        chosen = {name for _, name in asked}
        self.free = [name for name in named if name not in chosen] or list(named)
        """The columns in which rows may differ and still count."""

    def row(self, number: int, place: int = 0) -> Line:
        """Row ``number``: another one than any other; the columns that do not count differ."""
        loose = {name: self._cell(name, place) for name in self.rule.ignored}
        cells = {name: self._cell(name, number) for name in self.free}
        return {**self.yes, **loose, **cells}

    def _cell(self, column: str, number: int) -> Cell:
        start = 1 if self.setting.reads_numbers(self.rule.table, column) else _START
        return steps_of(self.setting, self.rule.table, column).spell(start + 100 * number)

    def table(self, copies: int, rows: int) -> list[Line]:
        """So many rows, of which so many are copies: pairs, and three where they are odd."""
        sizes = [2] * (copies // 2)
        if copies % 2:
            sizes = [*sizes[:-1], 3]
        sizes += [1] * (rows - sum(sizes))
        numbers = [number for number, size in enumerate(sizes) for _ in range(size)]
        return [self.row(number, place) for place, number in enumerate(numbers)]

    def one_group(self, size: int, rows: int) -> list[Line]:
        """So many rows, of which so many are one and the same."""
        numbers = [0] * size + list(range(1, rows - size + 1))
        return [self.row(number, place) for place, number in enumerate(numbers)]

    def scene(self, says: str, lines: list[Line]) -> Scene:
        """A scene of the one table."""
        return Scene(says, {self.rule.table: lines})


def copy_scenes(rule: RepeatedRows, setting: Setting) -> Iterator[Scene]:
    """Tables on both sides of each bound; rows that nearly are copies; empty cells; none."""
    found = Copies(rule, setting)
    for most, rows in _near_bounds(rule):
        if rule.measure == "copies":
            yield found.scene(f"{most} of {rows} rows are copies", found.table(most, rows))
        else:
            yield found.scene(f"{most} of {rows} repeat", found.one_group(most + 1, rows))
    one, two = found.row(1), found.row(2)
    near = [one, *({**one, name: two[name]} for name in found.free)]
    yield found.scene("rows that differ in one column", near * 2 if len(near) == 1 else near)
    gaps = [{**one, name: None} for name in found.free for _ in range(3)]
    yield found.scene("copies with an empty cell", gaps)
    if found.no is not None:
        left = [{**one, **found.no}] * 6
        yield found.scene("copies that do not count", [*found.table(0, 3), *left])
        yield found.scene("copies beside rows that do not count", [*([one] * 6), *left])
    yield found.scene("all rows alike", [one] * 4)
    yield found.scene("one row", [one])
    yield found.scene("no rows at all", [])


def _near_bounds(rule: RepeatedRows) -> Iterator[tuple[int, int]]:
    """How many copies of how many rows: just below each bound, on it, and just above."""
    fewest = 2 if rule.measure == "copies" else 1
    for _, bound in rule.bounds:
        on, rows = int(bound), int(bound) + 3
        beside: list[tuple[int, int]] = []
        if rule.is_share:
            on, rows = two_at_least(Fraction(bound).limit_denominator(_MOST_ROWS // 2))
            beside = [two_at_least(share) for share in shares_beside(bound)]
        tried = [*((many, rows) for many in (on, on - 1, on + 1, fewest)), *beside, (0, rows)]
        for many, of in dict.fromkeys(tried):
            if (many >= fewest or not many) and many < of <= _MOST_ROWS:
                yield many, of
