"""Keys of other rows, and deeds that a column tells of: no conditions of the row at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Exists,
    Lookup,
    Matches,
    OneOf,
    Predicate,
    Previous,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_OTHERS = frozenset({"of", "where", "whose", "that", "who"})
_SAME = frozenset({"be", "equal", "equals", "match", "matches", "is", "are", "=", ":"})
_ARTICLES = frozenset({
    "a", "an", "the", "one", "of", "any", "some", "always", "to", "as", "same", "not", "never",
    "identical", "among", "with", "only",
})  # fmt: skip
_NEAR = 3


def refuse_keys_of_some(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is told of the row that a key leads to narrows no other rows.

    Raises:
        Misfit: "boss_id must be the staff_id of a buyer" was read of the rows of buyers.
    """
    if not isinstance(rule, BrokenRows):
        return
    if any(part.symbol == "key_of_some" for part in node.walk()):
        _refuse_conditions_elsewhere(rule)
    if rule.where is None:
        return
    _refuse_keys_that_are_there(rule.where, rule.must)
    named = {*_named_by_nodes(node, context)}
    if not any(isinstance(part, Lookup | Previous | Aggregate) for part in walk(rule)):
        named |= {*_named_by_words(context, tokens)}
    for column, start, end in sorted(named):
        before = (token.low for token in reversed(tokens[:start]) if token.low not in _ARTICLES)
        is_told = end < len(tokens) and tokens[end].low in _OF_OTHERS
        is_asked = next(before, "") in _SAME
        if not is_told or not is_asked or _is_of_a_row_that_is_so(rule, column):
            continue
        raise Misfit(
            f"whose {column} it must be is not clear: say what the row must be that it leads to"
        )


def _named_by_nodes(node: Node, context: Context) -> Iterator[tuple[str, int, int]]:
    """The keys that a sentence names, and where their names stand."""
    for part in node.walk():
        cell = part.meaning if part.symbol in ("cell", "column") else None
        if not isinstance(cell, Cell) or part.start < _NEAR - 1:
            continue
        tables = [cell.table] if cell.table in context.tables else [*context.tables]
        columns = [context.column(table, cell.column) for table in tables]
        if any(column is not None and column.unique for column in columns):
            yield cell.column, part.start, part.end


def _named_by_words(context: Context, tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """The same of a column that is named twice: "code must be the code of a row that ..."."""
    names = {name.name for table in context.tables.values() for name in table.columns}
    for name in names:
        places = [at for at, token in enumerate(tokens) if token.low == name.lower()]
        yield from ((name, at, at + 1) for at in places[1:])


def _is_of_a_row_that_is_so(rule: BrokenRows, column: str) -> bool:
    return any(
        isinstance(part, Lookup) or (isinstance(part, Exists) and part.where is not None)
        for part in walk(rule)
        if isinstance(part, Lookup | Exists) and any(theirs == column for _, theirs in part.keys)
    )


def _refuse_conditions_elsewhere(rule: BrokenRows) -> None:
    """What is said of a row with that key is told by the row itself, and that is another row."""
    for part in walk(rule):
        if not isinstance(part, Exists | Lookup) or len(part.keys) != 1:
            continue
        [(mine, theirs)] = part.keys
        if part.table == rule.table and mine == theirs:
            raise Misfit(f"a row has the {mine} of itself; say what other rows must not have it")
        if isinstance(part, Lookup) or part.where is None:
            continue
        for found in walk(part.where):
            if isinstance(found, Lookup) and found.table == rule.table and part.table != rule.table:
                raise Misfit(
                    f"{found.column} of the row whose {theirs} is {mine} is not in {part.table}; "
                    "say which table's column is meant"
                )


def _refuse_keys_that_are_there(where: Predicate, must: Predicate) -> None:
    """A row that is chosen by the one that it leads to leads to one."""
    demands = must.parts if isinstance(must, All) else (must,)
    plain = [part for part in demands if isinstance(part, Exists) and part.where is None]
    chosen = where.parts if isinstance(where, All) else (where,)
    for told in chosen:
        if isinstance(told, Compare | OneOf | Matches):
            found = {(part.table, part.keys) for part in walk(told) if isinstance(part, Lookup)}
        else:
            found = {(told.table, told.keys)} if isinstance(told, Exists) else set()
        for part in plain:
            if (part.table, part.keys) in found:
                raise Misfit(
                    f"a row that leads to one in {part.table} is asked to lead to one; say what "
                    "that row must be"
                )
