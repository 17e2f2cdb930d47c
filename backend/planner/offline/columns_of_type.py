"""All columns of a type: the date columns, every numeric column."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Subjects

_NUMBERS = frozenset({ColumnType.INTEGER, ColumnType.NUMBER})
_TYPES = {
    "date": frozenset({ColumnType.DATE}),
    "number": _NUMBERS, "numeric": _NUMBERS, "numerical": _NUMBERS,
    "integer": frozenset({ColumnType.INTEGER}),
    "text": frozenset({ColumnType.TEXT}), "string": frozenset({ColumnType.TEXT}),
}  # fmt: skip
_COLUMNS = frozenset({"column", "columns", "field", "fields"})


def columns_of_type(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Date columns: those of the one table at hand that hold dates, as far as they are known to.

    A column that is called so by itself may be meant instead.
    """
    kind, _, noun = text.lower().partition(" ")
    if noun not in _COLUMNS or kind not in _TYPES or len(lexicon.tables) != 1:
        return
    if any(kind in named.column.name.lower().split() for named in lexicon.columns):
        return
    found = [named for named in lexicon.columns if named.column.reads_as in _TYPES[kind]]
    if found:
        cells = tuple(Cell(table=named.table, column=named.column.name) for named in found)
        told = "columns " + ", ".join(cell.column for cell in cells)
        yield Leaf("columns_like", start, end, Subjects(items=cells), 0.0, told)
