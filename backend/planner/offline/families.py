"""Columns whose headers share a noun (the judges), and ranks that they hold (first-class)."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.columns_of_type import columns_of_type
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.words import ORDINALS, root, stem
from backend.rules.language.terms import Cell, Compare, Constant, Reads
from backend.rules.phrasing import Subjects

_MOST = 12

_SHORT = 3
_LETTERED = frozenset({
    "quarter", "question", "week", "month", "half", "term", "round", "judge", "trial", "attempt",
    "semester", "period", "run", "score", "mark", "sensor", "player", "lap", "test", "year",
})  # fmt: skip
"""What headers of a letter and a number stand for: the quarters are q1 to q4."""


def family_leaves(
    text: str, stems: tuple[str, ...], start: int, end: int, lexicon: Lexicon
) -> Iterator[Leaf]:
    """The columns of one table that a plural names together, in their order."""
    yield from columns_of_type(text, start, end, lexicon)
    if stems[-1:] in (("column",), ("field",)) and len(stems) > 1:
        stems = stems[:-1]
    elif not text.lower().endswith("s") or "_" in text:
        yield from _one_of_kin(text, stems, start, end, lexicon)
        return
    for table in lexicon.tables:
        members = [named for named in lexicon.columns if named.table == table]
        found = [named for named in members if _is_of(named, stems)]
        is_clear = not any(named.stems == stems for named in members)
        if 2 <= len(found) <= _MOST and is_clear:
            cells = tuple(Cell(table=table, column=named.column.name) for named in found)
            told = "columns " + ", ".join(cell.column for cell in cells)
            yield Leaf("family", start, end, Subjects(items=cells), 0.4, told)
        ended = [named for named in members if named.stems[1:] == stems]
        if 2 <= len(ended) <= _MOST and is_clear and not found:
            cells = tuple(Cell(table=table, column=named.column.name) for named in ended)
            told = "columns " + ", ".join(cell.column for cell in cells)
            yield Leaf("like_columns", start, end, Subjects(items=cells), 0.5, told)


def _one_of_kin(
    text: str, stems: tuple[str, ...], start: int, end: int, lexicon: Lexicon
) -> Iterator[Leaf]:
    """The columns of one table that a singular may mean one by one: each share, of three."""
    for table in lexicon.tables if text.isalpha() else ():
        members = [named for named in lexicon.columns if named.table == table]
        found = [named for named in members if _is_of(named, stems) or named.stems[1:] == stems]
        if 2 <= len(found) <= _MOST and not any(named.stems == stems for named in members):
            cells = tuple(Cell(table=table, column=named.column.name) for named in found)
            yield Leaf("kin_column", start, end, Subjects(items=cells), 0.4, "one of several")


def _is_of(named: NamedColumn, stems: tuple[str, ...]) -> bool:
    """Whether a header is the noun and a number or a letter."""
    last = named.stems[-1] if named.stems else ""
    if last.isdigit() and len(stems) == 1 and stems[0] in _LETTERED:
        return named.stems[:-1] in (stems, (stems[0][0],))
    return named.stems[:-1] == stems and (last.isdigit() or (len(last) == 1 and last.isalpha()))


def rank_leaves(word: str, start: int, end: int, lexicon: Lexicon, whose: str) -> Iterator[Leaf]:
    """First-class: the one column of whole numbers that the noun names holds a 1.

    ``whose`` is the word that follows: of first-class passengers it is the class.
    """
    ordinal, _, noun = word.partition("-")
    rank = ORDINALS.get(ordinal)
    if rank is None or not noun.isalpha():
        return
    found = [
        named
        for named in lexicon.columns
        if named.column.type == ColumnType.INTEGER and _names(noun, whose, named)
    ] or [named for named in lexicon.columns if _names_with_a_letter(noun, named)]
    if len(found) == 1 and _are_ranks(found[0]):
        cell = Cell(table=found[0].table, column=found[0].column.name)
        told = Compare(left=cell, sign="==", right=Constant(value=rank, reads=Reads.NUMBER))
        yield Leaf("adjective", start, end, told, 1.0, f"{cell.column} = {rank}")


def _are_ranks(named: NamedColumn) -> bool:
    """Whether its numbers begin at 1, as far as they are known: the first of 0, 1, 2 is 0."""
    values = named.column.values
    return not values or min(map(int, filter(_is_whole, values)), default=0) == 1


def _is_whole(value: str) -> bool:
    return value.removeprefix("-").isdecimal()


def _names_with_a_letter(noun: str, named: NamedColumn) -> bool:
    """Whether a header is a letter and the noun, whosever it is."""
    is_whole = named.column.type == ColumnType.INTEGER
    return is_whole and len(noun) > _SHORT and named.column.name.lower()[1:] == noun


def _names(noun: str, whose: str, named: NamedColumn) -> bool:
    """Whether a header is the noun, or the noun behind the letter of whose it is: Pclass."""
    header = named.column.name.lower()
    is_lettered = header[1:] == noun and header[0] in (named.table[:1].lower(), whose[:1])
    return root(stem(noun)) == "".join(named.roots) or is_lettered
