"""Scenes for values that are in force on a day: entries with their spans, days at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.proof.meaning.unknowns import unknown
from backend.proof.witnesses.related import key_cell, rows_for
from backend.proof.witnesses.runs import START, bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.language import terms as T
from backend.rules.outdated_values import OutdatedValues

Entry = tuple[int | None, int | None, int | None]
"""Start and end in days, and the number of the value."""


class Ledger:
    """Entries and the rows that are held against them."""

    def __init__(self, rule: OutdatedValues, setting: Setting) -> None:
        self.rule, self.setting = rule, setting
        self.yes, self.no = rows_for(setting, rule.table, rule.where)
        at = rule.at
        if not isinstance(at, T.Cell) and not (isinstance(at, T.Lookup) and at.key_of is None):
            raise unknown("way to spell the day", at.type)
        self.day_of: T.Cell | T.Lookup = at

    def day(self, table: str, column: str, step: int | None) -> Cell:
        """A day as its column spells it."""
        if step is None:
            return None
        return steps_of(self.setting, table, column).spell(START + step)

    def value(self, table: str, column: str, number: int | None) -> Cell:
        """The n-th of some values, as both columns can spell them."""
        if number is None:
            return None
        wanted, own = self.rule.wanted, self.rule.value
        assert own is not None
        sides = ((self.rule.table, own.column), (self.rule.listed, wanted))
        if any(self.setting.reads_numbers(*side) for side in sides):
            is_whole = self.setting.is_whole(table, column)
            return str(number + 5) if is_whole else f"{number + 5}.0"
        return ("alpha", "beta", "gamma")[number]

    def entries(self, *given: Entry, key: int = 1) -> list[Line]:
        """Entries of one key."""
        rule, listed = self.rule, self.rule.listed
        cell = key_cell(self.setting, listed, rule.key[1], key)
        found = []
        for start, end, value in given:
            line: Line = {rule.key[1]: cell, rule.start: self.day(listed, rule.start, start)}
            line[rule.end] = self.day(listed, rule.end, end)
            if rule.value is not None:
                line[rule.wanted] = self.value(listed, rule.wanted, value)
            found.append(line)
        return found

    def row(self, day: Cell, value: int | None = 0, key: int = 1, base: Line | None = None) -> Line:
        """A row on a day that is spelled already."""
        rule = self.rule
        cell = key_cell(self.setting, rule.table, rule.key[0], key)
        line: Line = {**(base or self.yes), rule.key[0]: cell, "": day}
        if rule.value is not None:
            line[rule.value.column] = self.value(rule.table, rule.value.column, value)
        return line

    def on(self, *days: int | None, value: int | None = 0, key: int = 1) -> list[Line]:
        """Rows on some days."""
        table = self.day_of.table
        return [self.row(self.day(table, self.day_of.column, d), value, key) for d in days]

    def scene(self, says: str, rows: Sequence[Line], entries: Sequence[Line]) -> Scene:
        """Rows and entries; the day stands in the row, or in the row that it leads to."""
        rule, at = self.rule, self.day_of
        if isinstance(at, T.Cell):
            own = [{**line, at.column: line[""]} for line in rows]
            return Scene(says, {rule.table: _without_day(own), rule.listed: entries})
        mine, theirs = at.keys[0]
        led = [
            {**line, mine: key_cell(self.setting, rule.table, mine, n)}
            for n, line in enumerate(rows, 1)
        ]
        parents = [
            {theirs: key_cell(self.setting, at.table, theirs, n), at.column: line[""]}
            for n, line in enumerate(rows, 1)
        ]
        tables = {rule.table: _without_day(led), at.table: parents, rule.listed: entries}
        return Scene(says, tables)


def _without_day(lines: list[Line]) -> list[Line]:
    return [{name: cell for name, cell in line.items() if name} for line in lines]


def entry_scenes(rule: OutdatedValues, setting: Setting) -> Iterator[Scene]:
    """Days at both ends of each span, no entry, several entries, open ends, gaps."""
    book = Ledger(rule, setting)
    spans = book.entries((0, 30, 0), (31, None, 1))
    days = (-1, 0, 15, 30, 31, 900)
    yield book.scene("days at the ends, the earlier value", book.on(*days), spans)
    yield book.scene("days at the ends, the later value", book.on(*days, value=1), spans)
    several = [*book.entries((0, 30, 0), (10, 40, 1)), *book.entries((0, 30, 2), key=2)]
    both = [*book.on(5, 20, 35, 41), *book.on(5, 20, 35, value=1), *book.on(5, 20, value=2)]
    yield book.scene("two entries in force at once", both, several)
    yield book.scene("an entry of another key", [*book.on(5, key=2), *book.on(5, key=9)], several)
    yield book.scene("no entries", book.on(5), [])
    yield book.scene("no rows at all", [], spans)
    bare = book.on(5)[0]
    yield book.scene("a row without a key", [{**bare, rule.key[0]: None}, bare], spans)
    keyless = [{**line, rule.key[1]: None} for line in spans]
    loose = [{**bare, rule.key[0]: None}, bare]
    yield book.scene("entries without a key", loose, keyless)
    yield book.scene("a row without a day", [*book.on(None), *book.on(5)], spans)
    yield from _gaps(rule, book, setting)
    if book.no is not None:
        left = [book.row(line[""], 1, base=book.no) for line in book.on(5, -9)]
        yield book.scene("rows that do not count", [*left, *book.on(5)], spans)


def _gaps(rule: OutdatedValues, book: Ledger, setting: Setting) -> Iterator[Scene]:
    """Cells that are empty or that cannot be read, of rows and of entries."""
    rows = [*book.on(5, 60), *book.on(5, 60, value=1)]
    yield book.scene("no start", rows, book.entries((None, 30, 0), (None, None, 1)))
    table, column = book.day_of.table, book.day_of.column
    strange = [book.row(bad_cell(setting, table, column), key=key) for key in (1, 9)]
    yield book.scene("a day that cannot be read", [*strange, *book.on(5)], book.entries((0, 9, 0)))
    for name in (rule.end, rule.start):
        odd = {name: bad_cell(setting, rule.listed, name)}
        entries = [{**line, **odd} for line in book.entries((0, 9, 0))]
        rest = book.entries((50, 70, 1))
        yield book.scene(f"{name} that cannot be read", rows, [*entries, *rest])
    if rule.value is None:
        return
    empty = [*book.on(5, value=None), *book.on(5)]
    yield book.scene("a row without a value", empty, book.entries((0, 30, 0)))
    yield book.scene(
        "entries without a value", rows, book.entries((0, 30, None), (50, 70, 0), (50, 70, None))
    )
