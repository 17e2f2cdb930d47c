"""Amounts of all the rows of one owner: whether each of them is meant, or what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Compare, Constant, Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ONE = frozenset({"a", "an", "each", "every", "any", "one"})
_THAT = frozenset({"the", "that", "this", "its", "their", "his", "her", "same"})
_DUTIES = frozenset({"must", "may", "should", "shall", "can", "is", "are", "has", "have", "never"})
_OF = frozenset({"of", "for", "by", "from"})
_SUMS = frozenset({"total", "sum"})
_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)
_BOUNDS = ("<", "<=", ">", ">=")


def refuse_wholes_as_each(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading of each row that its words do not tell of all of them together.

    Raises:
        Misfit: "the total of all orders of a customer must not exceed the limit" was read of each
            order.
    """
    if not isinstance(rule, BrokenRows):
        return
    words = [token.low for token in tokens]
    for cell, is_shared in _bounded(rule, context):
        for part in node.walk():
            is_it = isinstance(part.meaning, Cell) and part.meaning.column == cell.column
            if not is_it or not _is_of_all(words, part.start, part.end):
                continue
            rows = " ".join(words[part.end + 1 :][:2]).removeprefix("the ").removeprefix("all ")
            is_sum = bool(_SUMS & {*words[part.start : part.end]})
            is_owned = _is_of(_ONE | _THAT if is_shared else _ONE, words[part.end + 2 :])
            if is_owned or (is_shared and is_sum):
                raise Misfit(
                    f"it is not clear whether each {cell.column} of the {rows} is meant, or what "
                    f"they come to; say 'the sum of {cell.column} of', or 'of each'"
                )


def _bounded(rule: BrokenRows, context: Context) -> Iterator[tuple[Cell, bool]]:
    """Amounts with a bound, and whether it is one of the row's owner."""
    for part in walk(rule.must):
        if not isinstance(part, Compare) or part.sign not in _BOUNDS:
            continue
        sides = (part.left, part.right)
        if any(isinstance(side, Aggregate) and side.keys for side in sides):
            continue  # what they come to is what the bound is of
        is_plain = any(isinstance(side, Constant | Lookup | Cell) for side in sides[1:])
        for cell in sides if is_plain else ():
            column = context.column(rule.table, cell.column) if isinstance(cell, Cell) else None
            if isinstance(cell, Cell) and column is not None and column.reads_as in _NUMERIC:
                yield cell, any(isinstance(side, Lookup) for side in sides)


def _is_of_all(words: Sequence[str], start: int, end: int) -> bool:
    """The total of all orders: one amount of several rows."""
    is_one = start < end < len(words) - 1 and stem(words[end - 1]) == words[end - 1]
    if not is_one or words[end] != "of":
        return False
    behind = [word for word in words[end + 1 : end + 3] if word != "the"]
    is_several = bool(behind) and stem(behind[0]) != behind[0] and behind[0] not in _ONE
    return bool(behind) and (behind[0] == "all" or is_several)


def _is_of(owners: frozenset[str], words: Sequence[str]) -> bool:
    """Whether the rows are told to be of an owner, before it is said what must be."""
    rows = takewhile(lambda word: word not in _DUTIES, words)
    return any(one in _OF and two in owners for one, two in pairwise(rows))
