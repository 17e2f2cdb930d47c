"""Letters are in no number: an order that contains a pen has it among its rows."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, How, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_PARTS = frozenset({How.CONTAINS, How.STARTS, How.ENDS})


def refuse_letters_in_numbers(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that looks for words in texts only.

    Raises:
        Misfit: "Every order must contain a pen" looked for 'pen' in the number of the order.
    """
    headers = {token.text for token in tokens}
    for part in walk(rule):
        if not isinstance(part, Matches) or part.how not in _PARTS:
            continue
        column = (
            context.column(part.of.table or rule.table, part.of.column)
            if isinstance(part.of, Cell)
            else None
        )
        is_number = column is not None and column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
        if column is None or not is_number or not part.text.isalpha() or column.name in headers:
            continue
        raise Misfit(
            f"{column.name} holds numbers, and no number has {part.text!r} in it; say which column "
            f"of the rows of one {column.name} must be {part.text!r}"
        )
