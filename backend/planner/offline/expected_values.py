"""Values of a column that a sentence lists, as the data has them: with what is expected of each."""

from __future__ import annotations

from backend.planner.offline.context import Context
from backend.planner.offline.spelling import is_known, spell
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Predicate,
    Reads,
)
from backend.rules.language.walk import rewrite
from backend.rules.rule import Rule
from backend.rules.unexpected_shares import UnexpectedShares

_FEWEST_LISTED = 3
_FEWEST_KNOWN = 2


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


def with_listed_values(rule: Rule, table: str, context: Context) -> Rule:
    """A rule that values must occur, where two of three or more are known: then all are values.

    Raises:
        Misfit: one cannot be a value of the column.
    """
    must = rule.must if isinstance(rule, FailingMetrics) else None
    found = [_occurring(part) for part in must.parts] if isinstance(must, All) else []
    told = [each for each in found if each is not None]
    columns = {of.column for of, _ in told}
    if len(told) < _FEWEST_LISTED or len(told) < len(found) or len(columns) > 1:
        return rule
    of = told[0][0].model_copy(update={"table": told[0][0].table or table})
    if context.column(of.table, of.column) is None:
        return rule
    strange = {text for _, text in told if not is_known(of, text, context)}
    is_plain = all(" " not in str(text.value) for text in strange)
    if len(told) - len(strange) < _FEWEST_KNOWN or not is_plain:
        return rule
    meant = {text: spell(of, text, context, lenient=True) for text in strange}
    return rewrite(rule, lambda part: meant.get(part) if isinstance(part, Constant) else None)


def _occurring(part: Predicate) -> tuple[Cell, Constant] | None:
    """The column and the text of which there must be a row."""
    counted = part.left if isinstance(part, Compare) else None
    where = counted.where if isinstance(counted, Aggregate) else None
    if not isinstance(where, Compare) or where.sign != "==":
        return None
    of, text = where.left, where.right
    is_bare = isinstance(text, Constant) and text.unquoted and isinstance(text.value, str)
    return (of, text) if isinstance(of, Cell) and isinstance(text, Constant) and is_bare else None


def _spelled(value: str, of: Cell, context: Context) -> str:
    written = Constant(value=value, reads=Reads.TEXT, unquoted=True)
    return str(spell(of, written, context, lenient=False).value)
