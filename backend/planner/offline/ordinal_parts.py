"""Values that a column must contain, where none of its cells is one and some hold one inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, All, Cell, Compare, Constant, Predicate
from backend.rules.rule import Rule

_CONTAIN = frozenset({
    "contain", "contains", "containing", "include", "includes", "including", "have", "has", "hold",
    "holds",
})  # fmt: skip


def refuse_parts_as_values(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no part of a value is looked for as a value of the column.

    Raises:
        Misfit: "the code contains both 1 and 2", over codes such as 1200 and 9812, was told of
            rows whose code is 1, and of others whose code is 2.
    """
    if not isinstance(rule, FailingMetrics) or rule.by or not isinstance(rule.must, All):
        return
    if not any(token.low in _CONTAIN for token in tokens):
        return
    for name, wanted in _wanted(rule.must):
        column = context.column(rule.table, name)
        values = () if column is None else column.values
        if wanted not in values and any(wanted in value for value in values):
            raise Misfit(
                f"no {name} is {wanted!r}, and some have it inside; say that some row must have "
                f"the {name} {wanted}, or which form each {name} must have"
            )


def _wanted(must: All) -> Iterator[tuple[str, str]]:
    """The columns and values of which there must be a row."""
    for part in must.parts:
        count = part.left if isinstance(part, Compare) else None
        told: Predicate | None = count.where if isinstance(count, Aggregate) else None
        if not isinstance(told, Compare) or told.sign != "==":
            continue
        if isinstance(told.left, Cell) and isinstance(told.right, Constant):
            value = told.right.value
            whole = isinstance(value, float) and value.is_integer()
            yield told.left.column, str(int(value) if whole else value)
