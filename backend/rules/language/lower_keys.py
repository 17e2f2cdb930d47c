"""Keys that lead from a row to the rows of another table.

Keys that are numbers are compared as numbers, all others as text; beside decimal numbers 2.0 is 2.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlglot import exp

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.lower_cells import as_number, as_text, emptied
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import NUMERIC
from backend.rules.language.sql import (
    Sql,
    all_of,
    binary,
    call,
    column,
    is_filled,
    named,
    number,
    table,
    text,
)
from backend.rules.language.terms import Exists, Lookup


class Pair(NamedTuple):
    """One key column of this row's relation and of the other, made comparable."""

    mine: Sql
    theirs: Sql
    name: str
    """Of the other table's column."""


def pairs(keys: tuple[tuple[str, str], ...], place: Place, others: Place) -> list[Pair]:
    """Both columns of each key, as a SELECT inside this one compares them."""
    outer = place.seen_from_within()
    return [_pair(mine, theirs, outer, others) for mine, theirs in keys]


def _pair(mine: str, theirs: str, outer: Place, others: Place) -> Pair:
    return _made_alike(outer.column(mine), outer.fact(outer.table, mine), theirs, others)


def _made_alike(here: Sql, mine: ColumnRead, theirs: str, others: Place) -> Pair:
    facts = mine, others.fact(others.table, theirs)
    has_number = any(fact.type in NUMERIC for fact in facts)
    convert = as_number if has_number and all(map(_reads_as_number, facts)) else as_text
    if convert is as_text and any(fact.type is ColumnType.NUMBER for fact in facts):
        convert = _as_written
    return Pair(convert(here, facts[0]), convert(others.column(theirs), facts[1]), theirs)


def _as_written(raw: Sql, fact: ColumnRead) -> Sql:
    """Text beside decimal numbers, of which 2.0 is a 2."""
    return call("REGEXP_REPLACE", as_text(raw, fact), text(r"\.0$"), text(""))


def _reads_as_number(fact: ColumnRead) -> bool:
    return fact.type in NUMERIC or fact.mostly in NUMERIC


def has_key(keys: tuple[tuple[str, str], ...], place: Place) -> list[Sql]:
    """The tests that this row has the key."""
    return [is_filled(place.column(mine)) for mine, _ in keys]


def is_related(keys: tuple[tuple[str, str], ...], place: Place, others: Place) -> Sql:
    """Whether a row of the other table has this row's key."""
    return all_of(binary(pair.theirs, "==", pair.mine) for pair in pairs(keys, place, others))


def exists(atom: Exists, place: Place) -> Sql:
    """``EXISTS (SELECT 1 FROM known_users WHERE …)``: false also where the key is empty."""
    others = place.inner(atom.table)
    if atom.where is not None:
        others = others.filtered(others.condition(atom.where, others))
    found = pairs(atom.keys, place, others)
    others = others.filtered(*(is_filled(pair.theirs) for pair in found))
    keys = (named(pair.theirs, pair.name) for pair in found)
    known = place.page.add(f"known_{atom.table}", others.select(*keys).distinct(copy=False))
    same = all_of(binary(column(pair.name, known), "==", pair.mine) for pair in found)
    query = exp.select(number(1)).from_(table(known), copy=False).where(same, copy=False)
    return exp.Exists(this=query)


def lookup(value: Lookup, place: Place) -> Sql:
    """The cell of the one row with this row's key; several such rows are an error of DuckDB."""
    others = place.inner(value.table)
    if value.key_of is None:
        others = others.filtered(is_related(value.keys, place, others))
    else:
        others = others.filtered(_is_found(value.key_of, value.keys, place, others))
    fact = others.fact(value.table, value.column)
    query = others.select(others.column(value.column))
    return emptied(exp.Subquery(this=query), value.empty_if, fact)


def _is_found(
    key_of: Lookup, keys: tuple[tuple[str, str], ...], place: Place, others: Place
) -> Sql:
    """Whether a row has the key that this row's own look-up found."""
    outer = place.seen_from_within()
    (mine, theirs), *_ = keys
    here = column(place.computed[key_of], outer.alias)
    pair = _made_alike(here, place.fact(key_of.table, mine), theirs, others)
    return binary(pair.theirs, "==", pair.mine)
