"""Columns by the word that tells their table from the other: new prices, beside an old list."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.rules.language.terms import Cell

_BY_A_WORD = 0.6


def told_apart(stems: tuple[str, ...], start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column of this name in the one table whose own word stands before it."""
    if len(stems) < 2 or len(lexicon.tables) != 2:
        return
    word, rest = stems[0], stems[1:]
    held = {named.table: named.column.name for named in lexicon.columns if named.stems == rest}
    if len(held) != 2 or any(word in named.stems for named in lexicon.columns):
        return
    one, other = (set(lexicon.table_stems[table]) for table in held)
    if not one & other or len(one - other) != 1 or len(other - one) != 1:
        return
    for table, name in held.items():
        if {word} == set(lexicon.table_stems[table]) - (one & other):
            cell = Cell(table=table, column=name)
            yield Leaf("column", start, end, cell, _BY_A_WORD, f"column {table}.{name}")
