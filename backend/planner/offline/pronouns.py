"""What the "it" of a later sentence stands for: what the first one is about, or asks of."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.context import Context, Unclear
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    It,
    Not,
    OneOf,
    Predicate,
    Unless,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Statement, about


def filled(statement: Statement, before: Statement, context: Context) -> Statement:
    """A later sentence, its "it" filled.

    Raises:
        Unclear: "if it is private" may be of what the first sentence asks, or of what it bounds.
    """
    told = statement.rule
    where = told.where if isinstance(told, BrokenRows) else None
    asked = _asked(before)
    if where is not None and asked is not None and any(isinstance(t, It) for t in walk(where)):
        told = told.model_copy(
            update={"where": about(where, _meant(where, asked, before, context))}
        )
    if before.subject is not None:
        told = about(told, before.subject)
    return statement.model_copy(update={"rule": told})


def _asked(before: Statement) -> Cell | None:
    """The column that the condition of a sentence is about, where it is one."""
    where = before.rule.where if isinstance(before.rule, BrokenRows) else None
    while isinstance(where, Not | Unless):
        where = where.part
    subject = getattr(where, "left", None) or getattr(where, "of", None)
    return subject if isinstance(subject, Cell) else None


def _meant(where: Predicate, asked: Cell, before: Statement, context: Context) -> Value:
    """The one column spoken of before, or whichever holds the value that the condition names."""
    bounded = before.rule.must if isinstance(before.rule, BrokenRows) else before.subject
    spoken = {part for part in walk(bounded) if isinstance(part, Cell)} if bounded else set()
    candidates = [asked, *sorted(spoken - {asked}, key=repr)]
    if len(candidates) == 1:
        return asked
    told = {str(each).lower() for each in _texts(where)}
    fits = [each for each in candidates if told and told <= _held(each, context)]
    if len(fits) != 1:
        raise Unclear("it is not clear what 'it' in the second condition is; name its column")
    return fits[0]


def _texts(where: Predicate) -> Iterator[object]:
    for part in walk(where):
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            yield part.right.value
        elif isinstance(part, OneOf):
            yield from (option.value for option in part.options)


def _held(value: Cell, context: Context) -> set[str]:
    """What the data holds in a column, wherever it is, in lower case."""
    tables = [value.table] if value.table else list(context.tables)
    found = [context.column(table, value.column) for table in tables]
    return {held.lower() for column in found if column is not None for held in column.values}
