"""Rows "with a discount": where every row has one, an amount above zero may be what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.about_files import lists_files
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.fitting import amounts
from backend.planner.offline.keys import is_key
from backend.planner.offline.tokens import Shape, tokenize
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import All, Any, Cell, Missing, Not, Term
from backend.rules.language.walk import walk
from backend.rules.phrasing import any_of, not_
from backend.rules.rule import Rule

_SAID = frozenset({
    "filled", "filling", "fill", "empty", "missing", "blank", "null", "nan", "none", "present",
    "absent", "given", "set", "known", "unknown", "available", "recorded", "entered", "provided",
    "populated", "value", "values",
})  # fmt: skip
"""Words that speak of the cell, not of what it amounts to."""


def require_telling_presence(rule: Rule, context: Context) -> None:
    """Pass a presence of amounts that tells rows apart, or that is put plainly.

    Raises:
        Misfit: rows are chosen by a number that no row lacks, or an amount that may be 0 must be
            empty: "no order may have a discount".
    """
    hint = context.check.calculation_hint
    if _SAID & {token.low for token in tokenize(hint) if token.shape == Shape.WORD}:
        return
    where, must = getattr(rule, "where", None), getattr(rule, "must", None)
    for part in () if where is None else walk(where):
        if isinstance(part, Missing) and isinstance(part.of, Cell):
            _require_gaps(part.of, context)
    for cell in () if must is None else _emptied(must):
        _require_no_zero(cell, context)


def _emptied(must: Term) -> Iterator[Cell]:
    """Cells that have to be empty, whatever else they might be."""
    if isinstance(must, Missing) and isinstance(must.of, Cell):
        yield must.of
    if isinstance(must, All):
        for part in must.parts:
            yield from _emptied(part)
    if isinstance(must, Not) and isinstance(must.part, All):
        yield from _emptied(any_of(*map(not_, must.part.parts)))
    if isinstance(must, Any):
        gaps = [part for part in walk(must) if isinstance(part, Missing)]
        of = gaps[0].of if len(gaps) == 1 and gaps[0] in must.parts else None
        if isinstance(of, Cell) and not any(
            of in walk(part) for part in must.parts if part != gaps[0]
        ):
            yield of


def _require_gaps(cell: Cell, context: Context) -> None:
    column = _amount(cell, context)
    if column is None or column.missing or (column.values and not _holds_zero(column)):
        return
    raise Misfit(
        f"every row of {cell.table} has a {cell.column}; say '{cell.column} is greater than 0' or "
        f"'{cell.column} is filled'"
    )


def _require_no_zero(cell: Cell, context: Context) -> None:
    column = _amount(cell, context)
    is_known = column is not None and (column.missing > 0 or bool(column.values))
    is_count = lists_files(cell.table, context)
    if column is None or (is_known and not is_count and not _holds_zero(column)):
        return
    raise Misfit(
        f"{cell.column} may be 0, which is not empty; say '{cell.column} must be 0' or "
        f"'{cell.column} must be empty'"
    )


def _amount(cell: Cell, context: Context) -> Column | None:
    column = context.column(cell.table, cell.column)
    if column is None or is_key(column.name):
        return None
    return column if column.reads_as in (ColumnType.INTEGER, ColumnType.NUMBER) else None


def _holds_zero(column: Column) -> bool:
    return any(_ZERO.fullmatch(value) for value in column.values)


_ZERO = re.compile(r"\s*[-+]?0+([.,]0*)?\s*")


def worth(table: str, context: Context) -> Cell:
    """The amount that one row is: of a table whose rows are no persons, who may have an age."""
    names = [stems_of(column.name) for column in context.tables[table].columns]
    if _COLLECTIVE.search(context.check.calculation_hint):
        raise Misfit("so many of them may be meant, and no amount; say 'at least 2 rows'")
    if any(_OF_PERSONS & {*words} or words in _NAMES_OF_PERSONS for words in names):
        raise Misfit(f"it is not clear which column of {table} is meant; name it")
    return amounts(table, context)


_COLLECTIVE = re.compile(
    r"\b(cast|crew|team|staff|squad|group|panel|family|class|board|set|bundle|pack)s? of\b", re.I
)
_OF_PERSONS = frozenset({"birth", "birthdate", "age", "surname", "firstname", "sex", "lastname"})
_NAMES_OF_PERSONS = (("first", "name"), ("last", "name"), ("full", "name"), ("name",))
