"""Numbers that are all there, where a sentence asks whether they are: 0 may mean that none is."""

from __future__ import annotations

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import tokenize
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import All, Cell, Compare, Missing, Not, Term
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
    bound = {part.left for part in walk(rule) if isinstance(part, Compare)}
    for cell in found:
        if cell in measured:  # a share of the fees is one of those that are there
            continue
        column = context.column(cell.table, cell.column) if isinstance(cell, Cell) else None
        hint, is_bare = context.check.calculation_hint, cell not in bound
        if column is not None and _is_zero_for_none(column, hint, is_bare=is_bare):
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
_OF_AMOUNTS = frozenset({
    "stock", "quantity", "qty", "inventory", "balance", "debt", "discount", "surcharge", "bonus",
    "deposit", "limit", "budget", "allowance", "gain", "loss", "profit", "mileage",
})  # fmt: skip
"""Words of columns that none of is told of as 0, even before any row holds one: no stock."""


def _is_zero_for_none(column: Column, hint: str, *, is_bare: bool) -> bool:
    """Anyone with a gain: of numbers that are all there, many of them 0, rather above 0."""
    is_number = column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
    words = {token.low for token in tokenize(hint)}
    is_held = bool({"0", "0.0"} & set(column.values))
    is_none = is_held or (is_bare and bool(_OF_AMOUNTS & set(stems_of(column.name))))
    return is_number and not column.missing and is_none and not words & _PLAINLY
