"""Rows "with a discount": where every row has one, an amount above zero may be what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.about_files import lists_files
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.fitting import amounts
from backend.planner.offline.keys import is_key, names_rows_of
from backend.planner.offline.tokens import tokenize
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Cell,
    Exists,
    Lookup,
    Missing,
    Not,
    Term,
)
from backend.rules.language.walk import parts, walk
from backend.rules.phrasing import any_of, not_
from backend.rules.rule import Rule

_SAID = frozenset({
    "filled", "filling", "fill", "empty", "missing", "blank", "null", "nan", "none", "present",
    "absent", "given", "set", "known", "unknown", "available", "recorded", "entered", "provided",
    "populated", "value", "values",
})  # fmt: skip
"""Words that speak of the cell, not of what it amounts to."""
_ASKED = frozenset({
    "required", "mandatory", "compulsory", "obligatory", "optional", "complete", "completeness",
})  # fmt: skip
_HAD = frozenset({
    "with", "without", "no", "have", "has", "having", "need", "needs", "lack", "lacks", "lacking",
})  # fmt: skip
_WITHOUT = frozenset({"without", "lack", "lacks", "lacking"})
_HAVING = frozenset({"with", "have", "has", "had", "having"})
_ARTICLES = frozenset({"the", "a", "an", "any", "his", "her", "its", "their"})


def require_telling_presence(rule: Rule, context: Context) -> None:
    """Pass a presence of amounts that tells rows apart, or that is put plainly.

    Raises:
        Misfit: rows are chosen by a number that no row lacks or that is 0 in some, or an amount
            that may be 0 must be empty: "no order may have a discount"; or a text may be "none".
    """
    lows = [token.low for token in tokenize(context.check.calculation_hint)]
    if not _SAID.isdisjoint(lows):
        return
    _refuse_deeds_as_presence(rule, context, lows)
    _refuse_rows_as_their_key(rule, context, lows)
    where, must = getattr(rule, "where", None), getattr(rule, "must", None)
    for part in walk(rule) if _HAD & {*lows} and _ASKED.isdisjoint(lows) else ():
        if isinstance(part, Missing) and isinstance(part.of, Cell):
            _require_no_none(part.of, context)
    chosen = [] if must is None else [*_chosen_elsewhere(must)]
    for part in (*chosen, *(() if where is None else walk(where))):
        if isinstance(part, Missing) and isinstance(part.of, Cell):
            _require_gaps(part.of, context)
    for cell in () if must is None else _emptied(must):
        _require_no_zero(cell, context)


def _refuse_deeds_as_presence(rule: Rule, context: Context, lows: Sequence[str]) -> None:
    """Who has paid the fee has paid it: that there is a fee does not tell, where paid may."""
    for part in walk(rule):
        of = part.of if isinstance(part, Missing) else None
        if not isinstance(of, Cell | Lookup) or of.column.lower() not in lows:
            continue
        at = lows.index(of.column.lower())
        before = at - 1
        while before > 0 and lows[before] in _ARTICLES:
            before -= 1
        deed = context.column(of.table, lows[max(before, 0)])
        if before < at - 1 and deed is not None and deed.name != of.column:
            raise Misfit(f"{deed.name} may be the column {deed.name}; say what it must be")


def _refuse_rows_as_their_key(rule: Rule, context: Context, lows: Sequence[str]) -> None:
    """Managers without staff have nobody; their own staff_id is none of what they lack."""
    for part in walk(rule):
        of = part.of if isinstance(part, Missing) else None
        mine = context.tables.get(of.table) if isinstance(of, Cell) else None
        if mine is None or not isinstance(of, Cell) or not names_rows_of(of.column, mine):
            continue
        noun = stems_of(mine.table)[-1]
        for at, low in enumerate(lows[:-1]):
            behind, last = lows[at + 1], "".join(lows[at + 2 : at + 3])
            is_lacked = low in _WITHOUT or (low == "no" and lows[at - 1] in _HAVING)
            is_key = behind == of.column.lower() or last in ID_WORDS
            if is_lacked and stem(behind) == noun and not is_key:
                raise Misfit(f"'{low} {behind}' is no {of.column} of their own; say what they lack")


def _chosen_elsewhere(must: Term) -> Iterator[Term]:
    """How rows that are counted are chosen: teams without members who have paid.

    A share of the fees is one of those that are there, be they 0 or not.
    """
    bounded = {cell for part in walk(must) if not isinstance(part, Missing) for cell in parts(part)}
    for part in walk(must):
        if isinstance(part, Exists | Aggregate) and part.where is not None:
            gaps = (gap for gap in walk(part.where) if isinstance(gap, Missing))
            yield from (gap for gap in gaps if gap.of not in bounded)


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


def _require_no_none(cell: Cell, context: Context) -> None:
    """Rooms without a view: those where it is empty, or those where it says 'none'."""
    column = context.column(cell.table, cell.column)
    none = next((value for value in column.values if value.lower() == "none"), "") if column else ""
    if none:
        raise Misfit(
            f"{none!r} is a value of {cell.column}; say '{cell.column} is empty', '{cell.column} "
            f"is filled' or '{cell.column} is \"{none}\"'"
        )


def _require_gaps(cell: Cell, context: Context) -> None:
    column = _amount(cell, context)
    if column is None or ((column.missing or column.values) and not _holds_zero(column)):
        return
    if column.missing:
        raise Misfit(
            f"{cell.column} is 0 in some rows and empty in others; say '{cell.column} is greater "
            f"than 0' or '{cell.column} is filled'"
        )
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
