"""Nouns for rows by a value: refunds, gold customers, day tariffs."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.words import FUNCTION_WORDS, stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Reads

_SEXES = {"woman": "female", "women": "female", "man": "male", "men": "male"}
"""Who is meant where a column holds male and female."""


def value_nouns(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The plural of a value, or a value before a word of its column's header."""
    low = text.lower()
    if low in _SEXES:
        told = _of_one_column(_SEXES[low], lexicon)
        if told is not None:
            yield _leaf("valuenoun", told, start, end, 0.6)
        return
    for ending in ("s", "es"):
        if low.endswith(ending) and len(low) > 3 and low.isalpha():
            told = _of_one_column(low.removesuffix(ending), lexicon)
            if told is not None:
                yield _leaf("valuenoun", told, start, end, 0.8)
                return
    value, _, noun = low.replace("-", " ").rpartition(" ")
    told = _of_one_column(value, lexicon) if value not in FUNCTION_WORDS else None
    cell = told.left if told is not None else None
    if told is not None and isinstance(cell, Cell) and stem(noun) in stems_of(cell.column):
        yield _leaf("valuenoun", told, start, end, 0.6)
        yield _leaf("adjective", told, start, end, 0.6)


def _of_one_column(value: str, lexicon: Lexicon) -> Compare | None:
    """The condition that the one column which holds a value has it, in whatever spelling."""
    found = list(lexicon.values.get(value, ()))
    if len({(table, column) for table, column, _ in found}) != 1:
        return None
    table, column, spelled = found[0]
    return Compare(
        left=Cell(table=table, column=column),
        sign="==",
        right=Constant(value=spelled, reads=Reads.TEXT),
        ignore_case=len(found) > 1,
    )


def _leaf(symbol: str, told: Compare, start: int, end: int, cost: float) -> Leaf:
    cell, value = told.left, told.right
    assert isinstance(cell, Cell) and isinstance(value, Constant)
    return Leaf(symbol, start, end, told, cost, f"{cell.column} = {value.value!r}")
