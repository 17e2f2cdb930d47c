"""Values of a column that a sentence lists with what is expected of each, as the data has them."""

from __future__ import annotations

from backend.planner.offline.context import Context
from backend.planner.offline.spelling import spell
from backend.rules.language.terms import Cell, Constant, Reads
from backend.rules.rule import Rule
from backend.rules.unexpected_shares import UnexpectedShares


def with_known_values(rule: Rule, table: str, context: Context) -> Rule:
    """A rule about the shares of values, each spelled as in the data.

    Raises:
        Misfit: one is no value of the column.
    """
    column = getattr(rule, "column", "")
    if not isinstance(rule, UnexpectedShares) or context.column(table, column) is None:
        return rule
    of = Cell(table=table, column=column)
    found = context.column(table, column)
    if found is None or not found.values:
        return rule
    shares = tuple((_spelled(value, of, context), share) for value, share in rule.shares)
    return rule.model_copy(update={"shares": shares})


def _spelled(value: str, of: Cell, context: Context) -> str:
    written = Constant(value=value, reads=Reads.TEXT, unquoted=True)
    return str(spell(of, written, context, lenient=False).value)
