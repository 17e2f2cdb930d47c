"""Values and entries that are in force on a day: every row is held against every entry."""

from __future__ import annotations

import datetime as dt

from backend.proof.meaning import values
from backend.proof.meaning.cells import NUMERIC, as_number, as_text, converted
from backend.proof.meaning.keys import matching
from backend.proof.meaning.row_kinds import Rows, counted, filled
from backend.proof.meaning.unknowns import Empty, Unreadable
from backend.proof.meaning.world import Here, World
from backend.rules.language.terms import Cell
from backend.rules.language.words import Reads
from backend.rules.outdated_values import OutdatedValues


def outdated_values(rule: OutdatedValues, world: World) -> Rows:
    """Rows whose value no entry in force has, or for which no entry is in force.

    A row whose own day or number cannot be read is flagged. An entry whose start is empty, or of
    which an end cannot be read, is never in force; one without a wanted value says nothing.
    """
    kept = filled(counted(rule, world), (rule.key[0],))
    if rule.value is not None:
        kept = filled(kept, (rule.value.column,))
    kept = [here for here in kept if not values.is_empty(rule.at, here)]
    judged, flagged = 0, []
    for here in kept:
        found = _in_force(rule, here)
        is_judged = rule.value is None or found is None or bool(found)
        judged += is_judged
        if is_judged and not (found and _is_right(rule, here, found)):
            flagged.append(here.row)
    return Rows(judged, tuple(flagged))


def _in_force(rule: OutdatedValues, here: Here) -> list[Here] | None:
    """The entries in force on a row's day; None where the day cannot be read."""
    try:
        day = values.read(rule.at, Reads.DATE, here)
    except Unreadable:
        return None
    entries = matching((rule.key,), rule.listed, here)
    return [entry for entry in entries if _holds_on(rule, entry, day) and _says(rule, entry)]


def _says(rule: OutdatedValues, entry: Here) -> bool:
    return rule.value is None or entry.cell(rule.wanted) is not None


def _holds_on(rule: OutdatedValues, entry: Here, day: dt.datetime) -> bool:
    try:
        start, end = (_day(entry, name) for name in (rule.start, rule.end))
    except Unreadable:
        return False
    return start is not None and start <= day and (end is None or day <= end)


def _day(entry: Here, column: str) -> dt.datetime | None:
    cell = entry.cell(column)
    if cell is None:
        return None
    found = converted(cell, entry.world.fact(entry.table.name, column), Reads.DATE)
    assert isinstance(found, dt.datetime)
    return found


def _is_right(rule: OutdatedValues, here: Here, found: list[Here]) -> bool:
    if rule.value is None:
        return True
    return any(_equal(rule, rule.value, here, entry) for entry in found)


def _equal(rule: OutdatedValues, value: Cell, here: Here, entry: Here) -> bool:
    """As numbers to nine decimals where one side holds numbers and the other may; else as text."""
    facts = [
        here.world.fact(rule.table, value.column),
        here.world.fact(rule.listed, rule.wanted),
    ]
    mine, wanted = values.raw(value, here), entry.cell(rule.wanted)
    if mine is None or wanted is None:
        raise Empty
    may_be_numbers = all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in facts)
    if not (may_be_numbers and any(fact.type in NUMERIC for fact in facts)):
        return as_text(mine) == as_text(wanted)
    try:
        return round(abs(as_number(mine) - as_number(wanted)), 9) == 0
    except Unreadable:
        return False
