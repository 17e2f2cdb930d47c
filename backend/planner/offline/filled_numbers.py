"""Numbers that are all there, where a sentence asks whether they are: 0 may mean that none is."""

from __future__ import annotations

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import tokenize
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import All, Cell, Missing, Not, Term
from backend.rules.language.walk import parts, walk
from backend.rules.rule import Rule


def refuse_zero_for_none(rule: Rule, context: Context) -> None:
    """Pass a rule about rows that asks for a value of columns that may lack one.

    Raises:
        Misfit: "with a gain" may mean one above 0.
    """
    is_told = isinstance(rule, BrokenRows | FailingMetrics)
    found = [part.of for part in walk(rule) if isinstance(part, Missing)] if is_told else []
    measured = _measured(rule) if isinstance(rule, FailingMetrics) else set()
    for cell in found:
        if cell in measured:  # a share of the fees is one of those that are there
            continue
        column = context.column(cell.table, cell.column) if isinstance(cell, Cell) else None
        if column is not None and _is_zero_for_none(column, context.check.calculation_hint):
            raise Misfit(
                f"{column.name} holds a number in every row; say 'filled' or 'above 0', whichever "
                "is meant"
            )


def _measured(rule: FailingMetrics) -> set[Term]:
    """What the rule says more of than that it is there."""
    asked = {part.of for part in walk(rule) if isinstance(part, Missing)}
    told = [part for part in walk(rule) if not isinstance(part, Missing | All | Not)]
    return {cell for part in told for cell in parts(part) if cell in asked}


_PLAINLY = frozenset({
    "filled", "empty", "blank", "null", "missing", "required", "mandatory", "present", "given",
    "recorded", "provided", "known", "unknown", "compulsory", "needed", "complete", "nulls",
    "blanks", "0", "zero", "populated", "non-null", "optional",
})  # fmt: skip
"""Words that ask whether a cell is filled, whatever it holds."""


def _is_zero_for_none(column: Column, hint: str) -> bool:
    """Anyone with a gain: of numbers that are all there, many of them 0, rather more than 0."""
    is_number = column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
    words = {token.low for token in tokenize(hint)}
    is_held = bool({"0", "0.0"} & set(column.values))
    return is_number and not column.missing and is_held and not words & _PLAINLY
