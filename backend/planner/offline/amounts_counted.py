"""Amounts and marks that are counted by how many unlike ones there are, where no word asks it."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import AMOUNTS
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_UNLIKE = frozenset({
    "different", "distinct", "unique", "various", "separate", "differing", "unlike", "several",
    "values", "kinds",
})  # fmt: skip
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def refuse_amounts_counted(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a count of unlike things that are no amounts, and no marks of yes and no.

    Raises:
        Misfit: "a nurse to which fewer than 20 hours are assigned" may have them in two rows.
    """
    lows = {token.low for token in tokens}
    if "which" not in lows or not _UNLIKE.isdisjoint(lows):
        return
    for part in walk(rule):
        is_count = isinstance(part, Aggregate) and part.measure == Measure.DISTINCT
        of = part.of if is_count else None  # type: ignore[union-attr]
        column = context.column(of.table or rule.table, of.column) if isinstance(of, Cell) else None
        if column is not None and _is_no_thing(column):
            raise Misfit(
                f"it is not clear how {column.name} is counted; say 'the total {column.name}', "
                f"'different {column.name}' or how many rows"
            )


def _is_no_thing(column: Column) -> bool:
    is_amount = column.reads_as in _NUMBERS and bool(AMOUNTS & {*stems_of(column.name)[-1:]})
    return is_amount or says_yes_or_no(value.lower() for value in column.values)
