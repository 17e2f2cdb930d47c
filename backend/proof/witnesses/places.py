"""Scenes for a row at a told place: as told or not, one row off, not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from backend.contracts.witness import TinyTable
from backend.proof.witnesses.conditions import condition_scenes
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.broken_places import BrokenPlaces
from backend.rules.broken_rows import BrokenRows
from backend.rules.phrasing import both, not_


def place_scenes(rule: BrokenPlaces, setting: Setting) -> Iterator[Scene]:
    """The row at the place and those beside it, as told and not; fewer rows; each kind of row."""
    yes, _ = rows_for(setting, rule.table, both(rule.where, rule.must))
    lines = list(_lines(rule, setting))
    no = _unlike(rule, setting)
    size = abs(rule.place)

    def scene(says: str, *rows: Line) -> Scene:
        """Rows from the end that is counted from."""
        return Scene(says, {rule.table: list(rows if rule.place > 0 else rows[::-1])})

    yield scene("as told at the place alone", *[no] * (size - 1), yes, no, no)
    yield scene("as told everywhere but at the place", *[yes] * (size - 1), no, yes, yes)
    yield scene("just so many rows, all as told", *[yes] * size)
    yield scene("one row too few, all as told", *[yes] * (size - 1))
    yield scene("no rows at all")
    left = rows_for(setting, rule.table, rule.where)[1]
    if left is not None:
        beside = [left, *[yes] * (size - 1)]
        yield scene("a row that does not count, then one too few", *beside)
        yield scene("a row that does not count, then those that do", *beside, yes, no)
    for line in lines:
        yield scene("one of the rows that the condition tells apart", *[no] * (size - 1), line, no)


def _lines(rule: BrokenPlaces, setting: Setting) -> Iterator[Line]:
    """The rows that a condition on every row would be tried on."""
    every = BrokenRows(table=rule.table, where=rule.where, must=rule.must)
    for scene in condition_scenes(every, replace(setting, rule=every)):
        rows = scene.tables.get(rule.table, ())
        if not isinstance(rows, TinyTable):
            yield from rows


def _unlike(rule: BrokenPlaces, setting: Setting) -> Line:
    """A row that counts, and is not as told."""
    yes, no = rows_for(setting, rule.table, rule.must)
    if rule.where is None or no is None:
        return no or yes
    return rows_for(setting, rule.table, both(rule.where, not_(rule.must)))[0]
