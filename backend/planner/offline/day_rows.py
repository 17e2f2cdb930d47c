"""Days for rows, in a table of one row a day; and its timestamp, where it has but one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS, stems_of
from backend.rules.language.terms import Cell

_DAY = frozenset({"day", "days"})
_CALENDAR = frozenset({"calendar", "working", "business", "week", "same", "of", "per", "by"})
"""Before a day that is one of the calendar, or the period of a group."""
_FROM_ONE = frozenset({"from", "between"})
"""From one day to the next: each row, and the one before it."""
_OF_REPEATS = frozenset({
    "repeat", "repeats", "repeated", "unique", "duplicate", "duplicates", "duplicated", "occur",
    "occurs", "appear", "appears", "copies",
})  # fmt: skip
"""No day may occur twice: the date, and not its whole row."""
_TIMES = frozenset({"day", "date"})
_COST = 0.7


def day_row_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The rows of the only table, where its one date tells them apart and is called a day."""
    if tokens[at].low not in _DAY or len(lexicon.tables) != 1 or _is_span(tokens, at):
        return
    if not _OF_REPEATS.isdisjoint(token.low for token in tokens):
        return
    dates = [named for named in lexicon.columns if named.is_date]
    if len(dates) != 1 or not dates[0].column.unique:
        return
    if len(dates[0].stems) < 2 and not _is_beside(tokens, at):
        return
    if _TIMES & {*stems_of(dates[0].column.name)}:
        (table,) = lexicon.tables
        yield Leaf("keynoun", at, at + 1, table, _COST, f"rows of {table}")


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    """The previous day, the day before, from one day to the next."""
    before = tokens[at - 1].low if at else ""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    is_pair = before == "one" and behind == ["to", "the", "next"]
    is_each = {before, *behind[:1]} == {"from", "to"} or (
        before == "to" and tokens[at - 2].low == "day"
    )
    return is_pair or is_each or before in ("previous", "preceding") or behind[:1] == ["before"]


def timestamp_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one moment that the only table tells, where its header says that it is a timestamp."""
    if tokens[at].low != "timestamp" or len(lexicon.tables) != 1:
        return
    dates = [named for named in lexicon.columns if named.is_date]
    if len(dates) == 1 and "timestamp" in dates[0].stems and len(dates[0].stems) > 1:
        column = dates[0].column.name
        cell = Cell(table=dates[0].table, column=column)
        yield Leaf("column", at, at + 1, cell, _COST, f"column {column}")


def _is_span(tokens: Sequence[Token], at: int) -> bool:
    """Three days: so long, and no rows."""
    before = tokens[at - 1] if at else None
    if before is None or before.shape == Shape.SIGN:
        return False
    is_each = before.low == "one" and at > 1 and tokens[at - 2].low in _FROM_ONE
    is_number = before.text[:1].isdigit() or before.low in NUMBER_WORDS
    return (is_number and not is_each) or before.low in _CALENDAR
