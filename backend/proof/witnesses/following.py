"""Scenes for rows that follow from others: links to parents, sums that run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.proof.witnesses.related import key_cell, rows_for
from backend.proof.witnesses.runs import START, bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.parent_cycles import ParentCycles
from backend.rules.running_totals import RunningTotals

Link = tuple[int | None, int | None]


def circle_scenes(rule: ParentCycles, setting: Setting) -> Iterator[Scene]:
    """Circles of one, two and more rows, ways into them, ways that end."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)

    def spell(column: str, number: int | None) -> Cell:
        return None if number is None else key_cell(setting, table, column, number)

    def rows(*links: Link, base: Line = yes) -> list[Line]:
        return [{**base, rule.key: spell(rule.key, key), rule.parent: spell(rule.parent, parent)}
                for key, parent in links]  # fmt: skip

    def scene(says: str, *lines: list[Line]) -> Scene:
        return Scene(says, {table: [line for part in lines for line in part]})

    yield scene("a tree", rows((1, None), (2, 1), (3, 1), (4, 3)))
    yield scene("its own parent", rows((1, 1), (2, 1), (3, None)))
    yield scene("a circle of two, and a way into it", rows((1, 2), (2, 1), (3, 1), (4, 3)))
    yield scene("a circle of three", rows((5, 6), (6, 7), (7, 5), (1, None)))
    yield scene("two circles", rows((1, 2), (3, 4), (2, 1), (4, 3), (5, 1)))
    yield scene("a long way to a root", rows(*((n + 1, n) for n in range(1, 17)), (1, None)))
    yield scene("a long way to no row", rows(*((n + 1, n) for n in range(1, 9))))
    yield scene("a long way into a circle", rows(*((n, n + 1) for n in range(1, 9)), (9, 8)))
    yield scene("a parent that no row has", rows((1, 90), (2, 1)))
    yield scene("a circle through a row without a key", rows((1, 2), (None, 1), (3, None)))
    yield scene("one row, its own parent", rows((1, 1)))
    if no is not None:
        yield scene(
            "a circle through a row that does not count",
            rows((1, 2), (3, 3)),
            rows((2, 1), base=no),
        )
    yield scene("no parents", rows((1, None), (2, None)))
    yield scene("no rows at all")


def total_scenes(rule: RunningTotals, setting: Setting) -> Iterator[Scene]:
    """Totals that are right, off by the least step, in another order, in groups."""
    book = _Book(rule, setting)
    yield book.scene("all right", book.rows((3, 3), (-2, 1), (4, 5)))
    yield book.scene("one total a step too high", book.rows((3, 3), (-2, 1), (4, 5), raised=1))
    yield book.scene(
        "one total a step too low", book.rows((3, 3), (-2, 1), (4, 5), raised=1, by=-1)
    )
    for ticks in book.ticks_allowed():
        for by in (ticks, -ticks):
            off = book.rows((3, 3), (-2, 1), (4, 5), raised=1, by=by)
            yield book.scene(f"one total {by} steps off", off)
    yield book.scene("no rows at all", [])
    yield book.scene("a wrong amount shows on", book.rows((3, 3), (0, 1), (4, 5), (1, 6)))
    if rule.order_by is not None:
        right = book.rows((3, 3), (-2, 1), (4, 5))
        yield book.scene("in another order in the file", [right[2], right[0], right[1]])
        tied = [{**line, rule.order_by: right[0][rule.order_by]} for line in right]
        yield book.scene("ties, in the order of the file", tied)
        yield book.scene("ties, in another order", tied[::-1])
        yield book.scene("a row without a place", [{**right[1], rule.order_by: None}, *right])
    if rule.by:
        one, two = book.rows((3, 3), (4, 7)), book.rows((5, 5), (1, 6), group=2)
        yield book.scene("two groups, mixed", [one[0], two[0], one[1], two[1]])
        loose = [{**line, **dict.fromkeys(rule.by)} for line in one]
        yield book.scene("rows of no group", [*loose, *two])
    if book.no is not None:
        left = book.rows((9, 1), (9, 2), base=book.no)
        yield book.scene("rows that do not count", [*left, *book.rows((3, 3), (4, 7))])
    yield from book.gaps()


class _Book:
    """Amounts and totals as their columns spell them."""

    def __init__(self, rule: RunningTotals, setting: Setting) -> None:
        self.rule, self.setting = rule, setting
        self.yes, self.no = rows_for(setting, rule.table, rule.where)

    def rows(
        self, *pairs: tuple[int, int], group: int = 1, raised: int = -1, by: int = 1,
        base: Line | None = None,
    ) -> list[Line]:  # fmt: skip
        """Rows of amount and total, one place after the other; one total may be a step off."""
        rule, lines = self.rule, []
        keys = {name: key_cell(self.setting, rule.table, name, group) for name in rule.by}
        for place, (amount, total) in enumerate(pairs):
            line: Line = {**(base or self.yes), rule.amount: self._number(rule.amount, amount)}
            line[rule.total] = self._number(rule.total, total, by if place == raised else 0)
            if rule.order_by is not None:
                line[rule.order_by] = self._place(rule.order_by, place)
            lines.append({**line, **keys})
        return lines

    def ticks_allowed(self) -> tuple[int, ...]:
        """By how many of the least steps a total may just be off, and by one more."""
        is_whole = self.setting.is_whole(self.rule.table, self.rule.total)
        most = int(round(self.rule.tolerance * (1 if is_whole else 100), 6))
        return (most, most + 1) if most else ()

    def _number(self, column: str, number: int, ticks: int = 0) -> Cell:
        is_whole = self.setting.is_whole(self.rule.table, column)
        places = 1 if is_whole else 100
        return steps_of(self.setting, self.rule.table, column).spell(number * places + ticks)

    def _place(self, column: str, place: int) -> Cell:
        is_number = self.setting.reads_numbers(self.rule.table, column)
        is_whole = self.setting.is_whole(self.rule.table, column)
        step = place * (1 if is_whole else 100) if is_number else START + place
        return steps_of(self.setting, self.rule.table, column).spell(step)

    def scene(self, says: str, rows: Sequence[Line]) -> Scene:
        """A scene of these rows."""
        return Scene(says, {self.rule.table: rows})

    def gaps(self) -> Iterator[Scene]:
        """Cells that are empty, or that cannot be read."""
        rule = self.rule
        for name in (rule.amount, rule.total):
            rows = self.rows((3, 3), (-2, 1), (4, 5))
            bad = bad_cell(self.setting, rule.table, name)
            rows[1] = {**rows[1], name: bad}
            yield self.scene(f"{name} that is no number", rows)
            yield self.scene(
                f"{name} is empty in one row", [rows[0], {**rows[1], name: None}, rows[2]]
            )
        yield self.scene("one row, wrong", self.rows((3, 4)))
        yield self.scene("one row, right", self.rows((3, 3)))
