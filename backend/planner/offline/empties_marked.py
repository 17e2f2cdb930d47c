"""What a remark on texts that mean "empty" does to a rule over real tables."""

from __future__ import annotations

import re
from collections.abc import Collection

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.empties_changes import count_empties
from backend.planner.offline.resolve import located
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, Exists, Reads, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, both, not_, one_of
from backend.rules.rule import Rule

_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?")
_ANYWHERE = frozenset({"null", "none", "nil", "na", "nan", "unknown", "missing", "nobody"})
"""Words that say in any column that there is nothing."""


def mark(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with these texts read as empty cells.

    Raises:
        Misfit: it reads no column that could hold them.
    """
    named = {located(value, rule.table, context) for value in remark.values}
    changed = False

    def marked(part: Term) -> Term | None:
        nonlocal changed
        if not isinstance(part, Cell) or (named and part not in named):
            return None
        changed = True
        _refuse_values_elsewhere(remark.texts, part, context)
        texts = dict.fromkeys(
            text for told in remark.texts for text in _spelled(told, part, context)
        )
        return part.model_copy(update={"empty_if": tuple(texts)})

    fresh = rewrite(rule, marked)
    if not changed and isinstance(rule, BrokenRows):
        return _without_marked_keys(rule, remark, named)
    if not changed:
        raise Misfit(f"{remark.texts[0]!r} cannot be a marker of this rule's columns")
    return fresh


def _refuse_values_elsewhere(texts: Collection[str], cell: Cell, context: Context) -> None:
    """Open means no invoice: where "open" is a state, it marks no empty cell of another column."""
    table = context.tables.get(cell.table)
    columns = () if table is None else table.columns
    words = [text for text in texts if text.isalpha() and text.lower() not in _ANYWHERE]
    for text in words:
        holding = {column.name for column in columns if text in column.values}
        if holding and cell.column not in holding:
            raise Misfit(f"{text!r} is a value of {min(holding)}, not of {cell.column}")


def _spelled(text: str, cell: Cell, context: Context) -> tuple[str, ...]:
    """The text as it is told, and as a cell of the column spells that number."""
    column = context.column(cell.table, cell.column)
    if column is None or _NUMBER.fullmatch(text) is None:
        return (text,)
    if column.type == ColumnType.NUMBER:
        return (text, str(float(text)))
    is_whole = column.type == ColumnType.INTEGER and float(text).is_integer()
    return (text, str(int(float(text)))) if is_whole else (text,)


def mark_and_spare(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The same, where the cells so marked are left out.

    Raises:
        Misfit: the rule asks for a value, or it is not plain what the cells count for.
    """
    spared = Modifier(kind="empties", texts=("out", "cells", "any", "plain", "bare"))
    return count_empties(mark(rule, remark, context), spared, context)


def _without_marked_keys(rule: BrokenRows, remark: Modifier, named: Collection[Term]) -> Rule:
    """A key that says that there is none leads nowhere: it is not looked for."""
    keys = [mine for part in walk(rule.must) if isinstance(part, Exists) for mine, _ in part.keys]
    cells = [Cell(table=rule.table, column=mine) for mine in dict.fromkeys(keys)]
    told = [cell for cell in cells if not named or cell in named]
    if len(told) != 1:
        raise Misfit(f"{remark.texts[0]!r} cannot be a marker of this rule's columns")
    texts = tuple(Constant(value=text, reads=Reads.TEXT) for text in remark.texts)
    return rule.model_copy(update={"where": both(rule.where, not_(one_of(told[0], texts)))})
