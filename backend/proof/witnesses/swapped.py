"""Scenes for two columns that rise together: pairs of rows, in order and swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backend.contracts.check import Cell
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.runs import START, bad_cell, grouped, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.order_swaps import OrderSwaps

Ranks = tuple[int | None, int | None]
"""A row's steps in the two columns."""


def swap_scenes(rule: OrderSwaps, setting: Setting) -> Iterator[Scene]:
    """Pairs that are swapped, alike in one column, far apart, or lack a cell."""
    yes, no = rows_for(setting, rule.table, rule.where)
    spell = _speller(rule, setting)

    def rows(*ranks: Ranks, group: int = 1, base: Line = yes) -> list[Line]:
        lines = [{**base, rule.above: spell(0, a), rule.below: spell(1, b)} for a, b in ranks]
        return grouped(setting, rule.table, rule.by, group, lines)

    def scene(says: str, *lines: list[Line]) -> Scene:
        return Scene(says, {rule.table: [line for part in lines for line in part]})

    yield scene("in order", rows((1, 1), (2, 2), (3, 3)))
    yield scene("one pair is swapped", rows((1, 1), (2, 3), (3, 2), (4, 4)))
    yield scene("the greater stands first", rows((9, 1), (2, 5), (1, 3)))
    yield scene("swapped with a row further off", rows((1, 4), (2, 5), (3, 6), (9, 5), (10, 7)))
    yield scene("the greatest of all stands low", rows((1, 8), (2, 1), (3, 3), (4, 9)))
    yield scene("alike above", rows((5, 2), (5, 9), (5, 4)))
    yield scene("alike below", rows((2, 5), (9, 5), (4, 5)))
    yield scene("alike above, over a smaller one", rows((1, 5), (5, 9), (5, 4), (5, 5)))
    yield scene("several alike below a greater one", rows((1, 9), (1, 2), (5, 5), (1, 7)))
    yield scene("the same ranks twice", rows((3, 3), (3, 3), (1, 4)))
    yield scene("a cell is missing", rows((None, 1), (1, 5), (2, None), (3, 4)))
    yield scene("one row alone", rows((3, 3)))
    if rule.by:
        yield scene("swapped across groups", rows((1, 9)), rows((5, 2), group=2))
        yield scene("swapped in one group", rows((1, 9), (2, 1)), rows((5, 2), (1, 1), group=2))
        loose = [{**line, **dict.fromkeys(rule.by)} for line in rows((1, 9), (2, 1))]
        yield scene("of no group", loose, rows((3, 5)))
    if no is not None:
        yield scene("beside a row that does not count", rows((1, 9), base=no), rows((3, 5)))
        yield scene("a row that does not count is swapped", rows((9, 1), base=no), rows((3, 5)))
    for column in (rule.above, rule.below):
        bad = rows((1, 5), (2, 3), (3, 9))
        bad[0][column] = bad_cell(setting, rule.table, column)
        yield scene(f"a {column} that cannot be read", bad, rows((5, 6)))
    yield scene("no rows at all")


def _speller(rule: OrderSwaps, setting: Setting) -> Callable[[int, int | None], Cell]:
    """The cell of a step, of the column above (0) or the one below (1)."""
    names = (rule.above, rule.below)
    axes = [steps_of(setting, rule.table, column) for column in names]
    numeric = [setting.reads_numbers(rule.table, column) for column in names]

    def spell(side: int, step: int | None) -> Cell:
        if step is None:
            return None
        places = 1 if setting.is_whole(rule.table, names[side]) else 100
        return axes[side].spell(step * places if numeric[side] else START + step)

    return spell
