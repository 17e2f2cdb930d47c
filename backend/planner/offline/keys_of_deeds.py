"""Deeds that a column tells of: what was never shipped has no day of shipping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.counted_deeds import is_done
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, deed, root, stems_of
from backend.rules.language.terms import Aggregate, Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BEFORE_DEEDS = frozenset({"never", "been", "once", "ever"})
_IRREGULAR = frozenset({"sold", "paid", "sent", "lent", "bought"})
_WITHIN = frozenset({"in", "on"})
_NEAR = 3


def refuse_deeds_of_columns(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a deed that a column is named for is told by that column.

    Raises:
        Misfit: "orders that were never shipped" was read of orders without lines, beside a column
            shipped_on; "customers never shipped to" of those without orders, shipped or not.
    """
    if not any(isinstance(part, Exists | Aggregate) for part in walk(rule)):
        return
    read = {name for _, name in rule.reads()}
    doers = [(table, column) for table in _doers(rule) for column in _columns(table, context)]
    for at, token in enumerate(tokens):
        near = {each.low for each in tokens[max(0, at - _NEAR) : at]}
        is_deed = token.low.endswith(("ed", "en")) or token.low in _IRREGULAR
        if not is_deed or not _BEFORE_DEEDS & near:
            continue
        others = [(column, True) for column in _half_filled(rule, token.low, context)]
        told = [(each, False) for table, each in doers if not _is_named(token.low, table, each)]
        for column, is_of_others in (*told, *others):
            if column.name not in read and _tells_of(column.name, token.low):
                whose = " of a row that leads here" if is_of_others else ""
                raise Misfit(f"whether it was {token.low} is told by {column.name}{whose}; name it")


def _doers(rule: Rule) -> Iterator[str]:
    """The tables whose rows the deed is told of."""
    yield rule.table
    for part in walk(rule):
        inner = part.where if isinstance(part, Exists) else None
        if inner is not None and any(isinstance(each, Exists) for each in walk(inner)):
            yield part.table  # type: ignore[union-attr]


def _columns(table: str, context: Context) -> tuple[Column, ...]:
    return tuple(context.tables[table].columns) if table in context.tables else ()


def _is_named(word: str, table: str, column: Column) -> bool:
    """Whether a row is one such deed and the column only names it: roll, in a table of rolls."""
    return not column.missing and is_done(word, stems_of(table))


def _half_filled(rule: Rule, word: str, context: Context) -> Iterator[Column]:
    """The columns of rows that are only asked to be there, where not every row has a value.

    A table of such deeds tells of them by its rows: sales, of what was sold.
    """
    for part in walk(rule):
        if not isinstance(part, Exists) or part.where is not None:
            continue
        if is_done(word, stems_of(part.table)):
            continue
        for column in _columns(part.table, context):
            is_mixed = column.type == ColumnType.TEXT and column.mostly == ColumnType.DATE
            if column.missing or is_mixed:
                yield column


def _tells_of(header: str, word: str) -> bool:
    """Whether a header begins with the deed, or ends with it: quantity_in_stock, units_sold."""
    stems, done = stems_of(header), deed(root(word))
    if not stems or ID_WORDS & {*stems}:
        return False
    is_state = len(stems) > 1 and stems[-2] in _WITHIN and deed(root(stems[-1])) == done
    return is_state or done == deed(root(stems[0])) or header.lower().endswith(word)
