"""Walking terms: their children, the columns they read, and replacing parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar, cast

from backend.contracts.contract import Contract
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Constant,
    Exists,
    Function,
    Lookup,
    Parameter,
    Previous,
    Term,
    Today,
    Value,
)

T = TypeVar("T", bound=Contract)


def parts(term: Contract) -> Iterator[Term]:
    """The terms directly inside a term."""
    for field in _fields(type(term)):
        value = getattr(term, field)
        if isinstance(value, Contract):
            yield cast(Term, value)
        elif isinstance(value, tuple):
            yield from (cast(Term, item) for item in value if isinstance(item, Contract))


@cache
def _fields(kind: type[Contract]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def walk(term: Contract) -> Iterator[Term]:
    """The term and everything inside it, outermost first."""
    yield cast(Term, term)
    for part in parts(term):
        yield from walk(part)


def is_fixed(value: Value) -> bool:
    """Whether a value is the same for every row: no cell of a row is in it."""
    match value:
        case Constant() | Parameter() | Today():
            return True
        case Cell() | Lookup() | Previous():
            return False
        case Aggregate():
            return not (value.by or value.keys)
        case _:
            return all(is_fixed(cast(Value, part)) for part in parts(value))


def columns_read(term: Contract, table: str) -> Iterator[tuple[str, str]]:
    """(table, column) for each column a term reads, for a term over ``table``'s rows."""
    match term:
        case Cell():
            yield term.table, term.column
        case Lookup():
            yield term.table, term.column
            yield from _pairs(term.keys, term.key_of.table if term.key_of else table, term.table)
        case Exists():
            yield from _pairs(term.keys, table, term.table)
        case Aggregate():
            yield from _pairs(term.keys, table, term.table)
            yield from ((term.table, column) for column in term.by)
        case Previous():
            yield from ((table, column) for column in term.by)
            if term.order_by is not None:
                yield table, term.order_by
        case _:
            pass
    inner = term.table if isinstance(term, Exists | Aggregate) else table
    for part in parts(term):
        yield from columns_read(part, inner)


def _pairs(keys: tuple[tuple[str, str], ...], mine: str, theirs: str) -> Iterator[tuple[str, str]]:
    for here, there in keys:
        yield mine, here
        yield theirs, there


def tables_named(term: Contract) -> Iterator[str]:
    """Every table that a term names, in order, with repeats."""
    for part in walk(term):
        if isinstance(part, Cell | Lookup | Exists | Aggregate):
            yield part.table


def parameters(term: Contract) -> tuple[str, ...]:
    """Keyword arguments that a program for this term takes, sorted, ``as_of`` first."""
    named = {part.name for part in walk(term) if isinstance(part, Parameter)}
    today = ("as_of",) if any(isinstance(part, Today) for part in walk(term)) else ()
    return (*today, *sorted(named))


def rewrite(term: T, change: Callable[[Term], Term | None]) -> T:
    """The term with each part replaced by what ``change`` gives for it (None keeps it)."""
    replaced = change(cast(Term, term))
    if replaced is not None:
        return cast(T, replaced)
    updates: dict[str, object] = {}
    for field in type(term).model_fields:
        value = getattr(term, field)
        fresh = _rewritten(value, change)
        if fresh is not value:
            updates[field] = fresh
    return term.model_copy(update=updates) if updates else term


def _rewritten(value: object, change: Callable[[Term], Term | None]) -> object:
    if isinstance(value, Contract):
        return rewrite(value, change)
    if isinstance(value, tuple):
        fresh = tuple(_rewritten(item, change) for item in value)
        same = all(new is old for new, old in zip(fresh, value, strict=True))
        return value if same else fresh
    return value


_OF_TEXT = frozenset({Function.LENGTH, Function.WORDS, Function.DECIMALS, Function.STRIP})


def cells_measured(term: Term) -> Iterator[Cell]:
    """The cells that a value takes for numbers or dates; the length of a text takes none."""
    if isinstance(term, Cell):
        yield term
    elif not (isinstance(term, Apply) and term.function in _OF_TEXT):
        for part in parts(term):
            yield from cells_measured(part)
