"""Whether rows were put in groups by a column of counts: rooms per household, by "households"."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, parts_of, stem
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.rule import Rule

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def refuse_counts_as_keys(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading whose groups are no counts of what they are called by.

    Raises:
        Misfit: "rooms per household" was read of the rows that have as many households.
    """
    if not isinstance(rule, FailingMetrics):
        return
    written = {token.low for token in tokens}
    for name in rule.by:
        column = context.column(rule.table, name)
        last = (parts_of(name) or ("",))[-1].lower()
        is_count = column is not None and column.type in _NUMBERS and stem(last) != last
        if is_count and name.lower() not in written and stem(last) not in ID_WORDS:
            raise Misfit(
                f"{name} is a number of each row: say 'divided by {name}', or 'for each value of "
                f"{name}'"
            )
