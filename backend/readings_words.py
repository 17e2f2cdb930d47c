"""Where two readings of a sentence differ, in plain words: the row, and what each makes of it."""

from __future__ import annotations

from backend.contracts.check import Cell
from backend.contracts.witness import Witness
from backend.readings_apart import Bench, Pair

MOST_TOLD, MOST_COLUMNS = 4, 6
NUMBERED = 3
"""Readings that the message of an ambiguous sentence shows."""


def say_apart(bench: Bench, witness: Witness, number: int) -> str:
    """Where the first reading and the one of this number differ, in a sentence."""
    one, other = bench.both(witness)
    assert one is not None and other is not None  # they were told apart by it
    today = ""
    if any("as_of" in rule.parameters() for rule in bench.rules):
        today = f" (today is {witness.as_of or bench.as_of})"
    apart = sorted(set(one.rows or ()) ^ set(other.rows or ()))[:1]
    told = _say_pair(Pair(one, other), apart, number)
    return f"They differ on {_where(bench, witness, apart)}{today}: {told}."


def _where(bench: Bench, witness: Witness, rows: list[int]) -> str:
    """The row in dispute, then what else is there."""
    judged = bench.rules[0].table
    names = sorted(witness.tables, key=lambda name: (name != judged, name))
    rest = [told for name in names if (told := _beside(bench, witness, name, rows))]
    if not rows:
        return " and ".join(rest) or f"{judged} without rows"
    told = f"a row with {_say_row(bench, witness, judged, rows[0])}"
    return f"{told}, beside {' and '.join(rest)}" if rest else told


def _beside(bench: Bench, witness: Witness, name: str, rows: list[int]) -> str:
    """The rows of one table but those in dispute; empty where there is none."""
    is_judged = name == bench.rules[0].table
    places = range(len(witness.tables[name].rows))
    kept = [row for row in places if not (is_judged and row in rows)]
    told = [_say_row(bench, witness, name, row) for row in kept[:MOST_TOLD]]
    more = f"; and {len(kept) - MOST_TOLD} more" if len(kept) > MOST_TOLD else ""
    noun = "a row" if len(kept) == 1 else "rows"
    return f"{noun} of {name} with {'; '.join(told)}{more}" if told else ""


def _say_row(bench: Bench, witness: Witness, name: str, row: int) -> str:
    """A row by the cells that a rule reads; all where none is read by its name."""
    table = witness.tables[name]
    read = {column for rule in bench.rules for of, column in rule.reads() if of == name}
    names = [column for column in table.columns if column in read] or [*table.columns]
    cells = dict(zip(table.columns, table.rows[row], strict=True))
    return ", ".join(_say_cell(each, cells[each]) for each in names[:MOST_COLUMNS])


def _say_pair(pair: Pair, rows: list[int], number: int) -> str:
    one, other = "(1)", f"({number})" if number <= NUMBERED else "another reading"
    if rows:
        is_first = rows[0] in (pair.one.rows or ())
        yes, no = (one, other) if is_first else (other, one)
        return f"{yes} flags it, {no} does not"
    if pair.one.failing != pair.other.failing:
        return f"{one} finds {pair.one.failing} failing, {other} {pair.other.failing}"
    return f"{one} tests {pair.one.tested}, {other} {pair.other.tested}"


def _say_cell(column: str, cell: Cell) -> str:
    """A cell as a file would show it; texts that are more than a word or number are quoted."""
    if cell is None:
        return f"{column} empty"
    is_plain = not isinstance(cell, str) or (cell.isascii() and cell.replace("-", "").isalnum())
    return f"{column} = {cell if is_plain else repr(cell)}"
