"""Dates of every sort: in a table with several columns of dates, "all dates" names none of them."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Subjects

_ANY_OF_THEM = frozenset({
    "all", "every", "each", "no", "any", "a", "an", "some", "none", "both", "one",
})  # fmt: skip
_SEVERAL = frozenset({"dates", "days", "times", "timestamps"})
_WORDS = frozenset({"date", "day", "time", "timestamp"}) | _SEVERAL
_TWO = frozenset({"both", "neither", "two", "either"})
_ONE_OF_ROWS = frozenset({"of", "from", "for"})


def refuse_one_of_several_dates(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes "dates" for a column where it can be no other.

    Raises:
        Misfit: "no date may be in the future" was read of one column of dates among several.
    """
    words = ["", *(token.low for token in tokens), ""]
    for part in node.walk():
        if part.symbol in ("like_columns", "kin_column"):
            _refuse_dates_by_other_names(part, context, words[part.start : part.end + 1])
        cell = part.meaning
        if part.symbol != "column" or not isinstance(cell, Cell) or part.end != part.start + 1:
            continue
        before, word, after = words[part.start : part.start + 3]
        if before in _ANY_OF_THEM and not _is_of_the_rows(cell, words, part.start):
            _refuse_one_of_several(cell, word, context)
        is_open = before in _ANY_OF_THEM or (word in _SEVERAL and after not in _ONE_OF_ROWS)
        if word not in _WORDS or not is_open or stems_of(word) == stems_of(cell.column):
            continue
        for table in [cell.table] if cell.table else context.tables:
            dates = _dates(table, context)
            if cell.column in dates and len(dates) > 1:
                raise Misfit(
                    f"{table} has several columns of dates, {', '.join(dates)}; say which of them"
                )


def _is_of_the_rows(cell: Cell, words: Sequence[str], at: int) -> bool:
    """Articles without a title, articles that have no title: the one of the rows that are named."""
    is_one = words[at] in ("a", "an") or words[at - 1] in ("have", "has", "with", "having")
    return is_one and stems_of(cell.column)[:1] in {(stem(word),) for word in words}


def _refuse_dates_by_other_names(part: Node, context: Context, words: Sequence[str]) -> None:
    """All dates, in a table with an order date, a due date and paid_on."""
    told = part.meaning.items if isinstance(part.meaning, Subjects) else ()
    cells = [each for each in told if isinstance(each, Cell)]
    if words[0] in _TWO or not {"dates", "date"} & {*words} or not cells:
        return
    named = {cell.column for cell in cells}
    others = [name for name in _dates(cells[0].table, context) if name not in named]
    if others and named & {*_dates(cells[0].table, context)}:
        raise Misfit(
            f"{', '.join(others)} holds dates as well, by another name: write 'all date columns', "
            f"or name {' and '.join(cell.column for cell in cells)}"
        )


def _refuse_one_of_several(cell: Cell, word: str, context: Context) -> None:
    """No number may be negative, in a table with a room number and a key number."""
    for table in [cell.table] if cell.table else context.tables:
        columns = context.tables[table].columns if table in context.tables else ()
        if stem(word) in stems_of(table):
            continue
        called = [each.name for each in columns if stem(word) in stems_of(each.name)]
        is_half = len(stems_of(cell.column)) > 1 and cell.column in called
        keys = [name for name in called if _is_key_of(stem(word), name)]
        is_unclear = len(called) > 1 and keys != [cell.column]
        if is_half and is_unclear and word not in (name.lower() for name in called):
            raise Misfit(f"{table} has {' and '.join(called)}; say which of them")


def _is_key_of(noun: str, header: str) -> bool:
    """Whether every invoice is meant by a header: InvoiceNo, and not InvoiceDate."""
    words = stems_of(header)
    return len(words) > 1 and {*words} - ID_WORDS == {noun}


def _dates(table: str, context: Context) -> list[str]:
    columns = context.tables[table].columns if table in context.tables else ()
    return [column.name for column in columns if column.date_format is not None]
