"""Scenes for two tables that should agree, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.proof.witnesses.keys_alike import pair_of
from backend.proof.witnesses.related import key_cell
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.proof.witnesses.spelling import CALENDAR, spell_date, spell_number
from backend.rules.differing_rows import DifferingRows


class Sides:
    """Rows of both tables, spelled as each spells them."""

    def __init__(self, rule: DifferingRows, setting: Setting) -> None:
        self.rule, self.setting = rule, setting

    def row(self, table: str, key: int = 1, which: int = 0, cells: Line | None = None) -> Line:
        """A row of a key, with the first or second cell of each column."""
        keys = {name: self._key(table, name, key) for name in self.rule.keys}
        plain = {name: self.cell(table, name, which) for name in self.rule.columns}
        told = {**keys, **plain, **(cells or {})}
        return {self.rule.name_in(table, name): cell for name, cell in told.items()}

    def any_numbers(self, name: str) -> bool:
        """Whether a side reads the column as numbers."""
        tables = self.rule.tables()
        return any(self.setting.reads_numbers(t, self.rule.name_in(t, name)) for t in tables)

    def cell(self, table: str, name: str, which: int) -> Cell:
        """One of two cells that both sides can spell."""
        there = self.rule.name_in(table, name)
        if self.any_numbers(name):
            return self._number(table, there, (2, 3)[which])
        form = self.setting.date_format(table, there)
        if form is not None:
            return spell_date(CALENDAR[(0, 3)[which]], form)
        return pair_of(self.setting, table, there)[which]

    def _key(self, table: str, name: str, number: int) -> Cell:
        there = self.rule.name_in(table, name)
        form = self.setting.date_format(table, there)
        fact = self.setting.facts.get((table, there))
        if form is not None and fact is not None and fact.type is ColumnType.DATE:
            return spell_date(CALENDAR[number % len(CALENDAR)], form)
        if self.any_numbers(name):
            return self._number(table, there, number)
        return key_cell(self.setting, table, there, number)

    def _number(self, table: str, name: str, number: int) -> str:
        """As a column of numbers spells it; where a column of texts is its partner, without .0."""
        setting = self.setting
        is_whole = setting.is_whole(table, name) or not setting.reads_numbers(table, name)
        return spell_number(Decimal(number), is_whole=is_whole)

    def scene(self, says: str, mine: Sequence[Line], theirs: Sequence[Line]) -> Scene:
        """A scene of the rows of both sides."""
        return Scene(says, {self.rule.table: mine, self.rule.other: theirs})


def differing_scenes(rule: DifferingRows, setting: Setting) -> Iterator[Scene]:
    """Rows that agree, that differ in one cell, that only one side has, that lack a key."""
    sides = Sides(rule, setting)
    yield from (_by_key if rule.keys else _as_often)(rule, sides)


def _by_key(rule: DifferingRows, sides: Sides) -> Iterator[Scene]:
    left, right = rule.tables()
    mine = [sides.row(left, key) for key in (1, 2)]
    theirs = [sides.row(right, key) for key in (2, 1)]
    yield sides.scene("alike, in another order", mine, theirs)
    yield sides.scene("a key in the first only", [*mine, sides.row(left, 3)], theirs)
    yield sides.scene("a key in the second only", mine, [*theirs, sides.row(right, 3)])
    yield sides.scene("no rows in the first", [], theirs)
    yield sides.scene("no rows in the second", mine, [])
    yield sides.scene("no rows at all", [], [])
    for name in rule.columns[:2]:
        other: Line = {name: sides.cell(right, name, 1)}
        yield sides.scene(f"{name} differs", mine, [theirs[0], sides.row(right, 1, cells=other)])
        gap: Line = {name: None}
        hollow = sides.row(left, 1, cells=gap), sides.row(right, 1, cells=gap)
        yield sides.scene(f"{name} empty on both sides", hollow[:1], hollow[1:])
        yield sides.scene(f"{name} empty in the first", hollow[:1], theirs)
        yield sides.scene(f"{name} empty in the second", mine[:1], hollow[1:])
        yield from _near(rule, sides, name)
    for name in rule.keys:
        keyless: Line = {name: None}
        lone = sides.row(left, 4, cells=keyless), sides.row(right, 4, 1, cells=keyless)
        yield sides.scene(f"rows without {name}", [*mine, lone[0]], [*theirs, lone[1]])
        yield sides.scene(f"a row without {name} in the first", [lone[0]], theirs[:1])
    if len(rule.keys) > 1:
        there = rule.name_in(right, rule.keys[0])
        shared = sides.row(right, 3, 1, cells={rule.keys[0]: theirs[1][there]})
        yield sides.scene("a part of the key shared", mine[:1], [shared])


def _near(rule: DifferingRows, sides: Sides, name: str) -> Iterator[Scene]:
    """Numbers just inside, on and just outside the tolerance; texts in other letter case."""
    left, right = rule.tables()
    there = {table: rule.name_in(table, name) for table in rule.tables()}
    numeric = [sides.setting.is_numeric(*each) for each in there.items()]
    if not any(numeric):
        cell = sides.cell(left, name, 0)
        cased = sides.row(left, 1, cells={name: str(cell).swapcase()})
        if cased[there[left]] != cell:
            yield sides.scene(f"{name} in other letter case", [cased], [sides.row(right, 1)])
        return
    if not all(numeric):
        return
    is_whole = all(sides.setting.is_whole(*each) for each in there.items())
    step = Decimal(1) if is_whole else Decimal("0.001")
    for apart in dict.fromkeys(
        Decimal(str(rule.tolerance)) + shift for shift in (-step, Decimal(), step)
    ):
        far = spell_number(2 + apart, is_whole=is_whole)
        row = sides.row(right if not is_whole else left, 1, cells={name: far})
        other = sides.row(left if not is_whole else right, 1)
        pair = ([other], [row]) if not is_whole else ([row], [other])
        yield sides.scene(f"{name} is {apart} apart", *pair)


def _as_often(rule: DifferingRows, sides: Sides) -> Iterator[Scene]:
    left, right = rule.tables()
    mine = [sides.row(left), sides.row(left, which=1)]
    theirs = [sides.row(right, which=1), sides.row(right)]
    yield sides.scene("alike, in another order", mine, theirs)
    yield sides.scene("alike, one row twice in both", [*mine, mine[0]], [*theirs, theirs[1]])
    yield sides.scene("a row twice in the first", [*mine, mine[0]], theirs)
    yield sides.scene("a row twice in the second", mine, [*theirs, theirs[0]])
    yield sides.scene("a row in the first only", mine, theirs[:1])
    yield sides.scene("a row in the second only", mine[:1], theirs)
    for name in rule.columns[:2]:
        gap: Line = {name: None}
        mixed = sides.row(right, cells={name: sides.cell(right, name, 1)})
        yield sides.scene(f"{name} differs", mine[:1], [mixed])
        hollow = sides.row(left, cells=gap), sides.row(right, cells=gap)
        yield sides.scene(
            f"{name} empty on both sides", [*hollow[:1], mine[0]], [theirs[1], *hollow[1:]]
        )
        yield sides.scene(f"{name} empty on one side", hollow[:1], theirs[1:])
    yield sides.scene("no rows in the first", [], theirs)
    yield sides.scene("no rows at all", [], [])
