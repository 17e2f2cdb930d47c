"""Columns by how many there are of a sort: the four times, all four measurements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import ID_WORDS, NUMBER_WORDS, stem
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Subjects

_MEASURED = frozenset({"measurement", "measure", "dimension", "reading"})
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_MOST = 12


def counted_family_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The columns that a plural behind a number names, where there are just so many of them."""
    if len(lexicon.tables) != 1 or at == 0 or tokens[at].shape != Shape.WORD:
        return
    count = NUMBER_WORDS.get(tokens[at - 1].low, 0)
    noun = stem(tokens[at].low)
    if not 2 <= count <= _MOST or noun == tokens[at].low or noun in ID_WORDS:
        return
    if any(noun in stems for stems in lexicon.table_stems.values()):
        return
    found = next((each for each in _sorts(noun, lexicon) if len(each) == count), [])
    if found:
        cells = tuple(Cell(table="", column=named.column.name) for named in found)
        told = "columns " + ", ".join(cell.column for cell in cells)
        yield Leaf("family", at, at + 1, Subjects(items=cells), 0.5, told)


def _sorts(noun: str, lexicon: Lexicon) -> Iterator[list[NamedColumn]]:
    """Columns with the noun in their headers; of measurements, those of numbers, or with a unit."""
    if any(named.stems == (noun,) for named in lexicon.columns):
        return
    if noun in _MEASURED:
        numbers = [each for each in lexicon.columns if each.column.reads_as in _NUMBERS]
        numbers = [each for each in numbers if not {*each.stems} & ID_WORDS]
        yield [each for each in numbers if _has_size(each.column.name)]
        yield numbers
    else:
        yield [each for each in lexicon.columns if noun in each.stems]


def _has_size(header: str) -> bool:
    """Whether a header tells a unit, and none of time: how long it took is no size."""
    unit = unit_of_header(header)
    return unit is not None and UNITS[unit].kind not in ("time", "duration", "percent")
