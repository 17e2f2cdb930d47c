"""The longest of a column: of numbers that can be long, and else of its characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_LONG = frozenset({"longest", "shortest"})
_EXTREMES = frozenset({Measure.MAXIMUM, Measure.MINIMUM})
_NEVER_LONG = ID_WORDS | {
    "price", "cost", "fare", "fee", "amount", "total", "tip", "rent", "salary", "age", "share",
    "temperature", "score", "rating", "percentage", "phone",
}  # fmt: skip


def refuse_lengths_as_values(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which the longest is the largest only of what can be long.

    Raises:
        Misfit: "the longest ticket" was read of the number on the ticket.
    """
    if not _LONG & {token.low for token in tokens}:
        return
    for cell in _measured(rule):
        column = context.column(cell.table or rule.table, cell.column)
        is_text = column is not None and column.type == ColumnType.TEXT and not column.date_format
        if is_text or _NEVER_LONG & {*stems_of(cell.column)}:
            raise Misfit(
                f"the longest {cell.column} may be the largest, or the one of most characters: "
                "say which"
            )


def _measured(rule: Rule) -> Iterator[Cell]:
    for part in walk(rule):
        if isinstance(part, Aggregate) and part.measure in _EXTREMES and isinstance(part.of, Cell):
            yield part.of
